/**
 * Settling what two devices of one office recorded without seeing each other: the version that a person chooses counts on
 * both, whatever it is a version of.
 */
import { expect, test } from 'vitest'
import type { Conflict } from '../../../../shared/model/case/registers.ts'
import { isChosen, settlementOf } from '../../../../shared/model/case/settlement.ts'
import { COMMUNE, idOf, openDesk, register, siblingOf, type Desk } from '../../../support/journal-kit.ts'
import { meet } from '../../../support/journal-parcels.ts'

const FATHER = { id: idOf(0xf1), relation: 'father', name: 'Nguyễn Văn Nam', living: true, partyMember: false }
const MOTHER = { id: idOf(0xf2), relation: 'mother', name: 'Lê Thị Sen', living: true, partyMember: true }
const PERIODS = [{ from: '1991', to: '2003', what: 'Còn nhỏ, đi học' }]

/** Both devices record without meeting, then meet; answers both and what stands between them. */
function apart(record: (desk: Desk, id: string, which: 'mine' | 'theirs') => void): {
  readonly mine: Desk
  readonly theirs: Desk
  readonly id: string
  readonly conflict: Conflict
} {
  const mine = openDesk({ office: COMMUNE })
  const theirs = siblingOf(mine, 'b', {})
  const id = register(mine)
  meet(mine, theirs)
  record(mine, id, 'mine')
  record(theirs, id, 'theirs')
  meet(mine, theirs)
  const [conflict] = mine.case(id).conflicts
  if (conflict === undefined) throw new Error('the two do not differ')
  return { mine, theirs, id, conflict }
}

/** Settles on the other device than the one that wrote the chosen version. */
function settle({ mine, theirs, id, conflict }: ReturnType<typeof apart>, place: number): void {
  const version = conflict.versions[place]
  const settlement = version && settlementOf(conflict, version.entry)
  if (!settlement) throw new Error('no such version')
  theirs.do(settlement.command, { case: id, ...settlement.input, reason: 'Đã hỏi lại người khai' })
  meet(mine, theirs)
  for (const desk of [mine, theirs]) expect(desk.case(id).conflicts).toEqual([])
  expect(theirs.case(id)).toEqual(mine.case(id))
}

test.each([0, 1])('two CVs of one person: the one chosen stands whole, on both devices (%#)', (place) => {
  const two = apart((desk, id, which) =>
    desk.do('resume.record', {
      case: id,
      date: which === 'mine' ? '2023-09-05' : '2023-09-08',
      relatives: which === 'mine' ? [FATHER] : [FATHER, MOTHER],
      periods: PERIODS,
    }),
  )
  expect(two.conflict.field).toBe('resume')
  settle(two, place)
  const chosen = String(two.conflict.versions[place]?.value)
  const kept = two.mine.case(two.id).resume
  expect(chosen).toContain(String(kept?.date))
  expect(kept?.relatives.length).toBe(chosen.includes('Lê Thị Sen') ? 2 : 1)
})

test.each([
  ['text', { residence: 'thôn Bãi' }, { residence: '123' }],
  ['a flag', { tradeUnionMember: true }, { tradeUnionMember: false }],
  ['a list', { circumstances: ['religion'] }, { circumstances: ['population', 'owner'] }],
  ['a record', { study: { school: 'Trường A', months: 24 } }, { study: { school: 'Trường B' } }],
] as const)('%s of the profile: either version can be chosen', (_what, here, there) => {
  for (const place of [0, 1]) {
    const two = apart((desk, id, which) =>
      desk.do('candidate.correct', { case: id, change: { set: which === 'mine' ? here : there } }),
    )
    settle(two, place)
    const text = two.conflict.versions[place]?.value
    const held = new Map(Object.entries(two.mine.case(two.id).profile)).get(two.conflict.field)
    expect(typeof held === 'string' ? held : JSON.stringify(held)).toBe(text)
  }
})

const residence = (desk: Desk, id: string, which: 'mine' | 'theirs') =>
  desk.do('candidate.correct', { case: id, change: { set: { residence: which === 'mine' ? 'thôn Bãi' : 'thôn Núi' } } })
const resume = (desk: Desk, id: string, which: 'mine' | 'theirs') =>
  desk.do('resume.record', {
    case: id,
    date: '2023-09-05',
    relatives: which === 'mine' ? [FATHER] : [MOTHER],
    periods: PERIODS,
  })

test.each([
  ['the profile', residence],
  ['the CV', resume],
])('whoever settles %s says why; without it nothing is recorded', (_what, way) => {
  const { mine, id, conflict } = apart(way)
  const [version] = conflict.versions
  const settlement = version && settlementOf(conflict, version.entry)
  if (!settlement) throw new Error('no such version')
  const input = { case: id, ...settlement.input }
  const answer = mine.call(settlement.command, input)
  expect(answer).toEqual({ ok: false, error: { code: 'REASON_NEEDED', data: { settles: true } } })
  expect(mine.case(id).conflicts).toEqual([conflict])
  mine.do(settlement.command, { ...input, reason: 'Theo giấy khai sinh' })
  expect(mine.case(id).conflicts).toEqual([])
})

test('a settlement that was written without a reason, before one was asked for, goes on counting on both', () => {
  const { mine, theirs, id, conflict } = apart(residence)
  const settles = conflict.versions.map(({ entry }) => entry)
  const payload = { change: { set: { residence: 'thôn Bãi' } }, settles }
  theirs.record([{ kind: 'candidate.corrected', subject: { type: 'case', id }, payload }])
  meet(mine, theirs)
  for (const desk of [mine, theirs]) {
    expect(desk.case(id).conflicts).toEqual([])
    expect(desk.case(id).profile.residence).toBe('thôn Bãi')
  }
})

test('a version that clears the field can be chosen', () => {
  const two = apart((desk, id, which) => {
    if (which === 'mine') desk.do('candidate.correct', { case: id, change: { set: { residence: 'thôn Bãi' } } })
    else {
      desk.do('candidate.correct', { case: id, change: { set: { residence: 'thôn Núi' } } })
      desk.do('candidate.correct', { case: id, change: { clear: ['residence'] } })
    }
  })
  settle(
    two,
    two.conflict.versions.findIndex(({ value }) => value === ''),
  )
  expect(two.mine.case(two.id).profile.residence).toBeUndefined()
})

test('an act that both recorded is no choice, and an entry that is no version settles nothing', () => {
  expect(['receipt', 'ceremony', 'membershipCard'].map(isChosen)).toEqual([false, false, false])
  expect(['residence', 'unit', 'resume'].map(isChosen)).toEqual([true, true, true])
  expect(settlementOf({ field: 'unit', versions: [] }, idOf(1))).toBeNull()
})
