/**
 * What the golden bundles of format 1 are made of: three offices with keys that are public on purpose, bundles that
 * must be read, and bundles that must be refused with one code. `write-golden-bundles.ts` writes them, once for all;
 * `test/golden/bundles.test.ts` holds writer and reader to what was written.
 */
import { gzipSync } from 'node:zlib'
import type { Json } from '../../shared/base/canonical.ts'
import { journalPath, officeIdOf, scanPath } from '../../shared/bundle/format.ts'
import { recipientOf } from '../../electron/bundle/age.ts'
import { makeJournalFile, type JournalFile } from '../../electron/bundle/journal-file.ts'
import { makeBag, type Bag, type BagContents } from '../../electron/bundle/make-bag.ts'
import { signKeyOf, type SignSecret } from '../../electron/bundle/minisign.ts'
import type { ReadLedger } from '../../electron/bundle/read-set.ts'
import {
  attachment,
  ledgerOf,
  makeLine,
  makeLines,
  manifestFrom,
  pdf,
  sha256,
  sourceOf,
  stubOf,
  type ForgedFile,
  type Forgery,
  type Office,
} from './bundle-kit.ts'

/** Where the golden bundles lie. */
export const GOLDEN = new URL('../golden/bundles/v1/', import.meta.url)

/** The secrets of the three offices. TEST keys: everybody has them, so nothing real may ever be signed or sealed by them. */
const TEST_KEYS = {
  commune: {
    code: 'xa',
    device: 'a',
    identity: 'AGE-SECRET-KEY-1GD3AMFTZZ6L3FUJF5AFHRL4CNU2RYV2JKPHEC7XV9UZ6C9L05YZQADMKS3',
    sign: { seed: 'Qe8CXCgD9+2Ws3REj3z35ouvqQLb7iM3rQ+K4T7atsk=', keyNumber: 'BZe970uH2iY=' },
  },
  ward: {
    code: 'huyen',
    device: 'b',
    identity: 'AGE-SECRET-KEY-1SYZQUTAJ5ACW72Y7AFV6HK7ZTE6M5G0D904WVVHTYXSJU6ZM54VQYLPUYJ',
    sign: { seed: 'KfrsCHOdE61ALmKTzP/SpsogAQz2oE8q+NCEptmBRMo=', keyNumber: 'vWLA6k5heyw=' },
  },
  third: {
    code: 'khac',
    device: 'c',
    identity: 'AGE-SECRET-KEY-1J4NU6JKN7SNNS49L8YWUC3TASPMNUWGLJWZGSG3UNXP6P79FGEPQ7RYUN2',
    sign: { seed: 'MykPSKXVaoSvxh2zaAEzSQWGVspom0c43cta5Grjk3w=', keyNumber: 'jNbNc4W62xk=' },
  },
} as const

/** The three offices: the sender, the addressee, and one that has no business here. */
export type Cast = { readonly commune: Office; readonly ward: Office; readonly third: Office }

/** The offices of the golden bundles. */
export async function cast(): Promise<Cast> {
  const { commune, ward, third } = TEST_KEYS
  return { commune: await officeOf(commune), ward: await officeOf(ward), third: await officeOf(third) }
}

async function officeOf(keys: {
  readonly code: string
  readonly device: string
  readonly identity: string
  readonly sign: SignSecret
}): Promise<Office> {
  const signKey = signKeyOf(keys.sign)
  return {
    code: keys.code,
    device: keys.device.repeat(16),
    sign: keys.sign,
    signKey,
    office: officeIdOf(signKey),
    identity: keys.identity,
    recipient: await recipientOf(keys.identity),
  }
}

/** A bundle that must be read, in words of its inputs only: plain JSON, kept beside the bytes. */
export type GoodVector = {
  readonly name: string
  readonly id: string
  readonly kind: 'changes' | 'full' | 'ack'
  /** Lines from 1 of the channel from the commune to the ward; carried from `from` on. */
  readonly lines: readonly string[]
  readonly from: number
  /** Text of each scan. */
  readonly scans: readonly string[]
  readonly have: readonly {
    readonly device: string
    readonly channel: string
    readonly seq: number
    readonly head: string
  }[]
  readonly want: readonly string[]
  readonly organization: string
}

/** The channel all golden lines stand in. */
export function channelOf({ commune, ward }: Cast): string {
  return `${commune.office}.${commune.device}.${ward.office}`
}

