/** What a killed export of this computer has left goes with the next one; whatever might be of use to anybody stays. */
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { noteUnfinished, unfinishedSets } from '../../../db/private/unfinished.ts'
import { printLabel } from '../../../shared/bundle/label.ts'
import { dropUnfinished } from '../../../electron/exchange/unfinished.ts'
import { DiskError } from '../../../electron/disk/disk.ts'
import { createFakeDisk, diesDuring, type FakeDisk } from '../../support/fake-disk.ts'
import { addBranch, communeAndDistrict, exportTo, foundCommune, newStick, register } from '../../support/journey.ts'
import { readStoreOf, writeStoreOf } from '../../support/office-picture.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const FOLDER = '/usb/KetNap'
const SEALED = `age-encryption.org/v1\n${'x'.repeat(200)}`

/** A part on the stick. @param where - its folder, and what is in it */
function part(disk: FakeDisk, name: string, { folder = FOLDER, text = SEALED } = {}): void {
  disk.plant(`${folder}/${name}`, Buffer.from(text))
}

/** Sets of the test that this computer has begun: all that bear the name of its office but those beyond 00000090. */
const BEGUN = ['kim-bang', 'ttct', 'le-ho'].flatMap((to) =>
  Array.from({ length: 9 }, (_, place) => `KN1_dong-hoa_${to}_0000000${place + 1}`),
)

async function leftAfter(disk: FakeDisk): Promise<readonly string[]> {
  await dropUnfinished({ disk, root: '/usb', folder: FOLDER }, BEGUN)
  return disk.paths().map((path) => path.slice('/usb/'.length))
}

test('parts of ours whose label was never renamed are removed, with what is not finished', async () => {
  const disk = createFakeDisk()
  for (const name of ['kim-bang_00000001.tar.age.001', 'kim-bang_00000001.tar.age.002', 'ttct_00000002.tar.age.001'])
    part(disk, `KN1_dong-hoa_${name}`)
  part(disk, 'KN1_dong-hoa_le-ho_00000003.tar.age.001.partial')
  part(disk, 'KN1_dong-hoa_kim-bang_00000001.sha256.partial')
  expect(await leftAfter(disk)).toEqual([])
})

test('a power cut while they are removed brings back nothing that was said to be gone, and nothing that is not known', async () => {
  const parts = ['kim-bang_00000001.tar.age.001', 'kim-bang_00000001.tar.age.002', 'kim-bang_00000001.tar.age.003']
  let isCut = true
  for (let cutAfter = 1; isCut; cutAfter += 1) {
    const disk = createFakeDisk()
    for (const name of [...parts, 'ttct_00000002.tar.age.001.partial']) part(disk, `KN1_dong-hoa_${name}`)
    disk.breakDown({ cutAfter })
    isCut = await diesDuring(() => dropUnfinished({ disk, root: '/usb', folder: FOLDER }, BEGUN))
    for (const state of disk.afterPowerCut()) {
      if (!isCut) expect(state.paths()).toEqual([])
      expect([cutAfter, await leftAfter(state)]).toEqual([cutAfter, []])
    }
  }
})

test('nothing of another office, of a set with a label wherever it lies, or that is no part of ours, is touched', async () => {
  const disk = createFakeDisk()
  const stays = [
    // Of others, one whose code begins as ours does; and what another computer of ours may be writing right now.
    'KN1_dong-hoa-moi_kim-bang_00000001.tar.age.001',
    'KN1_kim-bang_dong-hoa_00000002.tar.age.001',
    'KN1_dong_kim-bang_00000003.tar.age.001',
    'KN1_kim-bang_dong-hoa_00000002.tar.age.001.partial',
    'KN1_dong-hoa_kim-bang_0000009a.tar.age.001',
    'KN1_dong-hoa_kim-bang_0000009b.tar.age.001.partial',
    'KN1_dong-hoa_kim-bang_0000009b.sha256.partial',
    // Its label renamed; in another folder.
    'KN1_dong-hoa_kim-bang_00000006.tar.age.001',
    'KN1_dong-hoa_kim-bang_00000007.tar.age.001',
    // Without the part that tells what it is.
    'KN1_dong-hoa_kim-bang_00000008.tar.age.002',
  ]
  for (const name of stays) part(disk, name)
  part(disk, 'KN1_dong-hoa_kim-bang_00000009.tar.age.001', { text: 'something else of that name' })
  const label = (id: string) => printLabel([{ name: `KN1_dong-hoa_kim-bang_${id}.tar.age.001`, sha256: id.repeat(8) }])
  part(disk, 'nhãn.txt', { text: label('00000006') })
  part(disk, 'nhãn.txt', { folder: '/usb/Khác', text: label('00000007') })
  const before = disk.paths()
  await leftAfter(disk)
  expect(disk.paths()).toEqual(before)
})

