/**
 * Reading a file back after writing it. A plain read after fsync comes from memory and proves nothing about a stick, so
 * where the system allows it we read past the page cache (Linux: O_DIRECT, which wants an aligned buffer; node gives no
 * way to ask for one, so offsets inside a large buffer are tried until one is accepted). Elsewhere the bytes are read
 * the ordinary way and the answer says so: only `bypassedCache` allows the sentence "the stick can be pulled".
 * Figures: reference/bundle.md section 5.
 */
import { createHash } from 'node:crypto'
import type { Result } from '../../shared/base/result.ts'
import { attempt } from './attempt.ts'
import { DiskError } from './disk.ts'
import type { Disk, DiskFailure } from './disk.ts'
import { chunkBytes } from './streams.ts'

/** What was read: SHA-256 as 64 hex digits, the length, and whether every byte came past the cache. */
export type ReadBack = { readonly sha256: string; readonly bytes: number; readonly bypassedCache: boolean }

const alignment = 4096
const step = 8

/**
 * Reads a whole file back and hashes it, in constant memory.
 * @param options `onBytes` hears the number of bytes after each chunk; `signal` stops by throwing its reason.
 */
export function readBack(
  disk: Disk,
  path: string,
  options: { readonly onBytes?: (count: number) => void; readonly signal?: AbortSignal } = {},
): Promise<Result<ReadBack, DiskFailure>> {
  return attempt(async () => {
    const hash = createHash('sha256')
    let position = 0
    const take = (chunk: Uint8Array): void => {
      options.signal?.throwIfAborted()
      hash.update(chunk)
      position += chunk.length
      options.onBytes?.(chunk.length)
    }
    const bypassedCache = await readDirect(disk, path, () => position, take)
    if (!bypassedCache) await readCached(disk, path, () => position, take)
    return { sha256: hash.digest('hex'), bytes: position, bypassedCache }
  })
}

/** @returns false as soon as the system refuses a direct read; what was taken before stays taken. */
async function readDirect(
  disk: Disk,
  path: string,
  position: () => number,
  take: (chunk: Uint8Array) => void,
): Promise<boolean> {
  const file = await unlessRefused(() => disk.open(path, 'read-direct'))
  if (file === undefined) return false
  try {
    const room = new Uint8Array(chunkBytes + alignment)
    let offset = 0
    for (;;) {
      const count = await unlessRefused(() => file.read(room.subarray(offset, offset + chunkBytes), position()))
      if (count === 0) return true
      if (count !== undefined) take(room.subarray(offset, offset + count))
      else if (position() > 0 || offset + step >= alignment) return false
      else offset += step
    }
  } finally {
    await file.close()
  }
}

async function readCached(
  disk: Disk,
  path: string,
  position: () => number,
  take: (chunk: Uint8Array) => void,
): Promise<void> {
  const file = await disk.open(path, 'read')
  try {
    const room = new Uint8Array(chunkBytes)
    for (;;) {
      const count = await file.read(room, position())
      if (count === 0) return
      take(room.subarray(0, count))
    }
  } finally {
    await file.close()
  }
}

async function unlessRefused<T>(job: () => Promise<T>): Promise<T | undefined> {
  try {
    return await job()
  } catch (error) {
    if (error instanceof DiskError && ['EINVAL', 'ENOTSUP', 'EOPNOTSUPP'].includes(error.failure.errno))
      return undefined
    throw error
  }
}
