/**
 * Targets and totals as they follow from their entries. What an office was given by the one above it counts before what it
 * set itself; both stand side by side where they differ.
 */
import type { DocumentRef } from '../base/fields.ts'
import { inOrder, inToldOrder, retractions, typed, type Item } from '../journal/item.ts'

/** One setting of a target, with who set it. */
export type TargetRevision = {
  readonly entry: string
  readonly office: string
  readonly at: string
  readonly number: number
  readonly isGiven: boolean
  readonly reason: string | null
  readonly paper: DocumentRef | null
}

/** The target of a year. */
export type TargetState = {
  readonly year: number
  readonly number: number
  /** True where the office above has given it. */
  readonly isGiven: boolean
  readonly paper: DocumentRef | null
  readonly entry: string
  /** What the office set itself, where it was given another number. */
  readonly own: number | null
  /** Every setting, oldest first. */
  readonly revisions: readonly TargetRevision[]
}

/** What was typed of a year before the program. */
export type TotalState = {
  readonly year: number
  readonly admitted: number | null
  readonly members: number | null
  readonly lastAdmission: string | null
  /** Who typed it, and who was told: `own` where nobody was. */
  readonly office: string
  readonly audience: string
  readonly actor: string
  readonly at: string
}

/**
 * The targets of one owner, one a year, oldest year first.
 * @param items - its applied items, in any order
 */
export function foldTargets(items: readonly Item[]): readonly TargetState[] {
  const history = inOrder(items)
  const { taken } = retractions(history)
  const byYear = new Map<number, TargetRevision[]>()
  for (const item of history) {
    const fact = typed(item)
    if (taken.has(item.entry.id) || (fact.kind !== 'target.set' && fact.kind !== 'target.assigned')) continue
    const { year, number, reason, paper } = fact.payload
    const revision: TargetRevision = {
      entry: item.entry.id,
      office: item.office,
      at: item.entry.at,
      number,
      isGiven: fact.kind === 'target.assigned',
      reason: reason ?? null,
      paper: paper ?? null,
    }
    byYear.set(year, [...(byYear.get(year) ?? []), revision])
  }
  return [...byYear]
    .flatMap(([year, revisions]) => {
      const given = revisions.findLast(({ isGiven }) => isGiven)
      const set = revisions.findLast(({ isGiven }) => !isGiven)
      const counts = given ?? set
      if (counts === undefined) return []
      const { number, isGiven, paper, entry } = counts
      const own = given !== undefined && set !== undefined && set.number !== number ? set.number : null
      return [{ year, number, isGiven, paper, entry, own, revisions }]
    })
    .sort((a, b) => a.year - b.year)
}

/**
 * Totals typed for one owner, one a year, oldest year first; what its own office typed counts before what another typed
 * for it, and of one office the newest.
 * @param owner - id of the office or unit
 */
export function foldTotals(owner: string, items: readonly Item[]): readonly TotalState[] {
  const history = inToldOrder(items)
  const { taken } = retractions(history)
  const byYear = new Map<number, { state: TotalState; isOwn: boolean }>()
  for (const item of history) {
    const fact = typed(item)
    if (taken.has(item.entry.id) || fact.kind !== 'total.typed') continue
    const isOwn = item.office === owner
    const { year, admitted, members, lastAdmission } = fact.payload
    if (byYear.get(year)?.isOwn === true && !isOwn) continue
    const state = {
      year,
      admitted: admitted ?? null,
      members: members ?? null,
      lastAdmission: lastAdmission ?? null,
      office: item.office,
      audience: item.audience,
      actor: item.entry.actor.name,
      at: item.entry.at,
    }
    byYear.set(year, { state, isOwn })
  }
  return [...byYear.values()].map(({ state }) => state).sort((a, b) => a.year - b.year)
}
