/**
 * An office ends while a dossier of its lies with the office above: the case goes to the successor, and every answer comes
 * there once, whichever of the two letters crosses the other on its way.
 */
import { expect, test } from 'vitest'
import { periodOf } from '../../../shared/calendar/period.ts'
import { succeedOffice } from '../../../shared/commands/index.ts'
import { stageOf } from '../../../shared/model/stage.ts'
import { reportView } from '../../../db/queries/reports.ts'
import { prepared } from '../../../db/transaction.ts'
import {
  COMMUNE,
  decide,
  DISTRICT,
  linesOf,
  openDesk,
  pairWith,
  register,
  replays,
  submit,
  TOWN,
  type Desk,
} from '../../support/journal-kit.ts'
import { deliver, exchange, packFor, takeIn } from '../../support/journal-parcels.ts'

const MERGER = { on: '2024-01-15', reason: 'Nghị quyết số 12' }

/** An old commune with a dossier that lies with the district, and the town that goes on for it. */
function beforeTheMerger() {
  const commune = openDesk({ office: COMMUNE })
  // It has no branch of its own yet.
  const town = openDesk({ office: TOWN, seed: 'town', capacities: ['trains'] })
  const district = openDesk({ office: DISTRICT, capacities: ['decides'] })
  for (const lower of [commune, town]) {
    pairWith(lower, DISTRICT, 'superior')
    pairWith(district, lower.office, 'subordinate')
  }
  pairWith(commune, TOWN, 'successor')
  pairWith(town, COMMUNE, 'predecessor')
  const id = register(commune, { name: 'Đặng Thùy Dung', birth: '1999-04-05', sex: 'female' })
  submit(commune, id)
  exchange(commune, district)
  return { commune, town, district, id }
}

/** An office hands everything over; its successor takes it in, and the district hears of it. */
function merge(commune: Desk, town: Desk, district: Desk): void {
  giveAll(commune, town)
  takeIn(district, packFor(commune, district.office))
}

/** The same, before the district has heard of it. */
function giveAll(commune: Desk, town: Desk): void {
  commune.do(succeedOffice, { ...MERGER, to: town.office })
  // The last set carries every line the office has ever written.
  const own = [...linesOf(commune)].filter(([channel]) => channel.startsWith(commune.office))
  deliver(
    town,
    commune.office,
    own.map(([channel, lines]) => ({ channel, lines })),
  )
}

const receive = { date: '2024-01-15', number: '7' }

test('a dossier on its way goes over, and its decision comes to the successor', () => {
  const { commune, town, district, id } = beforeTheMerger()
  district.do('dossier.receive', { case: id, ...receive })
  merge(commune, town, district)
  expect(town.case(id)).toMatchObject({ keeper: TOWN, known: 'full', submissions: [{ received: null }] })
  expect(stageOf(town.case(id))).toBe('submitted')
  // The district has what was sent to it, as before.
  expect(district.case(id)).toMatchObject({ keeper: TOWN, known: 'snapshot', submissions: [{ received: receive }] })
  decide(district, id)
  exchange(town, district)
  expect(town.case(id)).toMatchObject({
    submissions: [{ received: receive }],
    decision: { outcome: 'admit', office: DISTRICT, submission: district.case(id).submissions[0]?.entry },
    outside: [],
  })
  town.do('decision.recordReceipt', { case: id, date: '2024-01-15' })
  exchange(town, district)
  expect(district.case(id)).toMatchObject({ receipt: { date: '2024-01-15' }, outside: [] })
  for (const desk of [commune, town, district]) expect(replays(desk)).toBe(true)
})

