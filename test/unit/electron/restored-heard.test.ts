/** Whether a copied store has heard from the office above since: told by the order of sets, whatever the clock shows. */
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { carry, communeAndDistrict, peerOf } from '../../support/journey.ts'
import { copyOfOffice } from '../../support/office.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

vi.setConfig({ testTimeout: 60_000 })

test('a set taken in before the copy was made is not heard since, though its clock ran years ahead', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  commune.at('2030-01-02')
  await carry(root, commune, district)
  await carry(root, district, commune)
  const copy = await copyOfOffice(commune, join(root, 'copy'), false)
  expect((await peerOf(copy)).isUnheard).toBe(true)
})

test('a set taken in since is heard, though the clock that was ahead at the copy has been put right', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  await carry(root, commune, district)
  await carry(root, district, commune)
  const copy = await copyOfOffice(commune, join(root, 'copy'), false)
  copy.at('2024-02-01')
  expect((await peerOf(copy)).isUnheard).toBe(true)
  await carry(root, copy, district)
  await carry(root, district, copy)
  expect((await peerOf(copy)).isUnheard).toBe(false)
})
