/** Lists of classes and schools cross the port as windows of 200 rows, and say how many there are. */
import { expect, test } from 'vitest'
import { runQuery, type QueryContext, type QueryName } from '../../../electron/queries.ts'
import { coverageView } from '../../../db/queries/reports.ts'
import { prepared } from '../../../db/transaction.ts'
import { COMMUNE, openDesk, register, type Desk } from '../../support/journal-kit.ts'

const MANY = 205
const NUMBERS = Array.from({ length: MANY }, (_, n) => n)

const CONTEXT: QueryContext = {
  office: COMMUNE,
  device: 'axxxxxxxxxxxxxxx',
  today: '2024-01-15',
  computerDay: '2024-01-15',
  dateInDoubt: null,
  user: { id: 'vanthu', name: 'Trần Thị Hồng Nhung', post: 'Văn thư', roles: ['clerk'] },
  backups: null,
}

/** The answer to a query, its rows counted. */
function asked(desk: Desk, name: QueryName, input: object = {}): object {
  const answer = desk.ask((db) => runQuery(db, name, input, CONTEXT))
  if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer.error)}`)
  const { rows, ...rest } = answer.value as { readonly rows: readonly unknown[] }
  return { ...rest, rows: rows.length }
}

test('pupils', () => {
  const desk = openDesk({ office: COMMUNE })
  const cases = NUMBERS.map((n) => register(desk, { name: `Nguyễn Văn An ${n}`, birth: '2006-03-02' }))
  const place = { schoolYear: '2023-2024', leavesOn: '2024-05-31' }
  desk.do('pupil.place', { ...place, class: '12A1', cases: cases.slice(0, 100) })
  desk.do('pupil.place', { ...place, class: '12A2', cases: cases.slice(100, 200) })
  desk.do('pupil.place', { ...place, class: '12A3', cases: cases.slice(200) })
  expect(asked(desk, 'pupil.list')).toMatchObject({
    rows: 200,
    total: MANY,
    classes: ['12A1', '12A2', '12A3'],
    plan: [{ pupils: MANY }],
  })
  expect(asked(desk, 'pupil.list', { class: '12A3' })).toMatchObject({ rows: 5, total: 5 })
  // Paper has the list at once, and in its order the search that the page turns over.
  expect(asked(desk, 'list.read', { what: 'pupils' })).toMatchObject({ rows: MANY, total: MANY })
  expect(asked(desk, 'list.read', { what: 'candidates' })).toMatchObject({ rows: MANY, total: MANY })
})

test('people put forward, classes and the book of certificates', () => {
  const desk = openDesk({ office: COMMUNE, capacities: ['proposes', 'decides'] })
  // Rows as apply leaves them: so many entries would say no more.
  desk.change((db) => {
    for (const n of NUMBERS) {
      const [id, name, key] = [`người ${n}`, `Lê Thị Lan ${n}`, `lan ${n}`]
      prepared(
        db,
        `INSERT INTO class_asks (case_id, kind, asked_on, office, name, sort_key, standing)
         VALUES (?, 'awareness', '2023-09-01', ?, ?, ?, ?)`,
      ).run(id, COMMUNE, name, key, n === 0 ? 'over' : 'waiting')
      const facts = { kind: 'awareness', name: `Lớp ${n}`, from: '2023-09-05', to: '2023-09-09', places: 50 }
      prepared(
        db,
        `INSERT INTO classes (class_id, kind, name, sort_key, from_day, to_day, places, pupils, office, via, facts)
         VALUES (?, 'awareness', ?, ?, '2023-09-05', '2023-09-09', 50, 0, ?, 0, ?)`,
      ).run(`lớp ${n}`, facts.name, key, COMMUNE, JSON.stringify(facts))
      prepared(
        db,
        `INSERT INTO class_seats (case_id, class_id, kind, class_name, from_day, to_day, office, name, sort_key, unit_name,
           enrolled_on, held, present, certificate_number, first_number, certificate_on, issuer, seat)
         VALUES (?, ?, 'awareness', ?, '2023-09-05', '2023-09-09', ?, ?, ?, 'Chi bộ', '2023-09-01', 5, 5, ?, ?,
           '2023-09-10', 'Trung tâm', '{}')`,
      ).run(id, `lớp ${n}`, facts.name, COMMUNE, name, key, `${n}/CN`, `${n}/CN`)
    }
  })
  expect(asked(desk, 'class.asks')).toMatchObject({ rows: 200, total: MANY - 1, waiting: MANY - 1 })
  expect(asked(desk, 'class.asks', { all: true })).toMatchObject({ rows: 200, total: MANY, waiting: MANY - 1 })
  expect(asked(desk, 'class.list')).toMatchObject({ rows: 200, total: MANY, seats: MANY, certificates: MANY })
  expect(asked(desk, 'certificate.book')).toMatchObject({ rows: 200, total: MANY })
  expect(asked(desk, 'certificate.book', { text: 'Lan 104' })).toMatchObject({ rows: 1, total: 1 })
})

test('branches by their newest member', () => {
  const desk = openDesk({ office: COMMUNE, capacities: ['proposes', 'decides'] })
  for (const n of NUMBERS) desk.do('unit.add', { name: `Chi bộ ${n}`, type: 'branch' })
  const every = desk.ask((db) => coverageView(db, CONTEXT.today, undefined))?.whole.total
  expect(every).toBeGreaterThanOrEqual(MANY)
  expect(asked(desk, 'list.read', { what: 'coverage' })).toMatchObject({ rows: every, total: every })
})
