/**
 * Finding sets in a folder by what files contain, not by what they are called: people rename, copy and hide files, and
 * mail programs do too (FORMAT.md section 3). What a person has deleted is no set. Also names what has no business on such a
 * stick, also in the trash, where malware likes to hide. Nothing is hashed here.
 */
import { basename, dirname, join } from 'node:path'
import { ok, type Result } from '../../shared/base/result.ts'
import type { BundleError } from '../../shared/bundle/bundle-errors.ts'
import { LIMITS } from '../../shared/bundle/format.ts'
import { parseLabel, type LabelLine } from '../../shared/bundle/label.ts'
import type { FolderWarning } from '../../shared/contract/exchange.ts'
import { attempt } from '../disk/attempt.ts'
import type { Disk, DiskFailure } from '../disk/disk.ts'
import { readStart, readWhole } from '../disk/streams.ts'
import { attemptBundle, carrierError, checkSignal, unlessGone } from './fault.ts'
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
  /** Files named like a label that are none, cannot be read or are held for the moment, and parts that no label names. */
  readonly faults: readonly { readonly path: string; readonly error: BundleError }[]
  readonly warnings: readonly FolderWarning[]
  /** True when the folder held more than was looked at. */
  readonly isTruncated: boolean
  /** True when a folder or a file could not be looked at, or lay too deep: a label may be there. */
  readonly hasUnseen: boolean
}

const PART_NAME = /^(.*)\.tar\.age\.\d{3}$/i
const LABEL_NAME = /^(.+)\.sha256$/i
/** What the files of a set bear in common, as its writer names them; of what is called so copies are known by it. */
const OWN_NAME = /^kn1_[a-z0-9-]+_[a-z0-9-]+_[0-9a-f]{8}$/
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
    const files = listing.files.filter(({ isDeleted }) => !isDeleted)
    let { hasUnseen } = listing
    const found: Omit<FoundSet, 'others'>[] = []
    const faults: { path: string; error: BundleError }[] = []
    for (const file of files) {
      checkSignal(limits.signal)
      const text = await readLabelText(disk, file)
      if (!text.ok) await unlessGone(disk, text.error, folder)
      hasUnseen ||= !text.ok
      const label = !text.ok || text.value === null ? null : parseLabel(text.value)
      if (label?.ok === true) found.push({ label: file, lines: label.value })
      else if (!text.ok && text.error.code === 'DISK_HELD' && LABEL_NAME.test(file.name))
        faults.push({ path: file.path, error: carrierError(text.error) })
      else if (/^kn1_/i.test(file.name) && LABEL_NAME.test(file.name)) {
        const reason = label === null ? (file.bytes > LIMITS.labelBytes ? 'size' : 'form') : label.error
        const error: BundleError = text.ok
          ? { code: 'B_LABEL', name: file.name, reason }
          : { code: 'B_DAMAGED', part: file.name }
        faults.push({ path: file.path, error })
      }
    }
    const labels = new Set(found.map((set) => set.label.path))
    const rest = files.filter((file) => !labels.has(file.path))
    faults.push(...orphans(rest, found, faults))
    const sets = once(found, rest).map((set) => ({ ...set, others: candidates(set.label.folder, rest) }))
    return { sets, faults, warnings: foreignIn(listing), isTruncated: listing.isTruncated, hasUnseen }
  })
}

// Most files on a stick are no labels: their first bytes tell.
async function readLabelText(disk: Disk, file: FoundFile): Promise<Result<string | null, DiskFailure>> {
  if (file.bytes < 66 || file.bytes > LIMITS.labelBytes) return ok(null)
  return attempt(async () => {
    if (!LABEL_START.test(Buffer.from(await readStart(disk, file.path, 66)).toString('latin1'))) return null
    const whole = await readWhole(disk, file.path, LIMITS.labelBytes)
    return whole === undefined ? null : Buffer.from(whole).toString('latin1')
  })
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

/** Parts, one of each set, for which no label lies there: neither one that was read, nor one of which something else is said. */
function orphans(
  files: readonly FoundFile[],
  found: readonly Omit<FoundSet, 'others'>[],
  unread: FoundFiles['faults'],
): FoundFiles['faults'] {
  const bases = [
    ...found.map((set) => PART_NAME.exec(set.lines[0]?.name ?? '')?.[1]),
    ...unread.map(({ path }) => LABEL_NAME.exec(basename(path))?.[1]),
  ].flatMap((base) => base?.toLowerCase() ?? [])
  const isHeld = (folder: string): boolean =>
    unread.some(({ path, error }) => error.code === 'B_FILE_HELD' && dirname(path) === folder)
  const seen = new Set<string>()
  return files.flatMap((file) => {
    const base = PART_NAME.exec(file.name)?.[1]?.toLowerCase()
    // What macOS writes beside each file on a stick bears its name and nothing of its content.
    if (base === undefined || base.startsWith('._') || seen.has(base)) return []
    // A copy beside its original, "(1)" or "Bản sao của", is no set of its own.
    const isKnown = (known: string) => base === known || (OWN_NAME.test(known) && base.includes(known))
    if (bases.some(isKnown) || isHeld(file.folder)) return []
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
