/**
 * Sets that would hold more than a reader takes, with limits so low that a few scans and lines reach them: what finds no room
 * goes with later sets, to the last scan, and what cannot is refused before anything is written.
 */
import { renameSync, rmSync } from 'node:fs'
import { afterEach, expect, test, vi } from 'vitest'
import { prepared } from '../../../db/transaction.ts'
import type { JournalHealth } from '../../../shared/contract/answers.ts'
import type { DeviceRow } from '../../../shared/contract/devices.ts'
import type { ExportAnswer, Exported } from '../../../shared/contract/exchange.ts'
import { refusalSentence } from '../../../shared/words/vi.ts'
import { filesIn } from '../../support/files-in.ts'
import { scanFilesOf } from '../../support/harmed-files.ts'
import {
  addBranch,
  branchVotes,
  buildDossier,
  carry,
  carryAtHome,
  committeeVotes,
  communeAndDistrict,
  exportRecovery,
  exportTo,
  foundCommune,
  HOA,
  importFrom,
  newStick,
  pdfFile,
  register,
  scanHashesAt,
  submit,
} from '../../support/journey.ts'
import { joinOffice, newComputer, pairSuccessor, PASSPHRASE, succeed, type TestOffice } from '../../support/office.ts'
import { readStoreOf } from '../../support/office-picture.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

vi.setConfig({ testTimeout: 60_000 })

const { limits, realLimits, withLowLimits } = await vi.hoisted(() => import('../../support/low-limits.ts'))

vi.mock('../../../shared/bundle/format.ts', async (original) =>
  withLowLimits(await original<typeof import('../../../shared/bundle/format.ts')>()),
)

afterEach(realLimits)

const SCANS = 9

test('scans that find no room in a set go with the next ones: each is told, asked for and comes, without anybody choosing', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const id = await dossier(commune, root)
  limits.payloadFiles = 5
  limits.wants = 4
  const later: (number | undefined)[] = []
  for (let round = 1; round === 1 || (await awaitedAt(district)) > 0; round += 1) {
    const up = newStick(root, `up-${round}`)
    const { scansLater, scansLost } = await exportTo(commune, up)
    expect(scansLost).toEqual([])
    later.push(scansLater)
    expect((await importFrom(district, up)).sets).toMatchObject([
      { outcome: 'imported', scans: { fresh: expectNumber } },
    ])
    const down = newStick(root, `down-${round}`)
    if ((await awaitedAt(district)) > 0) await carryAll(district, down, commune)
    expect(round).toBeLessThan(SCANS)
  }
  expect(later[0]).toBeGreaterThan(0)
  expect(later.at(-1)).toBeUndefined()
  await expectScans(district, id)
  // Nothing is left to say.
  await carry(root, district, commune)
  for (const office of [commune, district])
    expect(await office.refused('bundle.export', { folder: newStick(root, `none-${office.code}`) })).toMatchObject({
      code: 'NOTHING_TO_EXPORT',
    })
})

test('what its office has lost for ever keeps nothing behind it from being asked for: sets go round', async () => {
  const { root, commune, district } = await fewCame(2)
  const missing = await scansIn(district, 'missing_scans')
  expect(missing.length).toBeGreaterThan(2 * limits.wants)
  const lost = missing.slice(0, limits.wants)
  for (const sha256 of lost) await lose(commune, sha256)
  await carry(root, district, commune)
  expect(await scansIn(commune, 'wanted_scans')).toEqual(lost)
  // A second copy asks for the same: nobody has answered in between.
  await carry(root, district, commune)
  expect(await scansIn(commune, 'wanted_scans')).toEqual(lost)
  for (let round = 1; (await awaitedAt(district)) > lost.length; round += 1) {
    await carry(root, commune, district)
    await carry(root, district, commune)
    expect(round).toBeLessThan(SCANS)
  }
  expect(await scansIn(district, 'missing_scans')).toEqual(lost)
  expect((await commune.do<JournalHealth>('journal.health')).scansLost.map(({ sha256 }) => sha256)).toEqual(lost)
})

