/**
 * Behind every number of a report, of introductions, targets and years stand exactly as many people as it says: whoever
 * presses a number sees those it counts, for the whole house and for each part of it.
 */
import { beforeAll, expect, test } from 'vitest'
import { refreshDue } from '../../../db/assessments.ts'
import { loadJudging } from '../../../db/load-rules.ts'
import {
  coverageView,
  reportBranches,
  reportPeople,
  reportView,
  sourcesView,
  trendView,
} from '../../../db/queries/reports.ts'
import { targetsView } from '../../../db/queries/targets.ts'
import { periodOf } from '../../../shared/calendar/period.ts'
import type { NumberOf } from '../../../shared/reports/behind.ts'
import { IDLE_CLASSES, isAmong } from '../../../shared/reports/coverage.ts'
import type { SourceRow } from '../../../shared/reports/sources.ts'
import { PIPELINE_STEPS, SOURCE_COLUMNS, type AgeBucket, type Who } from '../../../shared/reports/standing.ts'
import { TREND_SHARES } from '../../../shared/reports/trend.ts'
import { beginLife, live, type LifeAct } from '../../support/case-life.ts'
import { DISTRICT, openDesk, replays, UNIT, valueOf, type Desk } from '../../support/journal-kit.ts'

const BEGIN = '2023-03-01'
const TODAY = '2025-08-15'
const YEARS = [2023, 2024, 2025].map((year) => periodOf('year', year, 1))
const ANY = { ...periodOf('year', 2023, 1), kind: 'any' as const, to: '2025-12-31' }

const PREPARED = ['helper', 'certificate', 'application', 'dossier'] as const
const VOTED = [...PREPARED, 'vote', 'committee'] as const
const LIVES: readonly (readonly LifeAct[])[] = [
  [],
  ['helper'],
  ['helper', 'certificate'],
  PREPARED,
  [...PREPARED, 'vote'],
  VOTED,
  [...VOTED, 'submit', 'giveBack'],
  [...VOTED, 'submit', 'admit'],
  [...VOTED, 'submit', 'admit', 'receipt'],
  [...VOTED, 'submit', 'admit', 'receipt', 'ceremony'],
  [...VOTED, 'submit', 'admit', 'receipt', 'ceremony', 'die'],
  [...VOTED, 'submit', 'refuse'],
  ['takeOffTheList'],
  ['helper', 'die'],
  ['withdraw'],
]

const PROFILES = [
  { sex: 'female', source: 'youthUnion', introducedBy: 'Đoàn xã Bình An', introducedOn: '2023-02-20' },
  { sex: 'male', source: 'womenUnion', introducedBy: 'Hội phụ nữ thôn 3', politicalTheory: 'Trung cấp' },
  { sex: 'female', source: 'youthUnion', introducedBy: 'đoàn xã bình an', politicalTheory: 'sơ cấp LLCT' },
  { qualification: 'bachelor', youthUnionSince: '2010', politicalTheory: 'đang học' },
] as const

let desk: Desk
let others: readonly string[]
beforeAll(() => {
  desk = openDesk({ office: DISTRICT, capacities: ['proposes', 'decides'], today: BEGIN })
  desk.do('unit.change', {
    id: UNIT,
    unit: { name: 'Chi bộ thôn', type: 'branch', sector: 'residential', area: 'rural' },
  })
  others = (['enterprise', 'school'] as const).map(
    (sector) =>
      valueOf(desk.do('unit.add', { name: `Chi bộ ${sector}`, type: 'branch', sector, area: 'urban' }))['unit'] ?? '',
  )
  LIVES.flatMap((acts) => [acts, acts]).forEach((acts, n) => {
    let life = beginLife(desk, `2023-03-${String(1 + (n % 28)).padStart(2, '0')}`, true)
    const unit = others[n % 3]
    desk.do('candidate.correct', {
      case: life.case,
      change: { set: { ...PROFILES[n % PROFILES.length], birth: `${1965 + n}-05-12` } },
      ...(unit === undefined ? {} : { unit }),
    })
    for (const act of acts) ({ life } = live(life, act, 40 + (n % 7)))
  })
  desk.at('2025-02-03')
  const rows = desk.ask((db) => reportPeople(db, TODAY, { period: ANY, of: { who: { step: 'listed' } } }))?.cases ?? []
  const { class: id } = valueOf(
    desk.do('class.open', { kind: 'awareness', name: 'Lớp khóa 1', from: '2025-01-06', to: '2025-01-10', places: 9 }),
  )
  desk.do('class.enroll', { class: id, cases: rows, on: '2025-01-06' })
  desk.do('class.complete', {
    class: id,
    on: '2025-01-10',
    rows: rows.map((each, n) => ({
      case: each,
      outcome: 'passed',
      certificate: { number: `${n + 1}/CN`, date: '2025-01-10' },
    })),
  })
  for (const day of ['2025-08-08', '2025-06-10', '2025-03-10']) beginLife(desk, day, true)
  desk.at(TODAY)
  // What differs by now is judged anew, as the program does in the background.
  desk.change((db) => refreshDue(db, TODAY, 0, 200))
})