/** Bundles that must be read. */
export function goodVectors(all: Cast): readonly GoodVector[] {
  const channel = channelOf(all)
  const base = {
    kind: 'changes',
    from: 1,
    scans: [],
    have: [],
    want: [],
    organization: 'Đảng ủy xã Thử nghiệm',
  } as const
  const ours = { device: all.commune.device, channel: `${all.ward.office}.${all.ward.device}.${all.commune.office}` }
  const lines = makeLines(5)
  const erased = makeLine(2, { channel, reason: 'theo yêu cầu', seq: 1 }, 'entry.erased')
  return [
    {
      ...base,
      name: 'receipt',
      id: '1'.repeat(32),
      kind: 'ack',
      lines: [],
      have: [{ ...ours, seq: 7, head: sha256('7') }],
    },
    { ...base, name: 'five-lines', id: '2'.repeat(32), lines },
    { ...base, name: 'continued', id: '3'.repeat(32), lines, from: 4 },
    { ...base, name: 'two-scans', id: '4'.repeat(32), kind: 'full', lines, scans: ['đơn', 'lý lịch'.repeat(2000)] },
    { ...base, name: 'scans-only', id: '5'.repeat(32), lines: [], scans: ['đơn'], want: [sha256('x'), sha256('y')] },
    { ...base, name: 'erased', id: '6'.repeat(32), lines: [stubOf(lines[0] ?? '', 1), erased] },
  ]
}

/** The journal file of a good vector as this machine zips it, or none. */
export async function journalOf(all: Cast, vector: GoodVector): Promise<readonly JournalFile[]> {
  if (vector.lines.length === 0) return []
  const source = sourceOf(channelOf(all), vector.lines, vector.from)
  return [await makeJournalFile(source)]
}

/** The bag of a good vector. */
export function bagOf(all: Cast, vector: GoodVector, journals: readonly JournalFile[]): Bag {
  const { commune, ward } = all
  const contents: BagContents = {
    id: vector.id,
    manifest: manifestFrom(commune, ward, { kind: vector.kind, have: vector.have, want_attachments: vector.want }),
    journals,
    attachments: vector.scans.map((text) => attachment(pdf(text))),
    keys: { sign: commune.sign },
    organization: vector.organization,
  }
  return makeBag(contents)
}

/** What the reader is told besides the bundle itself. */
export type Given = {
  /** Lines of the channel held already, from 1. */
  readonly held?: readonly string[]
  readonly knows?: readonly string[]
  readonly senderIs?: 'paired' | 'unknown' | 'revoked'
}

/** A bundle that must be refused: how it is forged, with which code, and what the reader knows. */
export type BadVector = {
  readonly name: string
  readonly code: string
  readonly forgery: Forgery
  readonly given?: Given
}

