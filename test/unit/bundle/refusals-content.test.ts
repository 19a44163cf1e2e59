/** One test for every code a reader can give: FORMAT.md section 8, steps 9 to 11. Steps 1 to 8: refusals.test.ts. */
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../../shared/base/canonical.ts'
import type { BundleError } from '../../../shared/bundle/bundle-errors.ts'
import { scanPath } from '../../../shared/bundle/format.ts'
import { createFakeDisk, type FakeDisk } from '../../support/fake-disk.ts'
import {
  attachment,
  forgeSet,
  headsOf,
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
  type Forgery,
} from '../../support/bundle-kit.ts'

const commune = await makeOffice('xa', 'a')
const ward = await makeOffice('huyen', 'b')
const shared = `${commune.office}.${commune.device}.${ward.office}`

function stick(): FakeDisk {
  const disk = createFakeDisk()
  disk.plant('/usb/x', Buffer.from('x'))
  return disk
}

async function refusalOf(forgery: Forgery, more: Parameters<typeof readAs>[4] = {}): Promise<BundleError | null> {
  const disk = stick()
  const read = await readAs(ward, [commune], await forgeSet(disk, commune, ward, forgery), disk, more)
  return read.ok ? null : read.error
}

describe('step 9: what we hold', () => {
  const lines = makeLines(6)

  it('B_CHANNEL: a channel the kind may not carry', async () => {
    const own = `${commune.office}.${commune.device}.own`
    const ofWard = (audience: string) => `${ward.office}.${ward.device}.${audience}`
    const ours = ofWard('own')
    // What we said to a third office, or to nobody, no office has to give back, whatever proves that it is ours.
    for (const [kind, channel] of [
      ['changes', own],
      ['full', ours],
      ['ack', shared],
      ['recovery', shared],
      ['recovery', ours],
      ['recovery', ofWard('c'.repeat(26))],
    ] as const) {
      expect(await refusalOf({ kind, channel })).toEqual({ code: 'B_CHANNEL', kind, channel })
    }
    for (const channel of [ofWard(commune.office), ofWard('all')])
      expect(await refusalOf({ kind: 'recovery', channel })).toBeNull()
    expect(await refusalOf({ kind: 'succession', channel: own })).toBeNull()
    for (const kind of ['sibling', 'enrol'] as const) {
      expect(await refusalOf({ kind, channel: own })).toEqual({ code: 'B_CHANNEL', kind, channel: null })
    }
  })

  it('B_ALREADY: an id taken in before', async () => {
    const id = sha256('""').slice(0, 32)
    expect(await refusalOf({}, { ledger: ledgerOf({}, [id]) })).toEqual({ code: 'B_ALREADY', id })
  })

  it('B_OLD: nothing new, with the manifest for its receipt', async () => {
    const ledger = ledgerOf({ [shared]: lines })
    expect(await refusalOf({ lines }, { ledger })).toMatchObject({ code: 'B_OLD', manifest: { kind: 'changes' } })
    // A scan we lack is something new.
    expect(await refusalOf({ lines, scans: [pdf('new')] }, { ledger })).toBeNull()
    expect(await refusalOf({ lines, scans: [pdf('new')] }, { ledger, held: [sha256(pdf('new'))] })).toMatchObject({
      code: 'B_OLD',
    })
  })

  it('B_GAP: says what is held and what is needed', async () => {
    const ledger = ledgerOf({ [shared]: lines.slice(0, 2) })
    const error = { code: 'B_GAP', channel: shared, have: 2, need: 5 }
    expect(await refusalOf({ lines, from: 5 }, { ledger })).toEqual(error)
    expect(await refusalOf({ lines, from: 5 })).toEqual({ ...error, have: 0 })
  })

  it('B_FORK: other lines at requires, at the covered end, or in the overlap', async () => {
    const other = makeLines(6, 1, 'Khác')
    const forked = (held: readonly string[]) => ({ ledger: ledgerOf({ [shared]: held }) })
    expect(await refusalOf({ lines, from: 3 }, forked(other))).toEqual({ code: 'B_FORK', channel: shared, seq: 2 })
    expect(await refusalOf({ lines: lines.slice(0, 4) }, forked(other))).toEqual({
      code: 'B_FORK',
      channel: shared,
      seq: 4,
    })
    // The overlap parts only at line 4, which is inside the bundle: seen when its lines are read.
    const late = [...lines.slice(0, 3), ...other.slice(3, 5)]
    expect(await refusalOf({ lines }, forked(late))).toEqual({ code: 'B_FORK', channel: shared, seq: 5 })
  })
})

