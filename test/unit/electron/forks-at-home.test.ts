/**
 * A set of one of the office's own computers whose history parts from what is held: nobody is to be telephoned. It is
 * refused with what to do, and those very steps end well.
 */
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { prepared } from '../../../db/transaction.ts'
import type { JournalHealth } from '../../../shared/contract/answers.ts'
import type { ExportAnswer, SetOutcome } from '../../../shared/contract/exchange.ts'
import { refusalSentence, troubleSentence } from '../../../shared/words/vi.ts'
import {
  addBranch,
  communeAndDistrict,
  exportRecovery,
  foundCommune,
  importFrom,
  newStick,
  register,
} from '../../support/journey.ts'
import { copyOfOffice, joinOffice, speaksForOffice, type TestOffice } from '../../support/office.ts'
import { keysOf, readStoreOf } from '../../support/office-picture.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

// Whole offices over real files: on a busy machine one of these takes as long as many small tests.
vi.setConfig({ testTimeout: 60_000 })

const NAMES = { office: () => 'Đảng ủy xã Đồng Hóa' }

test('of two computers that pass for one the second is told what to do, does it, and nothing of either is lost', async () => {
  const root = temporaryFolder()
  const hub = await foundCommune(root)
  const unit = await addBranch(hub)
  const second = await joinOffice(hub, root, newStick(root, 'enrol'))
  await carry(root, second, hub)
  const copy = await copyOfOffice(second, join(root, 'copy'))
  await register(second, unit, { name: 'Vũ Thị Mai' })
  await register(copy, unit, { name: 'Trần Văn Sơn' })
  expect(await carry(root, second, hub)).toMatchObject({ outcome: 'imported' })

  const { device } = await keysOf(copy)
  // Whoever has only looked at the set knows what to do, too.
  const stick = newStick(root, 'copy')
  await copy.do('device.export', { folder: stick })
  const [refused] = (await hub.do<{ sets: readonly SetOutcome[] }>('bundle.preview', { folder: stick })).sets
  if (refused === undefined) throw new Error('no set')
  const channel = `${hub.id}.${device}.own`
  expect(refused).toMatchObject({ outcome: 'refused', refusal: { code: 'B_FORK', data: { channel, own: 'computer' } } })
  const [trouble] = (await hub.do<JournalHealth>('journal.health')).troubles
  expect(trouble).toMatchObject({ code: 'B_FORK', channel, own: 'computer' })
  if (refused.refusal === null || trouble === undefined) throw new Error('not refused')
  for (const said of [refusalSentence(refused.refusal, NAMES), troubleSentence(trouble, NAMES)]) {
    expect(said).toContain('đánh dấu “Gửi lại đầy đủ từ đầu” rồi xuất gói')
    expect(said).not.toContain('Gọi cho')
  }

  // The steps of that sentence, at the page's own defaults: what is shown first has changed nothing yet.
  const all = newStick(root, 'all')
  await hub.do<ExportAnswer>('device.export', { folder: all, full: true })
  const { sets } = await copy.do<{ sets: readonly SetOutcome[] }>('bundle.preview', { folder: all })
  expect(sets).toMatchObject([{ outcome: 'refused', refusal: { code: 'B_FORK', data: { channel, own: 'here' } } }])
  expect((await keysOf(copy)).device).toBe(device)
  expect((await importFrom(copy, all)).sets).toMatchObject([{ outcome: 'imported' }])
  expect((await keysOf(copy)).device).not.toBe(device)
  expect(await carry(root, copy, hub)).toMatchObject({ outcome: 'imported' })

  expect(await namesAt(hub)).toEqual(['Trần Văn Sơn', 'Vũ Thị Mai'])
  expect(await namesAt(copy)).toEqual(['Trần Văn Sơn', 'Vũ Thị Mai'])
  for (const office of [hub, copy])
    expect(await office.do('journal.health', { deep: true })).toMatchObject({ troubles: [], tables: 'equal' })
})

