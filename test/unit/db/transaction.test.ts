/**
 * Transactions are whole or nothing, and a reader can't write.
 */
import { expect, test, vi } from 'vitest'
import { openMemoryStore } from '../../../db/open.ts'
import type { Store } from '../../../db/open.ts'
import { prepared, read, script, write } from '../../../db/transaction.ts'
import type { ReadDb, WriteDb } from '../../../db/transaction.ts'
import { newStoreFile, openedReader, openedStore } from '../../support/store.ts'

test('what a write does is kept', () => {
  const store = withTable()
  const value = write(store, (db) => prepared(db, 'INSERT INTO t (id, x) VALUES (:id, :x)').run({ id: 5, x: 'năm' }))
  expect(value).toEqual({ changes: 1, lastId: 5 })
  expect(rows(store)).toEqual([{ id: 5, x: 'năm' }])
})

test('a write that throws leaves nothing, and the next one works', () => {
  const store = withTable()
  const attempt = (): unknown =>
    write(store, (db) => {
      prepared(db, 'INSERT INTO t (x) VALUES (?)').run('một')
      throw new Error('no')
    })
  expect(attempt).toThrow('no')
  expect(rows(store)).toEqual([])
  write(store, (db) => prepared(db, 'INSERT INTO t (x) VALUES (?)').run('hai'))
  expect(rows(store)).toEqual([{ id: 1, x: 'hai' }])
})

test('a broken constraint in a write leaves nothing of it', () => {
  const store = withTable()
  const twice = (): unknown =>
    write(store, (db) => {
      prepared(db, 'INSERT INTO t (id, x) VALUES (?, ?)').run(1, 'một')
      prepared(db, 'INSERT INTO t (id, x) VALUES (?, ?)').run(1, 'một')
    })
  expect(twice).toThrow('UNIQUE')
  expect(rows(store)).toEqual([])
})

test('a foreign key that is broken only at the end undoes the write too', () => {
  const store = withTable()
  write(store, (db) =>
    script(db, 'CREATE TABLE child (t INTEGER REFERENCES t (id) DEFERRABLE INITIALLY DEFERRED) STRICT'),
  )
  expect(() => write(store, (db) => prepared(db, 'INSERT INTO child VALUES (9)').run())).toThrow('FOREIGN KEY')
  expect(store.sqlite.inTransaction).toBe(false)
  expect(read(store, (db) => prepared(db, 'SELECT * FROM child').all())).toEqual([])
})

test('one transaction inside another is a mistake', () => {
  const store = withTable()
  const inner = 'a transaction inside another one'
  expect(() => write(store, () => write(store, () => 1))).toThrow(inner)
  expect(() => write(store, () => read(store, () => 1))).toThrow(inner)
  expect(() => read(store, () => write(store, () => 1))).toThrow(inner)
  expect(write(store, () => 'still works')).toBe('still works')
})

test('work that waits is a mistake, and what it did is undone', () => {
  const store = withTable()
  const waits = (): unknown =>
    write(store, async (db) => {
      prepared(db, 'INSERT INTO t (x) VALUES (?)').run('một')
      await Promise.resolve()
    })
  expect(waits).toThrow('must not be async')
  expect(rows(store)).toEqual([])
})

test('a statement that writes is refused inside a read', () => {
  const store = withTable()
  for (const sql of ['INSERT INTO t (x) VALUES (1) RETURNING id', 'DELETE FROM t', 'DROP TABLE t']) {
    expect(() => read(store, (db) => prepared(db, sql).all())).toThrow('a statement that writes, inside a read')
  }
})

test('a db that outlives its transaction is of no use', () => {
  const store = withTable()
  let kept: WriteDb | undefined
  write(store, (db) => (kept = db))
  expect(() => prepared(kept!, 'SELECT 1')).toThrow('a statement outside a transaction')
  expect(() => script(kept!, 'SELECT 1')).toThrow('a statement outside a transaction')
})

test('a script must not end the transaction it runs in', () => {
  const store = withTable()
  expect(() => write(store, (db) => script(db, "INSERT INTO t (x) VALUES ('một'); COMMIT"))).toThrow('has ended')
})

test('a statement is prepared once for each connection', () => {
  const store = withTable()
  const prepare = vi.spyOn(store.sqlite, 'prepare')
  for (let index = 0; index < 3; index += 1) rows(store)
  expect(prepare).toHaveBeenCalledTimes(1)
})

test('a read sees one state, whatever is committed meanwhile', () => {
  const file = newStoreFile()
  const store = openedStore(file)
  write(store, (db) => script(db, 'CREATE TABLE t (id INTEGER PRIMARY KEY, x TEXT) STRICT'))
  const second = openedReader(file)
  read(second, (db) => {
    expect(all(db)).toEqual([])
    write(store, (writer) => prepared(writer, 'INSERT INTO t (x) VALUES (?)').run('một'))
    expect(all(db)).toEqual([])
  })
  expect(rows(second)).toEqual([{ id: 1, x: 'một' }])
})

test('bytes and large integers come back as they went in', () => {
  const store = openMemoryStore()
  write(store, (db) => script(db, 'CREATE TABLE t (a BLOB, b INTEGER) STRICT'))
  write(store, (db) => prepared(db, 'INSERT INTO t VALUES (?, ?)').run(Uint8Array.of(0, 255), Number.MAX_SAFE_INTEGER))
  const row = read(store, (db) => prepared<{ a: Uint8Array; b: number }>(db, 'SELECT a, b FROM t').get())
  expect([...(row?.a ?? [])]).toEqual([0, 255])
  expect(row?.b).toBe(Number.MAX_SAFE_INTEGER)
})

function withTable(): Store {
  const store = openMemoryStore()
  write(store, (db) => script(db, 'CREATE TABLE t (id INTEGER PRIMARY KEY, x TEXT NOT NULL) STRICT'))
  return store
}

type Row = { readonly id: number; readonly x: string }

function all(db: ReadDb): readonly Row[] {
  return prepared<Row>(db, 'SELECT id, x FROM t ORDER BY id').all()
}

function rows(store: Parameters<typeof read>[0]): readonly Row[] {
  return read(store, all)
}
