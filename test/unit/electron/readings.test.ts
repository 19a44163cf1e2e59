/** Readings of sets that share scans: a file that is staged goes with one of them, and is never thought to lie where it does not. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nodeDisk } from '../../../electron/disk/node-disk.ts'
import { createReadings, type Reading } from '../../../electron/exchange/readings.ts'
import type { StagedScan } from '../../../electron/scans/staging.ts'
import { trusted } from '../../../shared/base/trust.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

function readingsOfOne() {
  const data = temporaryFolder()
  const incoming = join(data, 'incoming')
  mkdirSync(incoming)
  const closed: string[] = []
  const stage = (name: string): StagedScan => {
    const path = join(incoming, name)
    writeFileSync(path, name)
    return { sha256: name, bytes: 1, mediaType: 'application/pdf', name, path }
  }
  const reading = (name: string, staged: readonly StagedScan[], shared: readonly StagedScan[], holds = true): Reading =>
    trusted<Reading>({
      staging: { close: () => closed.push(name) },
      linesFile: join(incoming, `lines-${name}`),
      staged,
      shared,
      holds: () => holds,
    })
  return { readings: createReadings(nodeDisk, data), stage, reading, closed, lying: () => readdirSync(incoming) }
}

test('a reading whose scans were dropped with another while it was read is not kept', async () => {
  const { readings, stage, reading, lying } = readingsOfOne()
  const scan = stage('a')
  expect(readings.keep('first', reading('first', [scan], []))).toBe(true)
  const there = readings.staged().get('a')
  expect(there).toBe(scan)
  await readings.drop()
  expect(lying()).toEqual([])
  expect(readings.keep('second', reading('second', [scan], [scan]))).toBe(false)
  expect(readings.take('second')).toBeNull()
  expect(readings.files()).toEqual(new Set())
})

test('with one that is taken go those that share a scan with it, and no others', () => {
  const { readings, stage, reading, closed } = readingsOfOne()
  const [a, b] = [stage('a'), stage('b')]
  const second = reading('second', [a], [a])
  readings.keep('first', reading('first', [a], []))
  readings.keep('second', second)
  readings.keep('third', reading('third', [b], []))
  expect(readings.take('second')).toBe(second)
  expect(closed).toEqual(['first'])
  expect(readings.take('first')).toBeNull()
  expect(readings.files()).toEqual(new Set(['lines-third', 'b']))
})

test('what one that no longer holds shares with others stays for them', () => {
  const { readings, stage, reading, closed } = readingsOfOne()
  const scan = stage('a')
  const second = reading('second', [scan], [scan])
  readings.keep('first', reading('first', [scan], [], false))
  readings.keep('second', second)
  expect(readings.take('first')).toBeNull()
  expect(closed).toEqual(['first'])
  expect(readings.files()).toContain('a')
  expect(readings.take('second')).toBe(second)
})
