/**
 * Two offices, a journal in memory and sets between them, whole or forged: what the tests of bundles are built from.
 * `forgeSet` makes what our own writer refuses to make, signed like the real thing.
 */
import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { canonicalJson, type Json } from '../../shared/base/canonical.ts'
import type { Result } from '../../shared/base/result.ts'
import { BAGIT_TXT, printBagInfo, printManifest, type ManifestLine } from '../../shared/bundle/bag.ts'
import type { BundleError } from '../../shared/bundle/bundle-errors.ts'
import { GENESIS, nextHead } from '../../shared/bundle/chain.ts'
import {
  journalPath,
  labelName,
  officeIdOf,
  partName,
  scanPath,
  setBaseName,
  TAG_FILES,
  trustedComment,
} from '../../shared/bundle/format.ts'
import type { CheckedLine } from '../../shared/journal/classify.ts'
import { printLabel } from '../../shared/bundle/label.ts'
import { tarEnd, tarHeader, tarPadding } from '../../shared/bundle/tar.ts'
import { generateIdentity, recipientOf, sealBytes } from '../../electron/bundle/age.ts'
import { findSets, type FoundSet } from '../../electron/bundle/find-sets.ts'
import type { ChannelSource } from '../../electron/bundle/journal-file.ts'
import type { AttachmentSource, SetHeader } from '../../electron/bundle/make-bag.ts'
import {
  generateSignSecret,
  keyNumberInLine,
  signFile,
  signKeyOf,
  type SignSecret,
} from '../../electron/bundle/minisign.ts'
import type { KnownOffice } from '../../electron/bundle/open-bag.ts'
import type { NewChannel, PayloadSink } from '../../electron/bundle/read-payload.ts'
import { readSet, type ReadLedger, type ReadSet, type ReadSetInput } from '../../electron/bundle/read-set.ts'
import { writeSet, type WriteSetInput, type WrittenSet } from '../../electron/bundle/write-set.ts'
import type { Disk } from '../../electron/disk/disk.ts'
import type { FakeDisk } from './fake-disk.ts'

/** An office with its keys. */
export type Office = {
  readonly office: string
  readonly code: string
  readonly device: string
  readonly sign: SignSecret
  readonly signKey: string
  readonly identity: string
  readonly recipient: string
}

/** Makes an office; `device` is 16 times this letter. */
export async function makeOffice(code: string, device: string): Promise<Office> {
  const sign = generateSignSecret()
  const identity = await generateIdentity()
  const signKey = signKeyOf(sign)
  const recipient = await recipientOf(identity)
  return { office: officeIdOf(signKey), code, device: device.repeat(16), sign, signKey, identity, recipient }
}

/** Lines seq `from`..`to` of a channel, canonical, with nothing in them but their place and some Vietnamese. */
export function makeLines(to: number, from = 1, word = 'Đảng viên'): readonly string[] {
  return Array.from({ length: to - from + 1 }, (_, i) => makeLine(from + i, { note: `${word} ${from + i}` }))
}

/** One line: an entry with this payload. */
export function makeLine(seq: number, payload: Json, kind = 'test.noted'): string {
  return canonicalJson({ kind, payload, salt: sha256(`salt ${seq}`).slice(0, 22), seq, v: 1 })
}

/** The stub that stands for a line. */
export function stubOf(line: string, seq: number): string {
  return `{"erased":"${sha256(line)}","seq":${seq}}`
}

/** Heads h(0), h(1), ... of lines from 1. */
export function headsOf(lines: readonly string[]): readonly string[] {
  const heads = [GENESIS]
  for (const line of lines) heads.push(nextHead(heads.at(-1) ?? GENESIS, line))
  return heads
}

/** Lines from..to of a channel whose lines from 1 are given, as the writer wants them. */
export function sourceOf(channel: string, lines: readonly string[], from = 1, to = lines.length): ChannelSource {
  const heads = headsOf(lines)
  const slice = lines.slice(from - 1, to)
  return { channel, from, to, requires: heads[from - 1] ?? '', head: heads[to] ?? '', lines: () => slice }
}

/** A journal that holds these lines (from 1) of these channels. */
export function ledgerOf(
  linesByChannel: Readonly<Record<string, readonly string[]>>,
  known: readonly string[] = [],
): ReadLedger {
  const heads = new Map(Object.entries(linesByChannel).map(([channel, lines]) => [channel, headsOf(lines)]))
  return {
    knowsBundle: (id) => known.includes(id),
    position: (channel) => {
      const all = heads.get(channel)
      return all === undefined || all.length === 1 ? null : { seq: all.length - 1, head: all.at(-1) ?? '' }
    },
    headAt: (channel, seq) => heads.get(channel)?.[seq] ?? null,
  }
}

/** A scan that is a PDF by its first bytes. */
export function pdf(text: string): Buffer {
  return Buffer.from(`%PDF-1.7\n${text}`)
}

