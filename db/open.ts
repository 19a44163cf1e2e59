/**
 * Opens the encrypted store: with lock.ts the only file that imports better-sqlite3 (an npm alias of its encrypted twin). It
 * sets every setting we rely on and reads it back, since SQLite ignores what it can't do in silence. One process at a time:
 * a second small database, lock.db, is its lock.
 * HAZARD: never open store.db or lock.db with node:fs while they are open here; closing any descriptor of a file drops
 * this process's POSIX locks on it.
 */
import { existsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { fail, ok } from '../shared/base/result.ts'
import type { Result } from '../shared/base/result.ts'
import { refusalOf, takeLock } from './lock.ts'
import { newestMigration } from './migrations/index.ts'

/** The driver's own handle: only db/transaction.ts and db/migrate.ts use it. */
export type Sqlite = Database.Database

/** The driver's own statement: only db/transaction.ts uses it. */
export type SqliteStatement = Database.Statement<unknown[]>

/** An open store that can only be read: the reader thread's connection. */
export type ReadStore = { readonly file: string; readonly sqlite: Sqlite; readonly close: () => void }

/** The open store, holding the lock. There is one in the whole program: the writer thread's. */
export type Store = ReadStore & { readonly writable: true }

/** Why a store did not open. */
export type OpenRefusal =
  | { readonly code: 'STORE_MISSING' }
  | { readonly code: 'STORE_IN_USE' }
  | { readonly code: 'STORE_NEWER'; readonly found: number; readonly known: number }
  /** A wrong key and a damaged first page look the same; `reason` is SQLite's code. */
  | { readonly code: 'STORE_CANNOT_OPEN'; readonly reason: string }
  | { readonly code: 'STORE_DAMAGED' }
  /** The key fits, but the file is another program's. */
  | { readonly code: 'STORE_NOT_OURS' }
  /** The file system can't give what the store needs (write-ahead log on a network share, say). */
  | { readonly code: 'STORE_SETTING_REFUSED'; readonly setting: string; readonly found: string }

/** How to open a store. */
export type OpenOptions = {
  /** 32 raw bytes. The caller's copy is left alone, ours is wiped. */
  readonly key: Uint8Array
  /** Opens without the lock, for a second connection of the process that holds it. */
  readonly readOnly?: boolean
  /** Makes the store if there is no file, or an empty one. Without it an empty file is damage. */
  readonly create?: boolean
  /** The newest schema this build understands; tests set it. */
  readonly known?: number
}

/** 'KNAP', so that `file` and other tools can tell the store once it is opened. */
const applicationId = 0x4b4e4150

/** Setting -> the value it takes and gives back; cache_size is in KiB when negative. */
const settings: readonly (readonly [name: string, value: number])[] = [
  ['synchronous', 2],
  ['foreign_keys', 1],
  ['secure_delete', 1],
  ['temp_store', 2],
  ['trusted_schema', 0],
  ['cell_size_check', 1],
  ['mmap_size', 0],
  ['busy_timeout', 5000],
  ['cache_size', -16_000],
]

/** Opens the store, and takes the lock unless `readOnly`. Never names the key, neither in a refusal nor in an error. */
export function openStore(
  file: string,
  options: OpenOptions & { readonly readOnly: true },
): Result<ReadStore, OpenRefusal>
export function openStore(
  file: string,
  options: OpenOptions & { readonly readOnly?: false },
): Result<Store, OpenRefusal>
export function openStore(file: string, options: OpenOptions): Result<ReadStore, OpenRefusal> {
  if (options.key.length !== 32) throw new Error('the store key must have 32 bytes')
  const { readOnly = false, create = false } = options
  if (readOnly) return openFile(file, options, () => undefined)
  if (!create && !existsSync(file)) return fail({ code: 'STORE_MISSING' })
  const lock = takeLock(join(dirname(file), 'lock.db'))
  return lock.ok ? openFile(file, options, lock.value) : lock
}

/**
 * A store in memory, without encryption and lock: for tests and generated files only.
 * @param image - bytes of a store in memory that it begins with; without them it is empty
 */
export function openMemoryStore(image?: Buffer): Store {
  const sqlite = new Database(image ?? ':memory:')
  // There is no file to map.
  const refused = applySettings(
    sqlite,
    settings.filter(([name]) => name !== 'mmap_size'),
  )
  if (refused !== undefined) throw new Error(`the setting ${refused.setting} is refused`)
  return { file: ':memory:', sqlite, writable: true, close: () => void sqlite.close() }
}

/**
 * Makes a scratch database for what one job cannot hold in memory. Nothing in it outlives the job, so nothing is ever
 * synced.
 * @param key - 32 random bytes that are kept nowhere: what a crash leaves of the file can be read by nobody
 * @throws Error of SQLite where the file cannot be made
 */
export function openScratch(file: string, key: Uint8Array): Store {
  const sqlite = new Database(file)
  try {
    giveKey(sqlite, key)
    for (const setting of ['synchronous = OFF', 'journal_mode = MEMORY', 'temp_store = MEMORY', 'cache_size = -2000'])
      sqlite.pragma(setting)
  } catch (error) {
    sqlite.close()
    throw error
  }
  return { file, sqlite, writable: true, close: () => void sqlite.close() }
}

/** Opens a copy made by `copyStore` for reading: no lock, and not in WAL mode, since nobody writes to it. */
export function openCopy(file: string, key: Uint8Array): Result<ReadStore, OpenRefusal> {
  return openFile(file, { key, readOnly: true }, () => undefined, true)
}

/** What a failure of SQLite in the middle of work means, or null where it is a fault of the program. */
export function storeTrouble(
  error: unknown,
): { readonly code: 'STORE_FULL' } | Extract<OpenRefusal, { code: 'STORE_CANNOT_OPEN' | 'STORE_DAMAGED' }> | null {
  if (!(error instanceof Database.SqliteError)) return null
  if (error.code === 'SQLITE_FULL') return { code: 'STORE_FULL' }
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(error.code)) return { code: 'STORE_DAMAGED' }
  return /^SQLITE_(IOERR|READONLY|CANTOPEN|BUSY)/.test(error.code)
    ? { code: 'STORE_CANNOT_OPEN', reason: error.code }
    : null
}

