/**
 * How far the journal's health says that a channel of ours was confirmed: by every office it is for, as they are paired now.
 */
import { expect, test } from 'vitest'
import { journalHealth } from '../../../db/queries/health.ts'
import { COMMUNE, communeAndDistrict, pairWith, TOWN, type Desk } from '../../support/journal-kit.ts'
import { exchange } from '../../support/journal-parcels.ts'

/** What the page says of a channel that this desk writes. */
function confirmed(desk: Desk, audience: string) {
  const { channels } = desk.ask((db) => journalHealth(db, desk.device, false))
  const found = channels.find(({ channel }) => channel === `${desk.office}.${desk.device}.${audience}`)
  return found && { entries: found.entries, acknowledged: found.acknowledged }
}

/** Says something to every paired office. */
function sayToAll(desk: Desk, year: number): void {
  const table = { year, status: 'published', off: [], makeUp: [] }
  desk.do('rules.changeHolidays', { table, note: 'Theo công văn của Ban Tổ chức Trung ương' })
}

test('an office that was paired today has confirmed nothing of what is for all', () => {
  const { commune, district } = communeAndDistrict()
  sayToAll(district, 2027)
  sayToAll(district, 2028)
  expect(confirmed(district, 'all')).toEqual({ entries: 2, acknowledged: 0 })
  exchange(commune, district)
  expect(confirmed(district, 'all')).toEqual({ entries: 2, acknowledged: 2 })
  pairWith(district, TOWN, 'subordinate')
  expect(confirmed(district, 'all')).toEqual({ entries: 2, acknowledged: 0 })
})

test('an office whose pairing has ended, or which has gone into ours, holds nothing back', () => {
  const { commune, district } = communeAndDistrict()
  sayToAll(district, 2027)
  exchange(commune, district)
  pairWith(district, TOWN, 'subordinate')
  district.do('peer.revoke', { office: COMMUNE, reason: 'Mất máy' })
  sayToAll(district, 2028)
  // Only the town is asked now, and it has nothing.
  expect(confirmed(district, 'all')).toEqual({ entries: 2, acknowledged: 0 })
  pairWith(district, COMMUNE, 'subordinate')
  pairWith(district, TOWN, 'predecessor')
  exchange(commune, district)
  expect(confirmed(district, 'all')).toEqual({ entries: 2, acknowledged: 2 })
  sayToAll(district, 2029)
  district.do('peer.revoke', { office: COMMUNE, reason: 'Mất máy' })
  expect(confirmed(district, 'all')).toEqual({ entries: 3, acknowledged: null })
})

test('what stays with us is for nobody to confirm', () => {
  const { commune, district } = communeAndDistrict()
  exchange(commune, district)
  expect(confirmed(commune, 'own')).toMatchObject({ acknowledged: null })
})
