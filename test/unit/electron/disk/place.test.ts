/** Where the data folder may lie, and which drives are offered, from mount tables as Linux writes them. */
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DiskError } from '../../../../electron/disk/disk.ts'
import type { Disk, DiskFile } from '../../../../electron/disk/disk.ts'
import { listDrives } from '../../../../electron/disk/drives.ts'
import { mountOf, parseMounts, pluggingOf, removalOf } from '../../../../electron/disk/mounts.ts'
import { nodeDisk } from '../../../../electron/disk/node-disk.ts'
import { judgeDataFolder, judgePlace } from '../../../../electron/disk/place.ts'
import { isCarried } from '../../../../electron/disk/removable.ts'

const table = `22 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw
23 22 0:21 / /proc rw,nosuid - proc proc rw
30 22 8:17 / /media/an/USB\\040ĐẢNG\\040ỦY rw,nosuid shared:9 - vfat /dev/sdb1 rw
31 22 8:33 / /mnt/backup ro,nosuid - ext4 /dev/sdc1 ro
32 22 0:44 / /srv/share rw - cifs //server/share rw
33 22 0:45 / /home/an/cloud rw - fuse.rclone gdrive: rw
34 22 0:46 / /data rw - overlay overlay rw
35 22 0:47 / /run/user/0 rw - tmpfs tmpfs rw
`
const mounts = parseMounts(table)

/** A disk that holds the few files of /proc and /sys that are looked at. */
function systemOf(texts: Readonly<Record<string, string>>, links: Readonly<Record<string, string>>): Disk {
  const missing = (operation: 'open' | 'realpath' | 'readdir' | 'stat', path: string): never => {
    throw new DiskError({ code: 'DISK_MISSING', operation, path, errno: 'ENOENT' })
  }
  const fileOf = (text: string): DiskFile => ({
    read: async (target, position) => {
      const piece = Buffer.from(text).subarray(position, position + target.length)
      target.set(piece)
      return piece.length
    },
    write: () => Promise.reject(new Error('read-only')),
    sync: async () => undefined,
    close: async () => undefined,
  })
  return {
    ...nodeDisk,
    open: async (path) => fileOf(texts[path] ?? missing('open', path)),
    realpath: async (path) => links[path] ?? missing('realpath', path),
    readdir: async (path) => missing('readdir', path),
    stat: async (path) => ({ kind: 'folder', bytes: 0, device: path.length, writtenMs: 0 }),
    statfs: async () => ({ free: 1000, total: 4000 }),
  }
}

const stickAndUsbDisk = systemOf(
  {
    '/proc/self/mountinfo': table,
    '/sys/devices/pci0/usb1/1-1/block/sdb/removable': '1\n',
    '/sys/devices/pci0/usb1/1-1/block/sdb/diskseq': '23\n',
  },
  {
    '/sys/dev/block/8:17': '/sys/devices/pci0/usb1/1-1/block/sdb/sdb1',
    '/sys/dev/block/8:33': '/sys/devices/pci0/usb2/2-1/block/sdc/sdc1',
    '/sys/dev/block/8:2': '/sys/devices/pci0/ata1/block/sda/sda2',
  },
)

describe('the mount table', () => {
  it('is read with its escaped names, and the longest mount point above a path is found', () => {
    expect(mounts).toHaveLength(8)
    expect(mountOf(mounts, '/media/an/USB ĐẢNG ỦY/KetNap')).toMatchObject({ device: '8:17', fileSystem: 'vfat' })
    expect(mountOf(mounts, '/media/an/USB ĐẢNG ỦY 2')).toMatchObject({ path: '/' })
    expect(mountOf(mounts, '/mnt/backup')).toMatchObject({ readOnly: true })
  })

  it('leads to whether a disk can be pulled out', async () => {
    expect(await removalOf(stickAndUsbDisk, { device: '8:17', source: '/dev/sdb1' })).toBe('removable')
    expect(await removalOf(stickAndUsbDisk, { device: '8:33', source: '/dev/sdc1' })).toBe('usb')
    expect(await removalOf(stickAndUsbDisk, { device: '8:2', source: '/dev/sda2' })).toBe('fixed')
    expect(await removalOf(stickAndUsbDisk, { device: '0:46', source: 'overlay' })).toBe('fixed')
  })
})

describe('which plugging in of a disk it is', () => {
  it('stands beside the disk of a partition, and is not told by an older Linux', async () => {
    expect(await pluggingOf(stickAndUsbDisk, { device: '8:17', source: '/dev/sdb1' })).toBe(23)
    expect(await pluggingOf(stickAndUsbDisk, { device: '8:33', source: '/dev/sdc1' })).toBeUndefined()
    expect(await pluggingOf(stickAndUsbDisk, { device: '0:46', source: 'overlay' })).toBeUndefined()
  })
})

