/** Where sets go: into a folder of ours on a stick, right into a folder chosen by hand. */
import { expect, test } from 'vitest'
import { carrierFolder } from '../../../electron/exchange/carrier.ts'
import type { Disk } from '../../../electron/disk/disk.ts'
import { createFakeDisk } from '../../support/fake-disk.ts'

const STICK = '/media/an/USB'

function diskWithStick(): Disk {
  const disk = createFakeDisk()
  const plant = (path: string, text: string) => disk.plant(path, Buffer.from(text))
  plant(
    '/proc/self/mountinfo',
    `36 25 8:17 / ${STICK} rw - vfat /dev/sdb1 rw\n37 25 8:2 / /home rw - ext4 /dev/sda2 rw\n`,
  )
  plant('/sys/devices/usb1/block/sdb/removable', '1\n')
  plant(`${STICK}/hồ sơ/x`, 'x')
  plant('/home/an/x', 'x')
  return {
    ...disk,
    realpath: async (path) => (path === '/sys/dev/block/8:17' ? '/sys/devices/usb1/block/sdb/sdb1' : path),
  }
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
