/** Targets, typed totals and sent reports through commands: given and own, revised, spread, taken back, refused. */
import { expect, test } from 'vitest'
import { loadJudging } from '../../../db/load-rules.ts'
import { reportView, sourcesView } from '../../../db/queries/reports.ts'
import { targetsView } from '../../../db/queries/targets.ts'
import { typedOf } from '../../../db/queries/typed-totals.ts'
import { periodOf } from '../../../shared/calendar/period.ts'
import { RS_2021 } from '../../../shared/rules/sets/rs-2021.ts'
import { aimSentence } from '../../../shared/words/vi.ts'
import {
  COMMUNE,
  communeAndDistrict,
  DISTRICT,
  openDesk,
  register,
  replays,
  UNIT,
  valueOf,
  type Desk,
} from '../../support/journal-kit.ts'
import { exchange } from '../../support/journal-parcels.ts'

const TODAY = '2024-01-15'
const view = (desk: Desk, year = 2024) => {
  const targets = desk.ask((db) => targetsView(db, loadJudging(db, TODAY), { year }))
  if (targets === null) throw new Error('no targets')
  return targets
}
const both = () => openDesk({ office: COMMUNE, capacities: ['proposes', 'decides'], today: TODAY })

function admitted(desk: Desk, unit: string, date: string, name = 'Nguyễn Văn An'): string {
  const acts = { decision: { outcome: 'admit', number: `${date} ${name}`, date, body: 'Ban Thường vụ Đảng ủy' } }
  return valueOf(desk.do('case.takeOver', { profile: { name }, unit, acts }))['case'] ?? ''
}

test('what the committee gives reaches the office below, counts before its own number, and stands beside it', () => {
  const { commune, district } = communeAndDistrict()
  commune.do('target.set', { year: 2024, number: 5 })
  district.do('target.set', {
    year: 2024,
    office: COMMUNE,
    number: 3,
    paper: { number: '5-KH/HU', date: '2024-01-10' },
  })
  expect(view(commune).whole.plan).toMatchObject({ number: 5, of: 'place', own: null })
  exchange(commune, district)
  expect(view(commune).whole.plan).toMatchObject({ number: 3, of: 'place', own: 5 })
  expect(view(district).parts).toMatchObject([{ id: COMMUNE, plan: { number: 3, own: null }, maySet: 'office' }])
  expect(view(district).whole.plan).toMatchObject({ number: 3, of: 'parts' })
  const { entries } = district.do('target.set', { year: 2024, office: COMMUNE, number: 4, reason: 'Bổ sung' })
  exchange(commune, district)
  const { plan, history } = view(commune).whole
  expect(plan).toMatchObject({ number: 4, revisions: 1 })
  expect(history.filter(({ isGiven }) => isGiven).map(({ number, reason }) => [number, reason])).toEqual([
    [3, null],
    [4, 'Bổ sung'],
  ])
  district.do('entry.retract', { entry: entries[0], reason: 'Ghi nhầm' })
  exchange(commune, district)
  expect(view(commune).whole.plan.number).toBe(3)
  expect([replays(commune), replays(district)]).toEqual([true, true])
})

test('no office gives a target to one that is not below it', () => {
  const { commune } = communeAndDistrict()
  expect(commune.call('target.set', { year: 2024, office: DISTRICT, number: 3 })).toMatchObject({
    ok: false,
    error: { code: 'NOT_DECIDER' },
  })
  expect(commune.call('target.set', { year: 2024, office: 't'.repeat(26), number: 3 })).toMatchObject({
    ok: false,
    error: { code: 'PEER_UNKNOWN' },
  })
})

test('a target of nothing is recorded; one revised below the result needs a reason, and is said', () => {
  const desk = both()
  desk.do('target.set', { unit: UNIT, year: 2023, number: 0 })
  expect(view(desk, 2023).branches.concat(view(desk, 2023).parts)[0]?.notes).toContainEqual({ code: 'zeroPlan' })
  admitted(desk, UNIT, '2023-03-01')
  admitted(desk, UNIT, '2023-05-01', 'Trần Văn Bình')
  desk.do('target.set', { unit: UNIT, year: 2023, number: 2 })
  expect(desk.call('target.set', { unit: UNIT, year: 2023, number: 1 })).toMatchObject({
    ok: false,
    error: { code: 'TARGET_BELOW_RESULT', data: { year: 2023, number: 1, admitted: 2 } },
  })
  desk.do('target.set', { unit: UNIT, year: 2023, number: 1, reason: 'Chi bộ chia tách' })
  expect(view(desk, 2023).parts[0]).toMatchObject({
    plan: { number: 1, revisions: 2 },
    admitted: { number: 2 },
    ofPlan: { tenths: 2000 },
    notes: [{ code: 'planBelowResult', plan: 1, admitted: 2 }, { code: 'noMembers' }],
  })
})