/** Bundles that must be refused once they are opened: steps 5 to 11. */
export function badVectors(all: Cast): readonly BadVector[] {
  const { commune, ward, third } = all
  const lines = makeLines(3)
  const gz = journalPath(channelOf(all))
  const bad = (code: string, name: string, forgery: Forgery, given?: Given): BadVector => ({
    name,
    code,
    forgery,
    ...(given === undefined ? {} : { given }),
  })
  const edit = (change: (plain: string) => string): Forgery => ({
    lines,
    journal: (_gz, plain) => gzipSync(change(plain.toString())),
  })
  const line = (seq: number, text: string): Forgery => ({ lines: lines.with(seq - 1, text) })
  const archive = (change: (files: readonly ForgedFile[]) => readonly ForgedFile[]): Forgery => ({ archive: change })
  const file = (name: string, change: (text: string) => string): Forgery =>
    archive((files) =>
      files.map((one) =>
        one.name === name
          ? { name, bytes: Buffer.from(change(Buffer.from(one.bytes).toString('latin1')), 'latin1') }
          : one,
      ),
    )
  const bundle = (change: Record<string, Json>): Forgery => ({ bundle: (json) => ({ ...json, ...change }) })
  const header = (at: number, text: string): Forgery => ({ tar: (tar) => retouchHeader(tar, at, text) })
  const other = makeLines(3, 1, 'Khác')
  return [
    bad(
      'B_LAYOUT',
      'tag-file-missing',
      archive((files) => files.slice(1)),
    ),
    bad(
      'B_LAYOUT',
      'tag-files-swapped',
      archive(([a, b, ...rest]) => [b, a, ...rest].filter((one) => one !== undefined)),
    ),
    bad(
      'B_LAYOUT',
      'path-leads-out',
      archive((files) => [...files, { name: '../../evil', bytes: pdf('x') }]),
    ),
    bad(
      'B_LAYOUT',
      'path-absolute',
      archive((files) => [...files, { name: '/etc/passwd', bytes: pdf('x') }]),
    ),
    bad(
      'B_LAYOUT',
      'name-of-a-device',
      archive((files) => [...files, { name: 'data/att/CON', bytes: pdf('x') }]),
    ),
    bad(
      'B_LAYOUT',
      'member-twice',
      archive((files) => [...files, ...files.slice(-1)]),
    ),
    bad(
      'B_LAYOUT',
      'member-unlisted',
      archive((files) => [...files, { name: scanPath(sha256('x')), bytes: pdf('') }]),
    ),
    bad('B_LAYOUT', 'two-archives', { tar: (tar) => Buffer.concat([tar, tar]) }),
    bad('B_LAYOUT', 'cut-off', { tar: (tar) => tar.subarray(0, 1300) }),
    bad('B_LAYOUT', 'no-end-blocks', { tar: (tar) => tar.subarray(0, -10_240) }),
    bad('B_LAYOUT', 'symbolic-link', header(156, '2')),
    bad('B_LAYOUT', 'hard-link', header(156, '1')),
    bad('B_LAYOUT', 'folder', header(156, '5')),
    bad('B_LAYOUT', 'pax-header', header(156, 'x')),
    bad('B_LAYOUT', 'gnu-magic', header(257, 'ustar  \0')),
    bad('B_LAYOUT', 'size-in-base-256', header(124, '\x80\0\0\0\0\0\0\0\0\0\0\x05')),
    bad('B_LAYOUT', 'negative-size', header(124, '-0000000001\0')),
    bad('B_LAYOUT', 'checksum', { tar: (tar) => tar.with(148, 0x37) }),
    bad('B_UNKNOWN_SENDER', 'sender-unknown', {}, { senderIs: 'unknown' }),
    bad('B_UNKNOWN_SENDER', 'signed-by-a-stranger', { signer: third }),
    bad('B_REVOKED', 'sender-revoked', {}, { senderIs: 'revoked' }),
    bad(
      'B_SIGNATURE',
      'signature-is-none',
      file('tagmanifest-sha256.txt.minisig', () => 'x'),
    ),
    bad(
      'B_SIGNATURE',
      'list-changed',
      file('tagmanifest-sha256.txt', (text) => text.replace('bagit', 'bagjt')),
    ),
    bad(
      'B_SIGNATURE',
      'comment-changed',
      file('tagmanifest-sha256.txt.minisig', (text) => text.replace('kn1 ', 'kn2 ')),
    ),
    bad('B_SIGNATURE', 'comment-of-another-bundle', { comment: `kn1 ${'0'.repeat(32)} to ${ward.recipient}` }),
    bad('B_SIGNATURE', 'comment-of-another-addressee', { comment: `kn1 ${forgedId()} to ${third.recipient}` }),
    bad(
      'B_HASH',
      'bag-info-changed',
      file('bag-info.txt', (text) => `${text}x`),
    ),
    bad(
      'B_HASH',
      'bundle-json-changed',
      file('bundle.json', (text) => text.replace('huyen', 'huyex')),
    ),
    bad(
      'B_HASH',
      'manifest-changed',
      file('manifest-sha256.txt', (text) => text.replace(/^./, '0')),
    ),
    bad(
      'B_HASH',
      'journal-changed',
      file(gz, (text) => `${text.slice(0, -1)}\xff`),
    ),
    bad('B_HASH', 'lines-of-another-hash', { carried: (item) => ({ ...item, sha256_plain: sha256('x') }) }),
    bad('B_FORMAT', 'bundle-json-cut', { bundleText: (text) => text.slice(0, -3) }),
    bad('B_FORMAT', 'bundle-json-not-canonical', { bundleText: (text) => ` ${text}` }),
    bad('B_FORMAT', 'bundle-json-key-twice', { bundleText: (text) => text.replace('{', '{"app":1,') }),
    bad('B_FORMAT', 'bundle-json-prototype', { bundleText: (text) => text.replace('{', '{"__proto__":{"x":1},') }),
    bad('B_FORMAT', 'field-unknown', bundle({ extra: 1 })),
    bad('B_FORMAT', 'format-unknown', bundle({ format: 'zip' })),
    bad('B_FORMAT', 'time-unreadable', bundle({ created: 'hôm qua' })),
    bad('B_FORMAT', 'entries-miscounted', { carried: (item) => ({ ...item, entries: 2 }) }),
    bad('B_FORMAT', 'path-of-another-channel', { carried: (item) => ({ ...item, path: 'data/journal/x.jsonl.gz' }) }),
    bad('B_FORMAT', 'scan-miscounted', bundle({ attachments: { count: 1, bytes: 0 } })),
    bad('B_FORMAT', 'oxum-miscounted', { bagInfo: (text) => text.replace(/Oxum: \d+\.1/, 'Oxum: 5.1') }),
    bad('B_FORMAT', 'bagit-of-another-version', { bagit: 'BagIt-Version: 0.97\n' }),
    bad('B_FORMAT', 'scans-unsorted', { scans: [pdf('a'), pdf('b')], manifest: (list) => [...list].reverse() }),
    bad('B_VERSION', 'version-2', bundle({ version: 2, colour: 'red' })),
    bad('B_SENDER', 'in-the-name-of-another', { claims: third }),
    bad('B_NOT_ADDRESSED', 'forwarded', { addressee: third }),
    bad('B_CHANNEL', 'private-channel', { channel: `${commune.office}.${commune.device}.own` }),
    bad('B_CHANNEL', 'channel-of-a-third', { channel: `${third.office}.${third.device}.${ward.office}` }),
    bad('B_CHANNEL', 'channel-of-ours', { channel: `${ward.office}.${ward.device}.own`, kind: 'full' }),
    bad('B_CHANNEL', 'lines-in-a-receipt', { kind: 'ack' }),
    bad('B_CHANNEL', 'stranger-as-sibling', { kind: 'sibling' }),
    bad('B_ALREADY', 'seen-before', {}, { knows: [forgedId()] }),
    bad('B_OLD', 'nothing-new', { lines }, { held: lines }),
    bad('B_GAP', 'beginning-missing', { lines, from: 3 }, { held: lines.slice(0, 1) }),
    bad('B_FORK', 'fork-before', { lines, from: 3 }, { held: other.slice(0, 2) }),
    bad('B_FORK', 'fork-within', { lines }, { held: other.slice(0, 2) }),
    bad('B_BOMB', 'zeros', { journal: () => gzipSync(Buffer.alloc(4_000_000)) }),
    bad('B_BOMB', 'ratio', {
      lines: [makeLine(1, { x: 'a'.repeat(900_000) }), makeLine(2, { x: 'a'.repeat(900_000) })],
    }),
    bad(
      'B_INCOMPLETE',
      'journal-missing',
      archive((files) => files.slice(0, -1)),
    ),
    bad('B_INCOMPLETE', 'scan-missing', { scans: [pdf('1')], archive: (files) => files.slice(0, -1) }),
    bad('B_CHAIN', 'gzip-cut', { journal: (zipped) => zipped.subarray(0, -9) }),
    bad('B_CHAIN', 'gzip-and-more', { journal: (zipped) => Buffer.concat([zipped, Buffer.from('x')]) }),
    bad('B_CHAIN', 'not-utf-8', { journal: (_gz, plain) => gzipSync(Buffer.concat([Buffer.from([0xff]), plain])) }),
    bad(
      'B_CHAIN',
      'crlf',
      edit((plain) => plain.replaceAll('\n', '\r\n')),
    ),
    bad(
      'B_CHAIN',
      'last-lf-missing',
      edit((plain) => plain.slice(0, -1)),
    ),
    bad(
      'B_CHAIN',
      'a-line-too-few',
      edit((plain) => plain.replace(/.*\n$/, '')),
    ),
    bad(
      'B_CHAIN',
      'a-line-too-many',
      edit((plain) => `${plain}${makeLine(4, {})}\n`),
    ),
    bad(
      'B_CHAIN',
      'a-line-changed',
      edit((plain) => plain.replace('Đảng viên 2', 'Đảng viên 9')),
    ),
    bad('B_CHAIN', 'number-with-a-point', line(2, '{"a":1.5,"seq":2}')),
    bad('B_CHAIN', 'key-twice', line(2, '{"a":1,"a":2,"seq":2}')),
    bad('B_CHAIN', 'not-nfc', line(2, '{"a":"e\u0301","seq":2}')),
    bad('B_CHAIN', 'a-number-left-out', line(2, makeLine(3, {}))),
    bad('B_CHAIN', 'stub-unannounced', line(2, stubOf(lines[1] ?? '', 2))),
    bad('B_CHAIN', 'another-head', { carried: (item) => ({ ...item, head: sha256('x') }) }),
  ]
}

/** Bundle id of a forged set of the ordinary kind. */
export function forgedId(): string {
  return sha256('""').slice(0, 32)
}

/** A set that must be refused before it is opened; `reason` where the code has several. */
export type BadSet = { readonly name: string; readonly code: string; readonly reason: string | null }

/** The journal of a reader who knows this. */
export function ledgerGiven(all: Cast, given: Given = {}): ReadLedger {
  return ledgerOf(given.held === undefined ? {} : { [channelOf(all)]: given.held }, given.knows)
}

/** The offices a reader is paired with who knows this. */
export function sendersGiven({ commune }: Cast, { senderIs = 'paired' }: Given = {}) {
  return senderIs === 'unknown' ? [] : [{ ...commune, revoked: senderIs === 'revoked' }]
}

/** Writes into the header of the first member and mends its checksum. */
function retouchHeader(tar: Buffer, at: number, text: string): Buffer {
  const copy = Buffer.from(tar)
  copy.write(text, at, 'latin1')
  copy.fill(0x20, 148, 156)
  const sum = copy.subarray(0, 512).reduce((all, byte) => all + byte, 0)
  copy.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
  return copy
}
