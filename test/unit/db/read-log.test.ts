/** The log of reads: whatever line of it goes, from the middle or from its end, it shows, and what is logged later covers nothing up. */
import { expect, test } from 'vitest'
import { migrate } from '../../../db/migrate.ts'
import { migrations } from '../../../db/migrations/index.ts'
import type { Store } from '../../../db/open.ts'
import { isReadLogCut, logReadings, readLogHolds } from '../../../db/private/read-log.ts'
import { prepared, read, write, type WriteDb } from '../../../db/transaction.ts'
import { emptyStore } from '../../support/journal-kit.ts'
import { newStoreFile, openedStore } from '../../support/store.ts'

const reading = (id: string) => ({ at: '2024-01-02T01:00:00Z', user: 'vanthu', type: 'case', id })
const log = (store: Store, ...ids: readonly string[]) => write(store, (db) => logReadings(db, ids.map(reading)))
const change = (store: Store, sql: string) => write(store, (db) => prepared(db, sql).run())
const seen = (store: Store) => read(store, (db) => ({ cut: isReadLogCut(db), holds: readLogHolds(db) }))
const placesIn = (store: Store) =>
  read(store, (db) => prepared<{ seq: number }>(db, 'SELECT seq FROM read_log ORDER BY seq').all()).map(
    ({ seq }) => seq,
  )

const WHOLE = { cut: false, holds: true }
const CUT = { cut: true, holds: false }

test('a log that was only ever added to is whole, also while it is empty', () => {
  const store = emptyStore()
  expect(seen(store)).toEqual(WHOLE)
  expect(log(store)).toBe(0)
  expect([log(store, 'a', 'b'), log(store, 'c')]).toEqual([1, 3])
  expect(seen(store)).toEqual(WHOLE)
})

test.each([
  ['the last line', 'DELETE FROM read_log WHERE seq = 3'],
  ['several of the last lines', 'DELETE FROM read_log WHERE seq > 1'],
  ['every line', 'DELETE FROM read_log'],
])('%s gone shows at once, and still does when the log has gone on', (_what, sql) => {
  const store = emptyStore()
  log(store, 'a', 'b', 'c')
  change(store, sql)
  expect(seen(store)).toEqual(CUT)
  const left = placesIn(store)
  expect([log(store, 'd'), log(store, 'e')]).toEqual([4, 5])
  expect(placesIn(store)).toEqual([...left, 4, 5])
  expect(seen(store)).toEqual(CUT)
})

test('a last line that was changed shows at once, one in the middle when all are gone through', () => {
  const [last, middle] = [emptyStore(), emptyStore()]
  for (const store of [last, middle]) log(store, 'a', 'b', 'c')
  change(last, `UPDATE read_log SET subject_id = 'x', head = 'x' WHERE seq = 3`)
  expect(seen(last)).toEqual(CUT)
  change(middle, `UPDATE read_log SET subject_id = 'x' WHERE seq = 2`)
  expect(seen(middle)).toEqual({ cut: false, holds: false })
})

test('lines and end come together or not at all: a failure between them accuses nobody', () => {
  const store = emptyStore()
  log(store, 'a')
  const failing = (db: WriteDb) => {
    logReadings(db, ['b', 'c'].map(reading))
    throw new Error('the disk is full')
  }
  expect(() => write(store, failing)).toThrow('the disk is full')
  expect([placesIn(store), seen(store)]).toEqual([[1], WHOLE])
  expect(log(store, 'b')).toBe(2)
  expect(seen(store)).toEqual(WHOLE)
})

test('a log that goes beyond the end kept of it is taken over', () => {
  const store = emptyStore()
  log(store, 'a')
  const end = read(store, (db) => prepared<{ head: string }>(db, 'SELECT head FROM read_log_end').get()?.head ?? '')
  log(store, 'b', 'c')
  write(store, (db) => prepared(db, 'UPDATE read_log_end SET seq = 1, head = ?').run(end))
  expect(seen(store)).toEqual(WHOLE)
  expect(log(store, 'd')).toBe(4)
  expect(seen(store)).toEqual(WHOLE)
  change(store, 'DELETE FROM read_log WHERE seq = 4')
  expect(seen(store)).toEqual(CUT)
})

/** The chain of two lines, as sha256sum gives it. */
const HEADS = [
  '04e60dbc52ab50d7603ad95f8528faecdb256c9429285d98524600c8209a6988',
  'c8c7f899f1b5b52a5fa05ddec65950f11ff6e6db37fc75681c34ec059e84c16d',
]

test.each([[['a', 'b']], [[]]])('of a log from before its end was kept, the end is where it stands: %j', (ids) => {
  const store = openedStore(newStoreFile())
  const now = { now: '2024-01-01T00:00:00Z', backupFirst: () => ({ ok: true, value: null }) as const }
  migrate(
    store,
    migrations.filter(({ id }) => id < 120),
    now,
  )
  write(store, (db) => {
    for (const [place, id] of ids.entries())
      prepared(db, `INSERT INTO read_log VALUES (?, 't', 'u', 'case', ?, ?)`).run(place + 1, id, HEADS[place] ?? '')
  })
  migrate(store, migrations, now)
  expect(seen(store)).toEqual(WHOLE)
  expect(log(store, 'c')).toBe(ids.length + 1)
  expect(seen(store)).toEqual(WHOLE)
  change(store, `DELETE FROM read_log WHERE seq = ${ids.length + 1}`)
  expect(seen(store)).toEqual(CUT)
})
