/**
 * The only clock. Days are those of Việt Nam whatever the computer's zone; a fixed day serves tests and the demo.
 */

/** Now, for display and for days. */
export type Clock = {
  /** YYYY-MM-DDTHH:MM:SSZ */
  readonly at: () => string
  /** YYYY-MM-DD */
  readonly today: () => string
}

const DAY = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Ho_Chi_Minh',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The day in Việt Nam of an instant. @param at - YYYY-MM-DDTHH:MM:SSZ */
export function dayOf(at: string): string {
  return DAY.format(new Date(at))
}

/** The computer's clock. */
export const systemClock: Clock = {
  at: () => `${new Date().toISOString().slice(0, 19)}Z`,
  today: () => DAY.format(new Date()),
}

/** A clock that stands still at 8 in the morning (Việt Nam) of a day. */
export function fixedClock(day: string): Clock {
  return { at: () => `${day}T01:00:00Z`, today: () => day }
}
