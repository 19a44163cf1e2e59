/**
 * Periods of reports (kỳ báo cáo): whole months, quarters, half-years, years, a term of office, or any two days. Both
 * ends belong to the period.
 */
import { addMonths, daysInMonth, plainDate, type PlainDate } from './plain-date.ts'

/** Kinds of periods. */
export const PERIOD_CODES = ['month', 'quarter', 'half', 'year', 'term', 'any'] as const
export type PeriodKind = (typeof PERIOD_CODES)[number]

/** A period, both ends included. Its schema is in shared/model/period.ts: words come before any schema may be made. */
export type Period = { readonly kind: PeriodKind; readonly from: PlainDate; readonly to: PlainDate }

const MONTHS = { month: 1, quarter: 3, half: 6, year: 12 } as const

/** Kinds of periods that a year has a whole number of. */
export type PartKind = keyof typeof MONTHS

/**
 * A whole period of a year.
 * @param n - which one of the year, from 1; 1 for a year
 * @throws Error where the year has no such period
 */
export function periodOf(kind: PartKind, year: number, n: number): Period {
  const months = MONTHS[kind]
  if (!Number.isInteger(n) || n < 1 || n * months > 12) throw new Error(`no ${kind} ${n} in a year`)
  const last = n * months
  return {
    kind,
    from: plainDate(year, last - months + 1, 1),
    to: plainDate(year, last, daysInMonth(year, last)),
  }
}

/** How many periods of a kind a year has. */
export function partsOfYear(kind: PartKind): number {
  return 12 / MONTHS[kind]
}

/** Which period of a kind, from 1, a day of its year is in. */
export function partOfYear(kind: PartKind, day: PlainDate): number {
  return Math.ceil(Number(day.slice(5, 7)) / MONTHS[kind])
}

/** True for kinds that a year has a whole number of. */
export function isPartOfYear(kind: PeriodKind): kind is PartKind {
  return kind in MONTHS
}

/** The same period a year before: what a report is compared with. */
export function yearBefore({ kind, from, to }: Period): Period {
  const isMonthEnd = to === lastOfMonth(to)
  const earlier = addMonths(to, -12)
  return { kind, from: addMonths(from, -12), to: isMonthEnd ? lastOfMonth(earlier) : earlier }
}

/** The part of a period that is over on a day; null where it has not begun. */
export function upTo({ kind, from, to }: Period, day: PlainDate): Period | null {
  return from > day ? null : { kind, from, to: to < day ? to : day }
}

/** True for a day in the period. */
export function isWithin(day: PlainDate, { from, to }: Pick<Period, 'from' | 'to'>): boolean {
  return from <= day && day <= to
}

/** The year of a day. */
export function yearOf(day: PlainDate): number {
  return Number(day.slice(0, 4))
}

function lastOfMonth(day: PlainDate): PlainDate {
  const [year, month] = [yearOf(day), Number(day.slice(5, 7))]
  return plainDate(year, month, daysInMonth(year, month))
}
