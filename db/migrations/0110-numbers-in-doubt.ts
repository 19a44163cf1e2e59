/**
 * Who has a number in doubt, found and counted on the home page without going through what is kept of every case.
 */
import type { Migration } from '../migration.ts'

export const numbersInDoubt: Migration = {
  id: 110,
  name: 'numbers-in-doubt',
  up: (db) =>
    db.exec(`
      CREATE INDEX cache_findings_numbers ON cache_findings (ended) WHERE instr(codes, 'C38') > 0;
    `),
}
