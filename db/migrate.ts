/**
 * Brings a store to the newest schema: a backup before the first step, one transaction per step, never a repair. The list
 * of steps a store has been through must be the start of ours; anything else stops the program, since a guess could lose
 * records. Steps change the journal, secrets and private tables; business tables are dropped and replayed by the caller,
 * who is told so until the replay has committed (`markReplayed`).
 */
import { fail, ok } from '../shared/base/result.ts'
import type { Result } from '../shared/base/result.ts'
import type { Migration, MigrationDb, MigrationValue } from './migration.ts'
import type { Sqlite, Store } from './open.ts'
import { prepared } from './transaction.ts'
import type { WriteDb } from './transaction.ts'

/** What was done. `replayNeeded` stays true, start after start, until `markReplayed` has committed. */
export type Migrated = { readonly applied: readonly number[]; readonly replayNeeded: boolean }

/** Why a store was not migrated; a failed step has left it as it was before that step. */
export type MigrateRefusal =
  | { readonly code: 'STORE_NEWER'; readonly found: number; readonly known: number }
  /** The store went through other steps, or in another order; `at` is the id of the first that differs. */
  | { readonly code: 'STORE_MIGRATIONS_DIFFER'; readonly at: number }
  | { readonly code: 'STORE_MIGRATION_FAILED'; readonly id: number; readonly name: string; readonly reason: string }

/** What migrating needs from outside. */
export type MigrateOptions<E> = {
  /** The time to note beside each step. */
  readonly now: string
  /** Called before the first step if the store already holds something; its refusal stops the migration. */
  readonly backupFirst: () => Result<unknown, E>
}

type Applied = { readonly id: number; readonly name: string }

/** Applies the steps of `list` that the store lacks. */
export function migrate<E>(
  store: Store,
  list: readonly Migration[],
  options: MigrateOptions<E>,
): Result<Migrated, MigrateRefusal | E> {
  checkList(list)
  const { sqlite } = store
  const known = list.at(-1)?.id ?? 0
  const found = Number(sqlite.pragma('user_version', { simple: true }))
  if (found > known) return fail({ code: 'STORE_NEWER', found, known })

  const before = appliedOf(sqlite)
  const differing = before.findIndex(({ id, name }, index) => list[index]?.id !== id || list[index].name !== name)
  const other = before[differing]
  if (other !== undefined) return fail({ code: 'STORE_MIGRATIONS_DIFFER', at: other.id })
  if (found !== (before.at(-1)?.id ?? 0)) return fail({ code: 'STORE_MIGRATIONS_DIFFER', at: found })

  const steps = list.slice(before.length)
  if (steps.length > 0 && before.length > 0) {
    const backup = options.backupFirst()
    if (!backup.ok) return backup
  }
  for (const step of steps) {
    const failure = runStep(sqlite, step, options.now)
    if (failure !== undefined) return fail(failure)
  }
  return ok({ applied: steps.map(({ id }) => id), replayNeeded: isReplayNeeded(sqlite) })
}

/** Notes that the business tables fit the newest step; called in the transaction that has rebuilt them. */
export function markReplayed(db: WriteDb): void {
  prepared(db, 'UPDATE migrations SET replayed = 1').run()
}

/** A wrong list is our own mistake, not the store's. */
function checkList(list: readonly Migration[]): void {
  for (const [index, { id, name }] of list.entries()) {
    const previous = list[index - 1]?.id ?? 0
    if (!Number.isSafeInteger(id) || id <= previous)
      throw new Error(`migration ${name}: ${id} does not come after ${previous}`)
  }
}

function runStep(
  sqlite: Sqlite,
  step: Migration,
  now: string,
): Extract<MigrateRefusal, { readonly code: 'STORE_MIGRATION_FAILED' }> | undefined {
  // Rebuilding a table drops it for a moment. Foreign keys can only be switched outside a transaction.
  sqlite.pragma('foreign_keys = 0')
  try {
    sqlite.exec('BEGIN IMMEDIATE')
    if (!hasTable(sqlite)) {
      sqlite.exec(
        'CREATE TABLE migrations (id INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at TEXT NOT NULL,' +
          ' replayed INTEGER NOT NULL DEFAULT 0 CHECK (replayed IN (0, 1))) STRICT',
      )
    }
    step.up(migrationDb(sqlite))
    if (!sqlite.inTransaction) throw new Error('the step has ended its transaction')
    const broken = sqlite.pragma('foreign_key_check')
    if (!Array.isArray(broken) || broken.length > 0) throw new Error('the step has left broken foreign keys')
    sqlite.prepare('INSERT INTO migrations (id, name, applied_at) VALUES (?, ?, ?)').run(step.id, step.name, now)
    sqlite.pragma(`user_version = ${step.id}`)
    sqlite.exec('COMMIT')
    return undefined
  } catch (error) {
    if (sqlite.inTransaction) sqlite.exec('ROLLBACK')
    const reason = error instanceof Error ? error.message : 'unknown'
    return { code: 'STORE_MIGRATION_FAILED', id: step.id, name: step.name, reason }
  } finally {
    sqlite.pragma('foreign_keys = 1')
  }
}

function migrationDb(sqlite: Sqlite): MigrationDb {
  type Row = Readonly<Record<string, MigrationValue>>
  return {
    exec: (sql) => void sqlite.exec(sql),
    all: (sql, ...values) => sqlite.prepare<MigrationValue[], Row>(sql).all(...values),
    run: (sql, ...values) => void sqlite.prepare(sql).run(...values),
  }
}

function appliedOf(sqlite: Sqlite): readonly Applied[] {
  if (!hasTable(sqlite)) return []
  return sqlite.prepare<[], Applied>('SELECT id, name FROM migrations ORDER BY id').all()
}

function isReplayNeeded(sqlite: Sqlite): boolean {
  return hasTable(sqlite) && sqlite.prepare('SELECT 1 FROM migrations WHERE replayed = 0').get() !== undefined
}

function hasTable(sqlite: Sqlite): boolean {
  return sqlite.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'migrations'").get() !== undefined
}
