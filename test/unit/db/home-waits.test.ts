/** Ceremonies that are late, as the home page of the deciding office counts them and its link lists them. */
import { expect, test } from 'vitest'
import { loadJudging } from '../../../db/load-rules.ts'
import { loadOffice } from '../../../db/load.ts'
import { homeWaits } from '../../../db/queries/home-waits.ts'
import { searchCases } from '../../../db/queries/search.ts'
import { DISTRICT, openDesk, register, valueOf, type Desk } from '../../support/journal-kit.ts'
import { BRANCH_ALL_FOR } from '../../support/votes.ts'

/** Somebody decided on by our own office. @param voted - the day of the branch meeting */
function admitted(desk: Desk, name: string, voted: string, decided: string): string {
  const id = register(desk, { name, sex: 'female', birth: '1990-05-12' })
  desk.do('dossier.recordBranchVote', { case: id, date: voted, ...BRANCH_ALL_FOR })
  desk.do('decision.record', {
    case: id,
    outcome: 'admit',
    number: `${id.slice(-3)}-QĐ/ĐU`,
    date: decided,
    body: 'Ban Thường vụ Đảng ủy',
  })
  return id
}

/** What waits on a day, and the people its link lists. */
function late(desk: Desk, today: string) {
  return desk.ask((db) => {
    const office = loadOffice(db)
    if (office === null) throw new Error('no office')
    const wait = homeWaits(db, office, loadJudging(db, today)).find(({ code }) => code === 'lateCeremonies')
    if (wait === undefined) return null
    const listed = searchCases(db, { ...wait.wanted, ended: false }, today)
    return { count: wait.count, due: wait.due, total: listed.total, cases: listed.rows.map((row) => row.case) }
  })
}

const open = (today: string) => openDesk({ office: DISTRICT, capacities: ['proposes', 'decides'], today })

test('a ceremony is late thirty working days after the issue of the decision, though nobody has recorded its receipt', () => {
  const desk = open('2026-08-24')
  const id = admitted(desk, 'Lê Thị Lan', '2026-07-20', '2026-08-03')
  admitted(desk, 'Trần Văn Bình', '2026-07-20', '2026-08-24')
  expect(desk.ask((db) => searchCases(db, {}, '2026-08-03')).rows.map(({ stage }) => stage)).toEqual([
    'admitted',
    'admitted',
  ])
  const due = desk.ask((db) => searchCases(db, { cases: [id] }, '2026-08-03')).rows[0]?.due ?? ''
  // Thirty working days after 3 August, without the days off at the beginning of September.
  expect(due > '2026-09-14').toBe(true)
  expect(late(desk, due)).toBeNull()
  expect(late(desk, '2026-09-30')).toEqual({ count: 1, due, total: 1, cases: [id] })
  desk.at('2026-09-30')
  desk.do('decision.recordReceipt', { case: id, date: '2026-08-10' })
  expect(late(desk, '2026-09-30')).toMatchObject({ count: 1, cases: [id] })
  desk.do('ceremony.record', { case: id, date: '2026-09-29' })
  expect(late(desk, '2026-09-30')).toBeNull()
})

test('by the regulation before, the time runs from the receipt: a decision that has not come is no late ceremony', () => {
  const desk = open('2024-01-15')
  const id = admitted(desk, 'Lê Thị Lan', '2024-01-02', '2024-01-15')
  expect(late(desk, '2024-06-03')).toBeNull()
  desk.at('2024-06-03')
  desk.do('decision.recordReceipt', { case: id, date: '2024-01-22' })
  expect(late(desk, '2024-06-03')).toMatchObject({ count: 1, total: 1, cases: [id] })
})

test('a ceremony is late even where another limit of the case has ended before it', () => {
  const desk = open('2026-08-03')
  const id = register(desk, { name: 'Lê Thị Lan', sex: 'female', birth: '1990-05-12' })
  const asked = desk.do('verification.request', {
    case: id,
    relatives: ['self'],
    to: 'Đảng ủy xã Bình An',
    method: 'letter',
    abroad: false,
    date: '2026-06-01',
  })
  desk.do('verification.receive', { case: id, request: valueOf(asked)['request'], date: '2026-06-03' })
  desk.do('dossier.recordBranchVote', { case: id, date: '2026-07-20', ...BRANCH_ALL_FOR })
  desk.do('decision.record', {
    case: id,
    outcome: 'admit',
    number: '7-QĐ/ĐU',
    date: '2026-08-03',
    body: 'Ban Thường vụ Đảng ủy',
  })
  const row = desk.ask((db) => searchCases(db, {}, '2026-08-03')).rows[0]
  expect(row?.dueLimit).toBe('verification')
  expect(late(desk, '2026-09-30')).toMatchObject({ count: 1, cases: [id] })
})
