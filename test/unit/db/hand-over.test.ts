/**
 * A case goes from one commune to another under the same district, and from the district's paper to a unit just paired:
 * one person, one keeper on every day, both sides see it, nothing is counted twice.
 */
import { expect, test } from 'vitest'
import { periodOf } from '../../../shared/calendar/period.ts'
import { branchSeries } from '../../../shared/model/numbers.ts'
import { stageOf } from '../../../shared/model/stage.ts'
import { judgedCase, judgeOf } from '../../../db/assessments.ts'
import { reportView } from '../../../db/queries/reports.ts'
import { prepared } from '../../../db/transaction.ts'
import {
  COMMUNE,
  DISTRICT,
  openDesk,
  pairWith,
  register,
  replays,
  submit,
  decide,
  TOWN,
  UNIT,
  valueOf,
  type Desk,
} from '../../support/journal-kit.ts'
import { exchange, packFor, takeIn } from '../../support/journal-parcels.ts'
import { move, pairedBelow, threeOffices } from '../../support/hand-over.ts'
import { BRANCH_ALL_FOR } from '../../support/votes.ts'

const going = (desk: Desk) =>
  desk.ask((db) =>
    prepared<{ id: string; keeper: string }>(db, 'SELECT case_id AS id, keeper FROM cases WHERE ended = 0').all(),
  )

const profile = { name: 'Đặng Thùy Dung', birth: '1999-04-05', sex: 'female', identityNumber: '035199004321' }

test('a person moves from one commune to the other, by value, and is counted once everywhere', () => {
  const { commune, town, district, west } = threeOffices()
  const id = register(commune, profile)
  commune.do('helper.assign', { case: id, name: 'Lại Văn Đức', from: '2023-10-01' })
  exchange(commune, district)
  expect(district.call('case.handOver', { cases: [id], unit: west, ...move })).toMatchObject({
    ok: false,
    error: { code: 'SNAPSHOT_NEEDED' },
  })
  commune.do('case.proposeMove', { case: id, destination: 'Đảng ủy thị trấn', ...move })
  exchange(commune, district)
  expect(district.case(id)).toMatchObject({
    known: 'snapshot',
    keeper: COMMUNE,
    moveProposed: { destination: 'Đảng ủy thị trấn' },
  })
  district.do('case.handOver', { cases: [id], unit: west, ...move })
  exchange(commune, district)
  exchange(town, district)

  expect(town.case(id)).toMatchObject({
    id,
    known: 'full',
    keeper: TOWN,
    unit: west,
    profile,
    helpers: [{ name: 'Lại Văn Đức' }],
    registeredOn: commune.case(id).registeredOn,
  })
  expect(going(town)).toEqual([{ id, keeper: TOWN }])
  expect(going(commune)).toEqual([])
  expect(stageOf(commune.case(id))).toBe('movedAway')
  expect(commune.case(id).moves).toMatchObject([{ from: COMMUNE, to: TOWN }])
  expect(going(district)).toEqual([{ id, keeper: TOWN }])
  expect(district.case(id).unit).toBe(west)
  expect(district.call('case.handOver', { cases: [id], unit: west, ...move })).toMatchObject({
    ok: false,
    error: { code: 'ALREADY_KEPT_THERE' },
  })
  for (const desk of [commune, town, district]) expect(replays(desk)).toBe(true)
})

