/**
 * Recording: drafts become lines at the end of our own channels. Used by commands and by the running program's own
 * records (a bundle exported, a device opened); always inside the caller's transaction.
 */
import { compareText } from '../shared/base/compare.ts'
import { derivedId } from '../shared/base/ids.ts'
import { printChannel } from '../shared/bundle/format.ts'
import type { Draft } from '../shared/commands/command.ts'
import { printLine, type Actor, type Entry, type Place, type Subject } from '../shared/journal/entry.ts'
import { kindRow } from '../shared/journal/kinds.ts'
import { alsoReceives, audienceOf } from '../shared/journal/routing.ts'
import { holds } from '../shared/model/office-state.ts'
import { eraseBy } from './erase.ts'
import { appendLine, itemById, newestAbout, openChannel, tickAt } from './journal.ts'
import { loadCase, loadDevices, loadOffice, loadPeers } from './load.ts'
import { prepared, type ReadDb, type WriteDb } from './transaction.ts'

/** Who records, on which device, when. */
export type Recorder = {
  readonly office: string
  readonly device: string
  readonly actor: Actor
  /** Wall clock, YYYY-MM-DDTHH:MM:SSZ; shown only. */
  readonly at: string
  /** Today, YYYY-MM-DD. */
  readonly today: string
  /** The date of the computer is in doubt: no date is refused for being after it. */
  readonly inDoubt?: boolean
  /** Of what is issued anew: how far into a channel it had seen, 0 for nothing; otherwise all that is here. */
  readonly seen?: (place: Place) => number
  /** 16 random bytes as base64url, new for every entry. */
  readonly salt: () => string
}

/** A place just written. */
export type Recorded = { readonly id: string; readonly subject: Subject; readonly place: Place }

/**
 * Appends drafts, in order, and applies nothing: the caller applies the subjects touched.
 * @param callId - UUID of the call; draft n gets the id derived from it with n + `offset`, n = 0 being the call's own
 */
export function record(
  db: WriteDb,
  recorder: Recorder,
  callId: string,
  drafts: readonly Draft[],
  offset = 0,
): Recorded[] {
  return drafts.map((draft, index) => {
    const id = derivedId(callId, index === 0 && offset === 0 ? 0 : ENTRY_IDS + index + offset)
    return append(db, recorder, id, draft)
  })
}

/** Ids derived for entries begin here, so that they never meet those a command takes for new things. */
const ENTRY_IDS = 1_000_000

function append(db: WriteDb, recorder: Recorder, id: string, draft: Draft): Recorded {
  const audience = audienceFor(db, recorder, draft)
  const channel = openChannel(db, printChannel({ office: recorder.office, device: recorder.device, audience }))
  const { subject } = draft
  const { seen = ({ seq }: Place) => seq } = recorder
  const after = seenBefore(db, draft)
    .map((place) => ({ ...place, seq: seen(place) }))
    .filter(({ seq }) => seq > 0)
    .filter((place) => place.channel !== channel.channel && alsoReceives(audience, place, recorder.office))
    .map(({ channel: name, seq }) => ({ channel: name, seq }))
  const before = channel.seq === 0 ? 0 : lastTick(db, channel.id, channel.seq)
  const tick = 1 + Math.max(before, ...after.map((place) => tickAt(db, place) ?? 0))
  const entry: Entry = {
    id,
    kind: draft.kind,
    v: kindRow(draft.kind).v,
    seq: channel.seq + 1,
    after,
    at: recorder.at,
    actor: recorder.actor,
    subject,
    payload: kindRow(draft.kind).payload.parse(draft.payload),
    salt: recorder.salt(),
  }
  const { seq } = appendLine(db, channel, { line: printLine(entry), entry, status: 'applied', tick })
  eraseBy(db, recorder.office, draft)
  return { id, subject, place: { channel: channel.channel, seq } }
}

/**
 * The newest entries that a draft comes after. Whoever says that it speaks for the office has seen who said so before: in a
 * channel as young as that of a copy, its word would otherwise count as the older one, and nothing would change.
 */
function seenBefore(db: ReadDb, { kind, subject, payload }: Draft): ReturnType<typeof newestAbout> {
  const said = newestAbout(db, subject.type, subject.id)
  if (kind !== 'device.described' || payload.exchanges !== true) return said
  const rivals = loadDevices(db).filter(({ id, claim }) => id !== subject.id && claim !== null)
  const newest = new Map<string, (typeof said)[number]>()
  for (const place of [...said, ...rivals.flatMap(({ id }) => newestAbout(db, 'device', id))])
    if (place.seq > (newest.get(place.channel)?.seq ?? 0)) newest.set(place.channel, place)
  return [...newest.values()].toSorted((a, b) => compareText(a.channel, b.channel))
}

/** The audience of a draft, from the kinds table and the house as it is now. */
function audienceFor(db: ReadDb, recorder: Recorder, draft: Draft): string {
  const { subject, kind, to } = draft
  const audience = kindRow(kind).audience
  if (audience === 'own') return 'own'
  if (to !== undefined) return to
  const target = kind === 'entry.retracted' || kind === 'entry.voided' ? itemById(db, draft.payload.target) : null
  const held = audience === 'keeper' || audience === 'superior' ? caseOf(db, subject) : null
  return audienceOf(kind, {
    office: recorder.office,
    superior: superiorFor(db, held?.unit ?? subject.id, recorder.today),
    keeper: held?.keeper ?? null,
    target: target?.audience ?? null,
  })
}

/** The superior that decides for a unit we keep, or null where our own office does or no superior has the program. */
export function superiorFor(db: ReadDb, unit: string, today: string): string | null {
  const office = loadOffice(db)
  if (office && holds(office.profile, 'decides', today, unit)) return null
  return loadPeers(db).find((peer) => peer.peer.relation === 'superior' && !peer.revoked)?.id ?? null
}

function caseOf(db: ReadDb, subject: Subject) {
  return subject.type === 'case' ? loadCase(db, subject.id) : null
}

function lastTick(db: ReadDb, channelId: number, seq: number): number {
  const row = prepared<{ tick: number | null }>(db, 'SELECT tick FROM journal WHERE channel_id = ? AND seq = ?').get(
    channelId,
    seq,
  )
  return row?.tick ?? 0
}
