/**
 * Proofs of how far other offices' channels had come: per channel the signed lists of the last set that reached its end.
 */
import type { Migration } from '../migration.ts'

export const headProofs: Migration = {
  id: 20,
  name: 'head-proofs',
  up: (db) =>
    db.exec(`
      CREATE TABLE head_proofs (
        channel TEXT PRIMARY KEY,
        seq INTEGER NOT NULL,
        head TEXT NOT NULL,
        bundle_json TEXT NOT NULL,
        tag_manifest TEXT NOT NULL,
        signature TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
    `),
}
