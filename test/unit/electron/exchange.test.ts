/** What travels with the lines: scans, scans asked for again, lines that have to wait, cancelling, and the receipts. */
import { createHash } from 'node:crypto'
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { prepared } from '../../../db/transaction.ts'
import type { ScanRef } from '../../../shared/model/acts.ts'
import { pdf, sha256 } from '../../support/bundle-kit.ts'
import { forgeOnto, lineOf, linesOf } from '../../support/forged-stick.ts'
import {
  addBranch,
  carry,
  caseAt,
  communeAndDistrict,
  decide,
  exportTo,
  HOA,
  importFrom,
  newStick,
  pdfFile,
  register,
  stageAt,
  submittedDossier,
} from '../../support/journey.ts'
import { filesOf, pictureOf, readStoreOf } from '../../support/office-picture.ts'
import type { TestOffice } from '../../support/office.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

// Whole offices over real files: on a busy machine one of these takes as long as many small tests.
vi.setConfig({ testTimeout: 60_000 })

test('scans arrive as they were attached and can be taken out at the other side', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const id = await submittedDossier(commune, await addBranch(commune), HOA, join(root, 'scans'))
  await carry(root, commune, district)
  const scans = await scansOf(district, id)
  expect(scans.map(({ name }) => name)).toEqual(['Giấy chứng nhận.pdf', 'Đơn xin vào Đảng.pdf'])
  for (const { sha256: hash, name } of scans) {
    const to = join(root, `ra-${name}`)
    await district.do('scan.read', { sha256: hash, to, why: 'Họp' })
    expect(readFileSync(to)).toEqual(readFileSync(join(root, 'scans', name)))
    expect(createHash('sha256').update(readFileSync(to)).digest('hex')).toBe(hash)
  }
})

test('B_INCOMPLETE: the lines are taken without a missing scan, which is asked for and comes with the next set', async () => {
  const root = temporaryFolder()
  const { commune, district, stick } = await communeAndDistrict(root)
  const id = await submittedDossier(commune, await addBranch(commune), HOA, join(root, 'scans'))
  const [first, second] = await scansOf(commune, id)
  if (first === undefined || second === undefined) throw new Error('two scans')
  const bytes = ['Giấy chứng nhận.pdf', 'Đơn xin vào Đảng.pdf'].map((name) => readFileSync(join(root, 'scans', name)))
  const lost = bytes.find((scan) => sha256(scan) > sha256(bytes.find((other) => other !== scan) ?? ''))
  const missing = sha256(lost ?? '')
  await forgeOnto(stick, commune, district, { scans: bytes, archive: (files) => files.slice(0, -1) })
  expect((await importFrom(district, stick)).sets).toMatchObject([
    { outcome: 'refused', refusal: { code: 'B_INCOMPLETE', data: { journals: [], scans: [missing] } } },
  ])
  expect((await importFrom(district, stick, { withoutScans: true })).sets).toMatchObject([
    { outcome: 'imported', scans: { fresh: 1, missing: 1, quarantined: [] }, report: { scansMissing: 1 } },
  ])
  expect(await stageAt(district, id)).toBe('submitted')
  expect(await district.refused('scan.get', { sha256: missing })).toEqual({
    code: 'SCAN_MISSING',
    data: { sha256: missing },
  })

  // Everything is acknowledged; only the scan is asked for.
  await carry(root, district, commune)
  const answer = newStick(root, 'answer')
  expect(await exportTo(commune, answer)).toMatchObject({ kind: 'changes', entries: 0, scans: 1 })
  expect((await importFrom(district, answer)).sets).toMatchObject([
    { outcome: 'imported', scans: { fresh: 1, missing: 0 } },
  ])
  expect(await district.do('scan.get', { sha256: missing })).toEqual({
    type: 'application/pdf',
    base64: lost?.toString('base64'),
  })
  await carry(root, district, commune)
  expect(await commune.refused('bundle.export', { folder: newStick(root, 'nothing') })).toMatchObject({
    code: 'NOTHING_TO_EXPORT',
  })
})

