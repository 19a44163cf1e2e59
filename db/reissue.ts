/**
 * Two histories of one channel, of ours as a rule: an old backup went on under its old device id before it was noticed. What another
 * has of the channel is its true course, since others build on it; what this store wrote instead is issued anew, by the
 * device it is now, so that nothing anybody recorded here is lost.
 */
import { derivedId } from '../shared/base/ids.ts'
import { trustedJson } from '../shared/base/trust.ts'
import { GENESIS, isStub } from '../shared/bundle/chain.ts'
import { subjectKey, type Entry, type Subject } from '../shared/journal/entry.ts'
import { retractions, whatStands, type Item } from '../shared/journal/item.ts'
import { isKind } from '../shared/journal/kinds.ts'
import { upcast } from '../shared/journal/upcast.ts'
import { selvesOf } from '../shared/model/devices.ts'
import { changesAfter } from './changes-after.ts'
import { cutBack } from './cut-back.ts'
import { pastFor } from './in-place-of.ts'
import { headAt, itemsAbout, lines, type ChannelRow } from './journal.ts'
import { loadDevices } from './load.ts'
import { record, type Recorded, type Recorder } from './record.ts'
import { draftAgain, saltAgain, saltsAgain } from './said-again.ts'
import { seenThen } from './seen-then.ts'
import { prepared, type ReadDb, type WriteDb } from './transaction.ts'

/** Lines that were taken out of a channel. `device`: the computer that had written them; `shared`: the last line before. */
export type TakenOut = Pick<ChannelRow, 'channel' | 'audience' | 'device'> & {
  readonly shared: number
  readonly lines: readonly string[]
}

/**
 * Takes out of a channel what stands behind the last line both sides are known to share.
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
  const { channel, audience, device } = row
  const end = shared === 0 ? { heads: [], dropped: [channel] } : { heads: [{ channel, seq: shared, head }] }
  return { channel, audience, device, shared, lines: ours, subjects: cutBack(db, end, at) }
}

/**
 * Issues lines anew that are not among those which came in their place, and that nobody has issued anew before. What another
 * of our computers had said of the office's computers and of its sticks is not said again: that is for itself to say. Nor is
 * what a line that stands has taken back, or stands in place of: under its new id it would count once more.
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
  const mine = selvesOf(loadDevices(db), recorder.device)
  const cut = taken.flatMap(({ channel, audience, device, lines: ours }) =>
    ours
      .filter((line) => !isStub(line))
      .map((line) => ({ channel, audience, entry: upcast(trustedJson<Entry>(line)) }))
      .filter(({ entry }) => !came.has(entry.id) && isKind(entry.kind))
      .filter(({ entry }) => mine.has(device) || !OF_ONE_COMPUTER.test(entry.kind))
      .filter(({ entry }) => !isIssuedAnew(db, entry))
      .filter(({ audience, entry }) => !isTakenBack(db, { channel, audience, device, office: recorder.office, entry })),
  )
  const replaced = replacedIn(db, recorder.office, cut)
  const lost = cut.filter(({ entry }) => !replaced.has(entry.id))
  const changes = changesAfter(db, recorder.office, lost, came).filter(({ entry }) => !isIssuedAnew(db, entry))
  const again = [...lost, ...changes]
  const ends = new Map(taken.map(({ channel, shared }) => [channel, shared]))
  // All at once: an entry may name one of a channel that comes later.
  const renamed = new Map(again.map(({ entry }, place) => [entry.id, derivedId(callId, REISSUED + place)]))
  return again.flatMap((said) => {
    const { id, salt } = said.entry
    const seen = seenThen(db, recorder.device, said, ends)
    const as = { ...recorder, ...(seen === null ? {} : { seen }), salt: () => saltAgain(salt) }
    return record(db, as, renamed.get(id) ?? id, [draftAgain(said, renamed)])
  })
}

/** Ids derived for entries issued anew begin here, beyond those of other drafts of the same call. */
const REISSUED = 3_000_000

const OF_ONE_COMPUTER = /^(device|bundle)\./

/**
 * True if an entry stands in the journal as it was issued anew. Two computers may hold what the third one wrote, and both
 * give way: only one of them is to say it again.
 */
function isIssuedAnew(db: ReadDb, { kind, subject, salt }: Entry): boolean {
  const alike = prepared<{ line: string }>(db, 'SELECT line FROM journal WHERE subject_id = ? AND kind = ?')
    .all(subject.id, kind)
    .filter(({ line }) => !isStub(line))
  const again = saltsAgain(salt)
  return alike.some(({ line }) => again.has(trustedJson<Entry>(line).salt))
}

/** True if an entry that stands in no channel any more was taken back by one that does. */
function isTakenBack(db: ReadDb, lost: Omit<Item, 'seq' | 'tick'>): boolean {
  const { entry } = lost
  const item: Item = { ...lost, seq: entry.seq, tick: 0 }
  const { taken } = retractions([...itemsAbout(db, entry.subject.type, entry.subject.id), item])
  return taken.has(entry.id)
}

/** Entries that were cut and in whose place another one stands, or one that is in its turn past for such. */
function replacedIn(db: ReadDb, office: string, cut: readonly { readonly entry: Entry }[]): ReadonlySet<string> {
  const subjects = new Map(cut.map(({ entry: { subject } }) => [subjectKey(subject), subject]))
  const standing = [...subjects.values()].flatMap(({ type, id }) => whatStands(itemsAbout(db, type, id), office))
  return pastFor(
    standing.map(({ entry }) => entry),
    cut.map(({ entry }) => entry),
  )
}
