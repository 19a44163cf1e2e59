/**
 * Two histories of one channel of ours: an old backup went on under its old device id before it was noticed. What another
 * has of the channel is its true course, since others build on it; what this store wrote instead is issued anew, by the
 * device it is now, so that nothing anybody recorded here is lost.
 */
import { derivedId } from '../shared/base/ids.ts'
import { trusted, trustedJson } from '../shared/base/trust.ts'
import { GENESIS, isStub } from '../shared/bundle/chain.ts'
import type { Draft } from '../shared/commands/command.ts'
import type { Entry, Subject } from '../shared/journal/entry.ts'
import { isKind } from '../shared/journal/kinds.ts'
import { upcast } from '../shared/journal/upcast.ts'
import { cutBack } from './cut-back.ts'
import { headAt, lines, type ChannelRow } from './journal.ts'
import { record, type Recorded, type Recorder } from './record.ts'
import type { WriteDb } from './transaction.ts'

/** Lines of ours that were taken out of a channel. */
export type TakenOut = { readonly audience: string; readonly lines: readonly string[] }

/**
 * Takes out of a channel of ours what stands behind the last line both sides are known to share.
 * @param shared - its seq, 0 for none
 * @returns the lines, and what they were about
 */
export function takeOut(
  db: WriteDb,
  row: ChannelRow,
  shared: number,
  at: string,
): TakenOut & { readonly subjects: readonly Subject[] } {
  const ours = [...lines(db, row.id, shared + 1, row.seq)]
  const head = headAt(db, row.channel, shared) ?? GENESIS
  const { channel } = row
  const end = shared === 0 ? { heads: [], dropped: [channel] } : { heads: [{ channel, seq: shared, head }] }
  return { audience: row.audience, lines: ours, subjects: cutBack(db, end, at) }
}

/**
 * Issues lines anew that are not among those which came in their place.
 * @param came - ids of the entries that came
 * @param callId - new ids follow from it
 */
export function reissue(
  db: WriteDb,
  recorder: Recorder,
  callId: string,
  taken: readonly TakenOut[],
  came: ReadonlySet<string>,
): readonly Recorded[] {
  const lost = taken.flatMap(({ audience, lines: ours }) =>
    ours
      .filter((line) => !isStub(line))
      .map((line) => ({ audience, entry: upcast(trustedJson<Entry>(line)) }))
      .filter(({ entry }) => !came.has(entry.id) && isKind(entry.kind)),
  )
  // All at once: an entry may name one of a channel that comes later.
  const renamed = new Map(lost.map(({ entry }, place) => [entry.id, derivedId(callId, REISSUED + place)]))
  return lost.flatMap(({ audience, entry: { id, kind, subject, payload } }) => {
    const draft = trusted<Draft>({ kind, subject, payload: withNewIds(payload, renamed), to: audience })
    return record(db, recorder, renamed.get(id) ?? id, [draft])
  })
}

/** Ids derived for entries issued anew begin here, beyond those of other drafts of the same call. */
const REISSUED = 3_000_000

const ANY_UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** A payload that names other entries issued anew by their new ids. */
function withNewIds(payload: unknown, renamed: ReadonlyMap<string, string>): unknown {
  return trustedJson<unknown>(JSON.stringify(payload).replace(ANY_UUID, (id) => renamed.get(id) ?? id))
}
