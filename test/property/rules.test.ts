/** The rules on any case: whole-number votes equal fractions, and an assessment holds until the day it names. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../shared/calendar/plain-date.ts'
import { meetsShare, neededVotes } from '../../shared/rules/votes.ts'
import { ruleChanges, ruleSetOn } from '../../shared/rules/sets/index.ts'
import { RS_2021 } from '../../shared/rules/sets/rs-2021.ts'
import { aCase, aDossier, type CaseBuilder } from '../support/case-builder.ts'

const share = fc
  .record({ numerator: fc.integer({ min: 1, max: 100 }), denominator: fc.integer({ min: 1, max: 100 }) })
  .filter(({ numerator, denominator }) => numerator <= denominator)

test('votes reach a share exactly where the fraction does', () => {
  fc.assert(
    fc.property(
      share,
      fc.boolean(),
      fc.integer({ min: 1, max: 5000 }),
      fc.nat(6000),
      ({ numerator, denominator }, strict, of, agree) => {
        const left = BigInt(agree) * BigInt(denominator)
        const right = BigInt(numerator) * BigInt(of)
        const rule = { numerator, denominator, strict }
        expect(meetsShare(agree, of, rule)).toBe(strict ? left > right : left >= right)
        const needed = neededVotes(of, rule)
        expect(meetsShare(needed, of, rule)).toBe(true)
        expect(needed === 1 || !meetsShare(needed - 1, of, rule)).toBe(true)
      },
    ),
  )
})

const day = fc.integer({ min: 0, max: 2200 }).map((n) => addDays('2021-01-01', n))
const birth = fc
  .integer({ min: 0, max: 17_000 })
  .map((n) => addDays('1961-01-01', n))
  .chain((date) => fc.constantFrom(date, date.slice(0, 7), date.slice(0, 4)))
const code = fc.constantFrom(...RS_2021.papers.map((paper) => paper.code))
const count = fc.integer({ min: 0, max: 12 })

/** One act of any kind, in any order: what comes in from another office need not be sensible. */
const act: fc.Arbitrary<(built: CaseBuilder) => CaseBuilder> = fc.oneof(
  fc.record({ birth }).map((profile) => (built: CaseBuilder) => built.with(profile)),
  fc
    .record(
      {
        education: fc.constantFrom('none', 'literate', 'primary', 'lowerSecondary', 'upperSecondary' as const),
        specialArea: fc.boolean(),
        tradeUnionMember: fc.boolean(),
        youthUnionSince: birth,
      },
      { requiredKeys: [] },
    )
    .map((profile) => (built: CaseBuilder) => built.with(profile)),
  fc.tuple(code, fc.option(day, { nil: undefined })).map(
    ([paper, date]) =>
      (built: CaseBuilder) =>
        built.withPaper(paper, date),
  ),
  fc.tuple(fc.constantFrom('CN-NTVD', '1-KND', '3-KND'), day).map(
    ([paper, date]) =>
      (built: CaseBuilder) =>
        built.withPaper(paper, date, { person: 'Trần Văn Bình' }),
  ),
  day.map((from) => (built: CaseBuilder) => built.withHelper({ name: 'Trần Văn Bình', from })),
  fc.tuple(day, count, count, count).map(
    ([date, official, excluded, agree]) =>
      (built: CaseBuilder) =>
        built.withBranchVote(date, { official, excluded, presentOfficial: official, agree }),
  ),
  fc.tuple(day, count).map(
    ([date, agree]) =>
      (built: CaseBuilder) =>
        built.withCommitteeVote(date, { agree }),
  ),
  fc.tuple(day, fc.option(day, { nil: undefined })).map(([date, answerBy]) => (built: CaseBuilder) => {
    const sent = built.withSubmission(date)
    return answerBy === undefined ? sent : sent.withReceived(date, { date, answerBy })
  }),
  fc.tuple(day, fc.constantFrom('admit' as const, 'refuse' as const)).map(
    ([date, outcome]) =>
      (built: CaseBuilder) =>
        built.withDecision(date, { outcome }),
  ),
  day.map((date) => (built: CaseBuilder) => built.withReceipt(date)),
  day.map((date) => (built: CaseBuilder) => built.takenOver().withCeremony(date)),
  fc.constantFrom('C5', 'C1-young', 'C13:2022-01-01').map((lift) => (built: CaseBuilder) => built.withLift(lift)),
  fc.constant((built: CaseBuilder) => built.takenOver()),
)

const anyCase = fc
  .tuple(
    fc.constantFrom(aCase(), aDossier()),
    fc.array(act, { maxLength: 8 }),
    fc
      .option(day, { freq: 2, nil: undefined })
      .map((ended) => (ended !== undefined && ended < '2022' ? ended : undefined)),
  )
  .map(([begun, acts, ended]) => {
    const built = acts.reduce((so, next) => next(so), begun)
    return ended === undefined ? built : built.withEnding(ended)
  })

const unit = fc.constantFrom(
  { type: 'branch', name: 'Chi bộ' } as const,
  { type: 'branch', name: 'Chi bộ', inSection: true } as const,
  { type: 'baseBranch', name: 'Chi bộ cơ sở' } as const,
)

/** Days on from today: some soon, some far. */
const later = fc.array(fc.oneof(fc.nat(30), fc.nat(400), fc.nat(3000)), { minLength: 4, maxLength: 8 })

/** Two sets that differ in what can be told: the period of RS-2021 cut in two, the second one stricter. */
const sets = [
  { ...RS_2021, to: '2023-06-30' },
  {
    ...RS_2021,
    id: 'RS-STRICT',
    from: '2023-07-01',
    to: '2024-12-31',
    notices: { ...RS_2021.notices, certificateDays: { ...RS_2021.notices.certificateDays, value: 200 } },
    eligibility: { ...RS_2021.eligibility, maxAgeMonths: { ...RS_2021.eligibility.maxAgeMonths, value: 660 } },
  },
]

test('the same input gives the same assessment, and it holds for every day before validUntil', () => {
  fc.assert(
    fc.property(
      anyCase,
      unit,
      day,
      fc.boolean(),
      fc.boolean(),
      later,
      (built, where, today, superiorIsSelf, own, steps) => {
        const rules = own ? { rules: (on: string) => ruleSetOn(on, sets), ruleChanges: ruleChanges(sets) } : {}
        const context = { unit: where, superiorIsSelf, ...rules }
        const first = built.on(today, context)
        expect(built.on(today, context)).toEqual(first)
        const { validUntil } = first
        if (validUntil !== null) expect(validUntil > today).toBe(true)
        const days = [1, ...steps].map((n) => addDays(today, n))
        if (validUntil !== null) days.push(addDays(validUntil, -1))
        for (const then of days) {
          if (then < today || (validUntil !== null && then >= validUntil)) continue
          expect(built.on(then, context)).toEqual(first)
        }
      },
    ),
    { numRuns: fc.readConfigureGlobal().numRuns ?? 1000 },
  )
})

test('no act a person can record makes an assessment fail', () => {
  fc.assert(
    fc.property(anyCase, unit, day, (built, where, today) => {
      const assessment = built.on(today, { unit: where })
      for (const { id, code: of } of assessment.findings) {
        expect(id.startsWith(of)).toBe(true)
        expect(id.length).toBeLessThanOrEqual(20)
      }
    }),
    { numRuns: fc.readConfigureGlobal().numRuns ?? 500 },
  )
})
