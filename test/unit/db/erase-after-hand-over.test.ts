/**
 * Erasing a person whose case came by hand-over, or went away by one: nobody lives on at the office that erases, whatever
 * lines of others still stand there.
 */
import { expect, test } from 'vitest'
import { countErased } from '../../../db/queries/erasures.ts'
import { searchCases } from '../../../db/queries/search.ts'
import { prepared } from '../../../db/transaction.ts'
import { DISTRICT, openDesk, pairWith, register, replays, submit, TOWN, valueOf } from '../../support/journal-kit.ts'
import type { Desk } from '../../support/journal-kit.ts'
import { exchange } from '../../support/journal-parcels.ts'
import { merge, move, threeOffices, transfer } from '../../support/hand-over.ts'

const NAME = 'Lương Thị Ngọc Khuê'
const ended = { reason: 'withdrawn', date: '2024-01-15' }

const bytesOf = (desk: Desk) => desk.store.sqlite.serialize().toString('utf8')
const listed = (desk: Desk) => desk.ask((db) => searchCases(db, {})).rows.map((row) => row.case)
const erased = (desk: Desk) => desk.ask((db) => countErased(db))

test('erased at its new keeper, a case is not brought back by the hand-over that made it', () => {
  const offices = threeOffices()
  const { commune, town, west } = offices
  const id = register(commune, { name: NAME })
  transfer(offices, id, commune, west)
  town.do('candidate.withdraw', { case: id, ...ended })
  town.do('case.erase', { case: id, reason: 'Người đó đề nghị' })
  expect(listed(town)).toEqual([])
  expect(erased(town)).toBe(1)
  expect(town.call('candidate.correct', { case: id, change: { set: { name: 'Khác' } } })).toMatchObject({
    ok: false,
    error: { code: 'NOT_FOUND' },
  })
  expect(replays(town)).toBe(true)
})

test('nor at the successor of an office that is no more', () => {
  const offices = threeOffices()
  const { commune, town } = offices
  const id = register(commune, { name: NAME })
  merge(offices)
  town.do('candidate.withdraw', { case: id, ...ended })
  town.do('case.erase', { case: id, reason: 'Người đó đề nghị' })
  expect(listed(town)).toEqual([])
  expect(erased(town)).toBe(1)
  expect(replays(town)).toBe(true)
})

test('where the office above carries it out, its former keeper does not have the case again', () => {
  const offices = threeOffices()
  const { commune, town, district, west } = offices
  const id = register(commune, { name: NAME })
  transfer(offices, id, commune, west)
  town.do('candidate.withdraw', { case: id, ...ended })
  town.do('case.erase', { case: id, reason: 'Người đó đề nghị' })
  exchange(town, district)
  district.do('erasure.answer', { case: id, outcome: 'done' })
  expect(listed(district)).toEqual([])
  expect(erased(district)).toBe(1)
  exchange(commune, district)
  commune.do('erasure.answer', { case: id, outcome: 'declined', ground: 'Đang xác minh' })
  exchange(commune, district)
  expect(listed(district)).toEqual([])
  expect(replays(district)).toBe(true)
})

test('no answer to an earlier call keeps the name, nor one that was about others as well', () => {
  const district = openDesk({ office: DISTRICT, capacities: ['proposes', 'decides'] })
  const waits = register(district, { name: NAME })
  const goes = register(district, { name: 'Trần Văn Bình' })
  submit(district, waits)
  const town = openDesk({ office: TOWN, seed: 'town' })
  const { unit = '' } = valueOf(town.do('unit.add', { name: 'Chi bộ khu phố Tây', type: 'branch' }))
  pairWith(town, DISTRICT, 'superior')
  pairWith(district, TOWN, 'subordinate')
  exchange(town, district)
  const rows = [goes, waits].map((id) => ({ case: id, unit }))
  district.do('case.handOverMany', { on: move.on, reason: 'pairing', rows })
  const answers = () => district.ask((db) => prepared<{ result: string }>(db, 'SELECT result FROM calls').all())
  expect(answers().some(({ result }) => result.includes(NAME))).toBe(true)
  district.do('candidate.withdraw', { case: waits, ...ended })
  district.do('case.erase', { case: waits, reason: 'Người đó đề nghị' })
  expect(answers().some(({ result }) => result.includes(NAME))).toBe(false)
  expect(bytesOf(district)).not.toContain('Khuê')
})
