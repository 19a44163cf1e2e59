/** A scan that was damaged or lost on this computer: who has it is asked for it, and what comes takes its place. */
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { JournalHealth } from '../../../shared/contract/answers.ts'
import { loseScans, scanFilesOf, turnBit } from '../../support/harmed-files.ts'
import {
  addBranch,
  carry,
  carryAtHome,
  communeAndDistrict,
  exportTo,
  foundCommune,
  HOA,
  importFrom,
  newStick,
  scanHashesAt,
  submittedDossier,
} from '../../support/journey.ts'
import { joinOffice, type TestOffice } from '../../support/office.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

vi.setConfig({ testTimeout: 60_000 })

test.each(['changed', 'gone'] as const)(
  'a scan of another office that is %s is asked for by itself, and heals',
  async (how) => {
    const root = temporaryFolder()
    const { commune, district } = await communeAndDistrict(root)
    const id = await submittedDossier(commune, await addBranch(commune), HOA, join(root, 'scans'))
    await carry(root, commune, district)
    await carry(root, district, commune)
    const scans = await scanHashesAt(district, id)
    expect(scans.length).toBeGreaterThan(0)
    spoil(district, how)
    expect(await district.refused('bundle.export', { folder: newStick(root, 'nothing') })).toMatchObject({
      code: 'NOTHING_TO_EXPORT',
    })
    for (const sha256 of scans)
      expect(await district.refused('scan.get', { sha256 })).toMatchObject({
        code: how === 'gone' ? 'SCAN_MISSING' : 'SCAN_CHANGED',
      })
    expect(await district.do<JournalHealth>('journal.health')).toMatchObject({
      scansAwaited: [{ office: commune.id, count: scans.length }],
      scansLost: [],
    })
    const ask = newStick(root, 'ask')
    await exportTo(district, ask)
    await importFrom(commune, ask)
    const answer = newStick(root, 'answer')
    expect(await exportTo(commune, answer)).toMatchObject({ scans: scans.length })
    expect((await importFrom(district, answer)).sets).toMatchObject([
      { outcome: 'imported', scans: { fresh: scans.length, missing: 0 } },
    ])
    for (const sha256 of scans)
      expect(await district.do('scan.get', { sha256 })).toMatchObject({ type: 'application/pdf' })
    expect((await district.do<JournalHealth>('journal.health')).scansAwaited).toEqual([])
  },
)

test('a further computer asks the one it exchanges with; of its own the exchange device says that it is lost', async () => {
  const root = temporaryFolder()
  const hub = await foundCommune(root)
  const id = await submittedDossier(hub, await addBranch(hub), HOA, join(root, 'scans'))
  const second = await joinOffice(hub, root, newStick(root, 'enrol'))
  await tell(root, second, hub)
  const scans = await scanHashesAt(second, id)
  spoil(second, 'changed')
  for (const sha256 of scans) await second.refused('scan.get', { sha256 })
  await tell(root, second, hub)
  await tell(root, hub, second)
  for (const sha256 of scans) expect(await second.do('scan.get', { sha256 })).toMatchObject({ type: 'application/pdf' })
  spoil(hub, 'gone')
  for (const sha256 of scans) await hub.refused('scan.get', { sha256 })
  expect((await hub.do<JournalHealth>('journal.health')).scansLost).toEqual(
    scans.toSorted().map((sha256) => ({ sha256, case: id, name: HOA.name })),
  )
  // What no act names is nobody's.
  expect(await hub.refused('scan.get', { sha256: 'f'.repeat(64) })).toMatchObject({ code: 'SCAN_MISSING' })
  expect((await hub.do<JournalHealth>('journal.health')).scansAwaited).toEqual([])
})

function spoil(office: TestOffice, how: 'changed' | 'gone'): void {
  if (how === 'gone') loseScans(office)
  else for (const file of scanFilesOf(office)) turnBit(file, -3)
}

async function tell(root: string, from: TestOffice, to: TestOffice): Promise<void> {
  expect(await carryAtHome(root, from, to)).toMatchObject([{ outcome: 'imported' }])
}
