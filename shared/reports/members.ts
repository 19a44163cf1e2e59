/**
 * How many members a part of the house has on a day: by its own newest count, or by those of its parts where all of them
 * have one that is newer. The denominator of the 3-4 % rule; what is missing is named, never guessed.
 */
import type { PlainDate } from '../calendar/plain-date.ts'
import type { CountFact } from './facts.ts'
import { existsOn, type Place } from './tree.ts'

/** Members of a place on a day. */
export type Members = {
  /** Null where nothing is known. With `missing` it is only the sum of what is known. */
  readonly members: number | null
  /** The day of the oldest count that is in it; null where nothing is known. */
  readonly counted: PlainDate | null
  /** A total typed from before the program is in it. */
  readonly isTyped: boolean
  /** Places that were there on the day and have no count. */
  readonly missing: readonly { readonly id: string; readonly name: string }[]
}

/** Counts by owner, oldest first. */
export type CountsByOwner = ReadonlyMap<string, readonly CountFact[]>

/** Sorts counts by owner. */
export function countsByOwner(counts: readonly CountFact[]): CountsByOwner {
  const byOwner = new Map<string, CountFact[]>()
  // Of two of one day the recorded one comes last, and so counts.
  const sorted = counts.toSorted((a, b) =>
    a.day === b.day ? Number(b.isTyped) - Number(a.isTyped) : a.day < b.day ? -1 : 1,
  )
  for (const count of sorted) {
    const held = byOwner.get(count.owner)
    if (held === undefined) byOwner.set(count.owner, [count])
    else held.push(count)
  }
  return byOwner
}

/** Members of a place on a day. */
export function membersOn(place: Place, day: PlainDate, counts: CountsByOwner): Members {
  const own = newestOf(place, day, counts)
  const parts = place.children.filter((child) => existsOn(child, day)).map((child) => membersOn(child, day, counts))
  const sum = parts.length === 0 ? null : added(parts)
  if (own === null) return sum ?? { members: null, counted: null, isTyped: false, missing: [place].map(named) }
  const isNewer = sum !== null && sum.missing.length === 0 && sum.counted !== null && sum.counted > own.day
  return isNewer ? sum : { members: own.members, counted: own.day, isTyped: own.isTyped, missing: [] }
}

function newestOf({ owners }: Place, day: PlainDate, counts: CountsByOwner): CountFact | null {
  return owners
    .flatMap((owner) => counts.get(owner)?.findLast((count) => count.day <= day) ?? [])
    .reduce<CountFact | null>((best, one) => (best === null || one.day > best.day ? one : best), null)
}

function added(parts: readonly Members[]): Members {
  const known = parts.filter(({ members }) => members !== null)
  return {
    members: known.length === 0 ? null : known.reduce((sum, { members }) => sum + (members ?? 0), 0),
    counted: known.reduce<PlainDate | null>(
      (oldest, { counted }) => (oldest === null || (counted !== null && counted < oldest) ? counted : oldest),
      null,
    ),
    isTyped: parts.some(({ isTyped }) => isTyped),
    missing: parts.flatMap(({ missing }) => missing),
  }
}

function named({ id, name }: Place) {
  return { id, name }
}
