/**
 * Lines that are issued anew come last, also after what had changed them: the newest word counts, so whatever another of our
 * computers had corrected behind them would be as it was before. Such a change is said again too, after them; it says the
 * whole of what it changes, and counts no more for being said twice.
 */
import type { Entry } from '../shared/journal/entry.ts'
import { inOrder, retractions } from '../shared/journal/item.ts'
import type { Kind } from '../shared/journal/kinds.ts'
import { itemsAbout } from './journal.ts'
import type { ReadDb } from './transaction.ts'

const CHANGES: ReadonlySet<string> = new Set([
  'candidate.corrected',
  'candidate.listed',
  'unit.changed',
  'unit.listed',
  'member.changed',
] satisfies readonly Kind[])

/** An entry, and whom it is for. */
type Said = { readonly audience: string; readonly entry: Entry }

/**
 * Changes of ours that stand and come after lines which were cut.
 * @param cut - the entries that are issued anew, each with the channel it stood in
 * @param came - ids of the entries that came with what came in their place: those have their own order
 */
export function changesAfter(
  db: ReadDb,
  office: string,
  cut: readonly { readonly channel: string; readonly entry: Entry }[],
  came: ReadonlySet<string>,
): readonly Said[] {
  const bySubject = Map.groupBy(cut, ({ entry: { subject } }) => `${subject.type}/${subject.id}`)
  return [...bySubject.values()].flatMap((lost): Said[] => {
    const subject = lost[0]?.entry.subject
    if (subject === undefined) return []
    const items = itemsAbout(db, subject.type, subject.id)
    const { taken } = retractions(items)
    const comesAfter = ({ after }: Entry) =>
      after.some((place) => lost.some(({ channel, entry }) => channel === place.channel && place.seq >= entry.seq))
    return inOrder(items)
      .filter(({ office: author, entry }) => author === office && CHANGES.has(entry.kind) && !came.has(entry.id))
      .filter(({ entry }) => comesAfter(entry) && !taken.has(entry.id))
      .map(({ audience, entry }) => ({ audience, entry }))
  })
}
