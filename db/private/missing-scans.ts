/**
 * Scans that are named here and have not come: noted by whose entries name them, asked for with the sets that go there, and
 * crossed out once they are here. Another device of our own office stands here under its device id.
 */
import { LIMITS } from '../../shared/bundle/format.ts'
import { devicesInUse } from '../../shared/model/devices.ts'
import { loadDevices } from '../load.ts'
import { prepared, type ReadDb, type WriteDb } from '../transaction.ts'
import { needed } from './exchange.ts'

/** Scans named by an office's entries that did not come with them, as far as anything still needs them. */
export function missingFrom(db: ReadDb, office: string): readonly string[] {
  const noted = prepared<{ sha256: string }>(db, 'SELECT sha256 FROM missing_scans WHERE office = ? ORDER BY sha256')
  return needed(
    db,
    noted.all(office).map(({ sha256 }) => sha256),
  )
}

/**
 * The scans that a set asks for: those that are missing, as far as it may name them. Where it may not name them all, sets go
 * round, so that what never comes keeps nothing from being asked for: each begins behind the last one that was asked for
 * before the newest set came from there. Written again without an answer in between, it asks for the same.
 * @param isOurs - it is for another device of our own office
 * @returns in the order of the round: the last of them is kept with the set
 */
export function wantsFrom(db: ReadDb, office: string, isOurs: boolean): readonly string[] {
  const missing = missingFrom(db, office)
  const most = isOurs ? LIMITS.payloadFiles : LIMITS.wants
  if (missing.length <= most) return missing
  const last = lastAnswered(db, office)
  const start = Math.max(
    0,
    missing.findIndex((sha256) => sha256 > last),
  )
  return [...missing.slice(start), ...missing.slice(0, start)].slice(0, most)
}

/** The last scan asked for by the set that an office may have answered with its newest one; empty where it asked for none. */
function lastAnswered(db: ReadDb, office: string): string {
  const row = prepared<{ wantsUpTo: string | null }>(
    db,
    `SELECT json_extract(report, '$.wantsUpTo') AS wantsUpTo FROM bundles
     WHERE office = :office AND direction = 'out'
       AND number < (SELECT max(number) FROM bundles WHERE office = :office AND direction = 'in')
     ORDER BY number DESC LIMIT 1`,
  ).get({ office })
  return row?.wantsUpTo ?? ''
}

/**
 * Scans that are still to come: what a computer of ours in use has not sent, and what a paired office has not sent that no act
 * of ours names. What ours name and only another office is asked for may never have reached it: it is ours to scan again.
 */
export function awaited(db: ReadDb, self: string): ReadonlySet<string> {
  const noted = prepared<{ sha256: string }>(
    db,
    `SELECT DISTINCT m.sha256 FROM missing_scans m
     WHERE m.office IN (SELECT value FROM json_each(:inUse))
       OR (m.office IN (SELECT office_id FROM peers WHERE revoked = 0) AND NOT EXISTS (
         SELECT 1 FROM scans s JOIN journal j ON j.entry_id = s.entry_id JOIN channels c ON c.id = j.channel_id
         WHERE s.sha256 = m.sha256 AND c.office = :self))`,
  )
  const inUse = JSON.stringify(devicesInUse(loadDevices(db)).map(({ id }) => id))
  return new Set(noted.all({ inUse, self }).map(({ sha256 }) => sha256))
}

/**
 * Notes scans that an office's entries name and that are not here, and crosses out those that are.
 * @param only - cross out for this office alone; by default for all
 */
export function noteMissing(
  db: WriteDb,
  office: string,
  missing: readonly string[],
  arrived: readonly string[],
  only?: string,
): void {
  for (const sha256 of missing)
    prepared(db, 'INSERT INTO missing_scans (office, sha256) VALUES (?, ?) ON CONFLICT DO NOTHING').run(office, sha256)
  const found = prepared(db, 'DELETE FROM missing_scans WHERE sha256 = ? AND office = coalesce(?, office)')
  for (const sha256 of arrived) found.run(sha256, only ?? null)
}
