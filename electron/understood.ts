/**
 * The last net of the port: a full or failing disk in the middle of a job reaches the caller as a refusal, not as an
 * exception. What was begun has been rolled back by then. A fault of the program itself is still thrown.
 */
import { fail, type Result } from '../shared/base/result.ts'
import { refusal, type Refusal } from '../shared/contract/refusals.ts'
import { storeTrouble } from '../db/open.ts'
import { DiskError } from './disk/disk.ts'
import { refuse } from './refuse.ts'

/** Runs a call; what its disk, its store or its caller's patience does to it becomes its answer. */
export async function understood<T>(
  work: () => Promise<Result<T, Refusal>>,
  signal?: AbortSignal,
): Promise<Result<T, Refusal>> {
  try {
    return await work()
  } catch (error) {
    if (signal?.aborted === true) return fail(refusal('CANCELLED', {}))
    if (error instanceof DiskError) return fail(refuse(error.failure))
    const trouble = storeRefusal(error)
    if (trouble === null) throw error
    return fail(trouble)
  }
}

/** Notes in the store what has been done and stands. @returns why the store could not, or null */
export function noted(work: () => void): Refusal | null {
  try {
    work()
    return null
  } catch (error) {
    const trouble = storeRefusal(error)
    if (trouble === null) throw error
    return trouble
  }
}

function storeRefusal(error: unknown): Refusal | null {
  const trouble = storeTrouble(error)
  if (trouble === null) return null
  return trouble.code === 'STORE_FULL' ? refusal('STORE_FULL', {}) : refuse(trouble)
}
