/**
 * Days known in part only. Papers of parents and of old members often give a year or a month and a year; the program
 * keeps exactly what is known and computes with the interval it allows.
 */
import { addDays, addMonths, isPlainDate, monthsBetween, type PlainDate } from './plain-date.ts'

/** 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD': a year, a month or a day. */
export type PartialDate = string

/** How much of a date is known. */
export type Precision = 'year' | 'month' | 'day'

/** An age in whole months: from `min` (born as late as possible) to `max` (as early); equal for a full date. */
export type AgeInterval = { readonly min: number; readonly max: number }

/**
 * Whether a text is a year, month or day that exists, in one of the three forms.
 * @param text Any text.
 */
export function isPartialDate(text: string): boolean {
  return isPlainDate(text) || (/^\d{4}(?:-\d{2})?$/u.test(text) && isPlainDate(text + '-01-01'.slice(text.length - 4)))
}

/**
 * How much of a date is known.
 * @throws Error if the text is not a PartialDate.
 */
export function precisionOf(date: PartialDate): Precision {
  if (!isPartialDate(date)) throw new Error(`not a PartialDate: ${date}`)
  return date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day'
}

/**
 * The first day a partial date allows.
 * @throws Error if the text is not a PartialDate.
 */
export function earliestDay(date: PartialDate): PlainDate {
  const precision = precisionOf(date)
  return precision === 'year' ? `${date}-01-01` : precision === 'month' ? `${date}-01` : date
}

/**
 * The last day a partial date allows.
 * @throws Error if the text is not a PartialDate.
 */
export function latestDay(date: PartialDate): PlainDate {
  const precision = precisionOf(date)
  if (precision === 'year') return `${date}-12-31`
  return precision === 'month' ? addDays(addMonths(`${date}-01`, 1), -1) : date
}

/**
 * Age in whole months on a day; the limits 18 and 60 years are counted by month.
 * @param birth Day, month or year of birth.
 * @param on The day the age is asked for.
 * @returns Negative numbers if the day is before birth.
 * @throws Error if a text is not a date.
 */
export function ageInMonths(birth: PartialDate, on: PlainDate): AgeInterval {
  return { min: monthsBetween(latestDay(birth), on), max: monthsBetween(earliestDay(birth), on) }
}
