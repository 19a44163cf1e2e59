/**
 * Meetings by chance in an office that proposes and decides: whatever is called, voted, decided and taken back in any
 * order, what stands on record could have happened, and a replay gives the same. And numbers put to a register.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextNumber, numberWarnings, type UsedNumber } from '../../shared/documents/number.ts'
import { numberParts } from '../../shared/model/number-series.ts'
import { foldMeeting } from '../../shared/model/meeting.ts'
import { foldReviewWork } from '../../shared/model/review-work.ts'
import { prepared } from '../../db/transaction.ts'
import { runs } from '../support/arbitraries.ts'
import { COMMUNE, idOf, itemsFrom, openDesk, register, replays, submit, type Desk } from '../support/journal-kit.ts'

const MEMBERS = 7
const DAY = '2024-02-20'
const DEEDS = ['call', 'change', 'hold', 'cancel', 'vote', 'decide', 'retract'] as const

type Deed = {
  readonly what: (typeof DEEDS)[number]
  readonly who: number
  readonly which: number
  readonly value: number
  readonly more: number
}

type Vote = {
  readonly case_id: string
  readonly meeting_id: string
  readonly entry_id: string
  readonly present: number
  readonly agree: number
  readonly disagree: number
  readonly blank: number
  readonly outcome: string
}

type Decided = {
  readonly case_id: string
  readonly entry_id: string
  readonly number: string
  readonly outcome: string
}

function votesOf(desk: Desk): readonly Vote[] {
  return desk.ask((db) => prepared<Vote>(db, 'SELECT * FROM meeting_votes').all())
}

function decisionsOf(desk: Desk): readonly Decided[] {
  return desk.ask((db) => prepared<Decided>(db, 'SELECT * FROM decisions WHERE stands = 1').all())
}

/** The cases on a meeting that is still to come, one for each place. */
function calledOf(desk: Desk): readonly string[] {
  return desk.ask((db) =>
    prepared<{ id: string }>(
      db,
      `SELECT case_id AS id FROM meeting_cases JOIN meetings USING (meeting_id) WHERE status = 'called'`,
    )
      .all()
      .map(({ id }) => id),
  )
}

test('no vote is over the membership, no number stands twice, and no decision goes against the vote', () => {
  const deed: fc.Arbitrary<Deed> = fc.record({
    what: fc.constantFrom(...DEEDS),
    who: fc.nat(2),
    which: fc.nat(1),
    value: fc.nat(9),
    more: fc.nat(9),
  })
  let decided = 0
  fc.assert(
    fc.property(fc.array(deed, { minLength: 6, maxLength: 24 }), (deeds) => {
      const desk = openDesk({ office: COMMUNE, capacities: ['proposes', 'decides'] })
      const people = ['Nguyễn Thị Hòa', 'Trần Văn Bình', 'Lê Thị Ánh'].map((name) => register(desk, { name }))
      for (const id of people) submit(desk, id)
      desk.at(DAY)
      const meetings = [idOf(1), idOf(2)]
      const about = (ids: readonly string[]) => ids.map((id) => ({ case: id, matter: 'admission' }))
      const facts = { date: DAY, body: 'Ban Thường vụ Huyện ủy', members: MEMBERS }
      const named: string[] = []
      for (const { what, who, which, value, more } of deeds) {
        const id = people[who] ?? ''
        const meeting = named[which] ?? meetings[which] ?? ''
        const cases = about(people.slice(0, 1 + (value % 3)))
        if (what === 'call') {
          const answer = desk.call('meeting.call', { ...facts, cases })
          if (answer.ok) named[which] = (answer.value.value as { meeting: string }).meeting
        }
        if (what === 'change') desk.call('meeting.change', { ...facts, members: MEMBERS + (more % 2), cases, meeting })
        if (what === 'hold') desk.call('meeting.hold', { meeting, date: DAY, present: value })
        if (what === 'cancel') desk.call('meeting.cancel', { meeting, reason: 'Hoãn' })
        if (what === 'vote') {
          const outcome = more % 4 === 0 ? 'postponed' : more % 4 === 1 ? 'declined' : 'agreed'
          const vote = { case: id, present: value, agree: value, disagree: more % 2, blank: 0, outcome }
          desk.call('meeting.vote', { meeting, votes: [vote] })
        }
        if (what === 'decide') {
          const decisions = [{ case: id, number: `${value % 3}-QĐ/HU`, date: DAY, reason: 'Theo biểu quyết' }]
          desk.call('meeting.decide', { meeting, decisions })
        }
        if (what === 'retract') {
          const of = [...votesOf(desk), ...decisionsOf(desk)].filter((one) => one.case_id === id)
          const entry = of[value % Math.max(of.length, 1)]?.entry_id
          if (entry !== undefined) desk.call('entry.retract', { entry, reason: 'Ghi nhầm' })
        }
        const votes = votesOf(desk)
        for (const one of votes) {
          expect(one.agree + one.disagree + one.blank).toBeLessThanOrEqual(one.present)
          expect(one.present).toBeLessThanOrEqual(MEMBERS + 1)
        }
        const stand = decisionsOf(desk)
        for (const one of stand) {
          const outcomes = votes.filter((vote) => vote.case_id === one.case_id).map((vote) => vote.outcome)
          expect(outcomes).toContain(one.outcome === 'refuse' ? 'declined' : 'agreed')
        }
        decided += stand.length
        expect(new Set(stand.map(({ number }) => number)).size).toBe(stand.length)
        const called = calledOf(desk)
        expect(new Set(called).size, 'a case waits for one meeting at most').toBe(called.length)
      }
      expect(replays(desk)).toBe(true)
      desk.close()
    }),
    runs(20),
  )
  expect(decided).toBeGreaterThan(0)
})

