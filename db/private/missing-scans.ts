/**
 * Scans that are named here and have not come: noted by whose entries name them, asked for with the sets that go there, and
 * crossed out once they are here. Another device of our own office stands here under its device id.
 */
import { sha256Hex, utf8 } from '../../shared/base/canonical.ts'
import { LIMITS } from '../../shared/bundle/format.ts'
import { PEOPLE_NAMED, type AwaitedScans } from '../../shared/contract/exchange.ts'
import { devicesInUse, selvesOf, type DeviceState } from '../../shared/model/devices.ts'
import { loadDevices } from '../load.ts'
import { prepared, type ReadDb, type WriteDb } from '../transaction.ts'
import { needed } from './exchange.ts'

/** Noted by whom nobody can ask any more: a computer of ours that was taken out of use, and that none goes on for. */
const GONE = 'length(m.office) <> 26 AND m.office NOT IN (SELECT value FROM json_each(:inUse))'

/** Offices that sets are written for. */
const PAIRED = '(SELECT office_id FROM peers WHERE revoked = 0)'

/** Named by an act that counts, of an office. */
const NAMED = `SELECT 1 FROM scans s JOIN journal j ON j.entry_id = s.entry_id JOIN channels c ON c.id = j.channel_id
  WHERE s.sha256 = m.sha256 AND c.office`

/**
 * Scans that an office or another device of ours may have, as far as anything still needs them: those its own entries name
 * or its sets came without, also under an id it has given up. What a computer came without that is gone, whoever is left is
 * asked for: each device of ours, and of the offices those that have named it.
 */
export function missingFrom(db: ReadDb, other: string, devices = loadDevices(db)): readonly string[] {
  const noted = prepared<{ sha256: string }>(
    db,
    `SELECT DISTINCT m.sha256 FROM missing_scans m
     WHERE m.office IN (SELECT value FROM json_each(:selves))
       OR (${GONE} AND (length(:other) <> 26 OR EXISTS (${NAMED} = :other)))
     ORDER BY m.sha256`,
  ).all({ other, selves: JSON.stringify([...selvesOf(devices, other)]), inUse: inUse(devices) })
  return needed(
    db,
    noted.map(({ sha256 }) => sha256),
  )
}

/** The ids of devices of ours in use, and those they have gone by before. */
function inUse(devices: readonly DeviceState[]): string {
  return JSON.stringify(devicesInUse(devices).flatMap(({ id }) => [...selvesOf(devices, id)]))
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

/**
 * What an office or another device of ours is asked for in all, in one word, as each set to it keeps that; undefined where it
 * is asked for nothing.
 */
export function askedFor(db: ReadDb, other: string): string | undefined {
  const missing = missingFrom(db, other)
  return missing.length === 0 ? undefined : sha256Hex(utf8(missing.join('\n')))
}

/**
 * What an office has been asked for and its newest set came without, in the same word, as that set keeps it.
 * @param isBehind - the set says less than others that came: what those came without stays so
 */
export function askedInVain(db: ReadDb, office: string, isBehind: boolean): string | undefined {
  if (isBehind) return newest(db, office, 'in', 'inVain')
  const missing = askedFor(db, office)
  return missing === newest(db, office, 'out', 'asked') ? missing : undefined
}

/** How many sets in a row are due for one request: so many are not lost, but the answer may have been, which comes only once. */
const TRIES = 3

/**
 * True while an office is to be asked for scans and has not answered that: the set that asks may have been lost. Once it has
 * answered and they have not come, or has not after some tries, the next set asks again, but none is due for them alone.
 */
export function isRequestDue(db: ReadDb, office: string): boolean {
  const missing = askedFor(db, office)
  if (missing === undefined || missing === newest(db, office, 'in', 'inVain')) return false
  const tries = prepared<{ n: number }>(
    db,
    `SELECT count(*) AS n FROM bundles WHERE office = :office AND direction = 'out'
       AND number > (SELECT coalesce(max(number), 0) FROM bundles WHERE office = :office AND direction = 'in')
       AND json_extract(report, '$.asked') = :missing`,
  ).get({ office, missing })
  return (tries?.n ?? 0) < TRIES
}

/** What the newest set to or from an office has noted. */
function newest(db: ReadDb, office: string, direction: 'in' | 'out', note: 'asked' | 'inVain'): string | undefined {
  const row = prepared<{ noted: string | null }>(
    db,
    `SELECT json_extract(report, '$.' || :note) AS noted FROM bundles
     WHERE office = :office AND direction = :direction ORDER BY number DESC LIMIT 1`,
  ).get({ office, direction, note })
  return row?.noted ?? undefined
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
       OR ((m.office IN ${PAIRED} OR (${GONE} AND EXISTS (${NAMED} IN ${PAIRED}))) AND NOT EXISTS (${NAMED} = :self))`,
  )
  return new Set(noted.all({ inUse: inUse(loadDevices(db)), self }).map(({ sha256 }) => sha256))
}

/**
 * What has not come, by whom it is expected of: how much that anything still needs, and whether they can be asked for it.
 * @param self - our own office
 */
export function awaitedBySource(db: ReadDb, self: string): readonly AwaitedScans[] {
  const rows = prepared<{ office: string; sha256: string; source: AwaitedScans['source'] }>(
    db,
    `SELECT m.office, m.sha256, CASE WHEN ${GONE} THEN 'removed'
       WHEN length(m.office) = 26 AND m.office NOT IN ${PAIRED} THEN 'unpaired' ELSE 'asked' END AS source
     FROM missing_scans m WHERE m.office <> :self ORDER BY m.office, m.sha256`,
  ).all({ self, inUse: inUse(loadDevices(db)) })
  return [...Map.groupBy(rows, ({ office }) => office)].flatMap(([office, of]) => {
    const scans = needed(
      db,
      of.map(({ sha256 }) => sha256),
    )
    const [first] = of
    if (first === undefined || scans.length === 0) return []
    const { source } = first
    return [{ office, count: scans.length, source, cases: source === 'asked' ? [] : casesNaming(db, scans) }]
  })
}

/** Whose papers name some scans: as many as are named, and one more, which says that there are others. */
function casesNaming(db: ReadDb, scans: readonly string[]): readonly string[] {
  return prepared<{ name: string }>(
    db,
    `SELECT DISTINCT c.name FROM scans s JOIN cases c ON c.case_id = s.case_id
     WHERE s.sha256 IN (SELECT value FROM json_each(?)) ORDER BY c.name LIMIT ${PEOPLE_NAMED + 1}`,
  )
    .all(JSON.stringify(scans))
    .map(({ name }) => name)
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
