/**
 * P26: a helper can help no more and nobody was assigned instead, on the way to admission and during probation. The
 * register tells it; of helpers known by name alone nothing is known.
 */
import { describe, expect, test } from 'vitest'
import type { Member, MemberStatus } from '../../../../shared/model/office.ts'
import type { AssessContext } from '../../../../shared/rules/context.ts'
import { ruleSetOn } from '../../../../shared/rules/sets/index.ts'
import { aDossier, codes, findingOf, type CaseBuilder } from '../../../support/case-builder.ts'

const BINH = '01890000-0000-7000-8000-00000000b111'
const CUC = '01890000-0000-7000-8000-00000000c222'
const UNIT = '01890000-0000-7000-8000-000000000001'

/** A register in which members stand as given, since a day. */
function register(statuses: Readonly<Record<string, readonly (readonly [MemberStatus, string])[]>>) {
  const memberOf = (id: string): Member | null => {
    const held = statuses[id]
    if (held === undefined) return null
    return { name: 'Trần Văn Bình', unit: UNIT, statuses: held.map(([status, from]) => ({ status, from })) }
  }
  return { memberOf }
}

const helped = (): CaseBuilder =>
  aDossier()
    .patch({ helpers: [] })
    .withHelper({ name: 'Trần Văn Bình', member: BINH, from: '2022-06-01' })
    .withHelper({ name: 'Lê Thị Cúc', member: CUC, from: '2022-06-01' })

const steps = (built: CaseBuilder, day: string, context: Partial<AssessContext>) =>
  built.on(day, context).next.map(({ step }) => step)

describe('on the way to admission', () => {
  const gone = register({ [BINH]: [['died', '2024-01-08']] })

  test('one of the two who are to introduce has died', () => {
    expect(findingOf(helped().on('2024-01-10', gone), 'C7-gone')).toMatchObject({
      severity: 'warn',
      before: 'branchVote',
      article: 'Quy định số 24-QĐ/TW, điểm 3.2.2',
      confirmed: false,
      data: { person: 'Trần Văn Bình', status: 'died', since: '2024-01-08' },
    })
    expect(steps(helped(), '2024-01-10', gone)).toEqual(['assignHelper'])
  })

  test('not where somebody was assigned instead', () => {
    const replaced = helped().withHelper({ name: 'Đỗ Văn Em', from: '2024-01-09', replaces: true })
    expect(codes(replaced.on('2024-01-10', gone))).not.toContain('C7-gone')
    expect(steps(replaced, '2024-01-10', gone)).toEqual(['branchVote'])
  })

  test('not where the one who is left is enough, since the Youth Union introduces', () => {
    const young = helped().with({ birth: '2000-05-01', youthUnionSince: '2015-03-26' }).withPaper('4-KND', '2023-12-05')
    expect(codes(young.on('2024-01-10', gone))).not.toContain('C7-gone')
    const nobody = register({ [BINH]: [['died', '2024-01-08']], [CUC]: [['moved', '2024-01-08']] })
    expect(codes(young.on('2024-01-10', nobody)).filter((code) => code === 'C7-gone')).toHaveLength(2)
  })

  test('from the day itself, which is the end of what was kept before', () => {
    const later = register({ [BINH]: [['moved', '2024-01-12']] })
    const before = helped().on('2024-01-11', later)
    expect(codes(before)).not.toContain('C7-gone')
    expect(before.validUntil).toBe('2024-01-12')
    expect(codes(helped().on('2024-01-12', later))).toContain('C7-gone')
  })

  test.each([
    ['left', true],
    ['moved', true],
    ['expelled', true],
    ['suspended', true],
    ['died', true],
    ['away', false],
    ['exempt', false],
    ['active', false],
  ] as const)('a helper who is %s: %s', (status, isFound) => {
    const found = codes(helped().on('2024-01-10', register({ [BINH]: [[status, '2024-01-08']] })))
    expect(found.includes('C7-gone')).toBe(isFound)
  })

  test('somebody who came back helps again; the newest status counts, in whatever order it was recorded', () => {
    const back = register({
      [BINH]: [
        ['active', '2024-01-09'],
        ['suspended', '2023-06-01'],
      ],
    })
    expect(codes(helped().on('2024-01-10', back))).not.toContain('C7-gone')
    expect(codes(helped().on('2024-01-08', back))).toContain('C7-gone')
  })

  test('is judged on the day of the meeting: who left afterwards had introduced', () => {
    const voted = helped().withBranchVote('2024-01-15')
    const after = register({ [BINH]: [['moved', '2024-01-16']] })
    expect(codes(voted.on('2024-03-01', after))).not.toContain('C7-gone')
    expect(codes(voted.on('2024-03-01', register({ [BINH]: [['moved', '2024-01-15']] })))).toContain('C7-gone')
  })

  test('nothing is said without a register, of names alone, or where the rule is turned off', () => {
    expect(codes(helped().on('2024-01-10'))).not.toContain('C7-gone')
    expect(codes(aDossier().on('2024-01-10', gone))).not.toContain('C7-gone')
    const rules = ruleSetOn('2024-01-10')
    const off = {
      ...rules,
      requirements: { ...rules.requirements, helperReplaced: { ...rules.requirements.helperReplaced, value: false } },
    }
    expect(codes(helped().on('2024-01-10', { ...gone, rules: () => off }))).not.toContain('C7-gone')
  })
})

describe('during probation', () => {
  const probation = (helper: string | null) =>
    helped()
      .withBranchVote('2024-01-15')
      .withCommitteeVote('2024-01-20')
      .withSubmission('2024-01-22')
      .withDecision('2024-02-01')
      .withReceipt('2024-02-05')
      .withCeremony('2024-02-19', { helper: { name: 'Trần Văn Bình', ...(helper === null ? {} : { member: helper }) } })
  const left = register({ [BINH]: [['left', '2024-06-03']] })

  test('whoever was named at the ceremony has left', () => {
    expect(findingOf(probation(BINH).on('2024-06-10', left), 'C22-gone')).toMatchObject({
      severity: 'warn',
      before: 'recognitionVote',
      data: { person: 'Trần Văn Bình', status: 'left', since: '2024-06-03' },
    })
    expect(steps(probation(BINH), '2024-06-10', left)[0]).toBe('assignHelper')
  })

  test('not before that day, not for a name alone, not once somebody else was assigned', () => {
    expect(codes(probation(BINH).on('2024-06-02', left))).not.toContain('C22-gone')
    expect(codes(probation(null).on('2024-06-10', left))).not.toContain('C22-gone')
    const replaced = probation(BINH).withHelper({ name: 'Lê Thị Cúc', member: CUC, from: '2024-06-05' })
    expect(codes(replaced.on('2024-06-10', left))).not.toContain('C22-gone')
    expect(steps(replaced, '2024-06-10', left)).not.toContain('assignHelper')
    const both = register({ [BINH]: [['left', '2024-06-03']], [CUC]: [['expelled', '2024-06-08']] })
    expect(findingOf(replaced.on('2024-06-10', both), 'C22-gone')?.data).toMatchObject({ person: 'Lê Thị Cúc' })
  })

  test('the meeting on recognition is judged by who helped until then', () => {
    const met = probation(BINH).about('recognition').withBranchVote('2025-02-20')
    const later = register({ [BINH]: [['left', '2025-02-21']] })
    expect(codes(met.on('2025-03-10', later))).not.toContain('C22-gone')
    expect(codes(met.on('2025-03-10', register({ [BINH]: [['left', '2025-02-20']] })))).toContain('C22-gone')
  })
})
