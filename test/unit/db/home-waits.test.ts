/** Ceremonies that are late and cases to hand over, as the home page of the deciding office counts and its link lists them. */
import { expect, test } from 'vitest'
import { loadJudging } from '../../../db/load-rules.ts'
import { loadOffice } from '../../../db/load.ts'
import { handOverView } from '../../../db/queries/hand-over.ts'
import { homeWaits } from '../../../db/queries/home-waits.ts'
import { searchCases } from '../../../db/queries/search.ts'
import type { ReadDb } from '../../../db/transaction.ts'
import type { HomeWait } from '../../../shared/contract/home-waits.ts'
import {
  COMMUNE,
  DISTRICT,
  openDesk,
  pairWith,
  register,
  TOWN,
  UNIT,
  valueOf,
  type Desk,
} from '../../support/journal-kit.ts'
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

/** The list of people that the link of what waits opens. */
function behind(db: ReadDb, { wanted: { cases, ...wanted } = {} }: HomeWait, today: string) {
  return searchCases(db, { ...wanted, ...(cases === undefined ? {} : { cases: [...cases] }), ended: false }, today)
}

/** What waits on a day, and the people its link lists. */
function late(desk: Desk, today: string) {
  return desk.ask((db) => {
    const office = loadOffice(db)
    if (office === null) throw new Error('no office')
    const wait = homeWaits(db, office, loadJudging(db, today)).find(({ code }) => code === 'lateCeremonies')
    if (wait === undefined) return null
    const listed = behind(db, wait, today)
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

test('cases to hand over are those of the branches too, each once, and the page lists them and nobody else', () => {
  const desk = open('2024-01-15')
  const unit = (input: object) => valueOf(desk.do('unit.add', { onPaper: true, ...input }))['unit'] ?? ''
  const base = unit({ name: 'Đảng bộ thị trấn', type: 'baseCommittee' })
  const [west, east] = ['Tây', 'Đông'].map((side) =>
    unit({ name: `Chi bộ khu phố ${side}`, type: 'branch', parent: base }),
  )
  const someone = (name: string, of: string | undefined) =>
    valueOf(desk.do('candidate.register', { profile: { name }, unit: of }))['case'] ?? ''
  const below = [someone('Lê Thị Lan', west), someone('Trần Văn Bình', west), someone('Phạm Văn Cúc', east)]
  someone('Vũ Thị Dung', UNIT)
  const toHandOver = () =>
    desk.ask((db) => {
      const office = loadOffice(db)
      if (office === null) throw new Error('no office')
      const wait = homeWaits(db, office, loadJudging(db, '2024-01-15')).find(({ code }) => code === 'casesToHandOver')
      if (wait === undefined) return null
      const { offices } = handOverView(db, '2024-01-15')
      const listed = offices.map(({ name, people }) => [name, people.map((person) => person.case).toSorted()])
      return { count: wait.count, names: wait.names, listed }
    })
  expect(toHandOver()).toBeNull()
  pairWith(desk, TOWN, 'subordinate', base)
  expect(toHandOver()).toEqual({ count: 3, names: ['Văn phòng t'], listed: [['Văn phòng t', below.toSorted()]] })
  // A branch with an office of its own: its cases are for that one alone.
  pairWith(desk, COMMUNE, 'subordinate', west)
  expect(toHandOver()).toEqual({
    count: 3,
    names: ['Văn phòng c', 'Văn phòng t'],
    listed: [
      ['Văn phòng c', below.slice(0, 2).toSorted()],
      ['Văn phòng t', below.slice(2)],
    ],
  })
})