test('what no answer brings is asked for again once the round is over', async () => {
  const { root, commune, district } = await fewCame(2)
  const missing = await scansIn(district, 'missing_scans')
  for (const sha256 of missing) await lose(commune, sha256)
  const asked: string[] = []
  for (let round = 0; round < missing.length; round += 1) {
    await carry(root, district, commune)
    const wanted = await scansIn(commune, 'wanted_scans')
    expect(wanted).toHaveLength(limits.wants)
    asked.push(...wanted)
    await carry(root, commune, district)
  }
  for (const sha256 of missing) expect(asked.filter((one) => one === sha256)).toHaveLength(limits.wants)
})

test('sets from the start come to an end as well: what was asked for goes first', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const id = await dossier(commune, root)
  limits.payloadFiles = 5
  for (let round = 1; round === 1 || (await awaitedAt(district)) > 0; round += 1) {
    const up = newStick(root, `full-${round}`)
    expect(await exportTo(commune, up, district, true)).toMatchObject({ kind: 'full', scansLater: expectNumber })
    expect((await importFrom(district, up)).sets).toMatchObject([{ outcome: 'imported' }])
    await carry(root, district, commune)
    expect(round).toBeLessThan(SCANS)
  }
  await expectScans(district, id)
})

test('a further computer is taken in with more scans than a set may hold, and gets the rest from its own office', async () => {
  const root = temporaryFolder()
  const hub = await foundCommune(root)
  const id = await dossier(hub, root)
  limits.payloadFiles = 7
  const second = await joinOffice(hub, root, newStick(root, 'enrol'))
  const [enrolment] = (await hub.do<{ bundles: { report: Exported }[] }>('bundle.history')).bundles
  const later = enrolment?.report.scansLater ?? 0
  expect([enrolment?.report.kind, later > 0]).toEqual(['enrol', true])
  expect(await awaitedAt(second)).toBe(later)
  for (let round = 1; (await awaitedAt(second)) > 0; round += 1) {
    await carryAtHome(root, second, hub)
    expect(await carryAtHome(root, hub, second)).toMatchObject([{ outcome: 'imported' }])
    expect(round).toBeLessThan(SCANS)
  }
  await expectScans(second, id)
  // What it had not got yet is nothing that its own computer has lost.
  expect((await second.do<JournalHealth>('journal.health')).scansLost).toEqual([])
})

test('scans that an office waits for itself are not told to its other computers as lost', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const second = await joinOffice(district, root, newStick(root, 'enrol'))
  await carryAtHome(root, second, district)
  await dossier(commune, root)
  limits.payloadFiles = 5
  await carry(root, commune, district)
  const count = await awaitedAt(district)
  expect(count).toBeGreaterThan(0)
  limits.payloadFiles = 100
  const { sets } = await district.do<ExportAnswer>('device.export', { folder: newStick(root, 'home') })
  expect(sets).toMatchObject([{ scansLost: [] }])
  expect(await district.do<JournalHealth>('journal.health')).toMatchObject({
    scansLost: [],
    scansAwaited: [{ office: commune.id, count }],
  })
})

test('a scan longer than any may be, as its file has it, does not keep the set from leaving', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  await dossier(commune, root)
  limits.scanBytes = 1
  const { scans, scansLost } = await exportTo(commune, newStick(root, 'usb'), district)
  expect([scans, scansLost.length]).toEqual([0, SCANS])
})

test('more lines than a reader takes are refused by name before anything is written or recorded', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  await register(commune, await addBranch(commune), { name: 'Trần Văn Đức' })
  await carry(root, commune, district)
  await carry(root, district, commune)
  const stick = newStick(root, 'usb')
  const enrol = await askedToJoin(root, commune, stick)
  const lying = filesIn(stick)
  const most = 100
  limits.journalBytes = most
  const enrolment = await commune.refused('device.enrol', enrol)
  expect(enrolment).toEqual({ code: 'B_TOO_MUCH', data: { what: 'lines', most, isWhole: true } })
  expect(refusalSentence(enrolment)).toMatch(/mọi bản ghi từ đầu.*Chưa ghi gì ra USB; báo người hỗ trợ\.$/)
  const full = await commune.refused('bundle.export', { folder: stick, to: district.id, full: true })
  expect(full).toEqual({ code: 'B_TOO_MUCH', data: { what: 'lines', most } })
  expect(refusalSentence(full)).toMatch(/dài hơn 100 byte.*bỏ đánh dấu rồi xuất lại/)
  const { digits } = await commune.do<{ digits: string }>('pairing.card')
  const recovery = { to: commune.id, folder: stick, digits, reason: 'Máy hỏng ổ cứng' }
  expect(await district.refused('bundle.exportRecovery', recovery)).toMatchObject({
    code: 'B_TOO_MUCH',
    data: { isWhole: true },
  })
  expect(filesIn(stick)).toEqual(lying)
  expect((await commune.do<{ devices: DeviceRow[] }>('device.list')).devices).toHaveLength(1)
  // What the sentence says to do: only what is not acknowledged goes.
  expect(await exportTo(commune, stick, district)).toMatchObject({ kind: 'ack' })
  limits.journalBytes = 2 ** 20
  expect(await commune.do('device.enrol', enrol)).toMatchObject({ sets: [{ kind: 'enrol' }] })
})

