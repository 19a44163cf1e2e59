/** The founding letter's year: 25 units, seven on paper; 148 admitted = 102.1 % of plan and 3.2 % of 4,625 members. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadJudging } from '../../../db/load-rules.ts'
import { homeView } from '../../../db/queries/home.ts'
import { reportPeople, reportView } from '../../../db/queries/reports.ts'
import { sentReports, sentReportView } from '../../../db/queries/sent-reports.ts'
import { targetsView } from '../../../db/queries/targets.ts'
import { figuresOf } from '../../../shared/reports/figures.ts'
import { showRatio } from '../../../shared/words/vi.ts'
import { foundingYear, ON_PAPER, UNITS, YEAR, type FoundingYear } from '../../support/founding-year.ts'
import { DISTRICT, replays } from '../../support/journal-kit.ts'
import { exchange, packFor, takeIn } from '../../support/journal-parcels.ts'

const TODAY = '2024-01-19'
let house: FoundingYear
beforeAll(() => {
  house = foundingYear()
}, 120_000)
afterAll(() => house.close())

const report = () => {
  const view = house.district.ask((db) => reportView(db, TODAY, { period: YEAR }))
  if (view === null) throw new Error('no report')
  return view.report
}

test('the report says it to the digit', () => {
  const { lines, year } = report()
  expect(UNITS.reduce((sum, { members }) => sum + members, 0)).toBe(4625)
  expect(lines[0]).toEqual({ code: 'admitted', number: 148, before: 137 })
  expect(year.whole).toMatchObject({
    plan: { number: 145, of: 'parts' },
    admitted: { number: 148, isTyped: false },
    ofPlan: { numerator: 148, denominator: 145, tenths: 1021 },
    ofMembers: { numerator: 148, denominator: 4625, tenths: 32 },
    members: { members: 4625, counted: '2022-12-31', missing: [] },
    notes: [],
  })
  expect([showRatio(year.whole.ofPlan), showRatio(year.whole.ofMembers)]).toEqual(['102,1%', '3,2%'])
  expect(year.membersOn).toBe('2022-12-31')
})

test("each unit's row is its own, and the rows add up", () => {
  const { year, parts } = report()
  const rows = year.parts.toSorted((a, b) => a.name.localeCompare(b.name))
  expect(rows).toHaveLength(25)
  expect(rows.filter(({ onPaper }) => onPaper)).toHaveLength(ON_PAPER)
  const sum = (numbers: readonly (number | null)[]) => numbers.reduce<number>((all, one) => all + (one ?? 0), 0)
  expect([
    sum(rows.map(({ admitted }) => admitted.number)),
    sum(rows.map(({ plan }) => plan.number)),
    sum(rows.map(({ members }) => members.members)),
    sum(parts.map(({ number }) => number)),
  ]).toEqual([148, 145, 4625, 148])
  const paper = year.parts.find(({ name }) => name === 'Đảng bộ xã 3')
  expect(paper).toMatchObject({ plan: { number: 6 }, admitted: { number: 8 }, members: { members: 185 } })
})

test('every breakdown has the same total, and every figure opens exactly its people', () => {
  const { breakdowns } = report()
  for (const { rows } of breakdowns) expect(rows.reduce((all, { count }) => all + count, 0)).toBe(148)
  for (const { dimension, rows } of breakdowns)
    for (const { value, count } of rows) {
      const people = house.district.ask((db) =>
        reportPeople(db, TODAY, { period: YEAR, of: { line: 'admitted', dimension, value } }),
      )
      expect([dimension, value, people?.total]).toEqual([dimension, value, count])
    }
})

test("a unit's own report says what the committee says of it, and at the same cut-off too once it was sent", () => {
  const { district, first } = house
  const asked = { period: YEAR }
  const own = first.ask((db) => reportView(db, TODAY, asked))
  const theirs = district.ask((db) => reportView(db, TODAY, { ...asked, at: first.office }))
  if (own === null || theirs === null) throw new Error('no report')
  expect(figuresOf(own.report)).toEqual(figuresOf(theirs.report))

  first.do('report.send', { period: YEAR, note: 'Báo cáo năm' })
  takeIn(district, packFor(first, DISTRICT))
  const [sent] = district.ask(sentReports)
  expect(sent).toMatchObject({
    office: first.office,
    own: false,
    admitted: UNITS[ON_PAPER]?.admitted,
    note: 'Báo cáo năm',
  })
  const compared = district.ask((db) =>
    sentReportView(db, sent?.report ?? '', { today: TODAY, device: district.device }),
  )
  expect(compared).toMatchObject({ differs: [], since: [], causes: [], beyond: [] })

  // A dossier decided on too late for the report, dated in its year.
  const late = first.do('candidate.register', {
    profile: { name: 'Trần Thị Muộn', sex: 'female', birth: '1999-01-01' },
    unit: own.places.find(({ kind, name }) => kind === 'unit' && name.startsWith('Chi bộ thôn'))?.id,
    on: '2023-01-01',
  })
  const id = String((late.value as { case: string }).case)
  first.record([
    {
      kind: 'dossier.submitted',
      subject: { type: 'case', id },
      to: DISTRICT,
      payload: {
        date: '2023-12-01',
        snapshot: {
          version: 1,
          case: id,
          profile: { name: 'Trần Thị Muộn', sex: 'female', birth: '1999-01-01' },
          unit: { id: first.case(id).unit, name: 'Chi bộ', type: 'branch' },
          helpers: [],
          papers: [],
          branchVotes: [],
          committeeVotes: [],
          lifts: [],
          ruleSet: 'RS-2021',
        },
      },
    },
  ])
  exchange(first, district)
  district.record([
    {
      kind: 'decision.recorded',
      subject: { type: 'case', id },
      to: first.office,
      payload: {
        outcome: 'admit',
        number: '999-QĐ/HU',
        date: '2023-12-29',
        body: 'Ban Thường vụ Huyện ủy',
        submission: district.case(id).submissions.at(-1)?.entry,
        ruleSet: 'RS-2021',
        ruleSetHash: 'a'.repeat(64),
      },
    },
  ])
  exchange(first, district)
  for (const desk of [district, first]) {
    const later = desk.ask((db) => sentReportView(db, sent?.report ?? '', { today: TODAY, device: desk.device }))
    expect(later?.differs).toEqual([])
    const was = sent?.admitted ?? 0
    expect(later?.since).toContainEqual({ code: 'admitted', was, now: was + 1 })
    expect(later?.causes).toContainEqual(
      expect.objectContaining({ line: 'admitted', case: id, name: 'Trần Thị Muộn', change: 'added' }),
    )
    expect(later?.beyond.map(({ kind }) => kind)).toContain('decision.recorded')
  }
  const both = [
    first.ask((db) => reportView(db, TODAY, asked)),
    district.ask((db) => reportView(db, TODAY, { ...asked, at: first.office })),
  ].map((view) => (view === null ? [] : figuresOf(view.report)))
  expect(both[0]).toEqual(both[1])
})

test('targets of the year with forecast and history; home has the year that runs', () => {
  const { district, first } = house
  const targets = district.ask((db) => targetsView(db, loadJudging(db, TODAY), { year: 2023 }))
  expect(targets?.whole.forecast).toMatchObject({ verdict: 'reached', reasons: [] })
  expect(targets?.parts.find(({ id }) => id === first.office)).toMatchObject({
    maySet: 'office',
    history: [{ isGiven: true }],
  })
  const home = district.ask((db) => homeView(db, loadJudging(db, TODAY)))
  expect(home?.outlook).toMatchObject({ year: 2024, whole: { plan: { number: null }, admitted: { number: 0 } } })
})

test('a replay gives the same tables on both sides', () => {
  expect([replays(house.district), replays(house.first)]).toEqual([true, true])
})
