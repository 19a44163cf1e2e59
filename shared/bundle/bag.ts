/**
 * The BagIt 1.0 tag files around the payload: exact bytes when written, strict lines when read (FORMAT.md section 5).
 * bundle.json has its own page, bundle-json.ts.
 */
import { fail, ok, type Result } from '../base/result.ts'
import type { BundleError } from './bundle-errors.ts'
import { LIMITS } from './format.ts'

/** bagit.txt, always these bytes. */
export const BAGIT_TXT = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'

/** What bag-info.txt says. */
export type BagInfo = {
  /** Name or code of the sending office; one line. */
  readonly sourceOrganization: string
  /** Bundle id. */
  readonly externalIdentifier: string
  /** Day, YYYY-MM-DD. */
  readonly baggingDate: string
  /** Sum of the payload files' sizes in bytes. */
  readonly payloadBytes: number
  readonly payloadFiles: number
  /** Program that made the bag, e.g. `ket-nap 0.1.0`. */
  readonly softwareAgent: string
}

/** A file in a manifest: its hash in hex and its path in the archive. */
export type ManifestLine = { readonly sha256: string; readonly path: string }

const BAG_INFO = new RegExp(
  '^Source-Organization: (\\S|\\S[^\\r\\n]*\\S)\\nExternal-Identifier: ([0-9a-f]{32})\\n' +
    'Bagging-Date: (\\d{4}-\\d\\d-\\d\\d)\\nPayload-Oxum: (0|[1-9]\\d{0,14})\\.(0|[1-9]\\d{0,5})\\n' +
    'Bag-Software-Agent: (\\S|\\S[^\\r\\n]*\\S)\\n$',
)
const MANIFEST_LINE = /^([0-9a-f]{64})  ([A-Za-z0-9._/-]{1,100})$/

/** bag-info.txt. */
export function printBagInfo(info: BagInfo): string {
  return (
    `Source-Organization: ${info.sourceOrganization}\nExternal-Identifier: ${info.externalIdentifier}\n` +
    `Bagging-Date: ${info.baggingDate}\nPayload-Oxum: ${info.payloadBytes}.${info.payloadFiles}\n` +
    `Bag-Software-Agent: ${info.softwareAgent}\n`
  )
}

/** Reads bag-info.txt; B_FORMAT unless it has exactly the five lines in their order. */
export function parseBagInfo(text: string): Result<BagInfo, BundleError> {
  const [, organization, id, date, bytes, files, agent] = BAG_INFO.exec(text) ?? []
  if (organization === undefined || id === undefined || date === undefined || agent === undefined) {
    return fail({ code: 'B_FORMAT', file: 'bag-info.txt', path: '' })
  }
  return ok({
    sourceOrganization: organization,
    externalIdentifier: id,
    baggingDate: date,
    payloadBytes: Number(bytes),
    payloadFiles: Number(files),
    softwareAgent: agent,
  })
}

/** manifest-sha256.txt or tagmanifest-sha256.txt; empty for no files. */
export function printManifest(files: readonly ManifestLine[]): string {
  return files.map((file) => `${file.sha256}  ${file.path}\n`).join('')
}

/**
 * Reads a manifest.
 * @param text - its content
 * @param file - its name, for the error
 * @returns its lines in order, each path once; B_FORMAT for any other form
 */
export function parseManifest(text: string, file: string): Result<readonly ManifestLine[], BundleError> {
  if (text === '') return ok([])
  const lines: ManifestLine[] = []
  const seen = new Set<string>()
  if (!text.endsWith('\n')) return fail({ code: 'B_FORMAT', file, path: '' })
  for (const row of text.slice(0, -1).split('\n')) {
    const [, sha256, path] = MANIFEST_LINE.exec(row) ?? []
    if (sha256 === undefined || path === undefined || seen.has(path) || lines.length >= LIMITS.payloadFiles) {
      return fail({ code: 'B_FORMAT', file, path: String(lines.length + 1) })
    }
    seen.add(path)
    lines.push({ sha256, path })
  }
  return ok(lines)
}
