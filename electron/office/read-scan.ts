/**
 * Scans to and from the window: shown in a preview, dropped onto a paper, or taken out in clear to a file a person named.
 * Every reading is logged.
 */
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { Refusal } from '../../shared/contract/refusals.ts'
import type { ClearFile } from '../../shared/contract/documents.ts'
import { logTakenScan } from '../../db/private/documents-made.ts'
import { logReadings } from '../../db/private/read-log.ts'
import { write } from '../../db/transaction.ts'
import { endingOf, writeInClear } from '../documents/write-in-clear.ts'
import { refuse } from '../refuse.ts'
import type { ScanRef } from '../../shared/model/acts.ts'
import { isLost } from '../scans/failures.ts'
import { mediaTypeOf } from '../scans/media.ts'
import { scanName } from './attach.ts'
import { noteLost } from './note-lost.ts'
import type { Workplace } from './workplace.ts'

/** A scan for a preview in the window. */
export async function getScan(
  workplace: Workplace,
  sha256: string,
): Promise<Result<{ readonly type: string; readonly base64: string }, Refusal>> {
  const opened = await openScan(workplace, sha256)
  if (!opened.ok) return opened
  logScan(workplace, sha256)
  const type = mediaTypeOf(opened.value) ?? 'application/octet-stream'
  return ok({ type, base64: Buffer.from(opened.value).toString('base64') })
}

/** A file dropped into the window becomes a scan, which `paper.record` may then name. */
export async function addScan(workplace: Workplace, name: string, base64: string): Promise<Result<ScanRef, Refusal>> {
  const bytes = Buffer.from(base64, 'base64')
  const added = await workplace.scans.add({ bytes }, name)
  if (!added.ok) return fail(refuse(added.error))
  const { sha256, mediaType } = added.value
  return ok({ sha256, bytes: added.value.bytes, type: mediaType, name: scanName(name) })
}

/** Writes the plaintext of a scan to a chosen file. */
export async function writeScan(
  workplace: Workplace,
  { sha256, to, why }: { readonly sha256: string; readonly to: string; readonly why: string },
): Promise<Result<ClearFile, Refusal>> {
  const opened = await openScan(workplace, sha256)
  if (!opened.ok) return opened
  return writeInClear(workplace, to, opened.value, (db, at, user) =>
    logTakenScan(db, at, user, { sha256, file: endingOf(to), why }),
  )
}

/** Opens a scan; one that is lost is asked for again where it came from. */
async function openScan(workplace: Workplace, sha256: string): Promise<Result<Uint8Array, Refusal>> {
  const opened = await workplace.scans.open(sha256)
  if (opened.ok) return opened
  if (isLost(opened.error)) noteLost(workplace, sha256)
  return fail(refuse(opened.error))
}

function logScan(workplace: Workplace, sha256: string): void {
  write(workplace.store, (db) =>
    logReadings(db, [{ at: workplace.clock.at(), user: workplace.user.id, type: 'scan', id: sha256 }]),
  )
}
