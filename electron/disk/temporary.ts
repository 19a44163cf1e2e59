/**
 * Names of files that are not finished. One pattern for the whole program, so that what a crash leaves behind is known
 * by its name alone and can be swept away anywhere, also on a stick.
 */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { unlessMissing } from './attempt.ts'
import type { Disk } from './disk.ts'

const pattern = /\.[0-9a-f]{8}\.partial$/

/** A fresh temporary name beside `path`, in the same folder: `<name>.<8 hex>.partial`. */
export function temporaryNameFor(path: string): string {
  return `${path}.${randomBytes(4).toString('hex')}.partial`
}

/** Was this file name made by `temporaryNameFor`? */
export function isTemporaryName(name: string): boolean {
  return pattern.test(name)
}

/** The name that one made by `temporaryNameFor` stands in for; null for any other. */
export function nameBehind(name: string): string | null {
  return isTemporaryName(name) ? name.replace(pattern, '') : null
}

/**
 * Removes what interrupted writes left in one folder (not below it).
 * @returns how many files were removed; 0 if the folder is not there.
 * @throws DiskError
 */
export async function sweepTemporary(disk: Disk, folder: string): Promise<number> {
  const entries = (await unlessMissing(() => disk.readdir(folder))) ?? []
  const leftovers = entries.filter((entry) => entry.kind === 'file' && isTemporaryName(entry.name))
  for (const entry of leftovers) await disk.unlink(join(folder, entry.name))
  if (leftovers.length > 0) await disk.fsyncDir(folder)
  return leftovers.length
}
