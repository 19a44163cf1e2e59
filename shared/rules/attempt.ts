/**
 * Which acts belong together: a branch may consider a person again, and what followed the earlier meeting does not answer
 * the later one.
 */
import type { PlainDate } from '../calendar/plain-date.ts'

/** The act with the latest day; of several on one day the one recorded last. */
export function latest<T extends { readonly date: PlainDate }>(acts: readonly T[]): T | null {
  return acts.reduce<T | null>((newest, act) => (newest === null || act.date >= newest.date ? act : newest), null)
}

/** An act from before the latest meeting answers an earlier meeting, if there was one that it can answer. */
export function ofThisAttempt<T extends { readonly date: PlainDate }>(
  act: T | null,
  votes: readonly { readonly date: PlainDate }[],
): T | null {
  const newest = latest(votes)
  if (act === null || newest === null || act.date >= newest.date) return act
  return votes.some((vote) => vote !== newest && vote.date <= act.date) ? null : act
}
