/** Two copies of the district's computer, each of which has taken in another history of what one commune wrote. */
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import {
  addBranch,
  carry,
  communeAndDistrict,
  decide,
  importFrom,
  newStick,
  register,
  stageAt,
  submittedDossier,
} from '../../support/journey.ts'
import { adoptKeys, copyOfOffice } from '../../support/office.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

// Whole offices over real files: on a busy machine one of these takes as long as many small tests.
vi.setConfig({ testTimeout: 60_000 })

test('the copy that is taken in as a further computer gives way, and hands over what was recorded at it', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const unit = await addBranch(commune)
  const id = await submittedDossier(commune, unit)
  await carry(root, commune, district)
  const communeCopy = await copyOfOffice(commune, join(root, 'commune'))
  const districtCopy = await copyOfOffice(district, join(root, 'district'), false)
  const left = await register(commune, unit, { name: 'Trần Văn Đức' })
  await carry(root, commune, district)
  await register(communeCopy, unit, { name: 'Lê Thị Lan' })
  await carry(root, communeCopy, districtCopy)
  await decide(district, id)
  commune.core.close()

  // The copy is the new device, and goes on for the one it was made of.
  const keys = newStick(root, 'keys')
  await adoptKeys(district, districtCopy, keys)
  const { sets } = await importFrom(district, keys)
  expect(sets).toMatchObject([{ outcome: 'imported', kind: 'enrol' }])
  // Whose lines gave way is told with the set.
  const gone = sets[0]?.report?.setAside?.map(({ channel, count, cases }) => [channel.split('.')[0], count, cases])
  expect(gone).toEqual([[commune.id, 1, [{ case: left, name: 'Trần Văn Đức' }]]])
  // What the other copy of the commune had written is set aside, and it alone.
  expect(await district.refused('case.get', { case: left })).toMatchObject({ code: 'NOT_FOUND' })
  expect(await district.do('journal.health', { deep: true })).toMatchObject({
    tables: 'equal',
    setAside: [{ count: 1 }],
  })
  const back = newStick(root, 'back')
  await district.do('device.export', { folder: back })
  expect((await importFrom(districtCopy, back)).sets).toMatchObject([{ outcome: 'imported', kind: 'sibling' }])
  expect(await stageAt(districtCopy, id)).toBe('admitted')
  expect(await districtCopy.do('journal.health', { deep: true })).toMatchObject({ tables: 'equal', setAside: [] })
})
