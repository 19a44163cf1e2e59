/** Where sets go: into a folder of ours on a stick, right into a folder chosen by hand. */
import { expect, test } from 'vitest'
import { carrierFolder } from '../../../electron/exchange/carrier.ts'
import type { Disk } from '../../../electron/disk/disk.ts'
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
