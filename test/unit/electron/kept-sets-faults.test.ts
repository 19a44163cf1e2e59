/** What may befall a kept set: a file held by a scanner, a cut in the middle of a copy or a removal, a computer with no say. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { DiskError } from '../../../electron/disk/disk.ts'
import { nodeDisk } from '../../../electron/disk/node-disk.ts'
import type { ImportResult, KeptSets } from '../../../shared/contract/exchange.ts'
import { fileIn } from '../../support/files-in.ts'
import { forgeOnto } from '../../support/forged-stick.ts'
import { turnBit } from '../../support/harmed-files.ts'
import { openUnlessHeld } from '../../support/held-files.ts'
import { addBranch, communeAndDistrict, importFrom, newStick, register, stageAt } from '../../support/journey.ts'
import { keepAt, laterOf, withReadable } from '../../support/kept-sets.ts'
import { adoptKeys, joinOffice, restartedOn, type TestOffice } from '../../support/office.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

vi.setConfig({ testTimeout: 60_000 })

const keptAt = async (office: TestOffice) => (await office.do<KeptSets>('bundle.kept')).sets
const takeKept = async (office: TestOffice) => (await office.do<ImportResult>('bundle.import', {})).sets

/** Two offices, and a stick with a set of a newer format for the upper one. */
async function withNewer(root: string) {
  const { commune, district, stick } = await communeAndDistrict(root)
  const id = await register(commune, await addBranch(commune))
  await forgeOnto(stick, commune, district, { bundle: (json) => ({ ...json, version: 2 }) })
  return { commune, district, stick, id, later: laterOf(district) }
}

/** The office again, where the parts of kept sets are held for as long as the switch says. */
async function withHeldParts(office: TestOffice) {
  const held = { now: true }
  const later = laterOf(office)
  const open = openUnlessHeld((path) => held.now && path.startsWith(later) && path.endsWith('.001'))
  return { office: await restartedOn(office, { open }), held }
}

test('a kept set whose file is held for a moment stays, and is taken in the next time', async () => {
  const { district, id, later } = await withReadable(temporaryFolder())
  const { office, held } = await withHeldParts(district)
  expect(await takeKept(office)).toMatchObject([{ outcome: 'refused', refusal: { code: 'B_FILE_HELD' }, kept: true }])
  expect(readdirSync(later)).toEqual(['update'])
  held.now = false
  expect(await takeKept(office)).toMatchObject([{ outcome: 'imported' }])
  expect(readdirSync(later)).toEqual([])
  expect(await stageAt(office, id)).toBe('listed')
})

test('of a copy that was cut off nothing is called kept: it is copied anew', async () => {
  const { district, stick, later } = await withNewer(temporaryFolder())
  await importFrom(district, stick)
  const [name = ''] = readdirSync(later)
  for (const each of readdirSync(join(later, name))) if (each.endsWith('.sha256')) rmSync(join(later, name, each))
  expect(await keptAt(district)).toEqual([])
  expect((await importFrom(district, stick)).sets).toMatchObject([{ refusal: { code: 'B_VERSION' }, kept: true }])
  expect(readdirSync(later)).toEqual([name])
  expect(readdirSync(join(later, name)).toSorted()).toEqual(readdirSync(stick).toSorted())
  expect(await keptAt(district)).toHaveLength(1)
})

test('what cut copies have left counts for nothing, and is cleared before the next set is kept', async () => {
  const { district, stick, later } = await withNewer(temporaryFolder())
  for (let count = 0; count < 20; count += 1) {
    const left = join(later, String(count).padStart(16, '0'))
    mkdirSync(left, { recursive: true })
    writeFileSync(join(left, 'part.001'), 'half')
  }
  expect((await importFrom(district, stick)).sets).toMatchObject([{ refusal: { code: 'B_VERSION' }, kept: true }])
  expect(readdirSync(later)).toHaveLength(1)
  expect(await keptAt(district)).toHaveLength(1)
})

test('a kept set whose removal stops half-way is no kept set any more', async () => {
  const { district, id, later } = await withReadable(temporaryFolder())
  let isStuck = true
  const office = await restartedOn(district, {
    // Parts come first, as a folder gives its files in any order.
    readdir: async (path) =>
      (await nodeDisk.readdir(path)).toSorted(
        (a, b) => Number(b.name.endsWith('.001')) - Number(a.name.endsWith('.001')),
      ),
    unlink: async (path) => {
      if (isStuck && path.startsWith(later) && path.endsWith('.001'))
        throw new DiskError({ code: 'DISK_HELD', operation: 'unlink', path, errno: 'EBUSY' })
      await nodeDisk.unlink(path)
    },
  })
  expect(await takeKept(office)).toMatchObject([{ outcome: 'imported' }])
  isStuck = false
  expect(readdirSync(join(later, 'update')).map((name) => name.replace(/^.*\./, ''))).toEqual(['001'])
  expect(await keptAt(office)).toEqual([])
  expect(await takeKept(office)).toEqual([])
  expect(await stageAt(office, id)).toBe('listed')
})

