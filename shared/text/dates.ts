/**
 * Dates as Vietnamese offices write and read them: day before month, always; `dd/mm/yyyy` on screen and `ngày 19 tháng
 * 01 năm 2024` in letters. A date that is known in part is shown and read in part. Two-digit years are refused, since
 * 24 may be 1924 or 2024.
 */
import { fail, ok, type Result } from '../base/result.ts'
import { isPartialDate, precisionOf, type PartialDate } from '../calendar/partial-date.ts'
import { dayExists } from '../calendar/plain-date.ts'

export { isPartialDate, type PartialDate }

/** Why a text is no date. `no_such_day`: 31/02 and its like; `no_such_month`: 25/13/2020, or mm/dd typed by habit. */
export type DateError =
  'empty' | 'unreadable' | 'two_digit_year' | 'year_out_of_range' | 'no_such_month' | 'no_such_day'

/** Years accepted when typed; anything else is a slip of the finger. */
export const FIRST_YEAR = 1800
/** The last year accepted when typed. */
export const LAST_YEAR = 2199

/**
 * Reads a date: 19/01/2024, 19-1-2024, 19.01.2024, 'ngày 19 tháng 01 năm 2024', 'tháng 01 năm 2024', 'năm 2024',
 * 01/2024, 2024, and ISO 2024-01-19 or 2024-01. Never month before day.
 * @param text As typed or read from a cell; case and extra spaces do not matter.
 * @returns A PartialDate as precise as the text.
 */
export function parseVietnameseDate(text: string): Result<PartialDate, DateError> {
  const typed = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[.,;]$/u, '')
  if (typed === '') return fail('empty')
  for (const shape of SHAPES) {
    const groups = shape.exec(typed)?.groups
    if (groups !== undefined) return checked(groups['year'] ?? '', groups['month'], groups['day'])
  }
  return fail('unreadable')
}

/**
 * A date as shown on screen and in tables: 19/01/2024, 01/2024 or 2024.
 * @throws Error if the text is not a PartialDate.
 */
export function showDate(date: PartialDate): string {
  precisionOf(date)
  return date.split('-').reverse().join('/')
}

/**
 * A date as written in letters: 'ngày 19 tháng 01 năm 2024', 'tháng 01 năm 2024' or 'năm 2024'. Days 1-9 and months 1-2
 * take a leading zero, other months none (Hướng dẫn 36-HD/VPTW; Nghị định 30/2020/NĐ-CP has the same rule).
 * @throws Error if the text is not a PartialDate.
 */
export function showDateInWords(date: PartialDate): string {
  precisionOf(date)
  const [year = '', month, day] = date.split('-')
  const words = [`năm ${year}`]
  if (month !== undefined) words.unshift(`tháng ${Number(month) <= 2 ? month : Number(month)}`)
  if (day !== undefined) words.unshift(`ngày ${day}`)
  return words.join(' ')
}

const DAY = '(?<day>\\d{1,2})'
const MONTH = '(?<month>\\d{1,2})'
const YEAR = '(?<year>\\d{4}|\\d{2})'

const SHAPES: readonly RegExp[] = [
  '(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})',
  '(?<year>\\d{4})-(?<month>\\d{2})',
  `(?:ngày )?${DAY} ?(?<sign>[/.-]) ?${MONTH} ?\\k<sign> ?${YEAR}`,
  `(?:ngày |mùng |mồng )?${DAY} tháng ${MONTH},? năm ${YEAR}`,
  `(?:tháng )?${MONTH} ?[/.-] ?${YEAR}`,
  `tháng ${MONTH},? năm ${YEAR}`,
  '(?:năm )?(?<year>\\d{4})',
  'năm (?<year>\\d{2})',
].map((shape) => new RegExp(`^${shape}$`, 'u'))

function checked(year: string, month: string | undefined, day: string | undefined): Result<PartialDate, DateError> {
  if (year.length === 2) return fail('two_digit_year')
  if (Number(year) < FIRST_YEAR || Number(year) > LAST_YEAR) return fail('year_out_of_range')
  if (month === undefined) return ok(year)
  if (Number(month) < 1 || Number(month) > 12) return fail('no_such_month')
  const yearMonth = `${year}-${month.padStart(2, '0')}`
  if (day === undefined) return ok(yearMonth)
  if (!dayExists(Number(year), Number(month), Number(day))) return fail('no_such_day')
  return ok(`${yearMonth}-${day.padStart(2, '0')}`)
}
