/**
 * What a deciding office recorded of a unit before that unit had the program goes down to its office at the pairing: targets,
 * inspections, ratings, measures; and after a case, what no case by value tells. Both sides then see the same, once.
 */
import { expect, test } from 'vitest'
import type { InspectionRow } from '../../../shared/contract/follow.ts'
import { foldClassLife } from '../../../shared/model/classes/seats.ts'
import { foldTargets } from '../../../shared/model/target.ts'
import { stageOf } from '../../../shared/model/stage.ts'
import { itemsAbout } from '../../../db/journal.ts'
import { loadOffice } from '../../../db/load.ts'
import { loadJudging } from '../../../db/load-rules.ts'
import { emulationView } from '../../../db/queries/emulation.ts'
import { directiveList, inspectionList } from '../../../db/queries/follow.ts'
import { homeWaits } from '../../../db/queries/home-waits.ts'
import {
  DISTRICT,
  openDesk,
  pairWith,
  replays,
  submit,
  TOWN,
  UNIT,
  valueOf,
  type Desk,
} from '../../support/journal-kit.ts'
import { exchange } from '../../support/journal-parcels.ts'

const TODAY = '2024-03-01'

const target = (desk: Desk, owner: string) =>
  desk
    .ask((db) => foldTargets(itemsAbout(db, 'target', owner)))
    .map(({ year, number, isGiven }) => [year, number, isGiven])

const inspections = (desk: Desk) => desk.ask((db) => inspectionList(db, TODAY, undefined)).rows

const classLifeOf = (desk: Desk, id: string) => desk.ask((db) => foldClassLife(itemsAbout(db, 'case', id)))

const toHandOver = (desk: Desk) =>
  desk.ask((db) => {
    const office = loadOffice(db)
    return office === null
      ? undefined
      : homeWaits(db, office, loadJudging(db, TODAY)).find(({ code }) => code === 'casesToHandOver')
  })

const year = (desk: Desk) => {
  const view = desk.ask((db) => emulationView(db, TODAY, 2023))
  return {
    ratings: view?.ratings.map(({ place, as, level }) => [place.id, as, level]),
    measures: view?.measures.map(({ what, facts }) => [what, facts.place.id]).toSorted(),
  }
}

const findings = (row: InspectionRow | undefined) =>
  row?.findings.map(({ what, standing, dueNow, mendings, checks }) => ({
    what,
    standing,
    dueNow,
    mendings: mendings.map(({ note, onPaper }) => [note, onPaper]),
    checks: checks.map(({ outcome }) => outcome),
  }))

/** The district with the town as a unit on paper, and the town's own office, not paired yet. */
function districtAndTown() {
  const district = openDesk({ office: DISTRICT, capacities: ['proposes', 'decides'], today: TODAY })
  const town = openDesk({ office: TOWN, seed: 'town', today: TODAY })
  const { unit = '' } = valueOf(
    district.do('unit.add', { name: 'Đảng ủy thị trấn', type: 'baseCommittee', onPaper: true }),
  )
  const { unit: west = '' } = valueOf(town.do('unit.add', { name: 'Chi bộ khu phố Tây', type: 'branch' }))
  const meet = () => {
    pairWith(town, DISTRICT, 'superior')
    pairWith(district, TOWN, 'subordinate', unit)
    exchange(town, district)
  }
  return { district, town, unit, west, meet }
}

const RATED = { as: 'committee', level: 'Hoàn thành tốt nhiệm vụ', rank: 2 }

