/**
 * What the entries of a case say of its erasure.
 */
import { trusted } from '../base/trust.ts'
import { historyOf, turnOf, type CaseHistory } from '../journal/authority.ts'
import { inOrder, type Item } from '../journal/item.ts'
import { isErasable, type PayloadOf } from '../journal/kinds.ts'
import type { CaseState } from './case-state.ts'
import type { Stage } from './codes.ts'
import type { Remains } from './remains.ts'
import { isEnded, stageOf } from './stage.ts'

/** What remains of a case, and when its erasure was recorded (wall clock, shown only). */
export type Erased = Remains & { readonly at: string }

/**
 * What remains of a case: as its last keeper says, where that one has erased it and is heard; else as the first erasure says.
 * @param items - the applied items of the case, in any order
 * @returns null where nothing of it was erased
 */
export function erasedOf(items: readonly Item[]): Erased | null {
  const first = inOrder(items).find(({ entry }) => entry.kind === 'entry.erased')
  if (first === undefined) return null
  const { entry } = wordOfKeeper(historyOf(items)) ?? first
  return { ...trusted<{ readonly remains: Remains }>(entry.payload).remains, at: first.entry.at }
}

/** True for an item by which its office has erased what it holds of a case, or has consented to it. */
export function isErasure({ entry }: Item): boolean {
  if (entry.kind === 'entry.erased') return true
  return entry.kind === 'erasure.answered' && trusted<{ readonly outcome: string }>(entry.payload).outcome === 'done'
}

/**
 * True for an item that says anything of the person which can be erased. That a case went away says nothing, and is not
 * erased: its former keeper may not have heard of it yet.
 */
export function isToErase({ entry }: Item): boolean {
  if (entry.kind !== 'case.handedOver') return isErasable(entry.kind)
  const { snapshot, open } = trusted<PayloadOf<'case.handedOver'>>(entry.payload)
  return snapshot !== undefined || open !== undefined
}

/**
 * True where an office has erased a case: whatever lines of others still stand with it make none any more, unless the case
 * was handed to it without its having known of that when it erased.
 * @param items - the applied items of the case, in any order
 */
export function isErasedBy(office: string, items: readonly Item[]): boolean {
  const erasures = items.filter((item) => item.office === office && isErasure(item))
  if (erasures.length === 0) return false
  const { turns, precedes } = historyOf(items)
  const last = turns.at(-1)
  if (last?.keeper !== office || last.given === undefined) return true
  // It was told to both sides, and each has seen what it was told itself.
  const { told } = last.given
  return erasures.some((erasure) => told.some((item) => precedes(item, erasure)))
}

/**
 * How a case ended by the word of its last keeper, who has erased it, where another office still holds something of it: what
 * led to that end may have been erased before it was ever sent.
 * @returns null where its keeper has not erased it
 */
export function erasedAs(history: CaseHistory): Stage | null {
  const word = wordOfKeeper(history)
  return word === undefined ? null : trusted<{ readonly remains: Remains }>(word.entry.payload).remains.outcome
}

/** The newest word by which the last keeper of a case has told others that it erased it. */
function wordOfKeeper({ live, turns, precedes }: CaseHistory): Item | undefined {
  const last = turns.length - 1
  const keeper = turns.at(-1)?.keeper
  // What it has told to itself alone is told in no turn.
  const words = live.filter(
    ({ office, audience, entry }) => entry.kind === 'entry.erased' && office === keeper && audience !== 'own',
  )
  return words.findLast((item) => turnOf(item, turns, precedes) === last)
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
