/**
 * A replay of the journal gives the tables as they are, and repairs those that were touched.
 */
import { expect, test } from 'vitest'
import { replay, tablesAreCurrent } from '../../../db/replay.ts'
import { prepared, read } from '../../../db/transaction.ts'
import {
  communeAndDistrict,
  decide,
  emptyStore,
  pictureOf,
  register,
  replays,
  submit,
} from '../../support/journal-kit.ts'
import { exchange } from '../../support/journal-parcels.ts'

test('a new store has the tables of this build', () => {
  const store = emptyStore()
  expect(read(store, tablesAreCurrent)).toBe(true)
})

test('a replay gives the tables as they are, in both offices', () => {
  const { commune, district } = communeAndDistrict()
  const id = register(commune, { name: 'Nguyễn Thị Hòa', birth: '1990-03-17' })
  register(commune, { name: 'Trần Văn Bình' })
  submit(commune, id)
  exchange(commune, district)
  decide(district, id)
  exchange(commune, district)
  for (const desk of [commune, district]) {
    expect(replays(desk)).toBe(true)
    const before = pictureOf(desk)
    desk.change((db) => replay(db))
    expect(pictureOf(desk)).toEqual(before)
  }
})

test('a table that was changed behind the back of the journal is noticed, and set right by a replay', () => {
  const { commune } = communeAndDistrict()
  register(commune)
  const right = pictureOf(commune)
  commune.change((db) => prepared(db, `UPDATE cases SET stage = 'probation'`).run())
  expect(replays(commune)).toBe(false)
  expect(pictureOf(commune)).not.toEqual(right)
  commune.change((db) => replay(db))
  expect(pictureOf(commune)).toEqual(right)
  expect(replays(commune)).toBe(true)
})

test('a person lost from the search index is noticed', () => {
  const { commune } = communeAndDistrict()
  register(commune)
  commune.change((db) => prepared(db, 'DELETE FROM case_words').run())
  expect(replays(commune)).toBe(false)
})

test('asking whether a replay would give the same changes nothing', () => {
  const { commune } = communeAndDistrict()
  register(commune)
  commune.change((db) => prepared(db, `UPDATE cases SET name = 'x'`).run())
  const before = pictureOf(commune)
  expect(replays(commune)).toBe(false)
  expect(pictureOf(commune)).toEqual(before)
})
