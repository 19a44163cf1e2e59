/** Reports from facts: who counts, once, where; plan and members; units that end and begin; what cannot be said. */
import { expect, test } from 'vitest'
import { periodOf, upTo, yearBefore } from '../../../../shared/calendar/period.ts'
import { coverageOf } from '../../../../shared/reports/coverage.ts'
import { forecastOf, pipelineOf } from '../../../../shared/reports/forecast.ts'
import { distinctAdmissions } from '../../../../shared/reports/people.ts'
import { ratioOf } from '../../../../shared/reports/ratio.ts'
import { asKnownAt, layOut, makeReport, peopleIn } from '../../../../shared/reports/report.ts'
import { sourcesOf } from '../../../../shared/reports/sources.ts'
import { targetResult } from '../../../../shared/reports/targets.ts'
import type { Facts, PersonStanding } from '../../../../shared/reports/facts.ts'
import { admissionOf, AGES, countOf, factsOf, officeOf, SELF, targetOf, unitOf } from '../../../support/report-facts.ts'

const YEAR = periodOf('year', 2023, 1)
const END = '2024-01-19'

function resultOf(facts: Facts) {
  const laid = layOut(facts)
  return targetResult(
    { ...facts, tree: laid.tree, admissions: laid.admissions },
    { year: 2023, upTo: '2023-12-31', membersOn: '2022-12-31' },
  )
}

test('periods are whole, and the year before ends with its month', () => {
  expect(periodOf('quarter', 2024, 1)).toEqual({ kind: 'quarter', from: '2024-01-01', to: '2024-03-31' })
  expect(periodOf('half', 2023, 2)).toMatchObject({ from: '2023-07-01', to: '2023-12-31' })
  expect(yearBefore(periodOf('month', 2024, 2))).toEqual({ kind: 'month', from: '2023-02-01', to: '2023-02-28' })
  expect(yearBefore({ kind: 'any', from: '2024-02-29', to: '2024-02-29' })).toMatchObject({ to: '2023-02-28' })
  expect(upTo(YEAR, '2023-05-05')).toMatchObject({ from: '2023-01-01', to: '2023-05-05' })
  expect(upTo(YEAR, '2022-12-31')).toBeNull()
  expect(() => periodOf('quarter', 2024, 5)).toThrow('no quarter 5')
})

test('a share is rounded half up in tenths, and has no per cent of nothing', () => {
  expect(ratioOf(148, 145)).toEqual({ numerator: 148, denominator: 145, tenths: 1021 })
  expect(ratioOf(1, 2000).tenths).toBe(1)
  expect(ratioOf(1, 2001).tenths).toBe(0)
  expect([ratioOf(3, 0).tenths, ratioOf(3, null).tenths]).toEqual([null, null])
})

test('a person who moved twice, with a case begun anew each time, counts once and where it happened', () => {
  const facts = factsOf({
    units: [unitOf('a'), unitOf('b'), unitOf('c')],
    admissions: [
      admissionOf('3', '2023-03-01', 'c', { isTakenOver: true }),
      admissionOf('1', '2023-03-01', 'a'),
      admissionOf('2', '2023-03-02', 'b', { isTakenOver: true }),
      admissionOf('9', '2023-05-01', 'b', { identityNumber: '001190000001', isTakenOver: true }),
      admissionOf('8', '2023-05-03', 'c', { identityNumber: '001190000001' }),
    ],
    links: [
      { case: '2', previously: 'x' },
      { case: 'x', previously: '1' },
      { case: '3', previously: '2' },
    ],
  })
  expect(distinctAdmissions(facts).map(({ case: id }) => id)).toEqual(['1', '8'])
  expect(layOut(facts).repeated.map(({ case: id }) => id)).toEqual(['3', '2', '9'])
  // What our own office has judged counts here, and not in what the unit of 8 can know by itself.
  const judged = { ...facts, judged: [{ case: '8', previously: '1' }] }
  expect(distinctAdmissions(judged).map(({ case: id }) => id)).toEqual(['1'])
  const known = layOut(judged)
  const c = known.tree.place('c')
  expect(c && asKnownAt(known, c).admissions.map(({ case: id }) => id)).toEqual(['3', '8'])
  const report = makeReport(layOut(facts), { period: YEAR, today: END, ageBands: AGES })
  expect(report?.lines[0]?.number).toBe(2)
  expect(report?.parts).toEqual([
    { id: 'a', number: 1 },
    { id: 'b', number: 0 },
    { id: 'c', number: 1 },
  ])
})

