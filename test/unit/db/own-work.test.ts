/**
 * What an office keeps to itself: notes that no snapshot carries, one act for many people and its way back.
 */
import { expect, test } from 'vitest'
import { loadJudging } from '../../../db/load-rules.ts'
import { caseView } from '../../../db/queries/cases.ts'
import { caseBoard } from '../../../db/queries/board.ts'
import { listUnits, unitNotes } from '../../../db/queries/house.ts'
import { searchCases } from '../../../db/queries/search.ts'
import { watchOf } from '../../../db/queries/watch.ts'
import { prepared } from '../../../db/transaction.ts'
import { dropView, listViews, saveView } from '../../../db/private/views.ts'
import { COMMUNE, communeAndDistrict, openDesk, register, submit, UNIT, type Desk } from '../../support/journal-kit.ts'
import { exchange } from '../../support/journal-parcels.ts'
import { nobody } from '../../support/nobody.ts'
import { BRANCH_ALL_FOR } from '../../support/votes.ts'

const view = (desk: Desk, id: string) => desk.ask((db) => caseView(db, id, loadJudging(db, '2024-01-15')))

test('a private note stands on the case page, is taken back, and leaves with no dossier', () => {
  const { commune, district } = communeAndDistrict()
  const id = register(commune)
  commune.do('note.record', { case: id, text: 'Gia đình đang có việc, gọi lại sau Tết.' })
  const { entries } = commune.do('note.record', { case: id, text: 'Đã gọi.' })
  expect(view(commune, id)?.notes.map(({ text }) => text)).toEqual([
    'Đã gọi.',
    'Gia đình đang có việc, gọi lại sau Tết.',
  ])
  expect(view(commune, id)?.timeline.map(({ kind }) => kind)).not.toContain('note.recorded')
  commune.do('entry.retract', { entry: entries[0] })
  expect(view(commune, id)?.notes.map(({ actor }) => actor)).toEqual(['Trần Thị Hồng Nhung'])
  submit(commune, id)
  const sent = commune.case(id).submissions.at(-1)?.snapshot
  expect(JSON.stringify(sent)).not.toContain('sau Tết')
  expect(district.office).not.toBe(commune.office)
})

test('a private note on a unit is our own, also where another office keeps the unit, and is taken back', () => {
  const { commune, district } = communeAndDistrict()
  exchange(commune, district)
  const notes = (desk: Desk) => desk.ask((db) => unitNotes(db, UNIT)).map(({ text }) => text)
  const units = (desk: Desk) => desk.ask((db) => listUnits(db))
  const before = units(district)
  district.do('unit.note', { unit: UNIT, text: 'Bí thư mới, gọi vào buổi chiều.' })
  const { entries } = district.do('unit.note', { unit: UNIT, text: 'Đã gọi.' })
  expect(notes(district)).toEqual(['Đã gọi.', 'Bí thư mới, gọi vào buổi chiều.'])
  // Who keeps the unit, and what it is, is as it was.
  expect(units(district)).toEqual(before)
  exchange(commune, district)
  expect(notes(commune)).toEqual([])
  district.do('entry.retract', { entry: entries[0] })
  expect(notes(district)).toEqual(['Bí thư mới, gọi vào buổi chiều.'])
  expect(district.call('unit.note', { unit: nobody, text: 'Ai?' })).toMatchObject({ error: { code: 'NOT_FOUND' } })
})

test('a photograph is kept like a scan, replaced, and leaves with no dossier', () => {
  const { commune } = communeAndDistrict()
  const id = register(commune)
  const scan = (digit: string) => ({ sha256: digit.repeat(64), bytes: 10, type: 'image/png' as const, name: 'anh.png' })
  const kept = () => commune.ask((db) => prepared<{ sha256: string }>(db, 'SELECT sha256 FROM scans').all())
  commune.do('photo.record', { case: id, scan: scan('a') })
  const { entries } = commune.do('photo.record', { case: id, scan: scan('b') })
  expect(view(commune, id)?.photo?.scan.sha256).toBe('b'.repeat(64))
  expect(kept()).toEqual([{ sha256: 'b'.repeat(64) }])
  submit(commune, id)
  expect(JSON.stringify(commune.case(id).submissions.at(-1)?.snapshot)).not.toContain('b'.repeat(64))
  commune.do('entry.retract', { entry: entries[0] })
  expect(view(commune, id)?.photo?.scan.sha256).toBe('a'.repeat(64))
})

