/**
 * Lines that do not count yet, as an import and the page of the journal's health tell of them: how many, and of the first of
 * them what holds them up. However many there are, what is told of stays small.
 */
import type { ImportReport } from '../shared/contract/exchange.ts'
import { channelRow, OPEN } from './journal.ts'
import { waitsFor } from './settle.ts'
import { prepared, type ReadDb } from './transaction.ts'

/** How many held lines, and how many lines that wait, are told of one by one. */
export const TOLD_OF = 100

/** What some channels have that is held back or waits. */
export function openLines(
  db: ReadDb,
  channels: readonly string[],
): Pick<ImportReport, 'held' | 'heldMore' | 'waiting' | 'waitsFor' | 'waitsMore'> {
  const held: ImportReport['held'][number][] = []
  let heldMore = 0
  let waiting = 0
  for (const channel of channels) {
    const row = channelRow(db, channel)
    if (row === null) continue
    const shown = heldIn(db, row.id, TOLD_OF - held.length)
    held.push(...shown.map((line) => ({ channel, ...line })))
    heldMore += countOpen(db, row.id, 'held') - shown.length
    waiting += countOpen(db, row.id, 'waiting')
  }
  const waits = channels.flatMap((channel) => waitsFor(db, channel))
  const waitsMore = waits.length - TOLD_OF
  return {
    held,
    waiting,
    waitsFor: waits.slice(0, TOLD_OF),
    ...(heldMore > 0 ? { heldMore } : {}),
    ...(waitsMore > 0 ? { waitsMore } : {}),
  }
}

/** The first held lines of a channel. */
export function heldIn(
  db: ReadDb,
  channel: number,
  most: number,
): readonly Omit<ImportReport['held'][number], 'channel'>[] {
  return prepared<Omit<ImportReport['held'][number], 'channel'>>(
    db,
    `SELECT seq, reason, kind FROM journal WHERE channel_id = ? AND ${OPEN} AND status = 'held' ORDER BY seq LIMIT ?`,
  ).all(channel, most)
}

/** How many lines of a channel are held, or wait. */
export function countOpen(db: ReadDb, channel: number, status: 'held' | 'waiting'): number {
  const row = prepared<{ n: number }>(
    db,
    `SELECT count(*) AS n FROM journal WHERE channel_id = ? AND ${OPEN} AND status = ?`,
  ).get(channel, status)
  return row?.n ?? 0
}
