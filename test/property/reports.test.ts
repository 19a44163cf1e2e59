/**
 * Whatever the house and its people: every breakdown has the total of the report (C42), the parts add up to the whole,
 * every figure opens exactly its people, and nobody counts twice.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { periodOf } from '../../shared/calendar/period.ts'
import { Area, Education, Sector, Sex, UnitType } from '../../shared/model/codes.ts'
import { breakdownsOf, DIMENSIONS } from '../../shared/reports/breakdown.ts'
import type { Admission, Facts } from '../../shared/reports/facts.ts'
import { layOut, makeReport, peopleIn } from '../../shared/reports/report.ts'
import { admissionOf, AGES, countOf, factsOf, officeOf, SELF, targetOf, unitOf } from '../support/report-facts.ts'

const OFFICES = [SELF, 'x', 'y'] as const
const UNITS = ['a', 'b', 'c', 'd', 'e'] as const
const someDay = fc
  .tuple(fc.integer({ min: 2021, max: 2023 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}-11`)
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })

const someUnits = fc.tuple(
  ...UNITS.map((id) =>
    fc
      .record({
        type: fc.constantFrom(...UnitType.options),
        sector: orNull(fc.constantFrom(...Sector.options)),
        area: orNull(fc.constantFrom(...Area.options)),
        parent: orNull(fc.constantFrom(...UNITS)),
        keeper: fc.constantFrom(...OFFICES),
        from: orNull(someDay),
        to: orNull(someDay),
        successors: fc.uniqueArray(fc.constantFrom(...UNITS), { maxLength: 2 }),
      })
      .map((given) => unitOf(id, given)),
  ),
)

const someAdmissions: fc.Arbitrary<readonly Admission[]> = fc
  .array(
    fc.record({
      day: someDay,
      unit: fc.constantFrom(...UNITS, 'unknown'),
      keeper: fc.constantFrom(...OFFICES, 'stranger'),
      sex: orNull(fc.constantFrom(...Sex.options)),
      education: orNull(fc.constantFrom(...Education.options)),
      birth: orNull(fc.constantFrom('1980', '1999-05-12', '2010-01-01', '1950-07')),
      religion: orNull(fc.constantFrom('Không', 'không', 'Phật giáo', 'phật giáo ')),
      ethnicity: orNull(fc.constantFrom('Kinh', 'kinh', 'Mường')),
      identityNumber: orNull(fc.constantFrom('1', '2', '3')),
      isTakenOver: fc.boolean(),
    }),
    { maxLength: 30 },
  )
  .map((rows) =>
    rows.map(({ day, unit, ...given }, n) => admissionOf(`case${String(n).padStart(2, '0')}`, day, unit, given)),
  )

const someFacts: fc.Arbitrary<Facts> = fc
  .tuple(
    someUnits,
    someAdmissions,
    fc.array(fc.tuple(fc.nat(29), fc.nat(29)), { maxLength: 4 }),
    fc.array(fc.tuple(fc.constantFrom(...UNITS, ...OFFICES), fc.nat(20)), { maxLength: 5 }),
  )
  .map(([units, admissions, links, numbers]) =>
    factsOf({
      offices: [officeOf(SELF, { isSelf: true }), officeOf('x', { unit: 'a' }), officeOf('y')],
      units,
      admissions,
      links: links.map(([one, other]) => ({
        case: `case${String(one).padStart(2, '0')}`,
        previously: `case${String(other).padStart(2, '0')}`,
      })),
      targets: [...new Map(numbers)].map(([owner, number]) => targetOf(owner, 2023, number)),
      counts: [...new Map(numbers)].map(([owner, number]) => countOf(owner, '2022-12-31', number)),
    }),
  )

const YEAR = periodOf('year', 2023, 1)

test('totals of all breakdowns equal the report, and every figure opens exactly its people', () => {
  fc.assert(
    fc.property(someFacts, (facts) => {
      const laid = layOut(facts)
      const report = makeReport(laid, { period: YEAR, today: '2024-01-01', ageBands: AGES })
      const admitted = report?.lines[0]?.number ?? -1
      expect(report?.breakdowns.map(({ dimension }) => dimension)).toEqual([...DIMENSIONS])
      for (const { dimension, rows } of report?.breakdowns ?? []) {
        expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(admitted)
        for (const { value, count } of rows)
          expect(peopleIn(laid, YEAR, laid.tree.whole, { line: 'admitted', dimension, value })).toHaveLength(count)
      }
    }),
  )
})

test('C42: counted from the same day, a longer period has never fewer, in any line or part', () => {
  const ends = ['2023-01-31', '2023-03-31', '2023-06-30', '2023-12-31', '2024-02-29']
  fc.assert(
    fc.property(someFacts, (facts) => {
      const acts = facts.admissions.map(({ case: id, day, unit, keeper }, n) => ({
        case: id,
        day,
        unit,
        keeper,
        act: n % 2 === 0 ? ('ceremony' as const) : ('submitted' as const),
      }))
      const laid = layOut({ ...facts, acts })
      let before: ReadonlyMap<string, number> = new Map()
      for (const to of ends) {
        const period = { kind: 'any', from: '2023-01-01', to } as const
        const report = makeReport(laid, { period, today: to, ageBands: AGES })
        if (report === null) throw new Error('no report')
        const parts = report.parts.map(({ id, number }) => [id, number] as const)
        const numbers = new Map([...report.lines.map(({ code, number }) => [code, number] as const), ...parts])
        for (const [of, number] of before) expect(numbers.get(of) ?? 0).toBeGreaterThanOrEqual(number)
        before = numbers
      }
    }),
  )
})

test('parts add up to the whole, but for what stands at an office itself', () => {
  fc.assert(
    fc.property(someFacts, (facts) => {
      const laid = layOut(facts)
      const report = makeReport(laid, { period: YEAR, today: '2024-01-01', ageBands: AGES })
      const parts = (report?.parts ?? []).reduce((sum, { number }) => sum + number, 0)
      const atTop = laid.admissions.filter(
        ({ day, unit, keeper }) => day.startsWith('2023') && laid.tree.placeOf(unit, keeper)?.kind === 'whole',
      )
      expect(parts + atTop.length).toBe(report?.lines[0]?.number)
      expect(report?.year.parts.reduce((sum, { admitted }) => sum + admitted.number, atTop.length)).toBe(
        report?.year.whole.admitted.number,
      )
    }),
  )
})

test('nobody counts twice, in whatever order the rows come', () => {
  fc.assert(
    fc.property(someFacts, fc.array(fc.nat(), { minLength: 30, maxLength: 30 }), (facts, places) => {
      const laid = layOut(facts)
      const shuffled = facts.admissions
        .map((one, n) => ({ one, at: places[n] ?? 0 }))
        .toSorted((a, b) => a.at - b.at)
        .map(({ one }) => one)
      expect(layOut({ ...facts, admissions: shuffled }).admissions).toEqual(laid.admissions)
      const byNumber = laid.admissions.flatMap(({ identityNumber, day }) =>
        identityNumber === null ? [] : [`${identityNumber} ${day}`],
      )
      expect(new Set(byNumber).size).toBe(byNumber.length)
    }),
  )
})

test('a breakdown that lost somebody stops the report', () => {
  expect(() =>
    breakdownsOf(
      [admissionOf('1', '2023-01-01', 'a')],
      () => {
        throw new Error('lost')
      },
      AGES,
    ),
  ).toThrow('lost')
})
