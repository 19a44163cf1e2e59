import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DocumentKind, FactCode, type Facts } from '../../shared/documents/codes.ts'
import { NOTHING_DONE } from '../../shared/model/case/matter-state.ts'
import { compose, DOCUMENT_KINDS } from '../../shared/documents/compose/index.ts'
import type { CaseMaterial, Material } from '../../shared/documents/material.ts'
import { modelText } from '../../shared/documents/model.ts'
import { nextNumber, numberWarnings } from '../../shared/documents/number.ts'
import { numberParts } from '../../shared/model/number-series.ts'
import type { Act } from '../../shared/model/case/act.ts'
import { NOTHING_BEFORE } from '../../shared/model/case/before.ts'
import type { CaseState } from '../../shared/model/case-state.ts'
import type { BranchVote, CommitteeVote } from '../../shared/model/acts.ts'
import { ruleSetOn } from '../../shared/rules/sets/index.ts'
import { runs } from '../support/arbitraries.ts'
import { someProfile } from '../support/arbitrary-acts.ts'
import { personName, someDay, someLine } from '../support/arbitrary-values.ts'

const mark = { entry: 'e', office: 'o', origin: 'recorded', onPaper: false } as const

const branchVote: fc.Arbitrary<Act<BranchVote>> = fc
  .record({ official: fc.integer({ min: 3, max: 40 }), absent: fc.nat(2), disagree: fc.nat(1), date: someDay })
  .map(({ official, absent, disagree, date }) => ({
    ...mark,
    date,
    official,
    probationary: 1,
    excluded: 0,
    presentOfficial: official - absent,
    presentProbationary: 1,
    absences: absent === 0 ? [] : [{ count: absent, reason: 'ốm' }],
    method: 'ballot' as const,
    agree: Math.max(0, official - absent - disagree),
    disagree,
    blank: 0,
    resolution: { number: '12-NQ/CB', date },
  }))

const committeeVote: fc.Arbitrary<Act<CommitteeVote>> = fc
  .record({ members: fc.integer({ min: 3, max: 40 }), absent: fc.nat(2), date: someDay })
  .map(({ members, absent, date }) => ({
    ...mark,
    date,
    members,
    present: members - absent,
    agree: members - absent,
    disagree: 0,
    blank: 0,
    resolution: { number: '34-NQ/ĐU', date },
  }))

const plainName = personName.filter((name) => !/[.…_]{3,}/u.test(name))

const held: fc.Arbitrary<CaseMaterial> = fc
  .record({
    profile: someProfile,
    name: plainName,
    branchVotes: fc.array(branchVote, { maxLength: 1 }),
    committeeVotes: fc.array(committeeVote, { maxLength: 1 }),
    own: fc.boolean(),
    decidesHere: fc.boolean(),
    type: fc.constantFrom('branch', 'baseBranch', 'baseCommittee'),
    isMember: fc.boolean(),
  })
  .map(({ profile, name, branchVotes, committeeVotes, own, decidesHere, type, isMember }) => {
    const state: CaseState = {
      ...NOTHING_BEFORE,
      id: 'c',
      known: 'full',
      keeper: 'o',
      onPaper: false,
      unit: 'u',
      profile: { ...profile, name },
      registeredOn: null,
      previously: null,
      takenOver: null,
      line: null,
      helpers: [],
      papers: [],
      branchVotes,
      committeeVotes,
      submissions: [],
      decisions: [],
      decision: null,
      receipt: null,
      ceremony: isMember ? { date: '2023-02-03' } : null,
      recognition: isMember ? { ...NOTHING_DONE, branchVotes, committeeVotes } : NOTHING_DONE,
      removal: NOTHING_DONE,
      cancellation: NOTHING_DONE,
      ending: null,
      lifts: [],
      conflicts: [],
      retracted: [],
      voidRetractions: [],
    } as unknown as CaseState
    const unit = {
      id: 'u',
      unit: { name: 'Chi bộ thôn Đồng Sơn', type },
      keeper: 'o',
      counts: [],
      listed: null,
      reviews: [],
      same: null,
    }
    return { state, unit, parent: null, keeperName: 'Đảng ủy xã Đồng Hóa', own, decidesHere }
  })