test('a third copy under the first id is refused where an heir is known and it has another history, and is heard at last', async () => {
  const root = temporaryFolder()
  const hub = await foundCommune(root)
  const unit = await addBranch(hub)
  const second = await joinOffice(hub, root, newStick(root, 'enrol'))
  await carry(root, second, hub)
  const third = await copyOfOffice(hub, join(root, 'third'))
  const heir = await copyOfOffice(hub, join(root, 'heir'), false)
  await register(hub, unit, { name: 'Đỗ Văn An' })
  await register(third, unit, { name: 'Lê Thị Bình' })
  await register(heir, unit, { name: 'Trần Văn Chung' })
  await carry(root, hub, second)
  await carry(root, heir, second)

  const { device } = await keysOf(third)
  const channel = `${hub.id}.${device}.own`
  const before = await namesAt(second)
  expect(await carry(root, third, second)).toMatchObject({
    outcome: 'refused',
    refusal: { code: 'B_FORK', data: { channel, own: 'computer' } },
  })
  expect(await namesAt(second)).toEqual(before)

  // What the sentence says: the second writes everything for the computer it exchanges with, which the third one opens too.
  const all = newStick(root, 'all')
  await second.do('device.export', { folder: all, full: true })
  expect((await importFrom(third, all)).sets).toMatchObject([{ outcome: 'imported' }])
  expect((await keysOf(third)).device).not.toBe(device)
  // Two go on for the first one now: ids decide which of them speaks, and its page says how to change that.
  if (!(await speaksForOffice(third))) await third.do('device.takeExchange', { reason: 'Máy này là máy chính' })
  expect(await carry(root, third, second)).toMatchObject({ outcome: 'imported' })
  expect(await namesAt(second)).toEqual(['Lê Thị Bình', 'Trần Văn Chung', 'Đỗ Văn An'])
  await carry(root, second, third)
  expect(await namesAt(third)).toEqual(['Lê Thị Bình', 'Trần Văn Chung', 'Đỗ Văn An'])
  for (const office of [second, third])
    expect(await office.do('journal.health', { deep: true })).toMatchObject({ tables: 'equal' })
})

test('what another office gives back of a further computer of ours stands; what is here instead is said again, once', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const unit = await addBranch(commune)
  const second = await joinOffice(commune, root, newStick(root, 'enrol'))
  await carry(root, second, commune)
  // The first computer is restored, and of the second there are two that pass for one.
  const hub = await copyOfOffice(commune, join(root, 'hub'), false)
  const copy = await copyOfOffice(second, join(root, 'copy'))
  const { device } = await keysOf(second)
  const channel = `${commune.id}.${device}.${district.id}`
  await register(second, unit, { name: 'Vũ Thị Mai' })
  await carry(root, second, commune)
  await send(root, commune, district)
  commune.core.close()
  await register(copy, unit, { name: 'Trần Văn Sơn' })
  expect(await carry(root, copy, hub)).toMatchObject({ outcome: 'imported' })
  const parted = await send(root, hub, district)
  expect(parted).toMatchObject({ outcome: 'refused', refusal: { code: 'B_FORK', data: { channel } } })
  const [trouble] = (await district.do<JournalHealth>('journal.health')).troubles
  if (parted.refusal === null || trouble === undefined) throw new Error('not refused')
  for (const said of [refusalSentence(parted.refusal, NAMES), troubleSentence(trouble, NAMES)])
    expect(said).toContain(
      'mở Trao đổi, thẻ Kết nối, xuất gói khôi phục cho Đảng ủy xã Đồng Hóa: nơi đó nhận gói ấy rồi xuất lại',
    )

  // The district telephones, and gives back what it holds: it is shown first, and then taken in.
  const stick = newStick(root, 'recovery')
  await exportRecovery(district, hub, stick)
  const [shown] = (await hub.do<{ sets: readonly SetOutcome[] }>('bundle.preview', { folder: stick })).sets
  expect(shown).toMatchObject({ outcome: 'ready', kind: 'recovery', refusal: null })
  const [taken] = (await importFrom(hub, stick)).sets
  expect(taken).toMatchObject({ outcome: 'imported', refusal: null })
  expect(taken?.report?.reissued).toBeGreaterThan(0)
  expect(await namesAt(hub)).toEqual(['Trần Văn Sơn', 'Vũ Thị Mai'])
  expect(await send(root, hub, district)).toMatchObject({ outcome: 'imported' })
  expect(await send(root, district, hub)).toMatchObject({ outcome: 'imported' })
  expect(await namesAt(district)).toEqual(['Trần Văn Sơn', 'Vũ Thị Mai'])

  // Both that pass for the second computer are told what to do, do it, and nobody is said twice.
  for (const one of [second, copy]) {
    const said = await carry(root, one, hub)
    if (said.outcome === 'refused') {
      expect(said).toMatchObject({ refusal: { code: 'B_FORK', data: { own: 'computer' } } })
      const all = newStick(root, 'all')
      await hub.do('device.export', { folder: all, full: true })
      expect(await takenOf(one, all)).toMatchObject({ outcome: 'imported' })
      expect(await carry(root, one, hub)).toMatchObject({ outcome: 'imported' })
    }
  }
  await send(root, hub, district)
  for (const office of [hub, second, copy, district]) {
    expect(await namesAt(office)).toEqual(['Trần Văn Sơn', 'Vũ Thị Mai'])
    expect(await office.do('journal.health', { deep: true })).toMatchObject({ troubles: [], tables: 'equal' })
  }
})

