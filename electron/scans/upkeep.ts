/**
 * Looking after the scan store: sweeping out what no entry names, checking every scan, copying ciphertext for a backup.
 * Long jobs, cancellable between two files, meant for a worker.
 */
import { join } from 'node:path'
import { fail, ok } from '../../shared/base/result.ts'
import type { Result } from '../../shared/base/result.ts'
import { attempt, unlessMissing } from '../disk/attempt.ts'
import { writeFileAtomic } from '../disk/atomic-write.ts'
import type { Disk } from '../disk/disk.ts'
import { readStream } from '../disk/streams.ts'
import { isTemporaryName } from '../disk/temporary.ts'
import { isLost, onDisk, ofDisk } from './failures.ts'
import type { ScanFailure } from './failures.ts'
import { nameOf, ofScan, openSealed, placeOf, scansFolder } from './sealed-files.ts'
import type { ScanRoom } from './sealed-files.ts'

/** What a sweep did, in files. */
export type Swept = { readonly kept: number; readonly orphans: number; readonly leftovers: number }

/** What a check of scans found; the hashes of those that are not as they should be. */
export type Verified = {
  readonly checked: number
  readonly missing: readonly string[]
  /** Among them those that cannot be read. */
  readonly changed: readonly string[]
}

/**
 * Removes scans that no entry names and what interrupted writes left. Files that are not ours are not touched.
 * @param known asked once, while the disk lists what is there: does an entry name the scan of this keyed name?
 * @param signal stops before the next file
 */
export function sweep(
  room: ScanRoom,
  known: () => (name: string) => boolean,
  signal?: AbortSignal,
): Promise<Result<Swept, ScanFailure>> {
  const { disk, folder } = room
  return onDisk(async () => {
    const swept = { kept: 0, orphans: 0, leftovers: 0 }
    const found = (await unlessMissing(() => disk.readdir(scansFolder(folder)))) ?? []
    const shelves = found.filter(({ name, kind }) => kind === 'folder' && /^[0-9a-f]{2}$/.test(name))
    const listing = Promise.all(
      shelves.map(async ({ name }) => ({ name, entries: await disk.readdir(join(scansFolder(folder), name)) })),
    )
    const isKnown = known()
    for (const shelf of await listing) {
      const path = join(scansFolder(folder), shelf.name)
      const files = shelf.entries.filter(({ kind }) => kind === 'file').map(({ name }) => name)
      const leftovers = files.filter(isTemporaryName)
      const scans = files.filter((name) => /^[0-9a-f]{62}$/.test(name))
      const orphans = scans.filter((name) => !isKnown(shelf.name + name))
      for (const name of [...leftovers, ...orphans]) {
        if (signal?.aborted === true) return swept
        await disk.unlink(join(path, name))
      }
      if (leftovers.length + orphans.length > 0) await disk.fsyncDir(path)
      swept.kept += scans.length - orphans.length
      swept.orphans += orphans.length
      swept.leftovers += leftovers.length
    }
    return swept
  })
}

/**
 * Opens every scan of a list and compares it with its hash.
 * @param options `onProgress` hears the number checked after each; `signal` stops between two.
 * @returns what was found, `SCAN_CANCELLED`, or a failure of the disk.
 */
export async function verifyAll(
  room: ScanRoom,
  sha256s: readonly string[],
  options: { readonly onProgress?: (checked: number) => void; readonly signal?: AbortSignal } = {},
): Promise<Result<Verified, ScanFailure>> {
  const missing: string[] = []
  const changed: string[] = []
  for (const [index, sha256] of sha256s.entries()) {
    if (options.signal?.aborted === true) return fail({ code: 'SCAN_CANCELLED' })
    const opened = await openSealed(room, placeOf(room.folder, nameOf(room, sha256)).path, sha256)
    if (!opened.ok && !isLost(opened.error)) return opened
    if (!opened.ok) (opened.error.code === 'SCAN_MISSING' ? missing : changed).push(sha256)
    options.onProgress?.(index + 1)
  }
  return ok({ checked: sha256s.length, missing, changed })
}

/**
 * Copies the age file of a scan as it is, for a backup; no key is used.
 * @param target the path to write, in a folder that exists; written atomically and durably.
 * @param targetDisk if it is not the store's.
 * @returns a scan that is not there or cannot be read apart from a failure of either disk.
 */
export async function readCiphertextTo(
  room: ScanRoom,
  sha256: string,
  target: string,
  targetDisk: Disk = room.disk,
): Promise<Result<void, ScanFailure>> {
  const { path } = placeOf(room.folder, nameOf(room, sha256))
  const found = await attempt(() => room.disk.stat(path))
  const done = found.ok ? await writeFileAtomic(targetDisk, target, readStream(room.disk, path)) : found
  if (done.ok) return ok(undefined)
  return fail(done.error.path === path ? await ofScan(room, path, sha256, done.error) : ofDisk(done.error))
}
