/**
 * Scans that turn out to be gone, changed or unreadable when they are opened: whoever has them is asked with the next set, and
 * what comes takes the place of what lies here.
 */
import { exchangeDeviceOf, isExchangeDevice } from '../../shared/model/devices.ts'
import { OPEN } from '../journal.ts'
import { loadDevices } from '../load.ts'
import { prepared, type ReadDb, type WriteDb } from '../transaction.ts'
import { oweAnswer } from './exchange.ts'
import { noteMissing } from './missing-scans.ts'

/**
 * Notes a scan that an act names, or a line that waits or is held, and that cannot be opened. A further computer asks the one
 * it exchanges with; that one asks the office that sent it. Of our own it is told in the journal's health that it is lost. Of
 * what came and was no scan nothing is noted: it would only come again.
 */
export function noteDamaged(
  db: WriteDb,
  { office, device }: { readonly office: string; readonly device: string },
  sha256: string,
  at: string,
): void {
  if (noScans(db).has(sha256)) return
  const devices = loadDevices(db)
  const exchange = isExchangeDevice(devices, device) ? null : exchangeDeviceOf(devices)
  for (const author of authorsOf(db, sha256)) {
    noteMissing(db, exchange ?? author, [sha256], [])
    // Nothing else may be due for it.
    if (exchange === null && author !== office) oweAnswer(db, author, at)
  }
}

/** Scans that are noted as missing, from wherever they are expected: a file of one that lies here is not what it should be. */
export function notedMissing(db: ReadDb): ReadonlySet<string> {
  const rows = prepared<{ sha256: string }>(db, 'SELECT DISTINCT sha256 FROM missing_scans').all()
  return new Set(rows.map(({ sha256 }) => sha256))
}

/** What has come under the name of scans and was none, and so lies nowhere here. */
export function noScans(db: ReadDb): ReadonlySet<string> {
  const rows = prepared<{ sha256: string }>(
    db,
    `SELECT DISTINCT n.value AS sha256 FROM bundles b, json_each(b.report, '$.noScans') n
     WHERE b.direction = 'in' AND instr(b.report, '"noScans":[') > 0`,
  ).all()
  return new Set(rows.map(({ sha256 }) => sha256))
}

/** Offices whose acts name a scan; where none does, those whose lines do which wait or are held. */
function authorsOf(db: ReadDb, sha256: string): readonly string[] {
  const acting = prepared<{ office: string }>(
    db,
    `SELECT DISTINCT c.office FROM scans s JOIN journal j ON j.entry_id = s.entry_id AND j.status = 'applied'
     JOIN channels c ON c.id = j.channel_id WHERE s.sha256 = ? ORDER BY c.office`,
  ).all(sha256)
  const open = prepared<{ office: string }>(
    db,
    `SELECT DISTINCT c.office FROM journal j JOIN channels c ON c.id = j.channel_id
     WHERE ${OPEN} AND instr(j.line, ?) > 0 ORDER BY c.office`,
  )
  return (acting.length > 0 ? acting : open.all(sha256)).map(({ office }) => office)
}
