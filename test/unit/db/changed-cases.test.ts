/** Whom an import was about: so many by name as are read, those in doubt first, of all others how many they are. */
import { expect, test } from 'vitest'
import { changedCases } from '../../../db/changed-cases.ts'
import { lastRow } from '../../../db/own-orders.ts'
import { prepared } from '../../../db/transaction.ts'
import { communeAndDistrict, DISTRICT, register } from '../../support/journal-kit.ts'
import { exchange, packFor, takeIn } from '../../support/journal-parcels.ts'

test('of 503 people a report names 500 and says how many more there are', () => {
  const { commune, district } = communeAndDistrict()
  for (let count = 0; count < 503; count += 1) register(commune, { name: `Nguyễn Thị Hòa ${count}` })
  const taken = takeIn(district, packFor(commune, DISTRICT))
  if (taken.code !== 'imported') throw new Error(taken.code)
  const { cases, casesMore, kinds } = taken.report
  expect(cases).toHaveLength(500)
  expect(new Set(cases.map((one) => one.case)).size).toBe(500)
  expect(cases.every((one) => one.kinds.join() === 'candidate.listed')).toBe(true)
  expect({ casesMore, listed: kinds['candidate.listed'] }).toEqual({ casesMore: 3, listed: 503 })
  // No name stays beside the journal.
  const kept = district.ask((db) => prepared<{ report: string }>(db, 'SELECT report FROM bundles').all())
  expect(kept.filter(({ report }) => report.includes('Nguyễn'))).toEqual([])
})

test('who is in doubt is named before all others, and who is erased not at all', () => {
  const { commune, district } = communeAndDistrict()
  const ids = Array.from({ length: 503 }, (_, count) => register(commune, { name: `Nguyễn Thị Hòa ${count}` }))
  exchange(commune, district)
  const told = district.change((db) => {
    const rows = { above: 0, upTo: lastRow(db) }
    const changed = changedCases(db, new Map([[ids[0] ?? '', null]]))
    changed.follow({ type: 'unit', id: 'no case' }, () => undefined)
    for (const id of ids)
      changed.follow({ type: 'case', id }, () => {
        if (id === ids.at(-1)) prepared(db, 'UPDATE cases SET conflicts = 2 WHERE case_id = ?').run(id)
      })
    return changed.told(rows)
  })
  expect(told.cases[0]).toEqual({
    case: ids.at(-1),
    name: 'Nguyễn Thị Hòa 502',
    before: 'listed',
    after: 'listed',
    kinds: ['candidate.listed'],
    conflicts: 2,
  })
  expect(told.cases.map((one) => one.case)).not.toContain(ids[0])
  expect([told.cases.length, told.casesMore]).toEqual([500, 2])
})
