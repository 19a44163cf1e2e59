/** The history of the exchange: whole for a list, window by window for its page. */
import { expect, test } from 'vitest'
import { bundleHistory, keepExport, wholeBundleHistory } from '../../../db/private/exchange.ts'
import { read, write } from '../../../db/transaction.ts'
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