test('a target is spread over branches in one act, only where it changes', () => {
  const desk = both()
  const other = valueOf(desk.do('unit.add', { name: 'Chi bộ 2', type: 'branch' }))['unit'] ?? ''
  desk.do('target.set', { year: 2024, number: 6 })
  const spread = (numbers: readonly number[]) =>
    desk.call('target.spread', {
      year: 2024,
      targets: [UNIT, other].map((unit, n) => ({ unit, number: numbers[n] ?? 0 })),
    })
  expect(spread([2, 3])).toMatchObject({ ok: true, value: { value: { changed: 2 } } })
  expect(spread([2, 4])).toMatchObject({ ok: true, value: { value: { changed: 1 } } })
  expect(spread([2, 4])).toMatchObject({ ok: false, error: { code: 'NOTHING_CHANGED' } })
  expect(view(desk).whole).toMatchObject({ plan: { number: 6, parts: null }, notes: [{ code: 'noMembers' }] })
  expect(view(desk).parts.map(({ plan }) => plan.number)).toEqual([4, 2])
  desk.do('unit.change', { id: other, unit: { name: 'Chi bộ 2', type: 'branch', to: '2023-12-31' } })
  expect(spread([1, 1])).toMatchObject({
    ok: false,
    error: { code: 'ROW_REFUSED', data: { row: 2, name: 'Chi bộ 2', reason: { code: 'UNIT_CLOSED' } } },
  })
})

test('totals of years before are typed once, marked, sent up, and never added to who is on record', () => {
  const { commune, district } = communeAndDistrict()
  commune.do('total.type', { year: 2022, admitted: 7, members: 150 })
  commune.do('total.type', { unit: UNIT, year: 2022, lastAdmission: '2022-05-19' })
  admitted(commune, UNIT, '2022-03-01')
  exchange(commune, district)
  // Nobody stands behind such a number by name; who typed it does, on both sides.
  const typist = { admitted: 7, officeName: 'Văn phòng c', actor: 'Trần Thị Hồng Nhung', at: '2024-01-15T01:00:00Z' }
  for (const desk of [commune, district])
    expect(desk.ask((db) => typedOf(db, 2022, undefined))).toMatchObject([{ id: COMMUNE, ...typist }])
  expect(commune.ask((db) => typedOf(db, 2021, undefined))).toEqual([])
  // A part's total is not in a number that is the whole's own; where the parts come to more, it is, and that one is not.
  const typed = (): unknown => commune.ask((db) => typedOf(db, 2022, undefined)).map(({ id, admitted: of }) => [id, of])
  const part = commune.do('total.type', { unit: UNIT, year: 2022, admitted: 3 }).entries
  expect(typed()).toEqual([[COMMUNE, 7]])
  const more = commune.do('total.type', { unit: UNIT, year: 2022, admitted: 9 }).entries
  expect(typed()).toEqual([[UNIT, 9]])
  commune.do('entry.retractMany', { entries: [...more, ...part] })
  for (const [desk, row] of [
    [commune, (targets: ReturnType<typeof view>) => targets.whole],
    [district, (targets: ReturnType<typeof view>) => targets.parts[0]],
  ] as const) {
    expect(row(view(desk, 2022))?.admitted).toEqual({ number: 7, isTyped: true })
    expect(row(view(desk, 2023))?.members).toMatchObject({ members: 150, counted: '2022-12-31', isTyped: true })
  }
  expect(commune.call('total.type', { year: 2025, admitted: 1 })).toMatchObject({
    ok: false,
    error: { code: 'IMPOSSIBLE', data: { what: 'totalOfYearToCome' } },
  })
  expect(() => commune.call('total.type', { year: 2022 })).toThrow('required')
})

test('a unit that is an office of its own gets its target by either name', () => {
  const district = openDesk({ office: DISTRICT, capacities: ['decides'], today: TODAY })
  const unit = valueOf(district.do('unit.add', { name: 'Đảng bộ xã', type: 'baseCommittee' }))['unit'] ?? ''
  district.do('unit.recordMembers', {
    id: unit,
    count: { date: '2023-12-31', official: 100, probationary: 5, excluded: 0 },
  })
  district.do('target.set', { unit, year: 2024, number: 3 })
  expect(view(district).parts).toMatchObject([{ id: unit, kind: 'unit', plan: { number: 3 }, maySet: 'unit' }])
})

