/**
 * A store that fails once a set lies whole on the stick: the set is told as it stands, with what this computer could not note.
 * Written again it is another one, and whoever takes in both has everything once.
 */
import { readdirSync } from 'node:fs'
import Database from 'better-sqlite3'
import { afterEach, expect, test, vi } from 'vitest'
import type { ExportAnswer } from '../../../shared/contract/exchange.ts'
import { refusalSentence, unrecordedSentence } from '../../../shared/words/vi.ts'
import {
  addBranch,
  carry,
  communeAndDistrict,
  exportRecovery,
  foundCommune,
  importFrom,
  newStick,
  register,
} from '../../support/journey.ts'
import { joinOffice, pair, type TestOffice } from '../../support/office.ts'
import { peopleOf } from '../../support/survivors.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

vi.setConfig({ testTimeout: 60_000 })

/** How many records of sets the store still has room for. */
const room = vi.hoisted(() => ({ left: Infinity }))

vi.mock('../../../db/private/exchange.ts', async (original) => {
  const real = await original<typeof import('../../../db/private/exchange.ts')>()
  const keepExport: typeof real.keepExport = (...args) => {
    room.left -= 1
    if (room.left < 0) throw new Database.SqliteError('database or disk is full', 'SQLITE_FULL')
    real.keepExport(...args)
  }
  return { ...real, keepExport }
})

afterEach(() => {
  room.left = Infinity
})

test('a set that stands and could not be recorded is told so; those who take it in and the next one have all once', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const other = await foundCommune(root, 'ba-sao', 'Đảng ủy xã Ba Sao')
  await pair(other, district)
  const unit = await addBranch(commune)
  await register(commune, unit, { name: 'Trần Văn Đức' })
  for (const office of [commune, other]) await carry(root, office, district)
  room.left = 1
  const stick = newStick(root)
  const answer = await district.do<ExportAnswer>('bundle.export', { folder: stick, to: [commune.id, other.id] })
  const [first, second] = answer.sets
  expect(answer).toMatchObject({ stopped: null, sets: [{}, { unrecorded: { code: 'STORE_FULL' } }] })
  expect(answer.left).toBeUndefined()
  expect(first).not.toHaveProperty('unrecorded')
  expect(readdirSync(stick).toSorted()).toEqual(answer.sets.flatMap(({ files }) => files).toSorted())
  expect(await historyOf(district)).not.toContain(second?.id)
  for (const office of [commune, other])
    expect((await importFrom(office, stick)).sets).toContainEqual(expect.objectContaining({ outcome: 'imported' }))
  room.left = Infinity
  // Nothing is known of it here: it is offered again, and taken in again.
  const again = newStick(root, 'again')
  const { sets } = await district.do<ExportAnswer>('bundle.export', { folder: again })
  expect(sets.map(({ to }) => to)).toEqual([second?.to])
  const taker = [commune, other].find(({ id }) => id === second?.to)
  expect((await importFrom(taker ?? other, again)).sets).toMatchObject([{ outcome: 'imported' }])
})

test('lines that were sent twice so are taken in once', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const unit = await addBranch(commune)
  await register(commune, unit, { name: 'Trần Văn Đức' })
  room.left = 0
  const stick = newStick(root)
  const { sets } = await commune.do<ExportAnswer>('bundle.export', { folder: stick })
  expect(sets).toMatchObject([{ to: district.id, entries: 2, unrecorded: { code: 'STORE_FULL' } }])
  expect((await importFrom(district, stick)).sets).toMatchObject([{ outcome: 'imported', report: { fresh: 2 } }])
  room.left = Infinity
  await register(commune, unit, { name: 'Lê Thị Mai' })
  await commune.do('bundle.export', { folder: stick })
  const taken = await importFrom(district, stick)
  expect(taken.sets.map(({ outcome }) => outcome).toSorted()).toEqual(['already', 'imported'])
  expect(taken.sets.find(({ outcome }) => outcome === 'imported')?.report).toMatchObject({ known: 2 })
  expect((await peopleOf(district)).toSorted()).toEqual(['Lê Thị Mai', 'Trần Văn Đức'])
})

test('so it is of a recovery, and of what a further computer writes and is written', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  await addBranch(commune)
  await carry(root, commune, district)
  room.left = 0
  const { sets } = await exportRecovery(district, commune, newStick(root, 'recovery'))
  expect(sets).toMatchObject([{ kind: 'recovery', unrecorded: { code: 'STORE_FULL' } }])
  const second = await joinOffice(commune, root, newStick(root, 'enrol'))
  const home = await second.do<ExportAnswer>('device.export', { folder: newStick(root, 'home') })
  expect(home).toMatchObject({ stopped: null, sets: [{ kind: 'sibling', unrecorded: { code: 'STORE_FULL' } }] })
})

test('the sentence says that the set stands, why it is not noted, and what to do', () => {
  expect(unrecordedSentence('Huyện ủy', refusalSentence({ code: 'STORE_FULL', data: {} }))).toBe(
    'Gói gửi Huyện ủy đã nằm trọn ở nơi ghi, nơi nhận dùng được, nhưng máy này chưa ghi lại được là đã xuất: ổ đĩa không đủ chỗ nên chưa ghi được. Dọn bớt tệp, làm trống thùng rác hoặc chọn ổ đĩa khác rồi làm lại. Khắc phục xong thì xuất lại để lần xuất có trong lịch sử trao đổi. Nơi nhận nhận gói nào trước cũng được, nhận cả hai cũng không bị trùng.',
  )
})

async function historyOf(office: TestOffice): Promise<readonly string[]> {
  const { bundles } = await office.do<{ bundles: { id: string }[] }>('bundle.history')
  return bundles.map(({ id }) => id)
}
