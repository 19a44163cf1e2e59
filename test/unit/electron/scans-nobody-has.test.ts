/**
 * Scans of ours that nobody has any more: they are told as lost, for only we can scan the papers again. Who never had them, or
 * is gone, is not waited for.
 */
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { JournalHealth } from '../../../shared/contract/answers.ts'
import type { DeviceRow } from '../../../shared/contract/devices.ts'
import { loseScans } from '../../support/harmed-files.ts'
import {
  addBranch,
  carry,
  communeAndDistrict,
  exportRecovery,
  exportTo,
  foundCommune,
  HOA,
  importFrom,
  newStick,
  submittedDossier,
} from '../../support/journey.ts'
import { copyOfOffice, joinOffice, type TestOffice } from '../../support/office.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

vi.setConfig({ testTimeout: 60_000 })

test('what came back from the office above without scans it never had is told as lost with the next set to it', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const unit = await addBranch(commune)
  await carry(root, commune, district)
  const old = await copyOfOffice(commune, join(root, 'copy'))
  const id = await submittedDossier(commune, unit, HOA, join(root, 'papers'))
  loseScans(commune)
  await carry(root, commune, district)
  commune.core.close()
  const recovery = newStick(root, 'recovery')
  await exportRecovery(district, old, recovery)
  expect((await importFrom(old, recovery)).sets).toMatchObject([{ outcome: 'imported', scans: { missing: 2 } }])
  expect(await lostAt(old)).toEqual([])
  const up = newStick(root, 'up')
  expect((await exportTo(old, up, district, true)).scansLost).toHaveLength(2)
  expect(await lostAt(old)).toMatchObject([{ case: id }, { case: id }])
  // The office above is still waiting for them: it cannot scan what is not its own.
  await importFrom(district, up)
  expect((await exportTo(district, newStick(root, 'down'), old)).scansLost).toEqual([])
  expect(await lostAt(district)).toEqual([])
})

test('a computer taken out of use owes no scans any more: what it alone had is told as lost', async () => {
  const root = temporaryFolder()
  const hub = await foundCommune(root)
  const id = await submittedDossier(hub, await addBranch(hub), HOA, join(root, 'papers'))
  loseScans(hub)
  const second = await joinOffice(hub, root, newStick(root, 'enrol-second'))
  hub.core.close()
  await second.do('device.takeExchange', { reason: 'Máy trao đổi hỏng' })
  const { devices } = await second.do<{ devices: DeviceRow[] }>('device.list')
  const gone = devices.find(({ isSelf }) => !isSelf)?.device
  await second.do('device.remove', { device: gone, reason: 'Hỏng' })
  expect(await lostAt(second)).toEqual([])
  await joinOffice(second, root, newStick(root, 'enrol-third'), 'Máy ba')
  expect(await lostAt(second)).toMatchObject([{ case: id }, { case: id }])
})

async function lostAt(office: TestOffice): Promise<JournalHealth['scansLost']> {
  return (await office.do<JournalHealth>('journal.health')).scansLost
}
