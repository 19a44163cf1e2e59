/**
 * Computers of an office that no set can be sealed to yet: they are named, with what a person does. Those very steps end well,
 * also where a set of such a computer has come, for it writes for another one, which has said that it holds what is lacking.
 */
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { idOfText } from '../../../shared/base/ids.ts'
import { refusalSentence } from '../../../shared/words/vi.ts'
import { between } from '../../support/between.ts'
import { addBranch, foundCommune, importFrom, newStick, register, stageAt } from '../../support/journey.ts'
import { adoptKeys, copyOfOffice, joinOffice, speaksForOffice, type TestOffice } from '../../support/office.ts'
import { keysOf } from '../../support/office-picture.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

// Whole offices over real files: on a busy machine one of these takes as long as many small tests.
vi.setConfig({ testTimeout: 60_000 })

test('all computers that have sent nothing yet are named, until one of them has', async () => {
  const root = temporaryFolder()
  const hub = await foundCommune(root)
  const names = ['Máy phòng tiếp dân', 'Máy phòng tổ chức']
  const one = await joinOffice(hub, root, newStick(root, 'enrol-1'), names[0])
  await joinOffice(hub, root, newStick(root, 'enrol-2'), names[1])
  const refused = await hub.refused('device.export', { folder: newStick(root, 'early') })
  if (refused.code !== 'DEVICE_NOT_READY') throw new Error(refused.code)
  expect(refused.data.names.toSorted()).toEqual(names)
  await between(root, one, hub)
  await between(root, hub, one)
})

test('the second heir of the exchange computer hears of a further one what only the first knew once all is sent again', async () => {
  const root = temporaryFolder()
  const first = await foundCommune(root)
  const unit = await addBranch(first)
  const joined = await joinOffice(first, root, newStick(root, 'enrol'))
  // The first heir is told by the further computer, and tells a copy of it that goes on; then that heir is lost.
  const heir = await copyOfOffice(first, join(root, 'heir'), false)
  const further = await copyOfOffice(joined, join(root, 'further'), false)
  await between(root, joined, heir)
  joined.core.close()
  await takenIn(root, further, heir)
  heir.core.close()

  const again = await heirBehind(root, first, heir)
  await takenIn(root, further, again)
  const there = await register(further, unit, { name: 'Vũ Thị Mai' })
  await between(root, further, again)
  const refused = await again.refused('device.export', { folder: newStick(root, 'no') })
  expect(refused.code).toBe('DEVICE_NOT_READY')
  expect(refusalSentence(refused)).toContain('đánh dấu “Gửi lại đầy đủ từ đầu” rồi xuất gói')

  await between(root, further, again, { full: true })
  // It hears of the first heir with that, and its page says how it speaks for the office itself.
  expect(await speaksForOffice(again)).toBe(false)
  await again.do('device.takeExchange', { reason: 'Máy này là máy chính' })
  await between(root, again, further)
  await between(root, further, again)
  expect(await stageAt(again, there)).toBe('listed')
  for (const office of [again, further])
    expect(await office.do('journal.health', { deep: true })).toMatchObject({ troubles: [], tables: 'equal' })
})

/** A computer restored from the data of the first as it was, whom the office takes for less than the earlier heir. */
async function heirBehind(root: string, first: TestOffice, heir: TestOffice): Promise<TestOffice> {
  const opened = async (office: TestOffice) => idOfText((await keysOf(office)).device)
  for (let i = 0; ; i += 1) {
    const again = await copyOfOffice(first, join(root, `again-${i}`), false)
    // Both began at the same place: the ids of their first entries, which are made of chance, decide.
    if ((await opened(again)) < (await opened(heir))) return again
    again.core.close()
  }
}

/** A further computer takes the keys and everything else that another one has. */
async function takenIn(root: string, office: TestOffice, hub: TestOffice): Promise<void> {
  const folder = newStick(root, `keys-${(await keysOf(hub)).device}`)
  await adoptKeys(office, hub, folder)
  expect((await importFrom(office, folder)).sets).toMatchObject([{ outcome: 'imported' }])
}
