/**
 * The journal's own tables: channels, lines, heads. Lines are stored as the exact bytes that were hashed; an entry is
 * read from them and never from a column.
 */
import { trustedJson } from '../shared/base/trust.ts'
import { GENESIS, nextHead } from '../shared/bundle/chain.ts'
import { parseChannel } from '../shared/bundle/format.ts'
import type { Entry, Place, Subject } from '../shared/journal/entry.ts'
import type { Item } from '../shared/journal/item.ts'
import { upcast } from '../shared/journal/upcast.ts'
import { prepared, type ReadDb, type WriteDb } from './transaction.ts'

/** A channel as the store holds it: its last line and head. */
export type ChannelRow = {
  readonly id: number
  readonly channel: string
  readonly office: string
  readonly device: string
  readonly audience: string
  readonly seq: number
  readonly head: string
}

/** What became of a stored line. */
export type LineStatus = 'applied' | 'waiting' | 'held' | 'voided' | 'erased'

/** A stored line with its place. */
export type LineRow = {
  readonly id: number
  readonly channel_id: number
  readonly seq: number
  readonly status: LineStatus
  readonly tick: number | null
  readonly head: string
  readonly line: string
}

/** What lines that are held or wait have in common, in the words of their index: a query that says so need not read all others. */
export const OPEN = `status IN ('waiting', 'held')`

const CHANNEL = 'SELECT id, channel, office, device, audience, seq, head FROM channels'

/** A channel by name, or null. */
export function channelRow(db: ReadDb, channel: string): ChannelRow | null {
  return prepared<ChannelRow>(db, `${CHANNEL} WHERE channel = ?`).get(channel) ?? null
}

/** The last line held of a channel; 0 where there is none. */
export function lastSeq(db: ReadDb, channel: string): number {
  return channelRow(db, channel)?.seq ?? 0
}

/** All channels, by name. */
export function channelRows(db: ReadDb): readonly ChannelRow[] {
  return prepared<ChannelRow>(db, `${CHANNEL} ORDER BY channel`).all()
}

/** A channel by name, made empty if it is new. */
export function openChannel(db: WriteDb, channel: string): ChannelRow {
  const known = channelRow(db, channel)
  if (known) return known
  const parts = parseChannel(channel)
  if (parts === null) throw new Error(`not a channel: ${channel}`)
  const { office, device, audience } = parts
  const { lastId } = prepared(
    db,
    'INSERT INTO channels (channel, office, device, audience, seq, head) VALUES (?, ?, ?, ?, 0, ?)',
  ).run(channel, office, device, audience, GENESIS)
  return { id: lastId, channel, office, device, audience, seq: 0, head: GENESIS }
}

/** What is stored with a line; `tick` only once it is applied. */
export type NewLine = {
  readonly line: string
  readonly entry: Pick<Entry, 'id' | 'kind' | 'subject'> | null
  readonly status: LineStatus
  /** Head of the channel after this line, where it has been worked out already. */
  readonly head?: string
  readonly reason?: string
  readonly tick?: number
}

/** Appends the next line of a channel and moves its head. */
export function appendLine(db: WriteDb, channel: ChannelRow, added: NewLine): ChannelRow {
  const moved = insertLine(db, channel, added)
  keepHead(db, moved)
  return moved
}

