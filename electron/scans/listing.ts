/**
 * The keyed names of all scans that have a file: one look at the folder instead of a question per scan.
 */
import { join } from 'node:path'
import { unlessMissing } from '../disk/attempt.ts'
import type { Disk } from '../disk/disk.ts'
import { scansFolder } from './sealed-files.ts'

/** Keyed names, 64 hex digits each. @param folder - the data folder */
export async function readdirNames(disk: Disk, folder: string): Promise<ReadonlySet<string>> {
  const names = new Set<string>()
  const root = scansFolder(folder)
  const shelves = (await unlessMissing(() => disk.readdir(root))) ?? []
  for (const shelf of shelves) {
    if (shelf.kind !== 'folder' || shelf.name.length !== 2) continue
    for (const file of (await unlessMissing(() => disk.readdir(join(root, shelf.name)))) ?? [])
      if (file.kind === 'file' && file.name.length === 62) names.add(shelf.name + file.name)
  }
  return names
}
