/**
 * What the office above knows of a case once it has another keeper: what its new keeper lists, which is newer than the case
 * by value that was handed over. Nobody is counted as live who is not.
 */
import { expect, test } from 'vitest'
import { stageDay } from '../../../shared/model/stage-day.ts'
import { stageOf } from '../../../shared/model/stage.ts'
import { prepared } from '../../../db/transaction.ts'
import { give, merge, move, pairedBelow, threeOffices, transfer } from '../../support/hand-over.ts'
import {
  branchVote,
  DISTRICT,
  openDesk,
  register,
  replays,
  TOWN,
  UNIT,
  valueOf,
  type Desk,
} from '../../support/journal-kit.ts'
import { exchange, packFor, takeIn } from '../../support/journal-parcels.ts'

const profile = { name: 'Đặng Thùy Dung', birth: '1999-04-05', sex: 'female', occupation: 'farmer' }

/** Who goes on, as an office counts them. */
function going(desk: Desk): readonly string[] {
  return desk.ask((db) =>
    prepared<{ id: string }>(db, 'SELECT case_id AS id FROM cases WHERE ended = 0')
      .all()
      .map(({ id }) => id),
  )
}

function rowOf(desk: Desk, id: string) {
  return desk.ask((db) =>
    prepared(
      db,
      'SELECT name, unit_id AS unit, stage, stage_on AS day, helper_name AS helper FROM cases WHERE case_id = ?',
    ).get(id),
  )
}

test('name, year of birth, unit, helper and stage are as the new keeper lists them', () => {
  const offices = threeOffices()
  const { commune, town, district, west } = offices
  const id = register(commune, profile)
  commune.do('helper.assign', { case: id, name: 'Lại Văn Đức', from: '2023-10-01' })
  transfer(offices, id, commune, west)
  expect(rowOf(district, id)).toEqual({
    name: 'Đặng Thùy Dung',
    unit: west,
    stage: 'helped',
    day: '2023-10-01',
    helper: 'Lại Văn Đức',
  })
  const { unit: east } = valueOf(town.do('unit.add', { name: 'Chi bộ khu phố Đông', type: 'branch' }))
  town.do('candidate.correct', {
    case: id,
    unit: east,
    change: { set: { name: 'Đặng Thị Dung', birth: '1998-04-05' } },
  })
  town.do('helper.assign', { case: id, name: 'Trần Văn Bình', from: '2024-01-15', inPlaceOf: 'Lại Văn Đức' })
  town.do('dossier.recordBranchVote', { case: id, ...branchVote })
  exchange(town, district)
  expect(district.case(id)).toMatchObject({ profile: { ...profile, name: 'Đặng Thị Dung', birth: '1998' } })
  expect(rowOf(district, id)).toEqual({
    name: 'Đặng Thị Dung',
    unit: east,
    stage: 'branchVoted',
    day: null,
    helper: 'Trần Văn Bình',
  })
  expect(town.case(id).profile.birth).toBe('1998-04-05')
  for (const desk of [town, district]) expect(replays(desk)).toBe(true)
})

test('who was handed over and leaves the list of the new keeper is live nowhere', () => {
  const offices = threeOffices()
  const { commune, town, district, west } = offices
  const id = register(commune, profile)
  transfer(offices, id, commune, west)
  town.do('candidate.withdraw', { case: id, reason: 'withdrawn', date: '2024-01-15' })
  exchange(town, district)
  expect([town, district].map((desk) => stageOf(desk.case(id)))).toEqual(['withdrawn', 'withdrawn'])
  expect(stageDay(district.case(id))).toBeNull()
  for (const desk of [commune, town, district]) {
    expect(going(desk)).toEqual([])
    expect(replays(desk)).toBe(true)
  }
})

test('of a unit so far kept on paper too, and taking the end back brings the person back', () => {
  const district = openDesk({ office: DISTRICT, capacities: ['proposes', 'decides'] })
  const id = register(district, profile)
  const { lower: town, branch: west } = pairedBelow(district)
  district.do('case.handOver', { cases: [id], unit: west, on: '2024-01-15', reason: 'pairing' })
  exchange(town, district)
  const { entries } = town.do('candidate.withdraw', { case: id, reason: 'died', date: '2024-01-15' })
  exchange(town, district)
  expect([going(town), going(district)]).toEqual([[], []])
  town.do('entry.retract', { entry: entries[0], reason: 'Báo nhầm người' })
  exchange(town, district)
  expect([going(town), going(district)]).toEqual([[id], [id]])
})

test('who died after the move was proposed is not handed over as a live case', () => {
  const { commune, town, district, west } = threeOffices()
  const id = register(commune, profile)
  commune.do('case.proposeMove', { case: id, destination: 'Thị trấn', ...move })
  exchange(commune, district)
  commune.do('candidate.withdraw', { case: id, reason: 'died', date: '2024-01-15' })
  exchange(commune, district)
  expect(district.call('case.handOver', { cases: [id], unit: west, ...move })).toMatchObject({
    ok: false,
    error: { code: 'CASE_ENDED', data: { stage: 'died' } },
  })
  exchange(town, district)
  for (const desk of [commune, town, district]) expect(going(desk)).toEqual([])
})

test('a line that the former keeper sends too late tells nothing', () => {
  const offices = threeOffices()
  const { commune, town, district, west } = offices
  const id = register(commune, profile)
  give(offices, id, commune, west)
  exchange(town, district)
  commune.do('candidate.withdraw', { case: id, reason: 'movedAway', date: '2024-01-15' })
  exchange(commune, district)
  expect(district.case(id)).toMatchObject({ keeper: TOWN, unit: west, line: { stage: 'listed' } })
  expect([going(town), going(district)]).toEqual([[id], [id]])
})

test('the list lines of an office that is no more are older than any of its successor, whatever their ticks', () => {
  const offices = threeOffices()
  const { commune, town, district } = offices
  const id = register(commune, profile)
  for (const name of ['Đặng Thị Dung', 'Đặng Thùy Dũng', 'Đặng Thùy Dung'])
    commune.do('candidate.correct', { case: id, change: { set: { name } } })
  exchange(commune, district)
  merge(offices)
  expect(district.case(id)).toMatchObject({ keeper: TOWN, unit: UNIT, isLineNewest: true })
  town.do('dossier.recordBranchVote', { case: id, ...branchVote })
  exchange(town, district)
  expect(rowOf(district, id)).toMatchObject({ name: 'Đặng Thùy Dung', stage: 'branchVoted' })
  town.do('candidate.withdraw', { case: id, reason: 'withdrawn', date: '2024-01-15' })
  exchange(town, district)
  expect([going(town), going(district)]).toEqual([[], []])
  for (const desk of [town, district]) expect(replays(desk)).toBe(true)
})

test('the order in which the district hears of it all makes no difference', () => {
  const offices = threeOffices()
  const { commune, town, district, west } = offices
  const id = register(commune, profile)
  give(offices, id, commune, west)
  takeIn(town, packFor(district, TOWN))
  town.do('candidate.withdraw', { case: id, reason: 'withdrawn', date: '2024-01-15' })
  const late = packFor(town, DISTRICT)
  exchange(commune, district)
  takeIn(district, late)
  expect(stageOf(district.case(id))).toBe('withdrawn')
  for (const desk of [commune, town, district]) expect(going(desk)).toEqual([])
})
