/**
 * Steps 5 to 8 of reading: the six tag files, who signed them, and whether they are meant for us. Nothing is parsed as
 * JSON before the signature holds, and no key is ever taken from a bundle (exchange.md, Keys).
 */
import { createHash } from 'node:crypto'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import { BAGIT_TXT, parseManifest, type ManifestLine } from '../../shared/bundle/bag.ts'
import { checkPayloadList, parseBundleJson } from '../../shared/bundle/bundle-json.ts'
import type { BundleError } from '../../shared/bundle/bundle-errors.ts'
import {
  LISTED_TAG_FILES,
  TAG_FILES,
  trustedComment,
  type BundleManifest,
  type TagFile,
} from '../../shared/bundle/format.ts'
import { recipientOf } from './age.ts'
import { BundleFault } from './fault.ts'
import { parseSignature, verifyFile } from './minisign.ts'
import type { TarMember } from './tar-stream.ts'

/** An office whose card was compared, by one of its sign keys. `revoked`: that key no longer counts. */
export type KnownOffice = {
  readonly office: string
  readonly code: string
  readonly signKey: string
  readonly revoked?: boolean
}

/** What is needed to open sets: our identities (new and old), the offices we know, and who we are. */
export type ReadKeys = {
  /** `AGE-SECRET-KEY-1...`; a set may name any of their recipients as its addressee. */
  readonly identities: readonly string[]
  /**
   * By key number, 16 upper-case hex digits. Our own office is asked for too, for sets between our devices. A number binds
   * nothing: any office may have chosen that of another's key, so all that have it are named.
   */
  readonly offices: (keyNumber: string) => readonly KnownOffice[]
  readonly self: { readonly office: string }
}

/**
 * Hears of a set, also of one that is refused later on, what its signature proves. `manifest`: null until that is verified;
 * `files`: the signed lists as they came.
 */
export type OnSigned = (sender: KnownOffice, manifest: BundleManifest | null, files: TagFiles) => void

/** The tag files as they came, by name: the proof of what was received. */
export type TagFiles = ReadonlyMap<TagFile, Uint8Array>

/** A bag whose tag files hold. */
export type OpenedBag = {
  readonly manifest: BundleManifest
  readonly sender: KnownOffice
  /** Every payload file, in the order of the archive. */
  readonly payload: readonly ManifestLine[]
  /** Hashes of its scans, in order. */
  readonly scans: readonly string[]
  /** Sum of the payload's sizes as bag-info.txt says. */
  readonly payloadBytes: number
}

/** Takes the six tag files from the front of an archive. @throws BundleFault B_LAYOUT */
export async function readTagFiles(members: AsyncGenerator<TarMember, void, undefined>): Promise<TagFiles> {
  const files = new Map<TagFile, Uint8Array>()
  for (const name of TAG_FILES) {
    const next = await members.next()
    // That it is the right one is the layout's rule already; here the archive may only end too early.
    if (next.done === true) throw new BundleFault({ code: 'B_LAYOUT', reason: 'order', name, offset: null })
    const chunks: Uint8Array[] = []
    for await (const chunk of next.value.body) chunks.push(chunk)
    files.set(name, Buffer.concat(chunks))
  }
  return files
}

/**
 * Verifies tag files: sender, signature, hashes, bundle.json, addressee; in this order.
 * @param onSigned - hears whose signature holds, and then what the list says once it is known to be theirs and for us
 * @returns what they say; B_UNKNOWN_SENDER, B_REVOKED, B_SIGNATURE, B_HASH, B_FORMAT, B_VERSION, B_SENDER,
 *   B_NOT_ADDRESSED
 */
