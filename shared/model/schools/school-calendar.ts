/**
 * The calendar of a school year: when there are lessons and when examinations, by month and day, for every year alike. What
 * ships is a default that an office puts right, since each province sets its own; a setting keeps it as lines of text.
 */
import type { PlainDate } from '../../calendar/plain-date.ts'
import { isDay } from '../../base/fields.ts'

/** A part of a school year, 'MM-DD'; from August on in its first calendar year, before August in its second. */
export type Span = { readonly from: string; readonly to: string }

/** The calendar of a school year. `confirmed: false`: a default that no document of the school stands behind. */
export type SchoolCalendar = {
  readonly lessons: readonly Span[]
  readonly exams: readonly Span[]
  readonly confirmed: boolean
}

/** The usual frame of a school year in upper secondary schools. UNCONFIRMED: provinces set their own each year. */
export const USUAL_CALENDAR: SchoolCalendar = {
  lessons: [
    { from: '09-05', to: '01-18' },
    { from: '01-19', to: '05-31' },
  ],
  exams: [
    { from: '12-20', to: '01-10' },
    { from: '05-01', to: '05-20' },
    { from: '06-20', to: '06-30' },
  ],
  confirmed: false,
}

/** How the setting is written: 'lessons 09-05 01-18' and 'exams 12-20 01-10', one a line. */
export const CALENDAR_LINES = /^(?:(?:lessons|exams) \d\d-\d\d \d\d-\d\d(?:\n|$))+$/

/** Reads the setting; what cannot be read is as if nobody had set it. */
export function readCalendar(setting: unknown): SchoolCalendar {
  if (typeof setting !== 'string' || !CALENDAR_LINES.test(setting)) return USUAL_CALENDAR
  const spans = setting
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [what = '', from = '', to = ''] = line.split(' ')
      return { what, from, to }
    })
  const of = (kind: string) => spans.filter(({ what }) => what === kind).map(({ from, to }) => ({ from, to }))
  return { lessons: of('lessons'), exams: of('exams'), confirmed: true }
}

/** The setting of a calendar. */
export function printCalendar({ lessons, exams }: Omit<SchoolCalendar, 'confirmed'>): string {
  const lines = (kind: string, spans: readonly Span[]) => spans.map(({ from, to }) => `${kind} ${from} ${to}`)
  return [...lines('lessons', lessons), ...lines('exams', exams)].join('\n')
}

/** Spans as a person writes them, one a line: '05/09 - 18/01'. */
export function showSpans(spans: readonly Span[]): string {
  const turned = (monthDay: string) => `${monthDay.slice(3)}/${monthDay.slice(0, 2)}`
  return spans.map(({ from, to }) => `${turned(from)} - ${turned(to)}`).join('\n')
}

/** Reads spans as a person writes them; null where a line is none. */
export function readSpans(text: string): readonly Span[] | null {
  const spans: Span[] = []
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue
    const match = /^\s*(\d{1,2})\s*\/\s*(\d{1,2})\s*[-–]\s*(\d{1,2})\s*\/\s*(\d{1,2})\s*$/u.exec(line)
    const from = monthDay(match?.[1], match?.[2])
    const to = monthDay(match?.[3], match?.[4])
    if (from === null || to === null) return null
    spans.push({ from, to })
  }
  return spans
}

/** True for a day within one of the spans of a school year. @param schoolYear - '2023-2024' */
export function isWithin(day: PlainDate, spans: readonly Span[], schoolYear: string): boolean {
  return spans.some(({ from, to }) => day >= dayOf(from, schoolYear) && day <= dayOf(to, schoolYear))
}

function dayOf(span: string, schoolYear: string): PlainDate {
  return `${span >= '08' ? schoolYear.slice(0, 4) : schoolYear.slice(5)}-${span}`
}

/** A day of a leap year, so that 29/02 is one. */
function monthDay(day: string | undefined, month: string | undefined): string | null {
  const text = `${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`
  return isDay(`2024-${text}`) ? text : null
}
