/**
 * Scans that one office asks another for: the request is not forgotten, whichever stick comes first or dies, what has come is
 * not sent for ever, what nobody has is not asked for without end, and the home pages tell how it stands.
 */
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { standingOf } from '../../../renderer/parts/PeerStanding.tsx'
import type { JournalHealth } from '../../../shared/contract/answers.ts'
import type { ExportAnswer } from '../../../shared/contract/exchange.ts'
import { scansAskedSentences } from '../../../shared/words/vi.ts'
import { loseScans } from '../../support/harmed-files.ts'
import {
  addBranch,
  branchVotes,
  buildDossier,
  carry,
  committeeVotes,
  communeAndDistrict,
  exportTo,
  HOA,
  importFrom,
  newStick,
  peerOf,
  register,
  scanHashesAt,
  submit,
  submittedDossier,
} from '../../support/journey.ts'
import type { TestOffice } from '../../support/office.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

vi.setConfig({ testTimeout: 60_000 })

test.each(['older', 'newer'] as const)(
  'of two receipts the %s one comes last, and the request in one stands',
  async (last) => {
    const { root, commune, district, older } = await districtAsks()
    const newer = newStick(root, 'newer')
    await exportTo(district, newer, commune)
    for (const stick of last === 'older' ? [newer, older] : [older, newer]) await importFrom(commune, stick)
    expect(await news(root, commune)).toMatchObject({ sets: [{ scans: 2 }] })
  },
)

test('an older receipt that comes after the scans went with a stick that died does not end the request', async () => {
  const { root, commune, district, older } = await districtAsks()
  const newer = newStick(root, 'newer')
  await exportTo(district, newer, commune)
  await importFrom(commune, newer)
  await exportTo(commune, newStick(root, 'dead'), district)
  await importFrom(commune, older)
  expect(await comeToRest(root, commune, district)).toBeLessThan(5)
  expect(await lacks(district)).toBe(0)
})

test('the request on a stick that dies is made again, until an answer has come', async () => {
  const { root, commune, district, older } = await districtAsks()
  await importFrom(commune, older)
  await exportTo(district, newStick(root, 'dead'), commune)
  expect(await news(root, district)).toMatchObject({ sets: [{ kind: 'ack' }] })
  expect(await news(root, commune)).toBeNull()
  expect(await comeToRest(root, district, commune)).toBe(3)
  expect(await lacks(district)).toBe(0)
})

test('where the answer that nobody has them is lost, no set is due for the request after some tries', async () => {
  const { root, commune, district, older } = await districtAsks()
  await importFrom(commune, older)
  loseScans(commune)
  await carry(root, district, commune)
  await exportTo(commune, newStick(root, 'dead'), district)
  expect(await comeToRest(root, district, commune)).toBe(2)
  expect(standingOf(await peerOf(district))).toBe('toAwaitScans')
})

test('scans go again until the other office says that they have come, also where that was lost', async () => {
  const { root, commune, district, older } = await districtAsks()
  await importFrom(commune, older)
  await carry(root, district, commune)
  await carry(root, commune, district)
  expect(await news(root, commune)).toMatchObject({ sets: [{ scans: 2 }] })
  // The receipt is lost: what comes once more is answered once more.
  await exportTo(district, newStick(root, 'dead'), commune)
  expect(await news(root, district)).toBeNull()
  await carry(root, commune, district)
  await carry(root, district, commune)
  expect([await news(root, commune), await news(root, district)]).toEqual([null, null])
})

test('what is lost at both is asked for once, and again with every set, but no set is due for it', async () => {
  const { root, commune, district, older } = await districtAsks()
  await importFrom(commune, older)
  loseScans(commune)
  expect(await comeToRest(root, district, commune)).toBeLessThan(5)
  expect(await lacks(district)).toBe(2)
  expect(standingOf(await peerOf(commune))).toBe('toFindScans')
  expect(standingOf(await peerOf(district))).toBe('toAwaitScans')
  // Asked by name once more nothing begins anew.
  await carry(root, district, commune)
  expect([await news(root, commune), await news(root, district)]).toEqual([null, null])
  expect((await peerOf(commune)).scansWanted).toEqual({ here: 0, lost: 2 })
})

