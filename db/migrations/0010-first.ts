/**
 * The journal, the secrets and the private tables. Business tables are not here: they follow from the journal and are
 * made by db/apply/tables.ts.
 */
import type { Migration } from '../migration.ts'

export const first: Migration = {
  id: 10,
  name: 'first',
  up: (db) =>
    db.exec(`
      CREATE TABLE channels (
        id INTEGER PRIMARY KEY,
        channel TEXT NOT NULL UNIQUE,
        office TEXT NOT NULL,
        device TEXT NOT NULL,
        audience TEXT NOT NULL,
        seq INTEGER NOT NULL,
        head TEXT NOT NULL
      ) STRICT;

      CREATE TABLE journal (
        id INTEGER PRIMARY KEY,
        channel_id INTEGER NOT NULL REFERENCES channels (id),
        seq INTEGER NOT NULL,
        entry_id TEXT,
        kind TEXT,
        subject_type TEXT,
        subject_id TEXT,
        status TEXT NOT NULL CHECK (status IN ('applied', 'waiting', 'held', 'voided', 'erased')),
        reason TEXT,
        tick INTEGER,
        head TEXT NOT NULL,
        line TEXT NOT NULL,
        UNIQUE (channel_id, seq)
      ) STRICT;
      CREATE INDEX journal_by_entry ON journal (entry_id);
      CREATE INDEX journal_by_subject ON journal (subject_id, subject_type);
      CREATE INDEX journal_open ON journal (channel_id, seq) WHERE status IN ('waiting', 'held');

      CREATE TABLE secrets (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;

      CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

      CREATE TABLE calls (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        input_hash TEXT NOT NULL,
        result TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE marks (
        office TEXT NOT NULL,
        channel TEXT NOT NULL,
        exported INTEGER NOT NULL DEFAULT 0,
        acknowledged INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (office, channel)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE wanted_scans (
        office TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        PRIMARY KEY (office, sha256)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE missing_scans (
        office TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        PRIMARY KEY (office, sha256)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE bundles (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL,
        direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
        office TEXT NOT NULL,
        at TEXT NOT NULL,
        report TEXT NOT NULL,
        UNIQUE (id, direction)
      ) STRICT;

      CREATE TABLE drafts (
        page TEXT NOT NULL,
        user_id TEXT NOT NULL,
        value TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (page, user_id)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE read_log (
        seq INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        user_id TEXT NOT NULL,
        subject_type TEXT NOT NULL,
        subject_id TEXT NOT NULL,
        head TEXT NOT NULL
      ) STRICT;
    `),
}
