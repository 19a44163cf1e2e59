/**
 * Reading and writing files of any size with constant memory, and whole small files. All of it on the `Disk`, so that
 * a long copy can be interrupted at every step in a test. Errors travel as `DiskError`.
 */
import { tryAnyway } from './attempt.ts'
import type { Disk, DiskFile } from './disk.ts'

/** Bytes read at a time unless told otherwise. */
export const chunkBytes = 1024 * 1024

/** Read first: most files are small, and room for a whole chunk, made and cleared for each, costs more than reading them. */
const firstBytes = 64 * 1024

/** Asked for after a read that fell short, where hardly anything can follow. */
const probeBytes = 4096

/**
 * The bytes of a file, in order, in chunks of at most 1 MiB; each chunk is the caller's to keep.
 * @param signal stops between chunks by throwing the signal's reason.
 * @param room where every chunk is read to; then each is good only until the next is asked for.
 * @throws DiskError
 */
export async function* readStream(
  disk: Disk,
  path: string,
  signal?: AbortSignal,
  room?: Uint8Array,
): AsyncGenerator<Uint8Array> {
  const file = await disk.open(path, 'read')
  try {
    let position = 0
    let next = firstBytes
    for (;;) {
      signal?.throwIfAborted()
      const chunk: Uint8Array = room ?? new Uint8Array(next)
      const count = await file.read(chunk, position)
      if (count === 0) return
      position += count
      next = count < chunk.length ? probeBytes : chunkBytes
      yield count === chunk.length ? chunk : chunk.subarray(0, count)
    }
  } finally {
    await file.close()
  }
}

/**
 * The first bytes of a file, which tell what it is; fewer where it is shorter.
 * @throws DiskError
 */
export async function readStart(disk: Disk, path: string, most: number): Promise<Uint8Array> {
  const file = await disk.open(path, 'read')
  try {
    const bytes = new Uint8Array(most)
    let filled = 0
    while (filled < most) {
      const count = await file.read(bytes.subarray(filled), filled)
      if (count === 0) break
      filled += count
    }
    return bytes.subarray(0, filled)
  } finally {
    await file.close()
  }
}

/**
 * A whole file in memory.
 * @param limit most bytes accepted.
 * @returns the bytes, or `undefined` if the file is longer than `limit` (no more than that is read).
 * @throws DiskError
 */
export async function readWhole(disk: Disk, path: string, limit: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = []
  let total = 0
  for await (const chunk of readStream(disk, path)) {
    total += chunk.length
    if (total > limit) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/**
 * Writes a new file from a source and returns when its bytes are on the device. The name is not durable yet: that
 * needs `fsyncDir`. On any failure, of the disk or of the source, the file is removed again.
 * @param signal stops between chunks by throwing the signal's reason.
 * @returns the number of bytes written.
 * @throws DiskError, or what the source throws.
 */
export async function writeStream(
  disk: Disk,
  path: string,
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  signal?: AbortSignal,
): Promise<number> {
  const file = await disk.open(path, 'create')
  let bytes = 0
  try {
    for await (const chunk of source) {
      signal?.throwIfAborted()
      await file.write(chunk)
      bytes += chunk.length
    }
    await file.sync()
    await file.close()
    return bytes
  } catch (error) {
    await abandon(disk, path, file)
    throw error
  }
}

async function abandon(disk: Disk, path: string, file: DiskFile): Promise<void> {
  // Closing first: Windows does not remove an open file. It may be closed already, which is no news either.
  await tryAnyway(() => file.close())
  await tryAnyway(() => disk.unlink(path))
}
