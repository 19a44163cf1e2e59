/**
 * A case that comes back to an office that kept it before: it is taken over as it is then, in place of what the office knew
 * of it long ago, and every hand-over counts, however often the same two offices have it of each other.
 */
import { expect, test } from 'vitest'
import { stageOf } from '../../../shared/model/stage.ts'
import { prepared } from '../../../db/transaction.ts'
import { give, merge, move, pairedBelow, threeOffices, transfer } from '../../support/hand-over.ts'
import { branchVote, COMMUNE, register, replays, TOWN, UNIT, valueOf, type Desk } from '../../support/journal-kit.ts'
import { exchange } from '../../support/journal-parcels.ts'

const profile = { name: 'Đặng Thùy Dung', birth: '1999-04-05', occupation: 'farmer', work: 'Thôn 1' }

/** How many go on, as an office counts them. */
function going(desk: Desk): number {
  return desk.ask((db) => prepared<{ n: number }>(db, 'SELECT count(*) AS n FROM cases WHERE ended = 0').get()?.n ?? 0)
}

test('what the other office has changed meanwhile is no conflict, and what it cleared stays cleared', () => {
  const offices = threeOffices()
  const { commune, town, district, west } = offices
  const id = register(commune, profile)
  transfer(offices, id, commune, west)
  town.do('candidate.correct', { case: id, change: { set: { occupation: 'official' }, clear: ['work'] } })
  transfer(offices, id, town, UNIT)
  const { work: _work, ...left } = profile
  expect(commune.case(id)).toMatchObject({ known: 'full', keeper: COMMUNE, unit: UNIT, conflicts: [] })
  for (const desk of [commune, district]) expect(desk.case(id).profile).toEqual({ ...left, occupation: 'official' })
  commune.do('candidate.correct', { case: id, change: { set: { work: 'Thôn 2' } } })
  expect(commune.case(id)).toMatchObject({ profile: { work: 'Thôn 2' }, conflicts: [] })
  expect(replays(commune)).toBe(true)
})

test('an end that the former keeper recorded too late ends the case nowhere once it is back', () => {
  const offices = threeOffices()
  const { commune, town, district, west } = offices
  const id = register(commune, profile)
  give(offices, id, commune, west)
  exchange(town, district)
  commune.do('candidate.withdraw', { case: id, reason: 'movedAway', date: '2024-01-15' })
  exchange(commune, district)
  transfer(offices, id, town, UNIT)
  for (const desk of [district, commune]) {
    expect([stageOf(desk.case(id)), desk.case(id).keeper, going(desk)]).toEqual(['listed', COMMUNE, 1])
    expect(replays(desk)).toBe(true)
  }
  commune.do('candidate.withdraw', { case: id, reason: 'withdrawn', date: '2024-01-15' })
  exchange(commune, district)
  for (const desk of [commune, town, district]) expect(going(desk)).toBe(0)
})

test('a report of leaving that the former keeper sends too late counts for nothing, also once the case is back', () => {
  const offices = threeOffices()
  const { commune, town, district, west } = offices
  const taken = commune.do('case.takeOver', {
    profile,
    unit: UNIT,
    acts: {
      decision: { outcome: 'admit', number: '12-QĐ/HU', date: '2023-02-10', body: 'Ban Thường vụ Huyện ủy' },
      decisionReceivedOn: '2023-02-20',
      ceremony: { date: '2023-03-03', helper: { name: 'Lại Văn Đức' } },
    },
  })
  const id = String(valueOf(taken)['case'])
  exchange(commune, district)
  give(offices, id, commune, west)
  exchange(town, district)
  const { entries } = commune.do('departure.report', { case: id, reason: 'left', on: '2024-01-10', date: '2024-01-12' })
  exchange(commune, district)
  transfer(offices, id, town, UNIT)
  for (const desk of [district, commune]) {
    expect([stageOf(desk.case(id)), desk.case(id).keeper, going(desk)]).toEqual(['probation', COMMUNE, 1])
    expect(desk.case(id).outside).toContain(entries[0])
  }
})

