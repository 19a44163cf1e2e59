/** A set written by one office and read by the other: everything arrives, nothing else does. */
import { describe, expect, it } from 'vitest'
import { nodeDisk } from '../../../electron/disk/node-disk.ts'
import { writeSet } from '../../../electron/bundle/write-set.ts'
import { inspectLabel } from '../../../electron/bundle/locate-parts.ts'
import { createFakeDisk } from '../../support/fake-disk.ts'
import {
  attachment,
  ledgerOf,
  makeLine,
  makeLines,
  makeOffice,
  onlySet,
  pdf,
  readAs,
  setFrom,
  sha256,
  sourceOf,
  stubOf,
  write,
  type Staged,
} from '../../support/bundle-kit.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const commune = await makeOffice('xa-tan-lap', 'a')
const ward = await makeOffice('dang-uy-huyen', 'b')
const shared = `${commune.office}.${commune.device}.${ward.office}`
const toAll = `${commune.office}.${commune.device}.all`

function stick() {
  const disk = createFakeDisk()
  disk.plant('/usb/readme.txt', Buffer.from('x'))
  return disk
}

describe('a set', () => {
  it('brings its lines and scans, in several parts, on a real disk', async () => {
    const folder = temporaryFolder()
    const lines = makeLines(400)
    const scans = [pdf('một'), pdf('x'.repeat(200_000)), pdf('ba')]
    const input = setFrom(commune, ward, nodeDisk, {
      folder,
      channels: [sourceOf(shared, lines), sourceOf(toAll, makeLines(2))],
      attachments: scans.map(attachment),
      partBytes: 100_000,
    })
    const phases = new Set<string>()
    let marks = 0
    const written = await write({
      ...input,
      onProgress: ({ phase, done, total }) => {
        phases.add(phase)
        expect(done).toBeLessThanOrEqual(total)
      },
      beforeCommit: async (manifest) => {
        marks += manifest.channels.length
        const names = (await nodeDisk.readdir(folder)).map((entry) => entry.name)
        expect(names.every((name) => name.endsWith('.partial'))).toBe(true)
      },
    })
    expect(marks).toBe(2)
    expect([...phases]).toEqual(['collect', 'write', 'read-back'])
    expect(written.files.map((file) => file.name.replace(/^.*_/, ''))).toEqual(
      ['.tar.age.001', '.tar.age.002', '.tar.age.003', '.sha256'].map((end) => written.id.slice(0, 8) + end),
    )
    expect(written.bytes).toBe(written.files.reduce((sum, file) => sum + file.bytes, 0))
    const names = (await nodeDisk.readdir(folder)).map((entry) => entry.name)
    expect(names.toSorted()).toEqual(written.files.map((file) => file.name).toSorted())

    const staged: Staged = new Map()
    const set = await onlySet(nodeDisk, folder)
    const read = await readAs(ward, [commune], set, nodeDisk, { staged })
    if (!read.ok) throw new Error(JSON.stringify(read.error))
    const byName = new Map(read.value.channels.map((channel) => [channel.channel, channel]))
    expect(byName.get(shared)?.lines.map((line) => line.line)).toEqual(lines)
    expect(byName.get(shared)?.from).toBe(1)
    expect(byName.get(toAll)?.lines.map((line) => line.seq)).toEqual([1, 2])
    expect(read.value.manifest).toEqual(written.manifest)
    expect(read.value.sender.office).toBe(commune.office)
    expect(read.value.counts).toEqual({
      newLines: 402,
      heldLines: 0,
      newScans: 3,
      heldScans: 0,
      quarantinedScans: 0,
      missingScans: 0,
    })
    for (const scan of scans) expect(staged.get(sha256(scan))?.equals(scan)).toBe(true)
    expect(Buffer.from(read.value.tagFiles.get('bagit.txt') ?? []).toString()).toMatch(/^BagIt-Version: 1\.0\n/)
    expect((await inspectLabel({ disk: nodeDisk, set })).ok).toBe(true)
  })

  it.each(['native', 'typage'] as const)('is the same to both engines: %s', async (engine) => {
    const disk = stick()
    await write(setFrom(commune, ward, disk, { engine, channels: [sourceOf(shared, makeLines(5))] }))
    const other = engine === 'native' ? 'typage' : 'native'
    const read = await readAs(ward, [commune], await onlySet(disk), disk, { engine: other })
    expect(read.ok && read.value.counts.newLines).toBe(5)
  })

  it('brings only the lines beyond what is held, whatever the overlap', async () => {
    const lines = makeLines(30)
    for (const [from, held] of [
      [1, 10],
      [5, 10],
      [11, 10],
      [1, 29],
    ] as const) {
      const disk = stick()
      await write(setFrom(commune, ward, disk, { channels: [sourceOf(shared, lines, from)] }))
      const ledger = ledgerOf({ [shared]: lines.slice(0, held) })
      const read = await readAs(ward, [commune], await onlySet(disk), disk, { ledger })
      if (!read.ok) throw new Error(JSON.stringify(read.error))
      expect(read.value.channels[0]?.from).toBe(held + 1)
      expect(read.value.channels[0]?.lines.map((line) => line.line)).toEqual(lines.slice(held))
      expect(read.value.counts).toMatchObject({ newLines: 30 - held, heldLines: held - from + 1 })
    }
  })

  it('carries a receipt without payload in less than 16 kB', async () => {
    const disk = stick()
    const input = setFrom(ward, commune, disk)
    const have = [{ device: ward.device, channel: shared, seq: 3, head: 'a'.repeat(64) }]
    const written = await write({ ...input, manifest: { ...input.manifest, kind: 'ack', have } })
    expect(written.bytes).toBeLessThan(16_000)
    const read = await readAs(commune, [ward], await onlySet(disk), disk)
    expect(read.ok && read.value.manifest.have).toEqual(have)
    expect(read.ok && read.value.channels).toEqual([])
  })

  it('takes a stub where its erasure is announced, in this bundle or before', async () => {
    const lines = [...makeLines(3), makeLine(4, { channel: shared, seq: 2 }, 'entry.erased')]
    const travelling = lines.with(1, stubOf(lines[1] ?? '', 2))
    const disk = stick()
    const source = { ...sourceOf(shared, lines), lines: () => travelling }
    await write(setFrom(commune, ward, disk, { channels: [source] }))
    const read = await readAs(ward, [commune], await onlySet(disk), disk)
    expect(read.ok && read.value.channels[0]?.lines.map((line) => line.line)).toEqual(travelling)

    const earlier = stick()
    const short = { ...sourceOf(shared, lines, 1, 3), lines: () => travelling.slice(0, 3) }
    await write(setFrom(commune, ward, earlier, { channels: [short] }))
    const ledger = { ...ledgerOf({}), knowsErasure: (channel: string, seq: number) => channel === shared && seq === 2 }
    expect((await readAs(ward, [commune], await onlySet(earlier), earlier, { ledger })).ok).toBe(true)
  })

  it('does not hand over scans already held, nor files that are no scans', async () => {
    const disk = stick()
    const scans = [pdf('held'), Buffer.from('MZ this is a program'), Buffer.from('%P')]
    await write(setFrom(commune, ward, disk, { attachments: scans.map(attachment) }))
    const staged: Staged = new Map()
    const read = await readAs(ward, [commune], await onlySet(disk), disk, { staged, held: [sha256(pdf('held'))] })
    expect(read.ok && read.value.counts).toMatchObject({ newScans: 0, heldScans: 1, quarantinedScans: 2 })
    expect(read.ok && read.value.quarantined.map((scan) => scan.bytes).toSorted((a, b) => a - b)).toEqual([2, 20])
    expect(staged.size).toBe(0)
  })

  it('is made of the same bytes from the same contents, but for what must be random', async () => {
    const first = stick()
    const id = '0123456789abcdef'.repeat(2)
    const input = { channels: [sourceOf(shared, makeLines(9))], attachments: [attachment(pdf('a'))], id }
    const a = await write(setFrom(commune, ward, first, input))
    const b = await write(setFrom(commune, ward, stick(), input))
    expect(a.manifest).toEqual(b.manifest)
    expect(a.bytes).toBe(b.bytes)
    await expect(writeSet(setFrom(commune, ward, first, input))).rejects.toThrow('in this folder already')
  })

  it('keeps scans in constant memory', async () => {
    const folder = temporaryFolder()
    const bytes = 20_000_000
    const scan = Buffer.concat([pdf(''), Buffer.alloc(bytes)])
    const scans = [1, 2, 3, 4].map((n) => attachment(Buffer.concat([scan, Buffer.from([n])])))
    await write(setFrom(commune, ward, nodeDisk, { folder, attachments: scans, partBytes: 2 ** 25 }))
    let most = 0
    const read = await readAs(ward, [commune], await onlySet(nodeDisk, folder), nodeDisk, {
      sink: {
        knowsScan: () => false,
        scan: async (_hash, source) => {
          for await (const chunk of source) most = Math.max(most, chunk.length)
        },
      },
    })
    expect(read.ok && read.value.counts.newScans).toBe(4)
    expect(most).toBeLessThanOrEqual(2 ** 20)
  })
})
