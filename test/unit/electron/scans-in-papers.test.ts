/** Scans on their papers: dropped, refused, read again; missing or changed on the disk; a disk that is full. */
import { openSync, closeSync, ftruncateSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Jimp } from 'jimp'
import { expect, test, vi } from 'vitest'
import type { JournalHealth } from '../../../shared/contract/answers.ts'
import type { ClearLog } from '../../../shared/contract/documents.ts'
import type { ScanRef } from '../../../shared/model/acts.ts'
import { DiskError, type Disk } from '../../../electron/disk/disk.ts'
import { nodeDisk } from '../../../electron/disk/node-disk.ts'
import {
  addBranch,
  carry,
  caseAt,
  communeAndDistrict,
  exportTo,
  foundCommune,
  foundDistrict,
  HOA,
  importFrom,
  newStick,
  pdfFile,
  register,
  stageAt,
  submittedDossier,
} from '../../support/journey.ts'
import { foundOffice, pair, type TestOffice } from '../../support/office.ts'
import { filesOf, pictureOf } from '../../support/office-picture.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

// Whole offices over real files: on a busy machine one of these takes as long as many small tests.
vi.setConfig({ testTimeout: 60_000 })

test('a scan whose file name a phone wrote in decomposed letters is taken in, its name shown composed', async () => {
  const root = temporaryFolder()
  const office = await foundCommune(root)
  const id = await register(office, await addBranch(office))
  const name = 'Lý lịch của người xin vào Đảng.pdf'
  const folder = join(root, 'Ảnh chụp'.normalize('NFD'))
  const file = pdfFile(folder, name.normalize('NFD'))
  await office.do('paper.record', { case: id, paper: '2-KND', files: [file] })
  const [scan] = await scansOf(office, id)
  expect(scan).toMatchObject({ name, type: 'application/pdf', bytes: readFileSync(file).length })
  const to = join(folder, 'bản lưu.pdf')
  await office.do('scan.read', { sha256: scan?.sha256, to, why: 'Họp' })
  expect(readFileSync(to)).toEqual(readFileSync(file))
})

test('a photograph that lies in the store is kept at the head of its case, one that does not is refused', async () => {
  const office = await foundCommune(temporaryFolder())
  const id = await register(office, await addBranch(office))
  const png = await new Jimp({ width: 300, height: 400, color: 0xffffffff }).getBuffer('image/png')
  const scan = await office.do<ScanRef>('scan.add', { name: 'ảnh.png', base64: png.toString('base64') })
  await office.do('photo.record', { case: id, scan })
  expect((await caseAt(office, id)).photo).toMatchObject({ scan: { sha256: scan.sha256 } })
  // The next start sweeps what nothing needs, and this is needed.
  await office.do('session.lock')
  await office.unlock()
  await office.core.tick()
  expect(await office.do('scan.get', { sha256: scan.sha256 })).toMatchObject({ type: 'image/png' })
  const nowhere = { ...scan, sha256: '0'.repeat(64) }
  expect(await office.refused('photo.record', { case: id, scan: nowhere })).toMatchObject({
    code: 'NOT_FOUND',
    data: { what: 'scan' },
  })
})

test('nothing of a scan lies in the data folder in clear', async () => {
  const root = temporaryFolder()
  const office = await foundCommune(root)
  const id = await register(office, await addBranch(office))
  await office.do('paper.record', { case: id, paper: '2-KND', files: [pdfFile(join(root, 's'), 'a.pdf', 'canary')] })
  const [path, ...others] = Object.keys(filesOf(office.paths.data))
  expect(others).toEqual([])
  expect(readFileSync(join(office.paths.data, path ?? '')).includes('canary')).toBe(false)
})

