import { expect, test } from 'vitest'
import type { HolidayTable } from '../../../../shared/calendar/holidays.ts'
import { createCalendar } from '../../../../shared/calendar/working-days.ts'

const calendar = createCalendar()
const withoutMakeUp = createCalendar({ ignoreMakeUpDays: true })

/** procedure.md section 6: a = with make-up Saturdays, b = without. */
test.each([
  ['2024-01-19', 30, '2024-03-08', '2024-03-08'],
  ['2024-01-19', 90, '2024-06-05', '2024-06-06'],
  ['2024-04-15', 30, '2024-05-30', '2024-05-31'],
  ['2024-12-20', 30, '2025-02-10', '2025-02-10'],
  ['2025-04-01', 60, '2025-06-27', '2025-06-30'],
  ['2026-01-05', 60, '2026-04-03', '2026-04-06'],
  ['2026-09-30', 60, '2026-12-24', '2026-12-24'],
])('from %s, %i working days', (start, n, a, b) => {
  expect(calendar.addWorkingDays(start, n)).toEqual({ date: a, provisional: false })
  expect(withoutMakeUp.addWorkingDays(start, n)).toEqual({ date: b, provisional: false })
  expect(calendar.workingDaysBetween(start, a)).toEqual({ days: n, provisional: false })
  expect(withoutMakeUp.workingDaysBetween(start, b)).toEqual({ days: n, provisional: false })
})

test('working days, week-ends, holidays and make-up Saturdays', () => {
  expect(calendar.isWorkingDay('2024-01-19')).toBe(true)
  expect(calendar.isWorkingDay('2024-01-20')).toBe(false)
  expect(calendar.isWorkingDay('2024-02-12')).toBe(false)
  expect(calendar.isWorkingDay('2024-05-04')).toBe(true)
  expect(withoutMakeUp.isWorkingDay('2024-05-04')).toBe(false)
  expect(withoutMakeUp.isWorkingDay('2024-04-29')).toBe(false)
  expect(calendar.isWorkingDay('2018-12-31')).toBe(false)
  expect(calendar.isWorkingDay('2019-01-05')).toBe(true)
  expect(calendar.isWorkingDay('2026-11-24')).toBe(false)
  expect(calendar.isWorkingDay('2025-11-24')).toBe(true)
})

test('adding none gives the day itself, even a day off', () => {
  expect(calendar.addWorkingDays('2024-02-10', 0)).toEqual({ date: '2024-02-10', provisional: false })
  expect(calendar.addWorkingDays('2024-02-10', 1)).toEqual({ date: '2024-02-15', provisional: false })
})

test('counting backwards is negative, and nothing lies between days off', () => {
  expect(calendar.workingDaysBetween('2024-03-08', '2024-01-19')).toEqual({ days: -30, provisional: false })
  expect(calendar.workingDaysBetween('2024-02-14', '2024-02-08')).toEqual({ days: 0, provisional: false })
})

test('what touches a year without a published table is provisional', () => {
  expect(calendar.addWorkingDays('2026-12-31', 1)).toEqual({ date: '2027-01-04', provisional: true })
  expect(calendar.addWorkingDays('2026-12-30', 1)).toEqual({ date: '2026-12-31', provisional: false })
  expect(calendar.addWorkingDays('2015-12-31', 1).provisional).toBe(true)
  expect(calendar.workingDaysBetween('2026-12-01', '2027-01-04').provisional).toBe(true)
  expect(calendar.addWorkingDays('2026-06-01', 1000).provisional).toBe(true)
  expect(calendar.tableOf(2027).status).toBe('computed')
})

const published2027: HolidayTable = {
  year: 2027,
  status: 'published',
  off: [{ from: '2027-01-01', to: '2027-01-04', name: 'Tết Dương lịch', source: 'test', confirmed: true }],
  makeUp: [{ date: '2027-01-09', insteadOf: '2027-01-04', source: 'test', confirmed: true }],
}

test('an override replaces the table of its year, the later of two counts', () => {
  const own = createCalendar({ overrides: [{ ...published2027, off: [] }, published2027] })
  expect(own.addWorkingDays('2026-12-31', 1)).toEqual({ date: '2027-01-05', provisional: false })
  expect(own.isWorkingDay('2027-01-09')).toBe(true)
  expect(own.tableOf(2027)).toBe(published2027)
  expect(calendar.isWorkingDay('2027-01-04')).toBe(true)
  const corrected = createCalendar({ overrides: [{ year: 2024, status: 'published', off: [], makeUp: [] }] })
  expect(corrected.isWorkingDay('2024-02-12')).toBe(true)
  expect(corrected.isWorkingDay('2024-05-04')).toBe(false)
})

test('what cannot be counted throws', () => {
  expect(() => calendar.addWorkingDays('2024-01-19', -1)).toThrow('cannot count')
  expect(() => calendar.addWorkingDays('2024-01-19', 1.5)).toThrow('cannot count')
  expect(() => calendar.addWorkingDays('2024-02-30', 0)).toThrow('not a PlainDate')
  expect(() => calendar.isWorkingDay('19/01/2024')).toThrow('not a PlainDate')
  expect(() => createCalendar({ overrides: [{ ...published2027, year: 2028 }] })).toThrow('2028: other_year')
})
