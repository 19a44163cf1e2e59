/**
 * The log of reads: who opened which case, with a hash chain of its own, so that a line taken out later shows. It is
 * kept whole: who may see a person's file has to answer for it as long as the file is kept, and a log that forgets by itself
 * can be made to forget, by setting the computer's date ahead. A reading takes about 200 bytes (measured in its test):
 * an office that opens 200 cases on every working day adds 10 MB a year.
 */
import { sha256Hex, utf8 } from '../../shared/base/canonical.ts'
import { prepared, type ReadDb, type WriteDb } from '../transaction.ts'

/** One reading of a person's case. */
export type Reading = { readonly at: string; readonly user: string; readonly type: string; readonly id: string }

const START = '0'.repeat(64)

/** Appends readings in order. @returns the place of the first of them in the log; 0 where there are none */
export function logReadings(db: WriteDb, readings: readonly Reading[]): number {
  let head = lastHead(db)
  let first: number | null = null
  const append = prepared(
    db,
    'INSERT INTO read_log (at, user_id, subject_type, subject_id, head) VALUES (?, ?, ?, ?, ?)',
  )
  for (const { at, user, type, id } of readings) {
    head = nextHead(head, at, user, type, id)
    const { lastId } = append.run(at, user, type, id, head)
    first ??= lastId
  }
  return first ?? 0
}

/** True if no line of the log was changed or taken out of the middle. */
export function readLogHolds(db: ReadDb): boolean {
  let head = START
  let seq = 0
  for (;;) {
    // Piece by piece: the log of many years is larger than what may be in memory at once.
    const rows = prepared<Line>(
      db,
      `SELECT seq, at, user_id, subject_type, subject_id, head FROM read_log WHERE seq > ? ORDER BY seq LIMIT ${PIECE}`,
    ).all(seq)
    for (const row of rows) {
      head = nextHead(head, row.at, row.user_id, row.subject_type, row.subject_id)
      if (head !== row.head) return false
      seq = row.seq
    }
    if (rows.length < PIECE) return true
  }
}

type Line = { seq: number; at: string; user_id: string; subject_type: string; subject_id: string; head: string }

/** Lines that are recomputed at once. */
const PIECE = 5000

function lastHead(db: ReadDb): string {
  return prepared<{ head: string }>(db, 'SELECT head FROM read_log ORDER BY seq DESC LIMIT 1').get()?.head ?? START
}

function nextHead(head: string, ...fields: readonly string[]): string {
  return sha256Hex(utf8([head, ...fields].join('\n')))
}
