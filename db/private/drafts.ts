/**
 * What a person has typed and not yet recorded: one row per page and user, outside the journal, gone once recorded.
 */
import { prepared, type ReadDb, type WriteDb } from '../transaction.ts'

/** Keeps a draft in place of the one before. @param value - JSON text of the page's own making */
export function saveDraft(db: WriteDb, page: string, user: string, value: string, at: string): void {
  prepared(
    db,
    `INSERT INTO drafts (page, user_id, value, at) VALUES (?, ?, ?, ?)
     ON CONFLICT (page, user_id) DO UPDATE SET value = excluded.value, at = excluded.at`,
  ).run(page, user, value, at)
}

/** A user's draft of a page, or null. */
export function readDraft(db: ReadDb, page: string, user: string): string | null {
  return (
    prepared<{ value: string }>(db, 'SELECT value FROM drafts WHERE page = ? AND user_id = ?').get(page, user)?.value ??
    null
  )
}

/** Forgets a draft. */
export function dropDraft(db: WriteDb, page: string, user: string): void {
  prepared(db, 'DELETE FROM drafts WHERE page = ? AND user_id = ?').run(page, user)
}
