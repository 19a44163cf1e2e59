/** Scans that are gone from the store when a backup is made: it says so, asks for them, and keeps what an older backup has. */
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { Backup } from '../../../electron/backup/backup.ts'
import type { JournalHealth } from '../../../shared/contract/answers.ts'
import { pdf, sha256 } from '../../support/bundle-kit.ts'
import { forgeOnto, lineOf, linesOf } from '../../support/forged-stick.ts'
import { loseScans } from '../../support/harmed-files.ts'
import {
  addBranch,
  communeAndDistrict,
  exportTo,
  foundCommune,
  HOA,
  importFrom,
  newStick,
  peerOf,
  register,
  submittedDossier,
} from '../../support/journey.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

vi.setConfig({ testTimeout: 60_000 })

async function withPapers() {
  const root = temporaryFolder()
  const office = await foundCommune(root)
  await submittedDossier(office, await addBranch(office), HOA, join(root, 'scans'))
  return { office, folder: newStick(root, 'backup') }
}

test('a backup that comes without scans which are gone says so, and they are told as lost', async () => {
  const { office, folder } = await withPapers()
  loseScans(office)
  expect(await office.do<Backup>('backup.create', { folder })).toMatchObject({ scans: 0, scansLost: 2 })
  expect((await office.do<JournalHealth>('journal.health')).scansLost).toHaveLength(2)
})

test('what is gone from the store and lies in an older backup stays in the ones that are made after it', async () => {
  const { office, folder } = await withPapers()
  expect(await office.do<Backup>('backup.create', { folder })).toMatchObject({ scans: 2, scansLost: 0 })
  loseScans(office)
  const made = await office.do<Backup>('backup.create', { folder })
  expect(made).toMatchObject({ scans: 2, scansLost: 0 })
  expect(await office.do('backup.verify', { folder: made.folder })).toMatchObject({ scans: 2, missing: 0 })
})

test('a scan that only a held line names and that is gone is asked of whoever sent that line', async () => {
  const root = temporaryFolder()
  const { commune, district, stick } = await communeAndDistrict(root)
  const id = await register(commune, await addBranch(commune))
  const scan = pdf('Giấy của mẫu mới')
  const payload = { scans: [{ bytes: scan.length, name: 'a.pdf', sha256: sha256(scan), type: 'application/pdf' }] }
  const real = await linesOf(commune, district)
  const newer = lineOf(real.length + 1, { kind: 'paper.scanned', subject: { type: 'case', id }, payload })
  await forgeOnto(stick, commune, district, { lines: [...real, newer], scans: [scan] })
  await importFrom(district, stick)
  await exportTo(district, newStick(root, 'receipt'), commune)
  loseScans(district)
  const folder = newStick(root, 'backup')
  expect(await district.do<Backup>('backup.create', { folder })).toMatchObject({ scansLost: 1 })
  expect(await peerOf(district)).toMatchObject({ scansAwaited: 1, owesAnswer: true })
  expect((await district.do<JournalHealth>('journal.health')).scansAwaited).toMatchObject([{ office: commune.id }])
})
