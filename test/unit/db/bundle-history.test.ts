/** The history of the exchange: whole for a list, window by window for its page, and without a name. */
import { expect, test } from 'vitest'
import { migrate } from '../../../db/migrate.ts'
import { migrations } from '../../../db/migrations/index.ts'
import { bundleHistory, keepExport, wholeBundleHistory } from '../../../db/private/exchange.ts'
import { read, write } from '../../../db/transaction.ts'
import { ok } from '../../../shared/base/result.ts'
import { emptyStore } from '../../support/journal-kit.ts'
import { newStoreFile, openedStore } from '../../support/store.ts'

const AT = '2024-01-02T01:00:00Z'

test('of 201 bundles the oldest is a window further, and in the list', () => {
  const store = emptyStore()
  write(store, (db) => {
    for (let place = 1; place <= 201; place += 1)
      keepExport(db, `b${place}`, place === 1 ? 'old' : 'new', AT, { place })
  })
  read(store, (db) => {
    const first = bundleHistory(db, {})
    expect([first.bundles.length, first.more, first.bundles[0]?.id]).toEqual([200, true, 'b201'])
    const rest = bundleHistory(db, { before: first.bundles.at(-1)?.number })
    expect(rest).toMatchObject({ bundles: [{ id: 'b1', report: { place: 1 } }], more: false })
    expect(bundleHistory(db, { office: 'old' })).toEqual(rest)
    expect(wholeBundleHistory(db).map(({ id }) => id)).toHaveLength(201)
  })
  store.close()
})

test('a store that kept whom an import was about keeps the counts alone from this version on', () => {
  const store = openedStore(newStoreFile())
  const options = { now: AT, backupFirst: () => ok(undefined) }
  const before = migrations.filter(({ id }) => id < 130)
  migrate(store, before, options)
  const report = { fresh: 1, cases: [{ case: 'x', name: 'Trần Văn Bình' }] }
  const add = store.sqlite.prepare('INSERT INTO bundles (id, direction, office, at, report) VALUES (?, ?, ?, ?, ?)')
  add.run('in', 'in', 'x', AT, JSON.stringify(report))
  add.run('out', 'out', 'x', AT, JSON.stringify({ kind: 'changes', cases: 'its own' }))
  migrate(store, migrations, options)
  expect(store.sqlite.prepare('SELECT report FROM bundles ORDER BY number').pluck().all()).toEqual([
    '{"fresh":1}',
    '{"kind":"changes","cases":"its own"}',
  ])
  store.close()
})