test('the entries of a meeting make one state in whatever order they are read', () => {
  const meeting = idOf(1)
  const about = { type: 'meeting', id: meeting } as const
  const kinds = ['meeting.called', 'meeting.changed', 'meeting.held', 'meeting.cancelled'] as const
  const payloads = {
    'meeting.called': { date: DAY, body: 'Ban Thường vụ', members: 7, cases: [] },
    'meeting.changed': { date: DAY, body: 'Ban Thường vụ', members: 9, cases: [] },
    'meeting.held': { date: DAY, present: 6 },
    'meeting.cancelled': { reason: 'Hoãn' },
  }
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...kinds), { maxLength: 8 }), fc.nat(1000), (list, turn) => {
      const plans = list.map((kind, n) => ({ kind, payload: payloads[kind], id: idOf(n + 10), subject: about }))
      const items = itemsFrom(plans)
      const at = items.length === 0 ? 0 : turn % items.length
      expect(foldMeeting(meeting, [...items.slice(at), ...items.slice(0, at).toReversed()])).toEqual(
        foldMeeting(meeting, items),
      )
    }),
    runs(200),
  )
})

test('a vote, a check and an assignment stand as the newest says, and what was taken back is as if never recorded', () => {
  const subject = { type: 'case', id: idOf(2) } as const
  const vote = (agree: number) => ({ meeting: idOf(1), present: 7, agree, disagree: 0, blank: 0, outcome: 'agreed' })
  const plan = fc.oneof(
    fc.nat(7).map((agree) => ({ kind: 'meeting.voted', payload: vote(agree) })),
    fc.nat(2).map((who) => ({ kind: 'dossier.assigned', payload: who === 0 ? {} : { reviewer: idOf(who) } })),
    fc.boolean().map((yes) => ({ kind: 'dossier.checked', payload: { items: [{ line: 'Đủ ảnh', ok: yes }] } })),
  )
  fc.assert(
    fc.property(fc.array(plan, { minLength: 1, maxLength: 8 }), fc.nat(7), (list, gone) => {
      const plans = list.map((one, n) => ({ ...one, id: idOf(n + 10), subject }))
      const back = plans[gone % plans.length]?.id ?? ''
      const retracted = { kind: 'entry.retracted', payload: { target: back }, id: idOf(99), subject }
      const bare = (items: Parameters<typeof foldReviewWork>[0]) =>
        foldReviewWork(items.map((item) => ({ ...item, entry: { ...item.entry, at: '2024-02-20T01:00:00Z' } })))
      const left = bare(itemsFrom([...plans, retracted]))
      expect(bare(itemsFrom([...plans, retracted]).toReversed())).toEqual(left)
      expect(bare(itemsFrom(plans.filter(({ id }) => id !== back)))).toEqual(left)
    }),
    runs(200),
  )
})

test('the next number of a register is above every number in it, and nothing is odd about it', () => {
  const used: fc.Arbitrary<UsedNumber> = fc.record({
    number: fc.nat(400).map((count) => `${String(count + 1).padStart(2, '0')}-QĐ/HU`),
    date: fc.constantFrom('2024-01-05', '2024-02-01', null),
    cases: fc.constantFrom([], [idOf(1)]),
  })
  fc.assert(
    fc.property(fc.array(used, { minLength: 1, maxLength: 12 }), (register) => {
      const next = nextNumber(register, 'QĐ', '')
      const count = numberParts(next)?.count ?? 0
      for (const { number } of register) expect(count).toBeGreaterThan(numberParts(number)?.count ?? 0)
      expect(numberWarnings(next, DAY, register, [idOf(2)])).toEqual([])
    }),
    runs(200),
  )
})
