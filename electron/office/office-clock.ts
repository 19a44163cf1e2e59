/**
 * The one place that decides what day it is in an office: the computer's, unless it is in doubt or a person has said
 * otherwise. A day that was said holds, going on with the clock, until the clock agrees again or is turned back.
 */
import { dayOf } from '../../shared/calendar/instant.ts'
import { addDays, daysBetween, type PlainDate } from '../../shared/calendar/plain-date.ts'
import { doubtAbout, workingDay, type DateDoubt, type DateEvidence } from '../../shared/calendar/date-in-doubt.ts'
import type { Clock } from '../clock.ts'

/** When the office was last seen in use. */
export type SeenDate = {
  /** The computer's clock, YYYY-MM-DDTHH:MM:SSZ. */
  readonly at: string
  /** Days the office's date is ahead of it; not 0 only where a person said so. */
  readonly ahead: number
}

/** What the store remembers for the clock. */
export type DateMemory = {
  /** Time of the newest own entry since a person last said the date, or null. */
  readonly newest: () => string | null
  readonly seen: () => SeenDate | null
  readonly keep: (seen: SeenDate) => void
}

/** A clock that may be in doubt. */
export type OfficeClock = Clock & {
  /** Why today is in doubt; null where it is not. */
  readonly doubt: () => DateDoubt | null
  /** The day by the computer's own clock. */
  readonly computer: () => PlainDate
  /** Time and day as they are if today is `day`. */
  readonly ifToday: (day: PlainDate) => { readonly at: string; readonly today: PlainDate }
  /** A person has said what day it is. */
  readonly correct: (day: PlainDate) => void
  /** Keeps in the store when the office was last in use: when it is opened and closed, and when a person said the date. */
  readonly remember: () => void
}

/**
 * The clock of an office.
 * @param clock - the computer's; one that was given is never doubted
 * @param built - the day of the build
 */
export function openOfficeClock(clock: Clock, memory: DateMemory, built: PlainDate): OfficeClock {
  if (clock.mayBeWrong !== true) return givenClock(clock)
  let kept = memory.seen()
  const newest = memory.newest()
  // What was last known, and where: another day by the computer's clock is judged anew. Nothing is read or written then,
  // since the time is asked for in the midst of transactions.
  let seen = kept
  let last = newest === null ? null : dayOf(newest)
  let lookedOn: PlainDate | null = null
  let ahead = 0
  let doubt: DateDoubt | null = null

  const look = () => {
    const day = clock.today()
    if (day === lookedOn) return
    lookedOn = day
    const evidence: DateEvidence = {
      built,
      newest: last,
      lastUse: seen === null ? null : addDays(dayOf(seen.at), seen.ahead),
    }
    doubt = doubtAbout(day, evidence)
    ahead = 0
    if (doubt !== null && stillHolds(seen, clock.at(), newest)) {
      ahead = seen?.ahead ?? 0
      doubt = doubtAbout(addDays(day, ahead), evidence)
    }
    // What is in doubt is no evidence for the next time.
    if (doubt === null) settled(day)
    else ahead = daysBetween(day, workingDay(day, evidence))
  }
  const settled = (day: PlainDate) => {
    seen = { at: clock.at(), ahead }
    last = addDays(day, ahead)
  }
  return {
    mayBeWrong: true,
    at: () => {
      look()
      return moved(clock.at(), ahead)
    },
    today: () => {
      look()
      return addDays(clock.today(), ahead)
    },
    doubt: () => {
      look()
      return doubt
    },
    computer: clock.today,
    ifToday: (day) => ({ at: moved(clock.at(), daysBetween(clock.today(), day)), today: day }),
    correct: (day) => {
      lookedOn = clock.today()
      ahead = daysBetween(lookedOn, day)
      doubt = null
      settled(lookedOn)
    },
    remember: () => {
      look()
      const isKept = ahead === 0 && kept !== null && kept.ahead === 0 && dayOf(kept.at) === clock.today()
      if (doubt !== null || isKept) return
      const seen = { at: clock.at(), ahead }
      memory.keep(seen)
      kept = seen
    },
  }
}

/** A correction holds while the clock goes on from where it was seen: one that was turned back knows nothing any more. */
function stillHolds(seen: SeenDate | null, at: string, newest: string | null): boolean {
  if (seen === null || seen.ahead === 0 || at < seen.at) return false
  return newest === null || moved(at, seen.ahead) >= newest
}

/** A time some days later. */
function moved(at: string, days: number): string {
  return days === 0 ? at : `${addDays(at.slice(0, 10), days)}${at.slice(10)}`
}

/** A clock that tests, the demo or `--today` have set: it is what it says. */
function givenClock(clock: Clock): OfficeClock {
  return {
    ...clock,
    doubt: () => null,
    computer: clock.today,
    ifToday: (day) => ({ at: clock.at(), today: day }),
    correct: () => {},
    remember: () => {},
  }
}
