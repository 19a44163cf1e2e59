/**
 * Views a person has saved under a name: one row per page, user and name, outside the journal.
 */
import { prepared, type ReadDb, type WriteDb } from '../transaction.ts'

/** A saved view; `value` is JSON text of the page's own making. */
export type SavedView = { readonly name: string; readonly value: string }

/** A user's views of a page, by name. */
export function listViews(db: ReadDb, page: string, user: string): readonly SavedView[] {
  return prepared<SavedView>(
    db,
    'SELECT name, value FROM views WHERE page = ? AND user_id = ? ORDER BY name LIMIT 100',
  ).all(page, user)
}

/** Keeps a view in place of the one of the same name. */
export function saveView(db: WriteDb, page: string, user: string, view: SavedView, at: string): void {
  prepared(
    db,
    `INSERT INTO views (page, user_id, name, value, at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (page, user_id, name) DO UPDATE SET value = excluded.value, at = excluded.at`,
  ).run(page, user, view.name, view.value, at)
}

/** Forgets a view. */
export function dropView(db: WriteDb, page: string, user: string, name: string): void {
  prepared(db, 'DELETE FROM views WHERE page = ? AND user_id = ? AND name = ?').run(page, user, name)
}
