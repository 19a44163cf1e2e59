/**
 * A look at a place before anything is written to it: what kind of drive it is, how much room it has, and what lies there
 * that should not. Nothing stays written, and nothing is forbidden: what cannot be written is refused by whoever writes.
 */
import { join } from 'node:path'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { CarrierLook } from '../../shared/contract/exchange.ts'
import type { Refusal } from '../../shared/contract/refusals.ts'
import { attempt } from '../disk/attempt.ts'
import type { Disk } from '../disk/disk.ts'
import { mountOf, readMounts } from '../disk/mounts.ts'
import { isCarried } from '../disk/removable.ts'
import { refusesWriting } from '../disk/write-probe.ts'
import { attemptBundle, carrierError } from '../bundle/fault.ts'
import { foreignIn } from '../bundle/foreign-files.ts'
import { AT_A_GLANCE, listFiles } from '../bundle/list-files.ts'
import { refuse } from '../refuse.ts'

/**
 * Looks at a folder.
 * @param platform - as in `process.platform`
 * @param writes - a person has chosen it to write there: where the system does not say whether it is locked, it is tried
 * @returns what was seen, or the refusal of a place that is gone
 */
export async function lookAtCarrier(
  disk: Disk,
  folder: string,
  platform: NodeJS.Platform = process.platform,
  writes = false,
): Promise<Result<CarrierLook, Refusal>> {
  const facts = await attempt(async () => ({
    space: await disk.statfs(folder),
    real: await disk.realpath(folder),
    mounts: await readMounts(disk),
  }))
  if (!facts.ok) return fail(refuse(carrierError(facts.error)))
  const { space, real, mounts } = facts.value
  const isTried = writes && platform !== 'linux'
  const isReadOnly = isTried ? await refusesWriting(disk, folder) : (mountOf(mounts, real)?.readOnly ?? false)
  const carried = await isCarried(disk, join(folder, 'x'), platform)
  const listed = await attemptBundle(() => listFiles(disk, folder, AT_A_GLANCE))
  if (!listed.ok) return fail(refuse(listed.error))
  const foreign = foreignIn(listed.value)
  return ok({
    carried,
    isReadOnly,
    free: space.free,
    // The computer's own disk is full of programs and shortcuts that belong there.
    warnings: carried === 'no' ? foreign.filter(({ kind }) => kind === 'lookalike') : foreign,
  })
}
