/**
 * Where sets go on a carrier: on a stick, which a person knows by its drive alone, into one folder of ours; in a folder
 * that was chosen by hand, right there.
 */
import { fail, type Result } from '../../shared/base/result.ts'
import type { Refusal } from '../../shared/contract/refusals.ts'
import { forgetUnfinished, unfinishedSets } from '../../db/private/unfinished.ts'
import { write } from '../../db/transaction.ts'
import { attempt } from '../disk/attempt.ts'
import type { Disk, DiskFailure } from '../disk/disk.ts'
import { listDrives } from '../disk/drives.ts'
import { ensureFolder } from '../disk/folders.ts'
import { pathRules } from '../disk/path-rules.ts'
import { carrierError } from '../bundle/fault.ts'
import type { Workplace } from '../office/workplace.ts'
import { refuse } from '../refuse.ts'
import { dropUnfinished } from './unfinished.ts'

/** Name of our folder on a stick. */
const OWN_FOLDER = 'KetNap'

/** The folder for sets on a carrier, cleared of what exports of this computer left unfinished there. */
export async function readyFolder(
  { disk, query, store }: Pick<Workplace, 'disk' | 'query' | 'store'>,
  chosen: string,
): Promise<Result<string, Refusal>> {
  const folder = await carrierFolder(disk, chosen)
  if (!folder.ok) return fail(refuse(carrierError(folder.error)))
  const gone = await dropUnfinished({ disk, root: chosen, folder: folder.value }, query(unfinishedSets))
  if (gone.length > 0) write(store, (db) => forgetUnfinished(db, gone))
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
  const paths = pathRules(platform)
  return attempt(async () => {
    const drives = await listDrives(disk, platform)
    const stick = drives.find(
      (drive) => drive.removal !== 'fixed' && paths.resolve(drive.path) === paths.resolve(chosen),
    )
    if (stick === undefined) return chosen
    const folder = paths.join(chosen, OWN_FOLDER)
    await ensureFolder(disk, folder, paths)
    return folder
  })
}
