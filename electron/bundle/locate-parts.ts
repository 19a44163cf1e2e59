/**
 * Steps 2 and 3 of reading: every part of a label is there, by name or under another name by its hash, and has the hash
 * the label says. No key is needed, so a damaged copy is found out even where the vault is locked.
 */
import { createHash } from 'node:crypto'
import type { Result } from '../../shared/base/result.ts'
import type { BundleError } from '../../shared/bundle/bundle-errors.ts'
import type { LabelLine } from '../../shared/bundle/label.ts'
import { isOfASpot } from '../disk/bad-spot.ts'
import { DiskError, type Disk } from '../disk/disk.ts'
import { readStream } from '../disk/streams.ts'
import { attemptBundle, BundleFault, fromCarrier } from './fault.ts'
import type { FoundSet } from './find-sets.ts'
import type { FoundFile } from './list-files.ts'

/** A part where it lies. `name`: as in the label; the file may be called otherwise. */
export type LocatedPart = LabelLine & { readonly path: string; readonly bytes: number }

/** What is looked at, and who hears of progress: bytes hashed so far and in all, as far as known. */
export type InspectInput = {
  readonly disk: Disk
  readonly set: FoundSet
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void
  readonly signal?: AbortSignal
}

/**
 * Checks a set as far as that can be done without keys.
 * @returns its parts in order; B_PART_MISSING, B_DAMAGED, B_STICK_GONE or B_CANCELLED
 */
export function inspectLabel(input: InspectInput): Promise<Result<readonly LocatedPart[], BundleError>> {
  return attemptBundle(() => locateParts(input))
}

/** As `inspectLabel`. @throws BundleFault */
export async function locateParts(input: InspectInput): Promise<readonly LocatedPart[]> {
  const { set } = input
  const hashOf = hasher(input)
  // What is held may be the part or a stranger: it counts only where the part is nowhere else.
  const byHash = async (line: LabelLine, but?: FoundFile): Promise<FoundFile | BundleFault | undefined> => {
    let held: BundleFault | undefined
    for (const file of set.others) {
      if (file === but) continue
      const hash = await hashOf(file)
      if (hash === line.sha256) return file
      if (hash instanceof BundleFault) held ??= hash
    }
    return held
  }
  const found: (readonly [LabelLine, FoundFile])[] = []
  for (const line of set.lines) {
    const file = namedFile(set, line) ?? (await byHash(line))
    if (file instanceof BundleFault) throw file
    if (file === undefined) throw new BundleFault({ code: 'B_PART_MISSING', part: line.name })
    found.push([line, file])
  }
  const parts: LocatedPart[] = []
  for (const [line, file] of found) {
    const hash = await hashOf(file)
    const whole = hash === line.sha256 ? file : await byHash(line, file)
    if (whole === undefined || whole instanceof BundleFault)
      throw hash instanceof BundleFault ? hash : new BundleFault({ code: 'B_DAMAGED', part: line.name })
    parts.push({ ...line, path: whole.path, bytes: whole.bytes })
  }
  return parts
}

/** The hash of a file on the carrier, hex. @throws BundleFault */
export async function hashOnCarrier(
  disk: Disk,
  path: string,
  signal?: AbortSignal,
  onBytes?: (count: number) => void,
): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of fromCarrier(readStream(disk, path), signal)) {
    hash.update(chunk)
    onBytes?.(chunk.length)
  }
  return hash.digest('hex')
}

/** Bytes of the parts that lie where the label names them: what there is to hash, as far as known beforehand. */
export function knownBytes(set: FoundSet): number {
  return set.lines.reduce((sum, line) => sum + (namedFile(set, line)?.bytes ?? 0), 0)
}

function namedFile(set: FoundSet, line: LabelLine): FoundFile | undefined {
  const name = line.name.toLowerCase()
  return set.others.find((file) => file.folder === set.label.folder && file.name.toLowerCase() === name)
}

/** Hashes each file once; of one that is held for the moment it says so, one that cannot be read has no hash. */
function hasher({
  disk,
  set,
  onProgress,
  signal,
}: InspectInput): (file: FoundFile) => Promise<string | BundleFault | null> {
  const hashes = new Map<string, string | BundleFault | null>()
  const expected = knownBytes(set)
  let done = 0
  return async (file) => {
    const held = hashes.get(file.path)
    if (held !== undefined) return held
    const hash = await hashOnCarrier(disk, file.path, signal, (count) => {
      done += count
      onProgress?.({ done, total: Math.max(done, expected) })
    }).catch(async (error: unknown) => {
      if (error instanceof BundleFault && error.error.code === 'B_FILE_HELD') return error
      const cause = error instanceof BundleFault ? error.cause : null
      if (cause instanceof DiskError && (await isOfASpot(disk, cause.failure, set.label.folder))) return null
      throw error
    })
    hashes.set(file.path, hash)
    return hash
  }
}
