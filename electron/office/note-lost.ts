/** A scan that turns out to be gone, changed or unreadable in the store: whoever sent it is asked, of our own it is told. */
import { noteDamaged } from '../../db/private/damaged-scans.ts'
import { write } from '../../db/transaction.ts'
import type { Workplace } from './workplace.ts'

/** Notes that a scan is lost here. */
export function noteLost({ store, keys, device, clock }: Workplace, sha256: string): void {
  write(store, (db) => noteDamaged(db, { office: keys.office, device }, sha256, clock.at()))
}
