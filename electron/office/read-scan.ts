/**
 * A scan taken out in clear, to a file a person named. The act is logged; where and why is asked by the host.
 */
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { Refusal } from '../../shared/contract/refusals.ts'
import { logReadings } from '../../db/private/read-log.ts'
import { write } from '../../db/transaction.ts'
import { attempt } from '../disk/attempt.ts'
import { writeFileAtomic } from '../disk/atomic-write.ts'
import { refuse } from '../refuse.ts'
import type { Workplace } from './workplace.ts'

/** Writes the plaintext of a scan to a new file. */
export async function writeScan(
  workplace: Workplace,
  sha256: string,
  to: string,
): Promise<Result<{ readonly file: string; readonly bytes: number }, Refusal>> {
  const opened = await workplace.scans.open(sha256)
  if (!opened.ok) return fail(refuse(opened.error))
  const written = await attempt(() => writeFileAtomic(workplace.disk, to, opened.value))
  if (!written.ok) return fail(refuse(written.error))
  write(workplace.store, (db) =>
    logReadings(db, [{ at: workplace.clock.at(), user: workplace.user.id, type: 'scan', id: sha256 }]),
  )
  return ok({ file: to, bytes: opened.value.length })
}
