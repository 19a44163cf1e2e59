/** Copies of a data folder that live on side by side: which of them speaks for the office, and what becomes of the others. */
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { DeviceRow } from '../../../shared/contract/devices.ts'
import { addBranch, foundCommune, importFrom, newStick, register } from '../../support/journey.ts'
import { adoptKeys, copyOfOffice, joinOffice, type TestOffice } from '../../support/office.ts'
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

/** The one is taken in by the other as a further computer, and tells it everything. */
async function meetByCards(root: string, one: TestOffice, other: TestOffice): Promise<void> {
  const folder = newStick(root, 'keys')
  await adoptKeys(one, other, folder)
  await importFrom(one, folder)
  await tell(root, one, other)
}

let sticks = 0

/** One computer of an office tells another everything. */
async function tell(root: string, from: TestOffice, to: TestOffice): Promise<void> {
  const stick = newStick(root, `usb-${(sticks += 1)}`)
  await from.do('device.export', { folder: stick })
  const { sets } = await importFrom(to, stick)
  expect(sets.some(({ outcome }) => outcome === 'imported')).toBe(true)
}
