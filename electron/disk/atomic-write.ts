/**
 * Replacing a file so that a crash, a full disk or a pulled stick leaves the old file or the new one, never a third
 * thing: temporary name in the same folder, write, fsync, rename, fsync the folder. Tested at every single step in
 * `test/fault/atomic-write.test.ts`.
 */
import { dirname } from 'node:path'
import type { Result } from '../../shared/base/result.ts'
import { attempt, tryAnyway } from './attempt.ts'
import type { Disk, DiskFailure } from './disk.ts'
import { writeStream } from './streams.ts'
import { temporaryNameFor } from './temporary.ts'

/**
 * Writes a file as a whole. On success it is durable. On failure the temporary file is removed if the disk still
 * allows it; the file itself then holds the old bytes, or the new ones if only the last step (fsync of the folder)
 * failed.
 * @param path in a folder that exists.
 * @param bytes the whole new content, or its pieces in order.
 */
export function writeFileAtomic(
  disk: Disk,
  path: string,
  bytes: Uint8Array | AsyncIterable<Uint8Array>,
): Promise<Result<void, DiskFailure>> {
  return attempt(async () => {
    const temporary = temporaryNameFor(path)
    await writeStream(disk, temporary, bytes instanceof Uint8Array ? [bytes] : bytes)
    await moveInto(disk, temporary, path)
  })
}

/**
 * Gives a finished, synced temporary file its real name, durably. Removes it if that fails.
 * @throws DiskError
 */
export async function moveInto(disk: Disk, temporary: string, path: string): Promise<void> {
  try {
    await disk.rename(temporary, path)
  } catch (error) {
    await tryAnyway(() => disk.unlink(temporary))
    throw error
  }
  await disk.fsyncDir(dirname(path))
}
