/**
 * What the entries of a case say of its erasure.
 */
import { trusted } from '../base/trust.ts'
import { turnOf, type Turns } from '../journal/authority.ts'
import { inOrder, precedence, type Item, type Precedes } from '../journal/item.ts'
import type { PayloadOf } from '../journal/kinds.ts'
import type { CaseState } from './case-state.ts'
import type { Stage } from './codes.ts'
import type { Remains } from './remains.ts'
import { isEnded, stageOf } from './stage.ts'

/** What remains of a case, and when its erasure was recorded (wall clock, shown only). */
export type Erased = Remains & { readonly at: string }

/**
 * What remains of a case, as the first erasure of it says.
 * @param items - the applied items of the case, in any order
 * @returns null where nothing of it was erased
 */
export function erasedOf(items: readonly Item[]): Erased | null {
  const first = inOrder(items).find(({ entry }) => entry.kind === 'entry.erased')
  if (first === undefined) return null
  return { ...trusted<{ readonly remains: Remains }>(first.entry.payload).remains, at: first.entry.at }
}

/** True for an item by which its office has erased what it holds of a case, or has consented to it. */
export function isErasure({ entry }: Item): boolean {
  if (entry.kind === 'entry.erased') return true
  return entry.kind === 'erasure.answered' && trusted<{ readonly outcome: string }>(entry.payload).outcome === 'done'
}

/**
 * True where an office has erased a case: whatever lines of others still stand with it make none any more, unless the case
 * was handed to it without its having known of that when it erased.
 * @param items - the applied items of the case, in any order
 * @param state - what they make of it
 */
export function isErasedBy(office: string, items: readonly Item[], state: CaseState | null): boolean {
  const erasures = items.filter((item) => item.office === office && isErasure(item))
  if (erasures.length === 0) return false
  const given = state?.keeper === office ? state.moves.findLast(({ to }) => to === office) : undefined
  if (given === undefined) return true
  // It was told to both sides, and each has seen what it was told itself.
  const told = items.filter(({ entry }) => {
    if (entry.kind !== 'case.handedOver') return false
    const { from, to, on } = trusted<PayloadOf<'case.handedOver'>>(entry.payload)
    return from === given.from && to === given.to && on === given.on
  })
  const precedes = precedence(inOrder(items))
  return erasures.some((erasure) => told.some((item) => precedes(item, erasure)))
}

/**
 * How a case ended by the word of its last keeper, who has erased it, where another office still holds something of it: what
 * led to that end may have been erased before it was ever sent.
 * @param live - the entries of the case that count, in the order of history
 * @returns null where its keeper has not erased it
 */
export function erasedAs(live: readonly Item[], turns: Turns, precedes: Precedes): Stage | null {
  const last = turns.length - 1
  const keeper = turns.at(-1)?.keeper
  // What it has told to itself alone is told in no turn.
  const words = live.filter(
    ({ office, audience, entry }) => entry.kind === 'entry.erased' && office === keeper && audience !== 'own',
  )
  const word = words.findLast((item) => turnOf(item, turns, precedes) === last)
  return word === undefined ? null : trusted<{ readonly remains: Remains }>(word.entry.payload).remains.outcome
}

/**
 * True for a case that an office has given away and that does not go on under its eyes: it has come to an end there, or all
 * of the office went to a successor.
 */
export function hasGivenAway(state: CaseState, office: string): boolean {
  const { keeper, moves } = state
  const given = moves.findLast(({ from }) => from === office)
  if (keeper === office || given === undefined) return false
  return given.reason === 'succession' || isEnded(stageOf(state))
}