test('a person admitted and then moved twice counts once, where the admission was, in every report', () => {
  const { commune, town, district, west } = threeOffices()
  const id = register(commune, profile)
  submit(commune, id)
  exchange(commune, district)
  decide(district, id)
  exchange(commune, district)
  const desks = [commune, town, district]
  const go = (from: Desk, unit: string, on: string) => {
    for (const desk of desks) desk.at(on)
    from.do('case.proposeMove', { case: id, destination: 'Nơi khác', reason: 'transfer', on })
    exchange(from, district)
    district.do('case.handOver', { cases: [id], unit, reason: 'transfer', on })
    exchange(commune, district)
    exchange(town, district)
  }
  go(commune, west, '2024-03-01')
  go(town, UNIT, '2024-05-01')
  const period = periodOf('year', 2024, 1)
  const told = desks.map((desk) => {
    const report = desk.ask((db) => reportView(db, '2024-06-01', { period }))?.report
    return [report?.lines[0]?.number, report?.parts.map(({ id: part, number }) => [part, number])]
  })
  expect(told).toEqual([
    [1, [[UNIT, 1]]],
    [0, expect.anything()],
    [
      1,
      [
        [COMMUNE, 1],
        [TOWN, 0],
      ],
    ],
  ])
  for (const desk of desks) expect(replays(desk)).toBe(true)
})

test('the new keeper goes on with the case up to the decision', () => {
  const { commune, town, district, west } = threeOffices()
  const id = register(commune, profile)
  commune.do('case.proposeMove', { case: id, destination: 'Đảng ủy thị trấn', ...move })
  exchange(commune, district)
  district.do('case.handOver', { cases: [id], unit: west, ...move })
  exchange(town, district)
  expect(commune.call('helper.assign', { case: id, name: 'Lại Văn Đức', from: '2023-10-01' }).ok).toBe(true)
  exchange(commune, district)
  expect(commune.call('helper.assign', { case: id, name: 'Lại Văn Đức', from: '2023-10-01' })).toMatchObject({
    ok: false,
    error: { code: 'CASE_NOT_KEPT_HERE' },
  })
  town.do('candidate.correct', { case: id, change: { set: { occupation: 'official' } } })
  submit(town, id)
  exchange(town, district)
  expect(district.case(id)).toMatchObject({ keeper: TOWN, profile: { occupation: 'official' } })
  decide(district, id)
  exchange(town, district)
  expect(town.case(id).decision).toMatchObject({ outcome: 'admit', office: DISTRICT })
  expect(going(district)).toEqual([{ id, keeper: TOWN }])
  for (const desk of [commune, town, district]) expect(replays(desk)).toBe(true)
})

test('a dossier of the new keeper is newer than one of the keeper before, whatever their places in the history', () => {
  const { commune, town, district, west } = threeOffices()
  const id = register(commune, profile)
  // A long history at the commune makes its places high; the new keeper's are low.
  for (const occupation of ['farmer', 'official', 'farmer', 'official'])
    commune.do('candidate.correct', { case: id, change: { set: { occupation } } })
  submit(commune, id)
  exchange(commune, district)
  district.do('dossier.return', { case: id, date: '2024-01-15', remarks: [{ text: 'Thiếu giấy chứng nhận' }] })
  exchange(commune, district)
  commune.do('case.proposeMove', { case: id, destination: 'Đảng ủy thị trấn', ...move })
  exchange(commune, district)
  district.do('case.handOver', { cases: [id], unit: west, ...move })
  exchange(commune, district)
  exchange(town, district)
  submit(town, id)
  exchange(town, district)
  expect(district.case(id).submissions.map(({ office }) => office)).toEqual([COMMUNE, TOWN])
  expect(stageOf(district.case(id))).toBe('submitted')
  decide(district, id)
  exchange(town, district)
  expect([stageOf(district.case(id)), stageOf(town.case(id))]).toEqual(['admitted', 'admitted'])
  for (const desk of [commune, town, district]) expect(replays(desk)).toBe(true)
})

