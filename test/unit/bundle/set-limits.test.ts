/**
 * Whatever the writer says is good, the limits of the reader accept; and it refuses nothing that they would. With limits so
 * low that drawn sets lie on both sides of each, and once with the real ones.
 */
import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { makeJournalFile } from '../../../electron/bundle/journal-file.ts'
import { writeSet } from '../../../electron/bundle/write-set.ts'
import { canonicalJson } from '../../../shared/base/canonical.ts'
import { printManifest } from '../../../shared/bundle/bag.ts'
import { journalPath } from '../../../shared/bundle/format.ts'
import { attachment, makeLine, makeOffice, onlySet, pdf, readAs, setFrom, sourceOf } from '../../support/bundle-kit.ts'
import { createFakeDisk } from '../../support/fake-disk.ts'

vi.setConfig({ testTimeout: 60_000 })

const { limits, realLimits, withLowLimits } = await vi.hoisted(() => import('../../support/low-limits.ts'))

vi.mock('../../../shared/bundle/format.ts', async (original) =>
  withLowLimits(await original<typeof import('../../../shared/bundle/format.ts')>()),
)

afterEach(realLimits)

const commune = await makeOffice('xa', 'a')
const ward = await makeOffice('huyen', 'b')
const channelOf = (nth: number) => `${commune.office}.${'abcdefgh'.charAt(nth).repeat(16)}.${ward.office}`

/** Lines that cannot be shortened, and lines that are one letter over and over. */
const payload = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(fc.constantFrom('a', '-'), fc.nat(680)).map(([letter, times]) => letter.repeat(times)),
  },
  { weight: 3, arbitrary: fc.tuple(fc.nat(1_000_000), fc.nat(500)).map(([seed, length]) => noise(seed, length)) },
  { weight: 1, arbitrary: fc.integer({ min: 300, max: 420 }).map((times) => 'đ'.repeat(times)) },
)
const drawn = fc.record({
  channels: fc.array(fc.array(payload, { minLength: 1, maxLength: 8, size: 'max' }), { maxLength: 4, size: 'max' }),
  scans: fc.uniqueArray(fc.nat(50), { maxLength: 4, size: 'max' }),
})

test('what is written is taken in, and what is refused by name is beyond a limit', async () => {
  const fates = { written: 0, lines: 0, line: 0, files: 0, swelling: 0 }
  await fc.assert(
    fc.asyncProperty(drawn, async ({ channels, scans }) => {
      Object.assign(limits, {
        lineBytes: 800,
        journalBytes: 8000,
        journalRatio: 12,
        journalRatioFrom: 600,
        payloadFiles: 5,
      })
      const lines = channels.map((texts) => texts.map((text, at) => makeLine(at + 1, { text })))
      const sources = lines.map((of, nth) => sourceOf(channelOf(nth), of))
      const disk = createFakeDisk()
      disk.plant('/usb/readme.txt', Buffer.from('x'))
      const attachments = scans.map((nth) => attachment(pdf(`scan ${nth}`)))
      const written = await writeSet(setFrom(commune, ward, disk, { channels: sources, attachments }))
      const length = lines.flat().reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0)
      const isBeyond = {
        line: lines.flat().some((line) => Buffer.byteLength(line) > 800),
        lines: length > 8000,
        files: channels.length + scans.length > 5,
      }
      if (!written.ok) {
        const { error } = written
        if (error.code !== 'B_TOO_MUCH') throw new Error(JSON.stringify(error))
        expect(isBeyond[error.what]).toBe(true)
        expect(disk.paths()).toEqual(['/usb/readme.txt'])
        fates[error.what] += 1
        return
      }
      expect(Object.values(isBeyond)).toEqual([false, false, false])
      const read = await readAs(ward, [commune], await onlySet(disk), disk)
      if (!read.ok) throw new Error(JSON.stringify(read.error))
      expect(read.value.channels.map((channel) => channel.lines.map(({ line }) => line))).toEqual(lines)
      expect(read.value.counts.newScans).toBe(scans.length)
      fates.written += 1
      for (const text of lines.map((of) => of.map((line) => `${line}\n`).join(''))) {
        const dense = gzipSync(text, { level: 8 }).length
        if (text.length > 600 && text.length > 12 * dense) fates.swelling += 1
      }
    }),
    { numRuns: 80 },
  )
  for (const [fate, times] of Object.entries(fates)) expect([fate, times > 0]).toEqual([fate, true])
})

test('the longest lines of one letter that a journal may hold swell no more than a reader allows', async () => {
  const lines = Array.from({ length: 4 }, (_, at) => makeLine(at + 1, { text: 'a'.repeat(1_000_000) }))
  const disk = createFakeDisk()
  disk.plant('/usb/readme.txt', Buffer.from('x'))
  const channels = [sourceOf(channelOf(0), lines)]
  const file = await makeJournalFile(channels[0] ?? sourceOf('', []))
  const plain = gunzipSync(Buffer.concat(file.chunks))
  expect(plain.toString()).toBe(lines.map((line) => `${line}\n`).join(''))
  expect(createHash('sha256').update(Buffer.concat(file.chunks)).digest('hex')).toBe(file.sha256)
  expect(plain.length / file.bytes).toBeLessThanOrEqual(8)
  const written = await writeSet(setFrom(commune, ward, disk, { channels }))
  expect(written.ok).toBe(true)
  expect(await readAs(ward, [commune], await onlySet(disk), disk)).toMatchObject({ ok: true })
})

test('a set with as many files as it may have, and one that asks for as many scans as it may, can be listed', () => {
  const sha256 = 'f'.repeat(64)
  const { payloadFiles, tagFileBytes, lineBytes, wants } = limits
  const longest = { sha256, path: journalPath(`${'a'.repeat(26)}.${'b'.repeat(16)}.${'c'.repeat(26)}`) }
  expect(printManifest(Array.from({ length: payloadFiles }, () => longest)).length).toBeLessThanOrEqual(tagFileBytes)
  // Between its own computers an office holds some thousand channels at the most, each named twice.
  const have = {
    channel: `${'a'.repeat(26)}.${'b'.repeat(16)}.own`,
    device: 'b'.repeat(16),
    head: sha256,
    seq: 10 ** 9,
  }
  const lengthOf = (asked: number, channels: number) =>
    canonicalJson({
      want_attachments: Array.from({ length: asked }, () => sha256),
      have: Array.from({ length: channels }, () => have),
    }).length
  expect(lengthOf(payloadFiles, 10_000)).toBeLessThanOrEqual(tagFileBytes)
  // Of another office: short enough to be given back as a proof.
  expect(lengthOf(wants, 1000)).toBeLessThanOrEqual(lineBytes)
})

test('a journal as offices write it is zipped as ever: only what would be taken for a bomb is not', async () => {
  const lines = Array.from({ length: 3000 }, (_, at) => makeLine(at + 1, { text: `Chi bộ thôn ${at % 7} `.repeat(30) }))
  const file = await makeJournalFile(sourceOf(channelOf(0), lines))
  const plain = gunzipSync(Buffer.concat(file.chunks)).length
  expect(plain).toBeGreaterThan(limits.journalRatioFrom)
  expect(plain / file.bytes).toBeGreaterThan(8)
})

function noise(seed: number, length: number): string {
  let text = ''
  for (let block = 0; text.length < length; block += 1)
    text += createHash('sha256').update(`${seed} ${block}`).digest('base64url')
  return text.slice(0, length)
}