/** A scan as the writer wants it. */
export function attachment(bytes: Uint8Array): AttachmentSource {
  return {
    sha256: sha256(bytes),
    bytes: bytes.length,
    async *open() {
      for (let at = 0; at < bytes.length; at += 50_000) yield bytes.subarray(at, at + 50_000)
    },
  }
}

/** What a set from one office to another says of itself, unless told otherwise. */
export function manifestFrom(from: Office, to: Office, more: Partial<SetHeader> = {}): SetHeader {
  return {
    kind: 'changes',
    created: '2026-11-25T01:02:03Z',
    from: { office: from.office, code: from.code, device: from.device },
    to: { office: to.office, code: to.code, age_recipient: to.recipient },
    have: [],
    want_attachments: [],
    app: { version: '0.1.0', schema: 1 },
    ...more,
  }
}

/** What a set from one office to another is, unless told otherwise. */
export function setFrom(from: Office, to: Office, disk: Disk, more: Partial<WriteSetInput> = {}): WriteSetInput {
  return {
    manifest: manifestFrom(from, to),
    channels: [],
    attachments: [],
    keys: { sign: from.sign },
    disk,
    folder: '/usb',
    ...more,
  }
}

/** Writes a set that must succeed. */
export async function write(input: WriteSetInput): Promise<WrittenSet> {
  const written = await writeSet(input)
  if (!written.ok) throw new Error(JSON.stringify(written.error))
  return written.value
}

/** The only set in a folder. */
export async function onlySet(disk: Disk, folder = '/usb'): Promise<FoundSet> {
  const found = await findSets(disk, folder)
  const set = found.ok ? found.value.sets[0] : undefined
  if (!found.ok || set === undefined || found.value.sets.length > 1) throw new Error(JSON.stringify(found))
  return set
}

/** What a reading staged. */
export type Staged = Map<string, Buffer>

/** A set as read, with the lines that went to the sink. */
export type ReadWithLines = Omit<ReadSet, 'channels'> & {
  readonly channels: readonly (NewChannel & {
    readonly lines: readonly { readonly seq: number; readonly line: string; readonly head: string }[]
  })[]
}

/** Reads a set as an office that knows these others; scans go to `staged` when they are whole. */
export async function readAs(
  to: Office,
  known: readonly (Office & { readonly revoked?: boolean })[],
  set: FoundSet,
  disk: Disk,
  more: Partial<Omit<ReadSetInput, 'sink'>> & {
    readonly staged?: Staged
    readonly held?: readonly string[]
    readonly sink?: Omit<PayloadSink, 'line'>
  } = {},
): Promise<Result<ReadWithLines, BundleError>> {
  const { staged, held, sink, ...rest } = more
  const lines = new Map<string, CheckedLine[]>()
  const read = await readSet({
    set,
    disk,
    keys: { identities: [to.identity], offices: (keyNumber) => lookUp(known, keyNumber), self: { office: to.office } },
    ledger: ledgerOf({}),
    ...rest,
    sink: {
      knowsScan: (hash) => held?.includes(hash) ?? false,
      async scan(hash, source) {
        const chunks: Uint8Array[] = []
        for await (const chunk of source) chunks.push(Buffer.from(chunk))
        staged?.set(hash, Buffer.concat(chunks))
      },
      ...sink,
      line: (channel, line) => lines.set(channel, [...(lines.get(channel) ?? []), line]),
    },
  })
  if (!read.ok) return read
  const channels = read.value.channels.map((channel) => ({
    ...channel,
    lines: (lines.get(channel.channel) ?? []).map(({ line, head }, n) => ({ seq: channel.from + n, line, head })),
  }))
  return { ok: true, value: { ...read.value, channels } }
}

function lookUp(
  known: readonly (Office & { readonly revoked?: boolean })[],
  keyNumber: string,
): readonly KnownOffice[] {
  return known.filter((office) => keyNumberInLine(office.signKey) === keyNumber)
}

/** A file in a forged archive. */
export type ForgedFile = { readonly name: string; readonly bytes: Uint8Array }

/** What is wrong with a forged set. Every step gets what the honest writer would have made. */
export type Forgery = {
  /** Of the bundle, 32 hex digits; by default one for each kind. */
  readonly id?: string
  readonly kind?: string
  readonly lines?: readonly string[]
  readonly channel?: string
  readonly from?: number
  readonly scans?: readonly Uint8Array[]
  readonly signer?: Office
  readonly claims?: Office
  readonly addressee?: Office
  readonly sealedTo?: readonly string[]
  readonly comment?: string
  readonly journal?: (gz: Buffer, plain: Buffer) => Uint8Array
  readonly carried?: (item: Record<string, Json>) => Record<string, Json>
  readonly bundle?: (json: Record<string, Json>) => Record<string, Json>
  readonly bundleText?: (text: string) => string
  readonly bagInfo?: (text: string) => string
  readonly bagit?: string
  readonly manifest?: (lines: readonly ManifestLine[]) => readonly ManifestLine[]
  readonly tagManifest?: (text: string) => string
  /** After signing: what an attacker on the way could do. */
  readonly archive?: (files: readonly ForgedFile[]) => readonly ForgedFile[]
  readonly tar?: (tar: Buffer) => Uint8Array
  readonly sealed?: (age: Buffer) => Uint8Array
}

