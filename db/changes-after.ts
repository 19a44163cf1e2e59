/**
 * Lines that are issued anew come last, also after what had changed them: where the newest word counts, whatever another of
 * our computers had said behind them would be undone. Such a word is said again too, after them; it says the whole of what it
 * changes, and counts no more for being said twice. Which kinds are so is said in the kinds table.
 */
import { trusted } from '../shared/base/trust.ts'
import { subjectKey, type Entry } from '../shared/journal/entry.ts'
import { hasSeen, whatStands } from '../shared/journal/item.ts'
import { isKind, kindRow, type PayloadOf } from '../shared/journal/kinds.ts'
import { itemsAbout } from './journal.ts'
import type { ReadDb } from './transaction.ts'

/** An entry, where it stands, and whom it is for. */
type Said = { readonly channel: string; readonly audience: string; readonly entry: Entry }

/**
 * Words of ours that stand, count as the newest and come after lines which were cut.
 * @param cut - the entries that are issued anew, each with the channel it stood in
 * @param came - ids of the entries that came with what came in their place: those have their own order
 */
export function changesAfter(
  db: ReadDb,
  office: string,
  cut: readonly { readonly channel: string; readonly entry: Entry }[],
  came: ReadonlySet<string>,
): readonly Said[] {
  const bySubject = Map.groupBy(cut, ({ entry }) => subjectKey(entry.subject))
  return [...bySubject.values()].flatMap((lost): Said[] => {
    const subject = lost[0]?.entry.subject
    if (subject === undefined) return []
    const isUndone = (later: Entry) =>
      lost.some(({ channel, entry }) => wouldUndo(entry, later) && hasSeen(later, { channel, seq: entry.seq }))
    return whatStands(itemsAbout(db, subject.type, subject.id), office)
      .filter(({ entry }) => !came.has(entry.id) && isUndone(entry))
      .map(({ channel, audience, entry }) => ({ channel, audience, entry: withoutCut(entry) }))
  })
}

/** True for an entry that, coming last, would count in place of another one. */
export function wouldUndo({ kind }: Entry, { kind: later }: Entry): boolean {
  if (!isKind(kind) || !isKind(later)) return false
  const { newestOf } = kindRow(later)
  return newestOf !== undefined && (kindRow(kind).begins === true || kindRow(kind).newestOf === newestOf)
}

/** The end of a pairing cuts once: what a new key of that office has signed since stays where it is. */
export function withoutCut(entry: Entry): Entry {
  if (entry.kind !== 'peer.revoked') return entry
  const { reason } = trusted<PayloadOf<'peer.revoked'>>(entry.payload)
  return { ...entry, payload: { reason, heads: [] } }
}