describe('a data folder', () => {
  const judged = (path: string, removal: 'fixed' | 'usb' | 'removable' = 'fixed'): string => {
    const verdict = judgePlace({ path, mount: mountOf(mounts, path), removal })
    return verdict.ok ? 'fine' : verdict.error.code
  }

  it.each([
    '/home/an/ket-nap',
    '/data/ket-nap',
    '/run/user/0/x',
    'C:\\KetNap',
    '\\\\?\\C:\\KetNap',
    '/home/boxer/onedriver',
  ])('may lie at %s', (path) => expect(judged(path)).toBe('fine'))

  it.each(['/srv/share/x', '/home/an/cloud/x', '\\\\server\\share\\x', '//server/share', '\\\\?\\UNC\\server\\share'])(
    'is refused on the network: %s',
    (path) => expect(judged(path)).toBe('PLACE_NETWORK'),
  )

  it.each([
    ['C:\\Users\\An\\OneDrive - Đảng ủy xã\\KetNap', 'OneDrive'],
    ['C:\\Users\\An\\OneDrive\\Documents', 'OneDrive'],
    ['/home/an/Dropbox/x', 'Dropbox'],
    ['G:\\My Drive\\x', 'Google Drive'],
    ['G:\\Drive của tôi'.normalize('NFD'), 'Google Drive'],
    ['/Users/an/Library/Mobile Documents/com~apple~CloudDocs', 'iCloud Drive'],
  ])('is refused in a cloud folder: %s', (path, service) => {
    const verdict = judgePlace({ path, mount: undefined, removal: 'fixed' })
    expect(verdict).toMatchObject({ ok: false, error: { code: 'PLACE_CLOUD', service } })
  })

  it('is refused on a stick, by its file system or because it can be pulled out', () => {
    expect(judged('/media/an/USB ĐẢNG ỦY/x')).toBe('PLACE_REMOVABLE')
    expect(judged('/mnt/backup', 'usb')).toBe('PLACE_REMOVABLE')
    expect(judged('/mnt/backup', 'fixed')).toBe('fine')
    expect(judged('/home', 'usb'), 'the disk the system itself runs from').toBe('fine')
  })

  it('is judged where it really lies, also before it is made', async () => {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'ket-nap-place-')))
    try {
      expect(await judgeDataFolder(join(folder, 'new', 'data'))).toEqual({
        ok: true,
        value: join(folder, 'new', 'data'),
      })
    } finally {
      rmSync(folder, { recursive: true })
    }
    const linked = systemOf({ '/proc/self/mountinfo': table }, { '/home/an/link': '/srv/share' })
    expect(await judgeDataFolder('/home/an/link/data', linked)).toMatchObject({
      ok: false,
      error: { code: 'PLACE_NETWORK', path: '/srv/share/data', fileSystem: 'cifs' },
    })
  })
})

describe('drives', () => {
  it('on Linux are the sticks first, then other disks mounted for use', async () => {
    const drives = await listDrives(stickAndUsbDisk, 'linux')
    expect(drives.map(({ path, removal, readOnly }) => [path, removal, readOnly])).toEqual([
      ['/media/an/USB ĐẢNG ỦY', 'removable', false],
      ['/mnt/backup', 'usb', true],
    ])
    expect(drives[0]).toMatchObject({ label: 'USB ĐẢNG ỦY', fileSystem: 'vfat', space: { free: 1000, total: 4000 } })
    expect(drives.map(({ plugging }) => plugging)).toEqual([23, undefined])
  })

  it('on Windows are the letters that answer', async () => {
    const windows: Disk = {
      ...stickAndUsbDisk,
      stat: async (path) => {
        if (path !== 'E:\\') throw new DiskError({ code: 'DISK_MISSING', operation: 'stat', path, errno: 'ENOENT' })
        return { kind: 'folder', bytes: 0, device: 5, writtenMs: 0 }
      },
    }
    const drives = await listDrives(windows, 'win32')
    expect(drives.map(({ path, removal, device }) => [path, removal, device])).toEqual([['E:\\', 'unknown', 5]])
  })

  it('on macOS are the volumes, but not the disk the system starts from', async () => {
    const mac: Disk = {
      ...stickAndUsbDisk,
      // As `ls -F /Volumes` shows it: the system's own disk is a link to the root.
      readdir: async () => [
        { name: 'Macintosh HD', kind: 'other' },
        { name: 'USB ĐẢNG ỦY', kind: 'folder' },
        { name: '.timemachine', kind: 'folder' },
        // Left behind by a stick that was pulled: a folder of the system's own disk.
        { name: 'USB CŨ', kind: 'folder' },
      ],
      stat: async (path) => {
        if (path.includes('.timemachine'))
          throw new DiskError({ code: 'DISK_OTHER', operation: 'stat', path, errno: 'EPERM' })
        return { kind: 'folder', bytes: 0, device: path === '/Volumes/USB ĐẢNG ỦY' ? 7 : 1, writtenMs: 0 }
      },
    }
    const drives = await listDrives(mac, 'darwin')
    expect(drives.map(({ path, label, removal }) => [path, label, removal])).toEqual([
      ['/Volumes/USB ĐẢNG ỦY', 'USB ĐẢNG ỦY', 'unknown'],
    ])
  })

  it('of this computer can be listed without a failure', async () => {
    for (const { path, device } of await listDrives(nodeDisk)) expect((await nodeDisk.stat(path)).device).toBe(device)
  })
})

describe('a file in clear', () => {
  it('is said to be carried away on a stick, not on the own disk, and left open on another letter of Windows', async () => {
    const of = (path: string, platform: NodeJS.Platform = 'linux') => isCarried(stickAndUsbDisk, path, platform)
    expect(await of('/media/an/USB ĐẢNG ỦY/nghi-quyet.docx')).toBe('yes')
    expect(await of('/home/an/nghi-quyet.docx')).toBe('no')
    expect(await of('/Volumes/USB/nghi-quyet.docx', 'darwin')).toBe('unknown')
    for (const path of ['D:\\nghi-quyet.docx', 'E:\\KetNap\\nghi-quyet.docx', '\\\\may-chu\\c\\nghi-quyet.docx'])
      expect(await of(path, 'win32'), path).toBe('unknown')
    for (const path of ['C:\\nghi-quyet.docx', 'c:\\Users\\An\\nghi-quyet.docx', 'C:/Users/An/nghi-quyet.docx'])
      expect(await of(path, 'win32'), path).toBe('no')
  })
})
