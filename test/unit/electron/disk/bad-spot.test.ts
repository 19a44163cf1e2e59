/** Telling a file that cannot be read from a disk that is gone, of which the systems say the same. */
import { expect, test } from 'vitest'
import { isBadFile, isOfASpot } from '../../../../electron/disk/bad-spot.ts'
import type { DiskFailure } from '../../../../electron/disk/disk.ts'
import { createFakeDisk } from '../../../support/fake-disk.ts'

const PATH = '/data/a.pdf'

function failure(errno: string): DiskFailure {
  return { code: errno === 'UNKNOWN' ? 'DISK_OTHER' : 'DISK_GONE', operation: 'read', path: PATH, errno }
}

test('what Linux and Windows say of a bad sector is that of a spot while its folder is listed, and no longer', async () => {
  const disk = createFakeDisk()
  disk.plant(PATH, Buffer.from('a'))
  for (const errno of ['EIO', 'UNKNOWN']) {
    disk.breakDown({})
    expect(await isOfASpot(disk, failure(errno), '/data')).toBe(true)
    disk.breakDown({ failFrom: { operation: 1, errno } })
    expect(await isOfASpot(disk, failure(errno), '/data')).toBe(false)
  }
})

test('a device that the system has let go of is never a spot', async () => {
  const disk = createFakeDisk()
  disk.plant(PATH, Buffer.from('a'))
  for (const errno of ['ENODEV', 'ENXIO', 'ENOTCONN'])
    expect([
      await isOfASpot(disk, failure(errno), '/data'),
      await isBadFile(disk, failure(errno), PATH, '/data'),
    ]).toEqual([false, false])
})

test('a stick of which Linux lists a folder from memory after it was pulled out has no bad spot', async () => {
  const disk = createFakeDisk()
  disk.plant('/media/usb/KN1.tar.age.001', Buffer.from('a'))
  disk.plant('/proc/self/mountinfo', Buffer.from('36 25 8:17 / /media/usb rw - vfat /dev/sdb1 rw\n'))
  const isSpot = () => isOfASpot(disk, failure('EIO'), '/media/usb')
  expect(await isSpot()).toBe(true)
  disk.plant('/sys/dev/block/8:2', Buffer.from(''))
  expect(await isSpot()).toBe(false)
  disk.plant('/sys/dev/block/8:17', Buffer.from(''))
  expect(await isSpot()).toBe(true)
})

test('a folder that lies on no disk of its own, as of another computer, is judged by its list alone', async () => {
  const disk = createFakeDisk()
  disk.plant(PATH, Buffer.from('a'))
  disk.plant('/proc/self/mountinfo', Buffer.from('36 25 0:52 / /data rw - cifs //server/data rw\n'))
  disk.plant('/sys/dev/block/8:2', Buffer.from(''))
  expect(await isOfASpot(disk, failure('EIO'), '/data')).toBe(true)
})

test('a file is bad that fails a second time, while the rest is there', async () => {
  const disk = createFakeDisk()
  disk.plant(PATH, Buffer.from('a'))
  expect(await isBadFile(disk, failure('EIO'), PATH, '/data')).toBe(false)
  disk.breakDown({ failAt: { operation: 1, errno: 'EIO' } })
  expect(await isBadFile(disk, failure('EIO'), PATH, '/data')).toBe(true)
  disk.breakDown({ failFrom: { operation: 1, errno: 'EIO' } })
  expect(await isBadFile(disk, failure('EIO'), PATH, '/data')).toBe(false)
})