test('a file that is not what its name says, cut off, empty, foreign or too large is refused with the reason', async () => {
  const root = temporaryFolder()
  const office = await foundCommune(root)
  const id = await register(office, await addBranch(office))
  const files = join(root, 'scans')
  const whole = readFileSync(pdfFile(files, 'a.pdf'))
  const put = (name: string, bytes: Uint8Array | string) => {
    writeFileSync(join(files, name), bytes)
    return join(files, name)
  }
  // 200 MB without a byte on the disk.
  const huge = join(files, 'huge.pdf')
  const sparse = openSync(huge, 'w')
  ftruncateSync(sparse, 200_000_000)
  closeSync(sparse)
  const before = await pictureOf(office)
  const attach = (...paths: string[]) => office.refused('paper.record', { case: id, paper: '2-KND', files: paths })
  expect(await attach(put('đơn.jpg', whole))).toEqual({
    code: 'SCAN_NOT_WHAT_NAME_SAYS',
    data: { claimed: 'jpg', found: 'application/pdf' },
  })
  expect(await attach(put('đơn.pdf.exe', whole))).toMatchObject({ code: 'SCAN_NOT_WHAT_NAME_SAYS' })
  expect(await attach(put('cut.pdf', whole.subarray(0, 30)))).toEqual({
    code: 'SCAN_DAMAGED',
    data: { found: 'application/pdf' },
  })
  expect(await attach(put('empty.pdf', ''))).toEqual({ code: 'SCAN_EMPTY', data: {} })
  expect(await attach(put('virus.pdf', 'MZ\u0090'))).toEqual({ code: 'SCAN_UNKNOWN_TYPE', data: {} })
  expect(await attach(huge)).toEqual({
    code: 'SCAN_TOO_LARGE',
    data: { bytes: 200_000_000, limit: 26_214_400 },
  })
  expect(await attach(join(files, 'đã rút USB.pdf'))).toMatchObject({
    code: 'SCAN_SOURCE_UNREADABLE',
    data: { disk: { code: 'DISK_MISSING', errno: 'ENOENT' } },
  })
  expect(await attach(files)).toMatchObject({ code: 'SCAN_SOURCE_UNREADABLE' })
  expect(await pictureOf(office)).toEqual(before)
})

test('of two files of which one is refused neither is recorded, and the other is swept at the next start', async () => {
  const root = temporaryFolder()
  const office = await foundCommune(root)
  const id = await register(office, await addBranch(office))
  const good = pdfFile(join(root, 's'), 'tốt.pdf')
  const bad = join(root, 's', 'xấu.pdf')
  writeFileSync(bad, 'không phải PDF')
  expect(await office.refused('paper.record', { case: id, paper: '2-KND', files: [good, bad] })).toMatchObject({
    code: 'SCAN_UNKNOWN_TYPE',
  })
  expect(await scansOf(office, id)).toEqual([])
  await office.do('session.lock')
  await office.unlock()
  await office.core.tick()
  expect(filesOf(office.paths.data)).toEqual({})
})

test('an office locked while a scan is being taken in refuses the paper and keeps nothing of it', async () => {
  const root = temporaryFolder()
  const office = await foundCommune(root)
  const id = await register(office, await addBranch(office))
  const paper = { case: id, paper: '2-KND', files: [pdfFile(join(root, 's'), 'a.pdf')] }
  const recording = office.core.call('paper.record', paper)
  await office.do('session.lock')
  expect(await recording).toEqual({ ok: false, error: { code: 'LOCKED', data: {} } })
  await office.unlock()
  expect(await scansOf(office, id)).toEqual([])
  await office.core.tick()
  expect(filesOf(office.paths.data)).toEqual({})
})

test('a paper may only name scans that are there', async () => {
  const office = await foundCommune(temporaryFolder())
  const id = await register(office, await addBranch(office))
  const sha256 = 'ab'.repeat(32)
  const scans = [{ sha256, bytes: 10, type: 'application/pdf', name: 'a.pdf' }]
  expect(await office.refused('paper.record', { case: id, paper: '2-KND', scans })).toEqual({
    code: 'NOT_FOUND',
    data: { what: 'scan', id: sha256 },
  })
})

test('a scan dropped into the window and then named by a paper stays, also over the next start', async () => {
  const root = temporaryFolder()
  const office = await foundCommune(root)
  const id = await register(office, await addBranch(office))
  const base64 = readFileSync(pdfFile(join(root, 's'), 'a.pdf')).toString('base64')
  const ref = await office.do<ScanRef>('scan.add', { name: 'a.pdf', base64 })
  await office.do('paper.record', { case: id, paper: '2-KND', scans: [ref] })
  await office.do('session.lock')
  await office.unlock()
  expect(await office.do('scan.get', { sha256: ref.sha256 })).toEqual({ type: 'application/pdf', base64 })
})

