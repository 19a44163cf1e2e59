/** The plug is pulled, or the disk fails, at every step of keeping a scan: it is whole or not there. */
import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Result } from '../../shared/base/result.ts'
import { createScanStore } from '../../electron/scans/scan-store.ts'
import type { ScanStore } from '../../electron/scans/scan-store.ts'
import type { ScanKeys } from '../../electron/scans/sealed-files.ts'
import { sweep } from '../../electron/scans/upkeep.ts'
import { createFakeDisk, PowerCut } from '../support/fake-disk.ts'
import type { FakeDisk } from '../support/fake-disk.ts'
import { aPdf, roomOn, someScanKeys, streamOf } from '../unit/electron/scans/typage-box.ts'

const scan = aPdf('Lý lịch của người xin vào Đảng')
const second = aPdf('Giấy giới thiệu')
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

let keys: ScanKeys
beforeAll(async () => {
  keys = await someScanKeys()
})

function storeOn(disk: FakeDisk): ScanStore {
  return createScanStore(roomOn(disk, keys, 160))
}

type Job = (store: ScanStore) => Promise<Result<unknown, { readonly code: string }>>

const jobs: readonly (readonly [string, readonly Uint8Array[], Job])[] = [
  ['attaching a scan', [scan], (store) => store.add({ bytes: scan }, 'lý lịch.pdf')],
  [
    'attaching the same scan again',
    [scan],
    async (store) => {
      await store.add({ bytes: scan }, 'lý lịch.pdf')
      return store.add({ bytes: scan }, 'lý lịch.pdf')
    },
  ],
  [
    'taking in two scans of a bundle',
    [scan, second],
    async (store) => {
      const one = await store.stage(streamOf(scan), hashOf(scan))
      if (!one.ok) return one
      const other = await store.stage(streamOf(second), hashOf(second))
      return other.ok ? store.adopt([one.value, other.value]) : other
    },
  ],
]

describe.each(jobs)('%s', (_name, contents, job) => {
  it('leaves each scan whole or absent after a power cut at any step, durable once it answered, and the sweep clears the rest', async () => {
    const steps = await stepsOf(job)
    for (let step = 1; step <= steps; step += 1) {
      const disk = createFakeDisk()
      const store = storeOn(disk)
      disk.breakDown({ cutAfter: step })
      const outcome = await job(store).catch((error: unknown) => error)
      if (step < steps) expect(outcome).toBeInstanceOf(PowerCut)
      const answered = step === steps
      for (const found of disk.afterPowerCut()) await expectWholeOrAbsent(found, contents, answered, `step ${step}`)
    }
  })

  it('says the disk is full at any step, leaves no temporary file, and succeeds once there is room', async () => {
    const steps = await stepsOf(job)
    let refusals = 0
    for (let operation = 1; operation <= steps; operation += 1) {
      const disk = createFakeDisk()
      const store = storeOn(disk)
      disk.breakDown({ failAt: { operation, errno: 'ENOSPC' } })
      const outcome = await job(store)
      disk.breakDown({})
      if (outcome.ok) continue
      refusals += 1
      expect(outcome.error.code).toBe('SCAN_DISK_FULL')
      expect((await store.discardStaging()).ok).toBe(true)
      expect(disk.paths().filter((path) => path.endsWith('.partial'))).toEqual([])
      expect(await job(store)).toMatchObject({ ok: true })
      for (const found of disk.afterPowerCut()) await expectWholeOrAbsent(found, contents, true, `after ${operation}`)
    }
    expect(refusals).toBeGreaterThan(4)
  })

  it('is cleared by the sweep when the device is lost at any step and comes back', async () => {
    const steps = await stepsOf(job)
    for (let operation = 1; operation <= steps; operation += 1) {
      const disk = createFakeDisk()
      const store = storeOn(disk)
      disk.breakDown({ failFrom: { operation, errno: 'EIO' } })
      const outcome = await job(store)
      disk.breakDown({})
      if (!outcome.ok) expect(outcome.error.code).toBe('SCAN_DISK_FAILED')
      await expectWholeOrAbsent(disk, contents, outcome.ok, `operation ${operation}`)
    }
  })
})

async function stepsOf(job: Job): Promise<number> {
  const disk = createFakeDisk()
  const store = storeOn(disk)
  disk.breakDown({})
  expect(await job(store)).toMatchObject({ ok: true })
  expect(disk.log.length).toBeGreaterThan(8)
  return disk.log.length
}

/** What a restart finds: open every scan, then sweep as if no entry named any, then nothing of it is left. */
async function expectWholeOrAbsent(
  disk: FakeDisk,
  contents: readonly Uint8Array[],
  mustBeThere: boolean,
  when: string,
): Promise<void> {
  const store = storeOn(disk)
  for (const content of contents) {
    const opened = await store.open(hashOf(content))
    if (opened.ok) expect(Buffer.from(opened.value).equals(content), when).toBe(true)
    else expect([opened.error.code, mustBeThere], when).toEqual(['SCAN_MISSING', false])
  }
  const room = roomOn(disk, keys)
  const names = new Set(contents.map((content) => store.nameOf(hashOf(content))))
  const known = await sweep(room, () => (name) => names.has(name))
  expect(known, when).toMatchObject({ ok: true, value: { orphans: 0 } })
  if (mustBeThere) expect(known).toMatchObject({ value: { kept: contents.length } })
  expect((await store.discardStaging()).ok).toBe(true)
  expect(
    disk.paths().filter((path) => path.endsWith('.partial') || path.includes('/incoming/')),
    when,
  ).toEqual([])
  expect((await sweep(room, () => () => false)).ok).toBe(true)
  expect(disk.paths(), when).toEqual(['/data/office'])
}
