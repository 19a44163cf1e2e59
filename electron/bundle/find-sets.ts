/**
 * Finding sets in a folder by what files contain, not by what they are called: people rename, copy and hide files, and
 * mail programs do too (FORMAT.md section 3). Also names what has no business on such a stick. Nothing is hashed here.
 */
import { join } from 'node:path'
import type { Result } from '../../shared/base/result.ts'
import type { BundleError } from '../../shared/bundle/bundle-errors.ts'
import { LIMITS } from '../../shared/bundle/format.ts'
import { parseLabel, type LabelLine } from '../../shared/bundle/label.ts'
import type { FolderWarning } from '../../shared/contract/exchange.ts'
import { attempt } from '../disk/attempt.ts'
import type { Disk } from '../disk/disk.ts'
import { readWhole } from '../disk/streams.ts'
import { attemptBundle, BundleFault, carrierError, checkSignal, onCarrier } from './fault.ts'
import { PARTIAL } from './part-writer.ts'

/** A file on the carrier. `folder`: the one it lies in. */
export type FoundFile = {
  readonly path: string
  readonly folder: string
  readonly name: string
  readonly bytes: number
}

/** A set by its label. `others`: files that may be its parts under another name, the likeliest first. */
export type FoundSet = {
  readonly label: FoundFile
  readonly lines: readonly LabelLine[]
  readonly others: readonly FoundFile[]
}

/** What a folder holds. */
export type FoundFiles = {
  /** Each set once, though its label may be there twice. */
  readonly sets: readonly FoundSet[]
  /** Files named like a label that are none, and parts that no label names. */
  readonly faults: readonly { readonly path: string; readonly error: BundleError }[]
  readonly warnings: readonly FolderWarning[]
  /** True when the folder held more than was looked at. */
  readonly isTruncated: boolean
}

/** How far to look: folders below the one given, and entries in all. */
export type FindLimits = { readonly depth?: number; readonly entries?: number; readonly signal?: AbortSignal }

const PROGRAM = /\.(exe|scr|bat|cmd|com|pif|vbs|vbe|js|jse|wsf|hta|msi|ps1|jar)$/i
const SHORTCUT = /\.(lnk|url)$/i
const PART_NAME = /^(.*)\.tar\.age\.\d{3}$/i
const LABEL_START = /^[0-9a-f]{64} {2}/

/**
 * Looks for sets.
 * @param folder - the root of a stick, or any folder
 * @returns what was found, or B_STICK_GONE
 */
export function findSets(
  disk: Disk,
  folder: string,
  limits: FindLimits = {},
): Promise<Result<FoundFiles, BundleError>> {
  return attemptBundle(async () => {
    const { files, isTruncated } = await listFiles(disk, folder, limits)
    const found: Omit<FoundSet, 'others'>[] = []
    const faults: { path: string; error: BundleError }[] = []
    for (const file of files) {
      checkSignal(limits.signal)
      const isNamed = /^kn1_.*\.sha256$/i.test(file.name)
      const text = await readLabelText(disk, file)
      const label = text === null ? null : parseLabel(text)
      if (label?.ok === true) found.push({ label: file, lines: label.value })
      else if (isNamed) {
        const reason = label === null ? (file.bytes > LIMITS.labelBytes ? 'size' : 'form') : label.error
        faults.push({ path: file.path, error: { code: 'B_LABEL', name: file.name, reason } })
      }
    }
    const labels = new Set(found.map((set) => set.label.path))
    const rest = files.filter((file) => !labels.has(file.path))
    faults.push(...orphans(rest, found))
    const sets = once(found, rest).map((set) => ({ ...set, others: candidates(set.label.folder, rest) }))
    return { sets, faults, warnings: files.flatMap(warningFor), isTruncated }
  })
}

