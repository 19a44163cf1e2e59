/**
 * Where sets go on a carrier: on a stick, which a person knows by its drive alone, into one folder of ours; in a folder
 * that was chosen by hand, right there.
 */
import { join, resolve } from 'node:path'
import { fail, type Result } from '../../shared/base/result.ts'
import type { Refusal } from '../../shared/contract/refusals.ts'
import { attempt, tryAnyway } from '../disk/attempt.ts'
import type { Disk, DiskFailure } from '../disk/disk.ts'
import { listDrives } from '../disk/drives.ts'
import { ensureFolder } from '../disk/folders.ts'
import { carrierError } from '../bundle/fault.ts'
import { PARTIAL } from '../bundle/part-writer.ts'
import { refuse } from '../refuse.ts'

/** Name of our folder on a stick. */
const OWN_FOLDER = 'KetNap'

/**
 * The folder for sets on a carrier, cleared of what exports of ours left unfinished there.
 * @param code - of our office
 */
export async function readyFolder(disk: Disk, chosen: string, code: string): Promise<Result<string, Refusal>> {
  const folder = await carrierFolder(disk, chosen)
  if (!folder.ok) return fail(refuse(carrierError(folder.error)))
  await dropUnfinished(disk, folder.value, code)
  return folder
}

/**
 * The folder for sets, made if it is the one of ours on a stick.
 * @param platform - as in `process.platform`
 */
export async function carrierFolder(
  disk: Disk,
  chosen: string,
  platform: NodeJS.Platform = process.platform,
): Promise<Result<string, DiskFailure>> {
  return attempt(async () => {
    const drives = await listDrives(disk, platform)
    const stick = drives.find((drive) => drive.removal !== 'fixed' && resolve(drive.path) === resolve(chosen))
    if (stick === undefined) return chosen
    const folder = join(chosen, OWN_FOLDER)
    await ensureFolder(disk, folder)
    return folder
  })
}

/** Removes what exports of ours that were killed have left: nobody else does, and a stick fills up with it. */
async function dropUnfinished(disk: Disk, folder: string, code: string): Promise<void> {
  await tryAnyway(async () => {
    for (const { name, kind } of await disk.readdir(folder))
      if (kind === 'file' && name.startsWith(`KN1_${code}_`) && name.endsWith(PARTIAL))
        await disk.unlink(join(folder, name))
  })
}