type Asked = { readonly period: (typeof YEARS)[number]; readonly at?: string | undefined }
const behind = (asked: Asked, of: NumberOf) => desk.ask((db) => reportPeople(db, TODAY, { ...asked, of }))?.total
const places = () => [undefined, UNIT, ...others]

/** Checks a number, and counts that it was one. */
function holds(asked: Asked, number: number, of: NumberOf): number {
  expect([of, behind(asked, of)]).toEqual([of, number])
  return number
}

test('a report: lines, breakdowns, steps, ageing, returns, what is late', () => {
  const seen = new Map<string, number>()
  const note = (name: string, number: number) => seen.set(name, (seen.get(name) ?? 0) + number)
  for (const period of [...YEARS, ANY])
    for (const at of places()) {
      const report = desk.ask((db) => reportView(db, TODAY, { period, at }))?.report
      if (report === undefined) throw new Error('no report')
      const asked = { period, at }
      for (const { code, number } of report.lines) note(code, holds(asked, number, { line: code }))
      for (const { dimension, rows } of report.breakdowns)
        for (const { value, count } of rows)
          note(dimension, holds(asked, count, { line: 'admitted', dimension, value }))
      for (const step of PIPELINE_STEPS) note(step, holds(asked, report.pipeline[step], { who: { step } }))
      for (const { stage, buckets } of report.work.ageing) {
        buckets.forEach((number, n) => note(`for ${n}`, holds(asked, number, { who: { stage, bucket: bucketOf(n) } })))
        holds(
          asked,
          buckets.reduce((sum, one) => sum + one, 0),
          { who: { stage } },
        )
      }
      for (const { reason, count } of report.work.returns) note('reasons', holds(asked, count, { returnedFor: reason }))
      for (const late of ['ceremony', 'recognition'] as const)
        note(`late ${late}`, holds(asked, report.work.late[late], { late }))
      for (const { id, number } of report.parts) holds(asked, number, { line: 'admitted', part: id })
      const { admitting } = report
      const { total, classes } = report.work.idle.whole
      for (const [covered, number] of [
        ['all', total] as const,
        ...IDLE_CLASSES.map((idle) => [idle, classes[idle]] as const),
      ]) {
        const rows = desk.ask((db) => reportBranches(db, TODAY, { ...asked, admitting: false, covered }))
        expect([covered, rows?.total]).toEqual([covered, number])
        note('branches', number)
      }
      for (const [number, more] of [
        [admitting.branches, { admitting: true }],
        [admitting.ofBranches, { admitting: false }],
        [admitting.residential, { admitting: true, residential: true }],
        [admitting.ofResidential, { admitting: false, residential: true }],
      ] as const) {
        const branches = desk.ask((db) => reportBranches(db, TODAY, { ...asked, ...more }))
        expect(branches?.total).toBe(number)
        for (const branch of branches?.rows ?? []) holds(asked, branch.number, { line: 'admitted', part: branch.id })
      }
    }
  // Nothing of it was checked on noughts alone.
  const empty = [...seen].filter(([, number]) => number === 0).map(([name]) => name)
  expect(empty).toEqual(['again', 'newMemberCertified', 'recognised', 'struckOff', 'cancelled', 'waiting', 'for 4'])
})

