/**
 * The runner of the migrations, with lists of its own: what it applies, what it refuses, and that a failing step leaves
 * no trace.
 */
import { expect, test } from 'vitest'
import { markReplayed, migrate } from '../../db/migrate.ts'
import type { Migration } from '../../db/migration.ts'
import { migrations, newestMigration } from '../../db/migrations/index.ts'
import { openStore } from '../../db/open.ts'
import type { Store } from '../../db/open.ts'
import { write } from '../../db/transaction.ts'
import { fail, ok } from '../../shared/base/result.ts'
import { newStoreFile, openedStore, testKey } from '../support/store.ts'

const now = '2026-09-02T08:00:00+07:00'
const first: Migration = {
  id: 10,
  name: 'first',
  up: (db) => db.exec('CREATE TABLE unit (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT'),
}
const second: Migration = {
  id: 20,
  name: 'rename',
  up: (db) => {
    for (const { id, name } of db.all('SELECT id, name FROM unit')) {
      db.run('UPDATE unit SET name = ? WHERE id = ?', `Chi bộ ${String(name)}`, id ?? null)
    }
  },
}
const third: Migration = {
  id: 30,
  name: 'code',
  up: (db) => db.exec("ALTER TABLE unit ADD COLUMN code TEXT NOT NULL DEFAULT ''"),
}
const failing: Migration = {
  id: 30,
  name: 'failing',
  up: (db) => {
    db.exec('DELETE FROM unit; CREATE TABLE half (x INTEGER) STRICT')
    throw new Error('no further')
  },
}

test('a new store goes through every step, without a backup', () => {
  const store = openedStore(newStoreFile())
  const backups = counter()
  const done = migrate(store, [first, second, third], { now, backupFirst: backups.count })
  expect(done).toEqual(ok({ applied: [10, 20, 30], replayNeeded: true }))
  expect(backups.times).toBe(0)
  expect(store.sqlite.pragma('user_version', { simple: true })).toBe(30)
  expect(store.sqlite.prepare('SELECT id, name, applied_at FROM migrations').all()).toEqual([
    { id: 10, name: 'first', applied_at: now },
    { id: 20, name: 'rename', applied_at: now },
    { id: 30, name: 'code', applied_at: now },
  ])
})

test('a store with data is backed up once, before its first step', () => {
  const store = storeAtTwenty()
  let seen: unknown
  const backupFirst = (): ReturnType<typeof ok> => {
    seen = store.sqlite.prepare("SELECT count(*) AS n FROM pragma_table_info('unit')").get()
    return ok(undefined)
  }
  const fourth: Migration = { id: 40, name: 'fourth', up: () => undefined }
  const done = migrate(store, [first, second, third, fourth], { now, backupFirst })
  expect(done).toEqual(ok({ applied: [30, 40], replayNeeded: true }))
  expect(seen).toEqual({ n: 2 })
  expect(names(store)).toEqual(['Chi bộ 1'])
})

test('a store that is up to date is left alone', () => {
  const store = storeAtTwenty()
  const backups = counter()
  const done = migrate(store, [first, second], { now, backupFirst: backups.count })
  expect(done).toMatchObject(ok({ applied: [] }))
  expect(backups.times).toBe(0)
})

test('a backup that fails stops everything before the first step', () => {
  const store = storeAtTwenty()
  const refusal = fail({ code: 'BACKUP_NO_ROOM' as const })
  expect(migrate(store, [first, second, third], { now, backupFirst: () => refusal })).toEqual(refusal)
  expect(store.sqlite.pragma('user_version', { simple: true })).toBe(20)
})

test('a failing step leaves version, list, tables and rows as they were; the steps before it stay', () => {
  const store = storeAtTwenty()
  const before = picture(store)
  const done = migrate(store, [first, second, failing], { now, backupFirst: () => ok(undefined) })
  expect(done).toEqual(fail({ code: 'STORE_MIGRATION_FAILED', id: 30, name: 'failing', reason: 'no further' }))
  expect(picture(store)).toEqual(before)
  expect(store.sqlite.pragma('foreign_keys', { simple: true })).toBe(1)

  const fresh = openedStore(newStoreFile())
  migrate(fresh, [first, second, failing], { now, backupFirst: () => ok(undefined) })
  expect(fresh.sqlite.pragma('user_version', { simple: true })).toBe(20)
  expect(migrate(fresh, [first, second, third], { now, backupFirst: () => ok(undefined) })).toMatchObject(
    ok({ applied: [30] }),
  )
})

test.each([
  ['the steps in another order', [{ ...second, id: 10 }, { ...first, id: 20 }, third], 10],
  ['a step under another name', [first, { ...second, name: 'renamed' }, third], 20],
  ['a step put in before an applied one', [first, { ...third, id: 15 }, second], 20],
  ['a step taken out', [second, third], 10],
])('a list is refused that has %s', (_, list, at) => {
  const store = storeAtTwenty()
  const before = picture(store)
  const backups = counter()
  expect(migrate(store, list, { now, backupFirst: backups.count })).toEqual(
    fail({ code: 'STORE_MIGRATIONS_DIFFER', at }),
  )
  expect(backups.times).toBe(0)
  expect(picture(store)).toEqual(before)
})

