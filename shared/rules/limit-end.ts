/**
 * The last day of a length of time: working days by the calendar, months and days by themselves.
 */
import { addDays, addMonths, type PlainDate } from '../calendar/plain-date.ts'
import type { AssessContext } from './context.ts'
import type { Duration } from './rule-set.ts'

/**
 * When a length of time ends.
 * @param start - the day of the event; counting begins on the day after it
 * @returns `provisional`: a year on the way has no published holidays
 */
export function limitEnd(
  { calendar }: Pick<AssessContext, 'calendar'>,
  start: PlainDate,
  { amount, unit }: Duration,
): { readonly date: PlainDate; readonly provisional: boolean } {
  switch (unit) {
    case 'workingDays':
      return calendar.addWorkingDays(start, amount)
    case 'months':
      return { date: addMonths(start, amount), provisional: false }
    case 'days':
      return { date: addDays(start, amount), provisional: false }
  }
}