const typedText = fc.oneof(
  fc.constantFrom('Nguyễn Văn Khánh', 'Có .................... điểm', '…………', '', 'Hai dòng\nvà dòng sau', '_____'),
  someLine,
  someDay,
)

const isDay = (code: string): boolean => /Date$|birth|answerBy/.test(code)

/** Some facts, or all of them: with more kinds of documents the first alone would hardly ever fill one. */
const facts: fc.Arbitrary<Facts> = fc.oneof(
  fc.dictionary(fc.constantFrom(...FactCode.options), typedText),
  fc.record(Object.fromEntries(FactCode.options.map((code) => [code, isDay(code) ? someDay : typedText]))),
)

const CASE_KINDS = DocumentKind.options.filter((kind) => DOCUMENT_KINDS[kind].about.startsWith('case'))

function materialOf(cases: readonly CaseMaterial[]): Material {
  const profile = { name: 'Đảng ủy xã Đồng Hóa', code: 'x', place: 'Đồng Hóa', superiorName: 'Huyện ủy Kim Bảng' }
  return {
    today: '2024-03-01',
    office: { id: 'o', profile: { ...profile, capacities: [{ capacity: 'proposes', from: '2020-01-01' }] } },
    userName: 'Trần Thị Hồng Nhung',
    rulesOn: (day) => ruleSetOn(day),
    cases,
    bundle: null,
    report: null,
    class: null,
    meeting: null,
    follow: null,
    cited: [],
    remembered: {},
    used: [],
  }
}

test('a document has no dots to fill in, always the name, and nothing that is not there', () => {
  let made = 0
  fc.assert(
    fc.property(fc.constantFrom(...CASE_KINDS), held, facts, fc.boolean(), (kind, one, typed, isLater) => {
      const composed = compose(
        { kind, facts: typed, ...(isLater ? { numberLater: true } : { number: '7' }) },
        materialOf([one]),
      )
      if (composed === null) throw new Error('no material')
      expect(composed.document === null).toBe(composed.missing.length > 0)
      if (composed.document === null) return
      made += 1
      const text = modelText(composed.document)
      expect(text.replaceAll('./.', '')).not.toMatch(/[.…_]{3,}/u)
      expect(text).toContain(one.state.profile.name)
      expect(text).not.toMatch(/undefined|\bnull\b|NaN|\[object/u)
      expect(text).toBe(text.normalize('NFC'))
    }),
    runs(400),
  )
  expect(made).toBeGreaterThan(0)
})

test('a document whose every fact is given lacks only what must be recorded', () => {
  const all = Object.fromEntries(
    FactCode.options.map((code) => [
      code,
      /Date$|birth|answerBy|introducer(Admitted|Official)|helpedSince/.test(code) ? '2000-05-03' : 'Nội dung',
    ]),
  )
  fc.assert(
    fc.property(fc.constantFrom(...CASE_KINDS), held, (kind, one) => {
      const composed = compose({ kind, number: '7', facts: all }, materialOf([one]))
      const codes: readonly string[] = FactCode.options
      expect(composed?.missing.filter((code) => codes.includes(code))).toEqual([])
    }),
    runs(200),
  )
})

test('the number proposed is new, and higher than every number of its type', () => {
  const used = fc.array(
    fc.record({ count: fc.integer({ min: 1, max: 900 }), type: fc.constantFrom('NQ', 'CV', 'QĐ'), date: someDay }),
  )
  fc.assert(
    fc.property(used, (list) => {
      const register = list.map(({ count, type, date }) => ({ number: `${count}-${type}/ĐU`, date, cases: [] }))
      const next = nextNumber(register, 'NQ', 'ĐU')
      const count = numberParts(next)?.count ?? 0
      for (const { number } of register) {
        const parts = numberParts(number)
        if (parts?.type === 'NQ') expect(count).toBeGreaterThan(parts.count)
      }
      expect(numberWarnings(next, '9999-12-31', register).map(({ code }) => code)).not.toContain('numberUsed')
    }),
    runs(200),
  )
})
