/**
 * What lists of moving cases show of one, kept beside its assessment, so that a page reads it instead of judging each case
 * anew; and indexes that count and order them without reading a row. What was kept before is made again.
 */
import type { Migration } from '../migration.ts'

export const keptCases: Migration = {
  id: 60,
  name: 'kept-cases',
  up: (db) =>
    db.exec(`
      DELETE FROM cache_assessments;
      ALTER TABLE cache_assessments ADD COLUMN moving TEXT;
      DROP INDEX cache_assessments_by_end;
      CREATE INDEX cache_assessments_by_end ON cache_assessments (revision, valid_until);
      CREATE INDEX cache_assessments_moving ON cache_assessments (due) WHERE moving IS NOT NULL;
      CREATE INDEX cache_assessments_by_codes ON cache_assessments (codes, blocks, warnings);
    `),
}