test('what the keeper before sends without having heard of the hand-over is kept and counts for nothing', () => {
  const { commune, town, district, west } = threeOffices()
  const id = register(commune, profile)
  commune.do('case.proposeMove', { case: id, destination: 'Đảng ủy thị trấn', ...move })
  exchange(commune, district)
  district.do('case.handOver', { cases: [id], unit: west, ...move })
  exchange(town, district)
  // The commune does not know yet, and its line of the list changes.
  commune.do('candidate.correct', { case: id, change: { set: { name: 'Đặng Thị Thùy Dung' } } })
  takeIn(district, packFor(commune, DISTRICT))
  expect(district.case(id)).toMatchObject({ keeper: TOWN, profile: { name: 'Đặng Thùy Dung' } })
  expect(district.case(id).outside).toHaveLength(1)
  exchange(commune, district)
  expect(commune.case(id).outside).toEqual(district.case(id).outside)
  expect(going(district)).toEqual([{ id, keeper: TOWN }])
  for (const desk of [commune, district]) expect(replays(desk)).toBe(true)
})

test('an office that nobody showed the case to cannot give it away', () => {
  const { commune, district } = threeOffices()
  const id = register(commune, profile)
  const payload = { from: COMMUNE, to: DISTRICT, unit: UNIT, ...move } as const
  district.record([
    {
      kind: 'case.handedOver',
      subject: { type: 'case', id },
      payload: { ...payload, reason: 'transfer' },
      to: COMMUNE,
    },
  ])
  takeIn(commune, packFor(district, COMMUNE))
  // The line of the list did go to the district: it is the office above, and it may.
  expect(commune.case(id).keeper).toBe(DISTRICT)
  const alone = openDesk({ office: TOWN, seed: 'alone', standings: { [DISTRICT]: 'superior' } })
  const own = register(alone, profile)
  const stranger = openDesk({ office: DISTRICT, seed: 'stranger', capacities: ['decides'] })
  pairWith(stranger, TOWN, 'subordinate')
  stranger.record([
    {
      kind: 'case.handedOver',
      subject: { type: 'case', id: own },
      payload: { ...payload, from: TOWN, reason: 'transfer' },
      to: TOWN,
    },
  ])
  takeIn(alone, packFor(stranger, TOWN))
  expect(alone.case(own).keeper).toBe(TOWN)
  expect(alone.case(own).outside).toHaveLength(1)
})

test('an office that has never had the case cannot take it by saying that it gives it away', () => {
  const { commune, town, district, west } = threeOffices()
  const id = register(commune, profile)
  exchange(commune, district)
  for (const from of [TOWN, 'x'.repeat(26)])
    town.record([
      {
        kind: 'case.handedOver',
        subject: { type: 'case', id },
        payload: { ...move, from, to: TOWN, unit: west, reason: 'succession' },
        to: DISTRICT,
      },
    ])
  exchange(town, district)
  expect(district.case(id)).toMatchObject({ keeper: COMMUNE, moves: [], profile: { name: profile.name } })
  expect(district.case(id).outside).toHaveLength(2)
  expect(going(district)).toEqual([{ id, keeper: COMMUNE }])
  expect(replays(district)).toBe(true)
})

test('what was numbered before a move stays among the numbers of the unit and of the office of that day', () => {
  const { commune, town, district, west } = threeOffices()
  const id = register(commune, profile)
  const stays = register(commune, { name: 'Trần Văn Bình' })
  const numbered = (date: string, number: string) => ({ date, resolution: { number, date } })
  commune.do('dossier.recordBranchVote', { case: id, ...BRANCH_ALL_FOR, ...numbered('2023-12-20', '12-NQ/CB') })
  commune.do('case.proposeMove', { case: id, destination: 'Đảng ủy thị trấn', ...move })
  exchange(commune, district)
  district.do('case.handOver', { cases: [id], unit: west, ...move })
  exchange(commune, district)
  exchange(town, district)
  const kept = (desk: Desk) =>
    desk.ask((db) =>
      prepared<{ series: string; unit: string }>(
        db,
        'SELECT series, unit_id AS unit FROM numbers WHERE subject_id = ?',
      ).all(id),
    )
  for (const desk of [commune, district, town]) expect(kept(desk)).toEqual([{ series: branchSeries(UNIT), unit: UNIT }])
  // So the branch that gave the number knows it for used, and the one the person came to does not.
  commune.do('dossier.recordBranchVote', { case: stays, ...BRANCH_ALL_FOR, ...numbered('2024-01-10', '12-NQ/CB') })
  const codes = (desk: Desk, of: string) =>
    desk.ask((db) => {
      const judge = judgeOf(db, '2024-01-15')
      const found = judge === null ? null : judgedCase(db, of, judge)
      return found?.assessment.findings.flatMap(({ code }) => (code.startsWith('C38') ? [code] : []))
    })
  expect(codes(commune, stays)).toEqual(['C38'])
  const come = town.do('candidate.register', { profile: { name: 'Lê Thị Lan' }, unit: west })
  const { case: there = '' } = valueOf(come)
  town.do('dossier.recordBranchVote', { case: there, ...BRANCH_ALL_FOR, ...numbered('2024-01-10', '12-NQ/CB') })
  expect([codes(town, there), codes(town, id)]).toEqual([[], []])
  expect([commune, town, district].every(replays)).toBe(true)
})

