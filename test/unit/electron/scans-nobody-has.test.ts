/**
 * Scans of ours that nobody has any more: they are told as lost, for only we can scan the papers again. Who never had them, or
 * is gone, is not waited for; what somebody else may have is asked for there.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { JournalHealth } from '../../../shared/contract/answers.ts'
import type { DeviceRow } from '../../../shared/contract/devices.ts'
import { FIRST_DEVICE } from '../../../shared/words/exchange.ts'
import { awaitedScansSentence } from '../../../shared/words/journal-health.ts'
import { loseScans, scanFilesOf } from '../../support/harmed-files.ts'
import {
  addBranch,
  carry,
  carryAtHome,
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
  await takeOver(second)
  expect(await lostAt(second)).toEqual([])
  await joinOffice(second, root, newStick(root, 'enrol-third'), 'Máy ba')
  expect(await lostAt(second)).toMatchObject([{ case: id }, { case: id }])
})

test('what a computer taken out of use has not sent is asked of those that are left, and so it is told', async () => {
  const root = temporaryFolder()
  const hub = await foundCommune(root)
  await submittedDossier(hub, await addBranch(hub), HOA, join(root, 'papers'))
  const second = await joinOffice(hub, root, newStick(root, 'enrol-second'))
  await carryAtHome(root, second, hub)
  loseScans(hub)
  const third = await joinOffice(hub, root, newStick(root, 'enrol-third'), 'Máy ba')
  hub.core.close()
  const gone = await takeOver(third)
  const awaited = await awaitedAt(third)
  expect(awaited).toMatchObject([{ office: gone, count: 2, source: 'removed', cases: [HOA.name] }])
  expect(sentenceOf(awaited)).toMatch(
    /^Một máy của đơn vị mình: 2 bản quét \(hồ sơ “.*”\)\. Máy đó đã thôi dùng.*tự hỏi/,
  )
  expect(await carryAtHome(root, third, second)).toMatchObject([{ outcome: 'imported' }])
  expect(await carryAtHome(root, second, third)).toMatchObject([{ outcome: 'imported', scans: { fresh: 2 } }])
  expect(await third.do<JournalHealth>('journal.health')).toMatchObject({ scansAwaited: [], scansLost: [] })
})

test('papers of another office that a computer taken out of use has not sent are asked of that office', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  await submittedDossier(commune, await addBranch(commune), HOA, join(root, 'papers'))
  await carry(root, commune, district)
  loseScans(district)
  const second = await joinOffice(district, root, newStick(root, 'enrol-second'))
  district.core.close()
  await takeOver(second)
  // They are the commune's: nobody here could scan them again.
  await joinOffice(second, root, newStick(root, 'enrol-third'), 'Máy ba')
  expect(await lostAt(second)).toEqual([])
  await carry(root, second, commune)
  await carry(root, commune, second)
  expect(await awaitedAt(second)).toEqual([])
})

test('what another computer of ours has not sent is not told as lost to whoever gets its lines back', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  await submittedDossier(commune, await addBranch(commune), HOA, join(root, 'papers'))
  await carry(root, commune, district)
  for (const office of [commune, district]) loseScans(office)
  const second = await joinOffice(district, root, newStick(root, 'enrol-second'))
  await second.do('device.takeExchange', { reason: 'Đổi máy trao đổi' })
  // It holds the lines already: the set proves to it whose they are.
  const up = newStick(root, 'up')
  await exportTo(commune, up, second, true)
  expect((await importFrom(second, up)).sets).toMatchObject([{ outcome: 'already' }])
  const { sets } = await exportRecovery(second, commune, newStick(root, 'recovery'))
  expect(sets).toMatchObject([{ scans: 0, scansLost: [] }])
  expect(await second.do<JournalHealth>('journal.health')).toMatchObject({
    scansLost: [],
    scansAwaited: [{ count: 2, source: 'asked' }],
  })
})

test('what a computer has not sent whose data another one goes on with is asked of that one', async () => {
  const root = temporaryFolder()
  const hub = await foundCommune(root)
  await submittedDossier(hub, await addBranch(hub), HOA, join(root, 'papers'))
  const scans = scanFilesOf(hub).map((file) => [relative(hub.paths.data, file), readFileSync(file)] as const)
  loseScans(hub)
  const second = await joinOffice(hub, root, newStick(root, 'enrol-second'))
  await carryAtHome(root, second, hub)
  hub.core.close()
  const heir = await copyOfOffice(hub, join(root, 'copy'), false)
  await carryAtHome(root, heir, second)
  // Somebody finds them in a backup.
  for (const [file, bytes] of scans) writeFileSync(join(heir.paths.data, file), bytes)
  const awaited = await awaitedAt(second)
  expect(awaited).toMatchObject([{ count: 2, source: 'asked' }])
  expect(sentenceOf(awaited)).toMatch(/: 2 bản quét\. Gói gửi đi lần sau tự đề nghị nơi đó gửi lại\.$/)
  await carryAtHome(root, second, heir)
  expect(await carryAtHome(root, heir, second)).toMatchObject([{ outcome: 'imported', scans: { fresh: 2 } }])
  expect(await awaitedAt(second)).toEqual([])
})

test('an office whose pairing has ended is not asked for anything, and so it is told', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  await submittedDossier(commune, await addBranch(commune), HOA, join(root, 'papers'))
  loseScans(commune)
  await carry(root, commune, district)
  expect(await awaitedAt(district)).toMatchObject([{ office: commune.id, count: 2, source: 'asked', cases: [] }])
  await district.do('peer.revoke', { office: commune.id, reason: 'Mất máy' })
  const awaited = await awaitedAt(district)
  expect(awaited).toMatchObject([{ office: commune.id, count: 2, source: 'unpaired', cases: [HOA.name] }])
  expect(sentenceOf(awaited)).toMatch(/Đã hủy kết nối với nơi đó.*Kết nối lại bằng phiếu mới/)
})

/** Makes a computer speak for its office in the place of the one that did, which is taken out of use. */
async function takeOver(heir: TestOffice): Promise<string> {
  await heir.do('device.takeExchange', { reason: 'Máy trao đổi hỏng' })
  const { devices } = await heir.do<{ devices: DeviceRow[] }>('device.list')
  const gone = devices.find(({ name }) => name === FIRST_DEVICE)?.device ?? ''
  await heir.do('device.remove', { device: gone, reason: 'Hỏng' })
  return gone
}

async function awaitedAt(office: TestOffice): Promise<JournalHealth['scansAwaited']> {
  return (await office.do<JournalHealth>('journal.health')).scansAwaited
}

function sentenceOf([first]: JournalHealth['scansAwaited']): string {
  return first === undefined ? '' : awaitedScansSentence(first, {})
}

async function lostAt(office: TestOffice): Promise<JournalHealth['scansLost']> {
  return (await office.do<JournalHealth>('journal.health')).scansLost
}