test('somebody admitted again years later counts again, and as such', () => {
  const facts = factsOf({
    units: [unitOf('a')],
    admissions: [
      admissionOf('1', '2015-03-01', 'a', { identityNumber: 'x' }),
      admissionOf('2', '2023-03-01', 'a', { identityNumber: 'x', isAgain: true }),
    ],
  })
  const report = makeReport(layOut(facts), { period: YEAR, today: END, ageBands: AGES })
  expect(report?.lines.slice(0, 2).map(({ number }) => number)).toEqual([1, 1])
})

test('what an office that is none of ours had does not count here', () => {
  const facts = factsOf({
    offices: [officeOf(SELF, { isSelf: true }), officeOf('commune')],
    units: [unitOf('a'), unitOf('b', { keeper: 'commune' })],
    admissions: [
      admissionOf('1', '2023-03-01', 'a'),
      admissionOf('2', '2023-03-01', 'b', { keeper: 'commune' }),
      // The branch is not known here, the office is.
      admissionOf('3', '2023-03-01', 'unknown', { keeper: 'commune' }),
      admissionOf('4', '2023-03-01', 'elsewhere', { keeper: 'stranger' }),
    ],
  })
  const report = makeReport(layOut(facts), { period: YEAR, today: END, ageBands: AGES })
  expect(report?.lines[0]?.number).toBe(3)
  expect(report?.parts).toEqual([
    { id: 'commune', number: 2 },
    { id: 'a', number: 1 },
  ])
})

test('a report stops at today, and compares with the same days a year before', () => {
  const laid = layOut(
    factsOf({
      units: [unitOf('a')],
      admissions: [
        admissionOf('1', '2022-02-01', 'a'),
        admissionOf('2', '2022-09-01', 'a'),
        admissionOf('3', '2023-02-01', 'a'),
      ],
      acts: [
        { case: '3', act: 'ceremony', day: '2023-02-20', unit: 'a', keeper: SELF },
        { case: '3', act: 'ceremony', day: '2023-02-20', unit: 'a', keeper: SELF },
      ],
    }),
  )
  const report = makeReport(laid, { period: YEAR, today: '2023-06-30', ageBands: AGES })
  expect(report).toMatchObject({ asOf: '2023-06-30' })
  expect(report?.lines.find(({ code }) => code === 'admitted')).toEqual({ code: 'admitted', number: 1, before: 1 })
  expect(report?.lines.find(({ code }) => code === 'ceremony')).toMatchObject({ number: 1 })
  expect(
    makeReport(laid, { period: periodOf('year', 2025, 1), today: '2023-06-30', ageBands: AGES })?.lines[0],
  ).toMatchObject({
    number: 0,
  })
  expect(makeReport(laid, { period: YEAR, today: END, at: 'nowhere', ageBands: AGES })).toBeNull()
  expect(peopleIn(laid, YEAR, laid.tree.whole, { line: 'admitted', part: 'a' })).toEqual(['3'])
})

