import { expect, test } from 'vitest'
import { documentsMade, logDocument, logList, type MadeDocument } from '../../../db/private/documents-made.ts'
import { logReadings, readLogHolds } from '../../../db/private/read-log.ts'
import { read, write } from '../../../db/transaction.ts'
import { migrate } from '../../../db/migrate.ts'
import { migrations } from '../../../db/migrations/index.ts'
import { newStoreFile, openedStore } from '../../support/store.ts'

const MADE: MadeDocument = {
  kind: 'branchResolution',
  key: 'office',
  number: '12-NQ/CB',
  date: '2024-01-15',
  cases: ['0190'],
  facts: { signer: 'Phạm Văn Khánh' },
  file: 'nq.docx',
  why: 'In, trình ký',
}

test('what was written is found again, newest first, and the chain of the log holds', () => {
  const store = openedStore(newStoreFile())
  const migrated = migrate(store, migrations, {
    now: '2024-01-01T00:00:00Z',
    backupFirst: () => ({ ok: true, value: null }),
  })
  expect(migrated.ok).toBe(true)
  const at = '2024-01-15T01:00:00Z'
  write(store, (db) => {
    logDocument(db, at, 'u', MADE)
    logList(db, at, 'u', { what: 'candidates', rows: 2, include: [], file: 'a.xlsx', why: 'In' })
    logDocument(db, at, 'u', { ...MADE, number: '13-NQ/CB' })
  })
  expect(read(store, documentsMade).map(({ number }) => number)).toEqual(['13-NQ/CB', '12-NQ/CB'])
  expect(read(store, documentsMade).at(1)).toEqual(MADE)
  expect(read(store, readLogHolds)).toBe(true)
})

test('a reading takes about 200 bytes, so that the log of an office that opens much can be kept whole', () => {
  const store = openedStore(newStoreFile())
  migrate(store, migrations, { now: '2024-01-01T00:00:00Z', backupFirst: () => ({ ok: true, value: null }) })
  const bytes = () =>
    Number(store.sqlite.pragma('page_count', { simple: true })) *
    Number(store.sqlite.pragma('page_size', { simple: true }))
  const before = bytes()
  const id = '01990000-0000-7000-8000-0000000000cc'
  const one = { at: '2024-01-15T01:00:00Z', user: id, type: 'case', id }
  write(store, (db) =>
    logReadings(
      db,
      Array.from({ length: 10_000 }, () => one),
    ),
  )
  const each = (bytes() - before) / 10_000
  expect(each).toBeGreaterThan(150)
  expect(each).toBeLessThan(250)
  expect(read(store, readLogHolds)).toBe(true)
})
