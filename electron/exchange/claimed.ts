/**
 * What the names of a set's parts claim: from whom, to whom, the beginning of its id. Nobody has signed a file name.
 */
import { parsePartName } from '../../shared/bundle/format.ts'
import type { SetLabel } from '../../shared/contract/exchange.ts'
import { loadOffice, loadPeers } from '../../db/load.ts'
import type { ReadDb } from '../../db/transaction.ts'
import type { FoundSet } from '../bundle/find-sets.ts'

/** The claim, or null where the parts are named in no such way. */
export function claimedBy(set: Pick<FoundSet, 'lines'>): SetLabel['claimed'] {
  const claim = parsePartName(set.lines[0]?.name ?? '')
  return claim === null ? null : { from: claim.from, to: claim.to, id8: claim.id8 }
}

/** Whom a claimed code stands for: us, or the one paired office that has it; null where we know none. */
export function officeOfCode(db: ReadDb, self: string, code: string): string | null {
  if (loadOffice(db)?.profile.code === code) return self
  return loadPeers(db).find(({ peer, revoked }) => !revoked && peer.code === code)?.id ?? null
}
