/** Looking at sets without taking them in: how far it is told over all of them, and it stops in the middle of any. */
import { expect, test, vi } from 'vitest'
import { createCore } from '../../../electron/core.ts'
import { nodeDisk } from '../../../electron/disk/node-disk.ts'
import { pathsOf } from '../../../electron/paths.ts'
import type { Inspection, JobProgress } from '../../../shared/contract/exchange.ts'
import { addBranch, communeAndDistrict, exportTo, register } from '../../support/journey.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

vi.setConfig({ testTimeout: 60_000 })

async function stickWithTwoSets() {
  const root = temporaryFolder()
  const offices = await communeAndDistrict(root, { partBytes: 1000 })
  const { commune, district, stick } = offices
  await register(commune, await addBranch(commune))
  await exportTo(commune, stick, district)
  await exportTo(commune, stick, district)
  // A computer without an office, as of whoever carries the stick.
  const nobody = createCore({
    disk: nodeDisk,
    paths: pathsOf(`${root}/none/data`, `${root}/none/marks`),
    clock: { at: () => '2024-04-01T01:00:00Z', today: () => '2024-04-01' },
  })
  return { ...offices, nobody }
}

test('how far an inspection is is told over all sets and parts, and ends at what was read', async () => {
  const { nobody, stick } = await stickWithTwoSets()
  const told: JobProgress[] = []
  const onProgress = (progress: unknown) => told.push(progress as JobProgress)
  const answer = await nobody.call('bundle.inspect', { folder: stick }, { onProgress })
  const { labels } = (answer as { value: Inspection }).value
  expect(labels.map(({ refusal }) => refusal)).toEqual([null, null])
  const parts = labels.reduce((sum, label) => sum + label.parts.length, 0)
  const bytes = labels.reduce((sum, label) => sum + label.bytes, 0)
  expect(told).toHaveLength(parts)
  expect(parts).toBeGreaterThan(4)
  expect(told.at(-1)).toEqual({ phase: 'check', done: bytes, total: bytes })
  expect(told.every(({ done, total }, place) => total === bytes && done > (told[place - 1]?.done ?? 0))).toBe(true)
  nobody.close()
})

test('stopped anywhere, an inspection says so and that nothing has changed, locked or not, and keeps nothing', async () => {
  const { nobody, district, stick } = await stickWithTwoSets()
  for (const core of [nobody, district.core]) {
    let events = 0
    await core.call('bundle.inspect', { folder: stick }, { onProgress: () => (events += 1) })
    expect(events).toBeGreaterThan(4)
    for (const last of [1, Math.ceil(events / 2), events - 1]) {
      const stop = new AbortController()
      let heard = 0
      const onProgress = () => {
        heard += 1
        if (heard === last) stop.abort()
      }
      const answer = await core.call('bundle.inspect', { folder: stick }, { signal: stop.signal, onProgress })
      expect([last, answer]).toMatchObject([last, { ok: false, error: { code: 'CANCELLED' } }])
      expect([last, heard]).toEqual([last, last])
    }
  }
  expect((await district.do<{ bundles: unknown[] }>('bundle.history')).bundles).toEqual([])
  nobody.close()
})

test('stopped anywhere, a preview says that nothing has changed, whatever it had seen by then', async () => {
  const { nobody, district, stick } = await stickWithTwoSets()
  nobody.close()
  let events = 0
  await district.core.call('bundle.preview', { folder: stick }, { onProgress: () => (events += 1) })
  expect(events).toBeGreaterThan(4)
  for (const last of [1, Math.ceil(events / 2), events - 1]) {
    const stop = new AbortController()
    let heard = 0
    const onProgress = () => {
      heard += 1
      if (heard === last) stop.abort()
    }
    const answer = await district.core.call('bundle.preview', { folder: stick }, { signal: stop.signal, onProgress })
    expect([last, answer]).toEqual([last, { ok: false, error: { code: 'CANCELLED', data: {} } }])
  }
})
