/** Whether a drive is locked, found out where the system does not say it, with nothing left behind. */
import { expect, test } from 'vitest'
import { DiskError, type Disk } from '../../../../electron/disk/disk.ts'
import { refusesWriting } from '../../../../electron/disk/write-probe.ts'
import { lookAtCarrier } from '../../../../electron/exchange/look-at-carrier.ts'
import { carrierWords } from '../../../../shared/words/vi.ts'
import { createFakeDisk } from '../../../support/fake-disk.ts'

const STICK = '/Volumes/USB'

/** A stick with a file of somebody's on it, and what was opened to be written. `errno`: how that is refused. */
function stick(errno?: 'EROFS' | 'EPERM' | 'ENOSPC' | 'EIO') {
  const fake = createFakeDisk()
  fake.plant(`${STICK}/Danh sách.xlsx`, Buffer.from('x'))
  const tried: string[] = []
  const codes = { EROFS: 'DISK_READ_ONLY', EPERM: 'DISK_READ_ONLY', ENOSPC: 'DISK_FULL', EIO: 'DISK_GONE' } as const
  const disk: Disk = {
    ...fake,
    open: async (path, mode) => {
      if (mode === 'create') tried.push(path)
      if (mode === 'create' && errno !== undefined)
        throw new DiskError({ code: codes[errno], operation: 'open', path, errno })
      return fake.open(path, mode)
    },
  }
  return { disk, fake, tried, lying: () => fake.paths() }
}

test.each(['win32', 'darwin'] as const)(
  'on %s a locked stick is told before anything is exported',
  async (platform) => {
    for (const errno of ['EROFS', 'EPERM'] as const) {
      const { disk, lying } = stick(errno)
      const look = await lookAtCarrier(disk, STICK, platform, true)
      expect(look).toMatchObject({ ok: true, value: { isReadOnly: true } })
      if (look.ok) expect(carrierWords(look.value, 'sets')[0]?.text).toContain('Ổ này đang khóa ghi')
      expect(lying()).toEqual([`${STICK}/Danh sách.xlsx`])
    }
  },
)

test('a stick that can be written is tried once, and nothing is left on it; another one at the same place is tried anew', async () => {
  const { disk, fake, tried, lying } = stick()
  for (let look = 0; look < 3; look += 1)
    expect(await lookAtCarrier(disk, STICK, 'win32', true)).toMatchObject({ ok: true, value: { isReadOnly: false } })
  expect(tried).toHaveLength(1)
  expect(tried[0]).toMatch(/\/KetNap\.[0-9a-f]{8}\.partial$/)
  expect(lying()).toEqual([`${STICK}/Danh sách.xlsx`])
  const stat = disk.stat
  disk.stat = async (path) => ({ ...(await stat(path)), device: 77 })
  expect(await refusesWriting(disk, STICK)).toBe(false)
  expect(tried).toHaveLength(2)
  expect(fake.peek(`${STICK}/Danh sách.xlsx`)).toEqual(Buffer.from('x'))
})

test('a locked stick is tried again: its switch may have been moved', async () => {
  const { disk, fake, tried } = stick('EROFS')
  expect(await refusesWriting(disk, STICK)).toBe(true)
  disk.open = fake.open
  expect(await refusesWriting(disk, STICK)).toBe(false)
  expect(tried).toHaveLength(1)
})

test('a full stick, or one that was pulled, is not called locked', async () => {
  for (const errno of ['ENOSPC', 'EIO'] as const) expect(await refusesWriting(stick(errno).disk, STICK)).toBe(false)
  expect(await refusesWriting(stick().disk, '/Volumes/RUT')).toBe(false)
})

test('whoever only looks, and whoever is told by the table of mounts, tries nothing', async () => {
  const { disk, tried } = stick('EROFS')
  expect(await lookAtCarrier(disk, STICK, 'win32')).toMatchObject({ ok: true, value: { isReadOnly: false } })
  expect(await lookAtCarrier(disk, STICK, 'linux', true)).toMatchObject({ ok: true, value: { isReadOnly: false } })
  expect(tried).toEqual([])
})

test('what a try that was cut short has left is taken away by the next, and no file of anybody', async () => {
  const { disk, fake, lying } = stick()
  fake.plant(`${STICK}/KetNap.0123abcd.partial`, Buffer.alloc(0))
  fake.plant(`${STICK}/KetNap.txt`, Buffer.from('x'))
  fake.plant(`${STICK}/Sổ.0123abcd.partial`, Buffer.from('x'))
  expect(await refusesWriting(disk, STICK)).toBe(false)
  expect(lying().toSorted()).toEqual(
    ['Danh sách.xlsx', 'KetNap.txt', 'Sổ.0123abcd.partial'].map((name) => `${STICK}/${name}`).toSorted(),
  )
})
