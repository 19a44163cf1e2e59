/**
 * That somebody was erased and may still stand where no table looks: in the log of the store, in a copy of it. Marked in the
 * transaction that erases, and taken back once that is cleaned up, so that a start after a crash knows what it has to do.
 */
import { prepared, type ReadDb, type WriteDb } from '../transaction.ts'

/** Marks that there is something to clean up. */
export function markTraces(db: WriteDb): void {
  prepared(db, `INSERT INTO meta (name, value) VALUES ('traces', '') ON CONFLICT DO NOTHING`).run()
}

/** True while there is. */
export function hasTraces(db: ReadDb): boolean {
  return prepared(db, `SELECT 1 FROM meta WHERE name = 'traces'`).get() !== undefined
}

/** Says that all is cleaned up. */
export function clearTraces(db: WriteDb): void {
  prepared(db, `DELETE FROM meta WHERE name = 'traces'`).run()
}
