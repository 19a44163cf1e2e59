import { expect, test } from 'vitest'
import { lunarToSolar, solarToLunar } from '../../../../shared/calendar/lunar.ts'

/** procedure.md section 6: mùng 1 Tết and 10/3. */
test.each([
  [2024, '2024-02-10', '2024-04-18'],
  [2025, '2025-01-29', '2025-04-07'],
  [2026, '2026-02-17', '2026-04-26'],
  [2027, '2027-02-06', '2027-04-16'],
  [2028, '2028-01-26', '2028-04-04'],
  [2029, '2029-02-13', '2029-04-23'],
  [2030, '2030-02-02', '2030-04-12'],
  [2031, '2031-01-23', '2031-04-01'],
  [2032, '2032-02-11', '2032-04-19'],
])('Tết and Giỗ Tổ of %i', (year, tet, hungKings) => {
  expect(lunarToSolar({ year, month: 1, day: 1, leap: false })).toBe(tet)
  expect(lunarToSolar({ year, month: 3, day: 10, leap: false })).toBe(hungKings)
  expect(solarToLunar(tet)).toEqual({ year, month: 1, day: 1, leap: false })
  expect(solarToLunar(hungKings)).toEqual({ year, month: 3, day: 10, leap: false })
})

test('Tết where Hà Nội and Beijing differ, by the one hour between them', () => {
  expect(lunarToSolar({ year: 1985, month: 1, day: 1, leap: false })).toBe('1985-01-21')
  expect(lunarToSolar({ year: 2007, month: 1, day: 1, leap: false })).toBe('2007-02-17')
  expect(lunarToSolar({ year: 1968, month: 1, day: 1, leap: false })).toBe('1968-01-29')
})

test.each([
  [2017, 6, '2017-07-23'],
  [2020, 4, '2020-05-23'],
  [2023, 2, '2023-03-22'],
  [2025, 6, '2025-07-25'],
  [2028, 5, '2028-06-23'],
  [2033, 11, '2033-12-22'],
])('%i has a second month %i', (year, month, begins) => {
  expect(lunarToSolar({ year, month, day: 1, leap: true })).toBe(begins)
  expect(solarToLunar(begins)).toEqual({ year, month, day: 1, leap: true })
})

test('days that the lunar calendar does not have', () => {
  expect(lunarToSolar({ year: 2024, month: 1, day: 1, leap: true })).toBeNull()
  expect(lunarToSolar({ year: 2025, month: 5, day: 1, leap: true })).toBeNull()
  expect(lunarToSolar({ year: 2024, month: 12, day: 30, leap: false })).toBeNull()
  expect(lunarToSolar({ year: 2023, month: 12, day: 30, leap: false })).toBe('2024-02-09')
  expect(lunarToSolar({ year: 2024, month: 13, day: 1, leap: false })).toBeNull()
  expect(lunarToSolar({ year: 2024, month: 1, day: 0, leap: false })).toBeNull()
  expect(lunarToSolar({ year: 2024, month: 1, day: 31, leap: false })).toBeNull()
})

test('the last days before Tết belong to the old year', () => {
  expect(solarToLunar('2025-01-28')).toEqual({ year: 2024, month: 12, day: 29, leap: false })
  expect(solarToLunar('2024-12-31')).toEqual({ year: 2024, month: 12, day: 1, leap: false })
})
