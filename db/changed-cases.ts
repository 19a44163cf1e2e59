/**
 * Whom an import was about, and what it did to their cases: by name so many as a person would read, of all others how many
 * they are. Where something is in doubt comes first: it may be one case of thousands.
 */
import type { ImportReport } from '../shared/contract/exchange.ts'
import type { Subject } from '../shared/journal/entry.ts'
import { loadCase } from './load.ts'
import { prepared, type ReadDb } from './transaction.ts'

/** So many cases a report names. */
const NAMED = 500

/** A case that lines came about; `leftBehind`: so much of ours did not go with it to another keeper. */
type Changed = { readonly id: string; readonly before: string | null; readonly leftBehind: number }

/** Rows of the journal: above the one, up to the other. */
type Rows = { readonly above: number; readonly upTo: number }

/** Cases as they change, one after the other. */
export type ChangedCases = {
  /** Applies what came about a subject, and notes what that made of it where it is a case. */
  readonly follow: (subject: Subject, apply: () => void) => void
  /** What is told of them. @param rows - those that came */
  readonly told: (rows: Rows) => Pick<ImportReport, 'cases' | 'casesMore'>
}

/** Begins. @param unnamed - cases that are named nowhere any more */
export function changedCases(db: ReadDb, unnamed: ReadonlyMap<string, unknown>): ChangedCases {
  const clear: Changed[] = []
  const doubtful: Changed[] = []
  let count = 0
  return {
    follow({ type, id }, apply) {
      const before = type === 'case' ? rowOf(db, id) : undefined
      apply()
      const row = type === 'case' && !unnamed.has(id) ? rowOf(db, id) : undefined
      if (row === undefined) return
      count += 1
      // Of most cases nothing can have stayed behind, and no fold is asked.
      const leftBehind =
        before !== undefined && row.stage === 'movedAway' ? (loadCase(db, id)?.leftBehind.length ?? 0) : 0
      const among = row.conflicts > 0 || leftBehind > 0 ? doubtful : clear
      if (among.length < NAMED) among.push({ id, before: before?.stage ?? null, leftBehind })
    },
    told(rows) {
      const cases = [...doubtful, ...clear].slice(0, NAMED).flatMap((changed) => changeOf(db, changed, rows))
      return { cases, ...(count > cases.length ? { casesMore: count - cases.length } : {}) }
    },
  }
}

function rowOf(db: ReadDb, id: string) {
  return prepared<{ name: string; stage: string; conflicts: number }>(
    db,
    'SELECT name, stage, conflicts FROM cases WHERE case_id = ?',
  ).get(id)
}

function changeOf(db: ReadDb, { id, before, leftBehind }: Changed, { above, upTo }: Rows): ImportReport['cases'] {
  const row = rowOf(db, id)
  if (row === undefined) return []
  const kinds = prepared<{ kind: string }>(
    db,
    `SELECT DISTINCT kind FROM journal
     WHERE subject_id = :id AND subject_type = 'case' AND kind IS NOT NULL AND id > :above AND id <= :upTo ORDER BY kind`,
  ).all({ id, above, upTo })
  return [
    {
      case: id,
      name: row.name,
      before,
      after: row.stage,
      kinds: kinds.map(({ kind }) => kind),
      conflicts: row.conflicts,
      ...(leftBehind > 0 ? { leftBehind } : {}),
    },
  ]
}
