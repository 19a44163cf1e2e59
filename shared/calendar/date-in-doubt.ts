/**
 * When the date of a computer cannot be believed: before the program was built, before something the office has already
 * recorded, or long after it was last used. A person then says what day it is; until then nothing is refused for its date.
 */
import { addDays, type PlainDate } from './plain-date.ts'

/** Why a day is in doubt, and the day that speaks against it. */
export type DateDoubt = {
  readonly why: 'beforeBuild' | 'beforeEntries' | 'jump'
  /** The day by the computer's clock. */
  readonly clock: PlainDate
  /** The day of the build, of the newest entry, or of the last use. */
  readonly against: PlainDate
}

/** What is known besides the clock. */
export type DateEvidence = {
  /** The day this build was made: no office can be in an earlier one. */
  readonly built: PlainDate
  /** The day of the office's newest own entry since a person last said the date; null where there is none. */
  readonly newest: PlainDate | null
  /** The day the office was last used; null before the first. */
  readonly lastUse: PlainDate | null
}

/** After more days without use than this, a date is asked for. */
export const LONGEST_PAUSE = 30

/**
 * Judges a day.
 * @param clock - the day by the computer's clock
 * @returns null where nothing speaks against it
 */
export function doubtAbout(clock: PlainDate, { built, newest, lastUse }: DateEvidence): DateDoubt | null {
  if (clock < built) return { why: 'beforeBuild', clock, against: built }
  if (newest !== null && clock < newest) return { why: 'beforeEntries', clock, against: newest }
  const last = later(newest, lastUse)
  if (last !== null && clock > addDays(last, LONGEST_PAUSE)) return { why: 'jump', clock, against: last }
  return null
}

/**
 * The day to go on with while a date is in doubt: never one that has passed for certain.
 * @param clock - the day by the computer's clock
 */
export function workingDay(clock: PlainDate, { built, newest }: DateEvidence): PlainDate {
  return later(clock, later(built, newest)) ?? clock
}

function later(a: PlainDate | null, b: PlainDate | null): PlainDate | null {
  if (a === null || b === null) return a ?? b
  return a > b ? a : b
}
