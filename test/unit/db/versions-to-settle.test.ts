/** Cases with two versions of one thing: counted on the home page, listed behind its line and by the filter, until settled. */
import { expect, test } from 'vitest'
import { loadJudging } from '../../../db/load-rules.ts'
import { loadOffice } from '../../../db/load.ts'
import { homeWaits } from '../../../db/queries/home-waits.ts'
import { searchCases } from '../../../db/queries/search.ts'
import { write, prepared } from '../../../db/transaction.ts'
import { settlementOf } from '../../../shared/model/case/settlement.ts'
import { COMMUNE, DISTRICT, openDesk, register, siblingOf, type Desk } from '../../support/journal-kit.ts'
import { meet } from '../../support/journal-parcels.ts'

const TODAY = '2024-01-15'

/** What the home page says of them, and whom the list behind the line holds. */
function home(desk: Desk) {
  return desk.ask((db) => {
    const office = loadOffice(db)
    if (office === null) throw new Error('no office')
    const wait = homeWaits(db, office, loadJudging(db, TODAY)).find(({ code }) => code === 'versionsToSettle')
    if (wait === undefined) return null
    const { cases: _cases, ...wanted } = wait.wanted ?? {}
    const listed = searchCases(db, { ...wanted, ended: false }, TODAY)
    return { count: wait.count, route: wait.route, total: listed.total, cases: listed.rows.map((row) => row.case) }
  })
}

const listed = (desk: Desk) =>
  desk.ask((db) => searchCases(db, { finding: 'versions' }, TODAY)).rows.map(({ case: id }) => id)

/** Two computers of one office, and three people of whom both have written of two differently. */
function apart(office: string, capacities: readonly ('proposes' | 'decides')[]) {
  const mine = openDesk({ office, capacities })
  const theirs = siblingOf(mine, 'b', {})
  const ids = ['Lê Thị Ánh', 'Trần Văn Bình', 'Phạm Thị Yến'].map((name) => register(mine, { name }))
  meet(mine, theirs)
  for (const [desk, residence] of [
    [mine, 'thôn Bãi'],
    [theirs, 'thôn Núi'],
  ] as const)
    for (const id of ids.slice(0, 2)) desk.do('candidate.correct', { case: id, change: { set: { residence } } })
  expect([home(mine), listed(mine)]).toEqual([null, []])
  meet(mine, theirs)
  return { mine, theirs, ids }
}

test.each([
  ['proposes', COMMUNE, ['proposes']],
  ['proposes and decides', DISTRICT, ['proposes', 'decides']],
] as const)(
  'an office that %s is told how many there are, on both computers, until they are settled',
  (_what, office, can) => {
    const { mine, theirs, ids } = apart(office, can)
    for (const desk of [mine, theirs]) {
      expect(home(desk)).toEqual({ count: 2, route: '/nguon', total: 2, cases: ids.slice(0, 2) })
      expect(listed(desk)).toEqual(ids.slice(0, 2))
    }
    for (const id of ids.slice(0, 2)) {
      const [conflict] = mine.case(id).conflicts
      const settlement = conflict && settlementOf(conflict, conflict.versions[0]?.entry ?? '')
      if (!settlement) throw new Error('nothing to settle')
      mine.do(settlement.command, { case: id, ...settlement.input, reason: 'Đã hỏi lại người khai' })
    }
    meet(mine, theirs)
    for (const desk of [mine, theirs]) expect([home(desk), listed(desk)]).toEqual([null, []])
  },
)

test('who has left the list, or whose case another office keeps, is not for us to settle now; the filter finds them', () => {
  const { mine, ids } = apart(COMMUNE, ['proposes'])
  const [left = '', kept = ''] = ids
  mine.do('candidate.withdraw', { case: left, reason: 'withdrawn', date: '2024-01-10' })
  expect(home(mine)).toMatchObject({ count: 1, cases: [kept] })
  write(mine.store, (db) => prepared(db, 'UPDATE cases SET keeper = ? WHERE case_id = ?').run(DISTRICT, kept))
  expect(home(mine)).toBeNull()
  expect(listed(mine)).toEqual([left, kept])
})
