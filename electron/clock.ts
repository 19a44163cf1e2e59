/**
 * The only clock. Days are those of Việt Nam whatever the computer's zone; a fixed day serves tests and the demo.
 */
import { dayOf } from '../shared/calendar/instant.ts'

/** Now, for display and for days. */
export type Clock = {
  /** YYYY-MM-DDTHH:MM:SSZ */
  readonly at: () => string
  /** YYYY-MM-DD */
  readonly today: () => string
  /** Set for a computer's own clock: its date may be in doubt (office/office-clock.ts). One that was set is what it says. */
  readonly mayBeWrong?: true
}

/** An instant as the journal writes it, YYYY-MM-DDTHH:MM:SSZ. */
export function instantOf(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`
}

/** The computer's clock. */
export const systemClock: Clock = {
  at: () => instantOf(new Date()),
  today: () => dayOf(new Date().toISOString()),
  mayBeWrong: true,
}

/** A clock that stands still at 8 in the morning (Việt Nam) of a day. */
export function fixedClock(day: string): Clock {
  return { at: () => `${day}T01:00:00Z`, today: () => day }
}

/** A computer's clock that stands still on a day, for tests: it may be as wrong as any. */
function computerClockOn(day: string): Clock {
  return { ...fixedClock(day), mayBeWrong: true }
}

/**
 * The clock of a host.
 * @param today - the day for certain, where one was given
 * @param computerDay - what the computer's clock says, where a test sets it
 */
export function clockFor(today: string | undefined, computerDay: string | undefined): Clock {
  if (today !== undefined) return fixedClock(today)
  return computerDay === undefined ? systemClock : computerClockOn(computerDay)
}
