/** Copies of a data folder that live on side by side: which of them speaks for the office, and what becomes of the others. */
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { DeviceRow } from '../../../shared/contract/devices.ts'
import { speakerSentence, twinsSentence } from '../../../shared/words/vi.ts'
import { addBranch, carryAtHome, foundCommune, importFrom, newStick, register, stageAt } from '../../support/journey.ts'
import { adoptKeys, copyOfOffice, joinOffice, speaksForOffice, type TestOffice } from '../../support/office.ts'
import { keysOf } from '../../support/office-picture.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

// Whole offices over real files: on a busy machine one of these takes as long as many small tests.
vi.setConfig({ testTimeout: 60_000 })

test('of two copies of the exchange device the one that was not heard takes over, however little it has written', async () => {
  const root = temporaryFolder()
  const commune = await foundCommune(root)
  const unit = await addBranch(commune)
  for (const name of ['Một', 'Hai', 'Ba', 'Bốn', 'Năm', 'Sáu']) await register(commune, unit, { name })
  const second = await joinOffice(commune, root, newStick(root, 'enrol'))
  await tell(root, second, commune)
  const one = await copyOfOffice(commune, join(root, 'one'), false)
  const other = await copyOfOffice(commune, join(root, 'other'), false)
  commune.core.close()
  await meetByCards(root, one, other)
  const speakers = async (office: TestOffice) =>
    (await office.do<{ devices: DeviceRow[] }>('device.list')).devices.filter((row) => row.isExchange)
  const quiet = (await speakers(one)).some((row) => row.isSelf) ? other : one
  expect((await speakers(quiet)).map((row) => row.isSelf)).toEqual([false])
  await quiet.do('device.takeExchange', { reason: 'Máy kia không còn' })
  expect((await speakers(quiet)).map((row) => row.isSelf)).toEqual([true])
  const { device } = await keysOf(quiet)
  await tell(root, quiet, second)
  for (const office of [quiet, second]) expect((await speakers(office)).map((row) => row.device)).toEqual([device])
})

test('the exchange device that was copied speaks again once it says so, and every page says which one does', async () => {
  const root = temporaryFolder()
  const hub = await foundCommune(root)
  const unit = await addBranch(hub)
  const second = await joinOffice(hub, root, newStick(root, 'enrol'))
  await tell(root, second, hub)
  const copy = await copyOfOffice(hub, join(root, 'copy'), false)
  await register(copy, unit, { name: 'Vũ Thị Mai' })
  await tell(root, copy, second)
  await meetByCards(root, hub, copy)
  const devicesAt = (office: TestOffice) =>
    office.do<{ devices: readonly DeviceRow[] }>('device.list').then(({ devices }) => devices)
  expect(await speaksForOffice(hub)).toBe(false)
  const [self] = await devicesAt(hub)
  expect(self).toMatchObject({ isSelf: true, heir: (await keysOf(copy)).device, twins: [(await keysOf(copy)).device] })
  const said = twinsSentence(await devicesAt(hub))
  expect(said).toMatch(
    /Máy trao đổi \(máy này\); Máy trao đổi \(dùng tiếp dữ liệu chép từ máy khác như một máy mới, từ/,
  )
  expect(said).toContain('Máy trao đổi gửi và nhận với đơn vị khác')
  expect(twinsSentence(await devicesAt(second))).toBeNull()

  await hub.do('device.takeExchange', { reason: 'Máy này là máy chính' })
  expect(await speaksForOffice(hub)).toBe(true)
  expect(twinsSentence(await devicesAt(hub))).toContain('Máy này gửi và nhận với đơn vị khác')
  await register(hub, unit, { name: 'Trần Văn Sơn' })
  await tell(root, hub, second)
  await tell(root, hub, copy)
  expect((await keysOf(hub)).device).not.toBe(self?.device)
  for (const office of [second, copy]) {
    const speaker = (await devicesAt(office)).find(({ isExchange }) => isExchange)
    expect(speaker).toMatchObject({ isSelf: false, isPartner: true, device: (await keysOf(hub)).device })
  }
  for (const says of [speakerSentence, twinsSentence])
    expect(says(await devicesAt(second))).toMatch(/Máy trao đổi gửi và nhận với đơn vị khác, (thay cả|kể cả)/)
  await hub.do('device.remove', { device: (await keysOf(copy)).device, reason: 'Máy hỏng' })
  expect(twinsSentence(await devicesAt(hub))).toBeNull()
})

test('of two copies of a further computer that both wrote as it, the one heard later gives way when it is enrolled again', async () => {
  const root = temporaryFolder()
  const commune = await foundCommune(root)
  const unit = await addBranch(commune)
  const second = await joinOffice(commune, root, newStick(root, 'enrol'))
  await tell(root, second, commune)
  const copy = await copyOfOffice(second, join(root, 'copy'))
  const there = await register(copy, unit, { name: 'Trần Văn Đức' })
  await tell(root, copy, commune)
  // What it wrote meanwhile stands at the very places of the copy's lines, and it has never heard of those.
  const here = await register(second, unit, { name: 'Lê Thị Lan' })
  await meetByCards(root, second, commune)
  await tell(root, commune, second)
  for (const office of [commune, second])
    expect([await stageAt(office, there), await stageAt(office, here)]).toEqual(['listed', 'listed'])
  for (const office of [commune, second])
    expect(await office.do('journal.health', { deep: true })).toMatchObject({ tables: 'equal' })
})

/** The one is taken in by the other as a further computer, and tells it everything. */
async function meetByCards(root: string, one: TestOffice, other: TestOffice): Promise<void> {
  const folder = newStick(root, 'keys')
  await adoptKeys(one, other, folder)
  await importFrom(one, folder)
  await tell(root, one, other)
}

/** One computer of an office tells another everything. */
async function tell(root: string, from: TestOffice, to: TestOffice): Promise<void> {
  const sets = await carryAtHome(root, from, to)
  expect(sets.some(({ outcome }) => outcome === 'imported')).toBe(true)
}
