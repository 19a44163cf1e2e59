/**
 * Every value of a rule set can be edited and travels; one that no code reads would be a promise nobody keeps. The sets are
 * watched while the examples of all checks are judged, so that a value counts as read only where a rule asks for it.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test, vi } from 'vitest'
import { createCalendar } from '../../../../shared/calendar/working-days.ts'
import { Circumstance, PathKind } from '../../../../shared/model/codes.ts'
import { ruleValues } from '../../../../shared/rules/rule-values.ts'
import type { RuleSet } from '../../../../shared/rules/rule-set.ts'
import { milestonesFor, planCase } from '../../../../shared/rules/plan.ts'
import { RULE_SETS, ruleSetOn } from '../../../../shared/rules/sets/index.ts'
import { aDossier } from '../../../support/case-builder.ts'
import { CHECK_EXAMPLES } from '../../../support/check-examples.ts'

const { read, watched } = vi.hoisted(() => {
  const read = new Set<string>()
  // By address too: sets share parts of each other, and one part may stand at two places of one set.
  const proxies = new Map<string, WeakMap<object, object>>()
  const nameOf = (part: unknown) =>
    typeof part === 'object' && part !== null
      ? 'id' in part
        ? String(part.id)
        : 'code' in part
          ? String(part.code)
          : null
      : null
  const watch = (node: unknown, address: string): unknown => {
    if (typeof node !== 'object' || node === null) return node
    const held = proxies.get(address) ?? new WeakMap<object, object>()
    proxies.set(address, held)
    const known = held.get(node)
    if (known !== undefined) return known
    const isSourced = 'value' in node && 'article' in node && 'confirmed' in node
    const made = new Proxy(node, {
      get: (target, key) => {
        const part: unknown = Reflect.get(target, key)
        if (isSourced) {
          if (key === 'value') read.add(address)
          return part
        }
        if (typeof key !== 'string' || typeof part === 'function') return part
        const name = Array.isArray(target) ? (nameOf(part) ?? key) : key
        return watch(part, address === '' ? name : `${address}.${name}`)
      },
    })
    held.set(node, made)
    return made
  }
  return { read, watched: <T>(set: T): T => watch(set, '') as T }
})

vi.mock('../../../../shared/rules/sets/index.ts', async (original) => {
  const real = await original<typeof import('../../../../shared/rules/sets/index.ts')>()
  const sets = real.RULE_SETS.map((set) => watched(set))
  return {
    ...real,
    RULE_SETS: sets,
    ruleSetOn: (day: string, from: readonly RuleSet[] = sets) => real.ruleSetOn(day, from),
    ruleSetById: (id: string, from: readonly RuleSet[] = sets) => real.ruleSetById(id, from),
  }
})

// It reads whatever a finding cites, rightly or not.
vi.mock('../../../../shared/rules/then-and-now.ts', () => ({ withChanges: (findings: unknown) => findings }))

/** Cases beside the examples of the checks: each kind of path, each special case, each way of introduction. */
function judgeMore(): void {
  const act = { entry: 'e', office: 'o', origin: 'recorded', onPaper: false } as const
  const whole = aDossier().withBranchVote('2024-01-15').withCommitteeVote('2024-01-20').withSubmission('2024-01-22')
  const later = whole
    .withDecision('2024-02-01')
    .withReceipt('2024-02-05')
    .withCeremony('2024-02-19')
    .about('recognition')
    .withBranchVote('2025-02-20', { matter: 'recognition' })
    .withCommitteeVote('2025-02-24', { matter: 'recognition' })
  for (const kind of PathKind.options) {
    const unit = { type: 'branch', name: 'Chi bộ', paths: [{ kind, from: '2000-01-01' }] } as const
    const body = { body: 'Đảng ủy cơ sở được ủy quyền', members: 15, agree: 15 }
    later.withDecision('2025-03-10', body).on('2025-04-01', { unit })
    whole.withDecision('2024-02-01', body).on('2024-02-10', { unit })
  }
  aDossier().on('2024-01-10', { unit: { type: 'baseBranch', name: 'Chi bộ cơ sở' } })
  const special = aDossier().with({ circumstances: [...Circumstance.options], occupation: 'owner' })
  const studying = special.with({
    study: { school: 'Trường', months: 12 },
    secondment: { sender: 'Sở', months: 12 },
  })
  studying.withTransfer('2024-01-03', { who: 'candidate', direction: 'in' }).on('2024-01-10')
  later.withTransfer('2024-06-03', { until: '2024-07-03' }).on('2024-06-10')
  later.withTransfer('2024-06-03', { until: '2026-07-03' }).on('2024-06-10')
  aDossier().with({ birth: '1940-01-01' }).withBranchVote('2024-01-15').on('2024-02-01')
  aDossier().withVerification('2023-09-10', ['self'], { abroad: true }).on('2024-02-01')
  for (const paper of ['4-KND', '4A-KND'])
    aDossier()
      .with({ birth: '2000-01-01' })
      .withPaper(paper, '2022-01-01')
      .withPaper('1-KND', '2022-01-01')
      .on('2024-02-01')
  const relatives = [
    { relation: 'father', name: 'Nguyễn Văn Nam', living: false },
    ...[2000, 2001, 2002, 2003].map((birthYear) => ({ relation: 'child', name: 'Con', birthYear }) as const),
  ] as const
  aDossier()
    .withResume('2023-09-05', { relatives: [...relatives] })
    .withVerification('2023-09-10', ['self'])
    .on('2024-02-01')
  for (const earlier of [
    { reason: 'thirdChild' },
    { reason: 'fourthChild' },
    { reason: 'abandoned' },
    { reason: 'removed', erasedOn: '2015-01-01' },
  ] as const)
    aDossier()
      .patch({
        resume: {
          date: '2023-09-05',
          relatives: [],
          periods: [],
          earlier: { leftOn: '2010-09-01', times: 1, ...earlier },
          ...act,
        },
      })
      .on('2024-01-10')
}