/** Reads the whole store once, slowly; on demand and before a backup. Never repairs. */
export function checkStore(store: ReadStore): Result<true, { readonly code: 'STORE_DAMAGED' }> {
  try {
    const found = store.sqlite.pragma('quick_check(1)', { simple: true })
    return found === 'ok' ? ok(true) : fail({ code: 'STORE_DAMAGED' })
  } catch (error) {
    if (error instanceof Database.SqliteError) return fail({ code: 'STORE_DAMAGED' })
    throw error
  }
}

function openFile(file: string, options: OpenOptions, release: () => void, isCopy = false): Result<Store, OpenRefusal> {
  let sqlite: Sqlite | undefined
  const giveUp = (refusal: OpenRefusal): Result<never, OpenRefusal> => {
    sqlite?.close()
    release()
    return fail(refusal)
  }
  try {
    const { readOnly = false, create = false, known = newestMigration } = options
    const exists = existsSync(file)
    if (!exists && (readOnly || !create)) return giveUp({ code: 'STORE_MISSING' })
    const empty = !exists || statSync(file).size === 0
    if (empty && (readOnly || !create)) return giveUp({ code: 'STORE_DAMAGED' })

    const opened = new Database(file, { readonly: readOnly })
    sqlite = opened
    giveKey(opened, options.key)
    if (numberOf(opened, 'page_count') === 0) opened.pragma(`application_id = ${applicationId}`)
    if (numberOf(opened, 'application_id') !== applicationId) return giveUp({ code: 'STORE_NOT_OURS' })
    const found = numberOf(opened, 'user_version')
    if (found > known) return giveUp({ code: 'STORE_NEWER', found, known })
    const refused = applySettings(opened) ?? (isCopy ? undefined : applyWal(opened))
    if (refused !== undefined) return giveUp(refused)
    const close = (): void => {
      opened.close()
      release()
    }
    return ok({ file, sqlite: opened, writable: true, close })
  } catch (error) {
    return giveUp(refusalOf(error))
  }
}

/**
 * Hands over the raw key: `raw:` and 32 bytes is the form that runs no key derivation and passes through no SQL text.
 * AEGIS-256 (CFRG draft-irtf-cfrg-aegis-aead) seals each page under a nonce of its own and notices every change; on the
 * pages that an act reads and writes it takes a fraction of what SQLCipher's AES-CBC and HMAC take.
 */
function giveKey(sqlite: Sqlite, key: Uint8Array): void {
  const ciphered: Sqlite & { readonly key?: (key: Buffer) => number } = sqlite
  if (ciphered.key === undefined) throw new Error('better-sqlite3 is not the encrypted twin')
  sqlite.pragma("cipher = 'aegis'")
  if (sqlite.pragma("algorithm = 'aegis-256'", { simple: true }) !== 'aegis-256') throw new Error('no AEGIS-256')
  const bytes = Buffer.alloc(36)
  bytes.write('raw:', 'latin1')
  bytes.set(key, 4)
  try {
    ciphered.key(bytes)
  } finally {
    bytes.fill(0)
  }
}

type SettingRefusal = Extract<OpenRefusal, { readonly code: 'STORE_SETTING_REFUSED' }>

function applySettings(sqlite: Sqlite, wanted = settings): SettingRefusal | undefined {
  for (const [name, value] of wanted) {
    sqlite.pragma(`${name} = ${value}`)
    const found = numberOf(sqlite, name)
    if (found !== value) return { code: 'STORE_SETTING_REFUSED', setting: name, found: String(found) }
  }
  return undefined
}

/** Last, since it is the first to write: nothing is written to a store that another check refuses. */
function applyWal(sqlite: Sqlite): SettingRefusal | undefined {
  const found = sqlite.pragma(sqlite.readonly ? 'journal_mode' : 'journal_mode = WAL', { simple: true })
  return found === 'wal' ? undefined : { code: 'STORE_SETTING_REFUSED', setting: 'journal_mode', found: String(found) }
}

function numberOf(sqlite: Sqlite, name: string): number {
  return Number(sqlite.pragma(name, { simple: true }))
}
