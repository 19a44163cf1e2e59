/** C8: who of the relatives is verified follows the values of the rule set, on each side of them. */
import { expect, test } from 'vitest'
import { ruleSetOn } from '../../../../shared/rules/sets/index.ts'
import { aDossier, type CaseBuilder } from '../../../support/case-builder.ts'

const MEETING = '2024-01-15'
const SET = ruleSetOn(MEETING)
const FAMILY = [
  { relation: 'father' as const, name: 'Nguyễn Văn Nam' },
  { relation: 'mother' as const, name: 'Trần Thị Bé' },
  { relation: 'sibling' as const, name: 'Nguyễn Văn Bắc', partyMember: true },
]
type Relatives = NonNullable<NonNullable<Parameters<CaseBuilder['withResume']>[1]>['relatives']>

/** What is found about a fourth relative where the set says this of whom to verify. */
function judgedBy(verification: Partial<typeof SET.verification>, more: Relatives): readonly string[] {
  const rules = { ...SET, verification: { ...SET.verification, ...verification } }
  return aDossier()
    .with({ birth: '1975-06-15' })
    .withoutPaper('TT-2-KND')
    .withResume('2023-09-05', {
      periods: [{ from: '1991-09', what: 'Đi học, làm ruộng' }],
      relatives: [...FAMILY, ...more],
    })
    .withVerification('2023-09-10', ['self', 1, 2], { answer: { date: '2023-10-20', result: 'clear' } })
    .withBranchVote(MEETING)
    .on('2024-02-01', { rules: () => rules })
    .findings.map(({ id }) => id)
}

test('as shipped the dead are verified and a child is from 18 on, and neither is confirmed', () => {
  expect([SET.verification.deceased, SET.verification.childMonths]).toMatchObject([
    { value: true, confirmed: false },
    { value: 216, confirmed: false },
  ])
})

test('the dead are verified where the set says so', () => {
  const dead: Relatives = [{ relation: 'spouseFather', living: false }]
  expect(judgedBy({}, dead)).toContain('C8-open:4')
  expect(judgedBy({ deceased: { ...SET.verification.deceased, value: false } }, dead)).not.toContain('C8-open:4')
})

test('a child is verified from the age the set gives, by the year of birth where no more is known', () => {
  const child: Relatives = [{ relation: 'child', birthYear: 2007 }]
  const from = (value: number) => judgedBy({ childMonths: { ...SET.verification.childMonths, value } }, child)
  expect(judgedBy({}, child)).not.toContain('C8-open:4')
  expect(from(192)).toContain('C8-open:4')
  expect(from(193)).not.toContain('C8-open:4')
})
