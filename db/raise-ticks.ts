/**
 * Lines that came after lost ones, where the lost ones have come after all: each goes behind what it names, and so does
 * what comes after it, as it stands with whoever never lost them. And lines that came after what is gone from here.
 */
import { trustedJson } from '../shared/base/trust.ts'
import { parseChannel } from '../shared/bundle/format.ts'
import { afterInherited } from '../shared/journal/classify.ts'
import { isErased, parseLine, SubjectType, type Entry, type Place } from '../shared/journal/entry.ts'
import { channelRow, channelRows, setStatus, tickAt, type ChannelRow, type LineStatus } from './journal.ts'
import { isGivenUp, lostFrom, tickBeforeLost, tickOfLost, type LostFrom } from './lost-lines.ts'
import { countOpen } from './open-lines.ts'
import { touch, type House, type Touched } from './settle.ts'
import { prepared, type ReadDb, type WriteDb } from './transaction.ts'

/**
 * Whether a set that carries some channels may bring lines that were given up as lost, or free some that wait.
 * @returns a tick that whatever may have to be raised then is behind, or null where nothing may
 */
export function lateBehind(db: ReadDb, channels: readonly string[]): number | null {
  const late = [...lostFrom(db).keys()].filter((channel) => {
    const row = channelRow(db, channel)
    return channels.includes(channel) || (row !== null && countOpen(db, row.id, 'waiting') > 0)
  })
  return late.length === 0 ? null : Math.min(...late.map((channel) => tickBeforeLost(db, channel)))
}

/**
 * Raises ticks until every line stands behind what it comes after, be it only as far as is known of what is lost still. What
 * is not behind the first of it is not read.
 * @param behind - see `lateBehind`, asked before anything came
 * @param touched - gets the subjects that changed
 */
export function raiseTicks(db: WriteDb, behind: number, house: House, touched: Touched): void {
  const lost = lostFrom(db)
  for (let moved = true; moved;) {
    moved = false
    for (const channel of channelRows(db)) if (raiseIn(db, channel, behind, lost, house, touched)) moved = true
  }
}

/**
 * Gives every line its place anew where part of a history is gone: what came after that part does not stand behind it any more,
 * as it does not with whoever never had it. In the order of history, so that once is enough.
 * @param behind - a tick that the whole part was behind
 * @param touched - gets the subjects that changed
 */
export function tickAnew(db: WriteDb, behind: number, house: House, touched: Touched): void {
  const lost = lostFrom(db)
  const channels = new Map(channelRows(db).map((channel) => [channel.id, channel]))
  const ids = prepared<{ id: number }>(
    db,
    `SELECT id FROM journal WHERE tick > ? AND status NOT IN ('waiting', 'held') ORDER BY tick, seq`,
  ).all(behind)
  const byId = prepared<TickedRow & { readonly channel_id: number; readonly seq: number }>(
    db,
    `SELECT id, channel_id, seq, status, reason, tick, subject_type AS type, subject_id AS subject, line FROM journal
     WHERE id = ?`,
  )
  for (const { id } of ids) {
    const row = byId.get(id)
    const channel = row === undefined ? undefined : channels.get(row.channel_id)
    if (row === undefined || channel === undefined) continue
    const before = row.seq === 1 ? 0 : (tickAt(db, { channel: channel.channel, seq: row.seq - 1 }) ?? 0)
    const least = leastTick(db, row, before, channel, lost, house)
    if (least !== row.tick) moveTo(db, row, least, touched)
  }
}

type TickedRow = {
  readonly id: number
  readonly status: LineStatus
  readonly reason: string | null
  readonly tick: number
  readonly type: string | null
  readonly subject: string | null
  readonly line: string
}

function raiseIn(
  db: WriteDb,
  channel: ChannelRow,
  behind: number,
  lost: LostFrom,
  house: House,
  touched: Touched,
): boolean {
  let moved = false
  const last = lastUpTo(db, channel, behind)
  let before = last.tick
  for (const row of tickedRows(db, channel.id, last.seq)) {
    const least = leastTick(db, row, before, channel, lost, house)
    before = Math.max(row.tick, least)
    if (row.tick >= least) continue
    moveTo(db, row, least, touched)
    moved = true
  }
  return moved
}

/** @param before - tick of the line before it */
function leastTick(
  db: ReadDb,
  row: TickedRow,
  before: number,
  channel: ChannelRow,
  lost: LostFrom,
  house: House,
): number {
  if (row.status === 'erased') return before
  // What its own office has cut is gone; of anything else the line keeps what it had known.
  const isGone = (place: Place) => parseChannel(place.channel)?.office === channel.office && !isGivenUp(lost, place)
  const places = placesOf(row, channel, house).map(
    (place) => tickAt(db, place) ?? tickOfLost(db, lost, place) ?? (isGone(place) ? 0 : row.tick - 1),
  )
  return 1 + Math.max(before, ...places)
}

function moveTo(db: WriteDb, { id, status, reason, type, subject }: TickedRow, tick: number, touched: Touched): void {
  setStatus(db, id, status, tick, reason)
  const known = SubjectType.safeParse(type)
  if (known.success && subject !== null) touch(touched, { type: known.data, id: subject })
}

/** The last line of a channel whose tick is not behind another; in a channel no tick is before an earlier one. */
function lastUpTo(
  db: ReadDb,
  { channel, seq: end }: ChannelRow,
  tick: number,
): { readonly seq: number; readonly tick: number } {
  let found = { seq: 0, tick: 0 }
  for (let first = 1, last = end; first <= last;) {
    const seq = (first + last) >> 1
    const here = tickAt(db, { channel, seq })
    if (here !== null && here <= tick) {
      found = { seq, tick: here }
      first = seq + 1
    } else last = seq - 1
  }
  return found
}

/** Lines of a channel that have their place in history, from behind one on, in order: none behind one that waits or is held. */
function* tickedRows(db: ReadDb, channelId: number, after: number): Generator<TickedRow> {
  const page = prepared<TickedRow & { readonly seq: number }>(
    db,
    `SELECT id, seq, status, reason, tick, subject_type AS type, subject_id AS subject, line FROM journal
     WHERE channel_id = ? AND seq > ? AND status NOT IN ('waiting', 'held') ORDER BY seq LIMIT 500`,
  )
  let rows = page.all(channelId, after)
  for (; rows.length > 0; rows = page.all(channelId, rows.at(-1)?.seq ?? 0)) yield* rows
}

/** What a line counts as coming after, as when it was settled. */
function placesOf({ status, reason, line }: TickedRow, { office }: ChannelRow, house: House): readonly Place[] {
  if (status === 'erased' || (status === 'voided' && reason === 'after')) return []
  const after = status === 'applied' ? trustedJson<Entry>(line).after : afterOfVoided(line)
  return house.standingOf(office) === 'predecessor' ? afterInherited(after, office) : after
}

/** What is voided may be nothing that this build can read. */
function afterOfVoided(line: string): readonly Place[] {
  const read = parseLine(line)
  return read.ok && !isErased(read.value) ? read.value.after : []
}
