/**
 * The log of reads: who opened which case, with a hash chain of its own, so that a line taken out later shows. Where it ends
 * is kept beside it, in the same transaction, so that its last lines do not go without a sign either. Whoever has the key of
 * the store and knows all this can still make both anew: that takes intent, and no accident looks like it.
 * It is kept whole: who may see a person's file has to answer for it as long as the file is kept, and a log that forgets by
 * itself can be made to forget, by setting the computer's date ahead. A reading takes about 200 bytes (measured in its
 * test): an office that opens 200 cases on every working day adds 10 MB a year.
 */
import { sha256Hex, utf8 } from '../../shared/base/canonical.ts'
import { prepared, type ReadDb, type WriteDb } from '../transaction.ts'

/** One reading of a person's case. */
export type Reading = { readonly at: string; readonly user: string; readonly type: string; readonly id: string }

const START = '0'.repeat(64)

/** Appends readings in order. @returns the place of the first of them in the log; 0 where there are none */
export function logReadings(db: WriteDb, readings: readonly Reading[]): number {
  if (readings.length === 0) return 0
  const isCut = isReadLogCut(db)
  // After a cut it goes on from where it had been: never does a line take the place, or the chain, of one that is gone.
  const last = isCut ? keptEnd(db) : lastLine(db)
  const first = (last?.seq ?? 0) + 1
  let head = last?.head ?? START
  const append = prepared(
    db,
    'INSERT INTO read_log (seq, at, user_id, subject_type, subject_id, head) VALUES (?, ?, ?, ?, ?, ?)',
  )
  for (const [place, { at, user, type, id }] of readings.entries()) {
    head = nextHead(head, at, user, type, id)
    append.run(first + place, at, user, type, id, head)
  }
  prepared(db, 'INSERT OR REPLACE INTO read_log_end (id, seq, head, cut) VALUES (1, ?, ?, ?)').run(
    first + readings.length - 1,
    head,
    isCut ? 1 : 0,
  )
  return first
}

/**
 * True if lines were taken off the end of the log, now or before it went on. A log that goes beyond the end kept of it is no
 * shorter one.
 */
export function isReadLogCut(db: ReadDb): boolean {
  const end = keptEnd(db)
  if (end === null) return false
  if (end.cut === 1) return true
  const there = prepared<{ head: string }>(db, 'SELECT head FROM read_log WHERE seq = ?').get(end.seq)
  return there?.head !== end.head
}

/** True if no line of the log was changed or taken out, wherever it stood. */
export function readLogHolds(db: ReadDb): boolean {
  if (isReadLogCut(db)) return false
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

function lastLine(db: ReadDb): { readonly seq: number; readonly head: string } | null {
  return (
    prepared<{ seq: number; head: string }>(db, 'SELECT seq, head FROM read_log ORDER BY seq DESC LIMIT 1').get() ??
    null
  )
}

function keptEnd(db: ReadDb): { readonly seq: number; readonly head: string; readonly cut: number } | null {
  const end = prepared<{ seq: number; head: string; cut: number }>(db, 'SELECT seq, head, cut FROM read_log_end')
  return end.get() ?? null
}

function nextHead(head: string, ...fields: readonly string[]): string {
  return sha256Hex(utf8([head, ...fields].join('\n')))
}
