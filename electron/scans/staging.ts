/**
 * Scans that come with a bundle. Each is streamed straight into an age file in `incoming/`, hashed on its way, so that no
 * plaintext touches the disk; nothing is in the store yet, and a dry run may end here. `adopt` moves them in, durably,
 * before the transaction that names them. Scans of another office are kept byte for byte as they were sent.
 */
import { join } from 'node:path'
import { fail, ok } from '../../shared/base/result.ts'
import type { Result } from '../../shared/base/result.ts'
import { exists, tryAnyway } from '../disk/attempt.ts'
import { emptyFolder, ensureFolder, makeFolder } from '../disk/folders.ts'
import { temporaryNameFor } from '../disk/temporary.ts'
import { onDisk } from './failures.ts'
import type { ScanFailure } from './failures.ts'
import type { MediaType } from './media.ts'
import { incomingFolder, nameOf, placeOf, scansFolder, sealInto } from './sealed-files.ts'
import type { ScanRoom } from './sealed-files.ts'

/** A scan in `incoming/`, checked and synced. `mediaType` is undefined for what is no scan: the importer's to judge. */
export type StagedScan = {
  readonly sha256: string
  readonly bytes: number
  readonly mediaType: MediaType | undefined
  readonly name: string
  readonly path: string
}

/**
 * Takes in one scan.
 * @param source its plaintext, e.g. straight out of the tar of a bundle; not read further after a failure.
 * @param expectedSha256 as the bundle's manifest says, 64 hex digits.
 * @returns `SCAN_HASH` if something else came, `SCAN_TOO_LARGE`, or a failure of the disk; then nothing is left.
 * @throws what the source throws; nothing is left.
 */
export async function stage(
  room: ScanRoom,
  source: AsyncIterable<Uint8Array>,
  expectedSha256: string,
): Promise<Result<StagedScan, ScanFailure>> {
  const { disk, folder } = room
  const name = nameOf(room, expectedSha256)
  const path = temporaryNameFor(join(incomingFolder(folder), name))
  const sealed = await onDisk(async () => {
    // Not synced: until it is adopted, a staged scan may vanish.
    await makeFolder(disk, incomingFolder(folder))
    return sealInto(room, path, source)
  })
  if (!sealed.ok) return sealed
  if (!sealed.value.ok) return sealed.value
  const { sha256, bytes, mediaType } = sealed.value.value
  if (sha256 === expectedSha256) return ok({ sha256, bytes, mediaType, name, path })
  await tryAnyway(() => disk.unlink(path))
  return fail({ code: 'SCAN_HASH', expected: expectedSha256, found: sha256 })
}

/**
 * Moves staged scans into the store. On success all are durable; after a failure or a crash some may be in, whole, and
 * the rest is where it was: the same call again finishes, or the sweep removes what no entry names.
 */
export function adopt(room: ScanRoom, staged: readonly StagedScan[]): Promise<Result<void, ScanFailure>> {
  const { disk, folder } = room
  return onDisk(async () => {
    if (staged.length === 0) return
    const shelves = new Set(staged.map(({ name }) => placeOf(folder, name).folder))
    await ensureFolder(disk, scansFolder(folder))
    for (const shelf of shelves) await makeFolder(disk, shelf)
    await disk.fsyncDir(scansFolder(folder))
    for (const { name, path } of staged) {
      const place = placeOf(folder, name).path
      // Moved already by an earlier attempt that stopped half-way?
      if ((await exists(disk, path)) || !(await exists(disk, place))) await disk.rename(path, place)
    }
    for (const shelf of shelves) await disk.fsyncDir(shelf)
    await disk.fsyncDir(incomingFolder(folder))
  })
}

/**
 * Removes what is staged: after an import, and at every start.
 * @param kept names of files that are still to be taken in
 * @returns how many files were removed.
 */
export function discardStaging(
  { disk, folder }: ScanRoom,
  kept?: ReadonlySet<string>,
): Promise<Result<number, ScanFailure>> {
  return onDisk(() => emptyFolder(disk, incomingFolder(folder), kept))
}
