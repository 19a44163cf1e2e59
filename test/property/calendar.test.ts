import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lunarToSolar, solarToLunar } from '../../shared/calendar/lunar.ts'
import { ageInMonths, earliestDay, latestDay } from '../../shared/calendar/partial-date.ts'
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
} from '../../shared/calendar/plain-date.ts'
import { createCalendar } from '../../shared/calendar/working-days.ts'

const RUNS = process.env['SLOW'] === '1' ? 5000 : 200

const anyDate = fc.integer({ min: dayNumber('0100-01-01'), max: dayNumber('9899-12-31') }).map(fromDayNumber)
const recentDate = fc.integer({ min: dayNumber('1990-01-01'), max: dayNumber('2060-12-31') }).map(fromDayNumber)
const calendar = fc.constantFrom(createCalendar(), createCalendar({ ignoreMakeUpDays: true }))
const count = fc.nat({ max: 1000 })

test('a day and its number make the round trip, and agree with the platform', () => {
  fc.assert(
    fc.property(anyDate, (date) => {
      expect(isPlainDate(date)).toBe(true)
      expect(fromDayNumber(dayNumber(date))).toBe(date)
      const { year, month, day } = dateParts(date)
      expect(plainDate(year, month, day)).toBe(date)
      const platform = new Date(dayNumber(date) * 86_400_000)
      expect(platform.toISOString().slice(0, 10)).toBe(date)
      expect(weekday(date)).toBe(platform.getUTCDay() || 7)
    }),
    { numRuns: RUNS },
  )
})

test('adding days is undone by counting them, and the order of texts is the order of days', () => {
  fc.assert(
    fc.property(anyDate, fc.integer({ min: -30_000, max: 30_000 }), (date, n) => {
      const later = addDays(date, n)
      expect(daysBetween(date, later)).toBe(n)
      expect(addDays(later, -n)).toBe(date)
      expect(later > date).toBe(n > 0)
    }),
    { numRuns: RUNS },
  )
})

test('monthsBetween is the largest number of months that does not pass the day', () => {
  fc.assert(
    fc.property(recentDate, recentDate, (a, b) => {
      const months = monthsBetween(a, b)
      expect(addMonths(a, months) <= b).toBe(true)
      expect(addMonths(a, months + 1) > b).toBe(true)
    }),
    { numRuns: RUNS },
  )
})

test('adding months is undone by counting them and never leaves the month', () => {
  fc.assert(
    fc.property(recentDate, fc.integer({ min: -600, max: 600 }), (date, n) => {
      const later = addMonths(date, n)
      expect(monthsBetween(date, later)).toBe(n)
      const [from, to] = [dateParts(date), dateParts(later)]
      expect(to.year * 12 + to.month - from.year * 12 - from.month).toBe(n)
      expect(to.day).toBeLessThanOrEqual(from.day)
    }),
    { numRuns: RUNS },
  )
})

test('the age by a partial date of birth holds the age by every day it allows', () => {
  fc.assert(
    fc.property(recentDate, recentDate, fc.constantFrom(4, 7, 10), (birth, on, length) => {
      const partial = birth.slice(0, length)
      expect(earliestDay(partial) <= birth && birth <= latestDay(partial)).toBe(true)
      const { min, max } = ageInMonths(partial, on)
      const exact = ageInMonths(birth, on)
      expect(min <= exact.min && exact.max <= max).toBe(true)
    }),
    { numRuns: RUNS },
  )
})

test('lunar dates make the round trip, months have 29 or 30 days and follow each other', () => {
  const date = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2100-12-31') }).map(fromDayNumber)
  fc.assert(
    fc.property(date, (solar) => {
      const lunar = solarToLunar(solar)
      expect(lunarToSolar(lunar)).toBe(solar)
      expect(lunar.day).toBeLessThanOrEqual(30)
      const next = solarToLunar(addDays(solar, 1))
      if (next.day === 1) expect(lunar.day).toBeGreaterThanOrEqual(29)
      else expect(next).toEqual({ ...lunar, day: lunar.day + 1 })
    }),
    { numRuns: RUNS },
  )
})

test('Tết of every year 1900-2100 falls between 20 January and 21 February', () => {
  for (let year = 1900; year <= 2100; year += 1) {
    const tet = lunarToSolar({ year, month: 1, day: 1, leap: false })
    expect(tet).not.toBeNull()
    expect(`${year}-01-20` <= tet! && tet! <= `${year}-02-21`).toBe(true)
  }
})

test('addWorkingDays never lands on a day off, except that adding none is identity', () => {
  fc.assert(
    fc.property(calendar, recentDate, count, ({ addWorkingDays, isWorkingDay }, start, n) => {
      expect(addWorkingDays(start, 0).date).toBe(start)
      const { date } = addWorkingDays(start, n + 1)
      expect(isWorkingDay(date)).toBe(true)
      expect(date > start).toBe(true)
    }),
    { numRuns: RUNS },
  )
})

test('counting inverts adding', () => {
  fc.assert(
    fc.property(calendar, recentDate, count, ({ addWorkingDays, workingDaysBetween }, start, n) => {
      const { date, provisional } = addWorkingDays(start, n)
      expect(workingDaysBetween(start, date)).toEqual({ days: n, provisional })
      expect(workingDaysBetween(date, start)).toEqual({ days: n === 0 ? 0 : -n, provisional })
    }),
    { numRuns: RUNS },
  )
})

test('adding is monotone in the start and strictly in the count, and adds up', () => {
  fc.assert(
    fc.property(calendar, recentDate, fc.nat(400), count, count, ({ addWorkingDays }, start, wait, m, n) => {
      expect(addWorkingDays(start, m).date <= addWorkingDays(addDays(start, wait), m).date).toBe(true)
      expect(addWorkingDays(start, m).date < addWorkingDays(start, m + n + 1).date).toBe(true)
      expect(addWorkingDays(addWorkingDays(start, m).date, n).date).toBe(addWorkingDays(start, m + n).date)
    }),
    { numRuns: RUNS },
  )
})

test('counting is the sum over the days', () => {
  fc.assert(
    fc.property(calendar, recentDate, fc.nat(500), ({ workingDaysBetween, isWorkingDay }, start, length) => {
      let days = 0
      for (let n = 1; n <= length; n += 1) if (isWorkingDay(addDays(start, n))) days += 1
      expect(workingDaysBetween(start, addDays(start, length)).days).toBe(days)
    }),
    { numRuns: RUNS },
  )
})
