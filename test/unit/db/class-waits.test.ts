/** What of classes waits for the deciding office, as its home page counts it. */
import { expect, test } from 'vitest'
import { loadOffice } from '../../../db/load.ts'
import { loadJudging } from '../../../db/load-rules.ts'
import { applySubject } from '../../../db/apply/index.ts'
import { prepared } from '../../../db/transaction.ts'
import { homeWaits } from '../../../db/queries/home-waits.ts'
import { DISTRICT, openDesk, register, TOWN, type Desk, valueOf } from '../../support/journal-kit.ts'

function waits(desk: Desk, today: string) {
  return desk.ask((db) => {
    const office = loadOffice(db)
    if (office === null) throw new Error('no office')
    return homeWaits(db, office, loadJudging(db, today)).filter(({ route }) => route === '/lop')
  })
}

test('nominations wait until somebody is taken on, classes are those of the month, results are due when a class is over', () => {
  const desk = openDesk({ office: DISTRICT, capacities: ['proposes', 'decides'] })
  expect(waits(desk, '2024-01-15')).toEqual([])
  const cases = [register(desk), register(desk)]
  desk.do('class.nominateMany', { cases, class: 'awareness', date: '2024-01-08' })
  expect(waits(desk, '2024-01-15')).toEqual([{ code: 'asksWaiting', count: 2, due: '2024-01-08', route: '/lop' }])
  const id =
    valueOf(
      desk.do('class.open', { kind: 'awareness', name: 'Lớp khóa 1', from: '2024-01-22', to: '2024-01-26', places: 9 }),
    )['class'] ?? ''
  desk.do('class.enroll', { class: id, cases, on: '2024-01-15' })
  const named = { count: 1, route: '/lop', names: ['Lớp khóa 1'] }
  expect(waits(desk, '2024-01-15')).toEqual([{ code: 'classesThisMonth', due: '2024-01-22', ...named }])
  expect(waits(desk, '2023-12-31')).toEqual([])
  expect(waits(desk, '2024-02-01')).toEqual([{ code: 'classResultsDue', due: '2024-01-26', ...named }])
  desk.at('2024-02-01')
  desk.do('class.complete', {
    class: id,
    on: '2024-02-01',
    rows: cases.map((each) => ({ case: each, outcome: 'passed' })),
  })
  expect(waits(desk, '2024-02-01')).toEqual([])
})

test('an office that only runs classes is told of its classes and of nothing else', () => {
  const desk = openDesk({ office: TOWN, capacities: ['trains'] })
  desk.do('class.open', { kind: 'awareness', name: 'Lớp khóa 1', from: '2024-01-22', to: '2024-01-26', places: 9 })
  expect(waits(desk, '2024-01-15')).toMatchObject([{ code: 'classesThisMonth', due: '2024-01-22' }])
})

test('rows about classes go with the lines they came from', () => {
  const desk = openDesk({ office: DISTRICT, capacities: ['proposes', 'decides'] })
  const id = register(desk)
  desk.do('class.nominateMany', { cases: [id], class: 'awareness', date: '2024-01-08' })
  const asks = () => desk.ask((db) => prepared<object>(db, 'SELECT case_id FROM class_asks').all())
  expect(asks()).toEqual([{ case_id: id }])
  desk.change((db) => {
    prepared(db, "UPDATE journal SET status = 'voided' WHERE kind = 'class.nominated'").run()
    applySubject(db, 'case', id)
  })
  expect(asks()).toEqual([])
})
