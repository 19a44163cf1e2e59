/**
 * Brings stored lines of other offices to their effect: a line is applied when the one before it and all it names in
 * `after` are. Runs after every import, after an update of the program and when lost lines are given up,
 * until nothing moves any more.
 */
import { trustedJson } from '../shared/base/trust.ts'
import { parseChannel } from '../shared/bundle/format.ts'
import type { Waits } from '../shared/contract/exchange.ts'
import { classify, type Standing } from '../shared/journal/classify.ts'
import { subjectKey, type Entry, type Place, type Subject } from '../shared/journal/entry.ts'
import { KINDS } from '../shared/journal/kinds.ts'
import type { PeerState } from '../shared/model/office-state.ts'
import { applySubject } from './apply/index.ts'
import { channelRow, lastSeq, lineAt, setStatus, tickAt, type ChannelRow, type LineRow } from './journal.ts'
import { isGivenUp, lostFrom, tickOfLost } from './lost-lines.ts'
import { prepared, type ReadDb, type WriteDb } from './transaction.ts'

/** What settling needs to know of the house. */
export type House = { readonly self: string; readonly standingOf: (office: string) => Standing | null }

/** The subjects whose set of applied entries changed. */
export type Touched = Map<string, Subject>

/** Counts a subject among those that changed. */
export function touch(touched: Touched, subject: Subject): void {
  touched.set(subjectKey(subject), subject)
}

/** True for a place that a line of a channel names and that is not waited for, as it does not exist any more. */
export type Gone = (by: Place, place: Place) => boolean

/** The least tick of a place that is not here and not waited for; null for one that is. */
type Instead = (place: Place) => number | null

/**
 * Applies every stored line that can be.
 * @param touched - gets the subjects of what was applied
 * @param isGone - what is not waited for, besides lines that are lost for good; by default everything is
 */
export function settle(db: WriteDb, house: House, touched: Touched, isGone: Gone = () => false): void {
  // What is lost, too, is known by the lines of its channel that are here, so it is not passed for what is only gone; that it
  // is lost may be said by one of the lines which are settled here.
  while (settleOnce(db, house, touched, () => false) || settleOnce(db, house, touched, isGone));
}

function settleOnce(db: WriteDb, house: House, touched: Touched, isGone: Gone): boolean {
  let moved = false
  const lost = lostFrom(db)
  const instead = (by: Place) => (place: Place) => {
    if (isGivenUp(lost, place)) return tickOfLost(db, lost, place)
    return isGone(by, place) ? 0 : null
  }
  for (const channel of openChannels(db)) if (settleChannel(db, channel, house, touched, instead)) moved = true
  return moved
}

/**
 * What has gone with a history that was given up: a line comes after a place of another channel of its own office, and whoever
 * wrote a set has understood that line, but holds no such place any more. It was cut there, and what stood in it was issued
 * anew. A line that waits there, too, tells nothing.
 * @param have - what the computer that wrote a set holds: of every channel that whoever the set is for may see
 */
export function cutAtSender(have: readonly Place[]): Gone {
  const named = Map.groupBy(have, ({ channel }) => channel)
  const isHeld = ({ channel, seq }: Place) => seq <= (named.get(channel)?.at(-1)?.seq ?? 0)
  const isUnderstood = ({ channel, seq }: Place) => {
    const [first, second] = named.get(channel) ?? []
    const end = second !== undefined && first?.seq === second.seq ? 0 : (first?.seq ?? 0)
    return seq <= end
  }
  const officeOf = ({ channel }: Place) => parseChannel(channel)?.office
  return (by, place) => officeOf(by) === officeOf(place) && isUnderstood(by) && !isHeld(place)
}

/**
 * Brings what waits or is held to its effect where that can be now: when a store is opened by a newer build, and when lost
 * lines are given up.
 * @returns the subjects that changed
 */
export function release(db: WriteDb, house: House): readonly Subject[] {
  const touched: Touched = new Map()
  settle(db, house, touched)
  for (const { type, id } of touched.values()) applySubject(db, type, id)
  return [...touched.values()]
}

/** The house as its own pairings describe it. */
export function houseOf(self: string, peers: readonly PeerState[]): House {
  const standings = new Map<string, Standing>(peers.map((peer) => [peer.id, peer.peer.relation]))
  standings.set(self, 'self')
  return { self, standingOf: (office) => standings.get(office) ?? null }
}

