/** Files that another program holds for the moment, as a virus scanner does on Windows. */
import { DiskError, type Disk } from '../../electron/disk/disk.ts'
import { nodeDisk } from '../../electron/disk/node-disk.ts'

/** Opens the files of a disk but for those that are held. */
export function openUnlessHeld(isHeld: (path: string) => boolean, disk: Disk = nodeDisk): Disk['open'] {
  return async (path, mode) => {
    if (isHeld(path)) throw new DiskError({ code: 'DISK_HELD', operation: 'open', path, errno: 'EBUSY' })
    return disk.open(path, mode)
  }
}
