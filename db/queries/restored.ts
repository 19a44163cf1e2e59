/**
 * A restored store that has not heard from the other offices since: what it had shared with them after the backup can be
 * given back, and is to be asked for before new work is recorded.
 */
import type { Relation } from '../../shared/model/codes.ts'
import { isExchangeDevice } from '../../shared/model/devices.ts'
import { loadDevices } from '../load.ts'
import { heardSinceOpened, metBeforeOpened } from '../private/since-opened.ts'
import { readSecret } from '../private/secrets.ts'
import { prepared, type ReadDb } from '../transaction.ts'

/**
 * True if this computer goes on for one that was restored or copied, speaks with other offices, and has taken in nothing
 * since it does of one that sets went to or came from before. Whatever comes next tells whether anything is lost.
 */
export function isUnheardSinceRestore(db: ReadDb, office: string, relation: Relation): boolean {
  const self = readSecret(db, 'device')
  const devices = loadDevices(db)
  const here = devices.find(({ id }) => id === self)
  if (here === undefined || here.was === null || !isExchangeDevice(devices, here.id)) return false
  // The one above is asked in any case; one below may never have sent anything, and no other would send again.
  const isAsked = relation === 'superior' || (relation === 'subordinate' && metBeforeOpened(db, office))
  return isAsked && !heardSinceOpened(db, office)
}

/** True if another office held lines of ours that are not here when we last took in something of it. */
export function holdsLostLines(db: ReadDb, office: string): boolean {
  const last = prepared<{ ahead: number | null }>(
    db,
    `SELECT json_array_length(report, '$.ahead') AS ahead FROM bundles
     WHERE direction = 'in' AND office = ? ORDER BY number DESC LIMIT 1`,
  ).get(office)
  return (last?.ahead ?? 0) > 0
}