test('a newer set of another office is not kept at a further computer, which is told so at once', async () => {
  const root = temporaryFolder()
  const { district, stick } = await withNewer(root)
  const second = await joinOffice(district, root, newStick(root, 'enrol'))
  for (const command of ['bundle.preview', 'bundle.import']) {
    const [said] = (await second.do<ImportResult>(command, { folder: stick })).sets
    expect(said).toMatchObject({ outcome: 'refused', refusal: { code: 'NOT_EXCHANGE_DEVICE' } })
    expect(said?.kept).toBe(undefined)
  }
  expect(existsSync(laterOf(second))).toBe(false)
})

test('what a computer has kept stays while it does not speak for the office, and is spoken of where it is asked for', async () => {
  const root = temporaryFolder()
  const { commune, district, readable } = await withReadable(root)
  const second = await joinOffice(district, root, newStick(root, 'enrol'))
  keepAt(second, readable)
  expect(await takeKept(second)).toMatchObject([
    { outcome: 'refused', refusal: { code: 'NOT_EXCHANGE_DEVICE' }, fromName: commune.name, kept: true },
  ])
  expect(await second.refused('bundle.import', { folder: newStick(root, 'empty') })).toMatchObject({ code: 'NO_SETS' })
  expect(readdirSync(laterOf(second))).toEqual(['update'])
})

test('a kept set of our own computer stays until this one has the new keys of the office', async () => {
  const root = temporaryFolder()
  const { district } = await withReadable(root)
  const second = await joinOffice(district, root, newStick(root, 'enrol'))
  const hello = newStick(root, 'hello')
  await second.do('device.export', { folder: hello })
  await importFrom(district, hello)
  await district.do('keys.renew', { reason: 'Thử' })
  await district.unlock()
  const home = newStick(root, 'home')
  await district.do('device.export', { folder: home })
  keepAt(second, home)
  expect(await takeKept(second)).toMatchObject([
    { outcome: 'refused', refusal: { code: 'DEVICE_KEYS_OLD', data: { here: true } }, kept: true },
  ])
  await adoptKeys(second, district, newStick(root, 'keys'))
  expect(await takeKept(second)).toMatchObject([{ outcome: 'imported', kind: 'sibling' }])
  expect(readdirSync(laterOf(second))).toEqual([])
})

/** Turns one bit of a set's first part. */
function spoil(folder: string): void {
  turnBit(fileIn(folder, '.001'))
}

function loseParts(folder: string): void {
  for (const name of readdirSync(folder)) if (name.endsWith('.001')) rmSync(join(folder, name))
}

test.each([
  ['gone bad', spoil],
  ['lost a part', loseParts],
])('of a kept set that has %s the copy on the stick is taken in instead, in the same run', async (_, harm) => {
  const { district, id, later, readable } = await withReadable(temporaryFolder())
  harm(join(later, 'update'))
  // A look sees that coming, and leaves it where it is.
  const shown = await district.do<ImportResult>('bundle.preview', { folder: readable })
  expect(shown.sets.map(({ outcome, kept }) => [outcome, kept])).toEqual([['ready', undefined]])
  expect(readdirSync(later)).toEqual(['update'])
  expect((await importFrom(district, readable)).sets).toMatchObject([{ outcome: 'imported' }])
  expect(readdirSync(later)).toEqual([])
  expect(await stageAt(district, id)).toBe('listed')
})

test('of a kept set that is held the copy on the stick is taken in, and what was kept is let go of', async () => {
  const { district, id, later, readable } = await withReadable(temporaryFolder())
  const { office } = await withHeldParts(district)
  expect((await importFrom(office, readable)).sets).toMatchObject([{ outcome: 'imported' }])
  expect(await keptAt(office)).toEqual([])
  expect(readdirSync(later)).toEqual([])
  expect(await stageAt(office, id)).toBe('listed')
})

test('a held kept set is not let go of because the copy on the stick has gone bad', async () => {
  const { district, later, readable } = await withReadable(temporaryFolder())
  spoil(readable)
  const { office, held } = await withHeldParts(district)
  expect((await importFrom(office, readable)).sets).toMatchObject([
    { outcome: 'refused', refusal: { code: 'B_FILE_HELD' }, kept: true },
  ])
  expect(readdirSync(later)).toEqual(['update'])
  held.now = false
  expect((await importFrom(office, readable)).sets).toMatchObject([{ outcome: 'imported' }])
})

test('where both copies have gone bad that is said of the one on the stick, and nothing is kept', async () => {
  const { district, later, readable } = await withReadable(temporaryFolder())
  spoil(readable)
  spoil(join(later, 'update'))
  const [said] = (await importFrom(district, readable)).sets
  expect(said).toMatchObject({ outcome: 'refused', refusal: { code: 'B_DAMAGED' } })
  expect(said?.kept).toBe(undefined)
  expect(readdirSync(later)).toEqual([])
})

test('a kept set of a newer format that has gone bad is kept anew from the stick', async () => {
  const { district, stick, later } = await withNewer(temporaryFolder())
  await importFrom(district, stick)
  const [name = ''] = readdirSync(later)
  spoil(join(later, name))
  expect((await importFrom(district, stick)).sets).toMatchObject([{ refusal: { code: 'B_VERSION' }, kept: true }])
  for (const each of readdirSync(stick))
    expect(readFileSync(join(later, name, each)).equals(readFileSync(join(stick, each)))).toBe(true)
})
