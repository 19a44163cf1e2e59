/**
 * A month as weeks of a wall calendar, Monday first. Pure.
 */
import { addDays, addMonths, daysInMonth, weekday } from './plain-date.ts'

/** Weeks of seven days, some of the months before and after. @param month - YYYY-MM */
export function weeksOf(month: string): readonly (readonly string[])[] {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const first = `${month}-01`
  const before = weekday(first) - 1
  const count = Math.ceil((before + daysInMonth(year, number)) / 7)
  return Array.from({ length: count }, (_, week) =>
    Array.from({ length: 7 }, (_day, day) => addDays(first, week * 7 + day - before)),
  )
}

/** The month so many months later. */
export function monthLater(month: string, months: number): string {
  return addMonths(`${month}-01`, months).slice(0, 7)
}