test('members: a newer own count, else the sum of the parts, else what is missing by name', () => {
  const units = [unitOf('u', { type: 'baseCommittee' }), unitOf('a', { parent: 'u' }), unitOf('b', { parent: 'u' })]
  const counted = (counts: Facts['counts']) => resultOf(factsOf({ units, counts })).whole.members
  expect(counted([countOf('a', '2022-12-31', 10), countOf('b', '2022-12-01', 5)])).toMatchObject({
    members: 15,
    counted: '2022-12-01',
  })
  expect(
    counted([countOf('u', '2022-12-15', 20), countOf('a', '2022-12-31', 10), countOf('b', '2022-12-01', 5)]),
  ).toMatchObject({ members: 20 })
  expect(counted([countOf('a', '2022-12-31', 10), countOf('b', '2023-01-05', 5)])).toMatchObject({
    members: 10,
    missing: [{ id: 'b', name: 'Chi bộ b' }],
  })
  expect(counted([countOf(SELF, '2022-12-31', 30, true)])).toMatchObject({ members: 30, isTyped: true, missing: [] })
  const row = resultOf(factsOf({ units, counts: [countOf('a', '2022-12-31', 10)] })).whole
  expect(row.ofMembers).toEqual({ numerator: 0, denominator: null, tenths: null })
  expect(row.notes).toContainEqual({ code: 'membersMissing', names: ['Chi bộ b'] })
})

test('a plan of nothing, one revised below the result, none at all: said, and no per cent made up', () => {
  const units = [unitOf('a'), unitOf('b'), unitOf('c')]
  const admissions = ['1', '2', '3'].map((id) => admissionOf(id, '2023-03-01', 'a'))
  const { whole, parts } = resultOf(
    factsOf({
      units,
      admissions,
      targets: [targetOf('a', 2023, 2, 1), targetOf('b', 2023, 0), targetOf(SELF, 2023, 5)],
    }),
  )
  expect(whole).toMatchObject({ plan: { number: 5, of: 'place', parts: 2 }, ofPlan: { tenths: 600 } })
  expect(whole.notes).toContainEqual({ code: 'partsDiffer', plan: 5, parts: 2 })
  const notes = new Map(parts.map(({ id, notes: all }) => [id, all.map(({ code }) => code)]))
  expect(notes.get('a')).toContain('planBelowResult')
  expect(notes.get('b')).toContain('zeroPlan')
  expect(notes.get('c')).toContain('noPlan')
  expect(parts.map(({ ofPlan }) => ofPlan.tenths)).toEqual([1500, null, null])
})

test('units merged and split in mid-year keep their own figures, are named on both sides, and the sum is whole', () => {
  const facts = factsOf({
    units: [
      unitOf('a', { to: '2023-06-30', successors: ['c'] }),
      unitOf('b', { to: '2023-06-30', successors: ['c'] }),
      unitOf('c', { from: '2023-07-01' }),
      unitOf('old', { to: '2023-03-31', successors: ['x', 'y'] }),
      unitOf('x', { from: '2023-04-01' }),
      unitOf('y', { from: '2023-04-01' }),
      unitOf('gone', { to: '2019-01-01' }),
    ],
    admissions: [
      admissionOf('1', '2023-03-01', 'a'),
      admissionOf('2', '2023-05-01', 'b'),
      admissionOf('3', '2023-09-01', 'c'),
      admissionOf('4', '2023-02-01', 'old'),
    ],
    counts: [countOf('a', '2022-12-31', 10), countOf('b', '2022-12-31', 20), countOf('old', '2022-12-31', 30)],
    targets: [targetOf('a', 2023, 1), targetOf('b', 2023, 2), targetOf('c', 2023, 1)],
  })
  const { whole, parts } = resultOf(facts)
  expect(whole).toMatchObject({ admitted: { number: 4 }, plan: { number: 4 }, members: { members: 60, missing: [] } })
  expect(parts.map(({ id, admitted }) => [id, admitted.number])).toEqual([
    ['a', 1],
    ['b', 1],
    ['c', 1],
    ['old', 1],
    ['x', 0],
    ['y', 0],
  ])
  const notesOf = (id: string) => parts.find((part) => part.id === id)?.notes
  expect(notesOf('a')).toEqual([{ code: 'ended', to: '2023-06-30', successors: ['Chi bộ c'] }])
  expect(notesOf('c')).toEqual([
    { code: 'began', from: '2023-07-01' },
    { code: 'tookOver', from: ['Chi bộ a', 'Chi bộ b'], admitted: 2, plan: 3 },
  ])
  // A branch that took over goes on with the history of those before it.
  const laid = layOut({ ...facts, admissions: [admissionOf('1', '2021-03-01', 'a')] })
  const coverage = coverageOf({ ...laid.facts, admissions: laid.admissions }, laid.tree, '2023-12-31')
  expect(coverage.branches.find(({ id }) => id === 'c')).toMatchObject({
    last: '2021-03-01',
    by: 'predecessor',
    idle: 'one',
  })
})