function bucketOf(n: number): AgeBucket {
  const bucket = ([0, 1, 2, 3, 4] as const)[n]
  if (bucket === undefined) throw new Error('no bucket')
  return bucket
}

test('introductions: by kind, by name and by sector, of everybody and of the period, and crossed with a sector', () => {
  let seen = 0
  for (const period of [...YEARS, ANY])
    for (const at of places())
      for (const narrowed of [
        {},
        { introduced: true },
        { sector: 'enterprise' },
        { introduced: true, sector: 'school' },
      ]) {
        const view = desk.ask((db) => sourcesView(db, TODAY, { period, at, ...narrowed }))
        if (view === null) throw new Error('no view')
        const rows: readonly (readonly [readonly SourceRow[], (value: string) => Who])[] = [
          [view.bySource, (source) => ({ source })],
          [view.byName, (by) => ({ by })],
          [view.bySector, (sector) => ({ sector })],
        ]
        for (const [table, whoOf] of rows)
          for (const row of table)
            for (const column of SOURCE_COLUMNS)
              seen += holds({ period, at }, row[column], { who: { column, ...narrowed, ...whoOf(row.value) } })
        for (const [dimension, table] of [
          ['source', view.bySource],
          ['sector', view.bySector],
        ] as const)
          for (const { value, admitted } of table) {
            const sector = 'sector' in narrowed ? { sector: narrowed.sector } : {}
            holds({ period, at }, admitted ?? -1, { line: 'admitted', dimension, value, ...sector })
          }
      }
  expect(seen).toBeGreaterThan(500)
  const all = desk.ask((db) => sourcesView(db, TODAY, { period: ANY }))
  expect(all?.byName.map(({ label, total }) => [label, total])).toEqual([
    ['Đoàn xã Bình An', 15],
    ['Hội phụ nữ thôn 3', 8],
  ])
  expect(all?.bySector.map(({ value }) => value)).toEqual(['residential', 'enterprise', 'school'])
  const early = desk.ask((db) => sourcesView(db, TODAY, { period: periodOf('month', 2023, 2), introduced: true }))
  expect(early?.byName.map(({ label, total }) => [label, total])).toEqual([['Đoàn xã Bình An', 8]])
})

test('the years and the targets', () => {
  for (const at of places()) {
    const years = desk.ask((db) => trendView(db, TODAY, at))?.years ?? []
    expect(years.map(({ year }) => year)).toContain(2024)
    for (const row of years) {
      const asked = { period: periodOf('year', row.year, 1), at }
      holds(asked, row.admitted, { line: 'admitted' })
      for (const share of TREND_SHARES) holds(asked, row[share].numerator, { share })
    }
    const targets = desk.ask((db) => targetsView(db, loadJudging(db, TODAY), { year: 2024, at }))
    if (targets === null) throw new Error('no targets')
    for (const row of [targets.whole, ...targets.parts, ...targets.branches]) {
      const asked = { period: periodOf('year', 2024, 1) }
      holds(asked, row.admitted.number, { line: 'admitted', part: row.id })
      holds(asked, row.sourcePerPlace.numerator, { who: { step: 'any' }, part: row.id })
      for (const step of PIPELINE_STEPS) holds(asked, row.forecast.pipeline[step], { who: { step }, part: row.id })
    }
  }
})

test('numbers of branches without a new member narrow the branches to as many as they say', () => {
  let seen = 0
  for (const at of places()) {
    const coverage = desk.ask((db) => coverageView(db, TODAY, at))
    if (coverage === null) throw new Error('no coverage')
    const groups = [
      { row: coverage.whole, of: {} },
      ...coverage.bySector.map((row) => ({ row, of: { sector: row.value } })),
      ...coverage.byArea.map((row) => ({ row, of: { area: row.value } })),
    ]
    for (const { row, of } of groups)
      for (const idle of IDLE_CLASSES) {
        const found = coverage.branches.filter((branch) => isAmong(branch, { ...of, idle }))
        expect([of, idle, found.length]).toEqual([of, idle, row.classes[idle]])
        seen += found.length
      }
  }
  expect(seen).toBeGreaterThan(8)
})

test('a replay gives the same tables', () => {
  expect(replays(desk)).toBe(true)
})
