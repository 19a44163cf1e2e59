/**
 * Every read and every write of the store goes through here. A function that takes a ReadDb can't write, by type and at
 * run time; a function that takes a WriteDb runs inside one `BEGIN IMMEDIATE` transaction. The driver's handle stays out
 * of reach, so nobody runs a statement outside a transaction.
 */
import type { ReadStore, Sqlite, SqliteStatement, Store } from './open.ts'

const reading = Symbol('reading')
const writing = Symbol('writing')

/** A statement as it is handed out. */
type Known = Statement<unknown> & { readonly readonly: boolean }

/** The statements of every open connection, by their text. */
const statements = new WeakMap<Sqlite, Map<string, Known>>()

/** One consistent state of the store, for the length of a `read` or `write`. */
export type ReadDb = { readonly [reading]: Sqlite }

/** The same, and the right to change it. */
export type WriteDb = ReadDb & { readonly [writing]: true }

/** A value SQLite stores. */
export type SqlValue = string | number | bigint | null | Uint8Array

/** Values for `?` in order, or one object for `:name`. */
export type SqlValues = readonly SqlValue[] | readonly [Readonly<Record<string, SqlValue>>]

/** A prepared query. `Row` is what its author says the columns are; SQLite's STRICT tables keep that true. */
export type Query<Row> = {
  readonly all: (...values: SqlValues) => readonly Row[]
  readonly get: (...values: SqlValues) => Row | undefined
}

/** A prepared statement that may change rows. */
export type Statement<Row> = Query<Row> & {
  /** Runs it and says how many rows it changed, and the integer key of the last one added. */
  readonly run: (...values: SqlValues) => { readonly changes: number; readonly lastId: number }
}

/** Runs `work` on one unchanging state of the store. */
export function read<T>(store: ReadStore, work: (db: ReadDb) => T): T {
  return inside(store, 'BEGIN', () => work({ [reading]: store.sqlite }))
}

/** Runs `work` in one transaction: it is kept whole, or not at all if `work` throws. */
export function write<T>(store: Store, work: (db: WriteDb) => T): T {
  return inside(store, 'BEGIN IMMEDIATE', () => work({ [reading]: store.sqlite, [writing]: true }))
}

/**
 * Prepares a statement once per connection and hands out the same one from then on, so the text must be constant.
 * @throws Error outside a transaction, and for a statement that writes where only a ReadDb is given.
 */
export function prepared<Row>(db: WriteDb, sql: string): Statement<Row>
export function prepared<Row>(db: ReadDb, sql: string): Query<Row>
export function prepared(db: ReadDb | WriteDb, sql: string): Statement<unknown> {
  const sqlite = db[reading]
  if (!sqlite.inTransaction) throw new Error('a statement outside a transaction')
  const statement = statementOf(sqlite, sql)
  if (!(writing in db) && !statement.readonly) throw new Error('a statement that writes, inside a read')
  return statement
}

/** Brings everything committed into the store's own file and empties its log. @returns false where a reader is in its way */
export function checkpoint(store: Store): boolean {
  return store.sqlite.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) === 0
}

/** Runs several statements without values or results: table definitions. */
export function script(db: WriteDb, sql: string): void {
  const sqlite = db[reading]
  if (!sqlite.inTransaction) throw new Error('a statement outside a transaction')
  sqlite.exec(sql)
  if (!sqlite.inTransaction) throw new Error('a script has ended its transaction')
}

function statementOf(sqlite: Sqlite, sql: string): Known {
  let known = statements.get(sqlite)
  if (known === undefined) statements.set(sqlite, (known = new Map<string, Known>()))
  let statement = known.get(sql)
  if (statement === undefined) known.set(sql, (statement = handedOut(sqlite.prepare<unknown[]>(sql))))
  return statement
}

function handedOut(statement: SqliteStatement): Known {
  return {
    readonly: statement.readonly,
    all: (...values) => statement.all(...values),
    get: (...values) => statement.get(...values),
    run: (...values) => {
      const { changes, lastInsertRowid } = statement.run(...values)
      return { changes, lastId: Number(lastInsertRowid) }
    },
  }
}

function inside<T>(store: ReadStore, begin: string, work: () => T): T {
  const { sqlite } = store
  if (sqlite.inTransaction) throw new Error('a transaction inside another one')
  sqlite.exec(begin)
  let isCommitting = false
  try {
    const value = work()
    if (value instanceof Promise) throw new Error('a transaction that waits: work must not be async')
    isCommitting = true
    sqlite.exec('COMMIT')
    return value
  } catch (error) {
    // A full disk or a broken one has rolled back already.
    if (sqlite.inTransaction) sqlite.exec('ROLLBACK')
    if (isCommitting && begin !== 'BEGIN') cover(sqlite)
    throw error
  }
}

/**
 * Writes over what a failed commit has left. Where only its last sync failed, its pages lie in the log, whole: if the
 * computer died now, the next start would find there what has been refused. Any other commit takes their place.
 */
function cover(sqlite: Sqlite): void {
  try {
    sqlite.exec('BEGIN IMMEDIATE')
    sqlite.pragma(`user_version = ${Number(sqlite.pragma('user_version', { simple: true }))}`)
    sqlite.exec('COMMIT')
  } catch {
    // A disk that takes not even this cannot be told anything: the first failure is what the caller hears of.
    if (sqlite.inTransaction) sqlite.exec('ROLLBACK')
  }
}
