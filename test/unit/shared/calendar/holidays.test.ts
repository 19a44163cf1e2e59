import { expect, test } from 'vitest'
import { computedTable } from '../../../../shared/calendar/computed-holidays.ts'
import { dayNumbersOff, holidayTableProblems, type HolidayTable } from '../../../../shared/calendar/holidays.ts'
import { dayNumber, fromDayNumber, weekday } from '../../../../shared/calendar/plain-date.ts'
import { PUBLISHED_TABLES } from '../../../../shared/calendar/published-holidays.ts'

/** Days off from Monday to Friday. */
function weekdaysOff(table: HolidayTable): string[] {
  return Array.from(dayNumbersOff(table), fromDayNumber).filter((date) => weekday(date) <= 5)
}

test('there is one shipped table for each year 2016-2026, and nothing is wrong with them', () => {
  expect(PUBLISHED_TABLES.map(({ year }) => year)).toEqual(Array.from({ length: 11 }, (_, at) => 2016 + at))
  for (const table of PUBLISHED_TABLES) {
    expect(holidayTableProblems(table)).toEqual([])
    expect(table.status).toBe('published')
    for (const entry of [...table.off, ...table.makeUp]) expect(entry.source).not.toBe('')
  }
})

test('a published year is what the law and the moon give, plus the swaps', () => {
  const swapped = PUBLISHED_TABLES.flatMap(({ makeUp }) => makeUp.map(({ insteadOf }) => insteadOf))
  expect(swapped.toSorted()).toEqual([
    '2018-12-31',
    '2019-04-29',
    '2024-04-29',
    '2025-05-02',
    '2026-01-02',
    '2026-08-31',
  ])
  for (const table of PUBLISHED_TABLES) {
    const swaps = swapped.filter((date) => date.startsWith(`${table.year}-`))
    const computed = weekdaysOff(computedTable(table.year))
    expect(weekdaysOff(table).toSorted()).toEqual([...computed, ...swaps].toSorted())
  }
})

test('each make-up day is a week-end day near the working day it replaces', () => {
  for (const { date, insteadOf } of PUBLISHED_TABLES.flatMap(({ makeUp }) => makeUp)) {
    expect(weekday(date)).toBe(6)
    expect(weekday(insteadOf)).toBeLessThanOrEqual(5)
    expect(Math.abs(dayNumber(date) - dayNumber(insteadOf))).toBeLessThanOrEqual(9)
  }
})

test('procedure.md section 6: the weekdays off of 2024, 2025 and 2026', () => {
  const [of2024, of2025, of2026] = [2024, 2025, 2026].map((year) =>
    weekdaysOff(PUBLISHED_TABLES.find((table) => table.year === year)!),
  )
  expect(of2024).toEqual([
    '2024-01-01',
    ...'2024-02-08 2024-02-09 2024-02-12 2024-02-13 2024-02-14'.split(' '),
    ...'2024-04-18 2024-04-29 2024-04-30 2024-05-01 2024-09-02 2024-09-03'.split(' '),
  ])
  expect(of2025).toEqual([
    '2025-01-01',
    ...'2025-01-27 2025-01-28 2025-01-29 2025-01-30 2025-01-31'.split(' '),
    ...'2025-04-07 2025-04-30 2025-05-01 2025-05-02 2025-09-01 2025-09-02'.split(' '),
  ])
  expect(of2026).toEqual([
    ...'2026-01-01 2026-01-02'.split(' '),
    ...'2026-02-16 2026-02-17 2026-02-18 2026-02-19 2026-02-20'.split(' '),
    ...'2026-04-27 2026-04-30 2026-05-01 2026-08-31 2026-09-01 2026-09-02 2026-11-24'.split(' '),
  ])
})

test('a computed year: week-end holidays move to the next working day, nothing is confirmed', () => {
  const table = computedTable(2027)
  expect(table.status).toBe('computed')
  expect(table.makeUp).toEqual([])
  expect(table.off.every(({ confirmed }) => !confirmed)).toBe(true)
  expect(holidayTableProblems(table)).toEqual([])
  expect(weekdaysOff(table)).toEqual([
    '2027-01-01',
    // Mùng 1 is Saturday 6/2: Thursday and Friday before, Monday mùng 3, then two days for the week-end.
    ...'2027-02-04 2027-02-05 2027-02-08 2027-02-09 2027-02-10'.split(' '),
    // 30/4 is a Friday, 1/5 a Saturday.
    ...'2027-04-16 2027-04-30 2027-05-03 2027-09-02 2027-09-03 2027-11-24'.split(' '),
  ])
})

test('older law: no second day of Quốc khánh before 2021, four days of Tết before 2014, no Giỗ Tổ before 2007', () => {
  expect(weekdaysOff(computedTable(2015)).filter((date) => date.startsWith('2015-09'))).toEqual(['2015-09-02'])
  expect(computedTable(2012).off.filter(({ name }) => name === 'Tết Nguyên đán')).toHaveLength(4)
  expect(computedTable(2006).off.some(({ name }) => name.startsWith('Giỗ Tổ'))).toBe(false)
})

test('the problems of a table a person typed', () => {
  const entry = { name: 'x', source: 'x', confirmed: false }
  const table = { year: 2027, status: 'published', off: [], makeUp: [] } as const
  const off = (from: string, to: string) => ({ ...table, off: [{ from, to, ...entry }] })
  expect(holidayTableProblems(table)).toEqual([])
  expect(holidayTableProblems(off('2027-02-30', '2027-03-01'))).toEqual(['not_a_date'])
  expect(holidayTableProblems(off('2026-12-31', '2027-01-01'))).toEqual(['other_year'])
  expect(holidayTableProblems(off('2027-02-05', '2027-02-04'))).toEqual(['ends_before_it_begins'])
  const makeUp = [{ date: '2027-02-04', insteadOf: '2027-02-03', source: 'x', confirmed: false }]
  expect(holidayTableProblems({ ...off('2027-02-04', '2027-02-04'), makeUp })).toEqual([
    'make_up_on_a_weekday',
    'make_up_on_a_day_off',
  ])
})
