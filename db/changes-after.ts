/**
 * Lines that are issued anew come last, also after what had changed them: the newest word counts, so whatever another of our
 * computers had corrected behind them would be as it was before. Such a change is said again too, after them; it says the
 * whole of what it changes, and counts no more for being said twice.
 */
import { trustedJson } from '../shared/base/trust.ts'
import { parseChannel } from '../shared/bundle/format.ts'
import type { Entry } from '../shared/journal/entry.ts'
import { retractions } from '../shared/journal/item.ts'
import { upcast } from '../shared/journal/upcast.ts'
import { itemsAbout } from './journal.ts'
import { prepared, type ReadDb } from './transaction.ts'

const CHANGES = ['candidate.corrected', 'candidate.listed', 'unit.changed', 'unit.listed', 'member.changed']

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
  const bySubject = Map.groupBy(cut, ({ entry }) => entry.subject.id)
  return [...bySubject].flatMap(([id, lost]) => {
    const comesAfter = ({ after }: Entry) =>
      after.some((place) => lost.some(({ channel, entry }) => channel === place.channel && place.seq >= entry.seq))
    const changes = standing(db, id).flatMap(({ channel, line }): Said[] => {
      const author = parseChannel(channel)
      const entry = upcast(trustedJson<Entry>(line))
      if (author?.office !== office || came.has(entry.id) || !comesAfter(entry)) return []
      return [{ audience: author.audience, entry }]
    })
    return changes.filter(({ entry }) => {
      const { type } = entry.subject
      return !retractions(itemsAbout(db, type, id)).taken.has(entry.id)
    })
  })
}

function standing(db: ReadDb, subject: string) {
  return prepared<{ channel: string; line: string }>(
    db,
    `SELECT c.channel, j.line FROM journal j JOIN channels c ON c.id = j.channel_id
     WHERE j.subject_id = ? AND j.status = 'applied' AND j.kind IN (SELECT value FROM json_each(?))
     ORDER BY j.tick, j.entry_id`,
  ).all(subject, JSON.stringify(CHANGES))
}