test('a hand-over that its successor could not take is not recorded: the office works on', async () => {
  const { root, commune, heir, id } = await beforeMerger()
  const most = 100
  limits.journalBytes = most
  const stick = newStick(root, 'merger')
  const merger = { to: heir.id, on: '2024-03-01', reason: 'Nghị quyết số 12', folder: stick }
  expect(await commune.refused('bundle.exportSuccession', merger)).toEqual({
    code: 'B_TOO_MUCH',
    data: { what: 'lines', most, isWhole: true },
  })
  expect(filesIn(stick)).toEqual([])
  await commune.do('candidate.correct', { case: id, change: { set: { name: 'Trần Văn Đức Anh' } } })
  realLimits()
  expect(await commune.do('bundle.exportSuccession', merger)).toMatchObject({ sets: [{ kind: 'succession' }] })
  expect(await commune.refused('candidate.correct', { case: id, change: { set: { name: HOA.name } } })).toMatchObject({
    code: 'CASE_NOT_KEPT_HERE',
  })
})

test('lines that a hand-over or an enrolment itself adds are counted before it is recorded', async () => {
  const { root, commune, heir, id } = await beforeMerger()
  const stick = newStick(root, 'usb')
  const enrol = await askedToJoin(root, commune, stick)
  const lying = filesIn(stick)
  // Room for all there is, and for no line more.
  const most = await bytesOfLines(commune)
  limits.journalBytes = most
  const tooMuch = { code: 'B_TOO_MUCH', data: { what: 'lines', most, isWhole: true } }
  expect(await commune.refused('device.enrol', enrol)).toEqual(tooMuch)
  const merger = { to: heir.id, on: '2024-03-01', reason: 'Nghị quyết số 12', folder: stick }
  expect(await commune.refused('bundle.exportSuccession', merger)).toEqual(tooMuch)
  expect(filesIn(stick)).toEqual(lying)
  expect(await bytesOfLines(commune)).toBe(most)
  expect((await commune.do<{ devices: DeviceRow[] }>('device.list')).devices).toHaveLength(1)
  await commune.do('candidate.correct', { case: id, change: { set: { name: 'Trần Văn Đức Anh' } } })
  realLimits()
  expect(await commune.do('device.enrol', enrol)).toMatchObject({ sets: [{ kind: 'enrol' }] })
  expect(await commune.do('bundle.exportSuccession', merger)).toMatchObject({ sets: [{ kind: 'succession' }] })
})

test('who has lost its lines gets all their scans or is told that they are too many', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  await dossier(commune, root)
  await carry(root, commune, district)
  limits.payloadFiles = 5
  const { digits } = await commune.do<{ digits: string }>('pairing.card')
  const stick = newStick(root, 'usb')
  const recovery = { to: commune.id, folder: stick, digits, reason: 'Máy hỏng ổ cứng' }
  const refused = await district.refused('bundle.exportRecovery', recovery)
  expect(refused).toEqual({ code: 'B_TOO_MUCH', data: { what: 'files', most: 5 } })
  expect(filesIn(stick)).toEqual([])
})

