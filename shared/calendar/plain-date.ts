/**
 * Dates without time or zone, as texts that sort by themselves, and the arithmetic of days and months on them. Nothing
 * here knows what day it is today, and the platform's Date is not used: its zones and its roll-over of 31/02 are traps.
 */

/** A day as 'YYYY-MM-DD', years 0001-9999, Gregorian. Compare two with < and >. */
export type PlainDate = string

/** A day taken apart: year, month 1-12, day 1-31. */
export type DateParts = { readonly year: number; readonly month: number; readonly day: number }

/** A day of the week: 1 = Monday ... 7 = Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/**
 * Whether a text is a day that exists, in the form YYYY-MM-DD.
 * @param text Any text.
 */
export function isPlainDate(text: string): boolean {
  const parts = readParts(text)
  return parts !== null && dayExists(parts.year, parts.month, parts.day)
}

/**
 * Whether a day exists: 29/02 in leap years only.
 * @param year Integer 1-9999.
 * @param month 1-12.
 * @param day 1-31.
 */
export function dayExists(year: number, month: number, day: number): boolean {
  return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/**
 * The length of a month in days, 28-31.
 * @param year Integer.
 * @param month 1-12.
 */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/**
 * Puts a day together.
 * @throws Error if there is no such day.
 */
export function plainDate(year: number, month: number, day: number): PlainDate {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day) || !dayExists(year, month, day)) {
    throw new Error(`no such day: ${year}-${month}-${day}`)
  }
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`
}

/**
 * Takes a day apart.
 * @throws Error if the text is not a PlainDate.
 */
export function dateParts(date: PlainDate): DateParts {
  const parts = readParts(date)
  if (parts === null || !dayExists(parts.year, parts.month, parts.day)) throw new Error(`not a PlainDate: ${date}`)
  return parts
}

/**
 * Days since 1970-01-01, which is 0; earlier days are negative. Counts in years that begin in March, so that the leap
 * day comes last (the usual arithmetic of 400-year cycles of 146 097 days).
 * @throws Error if the text is not a PlainDate.
 */
export function dayNumber(date: PlainDate): number {
  const { year, month, day } = dateParts(date)
  const y = month <= 2 ? year - 1 : year
  const cycle = Math.floor(y / 400)
  const yearOfCycle = y - cycle * 400
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1
  const dayOfCycle = yearOfCycle * 365 + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100) + dayOfYear
  return cycle * 146_097 + dayOfCycle - 719_468
}

/**
 * The day with a given number; the inverse of dayNumber.
 * @param number Days since 1970-01-01, an integer.
 * @throws Error outside the years 0001-9999.
 */
export function fromDayNumber(number: number): PlainDate {
  const shifted = number + 719_468
  const cycle = Math.floor(shifted / 146_097)
  const dayOfCycle = shifted - cycle * 146_097
  const yearOfCycle = Math.floor(
    (dayOfCycle - Math.floor(dayOfCycle / 1460) + Math.floor(dayOfCycle / 36_524) - Math.floor(dayOfCycle / 146_096)) /
      365,
  )
  const dayOfYear = dayOfCycle - (365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  return plainDate(yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0), month, day)
}

/**
 * The day n days on (back if n is negative).
 * @throws Error if the text is not a PlainDate.
 */
export function addDays(date: PlainDate, n: number): PlainDate {
  return fromDayNumber(dayNumber(date) + n)
}

/**
 * Days from a to b, negative if b is earlier.
 * @throws Error if a text is not a PlainDate.
 */
export function daysBetween(a: PlainDate, b: PlainDate): number {
  return dayNumber(b) - dayNumber(a)
}

/**
 * The same day n months on, or the last day of that month if it has no such day (a convention; no Party text settles it).
 * @param n Months, an integer, negative for back.
 * @throws Error if the text is not a PlainDate.
 */
export function addMonths(date: PlainDate, n: number): PlainDate {
  const { year, month, day } = dateParts(date)
  const months = year * 12 + (month - 1) + n
  const toYear = Math.floor(months / 12)
  const toMonth = months - toYear * 12 + 1
  return plainDate(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)))
}

/**
 * Whole months from a to b: the largest n for which addMonths(a, n) is not after b (so floor, negative if b is earlier).
 * @throws Error if a text is not a PlainDate.
 */
export function monthsBetween(a: PlainDate, b: PlainDate): number {
  const from = dateParts(a)
  const to = dateParts(b)
  const months = (to.year - from.year) * 12 + (to.month - from.month)
  return to.day < Math.min(from.day, daysInMonth(to.year, to.month)) ? months - 1 : months
}

/**
 * The day of the week, 1 = Monday ... 7 = Sunday.
 * @throws Error if the text is not a PlainDate.
 */
export function weekday(date: PlainDate): Weekday {
  return weekdayOfNumber(dayNumber(date))
}

/**
 * The day of the week of a day number (1970-01-01 was a Thursday).
 * @param number Days since 1970-01-01.
 */
export function weekdayOfNumber(number: number): Weekday {
  return WEEK[(((number + 3) % 7) + 7) % 7] ?? 1
}

const WEEK: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]

/** Read by hand: judging a case takes dozens of dates apart, and an expression takes several times as long. */
function readParts(text: string): DateParts | null {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return null
  const year = numberAt(text, 0, 4)
  const month = numberAt(text, 5, 7)
  const day = numberAt(text, 8, 10)
  return year < 0 || month < 0 || day < 0 ? null : { year, month, day }
}

/** The number that the digits from one place to before another make; -1 where something else stands there. */
function numberAt(text: string, from: number, to: number): number {
  let value = 0
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 48
    if (digit < 0 || digit > 9) return -1
    value = value * 10 + digit
  }
  return value
}

function digits(value: number, length: number): string {
  const text = String(value)
  return text.length < length ? text.padStart(length, '0') : text
}
