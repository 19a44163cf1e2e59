/** A disk that works but for some files or folders, which lie on bad sectors. */
import { DiskError, type Disk, type DiskOperation } from '../../electron/disk/disk.ts'
import { nodeDisk } from '../../electron/disk/node-disk.ts'

/** What cannot be read of a bad file: its bytes, or so much as its size. */
export type Depth = 'bytes' | 'entry'

/** The computer's own disk, on which the files and folders that are picked out cannot be read. */
export function diskWithBadSpots(isBad: (path: string) => boolean, depth: Depth = 'bytes'): Disk {
  const orFail = async <T>(operation: DiskOperation, path: string, work: () => Promise<T>): Promise<T> => {
    if (isBad(path)) throw new DiskError({ code: 'DISK_GONE', operation, path, errno: 'EIO' })
    return work()
  }
  return {
    ...nodeDisk,
    readdir: (path) => orFail('readdir', path, () => nodeDisk.readdir(path)),
    stat: (path) => (depth === 'bytes' ? nodeDisk.stat(path) : orFail('stat', path, () => nodeDisk.stat(path))),
    open: async (path, mode) => {
      if (depth === 'entry' && mode === 'read') return orFail('open', path, () => nodeDisk.open(path, mode))
      const file = await nodeDisk.open(path, mode)
      return { ...file, read: (target, position) => orFail('read', path, () => file.read(target, position)) }
    },
  }
}
