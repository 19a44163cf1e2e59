/**
 * Assessments kept for lists: what would be computed anew from the case, the rules, the calendar and the day. No truth of
 * their own: dropped and made again at any time, and left out where a replay is compared.
 */
import type { Migration } from '../migration.ts'

export const assessments: Migration = {
  id: 50,
  name: 'assessments',
  up: (db) =>
    db.exec(`
      CREATE TABLE cache_assessments (
        case_id TEXT PRIMARY KEY,
        revision TEXT NOT NULL,
        valid_until TEXT NOT NULL,
        next_step TEXT,
        due TEXT,
        due_limit TEXT,
        blocks INTEGER NOT NULL,
        warnings INTEGER NOT NULL,
        codes TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX cache_assessments_by_end ON cache_assessments (valid_until);
      CREATE INDEX cache_assessments_by_due ON cache_assessments (due) WHERE due IS NOT NULL;
    `),
}