test('targets, inspections, ratings and measures of a unit go down to its office with the pairing, once', () => {
  const { district, town, unit, meet } = districtAndTown()
  district.do('target.set', { year: 2023, number: 4, unit })
  district.do('target.set', { year: 2024, number: 5, unit })
  district.do('target.set', { year: 2024, number: 6, unit, reason: 'Huyện giao thêm' })
  district.do('target.set', { year: 2024, number: 9, unit: UNIT })
  const plan = { kind: 'inspection', topic: 'Kiểm tra hồ sơ', from: '2024-01-08', to: '2024-01-10', place: unit }
  const { inspection = '' } = valueOf(district.do('inspection.plan', plan))
  const find = (what: string) =>
    valueOf(
      district.do('inspection.find', { inspection, kind: 'shortcoming', what, demand: 'Bổ sung', due: '2024-01-31' }),
    )['finding'] ?? ''
  const mended = find('Thiếu biên bản')
  const reported = find('Chậm rà soát')
  find('Chưa phân công')
  district.do('inspection.mend', { inspection, finding: mended, on: '2024-01-20', note: 'Đã bổ sung' })
  district.do('inspection.check', { inspection, finding: mended, on: '2024-01-25', outcome: 'mended' })
  district.do('inspection.mend', { inspection, finding: reported, on: '2024-01-28', note: 'Đã rà soát' })
  district.do('inspection.conclude', { inspection, on: '2024-01-11', summary: 'Cơ bản thực hiện tốt' })
  district.do('inspection.plan', { ...plan, topic: 'Việc của đơn vị khác', place: UNIT })
  district.do('rating.record', {
    year: 2023,
    rows: [
      { ...RATED, place: unit },
      { ...RATED, as: 'branch', place: UNIT },
    ],
  })
  const measure = { year: 2023, place: unit, form: 'Giấy khen', reason: 'Vượt chỉ tiêu', on: '2024-01-20' }
  district.do('commendation.record', measure)
  district.do('correction.record', { ...measure, form: 'Chấn chỉnh', due: '2024-02-20' })
  district.do('proposal.dismiss', { year: 2023, place: unit, proposal: 'idleBranch', reason: 'Mới lập' })
  const before = findings(inspections(district).find(({ id }) => id === inspection))

  meet()
  expect(target(town, TOWN)).toEqual([
    [2023, 4, true],
    [2024, 6, true],
  ])
  expect(
    inspections(town).map(({ id, plan: { place }, end, received }) => [id, place.id, end?.summary, received]),
  ).toEqual([[inspection, TOWN, 'Cơ bản thực hiện tốt', true]])
  const told = findings(inspections(town)[0])
  expect(told).toEqual([
    {
      what: 'Thiếu biên bản',
      standing: 'mended',
      dueNow: null,
      mendings: [['Đã bổ sung', true]],
      checks: ['mended'],
    },
    { what: 'Chậm rà soát', standing: 'reported', dueNow: '2024-01-31', mendings: [['Đã rà soát', true]], checks: [] },
    { what: 'Chưa phân công', standing: 'open', dueNow: '2024-01-31', mendings: [], checks: [] },
  ])
  // Nothing is there twice at the office that holds both.
  expect(findings(inspections(district).find(({ id }) => id === inspection))).toEqual(told)
  expect(before).toEqual(told)
  expect(year(town)).toEqual({
    ratings: [[TOWN, 'committee', RATED.level]],
    measures: [
      ['commendation', TOWN],
      ['correction', TOWN],
    ],
  })
  expect(year(district)).toEqual({
    ratings: [
      [UNIT, 'branch', RATED.level],
      [TOWN, 'committee', RATED.level],
    ],
    measures: [
      ['commendation', TOWN],
      ['correction', TOWN],
      ['dismissal', unit],
    ],
  })
  for (const desk of [district, town]) expect(replays(desk)).toBe(true)

  // A new card of the same office: it has been told.
  expect(pairWith(district, TOWN, 'subordinate', unit).entries).toHaveLength(1)
})

test('what was told at the pairing goes on between both offices, and what is taken back is gone on both sides', () => {
  const { district, town, unit, meet } = districtAndTown()
  const { inspection = '' } = valueOf(
    district.do('inspection.plan', {
      kind: 'supervision',
      topic: 'Giám sát',
      from: '2024-01-08',
      to: '2024-01-10',
      place: unit,
    }),
  )
  district.do('inspection.find', { inspection, kind: 'breach', what: 'Thiếu sổ', due: '2024-01-31' })
  // A long history before the pairing makes the places of what was kept high; those of what is told are low.
  for (const level of ['Không hoàn thành', 'Hoàn thành', 'Hoàn thành tốt nhiệm vụ'])
    district.do('rating.record', { year: 2023, rows: [{ ...RATED, level, place: unit }] })
  const { measure = '' } = valueOf(
    district.do('commendation.record', { year: 2023, place: unit, form: 'Giấy khen', reason: 'Tốt', on: '2024-01-20' }),
  )
  meet()
  const finding = inspections(town)[0]?.findings[0]?.id ?? ''
  town.do('inspection.mend', { inspection, finding, on: '2024-02-01', note: 'Đã lập sổ' })
  exchange(town, district)
  expect(inspections(district)[0]).toMatchObject({ reported: 1, mayMend: false })
  district.do('inspection.check', { inspection, finding, on: '2024-02-05', outcome: 'mended' })
  district.do('rating.record', { year: 2023, rows: [{ ...RATED, level: 'Hoàn thành xuất sắc', rank: 1, place: unit }] })
  const entry = district.ask((db) => itemsAbout(db, 'measure', measure)).find(({ audience }) => audience === TOWN)
    ?.entry.id
  district.do('entry.retract', { entry, reason: 'Ghi nhầm đơn vị' })
  exchange(town, district)
  for (const desk of [district, town]) {
    expect(inspections(desk).map((row) => findings(row))).toEqual([
      [
        {
          what: 'Thiếu sổ',
          standing: 'mended',
          dueNow: null,
          mendings: [['Đã lập sổ', false]],
          checks: ['mended'],
        },
      ],
    ])
    expect(year(desk)).toEqual({ ratings: [[TOWN, 'committee', 'Hoàn thành xuất sắc']], measures: [] })
    expect(replays(desk)).toBe(true)
  }
})