describe('steps 10 and 11: the payload', () => {
  it('B_HASH: a payload file that is not the one listed', async () => {
    const swapAll = (start: string): Forgery => ({
      scans: [pdf('original')],
      archive: (files) =>
        files.map((file) =>
          file.name.startsWith(start)
            ? { ...file, bytes: file.bytes.map((byte, i) => (i < 9 ? byte : byte ^ 1)) }
            : file,
        ),
    })
    expect(await refusalOf(swapAll('data/att/'))).toEqual({ code: 'B_HASH', path: scanPath(sha256(pdf('original'))) })
    expect(await refusalOf(swapAll('data/journal/'))).toEqual({
      code: 'B_HASH',
      path: `data/journal/${shared}.jsonl.gz`,
    })
    const plain: Forgery = { carried: (item) => ({ ...item, sha256_plain: 'a'.repeat(64) }) }
    expect(await refusalOf(plain)).toEqual({ code: 'B_HASH', path: `data/journal/${shared}.jsonl.gz` })
  })

  it('B_BOMB: ratio and length of a line', async () => {
    const path = `data/journal/${shared}.jsonl.gz`
    const wide: Forgery = { journal: () => gzipSync(Buffer.alloc(20_000_000, 'a')) }
    expect(await refusalOf(wide)).toEqual({ code: 'B_BOMB', path, reason: 'line' })
    const long = makeLine(1, { note: 'a'.repeat(1_000_000) })
    expect(await refusalOf({ lines: [long, makeLine(2, { note: 'a'.repeat(900_000) })] })).toEqual({
      code: 'B_BOMB',
      path,
      reason: 'ratio',
    })
    const random = Array.from({ length: 30_000 }, (_, i) => sha256(String(i))).join('')
    expect(await refusalOf({ lines: [makeLine(1, { note: random })] })).toEqual({
      code: 'B_BOMB',
      path,
      reason: 'line',
    })
  })

  it('B_ATTACH is reported and not fatal: see container.test.ts. At export it is: see faults.test.ts', async () => {
    const disk = stick()
    const read = await readAs(
      ward,
      [commune],
      await forgeSet(disk, commune, ward, { scans: [Buffer.from('MZ')] }),
      disk,
    )
    expect(read.ok && read.value.quarantined).toEqual([{ sha256: sha256('MZ'), bytes: 2 }])
  })

  it('B_INCOMPLETE: scans that are listed and not there, which can be accepted; journals that cannot', async () => {
    const scans = [pdf('1'), pdf('2')]
    const without = (start: string): Forgery => ({
      scans,
      archive: (files) => files.filter((file) => !file.name.startsWith(start)),
    })
    const all = scans.map(sha256).toSorted()
    expect(await refusalOf(without('data/att/'))).toEqual({ code: 'B_INCOMPLETE', journals: [], scans: all })
    expect(await refusalOf(without(scanPath(all[0] ?? '')))).toEqual({
      code: 'B_INCOMPLETE',
      journals: [],
      scans: [all[0]],
    })
    const journals = [`data/journal/${shared}.jsonl.gz`]
    expect(await refusalOf(without('data/journal/'))).toEqual({ code: 'B_INCOMPLETE', journals, scans: [] })
    const disk = stick()
    const set = await forgeSet(disk, commune, ward, without('data/att/'))
    const read = await readAs(ward, [commune], set, disk, { acceptsMissingScans: true })
    expect(read.ok && read.value.missing).toEqual(all)
    expect(read.ok && read.value.counts).toMatchObject({ newLines: 3, missingScans: 2 })
  })

  it('B_CHAIN: every way lines can be wrong', async () => {
    const lines = makeLines(3)
    const text = (edit: (plain: string) => string | Buffer): Forgery => ({
      lines,
      journal: (_gz, plain) => gzipSync(edit(plain.toString())),
    })
    const swap = (seq: number, line: string): Forgery => ({ lines: lines.with(seq - 1, line) })
    const cases: readonly (readonly [Forgery, number, string])[] = [
      [{ journal: () => Buffer.from('not gzip') }, 1, 'gzip'],
      [{ journal: (gz) => gz.subarray(0, -9) }, 1, 'gzip'],
      [{ journal: (gz) => Buffer.concat([gz, Buffer.from('trailing')]) }, 1, 'gzip'],
      [text((plain) => Buffer.concat([Buffer.from(plain), Buffer.from([0xff, 0x0a])])), 4, 'count'],
      [text((plain) => Buffer.concat([Buffer.from([0xff]), Buffer.from(plain)])), 1, 'utf8'],
      [text((plain) => plain.slice(0, -1)), 3, 'lf'],
      [text((plain) => plain.replaceAll('\n', '\r\n')), 1, 'canonical'],
      [text(() => ''), 0, 'count'],
      [text((plain) => plain.replace(/.*\n$/, '')), 2, 'count'],
      [text((plain) => plain.replace('Đảng viên 2', 'Đảng viên 9')), 3, 'head'],
      [swap(2, '{"seq":2'), 2, 'json'],
      [swap(2, '{"seq": 2}'), 2, 'canonical'],
      [swap(2, '{"a":1.5,"seq":2}'), 2, 'canonical'],
      [swap(2, '[2]'), 2, 'canonical'],
      [swap(2, `{"a":${'['.repeat(50_000)}${']'.repeat(50_000)},"seq":2}`), 2, 'canonical'],
      [swap(2, '{"a":"e\u0301","seq":2}'), 2, 'canonical'],
      [swap(2, makeLine(3, {})), 2, 'hole'],
      [swap(2, stubOf(lines[1] ?? '', 2)), 2, 'stub'],
      [{ carried: (item) => ({ ...item, head: 'a'.repeat(64) }) }, 3, 'head'],
    ]
    for (const [forgery, seq, reason] of cases) {
      expect(await refusalOf(forgery), reason).toEqual({ code: 'B_CHAIN', channel: shared, seq, reason })
    }
  })

  it('holds nothing back for a line of a kind nobody knows: that is the journal’s to judge', async () => {
    const lines = [canonicalJson({ seq: 1 }), canonicalJson({ kind: 'future.thing', seq: 2, v: 9 })]
    expect(headsOf(lines)).toHaveLength(3)
    expect(await refusalOf({ lines })).toBeNull()
  })

  it('throws what the sink throws, and takes no failure of our own disk for one of the stick', async () => {
    const disk = stick()
    await write(
      setFrom(commune, ward, disk, { channels: [sourceOf(shared, makeLines(2))], attachments: [attachment(pdf('x'))] }),
    )
    const set = await onlySet(disk)
    const sink = { knowsScan: () => false, scan: () => Promise.reject(new Error('data folder full')) }
    await expect(readAs(ward, [commune], set, disk, { sink })).rejects.toThrow('data folder full')
    const lazy = { knowsScan: () => false, scan: () => Promise.resolve() }
    expect(await readAs(ward, [commune], set, disk, { sink: lazy })).toMatchObject({ ok: true })
  })
})