test('a store is refused whose version and list disagree', () => {
  const store = storeAtTwenty()
  store.sqlite.pragma('user_version = 10')
  expect(migrate(store, [first, second, third], { now, backupFirst: () => ok(undefined) })).toEqual(
    fail({ code: 'STORE_MIGRATIONS_DIFFER', at: 10 }),
  )
})

test('a store from a newer build is refused, here and at the open', () => {
  const file = newStoreFile()
  const store = storeAtTwenty(file)
  const refusal = fail({ code: 'STORE_NEWER', found: 20, known: 10 })
  expect(migrate(store, [first], { now, backupFirst: () => ok(undefined) })).toEqual(refusal)
  store.close()
  expect(openStore(file, { key: testKey, known: 10 })).toEqual(refusal)
})

test('a list that does not rise is our own mistake', () => {
  const store = openedStore(newStoreFile())
  const options = { now, backupFirst: () => ok(undefined) }
  expect(() => migrate(store, [second, first], options)).toThrow('does not come after')
  expect(() => migrate(store, [first, first], options)).toThrow('does not come after')
  expect(() => migrate(store, [{ ...first, id: 0 }], options)).toThrow('does not come after')
})

test('a step may rebuild a table others point at, but not leave a broken reference', () => {
  const store = storeAtTwenty()
  store.sqlite.exec(
    'CREATE TABLE member (unit INTEGER NOT NULL REFERENCES unit (id) ON DELETE CASCADE) STRICT; INSERT INTO member VALUES (1)',
  )
  const rebuild = (id: number, keep: string): Migration => ({
    id,
    name: 'rebuild',
    up: (db) =>
      db.exec(`CREATE TABLE new_unit (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
        INSERT INTO new_unit SELECT id, name FROM unit WHERE ${keep};
        DROP TABLE unit; ALTER TABLE new_unit RENAME TO unit`),
  })
  const options = { now, backupFirst: () => ok(undefined) }
  const before = picture(store)
  expect(migrate(store, [first, second, rebuild(30, '0')], options)).toMatchObject(
    fail({ code: 'STORE_MIGRATION_FAILED', reason: 'the step has left broken foreign keys' }),
  )
  expect(picture(store)).toEqual(before)
  expect(migrate(store, [first, second, rebuild(30, '1')], options)).toMatchObject(ok({ applied: [30] }))
  expect(store.sqlite.prepare('SELECT unit FROM member').all()).toEqual([{ unit: 1 }])
  expect(() => store.sqlite.exec('INSERT INTO member VALUES (77)')).toThrow('FOREIGN KEY')
})

test('a step can not end its own transaction', () => {
  const store = storeAtTwenty()
  const ending: Migration = { id: 30, name: 'ending', up: (db) => db.exec('COMMIT') }
  expect(migrate(store, [first, second, ending], { now, backupFirst: () => ok(undefined) })).toMatchObject(
    fail({ code: 'STORE_MIGRATION_FAILED', reason: 'the step has ended its transaction' }),
  )
  expect(store.sqlite.pragma('user_version', { simple: true })).toBe(20)
})

test('a replay stays due until it has committed, however often the program starts', () => {
  const file = newStoreFile()
  const store = storeAtTwenty(file)
  const options = { now, backupFirst: () => ok(undefined) }
  expect(migrate(store, [first, second], options)).toEqual(ok({ applied: [], replayNeeded: true }))
  const broken = (): unknown =>
    write(store, (db) => {
      markReplayed(db)
      throw new Error('the power fails')
    })
  expect(broken).toThrow('the power fails')
  store.close()
  const later = openedStore(file)
  expect(migrate(later, [first, second], options)).toEqual(ok({ applied: [], replayNeeded: true }))
  write(later, markReplayed)
  expect(migrate(later, [first, second], options)).toEqual(ok({ applied: [], replayNeeded: false }))
  expect(migrate(later, [first, second, third], options)).toEqual(ok({ applied: [30], replayNeeded: true }))
})

test('the steps this build ships bring a new store to the newest version', () => {
  const store = openedStore(newStoreFile())
  const done = migrate(store, migrations, { now, backupFirst: () => ok(undefined) })
  expect(done).toMatchObject(ok({ applied: migrations.map(({ id }) => id) }))
  expect(store.sqlite.pragma('user_version', { simple: true })).toBe(newestMigration)
  expect(store.sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
})

/** A store after `first` and `second` with one unit. */
function storeAtTwenty(file = newStoreFile()): Store {
  const store = openedStore(file)
  const options = { now, backupFirst: () => ok(undefined) }
  migrate(store, [first], options)
  store.sqlite.exec("INSERT INTO unit (name) VALUES ('1')")
  migrate(store, [first, second], options)
  return store
}

function names(store: Store): readonly unknown[] {
  return store.sqlite.prepare('SELECT name FROM unit ORDER BY id').pluck().all()
}

/** Everything a step could have changed. */
function picture(store: Store): unknown {
  return {
    version: store.sqlite.pragma('user_version', { simple: true }),
    migrations: store.sqlite.prepare('SELECT * FROM migrations').all(),
    schema: store.sqlite.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY name').all(),
    units: store.sqlite.prepare('SELECT * FROM unit').all(),
  }
}

function counter(): { readonly count: () => ReturnType<typeof ok>; readonly times: number } {
  let times = 0
  return {
    count: () => {
      times += 1
      return ok(undefined)
    },
    get times() {
      return times
    },
  }
}