test('a helper is assigned to many at once, and taken back at once', () => {
  const desk = openDesk({ office: COMMUNE })
  const cases = [register(desk, { name: 'Lê Thị Lan' }), register(desk, { name: 'Trần Văn Bình' })]
  const helped = desk.do('helper.assignMany', { cases, name: 'Lại Văn Đức', from: '2023-10-01' })
  expect(cases.map((id) => desk.case(id).helpers.at(-1)?.name)).toEqual(['Lại Văn Đức', 'Lại Văn Đức'])
  desk.do('entry.retractMany', { entries: helped.entries })
  expect(cases.map((id) => desk.case(id).helpers)).toEqual([[], []])
  expect(desk.call('entry.retractMany', { entries: helped.entries })).toMatchObject({
    ok: false,
    error: { code: 'NOT_RETRACTABLE', data: { why: 'already' } },
  })
})

test('many are nominated for a class at once, and whoever is nominated already stops it', () => {
  const desk = openDesk({ office: COMMUNE })
  const cases = [register(desk, { name: 'Lê Thị Lan' }), register(desk, { name: 'Trần Văn Bình' })]
  const class_ = { class: 'awareness', date: '2024-01-10' }
  desk.do('class.nominateMany', { cases, ...class_ })
  expect(cases.map((id) => desk.case(id).nominations.length)).toEqual([1, 1])
  expect(desk.call('class.nominateMany', { cases, ...class_ })).toMatchObject({
    ok: false,
    error: { code: 'ROW_REFUSED', data: { row: 1, reason: { code: 'ALREADY_RECORDED' } } },
  })
})

test('what one of many refuses refuses all, and names the person', () => {
  const desk = openDesk({ office: COMMUNE })
  const lan = register(desk, { name: 'Lê Thị Lan' })
  const binh = register(desk, { name: 'Trần Văn Bình' })
  desk.do('candidate.withdraw', { case: binh, reason: 'withdrawn', date: '2024-01-10' })
  expect(desk.call('helper.assignMany', { cases: [lan, binh], name: 'Lại Văn Đức', from: '2023-10-01' })).toMatchObject(
    {
      ok: false,
      error: { code: 'ROW_REFUSED', data: { row: 2, name: 'Trần Văn Bình', reason: { code: 'CASE_ENDED' } } },
    },
  )
  expect(desk.case(lan).helpers).toEqual([])
})

test('certificates that end, silent helpers and lists not reviewed are watched, and found again by the list', () => {
  const desk = openDesk({ office: COMMUNE })
  const watch = (today: string) => desk.ask((db) => watchOf(db, COMMUNE, loadJudging(db, today)))
  const old = register(desk, { name: 'Lê Thị Lan' })
  desk.do('helper.assign', { case: old, name: 'Lại Văn Đức', from: '2023-09-01' })
  desk.do('paper.record', { case: old, paper: 'CN-NTVD', number: '1', date: '2019-02-20', kept: 'here', scans: [] })
  const fresh = register(desk, { name: 'Trần Văn Bình' })
  desk.do('helper.assign', { case: fresh, name: 'Lại Văn Đức', from: '2024-01-02' })
  const found = watch('2024-01-15')
  expect(found.certificates).toMatchObject({ count: 1, rows: [{ case: old, day: '2024-02-20' }] })
  expect(found.silentHelpers).toMatchObject({
    count: 1,
    rows: [{ case: old, helper: 'Lại Văn Đức', day: '2023-09-01' }],
  })
  expect(found.unreviewed).toMatchObject([{ unit: UNIT, month: null }])
  const list = (filter: object) => desk.ask((db) => searchCases(db, filter)).rows.map(({ case: id }) => id)
  expect(list({ ended: false, certificateBefore: found.certificates.before })).toEqual([old])
  expect(list({ ended: false, heardBefore: found.silentHelpers.before })).toEqual([old])
  expect(watch('2023-11-01').certificates.count).toBe(0)
  // A quarter to the day is not more than a quarter.
  expect(watch('2024-04-02').silentHelpers.count).toBe(1)
  expect(watch('2024-04-03').silentHelpers.count).toBe(2)
})

