/**
 * The power cut after every single one of our own operations of an import, on a disk that keeps what is written apart from
 * what is durable: in every state it may leave, the ways in are untouched, and where the lines are in, so are their scans;
 * an office that starts again on what is left takes the set in and leaves nothing over.
 */
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createFakeDisk, diesDuring, type FakeDisk } from '../support/fake-disk.ts'
import {
  addBranch,
  communeAndDistrict,
  exportTo,
  HOA,
  importFrom,
  stageAt,
  submittedDossier,
} from '../support/journey.ts'
import { reopened } from '../support/office.ts'
import { pluggableDisk } from '../support/pluggable-disk.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const LONG = { timeout: 180_000 }

test('the power goes after any operation of an import: its scans are there before its lines are', LONG, async () => {
  const root = temporaryFolder()
  const { commune, district, stick } = await communeAndDistrict(root)
  const id = await submittedDossier(commune, await addBranch(commune), HOA, join(root, 'papers'))
  await exportTo(commune, stick, district)
  for (const office of [commune, district]) office.core.close()
  const { data } = district.paths
  const kept = join(root, 'kept')
  cpSync(data, kept, { recursive: true })
  const vaults = readdirSync(kept).filter((name) => name.startsWith('vault'))
  expect(vaults).toHaveLength(2)
  const healthy = (): FakeDisk => {
    const disk = createFakeDisk()
    for (const name of vaults) disk.plant(join(data, name), readFileSync(join(kept, name)))
    return disk
  }
  const pluggable = pluggableDisk(data, healthy())
  const open = async () => {
    const opened = await reopened(district, district.paths, '2024-04-01', pluggable.disk)
    // A sweep that met a cut would wait for its disk for ever, and whatever is written waits for the sweep.
    await opened.core.tick()
    return opened
  }
  const scansOn = (disk: FakeDisk) =>
    disk.paths().flatMap((path) => (path.startsWith(join(data, 'scans')) ? [[path, disk.peek(path)]] : []))
  let office = await open()
  const startOver = async () => {
    office.core.close()
    rmSync(data, { recursive: true })
    cpSync(kept, data, { recursive: true })
    pluggable.plug(healthy())
    office = await open()
  }
  /** Starts the office on what a cut has left, and takes the set in once more. */
  const goOnWith = async (state: FakeDisk, cutAfter: number) => {
    office.core.close()
    pluggable.plug(state)
    office = await open()
    await office.do('bundle.import', { folder: stick })
    expect([cutAfter, await stageAt(office, id)]).toEqual([cutAfter, 'submitted'])
    expect([cutAfter, scansOn(state).length]).toEqual([cutAfter, 2])
    const left = state.paths().filter((path) => path.includes('.partial') || path.includes('staging'))
    expect([cutAfter, left]).toEqual([cutAfter, []])
  }
  let late = 0
  for (let cutAfter = 1; ; cutAfter += 1) {
    const disk = healthy()
    pluggable.plug(disk)
    disk.breakDown({ cutAfter })
    const isCut = await diesDuring(() => importFrom(office, stick))
    const { bundles } = await office.do<{ bundles: unknown[] }>('bundle.history')
    const isIn = bundles.length > 0
    const scans = scansOn(disk)
    for (const state of disk.afterPowerCut()) {
      for (const name of vaults) expect(state.peek(join(data, name))).toEqual(readFileSync(join(kept, name)))
      if (isIn) expect([cutAfter, scansOn(state)]).toEqual([cutAfter, scans])
    }
    if (isIn) {
      expect([cutAfter, scans.length]).toEqual([cutAfter, 2])
      expect(await stageAt(office, id)).toBe('submitted')
    }
    if (!isCut) {
      expect([isIn, cutAfter > 25]).toEqual([true, true])
      break
    }
    if (isIn) late += 1
    const left = disk.afterPowerCut()
    const state = left[cutAfter % left.length]
    if (state === undefined) throw new Error('a power cut leaves a disk')
    await goOnWith(state, cutAfter)
    // The lines have come in: the next cut needs the office as it was.
    await startOver()
  }
  expect(late).toBeGreaterThan(0)
  office.core.close()
})
