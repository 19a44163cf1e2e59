/**
 * Scans named by a line that is held: they lie here as whole as any other, and go wherever that line goes, as long as their
 * file is, whatever the line says that nobody here can read.
 */
import { expect, test, vi } from 'vitest'
import type { JournalHealth } from '../../../shared/contract/answers.ts'
import type { ExportAnswer } from '../../../shared/contract/exchange.ts'
import { pdf, sha256 } from '../../support/bundle-kit.ts'
import { forgeOnto, lineOf, linesOf } from '../../support/forged-stick.ts'
import {
  addBranch,
  carry,
  carryAtHome,
  communeAndDistrict,
  exportRecovery,
  exportTo,
  importFrom,
  newStick,
  peerOf,
  register,
} from '../../support/journey.ts'
import { copyOfOffice, joinOffice } from '../../support/office.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

vi.setConfig({ testTimeout: 60_000 })

const SCAN = pdf('Giấy của mẫu mới')
const ARRIVED = [{ outcome: 'imported', scans: { fresh: 1, missing: 0 } }]

/** A commune and its district, and lines of the commune for it, of which the last is of a newer program and names a scan. */
async function twoOffices() {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const id = await register(commune, await addBranch(commune))
  const real = await linesOf(commune, district)
  const payload = { scans: [{ bytes: 7, name: 'a.pdf', sha256: sha256(SCAN), type: 'application/pdf' }] }
  const newer = lineOf(real.length + 1, { kind: 'paper.scanned', subject: { type: 'case', id }, payload })
  return { root, commune, district, lines: [...real, newer] }
}

/** A district that holds all this; the commune has lost it. */
async function held() {
  const { root, commune, district, lines } = await twoOffices()
  const stick = newStick(root, 'up')
  await forgeOnto(stick, commune, district, { lines, scans: [SCAN] })
  expect((await importFrom(district, stick)).sets).toMatchObject(ARRIVED)
  return { root, commune, district }
}

test('another computer of the office gets it, and nobody is told to scan anything again', async () => {
  const { root, commune, district, lines } = await twoOffices()
  const second = await joinOffice(district, root, newStick(root, 'enrol'))
  await carryAtHome(root, second, district)
  const stick = newStick(root, 'up')
  await forgeOnto(stick, commune, district, { lines, scans: [SCAN] })
  await importFrom(district, stick)
  const home = newStick(root, 'home')
  expect((await district.do<ExportAnswer>('device.export', { folder: home })).sets).toMatchObject([
    { scans: 1, scansLost: [] },
  ])
  expect((await importFrom(second, home)).sets).toMatchObject(ARRIVED)
  expect((await district.do<JournalHealth>('journal.health')).scansLost).toEqual([])
})

test('the office that has lost its lines gets it back with them', async () => {
  const { root, commune, district } = await held()
  const recovery = newStick(root, 'recovery')
  expect((await exportRecovery(district, commune, recovery)).sets).toMatchObject([{ scans: 1, scansLost: [] }])
  commune.core.close()
  const again = await copyOfOffice(commune, `${root}/copy`)
  expect((await importFrom(again, recovery)).sets).toMatchObject(ARRIVED)
})

test('the office that got its lines back without it asks for it, and gets it once it has come on a stick of old', async () => {
  const { root, commune, district, lines } = await twoOffices()
  const bare = newStick(root, 'bare')
  await forgeOnto(bare, commune, district, { lines })
  expect((await importFrom(district, bare)).sets).toMatchObject([{ outcome: 'imported', scans: { missing: 1 } }])
  const recovery = newStick(root, 'recovery')
  expect((await exportRecovery(district, commune, recovery)).sets).toMatchObject([{ scans: 0 }])
  const old = newStick(root, 'old')
  await forgeOnto(old, commune, district, { lines, scans: [SCAN], id: 'b'.repeat(32) })
  commune.core.close()
  const again = await copyOfOffice(commune, `${root}/copy`)
  expect((await importFrom(again, recovery)).sets).toMatchObject([{ outcome: 'imported', scans: { missing: 1 } }])
  expect((await importFrom(district, old)).sets).toMatchObject(ARRIVED)
  await carry(root, again, district)
  expect((await peerOf(district)).scansWanted).toEqual({ here: 1, lost: 0 })
  const answer = newStick(root, 'answer')
  await exportTo(district, answer)
  expect((await importFrom(again, answer)).sets).toMatchObject(ARRIVED)
})
