/**
 * What lies on a carrier, by name and size: for finding sets, and for telling what has no business there.
 */
import { join } from 'node:path'
import { attempt } from '../disk/attempt.ts'
import type { Disk } from '../disk/disk.ts'
import { BundleFault, carrierError, checkSignal } from './fault.ts'
import { PARTIAL } from './part-writer.ts'

/** A file on the carrier. `folder`: the one it lies in. */
export type FoundFile = {
  readonly path: string
  readonly folder: string
  readonly name: string
  readonly bytes: number
}

/** Files and folders that were seen. */
export type Listing = {
  readonly files: readonly FoundFile[]
  readonly folders: readonly { readonly folder: string; readonly name: string }[]
  /** True when there was more than was looked at. */
  readonly isTruncated: boolean
}

/** How far to look: folders below the one given, and entries in all. */
export type ListLimits = { readonly depth?: number; readonly entries?: number; readonly signal?: AbortSignal }

/**
 * Lists what lies in a folder and below it; nothing is opened.
 * @throws BundleFault B_STICK_GONE, B_CANCELLED
 */
export async function listFiles(
  disk: Disk,
  root: string,
  { depth = 3, entries = 5000, signal }: ListLimits,
): Promise<Listing> {
  const files: FoundFile[] = []
  const folders: Listing['folders'][number][] = []
  const queue: { readonly path: string; readonly level: number }[] = [{ path: root, level: 0 }]
  let seen = 0
  for (const { path: folder, level } of queue) {
    checkSignal(signal)
    const listed = await attempt(() => disk.readdir(folder))
    if (!listed.ok) {
      // Folders of the system ("System Volume Information") may be closed to us; a stick that is gone is another matter.
      if (level > 0 && listed.error.code !== 'DISK_GONE') continue
      throw new BundleFault(carrierError(listed.error))
    }
    for (const { name, kind } of [...listed.value].sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (++seen > entries) return { files, folders, isTruncated: true }
      const path = join(folder, name)
      if (kind === 'folder') folders.push({ folder, name })
      if (kind === 'folder' && level < depth) queue.push({ path, level: level + 1 })
      if (kind !== 'file' || name.endsWith(PARTIAL)) continue
      const stat = await attempt(() => disk.stat(path))
      if (stat.ok) files.push({ path, folder, name, bytes: stat.value.bytes })
      else if (stat.error.code === 'DISK_GONE') throw new BundleFault(carrierError(stat.error))
    }
  }
  return { files, folders, isTruncated: false }
}
