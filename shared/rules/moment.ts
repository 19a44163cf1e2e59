/**
 * The day a check speaks of: a day in the past, where nothing can change any more, or now, where every comparison with a
 * day still to come is remembered. Since no check sees today in any other way, an assessment cannot change before the
 * first remembered day: that day is its `validUntil`.
 */
import type { PlainDate } from '../calendar/plain-date.ts'
import type { RuleSet } from './rule-set.ts'

/** Today, asked only by way of `reached`. */
export type Clock = {
  /** Whether today is that day or later; if not, the answer will be another one on that day. */
  readonly reached: (day: PlainDate) => boolean
  /** The first day on which an answer given so far changes; null if none does. */
  readonly validUntil: () => PlainDate | null
}

/** A day with the rule set in force on it. `on` is null for now: today's date must not get into a result. */
export type Moment = {
  readonly on: PlainDate | null
  readonly rules: RuleSet
  readonly reached: (day: PlainDate) => boolean
}

/**
 * Starts a clock for one assessment.
 * @param today - the day the assessment is made
 */
export function startClock(today: PlainDate): Clock {
  let next: PlainDate | null = null
  return {
    reached(day) {
      if (day <= today) return true
      if (next === null || day < next) next = day
      return false
    },
    validUntil: () => next,
  }
}

/**
 * The moment of an act in the past.
 * @param on - the act's day
 * @param rules - the rule set in force on it
 */
export function momentOf(on: PlainDate, rules: RuleSet): Moment {
  return { on, rules, reached: (day) => day <= on }
}

/**
 * The present moment.
 * @param clock - the assessment's clock
 * @param rules - the rule set in force today
 */
export function presentMoment(clock: Clock, rules: RuleSet): Moment {
  return { on: null, rules, reached: clock.reached }
}
