/**
 * From the entries of a subject to its rows: the whole subject anew each time, so nothing is left over and nothing counts
 * twice.
 */
import { expect, test } from 'vitest'
import { prepared } from '../../../db/transaction.ts'
import { trusted } from '../../../shared/base/trust.ts'
import {
  communeAndDistrict,
  COMMUNE,
  itemsOfCase,
  openDesk,
  register,
  submit,
  UNIT,
  valueOf,
  type Desk,
} from '../../support/journal-kit.ts'
import { exchange } from '../../support/journal-parcels.ts'

function rows(desk: Desk, sql: string): readonly Readonly<Record<string, unknown>>[] {
  return desk.ask((db) => prepared<Record<string, unknown>>(db, sql).all())
}

const scan = (digit: string) => ({ sha256: digit.repeat(64), bytes: 10, type: 'application/pdf', name: 'quét.pdf' })

test('a person is found by every word of the name, and by the new one after a correction', () => {
  const desk = openDesk({ office: COMMUNE })
  const id = register(desk, { name: 'Nguyễn Thị Hòa' })
  const found = (word: string) =>
    rows(desk, `SELECT c.case_id FROM case_words w JOIN cases c ON c.id = w.rowid WHERE case_words MATCH '${word}*'`)
  expect(found('hoa')).toEqual([{ case_id: id }])
  desk.do('candidate.correct', { case: id, change: { set: { name: 'Nguyễn Thị Lan' } } })
  expect(found('hoa')).toEqual([])
  expect(found('lan')).toEqual([{ case_id: id }])
})

test('the integer key of a case stays, whatever is recorded about it', () => {
  const desk = openDesk({ office: COMMUNE })
  register(desk)
  const id = register(desk, { name: 'Trần Văn Bình' })
  const key = () => rows(desk, `SELECT id FROM cases WHERE case_id = '${id}'`)
  const before = key()
  desk.do('candidate.correct', { case: id, change: { set: { name: 'Trần Bình' } } })
  expect(key()).toEqual(before)
})

test('a registration taken back leaves no row, no word and no scan', () => {
  const desk = openDesk({ office: COMMUNE })
  const id = register(desk)
  desk.do('paper.record', { case: id, paper: '1-KND', kept: 'here', scans: [scan('a')] })
  expect(rows(desk, 'SELECT sha256 FROM scans')).toHaveLength(1)
  const registered = itemsOfCase(desk, id).find(({ entry }) => entry.kind === 'candidate.registered')
  desk.do('entry.retract', { entry: registered?.entry.id })
  for (const table of ['cases', 'case_words', 'scans'])
    expect(rows(desk, `SELECT count(*) AS n FROM ${table}`)).toEqual([{ n: 0 }])
})

test('the scan of a paper that was replaced goes, one that was submitted stays', () => {
  const { commune } = communeAndDistrict()
  const id = register(commune)
  const record = (digit: string, replaces?: string) =>
    valueOf(
      commune.do('paper.record', {
        case: id,
        paper: '1-KND',
        kept: 'here',
        scans: [scan(digit)],
        ...(replaces === undefined ? {} : { replaces }),
      }),
    )['paper']
  const scans = () =>
    [
      ...new Set(rows(commune, 'SELECT sha256 FROM scans').map(({ sha256 }) => trusted<string>(sha256).slice(0, 1))),
    ].toSorted()
  const first = record('a')
  const second = record('b', first)
  expect(scans()).toEqual(['b'])
  submit(commune, id)
  record('c', second)
  expect(scans()).toEqual(['b', 'c'])
})

test('a count recorded again for the same day replaces the first', () => {
  const desk = openDesk({ office: COMMUNE })
  for (const official of [9, 10])
    desk.do('unit.recordMembers', { id: UNIT, count: { date: '2024-01-01', official, probationary: 0, excluded: 0 } })
  expect(rows(desk, 'SELECT day, official FROM unit_counts')).toEqual([{ day: '2024-01-01', official: 10 }])
})

test('the superior gets a row of the list line, with the year of birth alone', () => {
  const { commune, district } = communeAndDistrict()
  const id = register(commune, { name: 'Nguyễn Thị Hòa', birth: '1990-03-17', identityNumber: '001190000001' })
  exchange(commune, district)
  expect(rows(district, 'SELECT case_id, keeper, known, birth, identity_number, stage FROM cases')).toEqual([
    { case_id: id, keeper: COMMUNE, known: 'line', birth: '1990', identity_number: null, stage: 'listed' },
  ])
})

test('the newest value of a setting is the one that counts', () => {
  const desk = openDesk({ office: COMMUNE })
  for (const value of [5, 30]) desk.do('setting.change', { key: 'lockAfterMinutes', value })
  expect(rows(desk, 'SELECT name, value FROM settings')).toEqual([{ name: 'lockAfterMinutes', value: '30' }])
})