/** Plants a set in /usb that is signed and sealed as it should be, but for the forgery. */
export async function forgeSet(disk: FakeDisk, from: Office, to: Office, forgery: Forgery = {}): Promise<FoundSet> {
  const addressee = forgery.addressee ?? to
  const id = forgery.id ?? sha256(JSON.stringify(forgery.kind ?? '')).slice(0, 32)
  const channel = forgery.channel ?? `${from.office}.${from.device}.${to.office}`
  const lines = forgery.lines ?? makeLines(3)
  const first = forgery.from ?? 1
  const heads = headsOf(lines)
  const plain = Buffer.from(
    lines
      .slice(first - 1)
      .map((line) => `${line}\n`)
      .join(''),
  )
  const gz = forgery.journal?.(gzipSync(plain), plain) ?? gzipSync(plain)
  const scans = [...(forgery.scans ?? [])].sort((a, b) => (sha256(a) < sha256(b) ? -1 : 1))
  const item: Record<string, Json> = {
    channel,
    from: first,
    to: lines.length,
    requires: heads[first - 1] ?? '',
    head: heads.at(-1) ?? '',
    path: journalPath(channel),
    entries: lines.length - first + 1,
    sha256_plain: sha256(plain),
  }
  const bundle: Record<string, Json> = {
    format: 'kn',
    version: 1,
    id,
    kind: forgery.kind ?? 'changes',
    created: '2026-11-25T01:02:03Z',
    from: {
      office: (forgery.claims ?? from).office,
      code: from.code,
      device: from.device,
      sign_key: (forgery.claims ?? from).signKey,
    },
    to: { office: addressee.office, code: addressee.code, age_recipient: addressee.recipient },
    channels: lines.length === 0 ? [] : [forgery.carried?.(item) ?? item],
    have: [],
    want_attachments: [],
    attachments: { count: scans.length, bytes: scans.reduce((sum, scan) => sum + scan.length, 0) },
    app: { version: '0.1.0', schema: 1 },
  }
  const payload: readonly ForgedFile[] = [
    ...(lines.length === 0 ? [] : [{ name: journalPath(channel), bytes: gz }]),
    ...scans.map((bytes) => ({ name: scanPath(sha256(bytes)), bytes })),
  ]
  const listed = payload.map((file) => ({ sha256: sha256(file.bytes), path: file.name }))
  const bundleJson = `${canonicalJson(forgery.bundle?.(bundle) ?? bundle)}\n`
  const bagInfo = printBagInfo({
    sourceOrganization: from.code,
    externalIdentifier: id,
    baggingDate: '2026-11-25',
    payloadBytes: payload.reduce((sum, file) => sum + file.bytes.length, 0),
    payloadFiles: payload.length,
    softwareAgent: 'ket-nap 0.1.0',
  })
  const texts = [
    forgery.bagit ?? BAGIT_TXT,
    forgery.bagInfo?.(bagInfo) ?? bagInfo,
    forgery.bundleText?.(bundleJson) ?? bundleJson,
    printManifest(forgery.manifest?.(listed) ?? listed),
  ]
  const honest = printManifest(texts.map((text, i) => ({ sha256: sha256(text), path: TAG_FILES[i] ?? '' })))
  const tagManifest = forgery.tagManifest?.(honest) ?? honest
  const comment = forgery.comment ?? trustedComment(id, addressee.recipient)
  const signature = signFile((forgery.signer ?? from).sign, Buffer.from(tagManifest), comment)
  const tagFiles = [...texts, tagManifest, signature].map((text, i) => ({
    name: TAG_FILES[i] ?? '',
    bytes: Buffer.from(text),
  }))
  const files = [...tagFiles, ...payload]
  const tar = tarOf(forgery.archive?.(files) ?? files)
  const sealed = Buffer.from(await sealBytes(forgery.sealedTo ?? [to.recipient], forgery.tar?.(tar) ?? tar))
  return plantSealed(disk, forgery.sealed?.(sealed) ?? sealed, setBaseName(from.code, to.code, id))
}

/** Plants an age file as a set of one part. */
export function plantSealed(disk: FakeDisk, sealed: Uint8Array, base = 'KN1_a_b_00000000'): Promise<FoundSet> {
  const name = partName(base, 1)
  disk.plant(`/usb/${name}`, sealed)
  disk.plant(`/usb/${labelName(base)}`, Buffer.from(printLabel([{ name, sha256: sha256(sealed) }])))
  return onlySet(disk)
}

/** A tar of these files as our writer makes it. */
export function tarOf(files: readonly ForgedFile[]): Buffer {
  const body = Buffer.concat(
    files.flatMap((file) => [tarHeader(file.name, file.bytes.length), file.bytes, tarPadding(file.bytes.length)]),
  )
  return Buffer.concat([body, tarEnd(body.length)])
}

/** SHA-256 in hex. */
export function sha256(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
