/**
 * Erasing a person: our lines at once, the other office's when a person there says so. The chain holds, a replay gives the
 * same tables, and the bytes are gone from the store.
 */
import { Jimp } from 'jimp'
import { beforeEach, expect, test } from 'vitest'
import { nodeDisk } from '../../../electron/disk/node-disk.ts'
import type { SearchPage } from '../../../shared/contract/answers.ts'
import type { ErasureView } from '../../../shared/contract/erasures.ts'
import type { ClassView } from '../../../shared/contract/classes.ts'
import type { ImportResult } from '../../../shared/contract/exchange.ts'
import type { ScanRef } from '../../../shared/model/acts.ts'
import { foundOffice, pair, pairTrainer, type TestOffice } from '../../support/office.ts'
import { soundnessOf } from '../../support/survivors.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const NAME = 'Lương Thị Ngọc Khuê'
let commune: TestOffice
let district: TestOffice
let stick: string
let id: string

beforeEach(async () => {
  const root = temporaryFolder()
  stick = temporaryFolder()
  commune = await foundOffice({ root, code: 'xa-kim-thanh', name: 'Đảng ủy xã Kim Thanh', capacities: ['proposes'] })
  district = await foundOffice({ root, code: 'huyen-kb', name: 'Huyện ủy Kim Bảng', capacities: ['decides'] })
  const unit = await commune.do<{ unit: string }>('unit.add', { name: 'Chi bộ thôn Đồng Sơn', type: 'branch' })
  await pair(commune, district)
  id = (await commune.do<{ case: string }>('candidate.register', { profile: { name: NAME }, unit: unit.unit })).case
  await carry(commune, district)
})

const carry = async (from: TestOffice, to: TestOffice): Promise<ImportResult> => {
  await from.do('bundle.export', { to: to.id, folder: stick, full: true })
  return to.do<ImportResult>('bundle.import', { folder: stick })
}
const found = async (office: TestOffice) =>
  (await office.do<SearchPage>('candidate.search', { text: 'luong thi ngoc khue' })).rows.length
const list = (office: TestOffice) => office.do<ErasureView>('erasure.list')

test('a case that goes on is refused; one that ended is erased, and a year, a branch and an outcome stay', async () => {
  expect(await commune.refused('case.erase', { case: id, reason: 'Người đó đề nghị' })).toMatchObject({
    code: 'NOT_ERASABLE',
    data: { why: 'goesOn' },
  })
  await commune.do('candidate.withdraw', { case: id, reason: 'withdrawn', date: '2024-01-02' })
  await commune.do('case.erase', { case: id, reason: 'Người đó đề nghị' })
  expect(await found(commune)).toBe(0)
  expect((await list(commune)).erased).toMatchObject([{ case: id, year: 2024, outcome: 'withdrawn' }])
  expect(await soundnessOf(commune)).toEqual({ tables: 'equal', broken: [] })
  expect(await commune.refused('case.get', { case: id })).toMatchObject({ code: 'NOT_FOUND' })
})

test('elsewhere it is a request: carried out by a person, it leaves stubs on both sides and the same chain', async () => {
  await commune.do('candidate.withdraw', { case: id, reason: 'withdrawn', date: '2024-01-02' })
  await commune.do('case.erase', { case: id, reason: 'Người đó đề nghị' })
  expect((await carry(commune, district)).sets.map(({ outcome }) => outcome)).toContain('imported')
  expect(await found(district)).toBe(1)
  expect((await list(district)).requests).toMatchObject([{ case: id, name: NAME, reason: 'Người đó đề nghị' }])
  await district.do('erasure.answer', { case: id, outcome: 'done' })
  expect(await found(district)).toBe(0)
  expect((await list(district)).requests).toEqual([])
  expect(await soundnessOf(district)).toEqual({ tables: 'equal', broken: [] })
  await carry(district, commune)
  expect((await list(commune)).answers).toMatchObject([{ case: id, office: district.id, outcome: 'done' }])
})

test('declined, the ground is told and the lines stay', async () => {
  await commune.do('candidate.withdraw', { case: id, reason: 'withdrawn', date: '2024-01-02' })
  await commune.do('case.erase', { case: id, reason: 'Người đó đề nghị' })
  await carry(commune, district)
  expect(await district.refused('erasure.answer', { case: id, outcome: 'declined' })).toMatchObject({
    code: 'REASON_NEEDED',
  })
  await district.do('erasure.answer', { case: id, outcome: 'declined', ground: 'Đang xác minh' })
  expect(await found(district)).toBe(1)
  await carry(district, commune)
  expect((await list(commune)).answers).toMatchObject([{ outcome: 'declined', ground: 'Đang xác minh' }])
  expect(await district.refused('erasure.answer', { case: id, outcome: 'done' })).toMatchObject({
    code: 'NOTHING_TO_ERASE',
  })
})

