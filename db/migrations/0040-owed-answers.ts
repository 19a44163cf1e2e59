/**
 * Offices that must hear how far we hold their channels, because something of theirs could not be joined on.
 */
import type { Migration } from '../migration.ts'

export const owedAnswers: Migration = {
  id: 40,
  name: 'owed-answers',
  up: (db) =>
    db.exec(`
      CREATE TABLE owed_answers (
        office TEXT PRIMARY KEY,
        since TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
    `),
}
