/** Pages that show dossiers are open to whoever may see them and to nobody else: what a page hides the port refuses too. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { apiEntry } from '../../../shared/contract/api.ts'
import { DOSSIER_READERS } from '../../../shared/contract/role-limits.ts'

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
  '/so-quyet-dinh': 'decision.register',
  '/y-kien-cap-tren': 'consent.list',
  '/tra-lai': 'returns.list',
  '/trung-nguoi': 'duplicates.list',
}

test('each page of dossiers and the question it asks are for the same roles', () => {
  const source = readFileSync(join(import.meta.dirname, '../../../renderer/routes.tsx'), 'utf8')
  const routes = [...source.matchAll(/path: '([^']+)'[^}]*?roles: ([^\n]+),\n/gs)].map(([, path, roles]) => [
    path,
    roles,
  ])
  const limited = routes.flatMap(([path, roles]) => (roles === 'DOSSIER_READERS' ? [path] : []))
  expect(limited).toEqual(Object.keys(ASKS))
  for (const name of Object.values(ASKS)) expect([name, apiEntry(name)?.roles]).toEqual([name, DOSSIER_READERS])
  expect(DOSSIER_READERS).not.toContain('organiser')
})
