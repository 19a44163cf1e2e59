/**
 * The computer's own disk, on which reads past the cache are to be had everywhere and count the same in every run: ordinary
 * ones, in pieces as short as a system may hand them out. At the n-th of them it fails once, or a bit comes back turned over;
 * where the file ends, a byte is read that is not there. All other operations work.
 */
import { DiskError, diskCodeOf, type Disk } from '../../electron/disk/disk.ts'
import { nodeDisk } from '../../electron/disk/node-disk.ts'

/** Bytes that such a read gives at the most. */
export const PIECE = 4096

/** What goes wrong, at which read past the cache, counted from 1. */
export type DirectFault = { readonly at: number; readonly way: 'EIO' | 'ENODEV' | 'turned' }

/** The disk, and how many reads past the cache it has seen since the last `plan`. */
export type DirectReads = {
  readonly disk: Disk
  /** Starts to count anew; without a fault everything works. */
  readonly plan: (fault?: DirectFault) => void
  readonly seen: () => number
}

/** A healthy disk until a fault is planned. */
export function directReads(): DirectReads {
  let seen = 0
  let fault: DirectFault | undefined
  const disk: Disk = {
    ...nodeDisk,
    open: async (path, mode) => {
      if (mode !== 'read-direct') return nodeDisk.open(path, mode)
      const file = await nodeDisk.open(path, 'read')
      return {
        ...file,
        read: async (target, position) => {
          seen += 1
          const way = fault?.at === seen ? fault.way : null
          if (way !== null && way !== 'turned')
            throw new DiskError({ code: diskCodeOf(way, 'read'), operation: 'read', path, errno: way })
          const count = await file.read(target.subarray(0, PIECE), position)
          if (way === null) return count
          target[count >> 1] = (target[count >> 1] ?? 0) ^ 0x10
          return Math.max(count, 1)
        },
      }
    },
  }
  return {
    disk,
    plan: (next) => {
      fault = next
      seen = 0
    },
    seen: () => seen,
  }
}
