/**
 * A lock that one process holds, in a small database of its own: the system releases it even when the process is killed,
 * so that nothing stale is ever found. Apart from open.ts, so that a host may ask for one before it loads the store.
 * HAZARD: never open such a file with node:fs while it is locked here; closing any descriptor of it drops the lock.
 */
import Database from 'better-sqlite3'
import { fail, ok } from '../shared/base/result.ts'
import type { Result } from '../shared/base/result.ts'
import type { OpenRefusal } from './open.ts'

/** Takes the lock without waiting; what it returns gives it back. @param file - in a folder that exists; made where missing */
export function takeLock(file: string): Result<() => void, OpenRefusal> {
  let lock: Database.Database | undefined
  try {
    lock = new Database(file, { timeout: 0 })
    lock.pragma('journal_mode = MEMORY')
    lock.pragma('locking_mode = EXCLUSIVE')
    lock.exec('BEGIN EXCLUSIVE')
    const held = lock
    return ok(() => void held.close())
  } catch (error) {
    lock?.close()
    const refusal = refusalOf(error)
    const busy = refusal.code === 'STORE_CANNOT_OPEN' && refusal.reason.startsWith('SQLITE_BUSY')
    return fail(busy ? { code: 'STORE_IN_USE' } : refusal)
  }
}

/** Only SQLite's code goes on, never its message: that may hold SQL. */
export function refusalOf(error: unknown): OpenRefusal {
  if (!(error instanceof Database.SqliteError)) throw error
  if (error.code.startsWith('SQLITE_CORRUPT')) return { code: 'STORE_DAMAGED' }
  return { code: 'STORE_CANNOT_OPEN', reason: error.code }
}
