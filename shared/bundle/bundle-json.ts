/**
 * bundle.json: its canonical bytes, its reading, and whether the other signed tag files say the same as it does
 * (FORMAT.md sections 5 and 6, step 7).
 */
import { canonicalJson } from '../base/canonical.ts'
import { fail, ok, type Result } from '../base/result.ts'
import { parseBagInfo, type ManifestLine } from './bag.ts'
import type { BundleError } from './bundle-errors.ts'
import { BundleManifest, FORMAT_VERSION, journalPath, scanPath } from './format.ts'

const SCAN_PATH = /^data\/att\/([0-9a-f]{64})$/

/** bundle.json: canonical JSON and one LF. */
export function printBundleJson(manifest: BundleManifest): string {
  return `${canonicalJson(manifest)}\n`
}

/**
 * Reads bundle.json. A version this build does not know is told apart from a broken file, so that it can be kept.
 * @param text - the file's content
 * @returns the manifest, B_VERSION for another version, B_FORMAT for anything else that is not exactly version 1
 */
export function parseBundleJson(text: string): Result<BundleManifest, BundleError> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return fail({ code: 'B_FORMAT', file: 'bundle.json', path: '' })
  }
  const version = versionOf(value)
  if (version !== null && version !== FORMAT_VERSION) return fail({ code: 'B_VERSION', version })
  const read = BundleManifest.safeParse(value)
  if (!read.success) {
    return fail({ code: 'B_FORMAT', file: 'bundle.json', path: (read.error.issues[0]?.path ?? []).join('.') })
  }
  if (!isPrinted(read.data, text)) return fail({ code: 'B_FORMAT', file: 'bundle.json', path: '' })
  return ok(read.data)
}

/**
 * Checks that payload list and bag-info.txt agree with bundle.json: the journals in the order of `channels`, then
 * every scan once, sorted, as many as `attachments.count`; id and number of files as in bag-info.txt.
 * @param manifest - bundle.json as read
 * @param payload - lines of manifest-sha256.txt
 * @param bagInfo - content of bag-info.txt
 * @returns the scans' hashes in order, or B_FORMAT with the file and the line or field that differs
 */
export function checkPayloadList(
  manifest: BundleManifest,
  payload: readonly ManifestLine[],
  bagInfo: string,
): Result<{ readonly scans: readonly string[]; readonly payloadBytes: number }, BundleError> {
  const listed = 'manifest-sha256.txt'
  const journals = manifest.channels.length
  if (payload.length !== journals + manifest.attachments.count) {
    return fail({ code: 'B_FORMAT', file: listed, path: String(payload.length) })
  }
  const scans: string[] = []
  for (const [i, line] of payload.entries()) {
    const channel = manifest.channels[i]
    const scan = SCAN_PATH.exec(line.path)?.[1]
    const isNext =
      channel !== undefined
        ? line.path === journalPath(channel.channel)
        : scan !== undefined && scan === line.sha256 && (scans.at(-1) ?? '') < scan && line.path === scanPath(scan)
    if (!isNext) return fail({ code: 'B_FORMAT', file: listed, path: String(i + 1) })
    if (channel === undefined && scan !== undefined) scans.push(scan)
  }
  const info = parseBagInfo(bagInfo)
  if (!info.ok) return info
  if (info.value.externalIdentifier !== manifest.id) {
    return fail({ code: 'B_FORMAT', file: 'bag-info.txt', path: 'External-Identifier' })
  }
  if (info.value.payloadFiles !== payload.length) {
    return fail({ code: 'B_FORMAT', file: 'bag-info.txt', path: 'Payload-Oxum' })
  }
  return ok({ scans, payloadBytes: info.value.payloadBytes })
}

function versionOf(value: unknown): number | null {
  if (typeof value !== 'object' || value === null) return null
  if (!('format' in value) || value.format !== 'kn' || !('version' in value)) return null
  return Number.isSafeInteger(value.version) ? Number(value.version) : null
}

function isPrinted(manifest: BundleManifest, text: string): boolean {
  try {
    return printBundleJson(manifest) === text
  } catch {
    return false
  }
}