test('B_ATTACH: what is no scan is reported, neither kept nor asked for again, also where a line names it', async () => {
  const root = temporaryFolder()
  const { commune, district, stick } = await communeAndDistrict(root)
  const id = await register(commune, await addBranch(commune))
  const real = await linesOf(commune, district)
  const program = Buffer.from('MZ\u0090\u0000 this program cannot be run in DOS mode')
  const naming = lineOf(real.length + 1, {
    kind: 'paper.scanned',
    subject: { type: 'case', id },
    payload: { scans: [{ bytes: program.length, name: 'a.pdf', sha256: sha256(program), type: 'application/pdf' }] },
  })
  const lines = [...real, naming]
  await forgeOnto(stick, commune, district, { lines })
  expect((await importFrom(district, stick)).sets).toMatchObject([{ outcome: 'imported', scans: { missing: 1 } }])
  expect(await wantedOf(district)).toEqual([sha256(program)])
  const full = newStick(root, 'with-scans')
  await forgeOnto(full, commune, district, { lines, scans: [program, pdf('Đơn')], id: 'b'.repeat(32) })
  expect((await importFrom(district, full)).sets).toMatchObject([
    { outcome: 'imported', scans: { fresh: 1, missing: 0, quarantined: [sha256(program)] } },
  ])
  expect(await district.refused('scan.get', { sha256: sha256(program) })).toMatchObject({ code: 'SCAN_MISSING' })
  expect(await district.do('backup.create', { folder: newStick(root, 'backup') })).toMatchObject({ scansLost: 0 })
  expect(await wantedOf(district)).toEqual([])
})

test('a PDF of a scanner that writes something before its mark arrives like any other', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const id = await submittedDossier(commune, await addBranch(commune))
  const file = join(root, 'máy quét.pdf')
  writeFileSync(file, Buffer.concat([Buffer.from('\n\uFEFF  \n'), readFileSync(pdfFile(root, 'a.pdf'))]))
  await commune.do('paper.record', { case: id, paper: '2-KND', files: [file] })
  await commune.do('dossier.receive', { case: id, date: '2024-01-25', onPaper: true })
  await commune.do('dossier.return', { case: id, date: '2024-01-25', remarks: [{ text: 'Ảnh mờ' }], onPaper: true })
  await commune.do('dossier.submit', { case: id, date: '2024-01-25' })
  expect((await carry(root, commune, district)).sets).toMatchObject([
    { outcome: 'imported', scans: { fresh: 1, quarantined: [], missing: 0 } },
  ])
  const [scan] = await scansOf(district, id)
  expect(await district.do('scan.get', { sha256: scan?.sha256 })).toMatchObject({ type: 'application/pdf' })
})

test('a line of a newer program is kept with its scans, held and named, and those after it wait', async () => {
  const root = temporaryFolder()
  const { commune, district, stick } = await communeAndDistrict(root)
  const id = await register(commune, await addBranch(commune))
  const real = await linesOf(commune, district)
  const scan = pdf('Giấy của mẫu mới')
  const subject = { type: 'case', id } as const
  const newer = lineOf(real.length + 1, {
    kind: 'paper.scanned',
    subject,
    payload: { scans: [{ bytes: scan.length, name: 'a.pdf', sha256: sha256(scan), type: 'application/pdf' }] },
  })
  const listed = { name: 'Nguyễn Thị Hòa', unit: id, stage: 'helped' }
  const after = lineOf(real.length + 2, { kind: 'candidate.listed', subject, payload: listed })
  await forgeOnto(stick, commune, district, { lines: [...real, newer, after], scans: [scan] })
  const { sets } = await importFrom(district, stick)
  expect(sets).toMatchObject([
    {
      outcome: 'imported',
      report: {
        fresh: 4,
        held: [{ seq: real.length + 1, reason: 'unknownKind', kind: 'paper.scanned' }],
        waiting: 1,
        scansMissing: 0,
      },
    },
  ])
  expect(await stageAt(district, id)).toBe('listed')
  const kept = filesOf(district.paths.data)
  expect(Object.keys(kept)).toHaveLength(1)
  // The next start sweeps scans that nothing names; this one will be needed after the update.
  await district.do('session.lock')
  await district.unlock()
  await district.core.tick()
  expect(filesOf(district.paths.data)).toEqual(kept)
})

test('a subordinate office cannot decide: its line is held for want of authority', async () => {
  const root = temporaryFolder()
  const { commune, district, stick } = await communeAndDistrict(root)
  const id = await submittedDossier(commune, await addBranch(commune))
  const real = await linesOf(commune, district)
  const forged = lineOf(real.length + 1, {
    kind: 'decision.recorded',
    subject: { type: 'case', id },
    payload: {
      outcome: 'admit',
      number: '1-QĐ',
      date: '2024-01-26',
      body: 'Ban Thường vụ',
      ruleSet: 'RS-2021',
      ruleSetHash: '0'.repeat(64),
    },
  })
  await forgeOnto(stick, commune, district, { lines: [...real, forged] })
  expect((await importFrom(district, stick)).sets).toMatchObject([
    { outcome: 'imported', report: { held: [{ reason: 'authority', kind: 'decision.recorded' }] } },
  ])
  expect(await stageAt(district, id)).toBe('submitted')
})

