/**
 * The scan store: one age file per scan, written once, named by a keyed hash, durable **before** the transaction that
 * names it; what a crash leaves unnamed is swept after the next start, at the latest before anything new is written. This
 * file attaches and opens; taking in scans of a bundle is in staging.ts, looking after the whole in upkeep.ts.
 */
import { createHash } from 'node:crypto'
import { fail, ok } from '../../shared/base/result.ts'
import type { Result } from '../../shared/base/result.ts'
import { attempt, exists, unlessMissing } from '../disk/attempt.ts'
import { moveInto } from '../disk/atomic-write.ts'
import type { Disk } from '../disk/disk.ts'
import { ensureFolder } from '../disk/folders.ts'
import { readWhole } from '../disk/streams.ts'
import { temporaryNameFor } from '../disk/temporary.ts'
import { isLost, onDisk } from './failures.ts'
import type { ScanFailure } from './failures.ts'
import { largestScan, prepare, sizeProblem } from './prepare.ts'
import type { Prepared } from './prepare.ts'
import { nameOf, openSealed, ofScan, placeOf, scansFolder, sealInto, streamSealed } from './sealed-files.ts'
import type { Scan, ScanRoom } from './sealed-files.ts'
import { adopt, discardStaging, stage } from './staging.ts'
import type { StagedScan } from './staging.ts'
import { readCiphertextTo, sweep, verifyAll } from './upkeep.ts'
import type { Verified } from './upkeep.ts'

/** A file offered for attaching: where it lies, or its bytes (dropped into the window). */
export type ScanSource = { readonly path: string } | { readonly bytes: Uint8Array }

/** Every method answers with a `Result`; hashes are SHA-256 of the plaintext, 64 hex digits. */
export type ScanStore = {
  /** Checks, cleans and keeps a file; durable when it answers. The same file again changes nothing. Slow for large photos. */
  add(source: ScanSource, claimedName: string): Promise<Result<Scan, ScanFailure>>
  /** Keeps bytes as they are, already prepared. Durable when it answers; heals a damaged file of the same content. */
  put(prepared: Prepared): Promise<Result<Scan, ScanFailure>>
  /** The verified plaintext, or that it is lost (`isLost`). */
  open(sha256: string): Promise<Result<Uint8Array, ScanFailure>>
  /** The same in chunks; what `open` answers is thrown as ScanUnopened, at the end where only the end tells. */
  stream(sha256: string): AsyncGenerator<Uint8Array, void, undefined>
  /** Is there a file for this scan? Says nothing about its content. */
  has(sha256: string): Promise<Result<boolean, ScanFailure>>
  /**
   * Its length, as the size of its file tells it; null where there is no file, one that cannot be read, or one of a size
   * that no scan's file has. Says as little about its content: what can be opened to its end is as long as that.
   */
  lengthOf(sha256: string): Promise<Result<number | null, ScanFailure>>
  /** The file's name, 64 hex digits, as a sweep meets it. */
  nameOf(sha256: string): string
  stage(source: AsyncIterable<Uint8Array>, expectedSha256: string): Promise<Result<StagedScan, ScanFailure>>
  adopt(staged: readonly StagedScan[]): Promise<Result<void, ScanFailure>>
  discardStaging(kept?: ReadonlySet<string>): Promise<Result<number, ScanFailure>>
  /**
   * Puts off a sweep of what is not known until somebody asks whether it is `swept`, or until the next scan is written or
   * removed. Spares what this store has put itself.
   * @param known - asked once, when the sweep begins: the hashes of scans that entries name
   */
  sweepLater(known: () => ReadonlySet<string>): void
  /** Resolves when no sweep is due or at work. Never rejects: one that fails has left what the next finds. */
  swept(): Promise<void>
  /** Lets go of a sweep that has not begun, and stops one at work before the next file. */
  stopSweeping(): void
  /** Removes the files of scans that nothing names any more. */
  remove(sha256s: readonly string[]): Promise<Result<void, ScanFailure>>
  readCiphertextTo(sha256: string, target: string, targetDisk?: Disk): Promise<Result<void, ScanFailure>>
  verifyAll(
    sha256s: readonly string[],
    options?: { readonly onProgress?: (checked: number) => void; readonly signal?: AbortSignal },
  ): Promise<Result<Verified, ScanFailure>>
}