test('the scan of a paper that was replaced before the first export is no longer kept; one that was sent is', async () => {
  const root = temporaryFolder()
  const { commune, stick } = await communeAndDistrict(root)
  const id = await submittedDossier(commune, await addBranch(commune), HOA, join(root, 'scans'))
  const [old] = (await caseAt(commune, id)).state.papers.filter(({ paper }) => paper === '1-KND')
  const newer = pdfFile(join(root, 'scans'), 'Đơn viết lại.pdf')
  await commune.do('paper.record', {
    case: id,
    paper: '1-KND',
    date: '2023-09-02',
    files: [newer],
    replaces: old?.entry,
  })
  await commune.do('session.lock')
  await commune.unlock()
  expect(Object.keys(filesOf(commune.paths.data))).toHaveLength(3)
  expect(await exportTo(commune, stick)).toMatchObject({ scans: 2 })
})

test('a scan that is missing or was changed on the disk is named at reading, and stops no export of the rest', async () => {
  const root = temporaryFolder()
  const { commune, district, stick } = await communeAndDistrict(root)
  const id = await submittedDossier(commune, await addBranch(commune), HOA, join(root, 'scans'))
  const files = Object.keys(filesOf(commune.paths.data)).map((path) => join(commune.paths.data, path))
  const wholes = files.map((path) => [path, readFileSync(path)] as const)
  const known = (await scansOf(commune, id)).map(({ sha256 }) => sha256)
  for (const [path] of wholes) rmSync(path)
  expect(await commune.refused('scan.get', { sha256: known[0] })).toEqual({
    code: 'SCAN_MISSING',
    data: { sha256: known[0] },
  })
  const lost = [...known].sort()
  expect(await exportTo(commune, stick)).toMatchObject({ scans: 0, scansLost: lost })
  const health = () => commune.do<JournalHealth>('journal.health')
  expect((await health()).scansLost).toEqual(lost.map((sha256) => ({ sha256, case: id, name: HOA.name })))
  expect((await importFrom(district, stick)).sets).toMatchObject([{ outcome: 'imported', scans: { missing: 2 } }])
  expect(await stageAt(district, id)).toBe('submitted')
  for (const [path, bytes] of wholes) writeFileSync(path, bytes.with(bytes.length - 3, (bytes.at(-3) ?? 0) ^ 1))
  expect(await commune.refused('scan.get', { sha256: known[0] })).toEqual({
    code: 'SCAN_CHANGED',
    data: { sha256: known[0] },
  })
  const changed = newStick(root, 'changed')
  expect(await exportTo(commune, changed)).toMatchObject({ scans: 0, scansLost: lost })
  expect(readdirSync(changed).filter((name) => name.endsWith('.partial'))).toEqual([])
  // Attached again from the paper, the same scan heals the file.
  const again = ['Giấy chứng nhận.pdf', 'Đơn xin vào Đảng.pdf'].map((name) => join(root, 'scans', name))
  await commune.do('paper.record', { case: id, paper: 'TT-2-KND', kept: 'here', files: again })
  await carry(root, district, commune)
  const whole = newStick(root, 'whole')
  expect(await exportTo(commune, whole)).toMatchObject({ scans: 2, scansLost: [] })
  expect((await health()).scansLost).toEqual([])
  expect((await importFrom(district, whole)).sets).toMatchObject([
    { outcome: 'imported', scans: { fresh: 2, missing: 0 } },
  ])
})

test('a scan that only a submission names which was taken back is neither sent, nor lost, nor asked for', async () => {
  const root = temporaryFolder()
  const { commune, district, stick } = await communeAndDistrict(root)
  const id = await submittedDossier(commune, await addBranch(commune), HOA, join(root, 's'))
  const { state } = await caseAt(commune, id)
  const withScans = state.papers.filter(({ scans }) => scans.length > 0)
  expect(withScans).toHaveLength(2)
  for (const entry of [state.submissions.at(-1)?.entry, ...withScans.map((paper) => paper.entry)])
    await commune.do('entry.retract', { entry, reason: 'Gửi nhầm' })
  // The next start sweeps what nothing needs any more.
  await commune.do('session.lock')
  await commune.unlock()
  await commune.core.tick()
  expect(Object.keys(filesOf(commune.paths.data))).toEqual([])
  expect(await exportTo(commune, stick)).toMatchObject({ scans: 0, scansLost: [] })
  expect((await commune.do<JournalHealth>('journal.health')).scansLost).toEqual([])
  const [set] = (await importFrom(district, stick)).sets
  expect(set).toMatchObject({ outcome: 'imported', scans: { missing: 0 }, report: { scansMissing: 0 } })
  const back = newStick(root, 'usb-back')
  await exportTo(district, back)
  await importFrom(commune, back)
  // Nothing was asked for: what follows carries no scan either.
  expect(await exportTo(commune, newStick(root, 'usb-full'), district, true)).toMatchObject({ scans: 0, scansLost: [] })
})