test('an import or an export that is cancelled leaves everything as it was, here and on the stick', async () => {
  const root = temporaryFolder()
  const { commune, district, stick } = await communeAndDistrict(root)
  await submittedDossier(commune, await addBranch(commune), HOA, join(root, 'scans'))
  const stop = new AbortController()
  const before = await pictureOf(commune)
  const phases: unknown[] = []
  const stopped = await commune.core.call(
    'bundle.export',
    { folder: stick },
    {
      signal: stop.signal,
      onProgress: (progress) => {
        phases.push(progress)
        stop.abort()
      },
    },
  )
  expect(stopped).toEqual({ ok: false, error: { code: 'B_CANCELLED', data: {} } })
  expect(phases.length).toBeGreaterThan(0)
  expect(readdirSync(stick)).toEqual([])
  expect(await pictureOf(commune)).toEqual(before)

  await exportTo(commune, stick)
  const there = await pictureOf(district)
  const second = new AbortController()
  const refused = await district.core.call(
    'bundle.import',
    { folder: stick },
    { signal: second.signal, onProgress: () => second.abort() },
  )
  expect(refused).toEqual({ ok: false, error: { code: 'B_CANCELLED', data: {} } })
  expect(await pictureOf(district)).toEqual(there)
  expect((await importFrom(district, stick)).sets).toMatchObject([{ outcome: 'imported' }])
})

test('a stick that is pulled is said to be gone, and foreign programs on it are named', async () => {
  const root = temporaryFolder()
  const { commune, district, stick } = await communeAndDistrict(root)
  await register(commune, await addBranch(commune))
  await exportTo(commune, stick)
  cpSync(join(root, 'usb'), join(root, 'usb-copy'), { recursive: true })
  rmSync(stick, { recursive: true })
  expect(await commune.refused('bundle.export', { folder: stick, to: district.id })).toEqual({
    code: 'B_STICK_GONE',
    data: { cause: 'ENOENT' },
  })
  expect(await district.refused('bundle.import', { folder: stick })).toEqual({
    code: 'B_STICK_GONE',
    data: { cause: 'ENOENT' },
  })
  const virus = join(root, 'usb-copy', 'Tài liệu mật.exe')
  cpSync(join(import.meta.filename), virus)
  expect((await importFrom(district, join(root, 'usb-copy'))).warnings).toEqual([{ path: virus, kind: 'program' }])
})

test('what the deciding office answered while the commune went on comes together without loss', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const unit = await addBranch(commune)
  const decided = await submittedDossier(commune, unit)
  await carry(root, commune, district)
  await decide(district, decided)
  const meanwhile = await register(commune, unit, { name: 'Trần Văn Đức' })
  const up = newStick(root, 'up')
  const down = newStick(root, 'down')
  await exportTo(commune, up)
  await exportTo(district, down)
  await importFrom(commune, down)
  await importFrom(district, up)
  expect([await stageAt(commune, decided), await stageAt(district, decided)]).toEqual(['admitted', 'admitted'])
  expect([await stageAt(commune, meanwhile), await stageAt(district, meanwhile)]).toEqual(['listed', 'listed'])
  for (const office of [commune, district])
    expect(await office.do('journal.health', { deep: true })).toMatchObject({ tables: 'equal' })
})

test('the page of sent and received bundles names every one, with its receipt', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  await register(commune, await addBranch(commune))
  await carry(root, commune, district)
  await carry(root, district, commune)
  const { bundles } = await commune.do<{ bundles: { direction: string; office: string; report: object }[] }>(
    'bundle.history',
  )
  expect(bundles).toMatchObject([
    { direction: 'in', office: district.id, report: { fresh: 0, known: 0, held: [], scansMissing: 0 } },
    { direction: 'out', office: district.id, report: { kind: 'changes', entries: 2, scans: 0 } },
  ])
})

async function scansOf(office: TestOffice, id: string): Promise<readonly ScanRef[]> {
  const { state } = await caseAt(office, id)
  return state.papers.flatMap(({ scans }) => scans)
}

/** Scans that an office asks for. */
function wantedOf({ paths }: TestOffice): Promise<readonly string[]> {
  return readStoreOf(paths, (db) =>
    prepared<{ sha256: string }>(db, 'SELECT sha256 FROM missing_scans')
      .all()
      .map(({ sha256: hash }) => hash),
  )
}
