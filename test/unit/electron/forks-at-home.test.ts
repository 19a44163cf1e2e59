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
import { addBranch, foundCommune, importFrom, newStick, register } from '../../support/journey.ts'
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
  // Beside it may lie one for a computer that the other one knows of by now.
  const set = (await importFrom(to, folder)).sets.find(({ outcome }) => outcome !== 'notForUs')
  if (set === undefined) throw new Error('no set')
  return set
}
