/**
 * Where sets lie that this computer has written: a stick that is plugged in again may be at another letter, or be another
 * stick. Told by what their labels hold, whatever the files are called; nothing is hashed, so that every drive that comes
 * can be looked at.
 */
import { ok, fail, type Result } from '../../shared/base/result.ts'
import { labelHash } from '../../shared/bundle/label.ts'
import type { Refusal } from '../../shared/contract/refusals.ts'
import { findSets } from '../bundle/find-sets.ts'
import { AT_A_GLANCE } from '../bundle/list-files.ts'
import type { Disk } from '../disk/disk.ts'
import { refuse } from '../refuse.ts'

/**
 * Looks for sets.
 * @param folder - the root of a stick, or any folder
 * @param labels - hashes of their labels
 * @returns the folder they lie in, the one given where they lie in several, null where none of them was seen there
 *   (`isPartial`: not all that may hold one could be looked at); or the refusal of a place that is gone
 */
export async function whereSetsLie(
  disk: Disk,
  folder: string,
  labels: readonly string[],
): Promise<Result<{ readonly folder: string | null; readonly isPartial: boolean }, Refusal>> {
  const found = await findSets(disk, folder, AT_A_GLANCE)
  if (!found.ok) return fail(refuse(found.error))
  const { sets, hasUnseen, isTruncated } = found.value
  const folders = new Set(
    sets.filter(({ lines }) => labels.includes(labelHash(lines))).map(({ label }) => label.folder),
  )
  const [only = null] = folders
  return ok({ folder: folders.size > 1 ? folder : only, isPartial: only === null && (hasUnseen || isTruncated) })
}
