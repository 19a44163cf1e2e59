/** The rule sets as data: well-formed, dated, with sources; hash and choice by date. */
import { describe, expect, test } from 'vitest'
import { Paper } from '../../../../shared/model/acts.ts'
import * as codes from '../../../../shared/rules/paper-codes.ts'
import { LimitId, SpecialCase } from '../../../../shared/rules/rule-codes.ts'
import { RuleSet } from '../../../../shared/rules/rule-set.ts'
import { addressOf, ruleValueAt, ruleValues } from '../../../../shared/rules/rule-values.ts'
import { CITATIONS_2021 } from '../../../../shared/rules/sets/citations.ts'
import {
  covers,
  RULE_SETS,
  ruleChanges,
  ruleSetById,
  ruleSetHash,
  ruleSetOn,
} from '../../../../shared/rules/sets/index.ts'
import { RS_2021 } from '../../../../shared/rules/sets/rs-2021.ts'
import { successorOf } from '../../../../shared/rules/sets/successor.ts'

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
  expect(ruleSetOn('2010-01-01').id).toBe('RS-2016')
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

test('each day of twenty years has the set of its regulation', () => {
  const changes = [
    ['2016-07-25', 'RS-2016'],
    ['2021-07-29', 'RS-2016'],
    ['2021-07-30', 'RS-2021'],
    ['2025-01-19', 'RS-2021'],
    ['2025-01-20', 'RS-2025a'],
    ['2025-06-30', 'RS-2025a'],
    ['2025-07-01', 'RS-2025b'],
    ['2026-05-18', 'RS-2025b'],
    ['2026-05-19', 'RS-2026a'],
    ['2026-07-25', 'RS-2026a'],
    ['2026-07-26', 'RS-2026b'],
    ['2036-01-01', 'RS-2026b'],
  ] as const
  for (const [day, id] of changes) expect([day, ruleSetOn(day).id]).toEqual([day, id])
})

/** Decisions name these hashes: a shipped set that changes is seen here, and in every office that recorded one. */
test('the hashes of the shipped sets', () => {
  expect(Object.fromEntries(RULE_SETS.map((set) => [set.id, ruleSetHash(set)]))).toEqual(HASHES)
})

describe('what a set made from another says', () => {
  const set = (id: string) => ruleSetById(id)!

  test('a value keeps its confirmation only where its text stayed or was seen', () => {
    expect(ruleValueAt(set('RS-2025a'), 'limits.decision.length')).toEqual({
      value: { amount: 60, unit: 'workingDays' },
      article: 'Quy định số 232-QĐ/TW, điểm 4.3',
      confirmed: true,
    })
    expect(ruleValueAt(set('RS-2025a'), 'votes.branch.of')).toMatchObject({
      article: 'Quy định số 232-QĐ/TW, điểm 9.3',
      confirmed: false,
    })
    expect(ruleValueAt(set('RS-2025a'), 'votes.branch.share')).toMatchObject({ confirmed: true })
    expect(ruleValueAt(set('RS-2025b'), 'limits.decision.length')).toMatchObject({ confirmed: false })
    expect(ruleValueAt(set('RS-2025b'), 'readmission.monthsOut')).toMatchObject({ value: 36, confirmed: true })
    expect(ruleValueAt(set('RS-2025b'), 'structure.decidingBody')).toMatchObject({ confirmed: false })
  })

  test('nothing of 2026 is confirmed', () => {
    for (const id of ['RS-2026a', 'RS-2026b']) {
      expect(ruleValues(set(id)).filter(({ sourced }) => sourced.confirmed)).toEqual([])
      expect([set(id).period.confirmed, ...set(id).texts.map(({ confirmed }) => confirmed)]).not.toContain(true)
    }
  })

  test('no set cites the regulation of another', () => {
    expect(JSON.stringify(set('RS-2021').limits)).toContain('24-QĐ/TW')
    for (const id of ['RS-2016', 'RS-2025a', 'RS-2025b', 'RS-2026a', 'RS-2026b']) {
      const { period: _period, ...rest } = set(id)
      expect(JSON.stringify(rest)).not.toContain('24-QĐ/TW')
    }
    expect(JSON.stringify(set('RS-2025b').limits)).not.toContain('232-QĐ/TW')
    expect(JSON.stringify(set('RS-2026b').limits)).not.toContain('20-QĐ/TW')
  })

  test('the committee decides and the way is shorter', () => {
    expect(set('RS-2025b').structure.paths.branch.value).toContain('committeeVote')
    expect(set('RS-2026b').structure.paths.branch.value).toEqual(['branchVote', 'submit', 'decision'])
    expect(set('RS-2026b').structure.paths.section.value).toEqual(['branchVote', 'sectionReport', 'submit', 'decision'])
    expect(set('RS-2026b').limits.find(({ id }) => id === 'ceremony')?.start.value).toBe('admissionIssued')
    expect(set('RS-2026a').limits.find(({ id }) => id === 'ceremony')?.start.value).toBe('admissionReceived')
  })

  test('an address that no set has is a mistake', () => {
    const { period, texts } = RS_2021
    const base = { id: 'RS-X', name: 'X', from: '2030-01-01', period, texts, seen: [] }
    const cites = [CITATIONS_2021, CITATIONS_2021] as const
    expect(() => successorOf(RS_2021, { ...base, cites, values: { 'limits.none.length': 1 } })).toThrow('RS-X')
    expect(() => successorOf(RS_2021, { ...base, cites, values: { 'limits.decision.end': 1 } })).toThrow('RS-X')
  })
})

test('the parts of a set name each other rightly', () => {
  for (const set of RULE_SETS) {
    const papers = new Set(set.papers.map(({ code }) => code))
    const named = [set.readmission.consent.value, ...set.specials.flatMap((special) => special.papers.value)]
    for (const code of named) expect(papers).toContain(code)
    expect(set.specials.map(({ id }) => id).toSorted()).toEqual([...SpecialCase.options].toSorted())
    expect(set.limits.map(({ id }) => id).toSorted()).toEqual([...LimitId.options].toSorted())
    for (const { address, sourced } of ruleValues(set)) {
      expect(ruleValueAt(set, address)).toBe(sourced)
      expect(addressOf(set, sourced)).toBe(address)
    }
  }
})

const HASHES = {
  'RS-2016': 'dbb6b93ff1a80c6c2f7ed6b63923b53e1bb67a348170c31a218cae8b1fad1079',
  'RS-2021': 'dbb569bbbdfafb171175f48f6d6607c7e81e0898adce2b3f323b6d9af2dfacd8',
  'RS-2025a': '9a54d27122b4af2571613356415ac8fc86e5301128acd7cde509e17926ae4baa',
  'RS-2025b': '460814d0fec038813e5142341cef40b2bde9c370f635bf5656beb28579500c33',
  'RS-2026a': '86adcb8251c86e859b8a6d2c1f02739ab1ca5bbd56b112e8378292c63d31cb35',
  'RS-2026b': 'b298a9abae233e81f5d68be4b75486508f4a64b07f254733b03131e54bdcf9e6',
}
