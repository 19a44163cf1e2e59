/** The history of the exchange: whole for a list, window by window for its page, and bounded in what it says of people. */
import { expect, test } from 'vitest'
import { trustedJson } from '../../../shared/base/trust.ts'
import { bundleHistory, keepExport, keepImport, wholeBundleHistory } from '../../../db/private/exchange.ts'
import { prepared, read, write } from '../../../db/transaction.ts'
import { emptyStore } from '../../support/journal-kit.ts'

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

test('what became of each person is kept of the newest imports, the counts of all; the history tells neither', () => {
  const store = emptyStore()
  const report = { fresh: 1, known: 0, held: [], scansMissing: 0, ahead: [], cases: [{ name: 'Trần Văn Bình' }] }
  write(store, (db) => {
    keepExport(db, 'out', 'x', AT, { kind: 'changes', cases: 'its own' })
    for (let place = 1; place <= 502; place += 1) keepImport(db, `b${place}`, 'x', AT, { ...report, sealedTo: 'age1x' })
  })
  const kept = read(store, (db) =>
    prepared<{ id: string; report: string }>(db, 'SELECT id, report FROM bundles ORDER BY number').all(),
  )
  const told = kept.map((row) => ({ id: row.id, ...trustedJson<{ cases: unknown }>(row.report) }))
  expect(told.slice(0, 4)).toEqual([
    { id: 'out', kind: 'changes', cases: 'its own' },
    { id: 'b1', ...report, cases: [], sealedTo: 'age1x' },
    { id: 'b2', ...report, cases: [], sealedTo: 'age1x' },
    { id: 'b3', ...report, sealedTo: 'age1x' },
  ])
  const { cases: _cases, ...counts } = report
  expect(read(store, wholeBundleHistory)[0]).toMatchObject({ id: 'b502', direction: 'in', report: counts })
  expect(JSON.stringify(read(store, wholeBundleHistory))).not.toContain('Trần Văn Bình')
  store.close()
})
