/**
 * One call, one effect: a repeat answers the first result, a refused or failed call leaves no trace.
 */
import { expect, test } from 'vitest'
import { ok } from '../../../shared/base/result.ts'
import { command } from '../../../shared/commands/command.ts'
import { z } from 'zod'
import {
  COMMUNE,
  communeAndDistrict,
  idOf,
  linesOf,
  openDesk,
  register,
  replays,
  rowCounts,
  UNIT,
} from '../../support/journal-kit.ts'

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
