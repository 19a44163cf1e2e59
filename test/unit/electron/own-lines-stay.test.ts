/**
 * Two copies of one computer went on as it, and one of them became a new device. What that one has written since nobody else
 * can have written otherwise: it stays where it stands, whatever history of the former device comes.
 */
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { held } from '../../support/arriving-sticks.ts'
import {
  addBranch,
  carry,
  communeAndDistrict,
  exportRecovery,
  importFrom,
  newStick,
  register,
  stageAt,
} from '../../support/journey.ts'
import { adoptKeys, copyOfOffice, type TestOffice } from '../../support/office.ts'
import { keysOf } from '../../support/office-picture.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

// Whole offices over real files: on a busy machine this takes as long as many small tests.
vi.setConfig({ testTimeout: 60_000 })

test('what a copy has written as a new device stays, where the other copy knows but the first of it', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const unit = await addBranch(commune)
  await carry(root, commune, district)
  const copy = await copyOfOffice(commune, join(root, 'copy'))
  const was = (await keysOf(commune)).device
  const here = await register(commune, unit, { name: 'Vũ Thị Mai' })
  const there = await register(copy, unit, { name: 'Trần Văn Sơn' })

  // The district hears the copy, then the other one learns from it that it is no longer the device it was.
  await carry(root, copy, district)
  await carry(root, district, commune)
  const { device } = await keysOf(commune)
  expect(device).not.toBe(was)
  await giveBack(root, district, commune)
  await carry(root, commune, district)
  // The copy is told the first of what the new device has written, the district all of it.
  await giveBack(root, district, copy)
  const since = await register(commune, unit, { name: 'Lê Thị Lan' })
  await carry(root, commune, district)
  const shared = `${commune.id}.${device}.${district.id}`
  const before = (await held(commune)).lines.get(shared) ?? []
  expect((await held(copy)).lines.get(shared)?.length).toBeLessThan(before.length)
  expect((await held(copy)).lines.get(shared)?.length).toBeGreaterThan(0)

  // With new keys the copy hands over its own history of the first device.
  const keys = newStick(root, 'keys')
  await adoptKeys(commune, copy, keys)
  expect((await importFrom(commune, keys)).sets).toMatchObject([{ outcome: 'imported' }])
  expect(await stageAt(commune, there)).toBe('listed')
  expect((await keysOf(commune)).device).toBe(device)
  const after = (await held(commune)).lines.get(shared) ?? []
  expect(after.slice(0, before.length)).toEqual(before)
  const next = await register(commune, unit, { name: 'Đỗ Văn An' })
  await carry(root, commune, district)
  expect((await held(district)).lines.get(shared)).toEqual((await held(commune)).lines.get(shared))
  for (const id of [here, there, since, next]) expect(await stageAt(district, id)).toBe('listed')
  for (const office of [commune, district])
    expect(await office.do('journal.health', { deep: true })).toMatchObject({ tables: 'equal' })
})

async function giveBack(root: string, from: TestOffice, to: TestOffice): Promise<void> {
  const folder = newStick(root, `back-${(await keysOf(to)).device}`)
  await exportRecovery(from, to, folder)
  expect((await importFrom(to, folder)).sets).toMatchObject([{ outcome: 'imported' }])
}