test('an office that only trains is asked by name, erases who was in its classes, and its answer comes back', async () => {
  const root = temporaryFolder()
  const centre = await foundOffice({ root, code: 'ttct', name: 'Trung tâm chính trị', capacities: ['trains'] })
  await pairTrainer(centre, district)
  await commune.do('class.nominate', { case: id, class: 'awareness', date: '2024-01-02' })
  await carry(commune, district)
  await district.do('class.forward', { cases: [id], class: 'awareness', date: '2024-01-02' })
  await carry(district, centre)
  const { class: held } = await centre.do<{ class: string }>('class.open', {
    kind: 'awareness',
    name: 'Lớp bồi dưỡng nhận thức về Đảng khóa 1 năm 2024',
    decision: { number: '12-QĐ/HU', date: '2024-01-02' },
    place: 'Trung tâm chính trị huyện',
    from: '2024-01-04',
    to: '2024-01-05',
    places: 80,
  })
  await centre.do('class.enroll', { class: held, cases: [id], on: '2024-01-02' })
  await carry(centre, district)
  await carry(district, commune)
  await commune.do('candidate.withdraw', { case: id, reason: 'withdrawn', date: '2024-01-02' })
  await commune.do('case.erase', { case: id, reason: 'Người đó đề nghị' })
  await carry(commune, district)
  await district.do('erasure.answer', { case: id, outcome: 'done' })
  await carry(district, centre)
  expect((await list(centre)).requests).toMatchObject([{ case: id, name: NAME, office: district.id }])
  await centre.do('erasure.answer', { case: id, outcome: 'done' })
  expect((await list(centre)).requests).toEqual([])
  expect((await centre.do<ClassView>('class.get', { class: held })).seats).toEqual([])
  expect(await soundnessOf(centre)).toEqual({ tables: 'equal', broken: [] })
  await carry(centre, district)
  expect((await list(district)).answers).toMatchObject([{ case: id, office: centre.id, outcome: 'done' }])
  expect(await soundnessOf(district)).toEqual({ tables: 'equal', broken: [] })
})

/** An office whose disk can be made to wait in one operation, with a person to erase and somebody else, and a photograph. */
async function slowOffice() {
  let held: {
    readonly operation: 'readdir' | 'unlink'
    readonly reached: () => void
    readonly free: Promise<void>
  } | null = null
  const waiting = async (operation: 'readdir' | 'unlink', path: string) => {
    if (held?.operation !== operation || !path.includes('scans')) return
    held.reached()
    await held.free
  }
  const disk = {
    ...nodeDisk,
    readdir: async (path: string) => {
      await waiting('readdir', path)
      return nodeDisk.readdir(path)
    },
    unlink: async (path: string) => {
      await waiting('unlink', path)
      return nodeDisk.unlink(path)
    },
  }
  const office = await foundOffice({
    root: temporaryFolder(),
    code: 'xa-dong-hoa',
    name: 'Đảng ủy xã Đồng Hóa',
    capacities: ['proposes'],
    disk,
  })
  const { unit } = await office.do<{ unit: string }>('unit.add', { name: 'Chi bộ thôn Đông', type: 'branch' })
  const person = async (name: string) =>
    (await office.do<{ case: string }>('candidate.register', { profile: { name }, unit })).case
  const [erased, other] = [await person(NAME), await person('Trần Văn Bình')]
  const png = await new Jimp({ width: 300, height: 400, color: 0xffffffff }).getBuffer('image/png')
  const scan = await office.do<ScanRef>('scan.add', { name: 'ảnh.png', base64: png.toString('base64') })
  await office.do('photo.record', { case: erased, scan })
  await office.do('candidate.withdraw', { case: erased, reason: 'withdrawn', date: '2024-01-02' })
  /** From here on the operation waits. @returns when it has been reached, and what lets it go on */
  const hold = (operation: 'readdir' | 'unlink') => {
    const reached = Promise.withResolvers<void>()
    const freed = Promise.withResolvers<void>()
    held = { operation, reached: reached.resolve, free: freed.promise }
    return {
      reached: reached.promise,
      free: () => {
        held = null
        freed.resolve()
      },
    }
  }
  const erase = () => office.core.call('case.erase', { case: erased, reason: 'Người đó đề nghị' })
  return { office, erased, other, scan, hold, erase }
}

test('whoever comes to name a scan while an erasure waits for a sweep waits too, and hears that it is gone', async () => {
  const { office, other, scan, hold, erase } = await slowOffice()
  await office.do('session.lock')
  await office.unlock()
  const sweep = hold('readdir')
  const erasing = erase()
  await sweep.reached
  const naming = office.refused('photo.record', { case: other, scan })
  sweep.free()
  expect(await erasing).toMatchObject({ ok: true })
  expect(await naming).toMatchObject({ code: 'NOT_FOUND', data: { what: 'scan' } })
  expect(await found(office)).toBe(0)
})

test('locked before it has begun an erasure records nothing; locked while it cleans up it is recorded, and ends at the unlock', async () => {
  const { office, scan, hold, erase } = await slowOffice()
  await office.do('session.lock')
  await office.unlock()
  const sweep = hold('readdir')
  const early = erase()
  await sweep.reached
  await office.do('session.lock')
  sweep.free()
  expect(await early).toMatchObject({ error: { code: 'LOCKED' } })
  await office.unlock()
  expect((await list(office)).erased).toEqual([])

  const removal = hold('unlink')
  const late = erase()
  await removal.reached
  await office.do('session.lock')
  removal.free()
  expect(await late).toMatchObject({ ok: true })
  await office.unlock()
  expect((await list(office)).erased).toHaveLength(1)
  expect(await found(office)).toBe(0)
  expect(await office.refused('scan.get', { sha256: scan.sha256 })).toMatchObject({ code: 'SCAN_MISSING' })
  expect(await soundnessOf(office)).toEqual({ tables: 'equal', broken: [] })
})
