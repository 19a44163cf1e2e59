/** The rule sets as data: well-formed, dated, with sources; hash and choice by date. */
import { describe, expect, test } from 'vitest'
import { Paper } from '../../../../shared/model/acts.ts'
import * as codes from '../../../../shared/rules/paper-codes.ts'
import { RuleSet } from '../../../../shared/rules/rule-set.ts'
import {
  covers,
  RULE_SETS,
  ruleChanges,
  ruleSetById,
  ruleSetHash,
  ruleSetOn,
} from '../../../../shared/rules/sets/index.ts'
import { RS_2021 } from '../../../../shared/rules/sets/rs-2021.ts'

describe.each(RULE_SETS.map((set) => [set.id, set] as const))('%s', (_id, set) => {
  test('fits the schema, and survives JSON', () => {
    expect(RuleSet.parse(JSON.parse(JSON.stringify(set)))).toEqual(set)
  })

  test('can be hashed: integers and NFC only', () => {
    expect(ruleSetHash(set)).toMatch(/^[0-9a-f]{64}$/)
    expect(ruleSetHash({ ...set, name: `${set.name}.` })).not.toBe(ruleSetHash(set))
  })

  test('has every paper the checks speak of, with codes an entry can carry', () => {
    const known = set.papers.map(({ code }) => code)
    expect(known).toEqual(expect.arrayContaining(Object.values(codes)))
    for (const code of known) expect(Paper.shape.paper.safeParse(code).success).toBe(true)
    for (const consent of [set.eligibility.overAgeConsent.value, set.eligibility.education.elderConsent.value])
      expect(known).toContain(consent)
  })

  test('spells as the letter does', () => {
    const text = JSON.stringify(set)
    expect(text).not.toMatch(/uỷ|Uỷ|hoà|Hoà|năm chắc|Dựa chỉ tiêu/)
    expect(text).toBe(text.normalize('NFC'))
  })
})

test('RS-2021 covers its period and answers for its neighbours until they exist', () => {
  expect(ruleSetOn('2021-07-30')).toBe(RS_2021)
  expect(ruleSetOn('2025-01-19').id).toBe('RS-2021')
  expect(covers(RS_2021, '2025-01-19')).toBe(true)
  expect(covers(RS_2021, '2025-01-20')).toBe(false)
  expect(covers(RS_2021, '2021-07-29')).toBe(false)
  expect(ruleSetOn('2019-01-01')).toBe(RS_2021)
  expect(ruleSetById('RS-2021')).toBe(RS_2021)
  expect(ruleSetById('RS-1')).toBeNull()
})

test('of several sets the one in force counts, of two in force the later', () => {
  const later: RuleSet = { ...RS_2021, id: 'RS-LATER', from: '2025-01-20', to: '2025-06-30' }
  const local: RuleSet = { ...RS_2021, id: 'RS-LOCAL', from: '2024-03-01', to: '2024-05-31' }
  const sets = [later, RS_2021, local]
  expect(ruleSetOn('2024-02-29', sets).id).toBe('RS-2021')
  expect(ruleSetOn('2024-03-01', sets).id).toBe('RS-LOCAL')
  expect(ruleSetOn('2024-06-01', sets).id).toBe('RS-2021')
  expect(ruleSetOn('2025-01-20', sets).id).toBe('RS-LATER')
  expect(ruleSetOn('2026-01-01', sets).id).toBe('RS-LATER')
  expect(ruleChanges(sets)).toEqual(['2021-07-30', '2024-03-01', '2024-06-01', '2025-01-20', '2025-07-01'])
  expect(() => ruleSetOn('2024-01-01', [])).toThrow('no rule sets')
})

test('a set that this build cannot carry out is refused', () => {
  expect(RuleSet.safeParse({ ...RS_2021, v: 2 }).success).toBe(false)
  expect(RuleSet.safeParse({ ...RS_2021, extra: 1 }).success).toBe(false)
  expect(RuleSet.safeParse({ ...RS_2021, to: '2021-07-01' }).success).toBe(false)
  expect(RuleSet.safeParse({ ...RS_2021, papers: [...RS_2021.papers, RS_2021.papers[0]] }).success).toBe(false)
})

test('what nobody has seen is marked so', () => {
  expect(RS_2021.votes.deciding.share.confirmed).toBe(false)
  expect(RS_2021.limits.find(({ id }) => id === 'verification')?.length.confirmed).toBe(false)
  expect(RS_2021.eligibility.youthUnderMonths.confirmed).toBe(false)
  expect(RS_2021.eligibility.minAgeMonths).toMatchObject({ value: 216, confirmed: true })
})
