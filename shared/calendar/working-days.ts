/**
 * Counting working days: Monday to Friday without holidays, plus the Saturdays worked to make up for a swap. The count
 * starts on the day after the event (Bộ luật Dân sự 2015 art. 147-148, a convention not confirmed for Party texts), so
 * the last day is the nth working day after it. Every time limit of the procedure in working days goes through here.
 */
import { computedTable } from './computed-holidays.ts'
import { dayNumbersOff, holidayTableProblems, type HolidayTable } from './holidays.ts'
import { dateParts, dayNumber, fromDayNumber, plainDate, weekdayOfNumber, type PlainDate } from './plain-date.ts'
import { PUBLISHED_TABLES } from './published-holidays.ts'

/** How a calendar is built. */
export type CalendarOptions = {
  /** Tables that replace the shipped one of the same year; of two for a year the later counts. */
  readonly overrides?: readonly HolidayTable[]
  /** Treat make-up Saturdays as the days off they are for units outside the swap. Swapped days stay off. */
  readonly ignoreMakeUpDays?: boolean
}

/** A day that was reached by counting; provisional if the way touches a year without a published table. */
export type CountedDay = { readonly date: PlainDate; readonly provisional: boolean }

/** A number of working days; provisional as above. */
export type CountedDays = { readonly days: number; readonly provisional: boolean }

/** The working days of an office. Years without a table are computed when first asked for. */
export type Calendar = {
  /** Whether the office works on a day. Throws if the text is not a PlainDate. */
  readonly isWorkingDay: (date: PlainDate) => boolean
  /** The nth working day after `start`; n = 0 gives `start` itself. Throws unless n is an integer from 0 up. */
  readonly addWorkingDays: (start: PlainDate, n: number) => CountedDay
  /** Working days after a up to and including b; negative (those after b up to a) if b is earlier. */
  readonly workingDaysBetween: (a: PlainDate, b: PlainDate) => CountedDays
  /** The table a year is counted with: override, shipped or computed. */
  readonly tableOf: (year: number) => HolidayTable
}

/**
 * Builds a calendar from the shipped tables and the office's own.
 * @throws Error if a table is broken; check one that a person typed with holidayTableProblems first.
 */
export function createCalendar({ overrides = [], ignoreMakeUpDays = false }: CalendarOptions = {}): Calendar {
  const tablesByYear = new Map<number, HolidayTable>()
  for (const table of [...PUBLISHED_TABLES, ...overrides]) {
    const problems = holidayTableProblems(table)
    if (problems.length > 0) throw new Error(`holiday table ${table.year}: ${problems.join(', ')}`)
    tablesByYear.set(table.year, table)
  }
  const yearsByNumber = new Map<number, WorkingYear>()

  function tableOf(year: number): HolidayTable {
    const known = tablesByYear.get(year)
    if (known !== undefined) return known
    const computed = computedTable(year)
    tablesByYear.set(year, computed)
    return computed
  }

  function yearOf(year: number): WorkingYear {
    const known = yearsByNumber.get(year)
    if (known !== undefined) return known
    const built = workingYear(tableOf(year), ignoreMakeUpDays)
    yearsByNumber.set(year, built)
    return built
  }

  function isProvisional(fromYear: number, toYear: number): boolean {
    for (let year = fromYear; year <= toYear; year += 1) if (tableOf(year).status !== 'published') return true
    return false
  }

  /** Working days from 1 January up to and including a day. */
  function elapsed(date: PlainDate): number {
    const { year } = dateParts(date)
    return countUpTo(yearOf(year).days, dayNumber(date))
  }

  function addWorkingDays(start: PlainDate, n: number): CountedDay {
    if (!Number.isInteger(n) || n < 0) throw new Error(`cannot count ${n} working days`)
    const from = dateParts(start).year
    if (n === 0) return { date: start, provisional: isProvisional(from, from) }
    let year = from
    let left = n + elapsed(start)
    while (left > yearOf(year).days.length) {
      left -= yearOf(year).days.length
      year += 1
    }
    const number = yearOf(year).days[left - 1]
    if (number === undefined) throw new Error(`no working day ${left} in ${year}`)
    return { date: fromDayNumber(number), provisional: isProvisional(from, year) }
  }

  function workingDaysBetween(a: PlainDate, b: PlainDate): CountedDays {
    if (b < a) {
      const { days, provisional } = workingDaysBetween(b, a)
      return { days: days === 0 ? 0 : -days, provisional }
    }
    const from = dateParts(a).year
    const to = dateParts(b).year
    let days = elapsed(b) - elapsed(a)
    for (let year = from; year < to; year += 1) days += yearOf(year).days.length
    return { days, provisional: isProvisional(from, to) }
  }

  function isWorkingDay(date: PlainDate): boolean {
    const number = dayNumber(date)
    const { days } = yearOf(dateParts(date).year)
    return days[countUpTo(days, number) - 1] === number
  }

  return { isWorkingDay, addWorkingDays, workingDaysBetween, tableOf }
}

/** The day numbers of a year's working days, in order. */
type WorkingYear = { readonly days: readonly number[] }

function workingYear(table: HolidayTable, ignoreMakeUpDays: boolean): WorkingYear {
  const off = dayNumbersOff(table)
  const madeUp = new Set(ignoreMakeUpDays ? [] : table.makeUp.map(({ date }) => dayNumber(date)))
  const last = dayNumber(plainDate(table.year, 12, 31))
  const days: number[] = []
  for (let number = dayNumber(plainDate(table.year, 1, 1)); number <= last; number += 1) {
    if (madeUp.has(number) || (weekdayOfNumber(number) <= 5 && !off.has(number))) days.push(number)
  }
  return { days }
}

/** How many of the sorted numbers are not above a limit, by halving. */
function countUpTo(numbers: readonly number[], limit: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((numbers[middle] ?? Infinity) <= limit) low = middle + 1
    else high = middle
  }
  return low
}