async function listFiles(
  disk: Disk,
  root: string,
  { depth = 3, entries = 5000, signal }: FindLimits,
): Promise<{ readonly files: readonly FoundFile[]; readonly isTruncated: boolean }> {
  const files: FoundFile[] = []
  const queue: { readonly path: string; readonly level: number }[] = [{ path: root, level: 0 }]
  let seen = 0
  for (const { path: folder, level } of queue) {
    checkSignal(signal)
    const listed = await attempt(() => disk.readdir(folder))
    if (!listed.ok) {
      // Folders of the system ("System Volume Information") may be closed to us; a stick that is gone is another matter.
      if (level > 0 && listed.error.code !== 'DISK_GONE') continue
      throw new BundleFault(carrierError(listed.error))
    }
    for (const { name, kind } of [...listed.value].sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (++seen > entries) return { files, isTruncated: true }
      const path = join(folder, name)
      if (kind === 'folder' && level < depth) queue.push({ path, level: level + 1 })
      if (kind !== 'file' || name.endsWith(PARTIAL)) continue
      const stat = await attempt(() => disk.stat(path))
      if (stat.ok) files.push({ path, folder, name, bytes: stat.value.bytes })
      else if (stat.error.code === 'DISK_GONE') throw new BundleFault(carrierError(stat.error))
    }
  }
  return { files, isTruncated: false }
}

// Most files on a stick are no labels: their first bytes tell.
async function readLabelText(disk: Disk, file: FoundFile): Promise<string | null> {
  if (file.bytes < 66 || file.bytes > LIMITS.labelBytes) return null
  const start = await attempt(async () => {
    const open = await disk.open(file.path, 'read')
    try {
      const bytes = new Uint8Array(66)
      return bytes.subarray(0, await open.read(bytes, 0))
    } finally {
      await open.close()
    }
  })
  if (!start.ok && start.error.code === 'DISK_GONE') throw new BundleFault(carrierError(start.error))
  if (!start.ok || !LABEL_START.test(Buffer.from(start.value).toString('latin1'))) return null
  const whole = await onCarrier(() => readWhole(disk, file.path, LIMITS.labelBytes))
  return whole === undefined ? null : Buffer.from(whole).toString('latin1')
}

/** Copies of a label are one set; the copy that has the parts beside it stands for it. */
function once(
  found: readonly Omit<FoundSet, 'others'>[],
  files: readonly FoundFile[],
): readonly Omit<FoundSet, 'others'>[] {
  const names = new Set(files.map((file) => join(file.folder, file.name.toLowerCase())))
  const partsBeside = (set: Omit<FoundSet, 'others'>): number =>
    set.lines.filter((line) => names.has(join(set.label.folder, line.name.toLowerCase()))).length
  const sets = new Map<string, Omit<FoundSet, 'others'>>()
  for (const set of found) {
    const key = set.lines.map((line) => line.sha256).join()
    const held = sets.get(key)
    if (held === undefined || partsBeside(set) > partsBeside(held)) sets.set(key, set)
  }
  return [...sets.values()]
}

function orphans(
  files: readonly FoundFile[],
  found: readonly Omit<FoundSet, 'others'>[],
): readonly { readonly path: string; readonly error: BundleError }[] {
  const named = new Set(found.flatMap((set) => set.lines.map((line) => line.name.toLowerCase())))
  const seen = new Set<string>()
  return files.flatMap((file) => {
    const base = PART_NAME.exec(file.name)?.[1]?.toLowerCase()
    if (base === undefined || named.has(file.name.toLowerCase()) || seen.has(base)) return []
    // A copy beside its original, "(1)", is no set of its own.
    if ([...named].some((name) => base.startsWith(name.replace(/\.tar\.age\.\d{3}$/, '')))) return []
    seen.add(base)
    return [{ path: file.path, error: { code: 'B_LABEL' as const, name: file.name, reason: 'missing' as const } }]
  })
}

// Any file beside the label, and elsewhere what is still called like a part: not a stick full of films.
function candidates(folder: string, files: readonly FoundFile[]): readonly FoundFile[] {
  const isLike = (file: FoundFile): boolean => /kn1|\.age|\.\d{3}$/i.test(file.name)
  const rank = (file: FoundFile): number => (file.folder === folder ? 0 : 2) + (isLike(file) ? 0 : 1)
  return files
    .filter((file) => file.bytes > 0 && file.bytes <= LIMITS.partBytes && rank(file) < 3)
    .sort((a, b) => rank(a) - rank(b))
}

function warningFor(file: FoundFile): readonly FolderWarning[] {
  const { path, name } = file
  if (name.toLowerCase() === 'autorun.inf') return [{ path, kind: 'autorun' }]
  if (SHORTCUT.test(name)) return [{ path, kind: 'shortcut' }]
  return PROGRAM.test(name) ? [{ path, kind: 'program' }] : []
}
