/**
 * What an entry of a case comes after that is issued anew: what whoever wrote it had seen, and whatever has been written since by
 * somebody who had seen it. What the two histories say without knowing of each other stays two versions of one thing, for
 * a person to settle: the one that is issued anew must not pass for a correction of the other.
 */
import { parseChannel } from '../shared/bundle/format.ts'
import type { Entry, Place } from '../shared/journal/entry.ts'
import { hasSeen } from '../shared/journal/item.ts'
import { itemsAbout } from './journal.ts'
import type { ReadDb } from './transaction.ts'

/**
 * How far into a channel an entry had seen, or is known to.
 * @param device - the one that issues it anew
 * @param ends - of channels that were cut, the last line that stayed
 * @returns null where all that is here counts as seen
 */
export function seenThen(
  db: ReadDb,
  device: string,
  { channel, entry }: { readonly channel: string; readonly entry: Entry },
  ends: ReadonlyMap<string, number>,
): ((place: Place) => number) | null {
  const { subject, seq, after } = entry
  if (subject.type !== 'case') return null
  const seen = new Map([...after.map((place) => [place.channel, place.seq] as const), [channel, seq]])
  for (const { channel: by, seq: at, entry: later } of itemsAbout(db, subject.type, subject.id))
    if (hasSeen(later, { channel, seq })) seen.set(by, Math.max(at, seen.get(by) ?? 0))
  return (place) =>
    parseChannel(place.channel)?.device === device
      ? place.seq
      : Math.min(place.seq, seen.get(place.channel) ?? 0, ends.get(place.channel) ?? Infinity)
}
