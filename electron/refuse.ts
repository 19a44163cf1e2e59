/**
 * From the failures of the rooms below to the refusals that cross the port. A failure whose code the contract does not
 * know does not compile here.
 */
import { trusted } from '../shared/base/trust.ts'
import type { BundleError } from '../shared/bundle/bundle-errors.ts'
import type { Refusal, RefusalCode } from '../shared/contract/refusals.ts'
import type { MigrateRefusal } from '../db/migrate.ts'
import type { OpenRefusal } from '../db/open.ts'
import type { DiskFailure } from './disk/disk.ts'
import type { PlaceRefusal } from './disk/place.ts'
import type { ScanFailure } from './scans/failures.ts'
import type { VaultFailure } from './vault/failures.ts'

/** Every failure of a room below. */
export type Failure =
  BundleError | DiskFailure | MigrateRefusal | OpenRefusal | PlaceRefusal | ScanFailure | VaultFailure

type Known<Code extends RefusalCode> = Code

/** The refusal for a failure: the same code, its data apart. */
export function refuse(failure: Failure): Refusal {
  const { code, ...data } = failure
  const known: Known<typeof code> = code
  return trusted<Refusal>({ code: known, data })
}