/** Appends a line and leaves the channel's own row behind: whoever appends many calls `keepHead` after the last. */
export function insertLine(db: WriteDb, channel: ChannelRow, added: NewLine): ChannelRow {
  const seq = channel.seq + 1
  forgetItems(db, added.entry?.subject.id)
  const head = added.head ?? nextHead(channel.head, added.line)
  prepared(
    db,
    `INSERT INTO journal (channel_id, seq, entry_id, kind, subject_type, subject_id, status, reason, tick, head, line)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    channel.id,
    seq,
    added.entry?.id ?? null,
    added.entry?.kind ?? null,
    added.entry?.subject.type ?? null,
    added.entry?.subject.id ?? null,
    added.status,
    added.reason ?? null,
    added.tick ?? null,
    head,
    added.line,
  )
  return { ...channel, seq, head }
}

/** Keeps where a channel's lines now end. */
export function keepHead(db: WriteDb, { id, seq, head }: ChannelRow): void {
  prepared(db, 'UPDATE channels SET seq = ?, head = ? WHERE id = ?').run(seq, head, id)
}

/** Takes out what stands behind a place of a channel, and moves its head back there. */
export function dropLines(
  db: WriteDb,
  channel: ChannelRow,
  end: { readonly seq: number; readonly head: string },
): void {
  forgetItems(db)
  prepared(db, 'DELETE FROM journal WHERE channel_id = ? AND seq > ?').run(channel.id, end.seq)
  keepHead(db, { ...channel, ...end })
}

/** Changes what became of a line. */
export function setStatus(
  db: WriteDb,
  lineId: number,
  status: LineStatus,
  tick: number | null,
  reason: string | null,
): void {
  forgetItems(db)
  prepared(db, 'UPDATE journal SET status = ?, tick = ?, reason = ? WHERE id = ?').run(status, tick, reason, lineId)
}

/** Puts the stub in a line's place, and takes out what else told of it. A line that waits goes on doing so, as a stub. */
export function replaceByStub(db: WriteDb, line: LineRow, stub: string): void {
  forgetItems(db)
  const status: LineStatus = line.status === 'waiting' || line.status === 'held' ? 'waiting' : 'erased'
  prepared(
    db,
    `UPDATE journal SET line = ?, status = ?, reason = NULL, entry_id = NULL, kind = NULL, subject_type = NULL,
       subject_id = NULL WHERE id = ?`,
  ).run(stub, status, line.id)
}

/** The line at a place, or null. */
export function lineAt(db: ReadDb, channelId: number, seq: number): LineRow | null {
  return (
    prepared<LineRow>(
      db,
      'SELECT id, channel_id, seq, status, tick, head, line FROM journal WHERE channel_id = ? AND seq = ?',
    ).get(channelId, seq) ?? null
  )
}

/** Lines of a channel from one seq to another, as text, in order; one at a time, so that memory stays flat. */
export function* lines(db: ReadDb, channelId: number, from: number, to: number): Generator<string> {
  const page = prepared<{ line: string }>(
    db,
    'SELECT line FROM journal WHERE channel_id = ? AND seq BETWEEN ? AND ? ORDER BY seq',
  )
  for (let start = from; start <= to; start += 500) {
    for (const row of page.all(channelId, start, Math.min(to, start + 499))) yield row.line
  }
}

/** The head of a channel at a seq we hold (0 = the beginning), or null. */
export function headAt(db: ReadDb, channel: string, seq: number): string | null {
  const row = channelRow(db, channel)
  if (row === null || seq > row.seq) return null
  return seq === 0 ? GENESIS : (lineAt(db, row.id, seq)?.head ?? null)
}

/** The tick of an applied line at a place; null where it is not there or not applied. */
export function tickAt(db: ReadDb, place: Place): number | null {
  const row = prepared<{ tick: number | null; status: LineStatus }>(
    db,
    `SELECT tick, status FROM journal WHERE channel_id = (SELECT id FROM channels WHERE channel = ?) AND seq = ?`,
  ).get(place.channel, place.seq)
  return row === undefined || row.status === 'waiting' || row.status === 'held' ? null : (row.tick ?? 0)
}

type ItemRow = { readonly channel_id: number; readonly seq: number; readonly tick: number; readonly line: string }

const ITEM = 'SELECT channel_id, seq, tick, line FROM journal'

/** What names a channel, once it is there: it never changes. */
type ChannelNames = Pick<ChannelRow, 'channel' | 'office' | 'device' | 'audience'>

/** The names of the channels that a transaction has met, by their integer keys: each is read once, not with every line. */
const channelsMet = new WeakMap<ReadDb, Map<number, ChannelNames>>()

/** What has been read of subjects in a transaction, by id and type, while nothing has been written about them. */
const itemsRead = new WeakMap<ReadDb, Map<string, Map<string, readonly Item[]>>>()

/** So many subjects are remembered at once: whoever goes through a whole store gains nothing by it. */
const REMEMBERED = 100

/**
 * The applied items about one subject, in no particular order. One transaction asks for the same subject several times, to
 * decide, to apply and to judge: it gets the same array until something is written about it.
 */
export function itemsAbout(db: ReadDb, type: string, id: string): readonly Item[] {
  const known = itemsRead.get(db) ?? new Map<string, Map<string, readonly Item[]>>()
  const held = known.get(id)?.get(type)
  if (held !== undefined) return held
  const items = readItems(db, type, id)
  if (known.size >= REMEMBERED) known.clear()
  known.set(id, (known.get(id) ?? new Map<string, readonly Item[]>()).set(type, items))
  itemsRead.set(db, known)
  return items
}

/** The same, read anew and not remembered: for whoever goes through a whole store and asks for each subject once. */
export function readItems(db: ReadDb, type: string, id: string): readonly Item[] {
  const channels = channelsMet.get(db) ?? new Map<number, ChannelNames>()
  channelsMet.set(db, channels)
  return prepared<ItemRow>(db, `${ITEM} WHERE subject_id = ? AND subject_type = ? AND status = 'applied'`)
    .all(id, type)
    .map((row) => toItem(db, channels, row))
}

/** Forgets what was read of a subject, or of all, before the journal changes. */
function forgetItems(db: WriteDb, subjectId?: string): void {
  if (subjectId === undefined) itemsRead.get(db)?.clear()
  else itemsRead.get(db)?.delete(subjectId)
}

/** The kinds of the applied entries about a subject; an index tells, and no entry is read. */
export function kindsAbout(db: ReadDb, { type, id }: Subject): ReadonlySet<string> {
  const rows = prepared<{ kind: string | null }>(
    db,
    `SELECT kind FROM journal WHERE subject_id = ? AND subject_type = ? AND status = 'applied'`,
  ).all(id, type)
  return new Set(rows.flatMap(({ kind }) => kind ?? []))
}

/** An applied item by its entry's id, or null. */
export function itemById(db: ReadDb, entryId: string): Item | null {
  const row = prepared<ItemRow>(db, `${ITEM} WHERE entry_id = ? AND status = 'applied'`).get(entryId)
  return row === undefined ? null : toItem(db, new Map<number, ChannelNames>(), row)
}

/** Newest applied place about a subject in each channel. */
export function newestAbout(
  db: ReadDb,
  type: string,
  id: string,
): readonly (Place & { readonly office: string; readonly audience: string })[] {
  return prepared<Place & { office: string; audience: string }>(
    db,
    `SELECT c.channel, c.office, c.audience, max(j.seq) AS seq FROM journal j JOIN channels c ON c.id = j.channel_id
     WHERE j.subject_id = ? AND j.subject_type = ? AND j.status = 'applied' GROUP BY c.id ORDER BY c.channel`,
  ).all(id, type)
}

function toItem(db: ReadDb, channels: Map<number, ChannelNames>, { channel_id: key, seq, tick, line }: ItemRow): Item {
  const { channel, office, device, audience } = channels.get(key) ?? meet(db, channels, key)
  return { channel, office, device, audience, seq, tick, entry: upcast(trustedJson<Entry>(line)) }
}

function meet(db: ReadDb, channels: Map<number, ChannelNames>, key: number): ChannelNames {
  const names = prepared<ChannelRow>(db, `${CHANNEL} WHERE id = ?`).get(key)
  if (names === undefined) throw new Error('a line without a channel')
  channels.set(key, names)
  return names
}
