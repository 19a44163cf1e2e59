/**
 * Everything the scan store refuses, as codes with data; the sentences are in shared/words.
 */
import { fail, ok } from '../../shared/base/result.ts'
import type { Result } from '../../shared/base/result.ts'
import { attempt } from '../disk/attempt.ts'
import type { DiskFailure } from '../disk/disk.ts'
import type { MediaType } from './media.ts'

/**
 * About a file somebody wants to attach, then about a scan in the store (`SCAN_MISSING`, `SCAN_CHANGED`, and
 * `SCAN_UNREADABLE` where the disk reads all but its file), about an import (`SCAN_HASH`), about the disk.
 * `SCAN_DAMAGED`: the right kind of file, but cut short or not decodable. Sizes in bytes, sides in pixels.
 */
export type ScanFailure =
  | { readonly code: 'SCAN_EMPTY' }
  | { readonly code: 'SCAN_TOO_LARGE'; readonly bytes: number; readonly limit: number }
  | { readonly code: 'SCAN_TOO_MANY_PIXELS'; readonly width: number; readonly height: number; readonly limit: number }
  | { readonly code: 'SCAN_UNKNOWN_TYPE' }
  | { readonly code: 'SCAN_NOT_WHAT_NAME_SAYS'; readonly claimed: string; readonly found: MediaType }
  | { readonly code: 'SCAN_DAMAGED'; readonly found: MediaType }
  | { readonly code: 'SCAN_SOURCE_UNREADABLE'; readonly disk: DiskFailure }
  | { readonly code: 'SCAN_MISSING'; readonly sha256: string }
  | { readonly code: 'SCAN_CHANGED'; readonly sha256: string }
  | { readonly code: 'SCAN_UNREADABLE'; readonly sha256: string }
  | { readonly code: 'SCAN_HASH'; readonly expected: string; readonly found: string }
  | { readonly code: 'SCAN_CANCELLED' }
  | { readonly code: 'SCAN_DISK_FULL'; readonly disk: DiskFailure }
  | { readonly code: 'SCAN_DISK_FAILED'; readonly disk: DiskFailure }

/** True of a scan that is gone from here, changed, or cannot be read any more: what helps is a copy from elsewhere. */
export function isLost({ code }: ScanFailure): boolean {
  return code === 'SCAN_MISSING' || code === 'SCAN_CHANGED' || code === 'SCAN_UNREADABLE'
}

/** A failure of the disk that holds the store, as the scan store says it. */
export function ofDisk(disk: DiskFailure): ScanFailure {
  return { code: disk.code === 'DISK_FULL' ? 'SCAN_DISK_FULL' : 'SCAN_DISK_FAILED', disk }
}

/** Runs a job on the store's disk. @throws what the job throws that is not a `DiskError`. */
export async function onDisk<T>(job: () => Promise<T>): Promise<Result<T, ScanFailure>> {
  const done = await attempt(job)
  return done.ok ? ok(done.value) : fail(ofDisk(done.error))
}
