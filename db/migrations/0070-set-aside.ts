/**
 * Lines of another office that count no more, since its pairing was ended as of an earlier line: taken out of its channel,
 * which then goes on from there, and kept to be looked at.
 */
import type { Migration } from '../migration.ts'

export const setAside: Migration = {
  id: 70,
  name: 'set-aside',
  up: (db) =>
    db.exec(`
      CREATE TABLE set_aside (
        number INTEGER PRIMARY KEY,
        channel TEXT NOT NULL,
        seq INTEGER NOT NULL,
        line TEXT NOT NULL,
        at TEXT NOT NULL
      ) STRICT;
    `),
}
