/**
 * The limits of real systems, in a process of its own and without any rights: the largest file a system takes, disks
 * that are too small, sticks that may only be read; in exports, imports and backups. Where a system does not permit such
 * limits the tests say so.
 */
import { readdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import type { Backup } from '../../electron/backup/backup.ts'
import type { ImportResult } from '../../shared/contract/exchange.ts'
import {
  addBranch,
  communeAndDistrict,
  dossierWithLargeScan,
  exportTo,
  foundCommune,
  newStick,
  register,
} from '../support/journey.ts'
import { startOffice, type Answered, type KillableOffice } from '../support/killable-office.ts'
import { reopened, type TestOffice } from '../support/office.ts'
import { filesOf, pictureOf } from '../support/office-picture.ts'
import { skipLoudly } from '../support/skip-loudly.ts'
import { copyInto } from '../support/survivors.ts'
import { amongDisks, canLock, hasLimits, hasNamespaces, limitFiles, lockedFolder } from '../support/system-limits.ts'
import { temporaryFolder, temporaryFolderOfFile } from '../support/temporary-folder.ts'

const MEBIBYTE = 1024 * 1024

const NEEDS_NAMESPACES = 'a disk of its own needs a user namespace, which is not permitted here'

/** Of all tests of this file, with the two offices as they are founded. */
const founded = temporaryFolderOfFile()
let made: Promise<Offices> | undefined

test.skipIf(skipLoudly(!hasLimits, 'prlimit is not to be had here'))(
  'what is larger than the system takes is refused by name in an export, an import and a backup, and nothing of it is left',
  async () => {
    const { root, commune, district } = await officesWithLargeScan()
    const stick = newStick(root, 'usb')
    const target = newStick(root, 'sao lưu')
    const before = { here: (await pictureOf(commune)).tables, there: await pictureOf(district) }
    const child = await startOffice(commune.paths)
    const write = async () => (await child.call('bundle.export', { folder: stick, to: district.id }))?.answer
    const save = async () => (await child.call('backup.create', { folder: target }))?.answer
    limitFiles(child.pid, 4 * MEBIBYTE)
    expect(await write()).toMatchObject({ ok: false, error: { code: 'B_TOO_BIG' } })
    expect(readdirSync(stick)).toEqual([])
    // A scan that is too large for the place of the backups, then the copy of the store itself.
    const error = { code: 'SCAN_DISK_FAILED', data: { disk: { code: 'DISK_TOO_BIG' } } }
    expect(await save()).toMatchObject({ ok: false, error })
    limitFiles(child.pid, 64 * 1024)
    expect(await save()).toMatchObject({ ok: false, error: { code: 'DISK_OTHER' } })
    const left = readdirSync(target, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    expect(left).toEqual([])
    expect((await pictureOf(commune)).tables).toEqual(before.here)
    limitFiles(child.pid, null)
    expect(await write()).toMatchObject({ ok: true })
    expect(await save()).toMatchObject({ ok: true, value: { scans: 1 } })
    await child.kill()

    const taker = await startOffice(district.paths)
    const take = async () => setOf(await taker.call('bundle.import', { folder: stick }))
    limitFiles(taker.pid, 4 * MEBIBYTE)
    expect(await take()).toMatchObject({ outcome: 'refused', refusal: error })
    expect(await pictureOf(district)).toEqual(before.there)
    limitFiles(taker.pid, null)
    expect(await take()).toMatchObject({ outcome: 'imported', scans: { fresh: 1 } })
    await taker.kill()
  },
)

test.skipIf(skipLoudly(!hasNamespaces, NEEDS_NAMESPACES))(
  'a stick too small is named with what is needed, one that may only be read as such, and nothing is recorded',
  async () => {
    const { root, commune, district } = await officesWithLargeScan()
    const stick = newStick(root, 'usb')
    const before = (await pictureOf(commune)).tables
    for (const [options, error] of [
      ['size=1m', { code: 'B_NO_SPACE', data: { free: MEBIBYTE } }],
      ['size=20m,ro', { code: 'B_READ_ONLY' }],
    ] as const) {
      const child = await startOffice(commune.paths, undefined, undefined, amongDisks({ [stick]: options }))
      const answered = await child.call('bundle.export', { folder: stick, to: district.id })
      expect([options, answered?.answer]).toMatchObject([options, { ok: false, error }])
      await child.kill()
      expect((await pictureOf(commune)).tables).toEqual(before)
    }
    expect(readdirSync(stick)).toEqual([])
  },
)

test.skipIf(skipLoudly(!hasNamespaces || !canLock, NEEDS_NAMESPACES))(
  'a set is taken in from a stick that may only be read; where there is no room for its scans, nothing is, until there is',
  async () => {
    const { root, commune, district } = await officesWithLargeScan()
    const stick = newStick(root, 'usb')
    const sender = await reopened(commune, commune.paths)
    await exportTo(sender, stick, district)
    sender.core.close()
    // A disk of its own with the office on it, and less room than the scan takes.
    const script = `${lockedFolder('"$1"')} && cp -a "$0" "$0.copy" &&
      mount -t tmpfs -o size=20m tmpfs "$0" && cp -a "$0.copy/." "$0" && head -c 16777216 /dev/zero > "$0/filler" &&
      shift && exec "$@"`
    const within = ['unshare', '-Urm', 'sh', '-c', script, district.paths.data, stick]
    const child = await startOffice(district.paths, undefined, undefined, within)
    const inside = join('/proc', String(child.pid), 'root', district.paths.data)
    const refused = await child.call('bundle.import', { folder: stick })
    expect(setOf(refused)).toMatchObject({ outcome: 'refused', refusal: { code: 'SCAN_DISK_FULL' } })
    expect([filesOf(inside), await peopleIn(child)]).toEqual([{}, 0])
    rmSync(join(inside, 'filler'))
    const taken = await child.call('bundle.import', { folder: stick })
    expect(setOf(taken)).toMatchObject({ outcome: 'imported', scans: { fresh: 1, missing: 0 } })
    expect([Object.keys(filesOf(inside)).length, await peopleIn(child)]).toEqual([1, 1])
    await child.kill()
  },
)

test.skipIf(skipLoudly(!hasNamespaces, NEEDS_NAMESPACES))(
  'a backup that finds no room says so and leaves those before; where nothing may be written, it says that',
  async () => {
    const root = temporaryFolder()
    const office = await foundCommune(root)
    office.core.close()
    const [small, locked] = [newStick(root, 'nhỏ'), newStick(root, 'khóa')]
    const disks = amongDisks({ [small]: 'size=1m', [locked]: 'size=20m,ro' })
    const child = await startOffice(office.paths, undefined, undefined, disks)
    const save = async (folder: string) => (await child.call('backup.create', { folder }))?.answer
    const inside = join('/proc', String(child.pid), 'root', small)
    const folders: string[] = []
    let last = await save(small)
    for (; last?.ok === true; last = await save(small)) folders.push((last.value as Backup).folder)
    expect(last).toMatchObject({ ok: false, error: { code: 'STORE_FULL' } })
    expect(folders.length).toBeGreaterThan(0)
    expect(readdirSync(join(inside, 'KetNap-sao-luu-dong-hoa'))).toEqual(folders.map((folder) => basename(folder)))
    for (const folder of folders)
      expect((await child.call('backup.verify', { folder }))?.answer).toMatchObject({ ok: true })
    expect(await save(locked)).toMatchObject({ ok: false, error: { code: 'DISK_READ_ONLY' } })
    expect((await child.call('journal.health', { deep: true }))?.answer).toMatchObject({
      ok: true,
      value: { tables: 'equal' },
    })
    await child.kill()
  },
)

test.skipIf(skipLoudly(!hasNamespaces, NEEDS_NAMESPACES))(
  'on a full disk an office is unlocked and read, what cannot be kept is left out, and recording says so',
  async () => {
    const office = await foundCommune(temporaryFolder())
    const unit = await addBranch(office)
    const id = await register(office, unit)
    office.core.close()
    // A disk of its own with the office on it and no more room than the store needs to be opened.
    const full = `cp -a "$0" "$0.copy" && mount -t tmpfs -o size=8m tmpfs "$0" && cp -a "$0.copy/." "$0" &&
      head -c 40960 /dev/zero > "$0/spare" && { cat /dev/zero > "$0/filler" 2>/dev/null; rm "$0/spare"; } && exec "$@"`
    const within = ['unshare', '-Urm', 'sh', '-c', full, office.paths.data]
    // Another day by the computer's own clock than the last: it would be kept, if there were room.
    const child = await startOffice(office.paths, '2026-12-01', undefined, within, { OFFICE_CLOCK: 'own' })
    const call = async (name: string, input: object) => (await child.call(name, input))?.answer
    expect(await call('case.get', { case: id })).toMatchObject({ ok: true, value: { state: { id } } })
    expect(await call('candidate.search', { text: 'hoa' })).toMatchObject({ ok: true, value: { total: 1 } })
    const text = 'Một nhận xét dài. '.repeat(200)
    expect(await call('note.record', { case: id, text })).toMatchObject({ ok: false, error: { code: 'STORE_FULL' } })
    await child.kill()
  },
)

type Offices = { readonly root: string; readonly commune: TestOffice; readonly district: TestOffice }

/** A commune that has a scan of six megabytes to send, and its district; both closed, and copied for this test. */
async function officesWithLargeScan(): Promise<Offices> {
  made ??= foundOffices()
  const { commune, district } = await made
  const root = temporaryFolder()
  const copied = (office: TestOffice): TestOffice => ({
    ...office,
    paths: copyInto(join(root, office.code), office.paths),
  })
  return { root, commune: copied(commune), district: copied(district) }
}

async function foundOffices(): Promise<Offices> {
  const { commune, district } = await communeAndDistrict(founded)
  await dossierWithLargeScan(commune, await addBranch(commune), founded, 6 * MEBIBYTE)
  for (const office of [commune, district]) office.core.close()
  return { root: founded, commune, district }
}

function setOf(answered: Answered): unknown {
  return answered?.answer.ok === true ? (answered.answer.value as ImportResult).sets[0] : answered
}

/** How many people a running office knows. */
async function peopleIn(office: KillableOffice): Promise<unknown> {
  const found = (await office.call('candidate.search', {}))?.answer
  return found?.ok === true ? (found.value as { total: number }).total : found
}