test('a probationary member moves with the decision and the ceremony; an open dossier is answered first', () => {
  const { commune, town, district, west } = threeOffices()
  const id = register(commune, profile)
  submit(commune, id)
  expect(commune.call('case.proposeMove', { case: id, destination: 'Đảng ủy thị trấn', ...move })).toMatchObject({
    ok: false,
    error: { code: 'DOSSIER_OPEN' },
  })
  exchange(commune, district)
  decide(district, id)
  exchange(commune, district)
  commune.do('decision.recordReceipt', { case: id, date: '2024-01-15' })
  commune.do('ceremony.record', { case: id, date: '2024-01-15' })
  commune.do('case.proposeMove', { case: id, destination: 'Đảng ủy thị trấn', ...move })
  exchange(commune, district)
  district.do('case.handOver', { cases: [id], unit: west, ...move })
  exchange(commune, district)
  exchange(town, district)
  expect(stageOf(town.case(id))).toBe('probation')
  expect(town.case(id).decision).toMatchObject({ outcome: 'admit', date: '2024-01-15' })
  expect(going(district)).toEqual([{ id, keeper: TOWN }])
  for (const desk of [commune, town, district]) expect(replays(desk)).toBe(true)
})

test('communes that become one give all their cases to it through the office above both', () => {
  const { commune, town, district, west } = threeOffices()
  const ids = ['Trần Văn Bình', 'Lê Thị Lan', 'Vũ Thị Mai'].map((name) => register(commune, { name }))
  const succession = { reason: 'succession', on: '2024-01-15' }
  for (const id of ids) commune.do('case.proposeMove', { case: id, destination: 'Đảng ủy thị trấn', ...succession })
  exchange(commune, district)
  district.do('case.handOver', { cases: ids, unit: west, ...succession })
  exchange(commune, district)
  exchange(town, district)
  expect(
    going(town)
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(ids.toSorted())
  expect(going(commune)).toEqual([])
  expect(going(district)).toHaveLength(ids.length)
  for (const desk of [commune, town, district]) expect(replays(desk)).toBe(true)
})

test('a unit kept on paper gets its cases once it is paired', () => {
  const district = openDesk({ office: DISTRICT, capacities: ['proposes', 'decides'] })
  const id = register(district, profile)
  const { lower: town, branch: west } = pairedBelow(district)
  district.do('case.handOver', { cases: [id], unit: west, on: '2024-01-15', reason: 'pairing' })
  exchange(town, district)
  expect(town.case(id)).toMatchObject({ known: 'full', keeper: TOWN, unit: west, profile })
  expect(going(district)).toEqual([{ id, keeper: TOWN }])
  town.do('candidate.correct', { case: id, change: { set: { occupation: 'official' } } })
  submit(town, id)
  exchange(town, district)
  expect(district.case(id)).toMatchObject({ known: 'snapshot', unit: west, profile: { occupation: 'official' } })
  for (const desk of [town, district]) expect(replays(desk)).toBe(true)
})
