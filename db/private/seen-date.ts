/**
 * What the store knows of days: when the office was last in use, and the time of its newest own entry. Private to this
 * store; the entry by which a person said the date is in the journal.
 */
import { trustedJson } from '../../shared/base/trust.ts'
import type { Entry } from '../../shared/journal/entry.ts'
import { forgetAssessments } from '../assessments.ts'
import { prepared, type ReadDb, type WriteDb } from '../transaction.ts'

/** The row of that name, as JSON, or null. */
export function readSeenDate(db: ReadDb): { readonly at: string; readonly ahead: number } | null {
  const row = prepared<{ value: string }>(db, `SELECT value FROM meta WHERE name = 'seenDate'`).get()
  return row === undefined ? null : trustedJson<{ at: string; ahead: number }>(row.value)
}

/** Keeps when the office was last in use. */
export function keepSeenDate(db: WriteDb, seen: { readonly at: string; readonly ahead: number }): void {
  prepared(
    db,
    `INSERT INTO meta (name, value) VALUES ('seenDate', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
  ).run(JSON.stringify(seen))
}

/**
 * The time of the newest entry of an office's own channels, of those recorded since a person last said the date: earlier
 * ones may have been recorded by the wrong clock.
 */
export function newestOwnTime(db: ReadDb, office: string): string | null {
  const ends = prepared<{ line: string }>(
    db,
    `SELECT j.line FROM channels c JOIN journal j ON j.channel_id = c.id AND j.seq = c.seq
     WHERE c.office = :office AND j.id >= coalesce((
       SELECT max(id) FROM journal WHERE subject_id = :office AND subject_type = 'office' AND kind = 'date.confirmed'
     ), 0)`,
  ).all({ office })
  return ends.reduce<string | null>((newest, { line }) => {
    const { at } = trustedJson<Partial<Entry>>(line)
    return at !== undefined && (newest === null || at > newest) ? at : newest
  }, null)
}

/**
 * Begins or ends a doubt. Assessments kept while the date was in doubt may be of a day that is still to come, so they go
 * at both ends.
 */
export function markDoubt(db: WriteDb, inDoubt: boolean): void {
  const was = prepared(db, `SELECT 1 FROM meta WHERE name = 'dateInDoubt'`).get() !== undefined
  if (!was && !inDoubt) return
  forgetAssessments(db)
  if (inDoubt) prepared(db, `INSERT INTO meta (name, value) VALUES ('dateInDoubt', '') ON CONFLICT DO NOTHING`).run()
  else prepared(db, `DELETE FROM meta WHERE name = 'dateInDoubt'`).run()
}
