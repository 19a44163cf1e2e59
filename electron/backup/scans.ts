/**
 * One scan of a backup opened where it lies, with the keys of the unlocked office.
 */
import { createHash } from 'node:crypto'
import { attempt } from '../disk/attempt.ts'
import { readStream } from '../disk/streams.ts'
import { openStream } from '../bundle/age.ts'
import type { Workplace } from '../office/workplace.ts'

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
