/** Pages that show dossiers are open to whoever may see them and to nobody else: what a page hides the port refuses too. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { CaseForm } from '../../../renderer/features/case/case-forms.ts'
import { mayFill, OF_FORM, OF_WAY } from '../../../renderer/features/case/form-commands.ts'
import type { WayForm } from '../../../renderer/features/case/way-forms.ts'
import { mayCall } from '../../../renderer/parts/rights.ts'
import { rolesOf } from '../../../renderer/route.ts'
import { trusted } from '../../../shared/base/trust.ts'
import { CLERKS } from '../../../shared/commands/clerks.ts'
import { apiEntry } from '../../../shared/contract/api.ts'
import { HAND_OVER_ROUTE } from '../../../shared/contract/home-waits.ts'
import { DOSSIER_READERS } from '../../../shared/contract/role-limits.ts'
import { Role } from '../../../shared/model/codes.ts'

/** Each page by its first path, and the question its page cannot do without. */
const ASKS: Readonly<Record<string, string>> = {
  '/nguon': 'candidate.search',
  '/bang': 'case.board',
  '/lich': 'calendar.month',
  '/lich/dot': 'plan.batch',
  '/ho-so/:case': 'case.get',
  '/xet': 'review.list',
  '/xet/:case': 'review.list',
  '/cuoc-hop': 'meeting.list',
  '/cuoc-hop/:meeting': 'meeting.get',
  '/tra-lai': 'returns.list',
  '/so-quyet-dinh': 'decision.register',
  '/y-kien-cap-tren': 'consent.list',
  '/trung-nguoi': 'duplicates.list',
  [HAND_OVER_ROUTE]: 'handOver.list',
}

test('each page of dossiers and the question it asks are for the same roles', () => {
  const source = ['routes.tsx', 'routes-deciding.tsx']
    .map((name) => readFileSync(join(import.meta.dirname, '../../../renderer', name), 'utf8'))
    .join('')
  const routes = [...source.matchAll(/path: '([^']+)',[^}]*?roles: ([^\n]+),\n/gs)]
  const limited = routes.flatMap(([, path, roles]) => (roles === 'DOSSIER_READERS' ? [path] : []))
  expect(limited).toEqual(Object.keys(ASKS))
  for (const name of Object.values(ASKS)) expect([name, apiEntry(name)?.roles]).toEqual([name, DOSSIER_READERS])
  expect(DOSSIER_READERS).not.toContain('organiser')
})

test('each form of a case is for the roles of a command that the port has, and each answer on paper too', () => {
  const forms: readonly CaseForm[] = [
    ...Object.keys(OF_WAY).map((of): CaseForm => ({ form: 'way', way: trusted<WayForm>({ of }) })),
    ...Object.keys(OF_FORM).map((form) => trusted<CaseForm>({ form })),
    ...([null, 'receive', 'return', 'decide'] as const).map((answer): CaseForm => ({
      form: 'answer',
      answer,
      matter: 'admission',
    })),
    trusted<CaseForm>({ form: 'settle', conflict: { field: 'resume' } }),
  ]
  for (const form of forms) {
    const asked: string[] = []
    mayFill(form, (command) => asked.push(command) < 0)
    expect([form, asked.length > 0]).toEqual([form, true])
    for (const command of asked) expect([form, apiEntry(command)?.kind]).toEqual([form, 'command'])
    // Whoever the port lets in is offered the form, and nobody else.
    for (const role of Role.options)
      expect([form, role, mayFill(form, (command) => mayCall([role], command))]).toEqual([
        form,
        role,
        asked.some((command) => apiEntry(command)?.roles.includes(role)),
      ])
  }
})

test('a reviewer is offered what the office records of units on paper, as the port lets them', () => {
  const offered = (['paper', 'branchVote', 'receipt', 'ceremony', 'handOver', 'decision', 'erase'] as const).filter(
    (form) => mayFill(trusted<CaseForm>({ form }), (command) => mayCall(['reviewer'], command)),
  )
  expect(offered).toEqual(['paper', 'branchVote', 'receipt', 'ceremony', 'handOver'])
  // Whoever records no decision is not led to one, though other answers on paper are theirs.
  const answers = ([null, 'receive', 'return', 'decide'] as const).filter((answer) =>
    mayFill({ form: 'answer', answer, matter: 'admission' }, (command) => mayCall(['reviewer'], command)),
  )
  expect(answers).toEqual([null, 'receive', 'return'])
  for (const name of ['candidate.register', 'candidate.registerMany'])
    expect([name, rolesOf(name)]).toEqual([name, CLERKS])
})
