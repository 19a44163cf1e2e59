/**
 * A bag from its contents: bundle.json, the manifests, the signature over them, and the list of files in the order of
 * the archive (FORMAT.md section 5). Nothing is written here; scans are opened, and checked, as the archive is read.
 */
import { createHash } from 'node:crypto'
import { toNfc } from '../../shared/base/canonical.ts'
import { BAGIT_TXT, printBagInfo, printManifest, type ManifestLine } from '../../shared/bundle/bag.ts'
import { parseBundleJson, printBundleJson } from '../../shared/bundle/bundle-json.ts'
import { LIMITS, scanPath, TAG_FILES, trustedComment, type BundleManifest } from '../../shared/bundle/format.ts'
import { tarBytes } from '../../shared/bundle/tar.ts'
import { BundleFault } from './fault.ts'
import type { JournalFile } from './journal-file.ts'
import { signFile, signKeyOf, type SignSecret } from './minisign.ts'
import type { TarInput } from './tar-stream.ts'

/** A scan to be carried: its hash is its name, so it is checked while it is read, unless whoever opens it has done so. */
export type AttachmentSource = {
  readonly sha256: string
  readonly bytes: number
  /** The bytes come checked against the hash. */
  readonly isChecked?: true
  readonly open: () => AsyncIterable<Uint8Array>
}

/** The fields of bundle.json that the caller knows; the sign key comes from the key that signs. */
export type SetHeader = Pick<
  BundleManifest,
  'kind' | 'created' | 'to' | 'have' | 'want_attachments' | 'app' | 'proofs'
> & {
  readonly from: { readonly office: string; readonly code: string; readonly device: string }
}

/** What a bag is made of. */
export type BagContents = {
  readonly id: string
  readonly manifest: SetHeader
  /** Sorted by channel. */
  readonly journals: readonly JournalFile[]
  readonly attachments: readonly AttachmentSource[]
  readonly keys: { readonly sign: SignSecret }
  readonly organization?: string
}

/** A bag ready to be written. */
export type Bag = {
  readonly manifest: BundleManifest
  readonly files: readonly TarInput[]
  /** Size of the archive of these files. */
  readonly tarBytes: number
}

/**
 * Makes the bag.
 * @throws BundleFault B_TOO_MUCH for more than a set may list; Error when the contents break the schema of the format: that
 *   is a fault of the caller.
 */
export function makeBag(contents: BagContents): Bag {
  const { id, journals, keys } = contents
  const scans = [...contents.attachments].sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1))
  const scanBytes = scans.reduce((sum, scan) => sum + scan.bytes, 0)
  const manifest = readyManifest(contents, { count: scans.length, bytes: scanBytes })
  const payload: readonly ManifestLine[] = [
    ...journals.map((journal) => ({ sha256: journal.sha256, path: journal.carried.path })),
    ...scans.map((scan) => ({ sha256: scan.sha256, path: scanPath(scan.sha256) })),
  ]
  checkLimits(payload, scans)
  const bagInfo = printBagInfo({
    sourceOrganization: organizationOf(contents),
    externalIdentifier: id,
    baggingDate: manifest.created.slice(0, 10),
    payloadBytes: journals.reduce((sum, journal) => sum + journal.bytes, 0) + scanBytes,
    payloadFiles: payload.length,
    softwareAgent: `ket-nap ${manifest.app.version}`,
  })
  const listed = [BAGIT_TXT, bagInfo, printBundleJson(manifest), printManifest(payload)].map((text) =>
    Buffer.from(text),
  )
  const tagManifest = Buffer.from(
    printManifest(listed.map((bytes, i) => ({ sha256: sha256Of(bytes), path: TAG_FILES[i] ?? '' }))),
  )
  const comment = trustedComment(id, manifest.to.age_recipient)
  const signature = Buffer.from(signFile(keys.sign, tagManifest, comment))
  const tagFiles = [...listed, tagManifest, signature]
  if (tagFiles.some((bytes) => bytes.length > LIMITS.tagFileBytes)) throw tooMany()
  const files: readonly TarInput[] = [
    ...tagFiles.map((bytes, i) => ({ name: TAG_FILES[i] ?? '', size: bytes.length, open: () => [bytes] })),
    ...journals.map(({ carried, bytes, chunks }) => ({ name: carried.path, size: bytes, open: () => chunks })),
    ...scans.map((scan) => ({ name: scanPath(scan.sha256), size: scan.bytes, open: () => checkedScan(scan) })),
  ]
  return { manifest, files, tarBytes: tarBytes(files.map((file) => file.size)) }
}

function readyManifest(contents: BagContents, attachments: BundleManifest['attachments']): BundleManifest {
  const { manifest: header, journals, keys, id } = contents
  const { office, code, device } = header.from
  const manifest: BundleManifest = {
    format: 'kn',
    version: 1,
    id,
    kind: header.kind,
    created: header.created,
    from: { office, code, device, sign_key: signKeyOf(keys.sign) },
    to: header.to,
    channels: journals.map((journal) => journal.carried),
    have: header.have,
    want_attachments: header.want_attachments,
    attachments,
    app: header.app,
    ...(header.proofs === undefined ? {} : { proofs: header.proofs }),
  }
  const read = parseBundleJson(printBundleJson(manifest))
  if (!read.ok) throw new Error(`bundle: bundle.json would be refused: ${JSON.stringify(read.error)}`)
  return read.value
}

function checkLimits(payload: readonly ManifestLine[], scans: readonly AttachmentSource[]): void {
  if (payload.length > LIMITS.payloadFiles) throw tooMany()
  if (new Set(payload.map((line) => line.path)).size !== payload.length) throw new Error('bundle: a file twice')
  const wrong = scans.find((scan) => !/^[0-9a-f]{64}$/.test(scan.sha256) || !(scan.bytes <= LIMITS.scanBytes))
  if (wrong !== undefined) throw new Error(`bundle: scan of ${wrong.bytes} bytes: ${wrong.sha256}`)
}

function tooMany(): BundleFault {
  return new BundleFault({ code: 'B_TOO_MUCH', what: 'files', most: LIMITS.payloadFiles })
}

/** The bytes of a scan, until they turn out not to be those of its name. */
async function* checkedScan(scan: AttachmentSource): AsyncGenerator<Uint8Array, void, undefined> {
  const hash = scan.isChecked === true ? null : createHash('sha256')
  let bytes = 0
  for await (const chunk of scan.open()) {
    hash?.update(chunk)
    bytes += chunk.length
    if (bytes > scan.bytes) break
    yield chunk
  }
  if (bytes !== scan.bytes || (hash !== null && hash.digest('hex') !== scan.sha256)) {
    throw new BundleFault({ code: 'B_ATTACH', sha256: scan.sha256, reason: 'changed' })
  }
}

// One line, as BagIt wants it.
function organizationOf({ organization, manifest }: BagContents): string {
  const text = toNfc(organization ?? '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
  return text === '' ? manifest.from.code : text
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
