/**
 * The kinds table holds what the design says of every kind.
 */
import { expect, test } from 'vitest'
import { z } from 'zod'
import { trusted } from '../../../../shared/base/trust.ts'
import { isKind, KINDS, kindRow, type Kind } from '../../../../shared/journal/kinds.ts'

const kinds = trusted<Kind[]>(Object.keys(KINDS))

test('no personal data ever goes to all', () => {
  expect(kinds.filter((kind) => kindRow(kind).personal && kindRow(kind).audience === 'all')).toEqual([])
})

test('a decision issued is never taken back, and neither it nor what followed from it is erasable', () => {
  expect(kindRow('decision.recorded').retractableUntil).toBe('never')
  for (const kind of ['decision.recorded', 'decision.receiptRecorded', 'ceremony.recorded'] as const)
    expect(kindRow(kind).erasable).toBe(false)
})

test('every field that names entries is a field of the payload', () => {
  for (const kind of kinds) {
    const { names = [], payload } = kindRow(kind)
    const fields = payload instanceof z.ZodObject ? Object.keys(trusted<Record<string, unknown>>(payload.shape)) : []
    for (const name of names) expect(fields, kind).toContain(name)
  }
})

test('a name that is on every object is no kind', () => {
  expect(isKind('decision.recorded')).toBe(true)
  expect(isKind('toString')).toBe(false)
  expect(isKind('__proto__')).toBe(false)
})