test('a directive confirmed on paper by a unit holds for the office it has by now, and its own word comes before', () => {
  const { district, town, unit, meet } = districtAndTown()
  const { directive = '' } = valueOf(
    district.do('directive.issue', { kind: 'guidance', date: '2024-01-05', issuer: 'Ban Tổ chức', title: 'Hướng dẫn' }),
  )
  district.do('directive.read', { directive, on: '2024-01-10', places: [unit] })
  meet()
  const seen = () => district.ask((db) => directiveList(db, TODAY)).rows[0]
  expect(seen()?.missing).toEqual([])
  expect(seen()?.receipts).toMatchObject([{ name: 'Đảng ủy thị trấn', onPaper: true }])
  town.do('directive.read', { directive, on: '2024-01-15' })
  exchange(town, district)
  expect(seen()?.receipts).toMatchObject([{ on: '2024-01-15', onPaper: false }])
})

test('with a case go the remarks of its return, the consent asked for and the class it sits in', () => {
  const { district, town, unit, west, meet } = districtAndTown()
  const { case: id = '' } = valueOf(
    district.do('candidate.register', {
      profile: { name: 'Đặng Thùy Dung', birth: '1960-04-05', sex: 'female' },
      unit,
    }),
  )
  const { class: course = '' } = valueOf(
    district.do('class.open', {
      kind: 'awareness',
      name: 'Lớp khóa 1',
      decision: { number: '12-QĐ/HU', date: '2024-01-08' },
      from: '2024-02-15',
      to: '2024-03-19',
      places: 80,
    }),
  )
  district.do('class.enroll', { class: course, cases: [id], on: '2024-02-10' })
  district.do('class.attend', { class: course, date: '2024-02-16', held: 2, rows: [{ case: id, present: 1 }] })
  district.do('consent.request', { case: id, kind: 'overAge', date: '2024-01-10', to: 'Ban Thường vụ Tỉnh ủy' })
  submit(district, id)
  district.do('dossier.return', { case: id, date: '2024-01-25', remarks: [{ text: 'Thiếu giấy xác nhận' }] })

  expect(toHandOver(district)).toBeUndefined()
  meet()
  // The first page says what is theirs to keep by now.
  expect(toHandOver(district)).toMatchObject({
    count: 1,
    route: '/ban-giao',
    names: ['Văn phòng t'],
  })
  district.do('case.handOver', { cases: [id], unit: west, on: TODAY, reason: 'pairing' })
  exchange(town, district)
  expect(stageOf(town.case(id))).toBe('returned')
  expect(town.case(id).submissions).toMatchObject([{ returned: { remarks: [{ text: 'Thiếu giấy xác nhận' }] } }])
  expect(town.case(id).consentRequests).toMatchObject([{ kind: 'overAge', to: 'Ban Thường vụ Tỉnh ủy' }])
  expect(toHandOver(district)).toBeUndefined()
  for (const desk of [district, town]) {
    expect(desk.case(id).consentRequests).toHaveLength(1)
    expect(classLifeOf(desk, id).seats).toMatchObject([
      { class: { name: 'Lớp khóa 1' }, days: [{ held: 2, present: 1 }] },
    ])
    expect(replays(desk)).toBe(true)
  }
  // What comes after goes on from there.
  district.do('class.attend', { class: course, date: '2024-02-17', held: 2, rows: [{ case: id, present: 2 }] })
  submit(town, id, TODAY)
  exchange(town, district)
  expect(classLifeOf(town, id).seats[0]?.days).toHaveLength(2)
  expect(stageOf(district.case(id))).toBe('submitted')
  expect(district.case(id).submissions.map(({ returned }) => returned !== null)).toEqual([true, false])
  for (const desk of [district, town]) expect(replays(desk)).toBe(true)
})
