/**
 * What an erasure leaves in the store: stubs whose chain holds, counts, and not one byte of the person.
 */
import { expect, test } from 'vitest'
import { isStub, nextHead, GENESIS } from '../../../shared/bundle/chain.ts'
import { channelRows, lines } from '../../../db/journal.ts'
import { openErasures, toldErasures } from '../../../db/queries/erasures.ts'
import { searchCases } from '../../../db/queries/search.ts'
import { prepared } from '../../../db/transaction.ts'
import { communeAndDistrict, decide, register, replays, submit, type Desk } from '../../support/journal-kit.ts'
import { exchange } from '../../support/journal-parcels.ts'

const NAME = 'Lương Thị Ngọc Khuê'
const bytesOf = (desk: Desk) => desk.store.sqlite.serialize().toString('utf8')
const ended = { reason: 'withdrawn', date: '2024-01-10', note: `${NAME} xin rút` }

/** The head of every channel, worked out anew from its lines. */
function heads(desk: Desk): readonly string[] {
  return desk.ask((db) =>
    channelRows(db).map(({ id, channel, seq, head }) => {
      const counted = [...lines(db, id, 1, seq)].reduce(nextHead, GENESIS)
      return counted === head ? channel : `${channel} is broken`
    }),
  )
}

test('not one byte of the person stays, and the chain of every channel holds', () => {
  const { commune } = communeAndDistrict()
  const other = register(commune, { name: 'Trần Văn Bình' })
  const id = register(commune, { name: NAME })
  commune.do('helper.assign', { case: id, name: 'Lại Văn Đức', from: '2023-10-01' })
  commune.do('note.record', { case: id, text: `Gặp ${NAME}` })
  commune.do('candidate.withdraw', { case: id, ...ended })
  // A line of the person that a proven head had cut off.
  const cut = JSON.stringify({ subject: { type: 'case', id }, payload: { name: NAME } })
  commune.change((db) =>
    prepared(db, "INSERT INTO set_aside (channel, seq, line, at) VALUES ('x', 1, ?, '2024-01-10T01:00:00Z')").run(cut),
  )
  const before = heads(commune)
  expect(bytesOf(commune)).toContain('Khuê')
  const { value } = commune.do('case.erase', { case: id, reason: 'Người đó đề nghị' })
  expect(value).toMatchObject({ lines: 7 })
  const bytes = bytesOf(commune)
  for (const trace of ['Khuê', 'khue', 'Ngọc']) expect(bytes).not.toContain(trace)
  expect(bytes).toContain('Trần Văn Bình')
  expect(heads(commune)).toEqual(before)
  expect(replays(commune)).toBe(true)
  expect(commune.ask((db) => searchCases(db, { text: 'tran van binh' })).rows.map((row) => row.case)).toEqual([other])
  expect(commune.ask((db) => searchCases(db, { text: 'khue' })).rows).toEqual([])
})

test('the other side holds its lines until a person there says so; then its own go too, and it asks for them', () => {
  const { commune, district } = communeAndDistrict()
  const id = register(commune, { name: NAME })
  exchange(commune, district)
  commune.do('candidate.withdraw', { case: id, ...ended })
  commune.do('case.erase', { case: id, reason: 'Người đó đề nghị' })
  exchange(commune, district)
  expect(bytesOf(district)).toContain('Khuê')
  expect(district.ask((db) => openErasures(db, district.office)).length).toBeGreaterThan(0)
  expect(district.ask(toldErasures).size).toBeGreaterThan(0)
  district.do('erasure.answer', { case: id, outcome: 'done' })
  expect(bytesOf(district)).not.toContain('Khuê')
  expect(district.ask((db) => openErasures(db, district.office))).toEqual([])
  expect(heads(district).filter((told) => told.endsWith('broken'))).toEqual([])
  expect(replays(district)).toBe(true)
  expect(replays(commune)).toBe(true)
})

test('what was never sent goes out as stubs with their announcement, and nobody is asked for it', () => {
  const { commune, district } = communeAndDistrict()
  const id = register(commune, { name: NAME })
  commune.do('candidate.withdraw', { case: id, ...ended })
  commune.do('case.erase', { case: id, reason: 'Người đó đề nghị' })
  exchange(commune, district)
  const stubs = district.ask((db) =>
    channelRows(db).flatMap(({ id: channel, seq }) => [...lines(db, channel, 1, seq)].filter(isStub)),
  )
  expect(stubs.length).toBeGreaterThan(0)
  expect(district.ask((db) => openErasures(db, district.office))).toEqual([])
  expect(district.ask((db) => searchCases(db, {})).rows).toEqual([])
  expect(replays(district)).toBe(true)
})

test('an admitted person is not erased, here or elsewhere, nor one whose dossier waits for its answer', () => {
  const { commune, district } = communeAndDistrict()
  const id = register(commune, { name: NAME })
  const why = (desk: Desk, expected: string) =>
    expect(desk.call('case.erase', { case: id, reason: 'Nhầm' })).toMatchObject({
      ok: false,
      error: { code: 'NOT_ERASABLE', data: { why: expected } },
    })
  why(commune, 'goesOn')
  submit(commune, id)
  why(commune, 'submitted')
  exchange(commune, district)
  decide(district, id)
  exchange(commune, district)
  why(commune, 'admitted')
})
