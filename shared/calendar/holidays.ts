/**
 * The shape of a year's holidays as data. Swaps and the days of Tết are decided year by year by the Prime Minister, so a
 * table ships with the program, can be corrected and can arrive from the superior office; it is never a formula alone.
 */
import { dayNumber, isPlainDate, weekday, type PlainDate } from './plain-date.ts'

/** Days off in a row, inclusive; week-ends inside a published break belong to it. */
export type DaysOff = {
  readonly from: PlainDate
  readonly to: PlainDate
  /** Vietnamese, as published: 'Tết Nguyên đán', 'Giỗ Tổ Hùng Vương (nghỉ bù)'. */
  readonly name: string
  /** The document or page it rests on. */
  readonly source: string
  /** Whether somebody has seen that source; false for what is remembered or computed. */
  readonly confirmed: boolean
}

/** A Saturday or Sunday worked in exchange for a working day taken off. */
export type MakeUpDay = {
  readonly date: PlainDate
  /** The working day that was taken off instead; it may lie in the year before or after. */
  readonly insteadOf: PlainDate
  readonly source: string
  readonly confirmed: boolean
}

/** The holidays of one calendar year. Every date of `off` and `makeUp` lies in that year. */
export type HolidayTable = {
  readonly year: number
  /** `published`: decided and announced; `computed`: what the law and the moon say, swaps unknown. */
  readonly status: 'published' | 'computed'
  readonly off: readonly DaysOff[]
  readonly makeUp: readonly MakeUpDay[]
}

/** What can be wrong with a table a person typed or a bundle brought. */
export type HolidayTableProblem =
  'not_a_date' | 'other_year' | 'ends_before_it_begins' | 'make_up_on_a_weekday' | 'make_up_on_a_day_off'

/**
 * Checks a table, field by field.
 * @param table A table of the right shape.
 * @returns The problems found, each once; empty if it can be used.
 */
export function holidayTableProblems(table: HolidayTable): readonly HolidayTableProblem[] {
  const dates = [...table.off.flatMap(({ from, to }) => [from, to]), ...table.makeUp.map(({ date }) => date)]
  if (![...dates, ...table.makeUp.map(({ insteadOf }) => insteadOf)].every(isPlainDate)) return ['not_a_date']
  const problems = new Set<HolidayTableProblem>()
  const year = String(table.year).padStart(4, '0')
  if (!dates.every((date) => date.startsWith(`${year}-`))) problems.add('other_year')
  if (table.off.some(({ from, to }) => from > to)) problems.add('ends_before_it_begins')
  for (const { date } of table.makeUp) {
    if (!isWeekEnd(date)) problems.add('make_up_on_a_weekday')
    if (table.off.some(({ from, to }) => from <= date && date <= to)) problems.add('make_up_on_a_day_off')
  }
  return [...problems]
}

/**
 * The day numbers of every day off in a table, week-ends inside the breaks included.
 * @throws Error if a date of the table is no date.
 */
export function dayNumbersOff(table: HolidayTable): ReadonlySet<number> {
  const numbers = new Set<number>()
  for (const { from, to } of table.off) {
    for (let number = dayNumber(from), last = dayNumber(to); number <= last; number += 1) numbers.add(number)
  }
  return numbers
}

/**
 * Whether a day is Saturday or Sunday, the weekly days off of an office.
 * @throws Error if the text is not a PlainDate.
 */
export function isWeekEnd(date: PlainDate): boolean {
  return weekday(date) >= 6
}
