/**
 * Field shapes that commands, entries and forms share: trimmed NFC text, dates, counts. Text is brought to NFC before
 * it reaches these (shared/base/canonical `toNfc`); here it is only judged.
 */
import { z } from 'zod'

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** True for a day that exists in the Gregorian calendar between 1800 and 2199, written YYYY-MM-DD. */
export function isDay(text: string): boolean {
  const match = /^(1[89]\d\d|2[01]\d\d)-(\d\d)-(\d\d)$/.exec(text)
  if (!match) return false
  const year = Number(match[1])
  const month = Number(match[2])
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const days = month === 2 && leap ? 29 : (MONTH_DAYS[month - 1] ?? 0)
  const day = Number(match[3])
  return day >= 1 && day <= days
}

/** A day, YYYY-MM-DD. */
export const Day = z.string().refine(isDay, 'day').describe('YYYY-MM-DD')

/** A date of which the day, or day and month, may be unknown: YYYY, YYYY-MM or YYYY-MM-DD. */
export const PartialDay = z
  .string()
  .refine((text) => isDay(text) || isDay(`${text}-01`) || isDay(`${text}-01-01`), 'day')
  .describe('YYYY, YYYY-MM or YYYY-MM-DD')

/** A month, YYYY-MM. */
export const Month = z
  .string()
  .refine((text) => isDay(`${text}-01`), 'month')
  .describe('YYYY-MM')

const CONTROL = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/u

/** One line of text, trimmed, 1 to `max` characters, no control characters. */
export function line(max: number) {
  return z
    .string()
    .min(1)
    .max(max)
    .refine((text) => text === text.trim() && !CONTROL.test(text), 'line')
}

/** Text of several lines, at most `max` characters; line feeds and tabs are the only control characters. */
export function text(max: number) {
  return z
    .string()
    .min(1)
    .max(max)
    .refine((value) => !CONTROL.test(value.replace(/[\n\t]/g, '')), 'text')
}

/** A person's name as written, 1 to 200 characters, with at least one letter. */
export const PersonName = line(200).refine((name) => /\p{L}/u.test(name), 'name')

/** A whole number from 0 to 1,000,000. */
export const Count = z.number().int().min(0).max(1_000_000)

/** Number and day of a document, e.g. {number: '12-NQ/CB', date: '2024-01-15'}. */
export const DocumentRef = z.strictObject({ number: line(60).optional(), date: Day.optional() })

/** Number and day of a document. */
export type DocumentRef = z.infer<typeof DocumentRef>
