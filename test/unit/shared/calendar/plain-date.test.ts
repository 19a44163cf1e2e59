import { expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  dateParts,
  dayNumber,
  daysBetween,
  fromDayNumber,
  isPlainDate,
  monthsBetween,
  plainDate,
  weekday,
} from '../../../../shared/calendar/plain-date.ts'

test('days that exist and texts that are no day', () => {
  for (const date of ['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31']) expect(isPlainDate(date)).toBe(true)
  const wrong = ['2023-02-29', '1900-02-29', '2024-13-01', '2024-00-10', '2024-04-31', '2024-1-1', '24-01-01', '', 'x']
  for (const text of [...wrong, '0000-01-01', '2024-01-01T00:00:00Z', ' 2024-01-01']) {
    expect(isPlainDate(text)).toBe(false)
    expect(() => dayNumber(text)).toThrow('not a PlainDate')
  }
})

test.each([
  ['1970-01-01', 0, 4],
  ['1969-12-31', -1, 3],
  ['2000-02-29', 11_016, 2],
  ['2024-01-19', 19_741, 5],
  ['1900-01-01', -25_567, 1],
  ['0001-01-01', -719_162, 1],
  ['9999-12-31', 2_932_896, 5],
])('%s is day %i, weekday %i', (date, number, day) => {
  expect(dayNumber(date)).toBe(number)
  expect(fromDayNumber(number)).toBe(date)
  expect(weekday(date)).toBe(day)
})

test('days are added and counted over month, year and leap day', () => {
  expect(addDays('2024-02-28', 2)).toBe('2024-03-01')
  expect(addDays('2023-02-28', 1)).toBe('2023-03-01')
  expect(addDays('2024-01-01', -1)).toBe('2023-12-31')
  expect(daysBetween('2024-01-01', '2025-01-01')).toBe(366)
  expect(daysBetween('2025-01-01', '2024-01-01')).toBe(-366)
})

test.each([
  ['2024-01-19', 12, '2025-01-19'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2023-01-31', 1, '2023-02-28'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2024-02-29', 48, '2028-02-29'],
  ['2024-08-31', 1, '2024-09-30'],
  ['2024-03-31', -1, '2024-02-29'],
  ['2024-01-15', -13, '2022-12-15'],
  ['2019-05-20', 60, '2024-05-20'],
])('%s and %i months is %s', (date, months, result) => {
  expect(addMonths(date, months)).toBe(result)
})

test.each([
  ['2024-01-19', '2025-01-19', 12],
  ['2024-01-19', '2025-01-18', 11],
  ['2024-01-31', '2024-02-29', 1],
  ['2024-01-31', '2024-02-28', 0],
  ['2024-02-29', '2025-02-28', 12],
  ['2024-05-20', '2024-05-20', 0],
  ['2024-05-20', '2024-05-19', -1],
  ['2024-05-20', '2024-04-20', -1],
  ['2024-05-20', '2024-04-19', -2],
])('from %s to %s are %i whole months', (a, b, months) => {
  expect(monthsBetween(a, b)).toBe(months)
})

test('days are put together and taken apart', () => {
  expect(dateParts('2024-02-29')).toEqual({ year: 2024, month: 2, day: 29 })
  expect(plainDate(987, 6, 5)).toBe('0987-06-05')
  expect(() => plainDate(2023, 2, 29)).toThrow('no such day')
  expect(() => plainDate(2023.5, 2, 1)).toThrow('no such day')
  expect(() => fromDayNumber(2_932_897)).toThrow('no such day')
})
