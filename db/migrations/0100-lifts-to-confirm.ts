/**
 * Cases with an exception that waits to be confirmed, in an index of their own: the home page counts them each time it is
 * opened, and there are few or none.
 */
import type { Migration } from '../migration.ts'

export const liftsToConfirm: Migration = {
  id: 100,
  name: 'lifts-to-confirm',
  up: (db) =>
    db.exec(`
      CREATE INDEX cache_findings_lifts ON cache_findings (case_row) WHERE instr(' ' || codes || ' ', ' P2 ') > 0;
    `),
}