test('a unit matched with the one of its office stays one with it after that office gave itself to ours; no circle loses one', () => {
  const facts = factsOf({
    units: [
      unitOf('paper', { sameAs: 'own' }),
      unitOf('own'),
      unitOf('left', { sameAs: 'right' }),
      unitOf('right', { sameAs: 'left' }),
    ],
    counts: [countOf('paper', '2022-12-20', 21)],
    targets: [targetOf('paper', 2023, 2)],
    admissions: [admissionOf('1', '2023-03-01', 'paper'), admissionOf('2', '2023-04-01', 'own')],
  })
  expect(
    resultOf(facts).parts.map(({ id, plan, admitted, members }) => [id, plan.number, admitted.number, members.members]),
  ).toEqual([
    ['own', 2, 2, 21],
    ['left', null, 0, null],
    ['right', null, 0, null],
  ])
})

test('parents that name each other, or are kept elsewhere, hang nobody in a circle', () => {
  const facts = factsOf({
    offices: [officeOf(SELF, { isSelf: true }), officeOf('commune', { unit: 'u' })],
    units: [
      unitOf('a', { parent: 'b' }),
      unitOf('b', { parent: 'a' }),
      unitOf('u', { type: 'baseCommittee' }),
      unitOf('v', { keeper: 'commune', parent: 'u' }),
    ],
    counts: [countOf('u', '2022-12-31', 40)],
    targets: [targetOf('commune', 2023, 3)],
  })
  const { parts } = resultOf(facts)
  expect(parts.map(({ id }) => id)).toEqual(['commune', 'a', 'b'])
  expect(parts[0]).toMatchObject({ members: { members: 40 }, plan: { number: 3 } })
})

test('coverage: branches by how long, by sector and by area, never both at once', () => {
  const facts = factsOf({
    units: [
      unitOf('a'),
      unitOf('b', { sector: 'enterprise', area: 'urban' }),
      unitOf('c', { sector: null, area: null }),
      unitOf('d', { sector: 'school' }),
      unitOf('closed', { to: '2020-01-01' }),
    ],
    admissions: [admissionOf('1', '2023-03-01', 'a'), admissionOf('2', '2018-03-01', 'b')],
    members: [{ unit: 'c', day: '2021-01-01' }],
    totals: [{ owner: 'b', year: 2019, admitted: null, lastAdmission: '2019-05-05' }],
  })
  const laid = layOut(facts)
  const coverage = coverageOf({ ...facts, admissions: laid.admissions }, laid.tree, '2023-12-31')
  expect(coverage.whole).toEqual({
    value: 'all',
    total: 4,
    classes: { fresh: 1, one: 1, three: 1, five: 0, never: 1 },
  })
  expect(coverage.bySector.map(({ value }) => value)).toEqual(['enterprise', 'residential', 'school', 'unknown'])
  expect(coverage.byArea.map(({ value, total }) => [value, total])).toEqual([
    ['rural', 2],
    ['unknown', 1],
    ['urban', 1],
  ])
  expect(coverage.branches.map(({ by }) => by)).toEqual(['case', 'typed', 'register', null])
})

