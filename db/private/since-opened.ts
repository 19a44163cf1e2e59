/**
 * How far the list of sets had come when this store became the device it is: what was taken in since has a higher number,
 * whatever the clock said then and says now.
 */
import { prepared, type ReadDb, type WriteDb } from '../transaction.ts'

/** The number of the last set before; 0 in a store that never became another device. */
const OPENED = `coalesce((SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'opened'), 0)`

/** Notes it, in the transaction in which the store becomes another device. */
export function noteOpened(db: WriteDb): void {
  prepared(
    db,
    `INSERT INTO meta (name, value) SELECT 'opened', CAST(coalesce(max(number), 0) AS TEXT) FROM bundles WHERE true
     ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
  ).run()
}

/** True if sets went to or came from an office before: what it was sent then may be more than what is held here. */
export function metBeforeOpened(db: ReadDb, office: string): boolean {
  const found = prepared(db, `SELECT 1 FROM bundles WHERE office = ? AND number <= ${OPENED} LIMIT 1`).get(office)
  return found !== undefined
}

/** True if a set of an office was taken in since. */
export function heardSinceOpened(db: ReadDb, office: string): boolean {
  const found = prepared(
    db,
    `SELECT 1 FROM bundles WHERE direction = 'in' AND office = ? AND number > ${OPENED} LIMIT 1`,
  ).get(office)
  return found !== undefined
}
