/** A set of a newer format is kept sealed until an update can read it, and then comes in by itself. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { DiskError, type Disk } from '../../../electron/disk/disk.ts'
import { nodeDisk } from '../../../electron/disk/node-disk.ts'
import type { JobProgress } from '../../../shared/contract/exchange.ts'
import { forgeOnto } from '../../support/forged-stick.ts'
import {
  addBranch,
  communeAndDistrict,
  exportTo,
  HOA,
  importFrom,
  newStick,
  register,
  stageAt,
  submittedDossier,
} from '../../support/journey.ts'
import { reopened } from '../../support/office.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

vi.setConfig({ testTimeout: 60_000 })

test('B_VERSION: the set is kept as it came, once, and asks for nothing until it can be read', async () => {
  const root = temporaryFolder()
  const { commune, district, stick } = await communeAndDistrict(root)
  const id = await register(commune, await addBranch(commune))
  await forgeOnto(stick, commune, district, { bundle: (json) => ({ ...json, version: 2, colour: 'red' }) })
  const later = join(district.paths.data, 'later')
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
  cpSync(newer, join(later, 'update'), { recursive: true })
  const { sets } = await importFrom(district, other)
  expect(sets.map(({ outcome }) => outcome)).toEqual(['imported', 'already'])
  expect(readdirSync(later)).toEqual([kept])
  expect(await stageAt(district, id)).toBe('listed')
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
  expect(readdirSync(join(district.paths.data, 'later'))).toEqual([])
  expect((await importFrom(district, stick)).sets).toMatchObject([{ outcome: 'refused', kept: true }])
})

test('a kept set that finds no room for its scans stays for the next time', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const id = await submittedDossier(commune, await addBranch(commune), HOA, join(root, 'scans'))
  const later = join(district.paths.data, 'later', 'update')
  mkdirSync(later, { recursive: true })
  const kept = newStick(root, 'kept')
  await exportTo(commune, kept, district)
  cpSync(kept, later, { recursive: true })
  district.core.close()
  let isFull = true
  const disk: Disk = {
    ...nodeDisk,
    rename: async (from, to) => {
      if (isFull && to.startsWith(join(district.paths.data, 'scans')))
        throw new DiskError({ code: 'DISK_FULL', operation: 'rename', path: to, errno: 'ENOSPC' })
      await nodeDisk.rename(from, to)
    },
  }
  const office = await reopened(district, district.paths, '2024-04-01', disk)
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
