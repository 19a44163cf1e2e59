/**
 * Whether the nearest time limit of a case is only reckoned, because a year on its way has no published holidays: kept with
 * it, so that a list says so too. What was kept before is made again.
 */
import type { Migration } from '../migration.ts'

export const provisionalLimits: Migration = {
  id: 80,
  name: 'provisional-limits',
  up: (db) =>
    db.exec(`
      DELETE FROM cache_assessments;
      ALTER TABLE cache_assessments ADD COLUMN due_provisional INTEGER NOT NULL DEFAULT 0;
    `),
}
