/**
 * What lies ahead of a pupil, and how a class fits a school's calendar. The age is data of the rule set.
 */
import { addMonths, type PlainDate } from '../../calendar/plain-date.ts'
import { isDay } from '../../base/fields.ts'
import type { PupilEvaluation } from './facts.ts'
import { isWithin, type SchoolCalendar } from './school-calendar.ts'

/** What is looked at of a pupil. */
export type PupilFacts = {
  readonly birth: string | null
  readonly leavesOn: PlainDate
  readonly summary: PupilEvaluation['summary'] | null
}

/** Whether somebody can be considered before leaving school. */
export type Outlook = 'canBeConsidered' | 'turnsTooLate' | 'notReady' | 'birthUnknown' | 'left'

/**
 * The day a person reaches the age of admission; null where the day of birth is not known in full.
 * @param minAgeMonths - of the rule set, in whole months
 */
export function turnsOn(birth: string | null, minAgeMonths: number): PlainDate | null {
  return birth !== null && isDay(birth) ? addMonths(birth, minAgeMonths) : null
}

/** What lies ahead of a pupil on a day. */
export function outlookOf({ birth, leavesOn, summary }: PupilFacts, minAgeMonths: number, today: PlainDate): Outlook {
  if (leavesOn < today) return 'left'
  const of = turnsOn(birth, minAgeMonths)
  if (of === null) return 'birthUnknown'
  if (of > leavesOn) return 'turnsTooLate'
  return summary === null || summary === 'ready' ? 'canBeConsidered' : 'notReady'
}

/**
 * The school year in which somebody who can be considered comes to be: the one in which they reach the age, the present one
 * where they have.
 */
export function considerationYear(turns: PlainDate, today: PlainDate): string {
  return schoolYearOf(turns > today ? turns : today)
}

/** The school year of a day: it begins in August, when classes are made up. */
export function schoolYearOf(day: PlainDate): string {
  const year = Number(day.slice(0, 4))
  const first = day.slice(5) >= '08-01' ? year : year - 1
  return `${first}-${first + 1}`
}

/**
 * How a class for pupils lies in its school year: over examinations, with days of lessons among its own, or fitting. Days of
 * the weekend are no days of lessons.
 * @param weekday - 1 = Monday ... 7 = Sunday
 */
export function fitOf(
  days: readonly PlainDate[],
  schoolYear: string,
  calendar: SchoolCalendar,
  weekday: (day: PlainDate) => number,
): 'exams' | 'lessons' | 'fits' {
  if (days.some((day) => isWithin(day, calendar.exams, schoolYear))) return 'exams'
  return days.some((day) => weekday(day) <= 5 && isWithin(day, calendar.lessons, schoolYear)) ? 'lessons' : 'fits'
}
