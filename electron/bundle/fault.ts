/**
 * How a refusal travels through streams and generators, where only exceptions can: as a `BundleFault`, thrown where it
 * is found and turned back into a `Result` once, at the border of each job. Failures of the carrier's disk become codes
 * here; those of our own data folder do not, and go on up.
 */
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { BundleError } from '../../shared/bundle/bundle-errors.ts'
import { isOfASpot } from '../disk/bad-spot.ts'
import { DiskError, type Disk, type DiskFailure } from '../disk/disk.ts'

/** A refusal on its way up. */
export class BundleFault extends Error {
  readonly error: BundleError

  constructor(error: BundleError, cause?: unknown) {
    super(error.code, { cause })
    this.name = 'BundleFault'
    this.error = error
  }
}

/** Runs a job; a `BundleFault` becomes its result. @throws whatever else the job throws. */
export async function attemptBundle<T>(job: () => Promise<T>): Promise<Result<T, BundleError>> {
  try {
    return ok(await job())
  } catch (error) {
    if (error instanceof BundleFault) return fail(error.error)
    throw error
  }
}

/** The value of a result, or its error thrown as a `BundleFault`. */
export function unwrap<T>(result: Result<T, BundleError>): T {
  if (!result.ok) throw new BundleFault(result.error)
  return result.value
}

/** @throws BundleFault B_CANCELLED once the signal is set. */
export function checkSignal(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new BundleFault({ code: 'B_CANCELLED' })
}

/** Runs an operation on the carrier; its disk's failures become codes. @throws BundleFault, or what else is thrown. */
export async function onCarrier<T>(job: () => Promise<T>): Promise<T> {
  try {
    return await job()
  } catch (error) {
    throw carrierFault(error)
  }
}

/** Reads from the carrier: like `onCarrier`, for a source of bytes, and stops at the signal. */
export async function* fromCarrier(
  source: AsyncIterable<Uint8Array>,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    for await (const chunk of source) {
      checkSignal(signal)
      yield chunk
    }
  } catch (error) {
    throw carrierFault(error)
  }
}

/** The code for a failed operation on the carrier. */
export function carrierError(failure: DiskFailure): BundleError {
  switch (failure.code) {
    case 'DISK_FULL':
      return { code: 'B_NO_SPACE', need: null, free: null }
    case 'DISK_TOO_BIG':
      return { code: 'B_TOO_BIG', part: nameOf(failure.path) }
    case 'DISK_READ_ONLY':
      return { code: 'B_READ_ONLY' }
    case 'DISK_HELD':
      return { code: 'B_FILE_HELD', part: nameOf(failure.path) }
    case 'DISK_GONE':
    case 'DISK_MISSING':
    case 'DISK_OTHER':
      return { code: 'B_STICK_GONE', cause: failure.errno }
  }
}

/**
 * Goes on after a failure, unless it is that of the whole carrier: one bad file of a stranger is no stick that was pulled out.
 * @param root - a folder of the carrier that was listed before
 * @throws BundleFault B_STICK_GONE
 */
export async function unlessGone(disk: Disk, failure: DiskFailure, root: string): Promise<void> {
  if (failure.code !== 'DISK_GONE' || (await isOfASpot(disk, failure, root))) return
  throw new BundleFault(carrierError(failure))
}

function carrierFault(error: unknown): unknown {
  return error instanceof DiskError ? new BundleFault(carrierError(error.failure), error) : error
}

function nameOf(path: string): string {
  return path.replace(/^.*[\\/]/, '').replace(/\.partial$/, '')
}