test('a report of a period to come is refused; one of an office without a superior is kept here', () => {
  const desk = both()
  admitted(desk, UNIT, '2023-03-01')
  expect(desk.call('report.send', { period: periodOf('year', 2025, 1) })).toMatchObject({
    ok: false,
    error: { code: 'IMPOSSIBLE', data: { what: 'periodNotBegun' } },
  })
  const { report } = valueOf(desk.do('report.send', { period: periodOf('year', 2023, 1) }))
  expect(report).toBeDefined()
  expect(() => desk.call('report.send', { period: { kind: 'any', from: '2023-02-01', to: '2023-01-01' } })).toThrow(
    'order',
  )
})

test('a person handed over after the admission counts where it happened, in every store', () => {
  const desk = both()
  const other = valueOf(desk.do('unit.add', { name: 'Chi bộ 2', type: 'branch' }))['unit'] ?? ''
  const id = admitted(desk, UNIT, '2023-03-01')
  desk.do('candidate.correct', { case: id, change: {}, unit: other })
  const report = desk.ask((db) => reportView(db, TODAY, { period: periodOf('year', 2023, 1) }))
  expect(report?.report.lines[0]?.number).toBe(1)
})

test('a unit that ends names who took over, and only then', () => {
  const desk = both()
  const other = valueOf(desk.do('unit.add', { name: 'Chi bộ 2', type: 'branch' }))['unit'] ?? ''
  const unit = { name: 'Chi bộ thôn Đồng Sơn', type: 'branch' }
  const change = (more: object) => desk.call('unit.change', { id: UNIT, unit: { ...unit, ...more } })
  expect(change({ successors: [other] })).toMatchObject({ error: { data: { what: 'successorWithoutEnd' } } })
  expect(change({ successors: [UNIT], to: '2023-06-30' })).toMatchObject({
    error: { data: { what: 'successorIsSelf' } },
  })
  expect(change({ successors: [desk.newId()], to: '2023-06-30' })).toMatchObject({ error: { code: 'NOT_FOUND' } })
  expect(change({ successors: [other], to: '2023-06-30' })).toMatchObject({ ok: true })
  expect(view(desk, 2023).parts.find(({ id }) => id === UNIT)?.notes).toContainEqual({
    code: 'ended',
    to: '2023-06-30',
    successors: ['Chi bộ 2'],
  })
})

test('who was admitted and has died counts among those admitted; who died before is told apart from who was given up', () => {
  const desk = both()
  const member = admitted(desk, UNIT, '2023-05-10')
  const [lan, binh] = [register(desk, { name: 'Lê Thị Lan' }), register(desk, { name: 'Trần Văn Bình' })]
  desk.do('candidate.withdraw', { case: member, reason: 'died', date: '2024-01-10' })
  desk.do('candidate.withdraw', { case: lan, reason: 'died', date: '2024-01-10' })
  desk.do('candidate.withdraw', { case: binh, reason: 'withdrawn', date: '2024-01-10' })
  const sources = desk.ask((db) => sourcesView(db, TODAY, { period: periodOf('year', 2024, 1) }))
  expect(sources?.bySource).toMatchObject([{ value: 'unknown', total: 3, members: 1, ended: 1, died: 1 }])
})

test('what is aimed at each year is a value of the rules, with its source', () => {
  const { aim } = view(both())
  const { yearlyLeastPercent, yearlyMostPercent } = RS_2021.notices
  expect(aim).toEqual({
    least: yearlyLeastPercent?.value,
    most: yearlyMostPercent?.value,
    article: yearlyLeastPercent?.article,
  })
  expect(aimSentence(aim)).toContain('kết nạp từ 3 đến 4% tổng số đảng viên')
  expect(aimSentence(aim === null ? null : { ...aim, most: aim.least })).toContain('kết nạp 3% tổng số đảng viên')
  expect(aimSentence(null)).not.toContain('phấn đấu')
})

test('the office above reckons the share of a past year with the members of that year, however late they were counted', () => {
  const { commune, district } = communeAndDistrict('counts')
  const counted = (date: string, official: number) =>
    commune.do('unit.recordMembers', { id: UNIT, count: { date, official, probationary: 1, excluded: 0 } })
  counted('2023-12-31', 50)
  counted('2021-12-31', 39)
  const wrong = counted('2022-12-31', 99)
  commune.do('entry.retract', { entry: wrong.entries[0] })
  exchange(commune, district)
  const members = (year: number) => view(district, year).parts[0]?.members
  expect([2024, 2023, 2022].map((year) => members(year)?.members)).toEqual([51, 40, 40])
  expect(members(2024)).toEqual(view(commune, 2024).whole.members)
  expect(members(2023)).toEqual(view(commune, 2023).whole.members)
  expect([replays(commune), replays(district)]).toEqual([true, true])
})
