/**
 * What a person has set up for themselves on a page and saved under a name: filters and columns of a list. Private to the
 * user, outside the journal.
 */
import type { Migration } from '../migration.ts'

export const views: Migration = {
  id: 30,
  name: 'views',
  up: (db) =>
    db.exec(`
      CREATE TABLE views (
        page TEXT NOT NULL,
        user_id TEXT NOT NULL,
        name TEXT NOT NULL,
        value TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (page, user_id, name)
      ) STRICT, WITHOUT ROWID;
    `),
}
