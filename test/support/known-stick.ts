/**
 * A disk on which the system calls one folder a stick: what Linux says of mounts and of what can be pulled out comes from
 * here, everything else from the disk that is given.
 */
import type { Disk } from '../../electron/disk/disk.ts'
import { createFakeDisk } from './fake-disk.ts'

/** @param folder - where the stick is mounted; without spaces */
export function withStickAt(disk: Disk, folder: string): Disk {
  const system = createFakeDisk()
  const plant = (path: string, text: string) => system.plant(path, Buffer.from(text))
  plant('/proc/self/mountinfo', `25 1 8:2 / / rw - ext4 /dev/sda2 rw\n36 25 8:17 / ${folder} rw - vfat /dev/sdb1 rw\n`)
  plant('/sys/devices/usb1/block/sdb/removable', '1\n')
  const at = (path: string): Disk => (/^\/(proc|sys)\//.test(path) ? system : disk)
  return {
    ...disk,
    open: (path, mode) => at(path).open(path, mode),
    stat: (path) => at(path).stat(path),
    readdir: (path) => at(path).readdir(path),
    realpath: async (path) =>
      path === '/sys/dev/block/8:17' ? '/sys/devices/usb1/block/sdb/sdb1' : at(path).realpath(path),
  }
}