export async function verifyTagFiles(
  files: TagFiles,
  keys: ReadKeys,
  onSigned?: OnSigned,
): Promise<Result<OpenedBag, BundleError>> {
  const signed = verifySignature(files, keys)
  if (!signed.ok) return signed
  const { signers, comment } = signed.value
  onSigned?.(signers[0], null, files)
  const hashes = verifyHashes(files)
  if (!hashes.ok) return hashes
  const text = textOf(files, 'bundle.json')
  const json = text.ok ? parseBundleJson(text.value) : text
  if (!json.ok) return json
  const manifest = json.value
  if (comment !== trustedComment(manifest.id, manifest.to.age_recipient)) {
    return fail({ code: 'B_SIGNATURE', reason: 'comment' })
  }
  const listed = readLists(files, manifest)
  if (!listed.ok) return listed
  const sender = signers.find(({ office }) => office === manifest.from.office) ?? signers[0]
  if (manifest.from.sign_key !== sender.signKey || manifest.from.office !== sender.office) {
    return fail({ code: 'B_SENDER', claimed: manifest.from.office, office: sender.office })
  }
  const recipients = await Promise.all(keys.identities.map(recipientOf))
  if (manifest.to.office !== keys.self.office || !recipients.includes(manifest.to.age_recipient)) {
    return fail({ code: 'B_NOT_ADDRESSED', office: manifest.to.office, officeCode: manifest.to.code })
  }
  onSigned?.(sender, manifest, files)
  return ok({ manifest, sender, ...listed.value })
}

/** Whose signature holds: more than one office only where these have said that the same key is theirs. */
type Signed = { readonly signers: readonly [KnownOffice, ...KnownOffice[]]; readonly comment: string }

function verifySignature(files: TagFiles, keys: ReadKeys): Result<Signed, BundleError> {
  const text = textOf(files, 'tagmanifest-sha256.txt.minisig')
  const signature = text.ok ? parseSignature(text.value) : null
  if (!text.ok || signature === null) return fail({ code: 'B_SIGNATURE', reason: 'form' })
  const { keyNumber } = signature
  const known = keys.offices(keyNumber)
  const tried = known.map((office) => ({
    office,
    verified: verifyFile(office.signKey, bytesOf(files, 'tagmanifest-sha256.txt'), text.value),
  }))
  const holding = tried.filter(({ verified }) => verified.ok)
  // Where none holds, it is refused for the key that still counts, if any has that number.
  const [first, ...others] = (holding.length > 0 ? holding : tried).toSorted(
    (a, b) => Number(a.office.revoked === true) - Number(b.office.revoked === true),
  )
  if (first === undefined) return fail({ code: 'B_UNKNOWN_SENDER', keyNumber })
  const { office, verified } = first
  if (office.revoked === true) {
    return fail({ code: 'B_REVOKED', keyNumber, office: office.office, officeCode: office.code })
  }
  if (!verified.ok) return fail({ code: 'B_SIGNATURE', reason: verified.error })
  const counting = others.filter((other) => other.office.revoked !== true).map((other) => other.office)
  return ok({ signers: [office, ...counting], comment: verified.value.trustedComment })
}

function verifyHashes(files: TagFiles): Result<null, BundleError> {
  const file = 'tagmanifest-sha256.txt'
  const text = textOf(files, file)
  const lines = text.ok ? parseManifest(text.value, file) : text
  if (!lines.ok) return lines
  if (lines.value.length !== LISTED_TAG_FILES.length) return fail({ code: 'B_FORMAT', file, path: '' })
  for (const [i, name] of LISTED_TAG_FILES.entries()) {
    const line = lines.value[i]
    if (line?.path !== name) return fail({ code: 'B_FORMAT', file, path: String(i + 1) })
    const sha256 = createHash('sha256').update(bytesOf(files, name)).digest('hex')
    if (sha256 !== line.sha256) return fail({ code: 'B_HASH', path: name })
  }
  return ok(null)
}

function readLists(
  files: TagFiles,
  manifest: BundleManifest,
): Result<Pick<OpenedBag, 'payload' | 'scans' | 'payloadBytes'>, BundleError> {
  const bagit = textOf(files, 'bagit.txt')
  if (!bagit.ok || bagit.value !== BAGIT_TXT) return fail({ code: 'B_FORMAT', file: 'bagit.txt', path: '' })
  const text = textOf(files, 'manifest-sha256.txt')
  const payload = text.ok ? parseManifest(text.value, 'manifest-sha256.txt') : text
  if (!payload.ok) return payload
  const info = textOf(files, 'bag-info.txt')
  const checked = info.ok ? checkPayloadList(manifest, payload.value, info.value) : info
  return checked.ok ? ok({ payload: payload.value, ...checked.value }) : checked
}

function bytesOf(files: TagFiles, name: TagFile): Uint8Array {
  return files.get(name) ?? new Uint8Array(0)
}

function textOf(files: TagFiles, name: TagFile): Result<string, BundleError> {
  try {
    return ok(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytesOf(files, name)))
  } catch {
    return fail({ code: 'B_FORMAT', file: name, path: '' })
  }
}
