import { expect, test } from 'vitest'
import {
  ageInMonths,
  earliestDay,
  isPartialDate,
  latestDay,
  precisionOf,
} from '../../../../shared/calendar/partial-date.ts'

test.each([
  ['1968', 'year', '1968-01-01', '1968-12-31'],
  ['1968-02', 'month', '1968-02-01', '1968-02-29'],
  ['1968-12', 'month', '1968-12-01', '1968-12-31'],
  ['1968-02-29', 'day', '1968-02-29', '1968-02-29'],
])('%s is known to the %s', (date, precision, first, last) => {
  expect(precisionOf(date)).toBe(precision)
  expect(earliestDay(date)).toBe(first)
  expect(latestDay(date)).toBe(last)
})

test('texts that are no partial date', () => {
  for (const text of ['', '68', '1968-13', '1968-2', '1968-02-30', '1968-', '1968-02-', 'năm 1968']) {
    expect(isPartialDate(text)).toBe(false)
    expect(() => precisionOf(text)).toThrow('not a PartialDate')
  }
})

test('age is counted by month and is an interval for a partial date of birth', () => {
  expect(ageInMonths('2006-01-19', '2024-01-18')).toEqual({ min: 215, max: 215 })
  expect(ageInMonths('2006-01-19', '2024-01-19')).toEqual({ min: 216, max: 216 })
  expect(ageInMonths('2006-01', '2024-01-19')).toEqual({ min: 215, max: 216 })
  expect(ageInMonths('2006', '2024-01-19')).toEqual({ min: 204, max: 216 })
  expect(ageInMonths('2004-02-29', '2022-02-28')).toEqual({ min: 216, max: 216 })
  expect(ageInMonths('2024-06-01', '2024-05-31')).toEqual({ min: -1, max: -1 })
})
