/**
 * One call, one effect: a repeat answers the first result, a refused or failed call leaves no trace.
 */
import { describe, expect, test } from 'vitest'
import { ok } from '../../../shared/base/result.ts'
import { trusted } from '../../../shared/base/trust.ts'
import { command } from '../../../shared/commands/command.ts'
import { z } from 'zod'
import type { Entry } from '../../../shared/journal/entry.ts'
import { caseIn } from '../../support/case-life.ts'
import {
  COMMUNE,
  communeAndDistrict,
  DISTRICT,
  idOf,
  linesOf,
  openDesk,
  register,
  replays,
  rowCounts,
  UNIT,
  type Desk,
} from '../../support/journal-kit.ts'
import { entryOf } from '../../support/journal-parcels.ts'
import { BRANCH_ALL_FOR, COMMITTEE_ALL_FOR } from '../../support/votes.ts'

const call = idOf(0xca11)
const input = { profile: { name: 'Nguyễn Thị Hòa' }, unit: UNIT }

test('the same call again answers the first result and records nothing', () => {
  const { commune } = communeAndDistrict()
  const first = commune.do('candidate.register', input, call)
  const before = { lines: linesOf(commune), rows: rowCounts(commune) }
  expect(first.repeated).toBe(false)
  expect(first.entries[0]).toBe(call)
  expect(first.entries).toHaveLength(2)
  expect(commune.do('candidate.register', input, call)).toEqual({ ...first, repeated: true })
  expect({ lines: linesOf(commune), rows: rowCounts(commune) }).toEqual(before)
})

test('the same call answers its first result even when it would now be refused', () => {
  const { commune } = communeAndDistrict()
  const id = register(commune)
  const ending = { case: id, reason: 'withdrawn', date: '2024-01-10' }
  const first = commune.do('candidate.withdraw', ending, call)
  expect(commune.call('candidate.withdraw', ending)).toMatchObject({ ok: false, error: { code: 'CASE_ENDED' } })
  expect(commune.do('candidate.withdraw', ending, call)).toEqual({ ...first, repeated: true })
})

test('a call id is not taken for another input or another command', () => {
  const { commune } = communeAndDistrict()
  commune.do('candidate.register', input, call)
  const before = rowCounts(commune)
  const other = { ...input, profile: { name: 'Trần Văn Bình' } }
  expect(commune.call('candidate.register', other, call)).toMatchObject({ ok: false, error: { code: 'CALL_REUSED' } })
  expect(commune.call('setting.change', { key: 'backupDaily', value: true }, call)).toMatchObject({
    ok: false,
    error: { code: 'CALL_REUSED' },
  })
  expect(rowCounts(commune)).toEqual(before)
})

test('a refused call leaves no trace, and its id is still free', () => {
  const { commune } = communeAndDistrict()
  const before = { lines: linesOf(commune), rows: rowCounts(commune) }
  const wrong = { ...input, unit: idOf(404) }
  expect(commune.call('candidate.register', wrong, call)).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
  expect({ lines: linesOf(commune), rows: rowCounts(commune) }).toEqual(before)
  expect(commune.do('candidate.register', input, call).entries[0]).toBe(call)
})

test('a failure after the first line rolls the whole call back', () => {
  const desk = openDesk({ office: COMMUNE })
  const before = { lines: linesOf(desk), rows: rowCounts(desk) }
  const broken = command({
    name: 'test.broken',
    input: z.strictObject({}),
    roles: ['clerk'],
    capacity: null,
    load: () => ok(null),
    decide: () =>
      ok({
        value: null,
        drafts: [
          { kind: 'setting.changed', subject: { type: 'setting', id: 'backupDaily' }, payload: { value: true } },
          { kind: 'candidate.ended', subject: { type: 'case', id: idOf(1) }, payload: { reason: 'died', date: 'nay' } },
        ],
      }),
  })
  expect(() => desk.call(broken, {}, call)).toThrow('day')
  expect({ lines: linesOf(desk), rows: rowCounts(desk) }).toEqual(before)
  expect(replays(desk)).toBe(true)
})

test('nothing is recorded in a store without an office', () => {
  const desk = openDesk({ office: COMMUNE, founded: false })
  expect(desk.call('candidate.register', input)).toMatchObject({ ok: false, error: { code: 'NOT_SET_UP' } })
})