test('scans that never came are not told as lost to whoever gets its lines back, even those that are asked for later', async () => {
  const { root, commune, district } = await fewCame(1)
  const count = await awaitedAt(district)
  expect(count).toBeGreaterThan(1)
  const { sets } = await exportRecovery(district, commune, newStick(root, 'usb'))
  expect(sets).toMatchObject([{ scans: SCANS - count, scansLost: [] }])
  expect(await district.do<JournalHealth>('journal.health')).toMatchObject({
    scansLost: [],
    scansAwaited: [{ office: commune.id, count }],
  })
})

/** One set of five files has brought the district fewer scans than there are. @param wants - how many it asks for at once */
async function fewCame(wants: number) {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  await dossier(commune, root)
  limits.payloadFiles = 5
  await carry(root, commune, district)
  realLimits()
  limits.wants = wants
  return { root, commune, district }
}

/** An office on the day it is merged into another, and somebody on its list. */
async function beforeMerger() {
  const root = temporaryFolder()
  const { commune } = await communeAndDistrict(root)
  const id = await register(commune, await addBranch(commune), { name: 'Trần Văn Đức' })
  const heir = await foundCommune(root, 'kim-thanh', 'Đảng ủy xã Kim Thanh')
  await pairSuccessor(heir, commune)
  commune.at('2024-03-01')
  return { root, commune, heir, id }
}

/** A new computer asks to be taken in. @returns what the office does that with */
async function askedToJoin(root: string, office: TestOffice, stick: string) {
  const { file, digits } = await succeed<{ file: string; digits: string }>(
    newComputer(root, 'may-moi').core.call('device.ask', { name: 'Máy mới', passphrase: PASSPHRASE, folder: stick }),
  )
  const { card } = await office.do<{ card: string }>('device.readCard', { file })
  return { card, digits, folder: stick }
}

/** Exports to whoever there is something new for. */
async function carryAll(from: TestOffice, stick: string, to: TestOffice): Promise<void> {
  await exportTo(from, stick)
  expect((await importFrom(to, stick)).sets).toMatchObject([{ outcome: 'imported' }])
}

const expectNumber: unknown = expect.any(Number)

/** Somebody sent up with as many scans. */
async function dossier(office: TestOffice, root: string): Promise<string> {
  const id = await register(office, await addBranch(office))
  await buildDossier(office, id)
  const folder = newStick(root, 'papers')
  const files = Array.from({ length: SCANS }, (_, nth) => pdfFile(folder, `trang-${nth}.pdf`))
  await office.do('paper.record', { case: id, paper: '2-KND', files })
  await branchVotes(office, id)
  await committeeVotes(office, id)
  await submit(office, id)
  return id
}

async function awaitedAt(office: TestOffice): Promise<number> {
  const { scansAwaited } = await office.do<JournalHealth>('journal.health')
  return scansAwaited.reduce((sum, { count }) => sum + count, 0)
}

/** How long all lines of an office are together, as a set would carry them. */
function bytesOfLines({ paths }: TestOffice): Promise<number> {
  return readStoreOf(
    paths,
    (db) => prepared<{ n: number }>(db, 'SELECT sum(octet_length(line) + 1) AS n FROM journal').get()?.n ?? 0,
  )
}

/** Scans that an office has noted: those it misses, or those it is asked for. */
function scansIn({ paths }: TestOffice, table: 'missing_scans' | 'wanted_scans'): Promise<readonly string[]> {
  return readStoreOf(paths, (db) =>
    prepared<{ sha256: string }>(db, `SELECT sha256 FROM ${table} ORDER BY sha256`)
      .all()
      .map(({ sha256 }) => sha256),
  )
}

/** Takes the file of a scan away: which one it is nobody sees from outside, so all are tried. */
async function lose(office: TestOffice, sha256: string): Promise<void> {
  for (const file of scanFilesOf(office)) {
    renameSync(file, `${file}.away`)
    const { ok } = await office.core.call('scan.get', { sha256 })
    if (ok) renameSync(`${file}.away`, file)
    else return rmSync(`${file}.away`)
  }
}

async function expectScans(office: TestOffice, id: string): Promise<void> {
  const scans = await scanHashesAt(office, id)
  expect(scans).toHaveLength(SCANS)
  for (const sha256 of scans) expect(await office.do('scan.get', { sha256 })).toMatchObject({ type: 'application/pdf' })
}
