/**
 * What every open of the store promises: settings that hold, one process at a time, refusals instead of guesses, and
 * nothing readable on the disk.
 */
import { closeSync, openSync, readdirSync, readFileSync, truncateSync, writeFileSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { checkStore, openMemoryStore, openStore } from '../../../db/open.ts'
import { prepared, read, script, write } from '../../../db/transaction.ts'
import { fail, ok } from '../../../shared/base/result.ts'
import { holdInAnotherProcess, newStoreFile, openedReader, openedStore, testKey } from '../../support/store.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const wrongKey = new Uint8Array(32).fill(8)

test('every setting holds on the first open, on a later one and on a read-only one', () => {
  const file = newStoreFile()
  const first = openedStore(file)
  expect(settingsOf(first.sqlite)).toEqual(expectedSettings)
  first.close()
  const second = openedStore(file)
  expect(settingsOf(second.sqlite)).toEqual(expectedSettings)
  expect(settingsOf(openedReader(file).sqlite)).toEqual(expectedSettings)
})

test('the file is AEGIS-256 with the raw key: no key derivation, and the text form of its own tools opens it too', () => {
  const file = newStoreFile()
  openedStore(file).close()
  const times = [1, 2, 3, 4, 5].map(() => {
    const start = performance.now()
    openedStore(file).close()
    return performance.now() - start
  })
  // The derivation this must not run takes about 100 ms; an open without it about 1 ms.
  expect(Math.min(...times)).toBeLessThan(50)
  const other = new Database(file)
  other.pragma("cipher = 'aegis'")
  other.pragma("algorithm = 'aegis-256'")
  other.pragma(`key = "raw:${Buffer.from(testKey).toString('hex')}"`)
  expect(other.pragma('application_id', { simple: true })).toBe(0x4b4e4150)
  other.close()
})

test('a missing store is refused, and nothing is made', () => {
  const folder = temporaryFolder()
  const file = join(folder, 'store.db')
  expect(openStore(file, { key: testKey })).toEqual(fail({ code: 'STORE_MISSING' }))
  expect(openStore(file, { key: testKey, readOnly: true })).toEqual(fail({ code: 'STORE_MISSING' }))
  expect(readdirSync(folder)).toEqual([])
})

test('a wrong key is refused, leaves the store as it was and says nothing of the key', () => {
  const file = newStoreFile()
  openedStore(file).close()
  const before = readFileSync(file)
  const refused = openStore(file, { key: wrongKey })
  expect(refused).toEqual(fail({ code: 'STORE_CANNOT_OPEN', reason: 'SQLITE_NOTADB' }))
  expect(readFileSync(file).equals(before)).toBe(true)
  expect(openedStore(file).writable).toBe(true)
})

test('a wrong key on a store with an unfinished log loses none of it', async () => {
  const file = newStoreFile()
  const other = await holdInAnotherProcess(file)
  await other.kill()
  expect(readdirSync(dirname(file))).toContain('store.db-wal')
  expect(openStore(file, { key: wrongKey })).toEqual(fail({ code: 'STORE_CANNOT_OPEN', reason: 'SQLITE_NOTADB' }))
  const store = openedStore(file)
  expect(read(store, (db) => prepared(db, 'SELECT word FROM held').all())).toEqual([{ word: 'acknowledged' }])
})

test('a key of another length is our own mistake, told without the key', () => {
  const file = newStoreFile()
  expect(() => openStore(file, { key: new Uint8Array(31).fill(65), create: true })).toThrow(
    /^the store key must have 32 bytes$/,
  )
})

test('the error of a statement does not carry the key', () => {
  const store = openedStore(newStoreFile())
  const thrown = thrownBy(() => write(store, (db) => script(db, 'CREATE TABLE nonsense (')))
  const hex = Buffer.from(testKey).toString('hex')
  expect(`${thrown.message}\n${thrown.stack ?? ''}`).not.toContain(hex)
})

test('an unencrypted database is refused', () => {
  const file = newStoreFile()
  const plain = openMemoryStore()
  plain.sqlite.exec(`CREATE TABLE t (x); VACUUM INTO '${file}'`)
  plain.close()
  expect(openStore(file, { key: testKey })).toEqual(fail({ code: 'STORE_CANNOT_OPEN', reason: 'SQLITE_NOTADB' }))
})

test('an encrypted database of another program is refused, unchanged', () => {
  const file = newStoreFile()
  const store = openedStore(file)
  store.sqlite.pragma('application_id = 99')
  store.close()
  const before = readFileSync(file)
  expect(openStore(file, { key: testKey, create: true })).toEqual(fail({ code: 'STORE_NOT_OURS' }))
  expect(readFileSync(file).equals(before)).toBe(true)
})

test('a store of a newer build is refused and says both versions', () => {
  const file = newStoreFile()
  const store = openedStore(file)
  store.sqlite.pragma('user_version = 130')
  store.close()
  const refusal = fail({ code: 'STORE_NEWER', found: 130, known: 120 })
  expect(openStore(file, { key: testKey, known: 120 })).toEqual(refusal)
  expect(openStore(file, { key: testKey, known: 120, readOnly: true })).toEqual(refusal)
  expect(openStore(file, { key: testKey, known: 130 }).ok).toBe(true)
})

test('an emptied store is damage, unless one is to be made', () => {
  const file = newStoreFile()
  writeFileSync(file, '')
  expect(openStore(file, { key: testKey })).toEqual(fail({ code: 'STORE_DAMAGED' }))
  expect(openStore(file, { key: testKey, readOnly: true, create: true })).toEqual(fail({ code: 'STORE_DAMAGED' }))
  expect(openedStore(file).writable).toBe(true)
})

test('a damaged first page does not open', () => {
  const file = filledStore()
  overwrite(file, 100)
  expect(openStore(file, { key: testKey })).toEqual(fail({ code: 'STORE_CANNOT_OPEN', reason: 'SQLITE_NOTADB' }))
})

test.each([
  ['one flipped byte far inside', (file: string) => overwrite(file, 4096 * 20 + 500)],
  ['a lost end', (file: string) => truncateSync(file, 4096 * 20)],
])('the check on demand finds %s and repairs nothing', (_, damage) => {
  const file = filledStore()
  damage(file)
  const before = readFileSync(file)
  const opened = openStore(file, { key: testKey })
  if (opened.ok) {
    expect(checkStore(opened.value)).toEqual(fail({ code: 'STORE_DAMAGED' }))
    opened.value.close()
  } else {
    expect(opened).toEqual(fail({ code: 'STORE_DAMAGED' }))
  }
  expect(readFileSync(file).equals(before)).toBe(true)
})

test('a sound store passes the check', () => {
  expect(checkStore(openedStore(filledStore()))).toEqual(ok(true))
})

test('a folder in place of the store is refused', () => {
  const folder = temporaryFolder()
  const refused = openStore(folder, { key: testKey })
  expect(refused).toMatchObject({ ok: false, error: { code: 'STORE_CANNOT_OPEN' } })
})

test('a second open of the same program is refused; its read-only connection is not, and sees what is committed', () => {
  const file = newStoreFile()
  const store = openedStore(file)
  expect(openStore(file, { key: testKey })).toEqual(fail({ code: 'STORE_IN_USE' }))
  const reader = openedReader(file)
  write(store, (db) => script(db, 'CREATE TABLE t (x INTEGER) STRICT; INSERT INTO t VALUES (3)'))
  expect(read(reader, (db) => prepared(db, 'SELECT x FROM t').all())).toEqual([{ x: 3 }])
  expect(() => reader.sqlite.exec('DELETE FROM t')).toThrow('readonly')
  reader.close()
  expect(openStore(file, { key: testKey })).toEqual(fail({ code: 'STORE_IN_USE' }))
  store.close()
  expect(openedStore(file).writable).toBe(true)
})

test('another process keeps us out while it lives, and no longer when it is killed', async () => {
  const file = newStoreFile()
  const other = await holdInAnotherProcess(file)
  expect(openStore(file, { key: testKey })).toEqual(fail({ code: 'STORE_IN_USE' }))
  await other.kill()
  const store = openedStore(file)
  expect(read(store, (db) => prepared(db, 'SELECT word FROM held').all())).toEqual([{ word: 'acknowledged' }])
})

test('we keep another process out', async () => {
  const file = newStoreFile()
  openedStore(file)
  await expect(holdInAnotherProcess(file)).rejects.toThrow('STORE_IN_USE')
})

test('a refused open gives the lock back', () => {
  const file = newStoreFile()
  openedStore(file).close()
  expect(openStore(file, { key: wrongKey }).ok).toBe(false)
  expect(openedStore(file).writable).toBe(true)
})

test('no text of the store can be read in any of its files, neither while it is open nor after', () => {
  const canary = 'Nguyễn Thị Chim Hoàng Yến 1234567'
  const file = newStoreFile()
  const store = openedStore(file)
  write(store, (db) =>
    script(db, 'CREATE TABLE person (name TEXT) STRICT; CREATE VIRTUAL TABLE found USING fts5 (name)'),
  )
  write(store, (db) => {
    for (let index = 0; index < 50; index += 1) {
      prepared(db, 'INSERT INTO person VALUES (?)').run(`${canary} ${index}`)
      prepared(db, 'INSERT INTO found VALUES (?)').run(`${canary} ${index}`)
    }
  })
  write(store, (db) => prepared(db, 'DELETE FROM person WHERE rowid % 2 = 0').run())
  const folder = dirname(file)
  const open = readdirSync(folder).sort()
  expect(open).toEqual(['lock.db', 'store.db', 'store.db-shm', 'store.db-wal'])
  expect(filesHolding(folder, canary)).toEqual([])
  store.close()
  expect(filesHolding(folder, canary)).toEqual([])
  const control = join(folder, 'control.db')
  const plain = openMemoryStore()
  plain.sqlite.exec(`CREATE TABLE t (x); INSERT INTO t VALUES ('${canary}'); VACUUM INTO '${control}'`)
  plain.close()
  expect(filesHolding(folder, canary)).toEqual(['control.db'])
})

const expectedSettings = {
  journal_mode: 'wal',
  synchronous: 2,
  foreign_keys: 1,
  secure_delete: 1,
  temp_store: 2,
  trusted_schema: 0,
  cell_size_check: 1,
  mmap_size: 0,
  busy_timeout: 5000,
  cache_size: -16_000,
  wal_autocheckpoint: 1000,
  application_id: 0x4b4e4150,
}

function settingsOf(sqlite: { pragma(name: string, options: { readonly simple: true }): unknown }): unknown {
  return Object.fromEntries(Object.keys(expectedSettings).map((name) => [name, sqlite.pragma(name, { simple: true })]))
}

function thrownBy(action: () => unknown): Error {
  try {
    action()
  } catch (error) {
    if (error instanceof Error) return error
  }
  throw new Error('nothing was thrown')
}

/** A closed store of about 100 pages. */
function filledStore(): string {
  const file = newStoreFile()
  const store = openedStore(file)
  write(store, (db) => {
    script(db, 'CREATE TABLE t (x TEXT) STRICT')
    for (let index = 0; index < 400; index += 1) prepared(db, 'INSERT INTO t VALUES (?)').run('x'.repeat(1000))
  })
  store.close()
  return file
}

function overwrite(file: string, position: number): void {
  const handle = openSync(file, 'r+')
  writeSync(handle, Buffer.from([0xff, 0x00, 0xff]), 0, 3, position)
  closeSync(handle)
}

/**
 * Reading the files drops our locks on them (see the hazard in db/open.ts); here nobody else is there to use that.
 * Names of the files that hold the text in UTF-8, UTF-16LE, whole or word by word.
 */
function filesHolding(folder: string, text: string): readonly string[] {
  const words = text.split(' ').filter((word) => word.length > 4)
  const forms = [text, ...words].flatMap((form) => [Buffer.from(form, 'utf8'), Buffer.from(form, 'utf16le')])
  const holds = (name: string): boolean => {
    const bytes = readFileSync(join(folder, name))
    return forms.some((form) => bytes.includes(form))
  }
  return readdirSync(folder).filter(holds).sort()
}