test('a decision that crosses the hand-over on its way comes to the successor once, and counts once at the district', () => {
  const { commune, town, district, id } = beforeTheMerger()
  district.do('dossier.receive', { case: id, ...receive })
  decide(district, id)
  merge(commune, town, district)
  takeIn(town, packFor(district, TOWN))
  expect(town.case(id).decisions).toHaveLength(1)
  expect(district.case(id).decisions).toHaveLength(1)
  // The old commune hears of it too, late; nothing follows from that.
  takeIn(commune, packFor(district, COMMUNE))
  takeIn(district, packFor(commune, DISTRICT))
  exchange(town, district)
  expect(town.case(id).decisions).toHaveLength(1)
  // What the successor says of it names the decision by the id it has at the district.
  town.do('decision.recordReceipt', { case: id, date: '2024-01-15' })
  exchange(town, district)
  expect(stageOf(district.case(id))).toBe('decisionReceived')
  expect(district.ask((db) => prepared<{ n: number }>(db, 'SELECT count(*) AS n FROM decisions').get()?.n)).toBe(1)
  const period = periodOf('year', 2024, 1)
  const told = [town, district].map((desk) => desk.ask((db) => reportView(db, '2024-06-01', { period }))?.report)
  expect(told.map((report) => report?.lines[0]?.number)).toEqual([1, 1])
  for (const desk of [commune, town, district]) expect(replays(desk)).toBe(true)
})

test('what the old office had heard of goes over by value and is not told again', () => {
  const { commune, town, district, id } = beforeTheMerger()
  decide(district, id)
  exchange(commune, district)
  const count = (desk: Desk) =>
    desk.ask(
      (db) =>
        prepared<{ n: number }>(db, `SELECT count(*) AS n FROM journal WHERE kind = 'decision.recorded'`).get()?.n,
    )
  merge(commune, town, district)
  exchange(town, district)
  expect([count(district), count(town)]).toEqual([1, 0])
  expect(town.case(id)).toMatchObject({ decision: { outcome: 'admit' } })
  expect(stageOf(town.case(id))).toBe('admitted')
  for (const desk of [commune, town, district]) expect(replays(desk)).toBe(true)
})

test('a return crosses the hand-over, is told again and taken back again; the successor sends the dossier anew', () => {
  const { commune, town, district, id } = beforeTheMerger()
  const returned = { case: id, date: '2024-01-15', remarks: [{ text: 'Thiếu giấy chứng nhận' }] }
  const first = district.do('dossier.return', returned)
  merge(commune, town, district)
  takeIn(town, packFor(district, TOWN))
  expect(stageOf(town.case(id))).toBe('returned')
  district.do('entry.retract', { entry: first.entries[0], reason: 'Trả nhầm hồ sơ' })
  takeIn(town, packFor(district, TOWN))
  expect([stageOf(district.case(id)), stageOf(town.case(id))]).toEqual(['submitted', 'submitted'])
  district.do('dossier.return', returned)
  exchange(town, district)
  expect([stageOf(district.case(id)), stageOf(town.case(id))]).toEqual(['returned', 'returned'])
  submit(town, id)
  exchange(town, district)
  expect(district.case(id).submissions).toMatchObject([{ office: COMMUNE }, { office: TOWN, returned: null }])
  decide(district, id)
  exchange(town, district)
  expect([stageOf(district.case(id)), stageOf(town.case(id))]).toEqual(['admitted', 'admitted'])
  for (const desk of [commune, town, district]) expect(replays(desk)).toBe(true)
})

test('a successor that ends in turn hands the dossier on, and every answer comes to the last one', () => {
  const { commune, town, district, id } = beforeTheMerger()
  district.do('dossier.receive', { case: id, ...receive })
  merge(commune, town, district)
  exchange(town, district)
  const last = openDesk({ office: 'n'.repeat(26), seed: 'last', capacities: ['trains'] })
  pairWith(last, DISTRICT, 'superior')
  pairWith(district, last.office, 'subordinate')
  pairWith(town, last.office, 'successor')
  pairWith(last, TOWN, 'predecessor')
  district.do('dossier.review', { case: id, date: '2024-01-15', outcome: 'agree' })
  merge(town, last, district)
  decide(district, id)
  exchange(last, district)
  expect(last.case(id)).toMatchObject({
    keeper: last.office,
    submissions: [{ received: receive, reviews: [{ outcome: 'agree' }] }],
    decision: { outcome: 'admit' },
    outside: [],
  })
  expect(stageOf(last.case(id))).toBe('admitted')
  for (const desk of [commune, town, last, district]) expect(replays(desk)).toBe(true)
})