test('a full disk is named as that wherever it is met, and nothing is half-recorded', async () => {
  const root = temporaryFolder()
  const full = fillable()
  const options = { root, code: 'dong-hoa', name: 'Đảng ủy xã Đồng Hóa', capacities: ['proposes'] as const }
  const office = await foundOffice({ ...options, disk: full.disk })
  const id = await register(office, await addBranch(office))
  const file = pdfFile(join(root, 's'), 'a.pdf')
  await office.do('paper.record', { case: id, paper: '1-KND', files: [file] })
  const [scan] = await scansOf(office, id)
  const backups = newStick(root, 'backups')
  const before = await pictureOf(office)
  full.isFull(true)
  const other = pdfFile(join(root, 's'), 'b.pdf')
  expect(await office.refused('paper.record', { case: id, paper: '2-KND', files: [other] })).toMatchObject({
    code: 'SCAN_DISK_FULL',
    data: { disk: { code: 'DISK_FULL', errno: 'ENOSPC' } },
  })
  const named = { code: 'DISK_FULL', data: { errno: 'ENOSPC' } }
  expect(
    await office.refused('scan.read', { sha256: scan?.sha256, to: join(root, 'ra.pdf'), why: 'Họp' }),
  ).toMatchObject(named)
  expect(await office.refused('pairing.card', { to: root })).toMatchObject(named)
  expect(await office.refused('backup.create', { folder: backups })).toEqual({ code: 'STORE_FULL', data: {} })
  expect(readdirSync(join(backups, 'KetNap-sao-luu-dong-hoa'))).toEqual([])
  expect(await office.refused('user.add', { ...SECOND })).toMatchObject({ code: 'VAULT_DISK' })
  full.isFull(false)
  // That somebody wanted a scan in clear, and did not get it, stays in the log.
  const logged = await office.do<ClearLog>('clear.list')
  expect(logged.rows).toMatchObject([{ type: 'scanFile', file: '.pdf', why: 'Họp', isWritten: false }])
  const after = await pictureOf(office)
  const { read_log, read_log_end } = before.tables
  expect({ ...after, tables: { ...after.tables, read_log, read_log_end } }).toEqual(before)
  expect(readdirSync(root).toSorted()).toEqual(['backups', 'marks', 'offices', 's'])
  await office.do('user.add', { ...SECOND })
})

const SECOND = { login: 'b', name: 'B', post: 'B', roles: ['viewer'], passphrase: 'cá chép hóa rồng' }

test('a full disk where the own marks are kept stops an export before its label is there', async () => {
  const root = temporaryFolder()
  const full = fillable((path) => path.includes('/marks/'))
  const commune = await foundOffice({
    root,
    code: 'dong-hoa',
    name: 'Đảng ủy xã Đồng Hóa',
    capacities: ['proposes'],
    disk: full.disk,
  })
  await pair(commune, await foundDistrict(root))
  await register(commune, await addBranch(commune))
  const stick = newStick(root)
  full.isFull(true)
  expect(await commune.refused('bundle.export', { folder: stick })).toMatchObject({
    code: 'DISK_FULL',
    data: { errno: 'ENOSPC' },
  })
  expect(readdirSync(stick)).toEqual([])
  full.isFull(false)
  expect(await exportTo(commune, stick)).toMatchObject({ entries: 2 })
})

/** A real disk that can be told to be full: for files, not for SQLite. */
function fillable(where: (path: string) => boolean = () => true) {
  let full = false
  const fault = (path: string): never => {
    throw new DiskError({ code: 'DISK_FULL', operation: 'write', path, errno: 'ENOSPC' })
  }
  const disk: Disk = {
    ...nodeDisk,
    open: async (path, mode) => {
      const file = await nodeDisk.open(path, mode)
      const write = (bytes: Uint8Array) => (full && where(path) ? fault(path) : file.write(bytes))
      return { read: file.read, write: async (bytes) => write(bytes), sync: file.sync, close: file.close }
    },
  }
  return {
    disk,
    isFull: (now: boolean) => {
      full = now
    },
  }
}

async function scansOf(office: TestOffice, id: string): Promise<readonly ScanRef[]> {
  return (await caseAt(office, id)).state.papers.flatMap(({ scans }) => scans)
}
