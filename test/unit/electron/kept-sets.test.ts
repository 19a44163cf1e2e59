/** A set of a newer format is kept sealed until an update can read it, and then comes in with any other, or asked for alone. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { DiskError, type Disk } from '../../../electron/disk/disk.ts'
import { nodeDisk } from '../../../electron/disk/node-disk.ts'
import type { ImportResult, Inspection, JobProgress, KeptSets } from '../../../shared/contract/exchange.ts'
import { fileIn } from '../../support/files-in.ts'
import { forgeOnto } from '../../support/forged-stick.ts'
import {
  addBranch,
  carry,
  communeAndDistrict,
  exportTo,
  HOA,
  importFrom,
  newStick,
  register,
  stageAt,
  submittedDossier,
} from '../../support/journey.ts'
import { keepAt, laterOf, withReadable } from '../../support/kept-sets.ts'
import { copyOfOffice, restartedOn, type TestOffice } from '../../support/office.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

vi.setConfig({ testTimeout: 60_000 })

const seenOn = async (office: TestOffice, folder: string) =>
  (await office.do<ImportResult>('bundle.preview', { folder })).sets

test('B_VERSION: the set is kept as it came, once, and asks for nothing until it can be read', async () => {
  const root = temporaryFolder()
  const { commune, district, stick } = await communeAndDistrict(root)
  const id = await register(commune, await addBranch(commune))
  await forgeOnto(stick, commune, district, { bundle: (json) => ({ ...json, version: 2, colour: 'red' }) })
  const later = laterOf(district)
  await district.do('bundle.preview', { folder: stick })
  expect(existsSync(later)).toBe(false)
  for (let time = 1; time <= 2; time += 1) {
    expect((await importFrom(district, stick)).sets).toMatchObject([
      { outcome: 'refused', refusal: { code: 'B_VERSION', data: { version: 2 } }, kept: true },
    ])
    expect(readdirSync(later)).toHaveLength(1)
  }
  const [kept = ''] = readdirSync(later)
  for (const name of readdirSync(stick))
    expect(readFileSync(join(later, kept, name)).equals(readFileSync(join(stick, name)))).toBe(true)
  // A look at another stick says nothing of it, for it would not be taken along.
  const beside = newStick(root, 'beside')
  await exportTo(commune, beside, district)
  expect((await seenOn(district, beside)).map(({ kept: isKept }) => isKept)).toEqual([undefined])
  // The stick goes home; another one is read as always, and the kept set is not spoken of.
  rmSync(stick, { recursive: true })
  const other = newStick(root, 'other')
  await exportTo(commune, other, district)
  mkdirSync(join(later, 'update'))
  const readable = newStick(root, 'readable')
  await exportTo(commune, readable, district)
  expect((await importFrom(district, other)).sets).toMatchObject([{ outcome: 'imported' }])
  expect(readdirSync(later)).toContain(kept)
  // After an update, which is played by a kept set that this build can read, it comes in with the next import.
  await register(commune, await addBranch(commune, 'Chi bộ thôn Đồng Tâm'), { name: 'Lê Thị Mai' })
  const newer = newStick(root, 'newer')
  await exportTo(commune, newer, district)
  keepAt(district, newer)
  const { sets } = await importFrom(district, other)
  expect(sets.map(({ outcome }) => outcome)).toEqual(['imported', 'already'])
  expect(readdirSync(later)).toEqual([kept])
  expect(await stageAt(district, id)).toBe('listed')
})

test('what is kept is told of, and taken in without any stick; what is still too new says so and stays', async () => {
  const root = temporaryFolder()
  const { commune, district, stick, id, later, readable } = await withReadable(root)
  const kept = async () => (await district.do<KeptSets>('bundle.kept')).sets
  const name = readdirSync(readable).find((each) => each.endsWith('.sha256'))
  const bytes = readFileSync(fileIn(readable, '.001')).length
  const since = `${statSync(join(later, 'update', name ?? ''))
    .mtime.toISOString()
    .slice(0, 19)}Z`
  const from = { code: commune.code, office: commune.id }
  expect(await kept()).toEqual([{ id: 'update', set: name, from, bytes, since }])
  // A look takes nothing along.
  expect(await district.refused('bundle.preview', { folder: stick })).toMatchObject({ code: 'NO_SETS' })
  expect(await kept()).toHaveLength(1)
  await forgeOnto(stick, commune, district, { bundle: (json) => ({ ...json, version: 2 }) })
  expect((await importFrom(district, stick)).sets.map(({ outcome, kept: isKept }) => [outcome, isKept])).toEqual([
    ['imported', undefined],
    ['refused', true],
  ])
  expect(await stageAt(district, id)).toBe('listed')
  // Asked for alone, it is said what it waits for, and it is neither copied nor lost.
  for (let time = 1; time <= 2; time += 1) {
    expect(await district.do('bundle.import', {})).toMatchObject({
      sets: [{ outcome: 'refused', refusal: { code: 'B_VERSION' }, kept: true, fromName: commune.name }],
    })
    expect(readdirSync(later)).toHaveLength(1)
  }
  rmSync(later, { recursive: true })
  expect(await kept()).toEqual([])
  expect(await district.do('bundle.import', {})).toMatchObject({ sets: [], others: 0 })
})

test('a look tells of the kept sets that would be taken along, which the one on the stick may need', async () => {
  const root = temporaryFolder()
  const { commune, district, stick, unit, later } = await withReadable(root)
  // What the district acknowledges of the kept set makes the next one begin behind it.
  const asItWas = await copyOfOffice(district, join(root, 'as-it-was'))
  await importFrom(asItWas, join(later, 'update'))
  await carry(root, asItWas, commune)
  const mai = await register(commune, unit, { name: 'Lê Thị Mai' })
  await exportTo(commune, stick, district)
  const [next, along, ...more] = await seenOn(district, stick)
  expect(along).toMatchObject({ outcome: 'ready', kept: true, fromName: commune.name, report: { fresh: 2 } })
  expect(next).toMatchObject({ outcome: 'ready', refusal: null, after: { set: along?.set, kept: true } })
  expect(more).toEqual([])
  expect(readdirSync(later)).toEqual(['update'])
  // By itself what lies on the stick cannot be joined on.
  expect((await district.do<Inspection>('bundle.inspect', { folder: stick })).sets).toMatchObject([
    { outcome: 'refused', refusal: { code: 'B_GAP' } },
  ])
  // One set that is chosen there takes it along too.
  const { sets } = await importFrom(district, stick, { set: next?.set })
  expect(sets.map(({ outcome }) => outcome)).toEqual(['imported', 'imported'])
  expect(readdirSync(later)).toEqual([])
  expect(await stageAt(district, mai)).toBe('listed')
})

test('a kept set that needs the one on the stick is taken in after it, and until that comes it stays', async () => {
  const root = temporaryFolder()
  const { commune, district, stick, unit, later, readable } = await withReadable(root)
  const first = newStick(root, 'first')
  cpSync(readable, first, { recursive: true })
  const asItWas = await copyOfOffice(district, join(root, 'as-it-was'))
  await importFrom(asItWas, first)
  await carry(root, asItWas, commune)
  const mai = await register(commune, unit, { name: 'Lê Thị Mai' })
  await exportTo(commune, stick, district)
  rmSync(later, { recursive: true })
  cpSync(stick, join(later, 'second'), { recursive: true })
  expect((await district.do<ImportResult>('bundle.import', {})).sets).toMatchObject([
    { outcome: 'refused', refusal: { code: 'B_GAP' }, kept: true },
  ])
  const seen = await seenOn(district, first)
  expect(seen).toMatchObject([{ outcome: 'ready' }, { outcome: 'ready', kept: true, after: { set: seen[0]?.set } }])
  expect([seen[0]?.kept, seen[1]?.after?.kept]).toEqual([undefined, undefined])
  expect((await importFrom(district, first)).sets.map(({ outcome }) => outcome)).toEqual(['imported', 'imported'])
  expect(readdirSync(later)).toEqual([])
  expect(await stageAt(district, mai)).toBe('listed')
})

test('a set that is kept and lies on the stick too is shown once, and taken in once', async () => {
  const { district, later, readable, id } = await withReadable(temporaryFolder())
  const [shown, ...more] = await seenOn(district, readable)
  expect([shown?.outcome, shown?.kept, more]).toEqual(['ready', undefined, []])
  const { sets } = await importFrom(district, readable)
  expect(sets.map(({ outcome }) => outcome)).toEqual(['imported'])
  expect(readdirSync(later)).toEqual([])
  expect(await stageAt(district, id)).toBe('listed')
})

test('a kept set that lacks a scan is taken in without it, as nobody has its stick any more', async () => {
  const root = temporaryFolder()
  const { commune, district, stick } = await communeAndDistrict(root)
  const id = await submittedDossier(commune, await addBranch(commune), HOA, join(root, 'scans'))
  const scans = readdirSync(join(root, 'scans')).map((name) => readFileSync(join(root, 'scans', name)))
  await forgeOnto(stick, commune, district, { scans, archive: (files) => files.slice(0, -1) })
  keepAt(district, stick)
  expect((await district.do<ImportResult>('bundle.import', {})).sets).toMatchObject([
    { outcome: 'imported', scans: { missing: 1 } },
  ])
  expect(await stageAt(district, id)).toBe('submitted')
})

test('stopped while a set of a newer format is being kept, nothing of it stays, and it is not said that there is no room', async () => {
  const { commune, district, stick } = await communeAndDistrict(temporaryFolder())
  await register(commune, await addBranch(commune))
  await forgeOnto(stick, commune, district, { bundle: (json) => ({ ...json, version: 2 }) })
  const stop = new AbortController()
  let isOpened = false
  const onProgress = (progress: unknown) => {
    const { phase } = progress as JobProgress
    isOpened ||= phase === 'read'
    if (isOpened && phase === 'check') stop.abort()
  }
  const answer = await district.core.call('bundle.import', { folder: stick }, { signal: stop.signal, onProgress })
  expect(answer).toMatchObject({ ok: false, error: { code: 'B_CANCELLED' } })
  expect(stop.signal.aborted).toBe(true)
  expect(readdirSync(laterOf(district))).toEqual([])
  expect((await importFrom(district, stick)).sets).toMatchObject([{ outcome: 'refused', kept: true }])
})

test('a kept set that finds no room for its scans stays for the next time', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const id = await submittedDossier(commune, await addBranch(commune), HOA, join(root, 'scans'))
  const kept = newStick(root, 'kept')
  await exportTo(commune, kept, district)
  keepAt(district, kept)
  const later = join(laterOf(district), 'update')
  let isFull = true
  const disk: Disk = {
    ...nodeDisk,
    rename: async (from, to) => {
      if (isFull && to.startsWith(join(district.paths.data, 'scans')))
        throw new DiskError({ code: 'DISK_FULL', operation: 'rename', path: to, errno: 'ENOSPC' })
      await nodeDisk.rename(from, to)
    },
  }
  const office = await restartedOn(district, disk)
  const empty = newStick(root, 'empty')
  expect((await importFrom(office, empty)).sets).toMatchObject([
    { outcome: 'refused', refusal: { code: 'SCAN_DISK_FULL' } },
  ])
  expect(readdirSync(later)).not.toEqual([])
  isFull = false
  expect((await importFrom(office, empty)).sets).toMatchObject([{ outcome: 'imported' }])
  expect(existsSync(later)).toBe(false)
  expect(await stageAt(office, id)).toBe('submitted')
})
