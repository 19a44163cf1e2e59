/**
 * What lies ahead of a pupil, and how a class fits a school's calendar. The age is data of the rule set; the calendar of a
 * school year is a default that an office may change, since each province sets its own.
 */
import { addMonths, type PlainDate } from '../../calendar/plain-date.ts'
import { isDay } from '../../base/fields.ts'
import type { PupilEvaluation } from './facts.ts'

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

/** The school year of a day: it begins in August, when classes are made up. */
export function schoolYearOf(day: PlainDate): string {
  const year = Number(day.slice(0, 4))
  const first = day.slice(5) >= '08-01' ? year : year - 1
  return `${first}-${first + 1}`
}

/** A part of a school year by month and day; `next`: in its second calendar year. */
type Span = { readonly from: string; readonly to: string; readonly next: readonly [boolean, boolean] }

/** The calendar of a school year. `confirmed: false`: a default that no document of the school stands behind. */
export type SchoolCalendar = {
  readonly lessons: readonly Span[]
  readonly exams: readonly Span[]
  readonly confirmed: boolean
}

/** The usual frame of a school year in upper secondary schools. UNCONFIRMED: provinces set their own each year. */
export const USUAL_CALENDAR: SchoolCalendar = {
  lessons: [
    { from: '09-05', to: '01-18', next: [false, true] },
    { from: '01-19', to: '05-31', next: [true, true] },
  ],
  exams: [
    { from: '12-20', to: '01-10', next: [false, true] },
    { from: '05-01', to: '05-20', next: [true, true] },
    { from: '06-20', to: '06-30', next: [true, true] },
  ],
  confirmed: false,
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
  const within = (day: PlainDate, spans: readonly Span[]) =>
    spans.some(
      (span) => day >= dayOf(span.from, span.next[0], schoolYear) && day <= dayOf(span.to, span.next[1], schoolYear),
    )
  if (days.some((day) => within(day, calendar.exams))) return 'exams'
  return days.some((day) => weekday(day) <= 5 && within(day, calendar.lessons)) ? 'lessons' : 'fits'
}

function dayOf(monthDay: string, isNext: boolean, schoolYear: string): PlainDate {
  return `${isNext ? schoolYear.slice(5) : schoolYear.slice(0, 4)}-${monthDay}`
}