test('an answer of an office to which the dossier was never sent counts for nothing at the successor', () => {
  const { commune, town, district, id } = beforeTheMerger()
  merge(commune, town, district)
  const stranger = openDesk({ office: 's'.repeat(26), seed: 'stranger', capacities: ['decides'] })
  town.standing(stranger.office, 'superior')
  pairWith(stranger, TOWN, 'subordinate')
  const submission = town.case(id).submissions[0]?.entry ?? ''
  stranger.record([
    {
      kind: 'dossier.returned',
      subject: { type: 'case', id },
      payload: { submission, date: '2024-01-15', remarks: [{ text: 'Không đúng' }] },
      to: TOWN,
    },
  ])
  takeIn(town, packFor(stranger, TOWN))
  expect(stageOf(town.case(id))).toBe('submitted')
  expect(town.case(id).outside).toHaveLength(1)
})

test('a successor sends a dossier that awaits its answer once more, with what has come to it; that one is answered', () => {
  const { commune, town, district, id } = beforeTheMerger()
  district.do('dossier.receive', { case: id, ...receive })
  merge(commune, town, district)
  exchange(town, district)
  expect(town.call('dossier.submit', { case: id, date: '2024-01-15' })).toMatchObject({
    ok: false,
    error: { code: 'ALREADY_SUBMITTED' },
  })
  town.do('paper.record', { case: id, paper: '5-KND', date: '2024-01-03', kept: 'here' })
  town.do('dossier.submit', { case: id, date: '2024-01-15', supplement: true })
  exchange(town, district)
  const [first, second] = district.case(id).submissions
  expect([first?.office, second?.office, second?.supplements]).toEqual([COMMUNE, TOWN, first?.entry])
  expect(second?.snapshot?.papers.map(({ paper }) => paper)).toContain('5-KND')
  district.do('dossier.return', { case: id, date: '2024-01-15', remarks: [{ text: 'Thiếu giấy chứng nhận' }] })
  exchange(town, district)
  expect([stageOf(district.case(id)), stageOf(town.case(id))]).toEqual(['returned', 'returned'])
  town.do('dossier.submit', { case: id, date: '2024-01-15' })
  exchange(town, district)
  decide(district, id)
  exchange(town, district)
  expect([stageOf(district.case(id)), stageOf(town.case(id))]).toEqual(['admitted', 'admitted'])
  for (const desk of [commune, town, district]) expect([replays(desk), desk.case(id).outside]).toEqual([true, []])
})

test.each([false, true])(
  'a dossier whose first set was lost is sent once more by the successor, whether the lost set turns up (%s) or not',
  (turnsUp) => {
    const { commune, town, district } = beforeTheMerger()
    const id = register(commune, { name: 'Lại Thị Mơ', birth: '1998-07-08', sex: 'female' })
    submit(commune, id)
    giveAll(commune, town)
    town.do('dossier.submit', { case: id, date: '2024-01-15', supplement: true })
    exchange(town, district)
    expect(district.case(id)).toMatchObject({ keeper: TOWN, known: 'snapshot' })
    expect(stageOf(district.case(id))).toBe('submitted')
    if (turnsUp) takeIn(district, packFor(commune, district.office))
    expect(district.case(id).submissions.at(-1)).toMatchObject({ office: TOWN, returned: null })
    decide(district, id)
    exchange(town, district)
    expect([stageOf(district.case(id)), stageOf(town.case(id))]).toEqual(['admitted', 'admitted'])
    for (const desk of [commune, town, district]) expect(replays(desk)).toBe(true)
  },
)
