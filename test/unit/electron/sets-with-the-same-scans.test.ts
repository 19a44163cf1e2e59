/**
 * Several sets that carry the same scans, as every set does that was written before the last one was answered: shown together
 * they need the room of one, and each is taken in whole, whichever is taken first.
 */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { DiskError, type Disk } from '../../../electron/disk/disk.ts'
import { nodeDisk } from '../../../electron/disk/node-disk.ts'
import type { ImportResult, SetOutcome } from '../../../shared/contract/exchange.ts'
import {
  addBranch,
  communeAndDistrict,
  dossierWithLargeScan,
  exportTo,
  importFrom,
  stageAt,
  caseAt,
} from '../../support/journey.ts'
import { restartedOn, type TestOffice } from '../../support/office.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

vi.setConfig({ testTimeout: 60_000 })

const SCAN = 3_000_000
const MOST = 4_000_000

/** Three sets of a commune for its district, each with all that is not acknowledged, and a disk with room for the scan once. */
async function threeSets() {
  const root = temporaryFolder()
  const { commune, district, stick } = await communeAndDistrict(root)
  const id = await dossierWithLargeScan(commune, await addBranch(commune), root, SCAN)
  for (let times = 0; times < 3; times += 1) await exportTo(commune, stick, district)
  const staged = join(district.paths.data, 'incoming')
  const disk: Disk = {
    ...nodeDisk,
    open: async (path, mode) => {
      const file = await nodeDisk.open(path, mode)
      if (!path.startsWith(staged) || mode !== 'create') return file
      return {
        read: (target, at) => file.read(target, at),
        sync: () => file.sync(),
        close: () => file.close(),
        write: (bytes) =>
          incomingBytes(district) + bytes.length > MOST
            ? Promise.reject(new DiskError({ code: 'DISK_FULL', operation: 'write', path, errno: 'ENOSPC' }))
            : file.write(bytes),
      }
    },
  }
  const office = await restartedOn(district, disk)
  return { id, stick, office }
}

test('shown, all three lack the scan, and it lies there once; taken in, it comes with the first', async () => {
  const { id, stick, office } = await threeSets()
  const shown = await preview(office, stick)
  expect(shown).toMatchObject(Array(3).fill({ outcome: 'ready', scans: { fresh: 1, missing: 0 } }))
  expect(incomingBytes(office)).toBeGreaterThan(SCAN)
  const taken = (await importFrom(office, stick)).sets
  expect(taken.map(({ outcome }) => outcome)).toEqual(['imported', 'already', 'already'])
  expect(taken).toMatchObject([{ scans: { fresh: 1, missing: 0 } }, {}, {}])
  await expectScan(office, id)
  expect(incomingBytes(office)).toBe(0)
})

test('the last of those shown, taken in alone, brings the scan that was staged for the first', async () => {
  const { id, stick, office } = await threeSets()
  const last = (await preview(office, stick)).at(-1)
  expect(await take(office, stick, last)).toMatchObject([{ outcome: 'imported', scans: { fresh: 1, missing: 0 } }])
  await expectScan(office, id)
  expect(incomingBytes(office)).toBe(0)
  expect((await importFrom(office, stick)).sets).toMatchObject(Array(3).fill({ outcome: 'already' }))
})

test('what was staged for several goes with the one that is stopped: the next is read anew', async () => {
  const { id, stick, office } = await threeSets()
  const [first, second] = await preview(office, stick)
  const input = { folder: stick, set: first?.set }
  const stopped = await office.core.call('bundle.import', input, { signal: AbortSignal.abort() })
  expect(stopped).toMatchObject({ ok: false, error: { code: 'B_CANCELLED' } })
  expect(await take(office, stick, second)).toMatchObject([{ outcome: 'imported', scans: { fresh: 1, missing: 0 } }])
  await expectScan(office, id)
  expect(incomingBytes(office)).toBe(0)
})

async function preview(office: TestOffice, folder: string): Promise<readonly SetOutcome[]> {
  return (await office.do<ImportResult>('bundle.preview', { folder })).sets
}

async function take(office: TestOffice, folder: string, one: SetOutcome | undefined): Promise<readonly SetOutcome[]> {
  return (await office.do<ImportResult>('bundle.import', { folder, set: one?.set })).sets
}

/** The dossier has come with its scan, which opens. */
async function expectScan(office: TestOffice, id: string): Promise<void> {
  expect(await stageAt(office, id)).toBe('submitted')
  const { state } = await caseAt(office, id)
  const [scan] = state.papers.flatMap(({ scans }) => scans)
  expect(await office.do('scan.get', { sha256: scan?.sha256 })).toMatchObject({ type: 'application/pdf' })
}

/** How much lies on its way in. */
function incomingBytes({ paths }: TestOffice): number {
  const folder = join(paths.data, 'incoming')
  const names = existsSync(folder) ? readdirSync(folder) : []
  return names.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)
}
