/**
 * What an office's data folder holds, for comparing before and after or with another's: every row of every table, the heads
 * of the journal, the files of the scans. Reads through a second connection of this process; never touches store.db with
 * node:fs, which would drop the process's locks on it.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openStore } from '../../db/open.ts'
import { prepared, read, type ReadDb, type WriteDb, write } from '../../db/transaction.ts'
import { readKeys } from '../../electron/office/keys.ts'
import { nodeDisk } from '../../electron/disk/node-disk.ts'
import { openWithPassphrase } from '../../electron/vault/vault.ts'
import type { Paths } from '../../electron/paths.ts'
import type { Office } from './bundle-kit.ts'
import { PASSPHRASE, succeed, type TestOffice } from './office.ts'

/** Tables by name, files by path. */
export type Picture = {
  readonly tables: Readonly<Record<string, readonly string[]>>
  readonly files: Readonly<Record<string, string>>
}

/** Store keys by the bytes of their vault: opening one costs half a second of a busy machine. */
const keysByVault = new Map<string, Buffer>()

/** The store key of a data folder. */
export async function storeKeyOf(paths: Paths, passphrase = PASSPHRASE, login = 'vanthu'): Promise<Buffer> {
  const vault = readFileSync(join(paths.data, 'vault.json'), 'utf8')
  const known = keysByVault.get(vault)
  if (known !== undefined) return known
  const opened = await openWithPassphrase({ disk: nodeDisk, folder: paths.data }, login, passphrase)
  if (!opened.ok) throw new Error(opened.error.code)
  keysByVault.set(vault, opened.value.storeKey)
  return opened.value.storeKey
}

/** Reads from an office's store beside the office itself. */
export async function readStoreOf<T>(paths: Paths, work: (db: ReadDb) => T): Promise<T> {
  const store = openStore(paths.store, { key: await storeKeyOf(paths), readOnly: true })
  if (!store.ok) throw new Error(store.error.code)
  try {
    return read(store.value, work)
  } finally {
    store.value.close()
  }
}

/** Changes a store behind the program's back, for states that no command makes; the office is locked meanwhile. */
export async function writeStoreOf<T>(office: TestOffice, work: (db: WriteDb) => T): Promise<T> {
  await office.do('session.lock')
  const store = openStore(office.paths.store, { key: await storeKeyOf(office.paths) })
  if (!store.ok) throw new Error(store.error.code)
  try {
    return write(store.value, work)
  } finally {
    store.value.close()
    await succeed(office.core.call('session.unlock', { login: 'vanthu', passphrase: PASSPHRASE }))
  }
}

/** Everything an office holds, but for notes of sets that could not be joined or not be ended, and of the answers they are owed. */
export async function pictureOf(office: Pick<TestOffice, 'paths'>): Promise<Picture> {
  const store = openStore(office.paths.store, { key: await storeKeyOf(office.paths), readOnly: true })
  if (!store.ok) throw new Error(store.error.code)
  try {
    const names = store.value.sqlite
      .prepare<[], { name: string }>(`SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`)
      .all()
    const rows = names
      .filter(({ name }) => name !== 'owed_answers')
      .map(({ name }) => {
        const all = store.value.sqlite.prepare<[], object>(`SELECT * FROM "${name}"`).all()
        const texts = all.map((row) => JSON.stringify(row)).filter((row) => !isNote(row))
        return [name, texts.toSorted()] as const
      })
    return { tables: Object.fromEntries(rows), files: filesOf(office.paths.data) }
  } finally {
    store.value.close()
  }
}

/** Notes of a set that could not be joined, and of what may still lie on a carrier: they change nothing that was recorded. */
function isNote(row: string): boolean {
  return row.startsWith('{"name":"trouble/') || row.startsWith('{"name":"unfinished"')
}

/** Names and hashes of the files of scans, staged ones too. */
export function filesOf(data: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const folder of ['scans', 'incoming']) {
    const root = join(data, folder)
    if (!existsSync(root)) continue
    for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue
      const path = join(entry.parentPath, entry.name)
      found[path.slice(data.length + 1)] = createHash('sha256').update(readFileSync(path)).digest('hex')
    }
  }
  return found
}

/** Names of the files of scans that are staged, not in their place yet. */
export function stagedIn(data: string): readonly string[] {
  return Object.keys(filesOf(data)).filter((name) => name.startsWith('incoming'))
}

/** Who keeps each case that goes on, as an office has it. */
export function keepersAt({ paths }: TestOffice): Promise<ReadonlyMap<string, string>> {
  return readStoreOf(paths, (db) => {
    const rows = prepared<{ id: string; keeper: string }>(
      db,
      'SELECT case_id AS id, keeper FROM cases WHERE ended = 0',
    ).all()
    return new Map(rows.map(({ id, keeper }) => [id, keeper]))
  })
}

/** How many lines of an office's journal wait or are held. */
export function unappliedAt({ paths }: TestOffice): Promise<number> {
  const sql = `SELECT count(*) AS n FROM journal WHERE status IN ('held', 'waiting')`
  return readStoreOf(paths, (db) => prepared<{ n: number }>(db, sql).get()?.n ?? 0)
}

/** An office with its keys, as the pieces of test/support/bundle-kit want it. */
export async function keysOf(office: TestOffice): Promise<Office> {
  const store = openStore(office.paths.store, { key: await storeKeyOf(office.paths), readOnly: true })
  if (!store.ok) throw new Error(store.error.code)
  try {
    const keys = await readKeys((work) => read(store.value, work))
    const identity = keys?.office.identities.at(-1)
    if (keys === null || identity === undefined) throw new Error('no keys')
    const { office: id, sign, signKey, recipient } = keys.office
    return { office: id, code: office.code, device: keys.device, sign, signKey, identity, recipient }
  } finally {
    store.value.close()
  }
}
