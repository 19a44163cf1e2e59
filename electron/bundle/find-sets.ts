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
import { readStart, readWhole } from '../disk/streams.ts'
import { attemptBundle, BundleFault, carrierError, checkSignal, onCarrier } from './fault.ts'
import { foreignIn } from './foreign-files.ts'
import { listFiles, type FoundFile, type ListLimits } from './list-files.ts'

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
  /** True when a folder or a file could not be looked at, or lay too deep: a label may be there. */
  readonly hasUnseen: boolean
}

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
  limits: ListLimits = {},
): Promise<Result<FoundFiles, BundleError>> {
  return attemptBundle(async () => {
    const listing = await listFiles(disk, folder, limits)
    const { files, isTruncated } = listing
    let { hasUnseen } = listing
    const found: Omit<FoundSet, 'others'>[] = []
    const faults: { path: string; error: BundleError }[] = []
    for (const file of files) {
      checkSignal(limits.signal)
      const isNamed = /^kn1_.*\.sha256$/i.test(file.name)
      const text = await readLabelText(disk, file)
      hasUnseen ||= text === undefined
      const label = text === null || text === undefined ? null : parseLabel(text)
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
    return { sets, faults, warnings: foreignIn(listing), isTruncated, hasUnseen }
  })
}

// Most files on a stick are no labels: their first bytes tell. Undefined where they cannot be read.
async function readLabelText(disk: Disk, file: FoundFile): Promise<string | null | undefined> {
  if (file.bytes < 66 || file.bytes > LIMITS.labelBytes) return null
  const start = await attempt(() => readStart(disk, file.path, 66))
  if (!start.ok && start.error.code === 'DISK_GONE') throw new BundleFault(carrierError(start.error))
  if (!start.ok) return undefined
  if (!LABEL_START.test(Buffer.from(start.value).toString('latin1'))) return null
  const whole = await onCarrier(() => readWhole(disk, file.path, LIMITS.labelBytes))
  return whole === undefined ? undefined : Buffer.from(whole).toString('latin1')
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
