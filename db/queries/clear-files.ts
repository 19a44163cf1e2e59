/**
 * What has left the program in clear: documents, lists, prints and scans, as the log of reads tells it. For whoever answers
 * for it in the office; the log itself is written by db/private/documents-made.ts.
 */
import { z } from 'zod'
import type { ClearLog, ClearRow } from '../../shared/contract/documents.ts'
import { loadUsers } from '../load.ts'
import { unwritten } from '../private/documents-made.ts'
import { isReadLogCut } from '../private/read-log.ts'
import { prepared, type ReadDb } from '../transaction.ts'

/** What a line of the log says of any of the four; another build may have said less, and the line is shown all the same. */
const Told = z.object({
  kind: z.string().catch(''),
  what: z.string().catch(''),
  cases: z.array(z.string()).catch([]),
  case: z.string().nullable().catch(null),
  rows: z.number().nullable().catch(null),
  include: z.array(z.string()).catch([]),
  file: z.string().nullable().catch(null),
  why: z.string().catch(''),
})

/**
 * The newest first.
 * @param before - only what was logged before this place
 * @param most - rows at most; null: all
 */
export function clearFiles(db: ReadDb, before: number | undefined, most: number | null): ClearLog {
  const names = new Map(loadUsers(db).map(({ id, user }) => [id, user.name]))
  const found = prepared<{ seq: number; at: string; user: string; type: ClearRow['type']; text: string }>(
    db,
    `SELECT seq, at, user_id AS user, subject_type AS type, subject_id AS text FROM read_log
     WHERE subject_type IN ('document', 'list', 'print', 'scanFile') AND seq < ? ORDER BY seq DESC LIMIT ?`,
  ).all(before ?? Number.MAX_SAFE_INTEGER, most === null ? -1 : most + 1)
  const shown = found.slice(0, most ?? undefined)
  const failed = unwritten(db, shown.at(-1)?.seq ?? Number.MAX_SAFE_INTEGER)
  return {
    rows: shown.map(({ seq, at, user, type, text }): ClearRow => {
      const told = Told.parse(JSON.parse(text))
      return {
        seq,
        at,
        userName: names.get(user) ?? null,
        type,
        what: type === 'document' ? told.kind : told.what,
        people: peopleIn(type, told),
        include: told.include,
        file: told.file,
        why: told.why,
        isWritten: !failed.has(seq),
      }
    }),
    more: most !== null && found.length > most,
    isCut: isReadLogCut(db),
  }
}

/** How many people or rows it is about; null where that is not known. */
function peopleIn(type: ClearRow['type'], told: z.infer<typeof Told>): number | null {
  if (type === 'document') return told.cases.length
  if (type === 'list') return told.rows
  return type === 'scanFile' || told.case !== null ? 1 : null
}
