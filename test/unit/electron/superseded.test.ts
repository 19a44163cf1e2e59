/** A working computer whose data was copied: for the exchange device the copy goes on for it, while it may still work. */
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { DeviceRow } from '../../../shared/contract/devices.ts'
import type { SetOutcome } from '../../../shared/contract/exchange.ts'
import { supersededSentence } from '../../../shared/words/vi.ts'
import { addBranch, carryAtHome, foundCommune, importFrom, newStick, register, stageAt } from '../../support/journey.ts'
import { adoptKeys, copyOfOffice, joinOffice, type TestOffice } from '../../support/office.ts'
import { keysOf } from '../../support/office-picture.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

vi.setConfig({ testTimeout: 60_000 })

test('a computer that was copied is listed with whose it is now and what to do, and has a set again once the copy is gone', async () => {
  const root = temporaryFolder()
  const hub = await foundCommune(root)
  const unit = await addBranch(hub)
  const second = await joinOffice(hub, root, newStick(root, 'enrol'))
  await tell(root, second, hub)
  const copy = await copyOfOffice(second, join(root, 'copy'), false)
  const there = await register(copy, unit, { name: 'Trần Văn Đức' })
  await tell(root, copy, hub)
  const [old, heir] = [(await keysOf(second)).device, (await keysOf(copy)).device]
  const rowOf = async (device: string) => {
    const row = (await devicesAt(hub)).find((one) => one.device === device)
    if (row === undefined) throw new Error('not listed')
    return row
  }
  expect(await rowOf(heir)).toMatchObject({ isPartner: true, heir: null, twins: [], former: [old] })
  const row = await rowOf(old)
  expect(row).toMatchObject({ isPartner: false, isExchange: false, heir, twins: [], removedOn: null })
  const said = supersededSentence(await devicesAt(hub), row)
  expect(said).toMatch(/^Dữ liệu do Máy phòng tổ chức \(bản chép\) dùng tiếp, từ ngày \d\d\/\d\d\/\d{4}\./)
  for (const other of [heir, (await keysOf(hub)).device])
    expect(supersededSentence(await devicesAt(hub), await rowOf(other))).toBeNull()

  // It works on: what it sends is taken in, and the whole set for the copy, which it opens too, tells it the rest.
  const here = await register(second, unit, { name: 'Lê Thị Lan' })
  expect(await tell(root, second, hub)).toMatchObject([{ outcome: 'imported' }])
  const all = newStick(root, 'all')
  await hub.do('device.export', { folder: all, full: true })
  for (const office of [second, copy]) {
    expect((await importFrom(office, all)).sets).toMatchObject([{ outcome: 'imported' }])
    for (const id of [there, here]) expect(await stageAt(office, id)).toBe('listed')
  }

  // Taken out of use alone it would take the copy with it.
  expect(await hub.refused('device.remove', { device: old, reason: 'Máy hỏng' })).toMatchObject({
    code: 'DEVICE_UNKNOWN',
  })
  await hub.do('device.remove', { device: heir, reason: 'Máy hỏng' })
  expect(await rowOf(old)).toMatchObject({ isPartner: true, heir: null })
  const last = await register(hub, unit, { name: 'Vũ Thị Mai' })
  expect(await tell(root, hub, second)).toMatchObject([{ outcome: 'imported' }])
  expect(await stageAt(second, last)).toBe('listed')
  await register(copy, unit, { name: 'Phạm Văn Sơn' })
  expect(await tell(root, copy, hub)).toMatchObject([{ outcome: 'refused', refusal: { code: 'DEVICE_REMOVED' } }])
})

test('a copied computer whose old id was taken out of use is taken in under its own', async () => {
  const root = temporaryFolder()
  const hub = await foundCommune(root)
  const unit = await addBranch(hub)
  const second = await joinOffice(hub, root, newStick(root, 'enrol'))
  await tell(root, second, hub)
  const { device: old } = await keysOf(second)
  const copy = await copyOfOffice(second, join(root, 'copy'), false)
  const found = await register(copy, unit, { name: 'Đỗ Thị Tươi' })
  expect((await keysOf(copy)).device).not.toBe(old)
  await hub.do('device.remove', { device: old, reason: 'Máy hỏng' })
  const stick = newStick(root, 'again')
  await adoptKeys(copy, hub, stick)
  expect((await importFrom(copy, stick)).sets).toMatchObject([{ outcome: 'imported' }])
  expect(await tell(root, copy, hub)).toMatchObject([{ outcome: 'imported' }])
  // From now on the exchange device knows whose data it goes on with.
  const later = await register(copy, unit, { name: 'Ngô Văn Bền' })
  expect(await tell(root, copy, hub)).toMatchObject([{ outcome: 'imported' }])
  for (const id of [found, later]) expect(await stageAt(hub, id)).toBe('listed')
})

async function devicesAt(office: TestOffice): Promise<readonly DeviceRow[]> {
  return (await office.do<{ devices: readonly DeviceRow[] }>('device.list')).devices
}

/** One computer of an office tells another everything. */
async function tell(root: string, from: TestOffice, to: TestOffice): Promise<readonly SetOutcome[]> {
  return (await carryAtHome(root, from, to)).filter(({ outcome }) => outcome !== 'notForUs')
}
