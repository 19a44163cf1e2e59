/** A computer that is put back as a whole to what it was, with no sign of it: the other office does not say for long that all is there. */
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { standingOf } from '../../../renderer/parts/PeerStanding.tsx'
import { addBranch, carry, communeAndDistrict, peerOf, register, stageAt } from '../../support/journey.ts'
import { copyOfOffice } from '../../support/office.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

vi.setConfig({ testTimeout: 60_000 })

test('what it has lost goes to it again after its second set, though nothing new is recorded anywhere', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const unit = await addBranch(commune)
  await carry(root, commune, district)
  await carry(root, district, commune)
  const before = await copyOfOffice(district, join(root, 'image'))
  const id = await register(commune, unit)
  await carry(root, commune, district)
  await carry(root, district, commune)
  district.core.close()
  // One set that says less may only be late.
  await carry(root, before, commune)
  expect(standingOf(await peerOf(commune))).toBe('even')
  await carry(root, before, commune)
  expect(standingOf(await peerOf(commune))).toBe('toAcknowledge')
  await carry(root, commune, before)
  await carry(root, before, commune)
  expect(standingOf(await peerOf(commune))).toBe('even')
  expect(await stageAt(before, id)).toBe('listed')
})
