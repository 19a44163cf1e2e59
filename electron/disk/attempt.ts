/**
 * The border between a disk that throws and code that answers with a `Result`: a failing disk is an expected outcome,
 * anything else that is thrown is a broken invariant and goes on up.
 */
import { fail, ok } from '../../shared/base/result.ts'
import type { Result } from '../../shared/base/result.ts'
import { DiskError } from './disk.ts'
import type { Disk, DiskFailure } from './disk.ts'

/**
 * Runs a job on the disk.
 * @returns its value, or the failure of the disk operation that stopped it.
 * @throws whatever the job throws that is not a `DiskError`.
 */
export async function attempt<T>(job: () => Promise<T>): Promise<Result<T, DiskFailure>> {
  try {
    return ok(await job())
  } catch (error) {
    if (error instanceof DiskError) return fail(error.failure)
    throw error
  }
}

/**
 * Runs one operation whose failure changes nothing, such as removing a temporary file while another failure is already
 * being reported: what it leaves is removed by the next sweep.
 * @throws whatever is thrown that is not a `DiskError`.
 */
export async function tryAnyway(job: () => Promise<unknown>): Promise<void> {
  await attempt(job)
}

/**
 * Runs an operation that finds something, and answers `undefined` if it is not there.
 * @throws DiskError for every other failure.
 */
export async function unlessMissing<T>(job: () => Promise<T>): Promise<T | undefined> {
  try {
    return await job()
  } catch (error) {
    if (error instanceof DiskError && error.failure.code === 'DISK_MISSING') return undefined
    throw error
  }
}

/** Is there a file or folder at this path? @throws DiskError if the disk cannot say. */
export async function exists(disk: Disk, path: string): Promise<boolean> {
  return (await unlessMissing(() => disk.stat(path))) !== undefined
}

/** The value of a result, or its failure thrown as the `DiskError` it came from. @throws DiskError */
export function orThrow<T>(result: Result<T, DiskFailure>): T {
  if (!result.ok) throw new DiskError(result.error)
  return result.value
}
