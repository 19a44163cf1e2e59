/** Whether another office holds lines of ours that are not here: by what it has said, and by what is held now. */
import { expect, test } from 'vitest'
import { headAt } from '../../../db/journal.ts'
import { holdsLostLines } from '../../../db/queries/restored.ts'
import {
  COMMUNE,
  communeAndDistrict,
  deviceId,
  DISTRICT,
  idOf,
  linesOf,
  register,
  TOWN,
  type Desk,
} from '../../support/journal-kit.ts'
import { deliver, exchange, forged, packFor, takeIn, type Parcel } from '../../support/journal-parcels.ts'

const up = `${COMMUNE}.${deviceId('a')}.${DISTRICT}`
const down = `${DISTRICT}.${deviceId('a')}.${COMMUNE}`

/** A commune that has lost its third line, a district that holds it, and that line. */
function restored() {
  const { commune, district } = communeAndDistrict()
  const { commune: whole } = communeAndDistrict()
  for (const desk of [commune, whole]) register(desk)
  exchange(commune, district)
  const early = packFor(district, COMMUNE, true)
  register(whole, { name: 'Vũ Thị Hoa' })
  const line = linesOf(whole).get(up)?.at(2) ?? ''
  const head = whole.ask((db) => headAt(db, up, 3)) ?? ''
  expect(commune.ask((db) => headAt(db, up, 2))).toBe(whole.ask((db) => headAt(db, up, 2)))
  const claim = (id: string): Parcel => {
    const parcel = packFor(district, COMMUNE)
    return { ...parcel, manifest: { ...parcel.manifest, id, have: [{ device: 'x', channel: up, seq: 3, head }] } }
  }
  return { commune, early, line, claim }
}

const isLost = (desk: Desk) => desk.ask((db) => holdsLostLines(db, DISTRICT))

test('lines that another office has given back are lost no more, whoever said that it holds them', () => {
  const { commune, line, claim } = restored()
  expect(isLost(commune)).toBe(false)
  expect(takeIn(commune, claim('1'.repeat(32)))).toMatchObject({
    report: { ahead: [{ channel: up, seq: 3, ours: 2 }] },
  })
  expect(isLost(commune)).toBe(true)
  deliver(commune, TOWN, [{ channel: up, lines: [line] }])
  expect(isLost(commune)).toBe(false)
})

test('another line in the place of the lost one does not make it found', () => {
  const { commune, claim } = restored()
  takeIn(commune, claim('1'.repeat(32)))
  register(commune, { name: 'Phạm Thị Nga' })
  expect(isLost(commune)).toBe(true)
})

test('an older set that brings nothing takes nothing back of what its office has said; the next one with news does', () => {
  const { commune, early, claim } = restored()
  takeIn(commune, claim('1'.repeat(32)))
  expect(takeIn(commune, early)).toMatchObject({ report: { fresh: 0, ahead: [] } })
  expect(isLost(commune)).toBe(true)
  const news = forged(1, { kind: 'later.invented', id: idOf(1) })
  expect(deliver(commune, DISTRICT, [{ channel: down, lines: [news] }])).toMatchObject({ fresh: 1, ahead: [] })
  expect(isLost(commune)).toBe(false)
})
