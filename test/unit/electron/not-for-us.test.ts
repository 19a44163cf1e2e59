/** Sets that cannot be opened: for another office by name, or for us and sealed to a card that is ours no more. */
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import {
  addBranch,
  carry,
  communeAndDistrict,
  exportTo,
  foundCommune,
  newStick,
  register,
} from '../../support/journey.ts'
import { pictureOf } from '../../support/office-picture.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

// Whole offices over real files: on a busy machine one of these takes as long as many small tests.
vi.setConfig({ testTimeout: 60_000 })

test('B_NOT_FOR_US: founded anew under its old code, an office is told that the sender still has its old card', async () => {
  const place = temporaryFolder()
  const before = await communeAndDistrict(place)
  await register(before.commune, await addBranch(before.commune))
  await carry(place, before.commune, before.district)
  const stick = newStick(place, 'old-card')
  await exportTo(before.district, stick)
  const anew = await foundCommune(join(place, 'anew'))
  expect(anew.id).not.toBe(before.commune.id)
  // What the first page counts as waiting, the page of exchange speaks of.
  expect(await anew.do('carrier.waiting', { folder: stick })).toEqual({ count: 1 })
  for (const look of ['bundle.preview', 'bundle.import'])
    expect(await anew.do(look, { folder: stick })).toMatchObject({
      others: 0,
      sets: [
        { outcome: 'refused', refusal: { code: 'B_NOT_FOR_US', data: { claims: { code: 'kim-bang', office: null } } } },
      ],
    })
})

test('B_NOT_FOR_US: a set for another office is counted and is no error', async () => {
  const { commune, district, stick } = await communeAndDistrict(temporaryFolder())
  await exportTo(commune, stick, district, true)
  const other = await foundCommune(temporaryFolder(), 'le-ho', 'Đảng ủy xã Lê Hồ')
  const before = await pictureOf(other)
  expect(await other.refused('bundle.import', { folder: stick })).toEqual({
    code: 'NO_SETS',
    data: { folder: stick, others: 1, isPartial: false },
  })
  expect(await pictureOf(other)).toEqual(before)
})