/** What is read where no case is judged: the file, and the property by which it asks. */
const ELSEWHERE: readonly (readonly [address: RegExp, file: string])[] = [
  [/^structure\.levels\.superior$/, 'shared/documents/parties.ts'],
  [/^structure\.levels\.province$/, 'shared/documents/compose/period-report.ts'],
  [/^structure\.consentBody$/, 'db/queries/consents.ts'],
  [/^papers\.[^.]+\.copies$/, 'shared/documents/compose/letters.ts'],
  [/^papers\.[^.]+\.signedBy$/, 'renderer/features/case/PaperForm.tsx'],
  [/^readmission\.consent$/, 'shared/commands/assignment.ts'],
  [/^notices\.ageBands$/, 'shared/reports/age-bands.ts'],
  [/^notices\.yearly(Least|Most)Percent$/, 'db/queries/targets.ts'],
]

test('every value of every set is read where a rule asks for it', () => {
  for (const { seen, unseen, edge } of Object.values(CHECK_EXAMPLES)) for (const each of [seen, unseen, ...edge]) each()
  judgeMore()
  const rules = ruleSetOn('2024-02-01')
  const assessment = { findings: [], pending: [] }
  const person = { helperFrom: null, acquaintedSince: null, certificateOn: null, assessment }
  const milestones = milestonesFor('2024-02-03', rules, createCalendar())
  planCase({ stage: 'preparing', ...person }, milestones, rules, '2024-01-01')
  const all = [...new Set(RULE_SETS.flatMap((set) => ruleValues(set).map(({ address }) => address)))]
  const unread = all.filter((address) => !read.has(address))
  expect(unread.filter((address) => !ELSEWHERE.some(([pattern]) => pattern.test(address)))).toEqual([])
})

test.each(ELSEWHERE)('%s is asked for in %s', (pattern, file) => {
  const addresses = RULE_SETS.flatMap((set) => ruleValues(set).map(({ address }) => address))
  const names = new Set(
    addresses.filter((address) => pattern.test(address)).map((address) => address.split('.').at(-1)),
  )
  expect(names.size).toBeGreaterThan(0)
  const text = readFileSync(path.join(import.meta.dirname, '../../../..', file), 'utf8')
  for (const name of names) expect(text).toMatch(new RegExp(`\\b${name}\\b`))
})
