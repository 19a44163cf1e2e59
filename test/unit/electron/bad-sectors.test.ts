/** A scan of the store on a bad sector: it is left out, noted and asked for like one that is changed, and stops nothing else. */
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { Backup } from '../../../electron/backup/backup.ts'
import type { JournalHealth } from '../../../shared/contract/answers.ts'
import type { ExportAnswer } from '../../../shared/contract/exchange.ts'
import { diskWithBadSpots, type Depth } from '../../support/bad-spots.ts'
import { scanFilesOf, turnBit } from '../../support/harmed-files.ts'
import {
  addBranch,
  carry,
  communeAndDistrict,
  exportTo,
  HOA,
  importFrom,
  newStick,
  scanHashesAt,
  submittedDossier,
} from '../../support/journey.ts'
import { foundOffice, pairTrainer, restartedOn, type TestOffice } from '../../support/office.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

vi.setConfig({ testTimeout: 60_000 })

const DEPTHS = ['bytes', 'entry'] as const

test.each(DEPTHS)('sets go out to everyone, without the scan whose %s cannot be read, and say so', async (depth) => {
  const { root, commune, district } = await withDossier()
  for (const code of ['t-a', 't-b'])
    await pairTrainer(await foundOffice({ root, code, name: `Trung tâm ${code}`, capacities: ['trains'] }), commune)
  const office = await onWornDisk(commune, depth)
  const { peers } = await office.do<{ peers: { id: string }[] }>('office.get')
  const to = peers.map(({ id }) => id)
  const { stopped, sets } = await office.do<ExportAnswer>('bundle.export', { folder: newStick(root, 'usb'), to })
  expect([stopped, sets.length]).toEqual([null, 3])
  expect(sets.find((set) => set.to === district.id)).toMatchObject({ scans: 1, scansLost: [expect.any(String)] })
  expect((await office.do<JournalHealth>('journal.health')).scansLost).toHaveLength(1)
})

test.each(DEPTHS)(
  'who opens a scan whose %s cannot be read has it noted, and is not told of a stick',
  async (depth) => {
    const { commune, id } = await withDossier()
    const office = await onWornDisk(commune, depth)
    const answers = await Promise.all(
      (await scanHashesAt(office, id)).map((sha256) => office.core.call('scan.get', { sha256 })),
    )
    expect(answers).toHaveLength(2)
    expect(answers.flatMap((answer) => (answer.ok ? [] : [answer.error.code]))).toEqual(['SCAN_UNREADABLE'])
    expect((await office.do<JournalHealth>('journal.health')).scansLost).toHaveLength(1)
  },
)

test('a scan of another office on a bad sector is asked for again, and what comes takes its place', async () => {
  const { root, commune, district, id } = await withDossier()
  await carry(root, commune, district)
  await carry(root, district, commune)
  const scans = await scanHashesAt(district, id)
  let isWorn = true
  const [bad] = scanFilesOf(district)
  const worn = await restartedOn(
    district,
    diskWithBadSpots((path) => isWorn && path === bad),
  )
  for (const sha256 of scans) await worn.core.call('scan.get', { sha256 })
  const asking = newStick(root, 'ask')
  await exportTo(worn, asking)
  await importFrom(commune, asking)
  const answer = newStick(root, 'answer')
  expect(await exportTo(commune, answer)).toMatchObject({ scans: 1 })
  expect((await importFrom(worn, answer)).sets).toMatchObject([
    { outcome: 'imported', scans: { fresh: 1, missing: 0 } },
  ])
  // Written anew, it lies elsewhere.
  isWorn = false
  for (const sha256 of scans) expect(await worn.do('scan.get', { sha256 })).toMatchObject({ type: 'application/pdf' })
})

test.each([...DEPTHS, 'content'] as const)(
  'a backup is made of all the rest, where the %s of a scan is bad, and tells of it',
  async (what) => {
    const { root, commune } = await withDossier()
    const [bad = ''] = scanFilesOf(commune)
    if (what === 'content') turnBit(bad, -3)
    const office = what === 'content' ? commune : await onWornDisk(commune, what)
    const folder = newStick(root, 'backup')
    for (let time = 1; time <= 2; time += 1) {
      const made = await office.do<Backup>('backup.create', { folder })
      expect(made).toMatchObject({ scans: 1, scansLost: 1 })
      expect(await office.do('backup.verify', { folder: made.folder })).toMatchObject({ scans: 1, missing: 1 })
    }
    expect((await office.do<JournalHealth>('journal.health')).scansLost).toHaveLength(1)
  },
)

async function withDossier(): Promise<{ root: string; commune: TestOffice; district: TestOffice; id: string }> {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const id = await submittedDossier(commune, await addBranch(commune), HOA, join(root, 'scans'))
  return { root, commune, district, id }
}

/** The same office, one of whose two scans now lies on a bad sector. */
function onWornDisk(office: TestOffice, depth: Depth): Promise<TestOffice> {
  const [bad] = scanFilesOf(office)
  return restartedOn(
    office,
    diskWithBadSpots((path) => path === bad, depth),
  )
}