test('a forecast says from, likely and to, and why a plan may be missed', () => {
  const pipeline = pipelineOf([
    { stage: 'listed', isEnded: false, count: 9 },
    { stage: 'preparing', isEnded: false, count: 2 },
    { stage: 'committeeVoted', isEnded: false, count: 1 },
    { stage: 'received', isEnded: false, count: 3 },
    { stage: 'withdrawn', isEnded: true, count: 5 },
  ])
  expect(pipeline).toEqual({ listed: 9, helped: 0, trained: 0, preparing: 2, voted: 1, waiting: 3 })
  const asked = { year: 2023, today: '2023-06-30', plan: 10, admitted: 2, decidedBy: '2023-09-30' }
  const before = ['2022-03-01', '2022-08-01', '2021-07-01', '2021-08-01', '2021-09-01'].map((day) => ({ day }))
  const forecast = forecastOf(before, pipeline, asked)
  expect(forecast.byPipeline).toEqual({ low: 5, likely: 6, high: 8 })
  expect(forecast.byPace).toEqual({ low: 3, likely: 4, high: 5, years: [2021, 2022] })
  expect(forecast.whole).toEqual({ low: 3, likely: 5, high: 8 })
  expect(forecast).toMatchObject({ verdict: 'outOfReach', reasons: ['tooFewDossiers', 'paceTooSlow'] })
  // A year without anybody says as much of the pace as any other.
  const once = ['2021-03-01', '2021-08-01'].map((day) => ({ day }))
  expect(forecastOf(once, pipeline, asked).byPace).toEqual({ low: 2, likely: 3, high: 3, years: [2021, 2022] })
  expect(forecastOf([], pipeline, { ...asked, plan: 6 }).verdict).toBe('likely')
  expect(forecastOf([], pipeline, { ...asked, decidedBy: '2024-02-01' }).reasons).toContain('tooLate')
  expect(forecastOf([], pipelineOf([]), asked).reasons).toEqual(['noSource'])
  expect(forecastOf(before, pipeline, { ...asked, today: '2024-01-05' })).toMatchObject({
    whole: { low: 2, likely: 2, high: 2 },
    verdict: 'missed',
    reasons: [],
  })
  expect(forecastOf([], pipeline, { ...asked, plan: null }).verdict).toBeNull()
})

test('introductions add up to everybody, by what became of them, by name however it is spelt, and by sector', () => {
  let n = 0
  const some = (
    stage: Facts['standings'][number]['stage'],
    count: number,
    {
      source = 'youthUnion',
      wasAdmitted = false,
      by = null,
    }: { source?: string | null; wasAdmitted?: boolean; by?: string | null } = {},
  ): readonly PersonStanding[] =>
    Array.from({ length: count }, () => ({
      case: `p${(n += 1)}`,
      unit: 'a',
      keeper: SELF,
      stage,
      source,
      isEnded: false,
      wasAdmitted,
      age: null,
      introducedOn: null,
      introducedBy: by,
    }))
  const { bySource, byName, bySector } = sourcesOf(
    [
      ...some('listed', 2, { by: 'Đoàn xã Bình An' }),
      ...some('submitted', 1, { by: 'đoàn xã  bình an' }),
      ...some('probation', 3),
      ...some('withdrawn', 1),
      ...some('listed', 4, { source: null }),
      // Who was admitted stays so, whatever came after; who died before is nobody's failure.
      ...some('died', 5, { wasAdmitted: true }),
      ...some('movedAway', 6, { wasAdmitted: true }),
      ...some('died', 7),
      ...some('movedAway', 8),
    ],
    [admissionOf('1', '2023-01-01', 'a', { source: 'veterans' })],
    () => null,
  )
  expect(bySource).toEqual([
    { value: 'youthUnion', total: 33, listed: 2, dossier: 1, members: 14, ended: 9, died: 7, admitted: 0 },
    { value: 'veterans', total: 0, listed: 0, dossier: 0, members: 0, ended: 0, died: 0, admitted: 1 },
    { value: 'unknown', total: 4, listed: 4, dossier: 0, members: 0, ended: 0, died: 0, admitted: 0 },
  ])
  expect(byName).toMatchObject([{ label: 'Đoàn xã Bình An', total: 3, listed: 2, dossier: 1, admitted: null }])
  expect(bySector).toMatchObject([{ value: 'unknown', total: 37, admitted: 1 }])
})