test('a case goes to and fro several times on one day, and each office knows where it is', () => {
  const offices = threeOffices()
  const { commune, town, district, west } = offices
  const id = register(commune, profile)
  const desks = [commune, town, district]
  const keepers: string[] = []
  for (const [from, to, unit] of [
    [commune, town, west],
    [town, commune, UNIT],
    [commune, town, west],
    [town, commune, UNIT],
    [commune, town, west],
  ] as const) {
    // The more an office lists, the higher the ticks of what it is told next.
    if (from === town)
      for (const name of ['Đặng Thị Dung', 'Đặng Thùy Dung'])
        town.do('candidate.correct', { case: id, change: { set: { name } } })
    transfer(offices, id, from, unit)
    keepers.push(to.office)
    expect(desks.map((desk) => desk.case(id).keeper)).toEqual(desks.map(() => to.office))
    expect(desks.map(going)).toEqual([to === commune ? 1 : 0, to === town ? 1 : 0, 1])
    expect([to, district].map((desk) => desk.case(id).unit)).toEqual([unit, unit])
  }
  for (const desk of desks) {
    const { moves, outside, moveProposed } = desk.case(id)
    expect(moves.map(({ to }) => to)).toEqual(keepers)
    expect([outside, moveProposed]).toEqual([[], null])
    expect(replays(desk)).toBe(true)
  }
  town.do('dossier.recordBranchVote', { case: id, ...branchVote })
  exchange(town, district)
  expect(stageOf(district.case(id))).toBe('branchVoted')
})

test('what an office listed before it gave a case away is older than what it is given back', () => {
  const offices = threeOffices()
  const { commune, town, district, west } = offices
  const id = register(commune, profile)
  transfer(offices, id, commune, west)
  town.do('candidate.correct', { case: id, change: { set: { name: 'Đặng Thị Dung' } } })
  transfer(offices, id, town, UNIT)
  expect([commune, district].map((desk) => desk.case(id).profile.name)).toEqual(['Đặng Thị Dung', 'Đặng Thị Dung'])
  commune.do('candidate.correct', { case: id, change: { set: { name: profile.name } } })
  exchange(commune, district)
  expect(district.case(id).profile.name).toBe(profile.name)
})

test('a case comes back by way of an office that the first one never hears of', () => {
  const offices = threeOffices()
  const { commune, town, district, west } = offices
  const fourth = { office: 'h'.repeat(26), seed: 'hamlet' }
  const { lower: hamlet, branch: north } = pairedBelow(district, fourth, 'Chi bộ bản Bắc')
  const id = register(commune, profile)
  const go = (from: Desk, unit: string) => {
    transfer(offices, id, from, unit)
    exchange(hamlet, district)
    exchange(town, district)
  }
  go(commune, west)
  go(town, north)
  hamlet.do('candidate.correct', { case: id, change: { set: { name: 'Đặng Thị Dung' } } })
  go(hamlet, UNIT)
  exchange(commune, district)
  for (const desk of [commune, district]) {
    expect(desk.case(id)).toMatchObject({ keeper: COMMUNE, unit: UNIT, profile: { name: 'Đặng Thị Dung' } })
    expect([stageOf(desk.case(id)), going(desk)]).toEqual(['listed', 1])
    expect(replays(desk)).toBe(true)
  }
  for (const desk of [town, hamlet]) expect(going(desk)).toBe(0)
  go(commune, west)
  expect([commune, town, hamlet, district].map(going)).toEqual([0, 1, 0, 1])
  expect([commune, town, district].map((desk) => desk.case(id).keeper)).toEqual([TOWN, TOWN, TOWN])
})

test.each([true, false])(
  'it came back, and its keeper is merged into the office it had been with (heard of it: %s)',
  (isHeard) => {
    const offices = threeOffices()
    const { commune, town, district, west } = offices
    const id = register(commune, profile)
    commune.do('case.proposeMove', { case: id, destination: 'Nơi khác', ...move })
    exchange(commune, district)
    for (const unit of [west, UNIT]) {
      district.do('case.handOver', { cases: [id], unit, ...move })
      exchange(town, district)
      if (isHeard) exchange(commune, district)
    }
    merge(offices)
    for (const desk of [town, district]) {
      expect(desk.case(id).keeper, desk.office).toBe(TOWN)
      expect(going(desk)).toBe(1)
      expect(replays(desk)).toBe(true)
    }
  },
)
