/** A store put back from a backup misses what came since: the gap is named, answered, and closes with the next round. */
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { JournalHealth } from '../../../shared/contract/answers.ts'
import { refusalSentence, troubleSentence } from '../../../shared/words/vi.ts'
import {
  addBranch,
  carry,
  carryAtHome,
  communeAndDistrict,
  exportTo,
  foundCommune,
  importFrom,
  newStick,
  register,
  stageAt,
} from '../../support/journey.ts'
import { copyOfOffice, joinOffice, type TestOffice } from '../../support/office.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

vi.setConfig({ testTimeout: 60_000 })

const NAMES = { office: () => 'Đảng ủy xã Đồng Hóa' }

test('B_GAP writes a receipt by itself, which the sender’s next set obeys', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const unit = await addBranch(commune)
  const first = await register(commune, unit, { name: 'Trần Văn Đức' })
  await carry(root, commune, district)
  await carry(root, district, commune)
  const old = await copyOfOffice(district, join(root, 'backup'))
  const lost = await register(commune, unit, { name: 'Lê Thị Mai' })
  await carry(root, commune, district)
  await carry(root, district, commune)
  district.core.close()
  const last = await register(commune, unit, { name: 'Nguyễn Thị Hòa' })
  const up = newStick(root, 'up')
  await exportTo(commune, up, district)
  expect(await old.refused('bundle.export', { folder: newStick(root, 'nothing') })).toMatchObject({
    code: 'NOTHING_TO_EXPORT',
  })
  // Looking at it writes nothing yet.
  await old.do('bundle.preview', { folder: up })
  expect(await old.refused('bundle.export', { folder: newStick(root, 'nothing-yet') })).toMatchObject({
    code: 'NOTHING_TO_EXPORT',
  })
  expect((await importFrom(old, up)).sets).toMatchObject([
    { outcome: 'refused', refusal: { code: 'B_GAP', data: { have: 2, need: 4 } } },
  ])
  const down = newStick(root, 'down')
  expect(await exportTo(old, down)).toMatchObject({ kind: 'ack', to: commune.id })
  expect((await importFrom(commune, down)).sets).toMatchObject([{ outcome: 'imported' }])
  expect(await old.refused('bundle.export', { folder: newStick(root, 'answered') })).toMatchObject({
    code: 'NOTHING_TO_EXPORT',
  })
  const again = newStick(root, 'again')
  expect(await exportTo(commune, again)).toMatchObject({ kind: 'changes', entries: 2 })
  expect((await importFrom(old, again)).sets).toMatchObject([{ outcome: 'imported' }])
  for (const id of [first, lost, last]) expect(await stageAt(old, id)).toBe('listed')
})

test('of a gap in a set of the office’s own computer nobody is telephoned: that computer sends all again', async () => {
  const root = temporaryFolder()
  const hub = await foundCommune(root)
  const unit = await addBranch(hub)
  const second = await joinOffice(hub, root, newStick(root, 'enrol'))
  const tell = async (from: TestOffice, to: TestOffice, full = false) =>
    (await carryAtHome(root, from, to, { full }))[0]
  await tell(second, hub)
  const old = await copyOfOffice(second, join(root, 'old'))
  await register(hub, unit, { name: 'Trần Văn Đức' })
  await tell(hub, second)
  await tell(second, hub)
  const id = await register(hub, unit, { name: 'Lê Thị Mai' })
  const refused = await tell(hub, old)
  expect(refused).toMatchObject({ outcome: 'refused', refusal: { code: 'B_GAP', data: { own: 'computer' } } })
  const [trouble] = (await old.do<JournalHealth>('journal.health')).troubles
  expect(trouble).toMatchObject({ code: 'B_GAP', own: 'computer' })
  if (!refused?.refusal || trouble === undefined) throw new Error('not refused')
  for (const said of [refusalSentence(refused.refusal, NAMES), troubleSentence(trouble, NAMES)]) {
    expect(said).toContain('đánh dấu “Gửi lại đầy đủ từ đầu” rồi xuất gói')
    expect(said).not.toContain('Đảng ủy')
  }
  expect(await tell(hub, old, true)).toMatchObject({ outcome: 'imported' })
  expect(await stageAt(old, id)).toBe('listed')
  expect((await old.do<JournalHealth>('journal.health')).troubles).toEqual([])
})
