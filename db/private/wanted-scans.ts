/**
 * Scans that others have asked us for. Another device of our own office stands here under its device id.
 */
import { LIMITS } from '../../shared/bundle/format.ts'
import { OPEN } from '../journal.ts'
import { prepared, type ReadDb, type WriteDb } from '../transaction.ts'
import { scansNamedIn } from './exchange.ts'

/** Scans an office asked us for. */
export function wantedBy(db: ReadDb, office: string): readonly string[] {
  return prepared<{ sha256: string }>(db, 'SELECT sha256 FROM wanted_scans WHERE office = ? ORDER BY sha256')
    .all(office)
    .map(({ sha256 }) => sha256)
}

/**
 * Keeps what a set asks for.
 * @param joins - beside what was asked for before, as long as one set could ask for all of it; else in its place
 * @returns true if it asks for something, and not for the same as before: once more of the same needs no other answer
 */
export function keepWants(db: WriteDb, office: string, wants: readonly string[], joins: boolean): boolean {
  const before = wantedBy(db, office)
  const isBeside = joins && before.length + wants.length <= LIMITS.payloadFiles
  if (!isBeside) prepared(db, 'DELETE FROM wanted_scans WHERE office = ?').run(office)
  for (const sha256 of wants)
    prepared(db, 'INSERT INTO wanted_scans (office, sha256) VALUES (?, ?) ON CONFLICT DO NOTHING').run(office, sha256)
  return wants.length > 0 && JSON.stringify(wantedBy(db, office)) !== JSON.stringify(before)
}

/** Lines of a channel that an office is sent, or has sent us. */
const SHARED = `((c.office = :self AND c.audience IN (:office, 'all')) OR (c.office = :office AND c.audience IN (:self, 'all')))`

/**
 * How many of the scans an office has asked for the next set to it brings, as far as is known, and how many are noted as
 * missing here. What no act between both, nor any line that waits or is held, names any more counts for neither.
 */
export function countWanted(
  db: ReadDb,
  self: string,
  office: string,
): { readonly here: number; readonly lost: number } {
  const wanted = prepared<{ sha256: string; isLost: number; isNamed: number }>(
    db,
    `SELECT w.sha256, w.sha256 IN (SELECT sha256 FROM missing_scans) AS isLost,
       EXISTS (SELECT 1 FROM scans s JOIN journal j ON j.entry_id = s.entry_id JOIN channels c ON c.id = j.channel_id
         WHERE s.sha256 = w.sha256 AND ${SHARED}) AS isNamed
     FROM wanted_scans w WHERE w.office = :office`,
  ).all({ self, office })
  const open = wanted.every(({ isNamed }) => isNamed === 1) ? null : openBetween(db, self, office)
  const counted = wanted.filter(({ sha256, isNamed }) => isNamed === 1 || open?.has(sha256) === true)
  const lost = counted.filter(({ isLost }) => isLost === 1).length
  return { here: counted.length - lost, lost }
}

/** Scans that lines between two offices name which wait or are held; all such lines are read, once. */
function openBetween(db: ReadDb, self: string, office: string): ReadonlySet<string> {
  const open = prepared<{ line: string }>(
    db,
    `SELECT j.line FROM journal j JOIN channels c ON c.id = j.channel_id WHERE ${OPEN} AND ${SHARED}`,
  ).all({ self, office })
  return scansNamedIn(open.map(({ line }) => line))
}
