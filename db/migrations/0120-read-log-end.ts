/**
 * Where the log of reads ends, kept beside it: its chain shows a line that was changed or taken out of the middle, and
 * nothing showed that its last ones were gone.
 */
import type { Migration } from '../migration.ts'

export const readLogEnd: Migration = {
  id: 120,
  name: 'read-log-end',
  up: (db) =>
    db.exec(`
      CREATE TABLE read_log_end (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        seq INTEGER NOT NULL,
        head TEXT NOT NULL,
        cut INTEGER NOT NULL CHECK (cut IN (0, 1))
      ) STRICT;
      INSERT INTO read_log_end SELECT 1, seq, head, 0 FROM read_log ORDER BY seq DESC LIMIT 1;
    `),
}