test('an export into a shared folder leaves what another computer is writing, and takes what a kill of its own has left', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  await register(commune, await addBranch(commune))
  const shared = newStick(root, 'shared')
  const base = (id8: string) => `KN1_${commune.code}_${district.code}_${id8}`
  const filesOfSet = (id8: string) => [`${base(id8)}.tar.age.001`, `${base(id8)}.tar.age.002.partial`]
  for (const name of [...filesOfSet('0000000a'), ...filesOfSet('0000000b')]) writeFileSync(join(shared, name), SEALED)
  await writeStoreOf(commune, (db) => noteUnfinished(db, base('0000000b')))
  const { files } = await exportTo(commune, shared, district)
  expect(readdirSync(shared).toSorted()).toEqual([...files, ...filesOfSet('0000000a')].toSorted())
  expect(await readStoreOf(commune.paths, unfinishedSets)).toEqual([])
})

test('no more than the newest fifty sets are remembered as begun', async () => {
  const commune = await foundCommune(temporaryFolder())
  const named = Array.from({ length: 51 }, (_, place) => `KN1_dong-hoa_kim-bang_${String(place).padStart(8, '0')}`)
  await writeStoreOf(commune, (db) => {
    for (const name of [...named, ...named.slice(-1)]) noteUnfinished(db, name)
  })
  expect(await readStoreOf(commune.paths, unfinishedSets)).toEqual(named.slice(1))
})

test('where not everything on the stick could be looked at, whole parts stay', async () => {
  const disk = createFakeDisk()
  part(disk, 'KN1_dong-hoa_kim-bang_00000001.tar.age.001')
  const photos = Array.from({ length: 5001 }, (_, i) => ({ name: `Ảnh ${i}.jpg`, kind: 'file' as const }))
  const full: FakeDisk = {
    ...disk,
    readdir: async (path) => [...(await disk.readdir(path)), ...(path === '/usb' ? photos : [])],
  }
  expect(await leftAfter(full)).toEqual(['KetNap/KN1_dong-hoa_kim-bang_00000001.tar.age.001'])
})

const PART = 'KN1_dong-hoa_kim-bang_00000001.tar.age.001'
const healthy = (disk: FakeDisk): FakeDisk => disk

/** Nobody may open or list what lies there. */
const closed =
  (at: string) =>
  (disk: FakeDisk): FakeDisk => {
    const allow = (path: string) => {
      if (path !== at) return
      throw new DiskError({ code: 'DISK_OTHER', operation: 'open', path, errno: 'EACCES' })
    }
    return {
      ...disk,
      open: async (path, mode) => {
        allow(path)
        return disk.open(path, mode)
      },
      readdir: async (path) => {
        allow(path)
        return disk.readdir(path)
      },
    }
  }

test.each<readonly [string, readonly string[], (disk: FakeDisk) => FakeDisk]>([
  ['a label beside it is damaged', [`${FOLDER}/KN1_dong-hoa_kim-bang_00000001.SHA256`], healthy],
  ['one elsewhere is', ['/usb/Khác/KN1_dong-hoa_kim-bang_00000002.sha256'], healthy],
  ['a file cannot be read', ['/usb/nhãn.txt'], closed('/usb/nhãn.txt')],
  ['a folder cannot be listed', ['/usb/Khác/nhãn.txt'], closed('/usb/Khác')],
  ['a folder lies too deep', ['/usb/a/b/c/d/nhãn.txt'], healthy],
])('where %s, whole parts stay', async (_what, others, broken) => {
  const disk = createFakeDisk()
  part(disk, PART)
  for (const path of others) disk.plant(path, Buffer.from('x'.repeat(100)))
  expect(await leftAfter(broken(disk))).toContain(`KetNap/${PART}`)
})

test('what a system keeps for itself keeps nothing else', async () => {
  const disk = createFakeDisk()
  part(disk, PART)
  disk.plant('/usb/System Volume Information/x', Buffer.from('x'))
  expect(await leftAfter(closed('/usb/System Volume Information')(disk))).toEqual(['System Volume Information/x'])
})