test('numbers in doubt are counted and the first named by name, of few and of many, ours and not those of others', () => {
  const { commune, district } = communeAndDistrict()
  const numbers = (desk: Desk) => desk.ask((db) => watchOf(db, desk.office, loadJudging(db, '2024-01-15'))).numbers
  const doubted = (desk: Desk) => desk.ask((db) => searchCases(db, { ended: false, finding: 'C38' }))
  const vote = (id: string) =>
    commune.do('dossier.recordBranchVote', {
      case: id,
      ...BRANCH_ALL_FOR,
      date: '2024-01-05',
      resolution: { number: '05-NQ/CB', date: id === first ? '2024-01-05' : '2024-01-06' },
    })
  const first = register(commune, { name: 'Lê Thị Lan' })
  vote(first)
  expect(numbers(commune)).toEqual({ count: 0, rows: [] })
  const second = register(commune, { name: 'Trần Văn Bình' })
  vote(second)
  expect(numbers(commune)).toMatchObject({ count: 2, rows: [{ case: second }, { case: first }] })
  submit(commune, first)
  submit(commune, second)
  exchange(commune, district)
  // The district sees their numbers, and they are not its to mend.
  expect(doubted(district).total).toBe(2)
  expect(numbers(district)).toEqual({ count: 0, rows: [] })
  for (let place = 0; place < 60; place += 1)
    vote(register(commune, { name: `Phạm Thị ${'ABCDE'[place % 5]}${place}` }))
  const { count, rows } = numbers(commune)
  const inOrder = doubted(commune).rows.map(({ case: id }) => id)
  expect([count, rows.length]).toEqual([62, 50])
  expect(rows.map(({ case: id }) => id)).toEqual(inOrder.slice(0, 50))
})

test('the board counts each stage and how long people have stood there', () => {
  const desk = openDesk({ office: COMMUNE })
  const first = register(desk, { name: 'Lê Thị Lan' })
  desk.do('helper.assign', { case: first, name: 'Lại Văn Đức', from: '2023-06-01' })
  const second = register(desk, { name: 'Trần Văn Bình' })
  desk.do('helper.assign', { case: second, name: 'Lại Văn Đức', from: '2023-10-10' })
  register(desk, { name: 'Phạm Thị Hoa' })
  const board = (today: string) => desk.ask((db) => caseBoard(db, { unit: UNIT }, today))
  expect(board('2024-01-15').columns).toMatchObject([
    { stage: 'listed', count: 1 },
    { stage: 'helped', count: 2, old: 2, veryOld: 1, longest: [{ case: first }, { case: second }] },
  ])
  // Ninety days are not more than ninety.
  expect(board('2024-01-08').columns[1]).toMatchObject({ old: 1 })
  expect(board('2024-01-09').columns[1]).toMatchObject({ old: 2 })
})

test('a saved view is the own of its user and page', () => {
  const desk = openDesk({ office: COMMUNE })
  const views = (page: string, user: string) => desk.ask((db) => listViews(db, page, user))
  desk.change((db) => {
    saveView(db, 'nguon', 'u1', { name: 'Chờ lâu', value: '{"order":"waiting"}' }, '2024-01-15T00:00:00Z')
    saveView(db, 'nguon', 'u1', { name: 'Chờ lâu', value: '{}' }, '2024-01-16T00:00:00Z')
  })
  expect(views('nguon', 'u1')).toEqual([{ name: 'Chờ lâu', value: '{}' }])
  expect(views('nguon', 'u2')).toEqual([])
  desk.change((db) => dropView(db, 'nguon', 'u1', 'Chờ lâu'))
  expect(views('nguon', 'u1')).toEqual([])
})
