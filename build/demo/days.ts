/**
 * The days the demo plays, and plausible days of papers: on a working day, never in the future.
 */
import { addDays } from '../../shared/calendar/plain-date.ts'
import { createCalendar } from '../../shared/calendar/working-days.ts'

/** First and last day of the story. */
export const FIRST_DAY = '2024-01-02'
export const LAST_DAY = '2024-03-29'

const calendar = createCalendar()

/** Every day from the first to the last. */
export function storyDays(): readonly string[] {
  const days: string[] = []
  for (let day = FIRST_DAY; day <= LAST_DAY; day = addDays(day, 1)) days.push(day)
  return days
}

/** The working days from one day to another, both included. */
export function workingDays(from: string, to: string): readonly string[] {
  const days: string[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) if (calendar.isWorkingDay(day)) days.push(day)
  return days
}

/** The last working day at least `before` days before a day. */
export function workingDayBefore(day: string, before: number): string {
  let found = addDays(day, -before)
  while (!calendar.isWorkingDay(found)) found = addDays(found, -1)
  return found
}
