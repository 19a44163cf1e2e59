/** Reports beside their counts: levels of theory, uneven results, years before the program, figures that differ, age bands. */
import { expect, test } from 'vitest'
import { periodOf } from '../../../../shared/calendar/period.ts'
import { changedFigures } from '../../../../shared/reports/figures.ts'
import { ratioOf } from '../../../../shared/reports/ratio.ts'
import { layOut, makeReport, peopleIn } from '../../../../shared/reports/report.ts'
import { targetResult } from '../../../../shared/reports/targets.ts'
import { trendOf } from '../../../../shared/reports/trend.ts'
import type { Facts } from '../../../../shared/reports/facts.ts'
import { theoryLevel } from '../../../../shared/reports/theory.ts'
import { unevenSentence } from '../../../../shared/words/vi.ts'
import { admissionOf, AGES, factsOf, officeOf, SELF, unitOf } from '../../../support/report-facts.ts'

const YEAR = periodOf('year', 2023, 1)
const END = '2024-01-19'

function resultOf(facts: Facts) {
  const laid = layOut(facts)
  return targetResult(
    { ...facts, tree: laid.tree, admissions: laid.admissions },
    { year: 2023, upTo: '2023-12-31', membersOn: '2022-12-31' },
  )
}

test('levels of political theory are read from the usual words; other words are told as other, nothing as unknown', () => {
  const levels = [
    'Trung cấp lý luận chính trị',
    'SƠ CẤP',
    'Cao cấp LLCT',
    'cử nhân',
    'TC',
    'Không',
    'chưa qua',
    'đang học',
    ' ',
    null,
  ]
  expect(levels.map(theoryLevel)).toEqual([
    'intermediate',
    'elementary',
    'advanced',
    'bachelor',
    'intermediate',
    'none',
    'none',
    'other',
    null,
    null,
  ])
})

test('that results are uneven is said with the branches of each kind, and only where they are', () => {
  const row = (value: string, fresh: number, total: number) => ({
    value,
    total,
    classes: { fresh, one: total - fresh, three: 0, five: 0, never: 0 },
  })
  const coverage = {
    whole: row('all', 3, 5),
    bySector: [row('enterprise', 0, 2), row('school', 3, 3)],
    byArea: [row('unknown', 3, 5)],
  }
  expect(unevenSentence(coverage)).toBe(
    'Kết quả chưa đồng đều giữa các chi bộ: trong một năm qua có 3 trên 5 chi bộ có đảng viên mới (doanh nghiệp 0 trên 2; trường học 3 trên 3).',
  )
  // A few branches behind are not the whole: the figures are given and not called uneven.
  const said = (fresh: number) => unevenSentence({ whole: row('all', fresh, 100), bySector: [], byArea: [] })
  expect(said(81)).toBe('Trong một năm qua có 81 trên 100 chi bộ có đảng viên mới.')
  expect(said(80)).toBe(
    'Kết quả chưa đồng đều giữa các chi bộ: trong một năm qua có 80 trên 100 chi bộ có đảng viên mới.',
  )
  expect(unevenSentence({ ...coverage, whole: row('all', 5, 5) })).toBeNull()
  expect(unevenSentence({ ...coverage, whole: row('all', 0, 5) })).toBeNull()
})

test('a year typed from before the program has its total and no shares; who is on record too is not added', () => {
  const facts = factsOf({
    units: [unitOf('a')],
    totals: [
      { owner: SELF, year: 2023, admitted: 12, lastAdmission: null },
      { owner: 'a', year: 2023, admitted: 1, lastAdmission: null },
    ],
    admissions: [
      admissionOf('1', '2023-03-01', 'a', { sex: 'female', birth: '1993-04-01' }),
      admissionOf('2', '2023-04-01', 'a', { birth: '1983' }),
    ],
  })
  const { whole, parts } = resultOf(facts)
  expect([whole.admitted, parts[0]?.admitted]).toEqual([
    { number: 12, isTyped: true },
    { number: 2, isTyped: false },
  ])
  const [year] = trendOf(
    [{ year: 2023, admitted: 12, isTyped: true, plan: 10, ofMembers: ratioOf(12, 400) }],
    facts.admissions,
  )
  expect(year).toMatchObject({ named: 2, ofPlan: { tenths: 1200 }, women: { tenths: 500 }, meanAgeTenths: 345 })
})

test('figures that differ are named, and a row of nobody is no difference', () => {
  expect(
    changedFigures(
      [
        { code: 'admitted', value: 3 },
        { code: 'sex:male', value: 3 },
        { code: 'again', value: 0 },
      ],
      [
        { code: 'admitted', value: 4 },
        { code: 'sex:male', value: 3 },
        { code: 'sex:female', value: 1 },
      ],
    ),
  ).toEqual([
    { code: 'admitted', was: 3, now: 4 },
    { code: 'sex:female', was: null, now: 1 },
  ])
})

test('age bands begin where the rules say; each is named by its ages and opens its people whatever bands are in force', () => {
  const births = ['2008-01-01', '2005-01-01', '1995-06-01', '1993', '1950-01-01']
  const facts = factsOf({
    units: [unitOf('a')],
    admissions: [
      ...births.map((birth, n) => admissionOf(`${n}`, '2023-06-01', 'a', { birth })),
      admissionOf('unknown', '2023-06-01', 'a'),
    ],
  })
  const laid = layOut(facts)
  const ages = (ageBands: readonly number[]) =>
    makeReport(laid, { period: YEAR, today: END, ageBands })
      ?.breakdowns.find(({ dimension }) => dimension === 'age')
      ?.rows.map(({ value, count }) => [value, count])
  expect(ages(AGES)).toEqual([
    ['0-17', 1],
    ['18-30', 3],
    ['61+', 1],
    ['unknown', 1],
  ])
  expect(ages([16, 29])).toEqual([
    ['0-15', 1],
    ['16-28', 2],
    ['29+', 2],
    ['unknown', 1],
  ])
  const people = (value: string) => peopleIn(laid, YEAR, laid.tree.whole, { line: 'admitted', dimension: 'age', value })
  expect([people('18-30'), people('16-28'), people('29+'), people('unknown')]).toEqual([
    ['1', '2', '3'],
    ['1', '2'],
    ['3', '4'],
    ['unknown'],
  ])
})

test('a total that an office typed itself counts before what was typed for it while it was a unit on paper', () => {
  const typed = (owner: string, admitted: number | null) => ({ owner, year: 2023, admitted, lastAdmission: null })
  const admittedWith = (...totals: readonly ReturnType<typeof typed>[]) =>
    resultOf(
      factsOf({
        offices: [officeOf(SELF, { isSelf: true }), officeOf('commune', { unit: 'u' })],
        units: [unitOf('u', { onPaper: true })],
        totals,
      }),
    ).parts[0]?.admitted.number
  expect([
    admittedWith(typed('u', 9)),
    admittedWith(typed('u', 9), typed('commune', 7)),
    admittedWith(typed('u', 9), typed('commune', null)),
  ]).toEqual([9, 7, 9])
})
