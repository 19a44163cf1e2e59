/** Where sets go: into a folder of ours on a stick, right into a folder chosen by hand. */
import { expect, test } from 'vitest'
import { carrierFolder } from '../../../electron/exchange/carrier.ts'
import { DiskError, type Disk } from '../../../electron/disk/disk.ts'
import { createFakeDisk } from '../../support/fake-disk.ts'
import { withStickAt } from '../../support/known-stick.ts'

const STICK = '/media/an/USB'

function diskWithStick(): Disk {
  const disk = createFakeDisk()
  for (const path of [`${STICK}/hồ sơ/x`, '/home/an/x']) disk.plant(path, Buffer.from('x'))
  return withStickAt(disk, STICK)
}

test('on a stick they go into one folder of ours, made the first time', async () => {
  const disk = diskWithStick()
  expect(await carrierFolder(disk, STICK, 'linux')).toEqual({ ok: true, value: `${STICK}/KetNap` })
  expect(await disk.stat(`${STICK}/KetNap`)).toMatchObject({ kind: 'folder' })
  expect(await carrierFolder(disk, `${STICK}/`, 'linux')).toEqual({ ok: true, value: `${STICK}/KetNap` })
})

test('in any other folder, also one on a stick, they go right there', async () => {
  const disk = diskWithStick()
  for (const folder of [`${STICK}/hồ sơ`, '/home/an'])
    expect(await carrierFolder(disk, folder, 'linux')).toEqual({ ok: true, value: folder })
  expect((await disk.readdir('/home/an')).map(({ name }) => name)).toEqual(['x'])
})

/** A computer with one drive, on which nothing lies yet: what is made there is told. */
function diskWithDrive(root: string, others: readonly string[]): { disk: Disk; made: readonly string[] } {
  const made: string[] = []
  const isThere = (path: string) => path === root || others.includes(path) || made.includes(path)
  const missing = (operation: 'stat', path: string) =>
    new DiskError({ code: 'DISK_MISSING', operation, path, errno: 'ENOENT' })
  const disk: Disk = {
    ...createFakeDisk(),
    stat: async (path) => {
      if (!isThere(path)) throw missing('stat', path)
      return { kind: 'folder', bytes: 0, device: path.startsWith(root) ? 7 : 1, writtenMs: 0 }
    },
    statfs: async () => ({ free: 1000, total: 4000 }),
    realpath: async (path) => path,
    readdir: async () => [{ name: 'X', kind: 'folder' }],
    mkdir: async (path) => void made.push(path),
    fsyncDir: async (path) => {
      if (!isThere(path)) throw missing('stat', path)
    },
  }
  return { disk, made }
}

test.each([
  ['win32', 'E:\\', 'E:\\KetNap', ['E:\\Hồ sơ', 'C:\\', 'C:\\Users\\An']],
  ['darwin', '/Volumes/X', '/Volumes/X/KetNap', ['/Volumes/X/Hồ sơ', '/', '/Volumes', '/Users/an']],
] as const)('on %s a drive gets the folder of ours once, and a folder none', async (platform, root, ours, others) => {
  const { disk, made } = diskWithDrive(root, others)
  expect(await carrierFolder(disk, root, platform)).toEqual({ ok: true, value: ours })
  expect(await carrierFolder(disk, root, platform)).toEqual({ ok: true, value: ours })
  expect(made).toEqual([ours])
  for (const folder of others) expect(await carrierFolder(disk, folder, platform)).toEqual({ ok: true, value: folder })
  expect(made).toEqual([ours])
})
