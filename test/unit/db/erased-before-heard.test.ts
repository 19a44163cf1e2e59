/**
 * An erasure and a hand-over of the same person that cross on their way: whoever had not heard of the one when it did the
 * other neither keeps a case for good that nobody else knows, nor loses one that goes on with it.
 */
import { expect, test } from 'vitest'
import { countErased, erasureView } from '../../../db/queries/erasures.ts'
import { searchCases } from '../../../db/queries/search.ts'
import { stageOf } from '../../../shared/model/stage.ts'
import { register, replays, TOWN, UNIT, type Desk } from '../../support/journal-kit.ts'
import { exchange } from '../../support/journal-parcels.ts'
import { give, move, threeOffices, type Offices } from '../../support/hand-over.ts'

const ended = { reason: 'withdrawn', date: '2024-01-15' }
const reason = 'Người đó đề nghị'
const listed = (desk: Desk) => desk.ask((db) => searchCases(db, {})).rows.map((row) => row.case)
const erased = (desk: Desk) => desk.ask((db) => countErased(db))

/** The commune proposes, the district hands over to the town and tells nobody yet. */
function handedOver(offices: Offices): string {
  const id = register(offices.commune, { name: 'Lương Thị Ngọc Khuê' })
  give(offices, id, offices.commune, offices.west)
  return id
}

test('a former keeper hears that the case went, also where all of it was erased before it was told', () => {
  const offices = threeOffices()
  const { commune, town, district } = offices
  const id = handedOver(offices)
  exchange(town, district)
  town.do('candidate.withdraw', { case: id, ...ended })
  town.do('case.erase', { case: id, reason })
  exchange(town, district)
  district.do('erasure.answer', { case: id, outcome: 'done' })
  exchange(commune, district)
  expect(commune.case(id).keeper).toBe(TOWN)
  expect(stageOf(commune.case(id))).toBe('movedAway')
  commune.do('erasure.answer', { case: id, outcome: 'done' })
  exchange(commune, district)
  for (const desk of [commune, town, district]) {
    expect(listed(desk)).toEqual([])
    expect(erased(desk)).toBe(1)
    expect(replays(desk)).toBe(true)
  }
})

test('what a keeper erased before it heard that the case had gone and come back is not what the office above erases', () => {
  const offices = threeOffices()
  const { commune, town, district } = offices
  const id = handedOver(offices)
  exchange(town, district)
  district.do('case.handOver', { cases: [id], unit: UNIT, ...move })
  commune.do('candidate.withdraw', { case: id, ...ended })
  commune.do('case.erase', { case: id, reason })
  exchange(commune, district)
  expect(district.call('erasure.answer', { case: id, outcome: 'done' })).toMatchObject({
    ok: false,
    error: { code: 'NOT_ERASABLE', data: { why: 'keptElsewhere' } },
  })
  exchange(town, district)
  exchange(commune, district)
  expect(listed(district)).toEqual([id])
  expect([listed(commune), town.case(id).keeper]).toEqual([[id], commune.office])
})

test('handed over twice on one day, a case lives where it was erased before the second time', () => {
  const offices = threeOffices()
  const { commune, town, district, west } = offices
  const id = handedOver(offices)
  exchange(town, district)
  district.do('case.handOver', { cases: [id], unit: UNIT, ...move })
  town.do('candidate.withdraw', { case: id, ...ended })
  town.do('case.erase', { case: id, reason })
  district.do('case.handOver', { cases: [id], unit: west, ...move })
  exchange(town, district)
  exchange(commune, district)
  expect(district.case(id)).toMatchObject({ keeper: TOWN, erased: null })
  expect(listed(town)).toEqual([id])
  expect(replays(town)).toBe(true)
})

test.each([0, 5])(
  'of two keepers that have erased a person the later one says how it ended (%s other people)',
  (others) => {
    const offices = threeOffices()
    const { commune, town, district, west } = offices
    // Ticks do not order what the two have sent.
    for (let n = 0; n < others; n += 1) register(town)
    const id = handedOver(offices)
    for (const lower of [commune, town]) exchange(lower, district)
    commune.do('case.erase', { case: id, reason: 'Đã chuyển đi' })
    exchange(commune, district)
    town.do('candidate.withdraw', { case: id, ...ended })
    town.do('case.erase', { case: id, reason })
    exchange(town, district)
    district.do('erasure.answer', { case: id, outcome: 'done' })
    const remains = (desk: Desk) =>
      desk.ask((db) => erasureView(db, desk.office)).erased.map(({ unit, outcome }) => [unit, outcome])
    expect(remains(town)).toEqual([[west, 'withdrawn']])
    expect(remains(district)).toEqual(remains(town))
    expect(remains(commune)).toEqual([[UNIT, 'movedAway']])
    exchange(commune, district)
    expect(remains(commune)).toEqual([[UNIT, 'movedAway']])
    expect(replays(district)).toBe(true)
  },
)
