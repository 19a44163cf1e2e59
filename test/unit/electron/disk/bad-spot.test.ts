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

test('a file is bad that fails a second time, while the rest is there', async () => {
  const disk = createFakeDisk()
  disk.plant(PATH, Buffer.from('a'))
  expect(await isBadFile(disk, failure('EIO'), PATH, '/data')).toBe(false)
  disk.breakDown({ failAt: { operation: 1, errno: 'EIO' } })
  expect(await isBadFile(disk, failure('EIO'), PATH, '/data')).toBe(true)
  disk.breakDown({ failFrom: { operation: 1, errno: 'EIO' } })
  expect(await isBadFile(disk, failure('EIO'), PATH, '/data')).toBe(false)
})
