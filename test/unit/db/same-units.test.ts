/**
 * A unit that a deciding office kept on paper is paired: the branches recorded for it and those its office keeps are matched
 * by a person, and from then on counted as one, whatever was recorded of them before; its cases go over together.
 */
import { expect, test } from 'vitest'
import { periodOf } from '../../../shared/calendar/period.ts'
import type { HandedOver } from '../../../shared/contract/hand-over.ts'
import { askList } from '../../../db/queries/classes.ts'
import { homeWaits } from '../../../db/queries/home-waits.ts'
import { handOverView } from '../../../db/queries/hand-over.ts'
import { listMembers, listUnits } from '../../../db/queries/house.ts'
import { handOverList, memberList, nominationList } from '../../../db/queries/lists.ts'
import { officeFindings } from '../../../db/queries/office-findings.ts'
import { coverageView, reportView } from '../../../db/queries/reports.ts'
import { searchCases } from '../../../db/queries/search.ts'
import { targetsView } from '../../../db/queries/targets.ts'
import { loadJudging } from '../../../db/load-rules.ts'
import { loadOffice } from '../../../db/load.ts'
import {
  clearTheWay,
  COMMUNE,
  decide,
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

/** The district with the town and two of its branches on paper, and the town's own office with its branches. */
function districtAndTown() {
  const district = openDesk({ office: DISTRICT, capacities: ['proposes', 'decides'], today: TODAY })
  const town = openDesk({ office: TOWN, seed: 'town', today: TODAY })
  const unit = (desk: Desk, input: object) => valueOf(desk.do('unit.add', input))['unit'] ?? ''
  const top = unit(district, { name: 'Đảng ủy thị trấn', type: 'baseCommittee', onPaper: true })
  const ofPaper = { type: 'branch', parent: top, onPaper: true, sector: 'residential', from: '2019-01-01' }
  const paperWest = unit(district, { ...ofPaper, name: 'Chi bộ khu phố Tây' })
  const paperEast = unit(district, { ...ofPaper, name: 'Chi bộ KP Đông' })
  const west = unit(town, { name: 'Khu phố Tây', type: 'branch', from: '2024-03-01' })
  const east = unit(town, { name: 'Chi bộ khu phố Đông', type: 'branch' })
  const pair = () => {
    pairWith(town, DISTRICT, 'superior')
    pairWith(district, TOWN, 'subordinate', top)
  }
  return { district, town, top, paperWest, paperEast, west, east, pair }
}

const candidate = (desk: Desk, name: string, unit: string) =>
  valueOf(desk.do('candidate.register', { profile: { name, birth: '1999-04-05', sex: 'female' }, unit }))['case'] ?? ''

const waits = (desk: Desk) =>
  desk.ask((db) => {
    const office = loadOffice(db)
    return office === null
      ? []
      : homeWaits(db, office, loadJudging(db, TODAY))
          .filter(({ route }) => route === '/ban-giao')
          .map(({ code, count, names }) => [code, count, names])
  })

/** What a year comes to, and each branch of it. */
function yearOf(desk: Desk) {
  return desk.ask((db) => {
    const report = reportView(db, TODAY, { period: periodOf('year', 2024, 1) })?.report
    const targets = targetsView(db, loadJudging(db, TODAY), { year: 2024, membersOn: '2023-12-31' })
    const coverage = coverageView(db, TODAY, undefined)
    const branch = ({ name, plan, admitted, members }: NonNullable<typeof targets>['branches'][number]) => [
      name,
      plan.number,
      admitted.number,
      members.members,
    ]
    return {
      admitted: report?.lines[0]?.number,
      parts: report?.parts.map(({ id, number }) => [id, number]),
      whole: [targets?.whole.plan.number, targets?.whole.admitted.number, targets?.whole.members.members],
      branches: targets?.branches.map(branch),
      covered: coverage?.branches.map(({ name, last, by, sector }) => [name, last, by, sector]),
    }
  })
}

test('a branch recorded on paper and the one its office keeps are one in every figure, once a person has said so', () => {
  const { district, town, paperWest, paperEast, west, east, pair } = districtAndTown()
  for (const [unit, official] of [
    [paperWest, 20],
    [paperEast, 30],
  ] as const)
    district.do('unit.recordMembers', {
      id: unit,
      count: { date: '2023-12-20', official, probationary: 1, excluded: 0 },
    })
  district.do('target.set', { year: 2024, number: 2, unit: paperWest })
  district.do('total.type', { year: 2021, unit: paperEast, lastAdmission: '2021-05-04' })
  const admitted = candidate(district, 'Lê Thị Lan', paperWest)
  submit(district, admitted)
  decide(district, admitted)
  const before = yearOf(district)
  expect(before).toMatchObject({ admitted: 1, whole: [2, 1, 52] })

  pair()
  const mine = ['casesToHandOver', 1, ['Văn phòng t']]
  expect(waits(district)).toEqual([mine])
  exchange(town, district)
  town.do('unit.recordMembers', { id: west, count: { date: '2024-02-20', official: 22, probationary: 0, excluded: 0 } })
  exchange(town, district)
  // Both stand beside each other until somebody says which is which.
  const apart = yearOf(district)
  expect(apart.covered).toHaveLength(5)
  expect(waits(district)).toEqual([['unitsToMatch', 2, ['Văn phòng t']], mine])
  const [office] = district.ask((db) => handOverView(db, TODAY)).offices
  expect(office?.ours.map(({ id, proposed }) => [id, proposed])).toEqual([
    [paperWest, west],
    [paperEast, null],
  ])
  const { entries } = district.do('unit.identify', {
    on: TODAY,
    rows: [
      { unit: paperWest, as: west },
      { unit: paperEast, as: east },
    ],
  })
  expect(waits(district)).toEqual([mine])

  const after = yearOf(district)
  expect([after.admitted, after.whole]).toEqual([before.admitted, before.whole])
  expect(after.parts).toEqual(expect.arrayContaining([[TOWN, 1]]))
  // The names are the office's; plan, result and the members of the day before are those recorded on paper.
  expect(after.branches).toEqual(
    expect.arrayContaining([
      ['Khu phố Tây', 2, 1, 21],
      ['Chi bộ khu phố Đông', null, 0, 31],
    ]),
  )
  expect(after.branches).toHaveLength(2)
  expect(after.covered).toEqual(
    expect.arrayContaining([
      ['Khu phố Tây', '2024-01-15', 'case', 'residential'],
      ['Chi bộ khu phố Đông', '2021-05-04', 'typed', 'residential'],
    ]),
  )
  expect(after.covered).toHaveLength(3)
  // People still kept under the paper name are found at the office's branch.
  expect(district.ask((db) => searchCases(db, { unit: west }, TODAY)).rows.map(({ case: id }) => id)).toEqual([
    admitted,
  ])
  // The unit on paper is closed, dated, with what it went on as; nothing more is recorded of it.
  const closed = district.ask(listUnits).find(({ id }) => id === paperWest)
  expect(closed).toMatchObject({ unit: { to: '2024-02-29', successors: [west] }, same: { as: west, on: TODAY } })
  expect(district.call('candidate.register', { profile: { name: 'Trần Văn Bình' }, unit: paperWest })).toMatchObject({
    ok: false,
    error: { code: 'UNIT_CLOSED' },
  })
  expect(replays(district)).toBe(true)

  // Taken back, everything is as it was.
  district.do('entry.retractMany', { entries })
  expect(yearOf(district)).toEqual(apart)
  expect(replays(district)).toBe(true)
})

test('what is found of a branch rests on both of its names, and its list counts and narrows by both', () => {
  const { district, town, paperWest, paperEast, west, east, pair } = districtAndTown()
  const found = (code: string, unit?: string) =>
    (district.ask((db) => officeFindings(db, loadJudging(db, TODAY), unit))?.findings ?? [])
      .filter((finding) => finding.code === code)
      .map(({ data }) => data)
  district.do('member.add', { name: 'Vũ Văn An', unit: paperWest, admittedOn: '2015-02-03' })
  const admitted = candidate(district, 'Lê Thị Lan', paperEast)
  submit(district, admitted)
  decide(district, admitted)
  // The branch has agreed on the second one, and nothing is sent yet.
  const underway = candidate(district, 'Trần Văn Bình', paperEast)
  const blocked = district.call('dossier.submit', { case: underway, date: '2024-01-15' })
  if (!blocked.ok) clearTheWay(district, underway, blocked.error)
  district.do('class.nominate', { case: underway, class: 'awareness', date: '2024-01-16' })
  district.do('target.set', { year: 2024, number: 3, unit: paperEast })
  pair()
  exchange(town, district)
  district.do('unit.identify', {
    on: '2024-02-20',
    rows: [
      { unit: paperWest, as: west },
      { unit: paperEast, as: east },
    ],
  })
  const short = { unit: east, name: 'Chi bộ khu phố Đông', number: 3, admitted: 1, underway: 1, short: 1 }
  const lookAt = () => {
    // The office has it from today on; it has worked since 2019 and had its newest member in 2015.
    const idle = { unit: west, newMember: '2015-02-03' }
    expect(found('C43-idle')).toMatchObject([{ unit: UNIT }, idle])
    expect(found('C43-idle', west)).toMatchObject([idle])
    expect(found('C43-idle', east)).toEqual([])
    expect(found('C43-plan').filter((data) => 'unit' in data && data.unit !== null)).toMatchObject([short])
    expect(found('C43-plan', east)).toMatchObject([short])
    expect(found('C43-plan', paperEast)).toEqual([])
    const listed = (filter: object) =>
      district.ask((db) => searchCases(db, { ...filter, ended: false }, TODAY)).rows.map(({ case: id }) => id)
    const people = [admitted, underway].toSorted()
    expect(listed({ unit: east }).toSorted()).toEqual(people)
    expect(listed({ sector: 'residential' }).toSorted()).toEqual(people)
    expect(district.ask(listUnits).find(({ id }) => id === east)?.cases).toBe(2)
    for (const members of [district.ask((db) => listMembers(db, '', west)), district.ask((db) => memberList(db, west))])
      expect(members.map(({ member }) => member.name)).toEqual(['Vũ Văn An'])
    expect(district.ask((db) => nominationList(db, east, {})).map(({ name }) => name)).toEqual(['Trần Văn Bình'])
    expect(district.ask((db) => askList(db, { unit: east }, TODAY)).rows.map(({ case: id }) => id)).toEqual([underway])
  }
  lookAt()
  // One goes over, the other one stays under its paper name: nothing changes.
  district.do('case.handOver', { cases: [underway], unit: east, on: TODAY, reason: 'pairing' })
  lookAt()
})

test('branches of a section go to the office of their base committee, one that has its own office to that one', () => {
  const { district, town, top, paperWest, paperEast, pair } = districtAndTown()
  const add = (input: object) => valueOf(district.do('unit.add', { onPaper: true, ...input }))['unit'] ?? ''
  const section = add({ name: 'Đảng bộ bộ phận Công ty', type: 'section', parent: top })
  const shop = add({ name: 'Chi bộ phân xưởng', type: 'branch', parent: section })
  const school = add({ name: 'Chi bộ trường học', type: 'branch', parent: section })
  const [ofShop, ofSchool] = [candidate(district, 'Lê Thị Lan', shop), candidate(district, 'Trần Văn Bình', school)]
  pair()
  pairWith(district, COMMUNE, 'subordinate', school)
  exchange(town, district)
  const offices = district
    .ask((db) => handOverView(db, TODAY))
    .offices.map(({ office, ours, people }) => ({
      office,
      ours: new Set(ours.map(({ id }) => id)),
      people: people.map(({ case: id }) => id),
    }))
  expect(offices).toEqual([
    { office: COMMUNE, ours: new Set([school]), people: [ofSchool] },
    { office: TOWN, ours: new Set([paperWest, paperEast, section, shop]), people: [ofShop] },
  ])
  // The commune has not sent its branches yet: there is nothing to match them with.
  expect(waits(district)).toEqual([
    ['unitsToMatch', 4, ['Văn phòng t']],
    ['casesToHandOver', 2, ['Văn phòng c', 'Văn phòng t']],
  ])
})

test('a branch is matched once, with a branch of the office of its own unit, on a day that has come', () => {
  const { district, town, paperWest, paperEast, west, east, pair } = districtAndTown()
  pair()
  exchange(town, district)
  const told = (rows: readonly object[], on = TODAY) => district.call('unit.identify', { on, rows })
  expect(told([{ unit: UNIT, as: west }])).toMatchObject({ error: { data: { what: 'unitOfAnother' } } })
  expect(told([{ unit: paperWest, as: paperEast }])).toMatchObject({ error: { code: 'UNIT_NOT_ELSEWHERE' } })
  expect(
    told([
      { unit: paperWest, as: west },
      { unit: paperEast, as: west },
    ]),
  ).toMatchObject({ error: { data: { what: 'unitTakenAlready' } } })
  expect(told([{ unit: west, as: east }])).toMatchObject({ error: { code: 'UNIT_NOT_KEPT_HERE' } })
  expect(told([{ unit: paperWest, as: west }], '2024-04-01')).toMatchObject({ error: { code: 'IMPOSSIBLE' } })
  district.do('unit.identify', { on: '2024-02-15', rows: [{ unit: paperWest, as: west }] })
  expect(told([{ unit: paperWest, as: east }])).toMatchObject({ error: { code: 'UNIT_CLOSED' } })
  expect(told([{ unit: paperEast, as: west }])).toMatchObject({ error: { data: { what: 'unitTakenAlready' } } })
  // A branch that its office has closed goes on with nothing, and one below a unit with its own office is that one's.
  town.do('unit.change', { id: east, unit: { name: 'Chi bộ khu phố Đông', type: 'branch', to: '2024-02-20' } })
  exchange(town, district)
  expect(told([{ unit: paperEast, as: east }])).toMatchObject({ error: { code: 'UNIT_CLOSED' } })
  pairWith(district, COMMUNE, 'subordinate', paperEast)
  expect(told([{ unit: paperEast, as: east }], '2024-02-18')).toMatchObject({
    error: { data: { what: 'unitOfAnother' } },
  })
})

test('a unit that was one branch on paper is the branch its office keeps', () => {
  const district = openDesk({ office: DISTRICT, capacities: ['proposes', 'decides'], today: TODAY })
  const town = openDesk({ office: TOWN, seed: 'town', today: TODAY })
  const base = { name: 'Chi bộ cơ sở Trường THPT', type: 'baseBranch' }
  const { unit: paper = '' } = valueOf(district.do('unit.add', { ...base, onPaper: true }))
  const { unit: own = '' } = valueOf(town.do('unit.add', base))
  district.do('target.set', { year: 2024, number: 3, unit: paper })
  const id = candidate(district, 'Lê Thị Lan', paper)
  submit(district, id)
  decide(district, id)
  pairWith(town, DISTRICT, 'superior')
  pairWith(district, TOWN, 'subordinate', paper)
  exchange(town, district)
  district.do('unit.identify', { on: TODAY, rows: [{ unit: paper, as: own }] })
  const after = yearOf(district)
  expect(after.whole.slice(0, 2)).toEqual([3, 1])
  expect(after.covered).toEqual(expect.arrayContaining([[base.name, '2024-01-15', 'case', null]]))
  expect(after.covered).toHaveLength(2)
})

test('the cases of a unit just paired go over together; whoever waits for an answer is named and stays', () => {
  const { district, town, paperWest, paperEast, west, east, pair } = districtAndTown()
  const ids = ['Lê Thị Lan', 'Trần Văn Bình', 'Vũ Thị Mai'].map((name) => candidate(district, name, paperWest))
  const waiting = candidate(district, 'Phạm Văn Cúc', paperEast)
  submit(district, waiting)
  pair()
  exchange(town, district)
  district.do('unit.identify', { on: TODAY, rows: [{ unit: paperWest, as: west }] })
  const [office] = district.ask((db) => handOverView(db, TODAY)).offices
  expect(new Map(office?.people.map(({ case: id, to }) => [id, to]))).toEqual(
    new Map([...ids.map((id) => [id, west] as const), [waiting, null]]),
  )
  const listed = district.ask((db) => handOverList(db, TODAY))
  expect(Object.fromEntries(listed.map(({ name, toName }) => [name, toName]))).toEqual({
    'Lê Thị Lan': 'Khu phố Tây',
    'Trần Văn Bình': 'Khu phố Tây',
    'Vũ Thị Mai': 'Khu phố Tây',
    'Phạm Văn Cúc': null,
  })
  expect(new Set(listed.map(({ officeName }) => officeName))).toEqual(new Set([office?.name]))
  // Its page shows so many at once; the list leaves nobody out.
  const [page] = district.ask((db) => handOverView(db, TODAY, 2)).offices
  expect([page?.people.length, page?.total, listed.length]).toEqual([2, 4, 4])
  // Named a second time with another branch, a case goes where it was named first.
  const rows = [
    ...ids.map((id) => ({ case: id, unit: west })),
    { case: waiting, unit: east },
    { case: ids[0], unit: east },
  ]
  const handed = district.do('case.handOverMany', { rows, on: TODAY, reason: 'pairing' }).value as HandedOver
  expect(handed).toMatchObject({
    cases: 3,
    refused: [{ case: waiting, name: 'Phạm Văn Cúc', reason: { code: 'DOSSIER_OPEN' } }],
  })
  exchange(town, district)
  expect(ids.map((id) => town.case(id)).map(({ keeper, unit }) => [keeper, unit])).toEqual(ids.map(() => [TOWN, west]))
  expect(waits(district)).toEqual([
    ['unitsToMatch', 1, ['Văn phòng t']],
    ['casesToHandOver', 1, ['Văn phòng t']],
  ])
  for (const desk of [district, town]) expect(replays(desk)).toBe(true)
})

test('the monthly reviews of before a pairing go up with the units, once', () => {
  const district = openDesk({ office: DISTRICT, capacities: ['decides'], today: TODAY })
  const town = openDesk({ office: TOWN, seed: 'town', today: TODAY })
  const { unit = '' } = valueOf(town.do('unit.add', { name: 'Chi bộ khu phố Tây', type: 'branch' }))
  const [january] = ['2024-01', '2024-02'].map(
    (month) => town.do('list.review', { unit, month, date: `${month}-28`, removed: [] }).entries[0],
  )
  const months = (desk: Desk) =>
    desk
      .ask(listUnits)
      .find(({ id }) => id === unit)
      ?.reviews.map(({ month }) => month)
  pairWith(town, DISTRICT, 'superior')
  pairWith(district, TOWN, 'subordinate')
  exchange(town, district)
  expect(months(district)).toEqual(['2024-02', '2024-01'])
  town.do('list.review', { unit, month: '2024-03', date: TODAY, removed: [] })
  exchange(town, district)
  for (const desk of [town, district]) {
    expect(months(desk)).toEqual(['2024-03', '2024-02', '2024-01'])
    expect(replays(desk)).toBe(true)
  }
  // One of before the pairing is taken back: it stands nowhere, and why is told to whoever was told of it.
  expect(town.call('entry.retract', { entry: january })).toMatchObject({ error: { code: 'REASON_NEEDED' } })
  town.do('entry.retract', { entry: january, reason: 'Ghi nhầm tháng' })
  exchange(town, district)
  for (const desk of [town, district]) expect(months(desk)).toEqual(['2024-03', '2024-02'])
  // Held after all, with the same words: it is a new one, and stands.
  town.do('list.review', { unit, month: '2024-01', date: '2024-01-28', removed: [] })
  exchange(town, district)
  for (const desk of [town, district]) {
    expect(months(desk)).toEqual(['2024-03', '2024-02', '2024-01'])
    expect(replays(desk)).toBe(true)
  }
})
