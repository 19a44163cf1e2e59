/** What a recovery cannot give back: scans that are lost here, and lines of which the office's own signature is elsewhere. */
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { JournalHealth } from '../../../shared/contract/answers.ts'
import type { ImportResult } from '../../../shared/contract/exchange.ts'
import { loseScans, scanFilesOf, turnBit } from '../../support/harmed-files.ts'
import {
  addBranch,
  carry,
  communeAndDistrict,
  decide,
  exportRecovery,
  exportSuccession,
  exportTo,
  foundCommune,
  HOA,
  importFrom,
  newStick,
  register,
  stageAt,
  submittedDossier,
} from '../../support/journey.ts'
import { keepersAt, keysOf } from '../../support/office-picture.ts'
import { copyOfOffice, joinOffice, pairSuccessor } from '../../support/office.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

vi.setConfig({ testTimeout: 60_000 })

test('a scan that is damaged at the giver is left out and named; everything else comes back', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const unit = await addBranch(commune)
  await carry(root, commune, district)
  const old = await copyOfOffice(commune, join(root, 'copy'))
  const id = await submittedDossier(commune, unit, HOA, join(root, 'scans'))
  await carry(root, commune, district)
  // The scans of another dossier never come: they are lost at the office itself.
  const other = await submittedDossier(commune, unit, { name: 'Trần Văn Đức' }, join(root, 'lost'))
  loseScans(commune)
  await carry(root, commune, district)
  commune.core.close()
  const [file = ''] = scanFilesOf(district)
  turnBit(file, -3)
  await carry(root, district, old)
  const stick = newStick(root, 'recovery')
  const [set] = (await exportRecovery(district, old, stick)).sets
  expect(set).toMatchObject({ kind: 'recovery', scans: 1, scansLost: [expect.stringMatching(/^[0-9a-f]{64}$/)] })
  expect((await importFrom(old, stick)).sets).toMatchObject([
    { outcome: 'imported', scans: { fresh: 1, missing: 3 }, report: { held: [], waiting: 0 } },
  ])
  expect([await stageAt(old, id), await stageAt(old, other)]).toEqual(['submitted', 'submitted'])
  // Whoever gave it back is told which of its scans is lost, too; what never came there is not its loss.
  expect(await district.do('journal.health')).toMatchObject({ scansLost: set?.scansLost.map((sha256) => ({ sha256 })) })
})

test('lines taken in by another computer of ours are named as what could not be given back', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const unit = await addBranch(commune)
  const old = await copyOfOffice(commune, join(root, 'copy'))
  const { device } = await keysOf(commune)
  await register(commune, unit, { name: 'Trần Văn Đức' })
  await carry(root, commune, district)
  commune.core.close()
  const second = await joinOffice(district, root, newStick(root, 'enrol'))
  await second.do('device.takeExchange', { reason: 'Máy trao đổi hỏng' })
  const { digits } = await old.do<{ digits: string }>('pairing.card')
  const input = { to: old.id, folder: newStick(root, 'bare'), digits, reason: 'Hỏng ổ cứng' }
  expect(await second.refused('bundle.exportRecovery', input)).toEqual({
    code: 'RECOVERY_NO_PROOF',
    data: { name: commune.name, unproven: [{ device, entries: 2, why: 'missing' }] },
  })
  // What the restored office has sent since, its branch once more among it, is proven, and given back alone.
  await carry(root, second, old)
  await register(old, unit, { name: 'Lê Thị Mai' })
  await carry(root, old, second)
  const [set] = (await exportRecovery(second, old, newStick(root, 'recovery'))).sets
  expect(set).toMatchObject({ unproven: [{ device, entries: 1, why: 'missing' }] })
  expect((await old.do<ImportResult>('bundle.preview', { folder: join(root, 'recovery') })).sets).toMatchObject([
    { outcome: 'already' },
  ])
})

test('a set from line 1 that brings nothing new still proves whose the lines are', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const unit = await addBranch(commune)
  const old = await copyOfOffice(commune, join(root, 'copy'))
  const id = await register(commune, unit, { name: 'Trần Văn Đức' })
  await carry(root, commune, district)
  const second = await joinOffice(district, root, newStick(root, 'enrol'))
  await second.do('device.takeExchange', { reason: 'Máy trao đổi hỏng' })
  // The lines came to this computer by another one of its office, and their signature only now.
  const all = newStick(root, 'all')
  await exportTo(commune, all, district, true)
  await second.do('bundle.preview', { folder: all })
  const { digits } = await old.do<{ digits: string }>('pairing.card')
  const input = { to: old.id, folder: newStick(root, 'bare'), digits, reason: 'Hỏng ổ cứng' }
  expect(await second.refused('bundle.exportRecovery', input)).toMatchObject({ code: 'RECOVERY_NO_PROOF' })
  expect((await importFrom(second, all)).sets).toMatchObject([{ outcome: 'already', refusal: { code: 'B_OLD' } }])
  commune.core.close()
  await carry(root, second, old)
  const stick = newStick(root, 'recovery')
  const [set] = (await exportRecovery(second, old, stick)).sets
  expect(set).not.toHaveProperty('unproven')
  expect((await importFrom(old, stick)).sets).toMatchObject([{ outcome: 'imported', kind: 'recovery' }])
  expect(await stageAt(old, id)).toBe('listed')
})

test('a hand-over after an answer that its office has lost waits for it, says so, and counts once the answer is proven', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const id = await submittedDossier(commune, await addBranch(commune))
  await carry(root, commune, district)
  const old = await copyOfOffice(district, join(root, 'copy'), false)
  await decide(district, id)
  await carry(root, district, commune)
  const { device } = await keysOf(district)
  district.core.close()
  // Another computer of the commune has the decision too, without the signature, and speaks for it when it is merged.
  const second = await joinOffice(commune, root, newStick(root, 'enrol'))
  await second.do('device.takeExchange', { reason: 'Máy trao đổi hỏng' })
  const heir = await foundCommune(root, 'kim-thanh', 'Đảng ủy xã Kim Thanh')
  await pairSuccessor(heir, second)
  second.at('2024-03-01')
  await exportSuccession(second, heir, newStick(root, 'merger'), '2024-03-01')
  await carry(root, second, old)
  const lost = { channel: `${district.id}.${device}.${commune.id}`, seq: 1 }
  const waits = async () =>
    (await old.do<JournalHealth>('journal.health')).channels.flatMap((channel) => channel.waitsFor)
  expect((await waits()).map((wait) => wait.for)).toEqual([[lost]])
  expect((await keepersAt(old)).get(id)).toBe(commune.id)
  const { digits } = await old.do<{ digits: string }>('pairing.card')
  const input = { to: old.id, folder: newStick(root, 'bare'), digits, reason: 'Hỏng ổ cứng' }
  expect(await second.refused('bundle.exportRecovery', input)).toEqual({
    code: 'RECOVERY_NO_PROOF',
    data: { name: district.name, unproven: [{ device, entries: 1, why: 'missing' }] },
  })
  // The computer that took the decision in can give it back.
  const stick = newStick(root, 'recovery')
  await exportRecovery(commune, old, stick)
  expect((await importFrom(old, stick)).sets).toMatchObject([{ outcome: 'imported', report: { fresh: 1, waiting: 0 } }])
  expect([await waits(), await stageAt(old, id)]).toEqual([[], 'admitted'])
  expect((await keepersAt(old)).get(id)).toBe(heir.id)
})