test('what one call makes gets its ids from the call', () => {
  const one = openDesk({ office: COMMUNE, seed: 'one' })
  const other = openDesk({ office: COMMUNE, seed: 'other' })
  expect(one.do('candidate.register', input, call).value).toEqual(other.do('candidate.register', input, call).value)
})

/** Lines about a subject in the channel to the superior. */
function shownTo(desk: Desk, subject: string): readonly Entry[] {
  return [...linesOf(desk)]
    .filter(([channel]) => channel.endsWith(`.${DISTRICT}`))
    .flatMap(([, lines]) => lines.map(entryOf))
    .filter((entry) => entry.subject.id === subject)
}

test('who was taken over in probation is listed to the superior, until a dossier of recognition has been sent', () => {
  const { commune } = communeAndDistrict()
  const body = 'Ban Thường vụ Huyện ủy'
  const taken = commune.do('case.takeOver', {
    profile: { name: 'Trần Thị Lan', birth: '1990-01-02' },
    unit: UNIT,
    acts: {
      decision: { outcome: 'admit', number: '12-QĐ/HU', date: '2022-12-10', body },
      decisionReceivedOn: '2022-12-20',
      ceremony: { date: '2023-01-03', helper: { name: 'Trần Văn Bình' } },
      papers: ['LL-HSDV', 'PHIEU-HSDV', 'CN-DVM', '10-KND', '11-KND', '12-KND'].map((paper) => ({
        paper,
        date: '2023-12-20',
        kept: 'here',
        scans: [],
      })),
    },
  })
  const id = caseIn(taken.value)
  const stages = () =>
    shownTo(commune, id).flatMap(({ kind, payload }) =>
      kind === 'candidate.listed' ? [trusted<{ stage: string }>(payload).stage] : [],
    )
  expect(stages()).toEqual(['probation'])
  const matter = 'recognition'
  commune.do('dossier.recordBranchVote', { case: id, matter, date: '2024-01-08', ...BRANCH_ALL_FOR })
  commune.do('dossier.recordCommitteeVote', { case: id, matter, date: '2024-01-10', ...COMMITTEE_ALL_FOR })
  expect(stages()).toEqual(['probation', 'recognitionVoted', 'recognitionCommitteeVoted'])
  commune.do('dossier.submit', { case: id, matter, date: '2024-01-12' })
  commune.do('decision.record', {
    case: id,
    matter,
    outcome: 'recognise',
    number: '1-QĐ/HU',
    date: '2024-01-15',
    body,
    onPaper: true,
  })
  expect(stages()).toHaveLength(3)
})

describe('a unit that was shown to the superior', () => {
  const names = (desk: Desk, id: string) =>
    shownTo(desk, id).map(({ payload }) => {
      const { name, to } = trusted<{ name: string; to?: string }>(payload)
      return to === undefined ? name : `${name} – ${to}`
    })

  test('is shown once for each change, and anew when a change is taken back', () => {
    const { commune } = communeAndDistrict()
    const { entries } = commune.do('unit.change', { id: UNIT, unit: { name: 'Chi bộ Một', type: 'branch' } })
    expect(names(commune, UNIT)).toEqual(['Chi bộ thôn Đồng Sơn', 'Chi bộ Một'])
    commune.do('entry.retractMany', { entries })
    expect(names(commune, UNIT)).toEqual(['Chi bộ thôn Đồng Sơn', 'Chi bộ Một', 'Chi bộ thôn Đồng Sơn'])
    expect(replays(commune)).toBe(true)
  })

  test('is shown as closed where its addition is taken back; one in use is not taken back', () => {
    const { commune } = communeAndDistrict()
    const { value, entries } = commune.do('unit.add', { name: 'Chi bộ Hai', type: 'branch' })
    const { unit } = trusted<{ unit: string }>(value)
    const person = commune.do('candidate.register', { ...input, unit })
    expect(commune.call('entry.retractMany', { entries })).toMatchObject({
      error: { code: 'NOT_RETRACTABLE', data: { why: 'inUse' } },
    })
    commune.do('entry.retractMany', { entries: person.entries })
    commune.do('entry.retractMany', { entries })
    expect(names(commune, unit)).toEqual(['Chi bộ Hai', 'Chi bộ Hai – 2024-01-15'])
    expect(replays(commune)).toBe(true)
  })
})
