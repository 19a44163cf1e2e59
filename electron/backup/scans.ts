/**
 * One scan of a backup: copied there, and opened where it lies with the keys of the unlocked office.
 */
import { createHash } from 'node:crypto'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import { refusal, type Refusal } from '../../shared/contract/refusals.ts'
import { attempt, tryAnyway } from '../disk/attempt.ts'
import { readStream } from '../disk/streams.ts'
import { openStream } from '../bundle/age.ts'
import { noteLost } from '../office/note-lost.ts'
import type { Workplace } from '../office/workplace.ts'
import { refuse } from '../refuse.ts'
import { isLost } from '../scans/failures.ts'
import { poolName } from './layout.ts'

/**
 * Copies a scan to its place in the pool, and opens it there.
 * @param isNoted - it is noted as missing already
 * @returns false for one that is lost in the store: it is noted, and the backup is made of all the rest
 */
export async function copyScan(
  workplace: Workplace,
  place: string,
  sha256: string,
  isNoted: boolean,
): Promise<Result<boolean, Refusal>> {
  const { scans, disk } = workplace
  const copied = await scans.readCiphertextTo(sha256, place)
  if (copied.ok && (await openBackupScan(workplace, place, sha256))) return ok(true)
  // Read wrong while it was copied, it would be damaged in this backup and in all that come after.
  if (copied.ok) await tryAnyway(() => disk.unlink(place))
  const own = copied.ok ? await scans.open(sha256) : copied
  if (own.ok) return fail(refusal('BACKUP_DAMAGED', { file: poolName(scans.nameOf(sha256)) }))
  if (!isLost(own.error)) return fail(refuse(own.error))
  // Of one that is noted already whoever has it has been asked: a backup a day must not make another set due each time.
  if (!isNoted) noteLost(workplace, sha256)
  return ok(false)
}

/** True if the file opens and holds the scan of this hash. */
export async function openBackupScan(workplace: Workplace, path: string, sha256: string): Promise<boolean> {
  const hash = createHash('sha256')
  try {
    const opened = await attempt(async () => {
      for await (const chunk of openStream(workplace.scanIdentities, readStream(workplace.disk, path)))
        hash.update(chunk)
    })
    return opened.ok && hash.digest('hex') === sha256
  } catch {
    return false
  }
}