/** What the first waiting line of a channel waits for; empty where nothing waits, or only for the line before it. */
export function waitsFor(db: ReadDb, channel: string): readonly Waits[] {
  const row = channelRow(db, channel)
  const first = row === null ? null : firstOpen(db, row.id)
  if (first === null || first.status !== 'waiting') return []
  const places = trustedJson<Partial<Entry>>(first.line).after ?? []
  const lost = lostFrom(db)
  const missing = places
    .filter((place) => tickAt(db, place) === null && tickOfLost(db, lost, place) === null)
    .map((place) => (place.seq <= lastSeq(db, place.channel) ? { ...place, isHere: true as const } : place))
  return missing.length === 0 ? [] : [{ channel, seq: first.seq, for: missing }]
}

/**
 * Tick of an entry that comes after a line with `before`, or null while something it names is not applied here.
 * @param instead - of what it names and is not here, the least tick where that is not waited for
 */
export function tickAfter(
  db: ReadDb,
  entry: Pick<Entry, 'after'>,
  before: number,
  instead: Instead = () => null,
): number | null {
  let tick = before
  for (const place of entry.after) {
    const isHere = place.seq <= lastSeq(db, place.channel)
    const seen = isHere ? tickAt(db, place) : instead(place)
    if (seen === null) return null
    tick = Math.max(tick, seen)
  }
  return tick + 1
}

function settleChannel(
  db: WriteDb,
  channel: ChannelRow,
  house: House,
  touched: Touched,
  insteadOf: (by: Place) => Instead,
): boolean {
  let moved = false
  for (let next = firstOpen(db, channel.id); next !== null; next = firstOpen(db, channel.id)) {
    const before = next.seq === 1 ? 0 : (lineAt(db, channel.id, next.seq - 1)?.tick ?? 0)
    const by = { channel: channel.channel, seq: next.seq }
    if (!settleLine(db, channel, next, before, house, touched, insteadOf(by))) break
    moved = true
  }
  return moved
}

function settleLine(
  db: WriteDb,
  channel: ChannelRow,
  row: LineRow,
  before: number,
  house: House,
  touched: Touched,
  instead: Instead,
): boolean {
  const standing = house.standingOf(channel.office)
  if (standing === null) return false
  const verdict = classify(row.line, {
    office: channel.office,
    standing,
    audience: channel.audience,
    self: house.self,
    idTaken: (id) => idTaken(db, id, row.id),
  })
  if (verdict.kind === 'erased') {
    setStatus(db, row.id, 'erased', before, null)
    return true
  }
  if (verdict.kind === 'held') {
    if (voidedLater(db, channel.id, row.seq)) {
      // What it names and we are never sent cannot be waited for.
      if (verdict.reason === 'after') {
        setStatus(db, row.id, 'voided', before + 1, verdict.reason)
        return true
      }
      // Its author has applied it, so later ticks agree only if it counts here too.
      const tick = verdict.entry === null ? before + 1 : tickAfter(db, verdict.entry, before, instead)
      if (tick === null) return false
      setStatus(db, row.id, 'voided', tick, verdict.reason)
      return true
    }
    setStatus(db, row.id, 'held', null, verdict.reason)
    return false
  }
  const tick = tickAfter(db, verdict.entry, before, instead)
  if (tick === null) return false
  if (verdict.kind === 'inherited') {
    setStatus(db, row.id, 'voided', tick, null)
    return true
  }
  setStatus(db, row.id, 'applied', tick, null)
  touch(touched, verdict.entry.subject)
  return true
}

/** True if an entry of this id stands applied in another place than `except`. */
export function idTaken(db: ReadDb, id: string, except: number): boolean {
  const row = prepared<{ id: number }>(
    db,
    `SELECT id FROM journal WHERE entry_id = ? AND id <> ? AND status = 'applied' LIMIT 1`,
  ).get(id, except)
  return row !== undefined
}

function voidedLater(db: ReadDb, channelId: number, seq: number): boolean {
  const later = prepared<{ line: string }>(
    db,
    `SELECT line FROM journal WHERE channel_id = ? AND seq > ? AND kind = 'entry.voided'`,
  ).all(channelId, seq)
  return later.some(({ line }) => {
    const payload = KINDS['entry.voided'].payload.safeParse(trustedJson<Entry>(line).payload)
    return payload.success && payload.data.seq === seq
  })
}

const LINE = 'SELECT id, channel_id, seq, status, tick, head, line FROM journal'

function openChannels(db: ReadDb): readonly ChannelRow[] {
  return prepared<ChannelRow>(
    db,
    `SELECT id, channel, office, device, audience, seq, head FROM channels
     WHERE id IN (SELECT DISTINCT channel_id FROM journal WHERE status IN ('waiting', 'held')) ORDER BY channel`,
  ).all()
}

function firstOpen(db: ReadDb, channelId: number): LineRow | null {
  return (
    prepared<LineRow>(db, `${LINE} WHERE channel_id = ? AND status IN ('waiting', 'held') ORDER BY seq LIMIT 1`).get(
      channelId,
    ) ?? null
  )
}
