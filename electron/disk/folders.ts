/**
 * Making and clearing folders so that they survive a power cut: a new folder is only there for good once its parent has
 * been synced.
 */
import { join, type PlatformPath } from 'node:path'
import { unlessMissing } from './attempt.ts'
import { DiskError } from './disk.ts'
import type { Disk } from './disk.ts'
import { pathRules } from './path-rules.ts'

/**
 * Makes a folder and what is missing above it, and syncs the parents, also of a folder that was already there: an
 * earlier attempt may have made it and failed before the sync.
 * @param paths - how paths are written
 * @throws DiskError
 */
export async function ensureFolder(
  disk: Disk,
  path: string,
  paths: Pick<PlatformPath, 'dirname'> = pathRules(process.platform),
): Promise<void> {
  const { dirname } = paths
  const found = await unlessMissing(() => disk.stat(path))
  if (found === undefined) {
    const parent = dirname(path)
    if (parent !== path && (await unlessMissing(() => disk.stat(parent))) === undefined) {
      await ensureFolder(disk, parent, paths)
    }
    await makeFolder(disk, path)
  }
  if (dirname(path) !== path) await disk.fsyncDir(dirname(path))
}

/**
 * Makes one folder unless it is there, and syncs nothing: for many at once, whose parent the caller then syncs.
 * @throws DiskError
 */
export async function makeFolder(disk: Disk, path: string): Promise<void> {
  try {
    await disk.mkdir(path)
  } catch (error) {
    // Another thread may have made it between the look and the step.
    if (!(error instanceof DiskError && error.failure.errno === 'EEXIST')) throw error
  }
}

/**
 * Removes every file in a folder, one level deep, and syncs it; the folder stays.
 * @returns how many files were removed; 0 if the folder is not there.
 * @throws DiskError
 */
export async function emptyFolder(disk: Disk, folder: string, kept: ReadonlySet<string> = new Set()): Promise<number> {
  const entries = (await unlessMissing(() => disk.readdir(folder))) ?? []
  const files = entries.filter(({ kind, name }) => kind === 'file' && !kept.has(name))
  for (const entry of files) await disk.unlink(join(folder, entry.name))
  if (files.length > 0) await disk.fsyncDir(folder)
  return files.length
}

/** Removes a folder of ours with everything in it; does nothing where it is not there. */
export async function removeTree(disk: Disk, folder: string): Promise<void> {
  const entries = await unlessMissing(() => disk.readdir(folder))
  if (entries === undefined) return
  for (const { name, kind } of entries) {
    const path = join(folder, name)
    await (kind === 'folder' ? removeTree(disk, path) : disk.unlink(path))
  }
  await disk.rmdir(folder)
}
