/**
 * What lies on a carrier, by name and size: for finding sets, and for telling what has no business there.
 */
import { basename, join } from 'node:path'
import { compareText } from '../../shared/base/compare.ts'
import { attempt } from '../disk/attempt.ts'
import type { Disk, DiskEntry } from '../disk/disk.ts'
import { BundleFault, carrierError, checkSignal, unlessGone } from './fault.ts'
import { PARTIAL } from './part-writer.ts'

/** A file on the carrier. `folder`: the one it lies in; `isDeleted`: in the trash of a system. */
export type FoundFile = {
  readonly path: string
  readonly folder: string
  readonly name: string
  readonly bytes: number
  readonly isDeleted: boolean
}

/** Files and folders that were seen. */
export type Listing = {
  readonly files: readonly FoundFile[]
  readonly folders: readonly { readonly folder: string; readonly name: string }[]
  /** True when there was more than was looked at. */
  readonly isTruncated: boolean
  /**
   * True when a folder lay deeper than was looked or could not be listed, or nothing could be learnt of a file. What is
   * deleted does not count.
   */
  readonly hasUnseen: boolean
}

/**
 * How far to look. `depth`: levels below the folder given; `entries`: files and folders in all, and as many again that are
 * named as ours; `folders`: those that are opened, without ours: each costs an old disk a move of its head.
 */
export type ListLimits = {
  readonly depth?: number
  readonly entries?: number
  readonly folders?: number
  readonly signal?: AbortSignal
}

/** For a first look at a carrier, which must not take longer than a breath. */
export const AT_A_GLANCE: ListLimits = { depth: 2, entries: 2000, folders: 200 }

/** Our folder on a stick, and what it holds, by the names they have as long as nobody renames them. */
const OURS = /^(ketnap|kn1_.*)$/i

/** Folders that systems keep for themselves, closed to others; nobody puts a set there. */
const OF_A_SYSTEM = /^(system volume information|lost\+found)$/i

/** Where Windows, macOS and Linux put on a drive what a person has deleted there. */
const TRASH = /^(\$recycle\.bin|\.trashes|\.trash(-\d+)?)$/i

type Folder = { readonly path: string; readonly level: number; readonly isOurs: boolean; readonly isDeleted: boolean }

/**
 * Lists what lies in a folder and below it; nothing is opened. What is named as ours comes first at every level, then all
 * folders, then other files: thousands of photos must not hide a set that lies beside them.
 * @throws BundleFault B_STICK_GONE, B_CANCELLED
 */
export async function listFiles(
  disk: Disk,
  root: string,
  { depth = 3, entries = 5000, folders: opened = 1000, signal }: ListLimits,
): Promise<Listing> {
  const files: FoundFile[] = []
  const folders: Listing['folders'][number][] = []
  const queue: Folder[] = [{ path: root, level: 0, isOurs: true, isDeleted: false }]
  const others: Omit<FoundFile, 'path' | 'bytes'>[] = []
  const left = { ours: entries, others: entries }
  let toOpen = opened
  let isTruncated = false
  let hasUnseen = false
  const mayLook = (name: string): boolean => {
    const which = OURS.test(name) ? 'ours' : 'others'
    if (left[which]-- > 0) return true
    isTruncated = true
    return false
  }
  const look = async (file: (typeof others)[number]): Promise<void> => {
    checkSignal(signal)
    const path = join(file.folder, file.name)
    const stat = await attempt(() => disk.stat(path))
    if (stat.ok) return void files.push({ ...file, path, bytes: stat.value.bytes })
    await unlessGone(disk, stat.error, root)
    hasUnseen ||= !file.isDeleted
  }
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const { path: folder, level, isOurs, isDeleted } = next
    checkSignal(signal)
    if (!isOurs && toOpen-- <= 0) {
      isTruncated = true
      continue
    }
    const listed = await attempt(() => disk.readdir(folder))
    if (!listed.ok) {
      // Folders of the system ("System Volume Information") may be closed to us; a stick that is gone is another matter.
      if (level === 0) throw new BundleFault(carrierError(listed.error))
      await unlessGone(disk, listed.error, root)
      hasUnseen ||= !isDeleted && !OF_A_SYSTEM.test(basename(folder))
      continue
    }
    const ours: Folder[] = []
    for (const { name, kind } of [...listed.value].sort(oursFirst)) {
      if (kind === 'folder') {
        if (!mayLook(name)) continue
        folders.push({ folder, name })
        const isNamed = OURS.test(name)
        const inTrash = isDeleted || TRASH.test(name)
        const below = { path: join(folder, name), level: level + 1, isOurs: isNamed, isDeleted: inTrash }
        if (level < depth) (isNamed ? ours : queue).push(below)
        else hasUnseen ||= !inTrash && !OF_A_SYSTEM.test(name)
      }
      if (kind !== 'file' || name.endsWith(PARTIAL)) continue
      if (!OURS.test(name)) others.push({ folder, name, isDeleted })
      else if (mayLook(name)) await look({ folder, name, isDeleted })
    }
    queue.unshift(...ours)
  }
  for (const file of others) {
    if (!mayLook(file.name)) break
    await look(file)
  }
  return { files, folders, isTruncated, hasUnseen }
}

function oursFirst(a: DiskEntry, b: DiskEntry): number {
  return Number(OURS.test(b.name)) - Number(OURS.test(a.name)) || compareText(a.name, b.name)
}
