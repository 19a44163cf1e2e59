/**
 * What the log of reads says of documents and lists written in clear: who, when, what, why, where. It is also the memory
 * of an issuing body: the numbers it has used and what stood in its last document of a kind. A journal entry of its own
 * ('document.issued') is planned; until then this is the record. It is logged before the file is written, so that no file in
 * clear is without its line; a line whose file could not be written is followed by one that says so. So it is with prints.
 */
import { z } from 'zod'
import { DocumentKind, Facts, type PrintSubject } from '../../shared/documents/codes.ts'
import type { Guarded } from '../../shared/documents/guarded.ts'
import { prepared, type ReadDb, type WriteDb } from '../transaction.ts'
import { logReadings } from './read-log.ts'

/** A document that was written. `key` names the body whose number it bears; `file` is the ending of its name. */
const Made = z.object({
  kind: DocumentKind,
  key: z.string(),
  number: z.string().nullable(),
  date: z.string(),
  cases: z.array(z.string()),
  facts: Facts,
  file: z.string(),
  why: z.string(),
})

/** A document that was written. */
export type MadeDocument = z.infer<typeof Made>

/** A list that was written. */
export type WrittenList = {
  readonly what: string
  readonly rows: number
  readonly include: readonly string[]
  readonly file: string
  readonly why: string
}

/**
 * A page of the window that left in clear: to a printer where `file` is null, else as a PDF; of that of a case its
 * ending. `include`: what was chosen to be on it besides what always is.
 */
export type MadePrint = {
  readonly what: PrintSubject
  readonly case: string | null
  readonly include: readonly Guarded[]
  readonly file: string | null
  readonly why: string
}

/** A scan that was taken out in clear. `file`: the ending of its name. */
export type TakenScan = { readonly sha256: string; readonly file: string; readonly why: string }

/** Logs a document written in clear, and that each case in it was read. @returns the place of its line in the log */
export function logDocument(db: WriteDb, at: string, user: string, made: MadeDocument): number {
  return logReadings(db, [
    { at, user, type: 'document', id: JSON.stringify(made) },
    ...made.cases.map((id) => ({ at, user, type: 'case', id })),
  ])
}

/** Logs a list written in clear. @returns the place of its line in the log */
export function logList(db: WriteDb, at: string, user: string, list: WrittenList): number {
  return logReadings(db, [{ at, user, type: 'list', id: JSON.stringify(list) }])
}

/** Logs a page that was printed or saved as a PDF, and that the case on it was read. @returns the place of its line in the log */
export function logPrint(db: WriteDb, at: string, user: string, print: MadePrint): number {
  return logReadings(db, [
    { at, user, type: 'print', id: JSON.stringify(print) },
    ...(print.case === null ? [] : [{ at, user, type: 'case', id: print.case }]),
  ])
}

/** Logs a scan written in clear, and that it was read. @returns the place of its line in the log */
export function logTakenScan(db: WriteDb, at: string, user: string, taken: TakenScan): number {
  return logReadings(db, [
    { at, user, type: 'scanFile', id: JSON.stringify(taken) },
    { at, user, type: 'scan', id: taken.sha256 },
  ])
}

/** Logs that the file of a line could not be written, or that nothing was printed. @param seq - the place of that line */
export function logUnwritten(db: WriteDb, at: string, user: string, seq: number): void {
  logReadings(db, [{ at, user, type: UNWRITTEN, id: String(seq) }])
}

/** True if a line is that of a print to paper which this user began, and which is not denied yet. */
export function isOwnPrint(db: ReadDb, seq: number, user: string): boolean {
  const text = prepared<{ text: string }>(
    db,
    "SELECT subject_id AS text FROM read_log WHERE seq = ? AND user_id = ? AND subject_type = 'print'",
  ).get(seq, user)?.text
  if (text === undefined || unwritten(db, seq).has(seq)) return false
  return ToPaper.safeParse(JSON.parse(text)).success
}

const ToPaper = z.object({ file: z.null() })

/** Places in the log, from one on, of lines whose file could not be written: that is logged after the line. */
export function unwritten(db: ReadDb, from: number): ReadonlySet<number> {
  const rows = prepared<{ seq: string }>(
    db,
    'SELECT subject_id AS seq FROM read_log WHERE seq > ? AND subject_type = ?',
  )
  return new Set(rows.all(from, UNWRITTEN).map(({ seq }) => Number(seq)))
}

const UNWRITTEN = 'unwritten'

/** Documents written, newest first; at most 5000. */
export function documentsMade(db: ReadDb): readonly MadeDocument[] {
  const failed = new Set<string>()
  return prepared<{ seq: number; type: string; text: string }>(
    db,
    // In one pass: a line whose file could not be written comes before its own, as it was logged after it.
    `SELECT seq, subject_type AS type, subject_id AS text FROM read_log
     WHERE subject_type IN ('document', '${UNWRITTEN}') ORDER BY seq DESC LIMIT 5000`,
  )
    .all()
    .flatMap(({ seq, type, text }) => {
      if (type === UNWRITTEN) failed.add(text)
      if (type === UNWRITTEN || failed.has(String(seq))) return []
      const made = Made.safeParse(JSON.parse(text))
      return made.success ? [made.data] : []
    })
}
