/**
 * Lines that came after lost ones, where the lost ones have come after all: each goes behind what it names, and so does
 * what comes after it, as it stands with whoever never lost them.
 */
import { afterInherited } from '../shared/journal/classify.ts'
import { isErased, parseLine, SubjectType, type Place } from '../shared/journal/entry.ts'
import { channelRow, channelRows, setStatus, tickAt, type ChannelRow, type LineStatus } from './journal.ts'
import { lostFrom } from './lost-lines.ts'
import { countOpen } from './open-lines.ts'
import type { House, Touched } from './settle.ts'
import { prepared, type ReadDb, type WriteDb } from './transaction.ts'

/** True if a set that carries some channels may bring lines that were given up as lost, or free some that wait. */
export function mayBringLost(db: ReadDb, channels: readonly string[]): boolean {
  return [...lostFrom(db).keys()].some((channel) => {
    const row = channelRow(db, channel)
    return channels.includes(channel) || (row !== null && countOpen(db, row.id, 'waiting') > 0)
  })
}

/** Raises ticks until every line stands behind what it comes after. @param touched - gets the subjects that changed */
export function raiseTicks(db: WriteDb, house: House, touched: Touched): void {
  for (let moved = true; moved;) {
    moved = false
    for (const channel of channelRows(db)) if (raiseIn(db, channel, house, touched)) moved = true
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

function raiseIn(db: WriteDb, channel: ChannelRow, house: House, touched: Touched): boolean {
  let moved = false
  let before = 0
  for (const row of tickedRows(db, channel.id)) {
    const places = placesOf(row, channel, house).map((place) => tickAt(db, place) ?? 0)
    const least = row.status === 'erased' ? before : 1 + Math.max(before, ...places)
    before = Math.max(row.tick, least)
    if (row.tick >= least) continue
    setStatus(db, row.id, row.status, least, row.reason)
    const type = SubjectType.safeParse(row.type)
    if (type.success && row.subject !== null)
      touched.set(`${type.data}/${row.subject}`, { type: type.data, id: row.subject })
    moved = true
  }
  return moved
}

/** Lines of a channel that have their place in history, in order: none behind one that waits or is held. */
function* tickedRows(db: ReadDb, channelId: number): Generator<TickedRow> {
  const page = prepared<TickedRow & { readonly seq: number }>(
    db,
    `SELECT id, seq, status, reason, tick, subject_type AS type, subject_id AS subject, line FROM journal
     WHERE channel_id = ? AND seq > ? AND status NOT IN ('waiting', 'held') ORDER BY seq LIMIT 500`,
  )
  let rows = page.all(channelId, 0)
  for (; rows.length > 0; rows = page.all(channelId, rows.at(-1)?.seq ?? 0)) yield* rows
}

/** What a line counts as coming after, as when it was settled. */
function placesOf({ status, reason, line }: TickedRow, { office }: ChannelRow, house: House): readonly Place[] {
  if (status === 'erased' || (status === 'voided' && reason === 'after')) return []
  const read = parseLine(line)
  if (!read.ok || isErased(read.value)) return []
  const { after } = read.value
  return house.standingOf(office) === 'predecessor' ? afterInherited(after, office) : after
}
