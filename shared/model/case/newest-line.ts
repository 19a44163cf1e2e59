/**
 * The list line of a case that tells the office above how it stands. Of several keepers the last one's counts, and it is
 * weighed against the case by value that the office holds: ticks do not order what different keepers have sent.
 */
import { turnOf, type CaseHistory } from '../../journal/authority.ts'
import { typed } from '../../journal/item.ts'
import type { ListLine } from '../list-line.ts'

/** A list line; `isNewest`: the case by value is not newer. */
type Told = { readonly line: ListLine; readonly isNewest: boolean }

/**
 * The newest list line of the last keeper that has sent any; null where there is none.
 * @param value - the entry that brought the case by value; null where none did
 */
export function newestLine({ live, turns, precedes }: CaseHistory, value: string | null): Told | null {
  let newest: { readonly line: ListLine; readonly turn: number; readonly at: number } | null = null
  for (const [at, item] of live.entries()) {
    const { kind, payload } = typed(item)
    if (kind !== 'candidate.listed') continue
    const turn = turnOf(item, turns, precedes)
    if (newest === null || turn >= newest.turn) newest = { line: payload, turn, at }
  }
  if (newest === null) return null
  const { line, turn, at } = newest
  if (value === null) return { line, isNewest: true }
  const valueAt = live.findIndex(({ entry }) => entry.id === value)
  const sent = live[valueAt]
  if (sent === undefined) return { line, isNewest: false }
  const sentIn = turnOf(sent, turns, precedes)
  // Whoever was given the case lists it afterwards.
  const isGiven = sent.entry.kind === 'case.handedOver'
  return { line, isNewest: turn > sentIn || (turn === sentIn && (isGiven || at > valueAt)) }
}