test('a recovery older than what its office has said since is refused with what to do, which tells what is so', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const unit = await addBranch(commune)
  const second = await joinOffice(commune, root, newStick(root, 'enrol'))
  await carry(root, second, commune)
  await send(root, commune, district)
  const copy = await copyOfOffice(second, join(root, 'copy'))
  const hub = await copyOfOffice(commune, join(root, 'hub'), false)
  const above = await copyOfOffice(district, join(root, 'above'), false)
  await register(second, unit, { name: 'Vũ Thị Mai' })
  await carry(root, second, commune)
  await send(root, commune, district)
  commune.core.close()
  const stick = newStick(root, 'recovery')
  await exportRecovery(district, hub, stick)

  // Both offices work on from their backups, and of the second computer they know what its copy has written.
  await register(copy, unit, { name: 'Trần Văn Sơn' })
  await carry(root, copy, hub)
  expect(await send(root, hub, above)).toMatchObject({ outcome: 'imported' })
  expect(await send(root, above, hub)).toMatchObject({ outcome: 'imported' })
  const { device } = await keysOf(copy)
  const channel = `${hub.id}.${device}.${district.id}`
  const old = { outcome: 'refused', refusal: { code: 'B_FORK', data: { channel, own: 'lines' } } }
  const refused = await takenOf(hub, stick)
  expect(refused).toMatchObject(old)
  if (refused.refusal === null) throw new Error('not refused')
  expect(refusalSentence(refused.refusal, NAMES)).toContain(
    'Nhận gói mới nhất của nơi đó trước, rồi nhận lại gói này; vẫn báo như vậy thì không cần nhận nữa',
  )
  expect(await hub.do('journal.health')).toMatchObject({ troubles: [] })
  await register(hub, unit, { name: 'Đỗ Văn An' })
  await send(root, hub, above)
  await send(root, above, hub)
  expect(await takenOf(hub, stick)).toMatchObject(old)
  expect(await namesAt(hub)).toEqual(['Trần Văn Sơn', 'Đỗ Văn An'])

  // The district's own computer is there again after all: its newest set says that it holds what it has given back.
  await send(root, district, hub)
  expect(await takenOf(hub, stick)).toMatchObject({ outcome: 'imported' })
  expect(await namesAt(hub)).toEqual(['Trần Văn Sơn', 'Vũ Thị Mai', 'Đỗ Văn An'])
  expect(await hub.do('journal.health', { deep: true })).toMatchObject({ troubles: [], tables: 'equal' })
})

function namesAt({ paths }: TestOffice): Promise<readonly string[]> {
  return readStoreOf(paths, (db) =>
    prepared<{ name: string }>(db, 'SELECT name FROM cases ORDER BY name')
      .all()
      .map(({ name }) => name),
  )
}

let trips = 0

/** A set from one computer of the office to the other. */
async function carry(root: string, from: TestOffice, to: TestOffice): Promise<SetOutcome> {
  const folder = newStick(root, `usb-${(trips += 1)}`)
  await from.do('device.export', { folder })
  return takenOf(to, folder)
}

/** A set from one office to the other. */
async function send(root: string, from: TestOffice, to: TestOffice): Promise<SetOutcome> {
  const folder = newStick(root, `usb-${(trips += 1)}`)
  await from.do('bundle.export', { folder, to: to.id })
  return takenOf(to, folder)
}

/** What became of the set in a folder that is for this computer. */
async function takenOf(to: TestOffice, folder: string): Promise<SetOutcome> {
  // Beside it may lie one for a computer that the other one knows of by now.
  const set = (await importFrom(to, folder)).sets.find(({ outcome }) => outcome !== 'notForUs')
  if (set === undefined) throw new Error('no set')
  return set
}
