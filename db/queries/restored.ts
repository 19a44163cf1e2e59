/**
 * A restored store that has not heard from the other offices since: what it had shared with them after the backup can be
 * given back, and is to be asked for before new work is recorded.
 */
import type { Relation } from '../../shared/model/codes.ts'
import { isExchangeDevice } from '../../shared/model/devices.ts'
import { headAt } from '../journal.ts'
import { loadDevices } from '../load.ts'
import { isGivenUp, lostFrom } from '../lost-lines.ts'
import { claimsOf, type Claim } from '../private/claims.ts'
import { heardSinceOpened, metBeforeOpened } from '../private/since-opened.ts'
import { readSecret } from '../private/secrets.ts'
import type { ReadDb } from '../transaction.ts'

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

/** True if another office has said that it holds lines of ours which are neither here nor given up as lost. */
export function holdsLostLines(db: ReadDb, office: string): boolean {
  const lost = lostFrom(db)
  // Whoever else may have given them back meanwhile: what is here is not lost.
  const isHere = ({ channel, seq, head }: Claim) => head !== null && headAt(db, channel, seq) === head
  return claimsOf(db, office).some((claim) => !isGivenUp(lost, claim) && !isHere(claim))
}