test('while scans are asked for, both home pages say so, and not that both sides have everything', async () => {
  const { root, commune, district, older } = await districtAsks()
  await importFrom(commune, older)
  expect(standingOf(await peerOf(district))).toBe('toAnswer')
  await carry(root, district, commune)
  const [asked, asks] = [await peerOf(commune), await peerOf(district)]
  expect([standingOf(asked), standingOf(asks)]).toEqual(['toSendScans', 'toAwaitScans'])
  expect(scansAskedSentences(asked)).toEqual(['Bên kia xin gửi lại 2 bản quét; gói gửi đi lần sau mang theo.'])
  expect(scansAskedSentences(asks)).toEqual(['Còn chờ bên kia gửi 2 bản quét; gói nào gửi đi cũng đề nghị gửi lại.'])
  await carry(root, commune, district)
  await carry(root, district, commune)
  expect([standingOf(await peerOf(commune)), standingOf(await peerOf(district))]).toEqual(['even', 'even'])
})

test('scans that only an act names that was taken back are waited for no more', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const id = await register(commune, await addBranch(commune))
  await buildDossier(commune, id, join(root, 'scans'))
  await branchVotes(commune, id)
  await committeeVotes(commune, id)
  const submission = await submit(commune, id)
  loseScans(commune)
  await carry(root, commune, district)
  expect(await lacks(district)).toBe(2)
  await commune.do('entry.retract', { entry: submission, reason: 'Gửi nhầm' })
  await carry(root, commune, district)
  expect(await lacks(district)).toBe(0)
  expect((await district.do<JournalHealth>('journal.health')).scansAwaited).toEqual([])
  expect(await comeToRest(root, district, commune)).toBeLessThan(3)
  expect([standingOf(await peerOf(commune)), standingOf(await peerOf(district))]).toEqual(['even', 'even'])
})

/** Both hold everything; then the district loses its two scans and finds out. `older`: its receipt, which has not come yet. */
async function districtAsks() {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const id = await submittedDossier(commune, await addBranch(commune), HOA, join(root, 'scans'))
  await carry(root, commune, district)
  const older = newStick(root, 'older')
  await exportTo(district, older, commune)
  loseScans(district)
  for (const sha256 of await scanHashesAt(district, id)) await district.refused('scan.get', { sha256 })
  return { root, commune, district, older }
}

let sticks = 0

/** Writes for every place with something new, onto a stick that goes nowhere; null where there is none. */
async function news(root: string, office: TestOffice): Promise<ExportAnswer | null> {
  return written(office, newStick(root, `news-${(sticks += 1)}`))
}

async function written(office: TestOffice, folder: string): Promise<ExportAnswer | null> {
  const answer = await office.core.call('bundle.export', { folder })
  if (answer.ok) return answer.value as ExportAnswer
  expect(answer.error).toMatchObject({ code: 'NOTHING_TO_EXPORT' })
  return null
}

/** Carries what is new, there and back, until there is nothing new at either. @returns how many sets that took */
async function comeToRest(root: string, first: TestOffice, second: TestOffice): Promise<number> {
  let sets = 0
  for (let idle = 0, [from, to] = [first, second]; idle < 2; [from, to] = [to, from]) {
    const stick = newStick(root, `rest-${(sticks += 1)}`)
    idle = (await written(from, stick)) === null ? idle + 1 : 0
    if (idle > 0) continue
    await importFrom(to, stick)
    sets += 1
    expect(sets).toBeLessThan(10)
  }
  return sets
}

async function lacks(office: TestOffice): Promise<number> {
  return (await peerOf(office)).scansAwaited
}
