/**
 * The monthly review of a list, through the command: who stays, who goes, what the superior hears of it.
 */
import { expect, test } from 'vitest'
import { loadCase } from '../../../../db/load.ts'
import { itemsAbout } from '../../../../db/journal.ts'
import { foldUnit } from '../../../../shared/model/office-state.ts'
import { stageOf } from '../../../../shared/model/stage.ts'
import {
  COMMUNE,
  communeAndDistrict,
  openDesk,
  register,
  submit,
  UNIT,
  valueOf,
  type Desk,
} from '../../../support/journal-kit.ts'
import { exchange } from '../../../support/journal-parcels.ts'

function refused(desk: Desk, input: object) {
  const answer = desk.call('list.review', { unit: UNIT, removed: [], ...input })
  if (answer.ok) throw new Error('it was recorded')
  return answer.error
}

const reviewsOf = (desk: Desk) =>
  desk.ask((db) =>
    foldUnit(UNIT, itemsAbout(db, 'unit', UNIT))?.reviews.map(({ month, counts }) => ({ month, ...counts })),
  )

test('a review takes people off by resolution and counts who came since the last one', () => {
  const { commune, district } = communeAndDistrict()
  const stays = register(commune, { name: 'Nguyễn Thị Hòa' })
  commune.do('list.review', { unit: UNIT, month: '2024-01', date: '2024-01-15', removed: [] })
  commune.at('2024-02-20')
  const goes = register(commune, { name: 'Trần Văn Bình' })
  register(commune, { name: 'Đỗ Thị Ước' })
  const resolution = { number: '04-NQ/CB', date: '2024-02-20' }
  commune.do('list.review', {
    unit: UNIT,
    month: '2024-02',
    date: '2024-02-20',
    resolution,
    removed: [{ case: goes, reason: 'Chuyển đi làm ăn xa' }],
  })
  expect(reviewsOf(commune)).toEqual([
    { month: '2024-01', onList: 1, added: 1, removed: 0 },
    { month: '2024-02', onList: 2, added: 2, removed: 1 },
  ])
  expect(commune.case(goes).ending).toMatchObject({
    reason: 'removed',
    date: '2024-02-20',
    resolution,
    note: 'Chuyển đi làm ăn xa',
  })
  expect(stageOf(commune.case(stays))).toBe('listed')
  exchange(commune, district)
  expect(reviewsOf(district)).toEqual(reviewsOf(commune))
  expect(district.ask((db) => loadCase(db, goes))).toMatchObject({ line: { stage: 'removed' }, ending: null })
})

test('who was sent up, stands in another unit or is gone already cannot be taken off', () => {
  const commune = openDesk({ office: COMMUNE })
  const review = { month: '2024-01', date: '2024-01-15' }
  const sent = register(commune)
  submit(commune, sent)
  expect(refused(commune, { ...review, removed: [{ case: sent, reason: 'Không còn phù hợp' }] })).toMatchObject({
    code: 'SENT_UP',
  })
  const gone = register(commune)
  commune.do('candidate.withdraw', { case: gone, reason: 'died', date: '2024-01-10' })
  expect(refused(commune, { ...review, removed: [{ case: gone, reason: 'Từ trần' }] })).toMatchObject({
    code: 'CASE_ENDED',
  })
  const other = valueOf(commune.do('unit.add', { name: 'Chi bộ thôn Đồng Ao', type: 'branch' }))['unit']
  const elsewhere = register(commune)
  expect(refused(commune, { ...review, unit: other, removed: [{ case: elsewhere, reason: 'Nhầm' }] })).toMatchObject({
    code: 'NOT_IN_UNIT',
  })
})

test('a month after the day of the review, and a day after today, cannot be', () => {
  const commune = openDesk({ office: COMMUNE })
  expect(refused(commune, { month: '2024-02', date: '2024-01-15' })).toMatchObject({
    data: { what: 'monthAfterReview' },
  })
  expect(refused(commune, { month: '2024-01', date: '2024-01-16' })).toMatchObject({
    data: { what: 'dateAfterToday' },
  })
  commune.do('list.review', { unit: UNIT, month: '2023-12', date: '2024-01-15', removed: [] })
})