/** The scan store of a data folder. */
export function createScanStore(room: ScanRoom): ScanStore {
  // A scan is put before the transaction that names it: until then only this set knows it, and a sweep must not take it.
  const young = new Set<string>()
  const stopped = new AbortController()
  let due: (() => ReadonlySet<string>) | null = null
  let sweeping: Promise<unknown> = Promise.resolve()

  function sweepNow(known: ReadonlySet<string>): Promise<unknown> {
    const judge = () => {
      const names = new Set([...known].map((hash) => nameOf(room, hash)))
      return (name: string) => young.has(name) || names.has(name)
    }
    return sweep(room, judge, stopped.signal)
  }

  async function swept(): Promise<void> {
    const known = due
    due = null
    try {
      if (known !== null) sweeping = sweepNow(known())
      await sweeping
    } catch {
      // What it has left is found by the next; whoever asked has work of their own.
    }
  }

  async function put(prepared: Prepared): Promise<Result<Scan, ScanFailure>> {
    const sha256 = createHash('sha256').update(prepared.bytes).digest('hex')
    const name = nameOf(room, sha256)
    young.add(name)
    await swept()
    const kept = await keep(room, prepared, sha256, name)
    return kept.ok ? ok({ sha256, bytes: prepared.bytes.length, mediaType: prepared.mediaType, name }) : kept
  }

  return {
    put,
    add: async (source, claimedName) => {
      const bytes = await bytesOf(room.disk, source)
      if (!bytes.ok) return bytes
      const prepared = await prepare(bytes.value, claimedName)
      return prepared.ok ? put(prepared.value) : prepared
    },
    open: (sha256) => openSealed(room, placeOf(room.folder, nameOf(room, sha256)).path, sha256),
    stream: (sha256) => streamSealed(room, placeOf(room.folder, nameOf(room, sha256)).path, sha256),
    // A file that the disk cannot even tell about is there as well: whoever opens it hears that it cannot be read.
    has: (sha256) => learn(room, sha256, (path) => exists(room.disk, path), true),
    lengthOf: (sha256) => learn(room, sha256, (path) => lengthAt(room, path), null),
    nameOf: (sha256) => nameOf(room, sha256),
    stage: (source, expectedSha256) => stage(room, source, expectedSha256),
    adopt: async (staged) => {
      for (const { name } of staged) young.add(name)
      await swept()
      return adopt(room, staged)
    },
    discardStaging: (kept) => discardStaging(room, kept),
    sweepLater: (known) => {
      due = known
    },
    swept,
    stopSweeping: () => {
      due = null
      stopped.abort()
    },
    remove: async (sha256s) => {
      await swept()
      return onDisk(async () => {
        for (const sha256 of sha256s) {
          const { path, folder } = placeOf(room.folder, nameOf(room, sha256))
          young.delete(nameOf(room, sha256))
          if (!(await exists(room.disk, path))) continue
          await room.disk.unlink(path)
          await room.disk.fsyncDir(folder)
        }
      })
    },
    readCiphertextTo: (sha256, target, targetDisk) => readCiphertextTo(room, sha256, target, targetDisk),
    verifyAll: (sha256s, options) => verifyAll(room, sha256s, options),
  }
}

/** Learns something about the file of a scan. @param unreadable - the answer where the disk tells of the others, not of this one */
async function learn<T>(
  room: ScanRoom,
  sha256: string,
  work: (path: string) => Promise<T>,
  unreadable: T,
): Promise<Result<T, ScanFailure>> {
  const { path } = placeOf(room.folder, nameOf(room, sha256))
  const learnt = await attempt(() => work(path))
  if (learnt.ok) return learnt
  const failure = await ofScan(room, path, sha256, learnt.error)
  return failure.code === 'SCAN_UNREADABLE' ? ok(unreadable) : fail(failure)
}

async function lengthAt({ disk, age }: ScanRoom, path: string): Promise<number | null> {
  const file = await unlessMissing(() => disk.stat(path))
  return file === undefined ? null : age.plainBytes(file.bytes)
}

async function keep(
  room: ScanRoom,
  { bytes }: Prepared,
  sha256: string,
  name: string,
): Promise<Result<void, ScanFailure>> {
  const { disk, folder } = room
  const place = placeOf(folder, name)
  const there = await openSealed(room, place.path, sha256)
  if (!there.ok && !isLost(there.error)) return there
  return onDisk(async () => {
    await ensureFolder(disk, scansFolder(folder))
    await ensureFolder(disk, place.folder)
    // Kept before: its name is synced all the same, because the attempt that made it may have failed just there.
    if (there.ok) return disk.fsyncDir(place.folder)
    const temporary = temporaryNameFor(place.path)
    const sealed = await sealInto(room, temporary, [bytes])
    if (!sealed.ok) throw new Error('prepared bytes are within the limit')
    await moveInto(disk, temporary, place.path)
  })
}

async function bytesOf(disk: Disk, source: ScanSource): Promise<Result<Uint8Array, ScanFailure>> {
  if ('bytes' in source) return ok(source.bytes)
  const read = await attempt(async (): Promise<Result<Uint8Array, ScanFailure>> => {
    const { bytes: size } = await disk.stat(source.path)
    const problem = sizeProblem(size)
    if (problem !== undefined) return fail(problem)
    const bytes = await readWhole(disk, source.path, largestScan)
    // It grew while it was read: the last size known is the one before.
    return bytes === undefined ? fail({ code: 'SCAN_TOO_LARGE', bytes: size, limit: largestScan }) : ok(bytes)
  })
  return read.ok ? read.value : fail({ code: 'SCAN_SOURCE_UNREADABLE', disk: read.error })
}
