/** Kept assessments: written with the act, made again only where they are due, never part of a replay. */
import { describe, expect, test } from 'vitest'
import { countDue, refreshDue } from '../../../db/assessments.ts'
import { replayEquals } from '../../../db/replay.ts'
import { prepared } from '../../../db/transaction.ts'
import { COMMUNE, openDesk, register, UNIT, type Desk } from '../../support/journal-kit.ts'

type Row = { readonly case_id: string; readonly revision: string; readonly valid_until: string; readonly codes: string }

const rows = (desk: Desk) => desk.ask((db) => prepared<Row>(db, 'SELECT * FROM cache_assessments').all())
const due = (desk: Desk, day: string) => desk.ask((db) => countDue(db, day))
const refresh = (desk: Desk, day: string, after = '', limit = 100) =>
  desk.change((db) => refreshDue(db, day, after, limit))
const desk = () => openDesk({ office: COMMUNE, capacities: ['proposes', 'decides'], today: '2024-01-15' })
const HOA = { name: 'Nguyễn Thị Hòa', birth: '2006-01-20', education: 'upperSecondary' }

test('an act keeps the assessment of its case in its own transaction', () => {
  const at = desk()
  const id = register(at, HOA)
  expect(rows(at).map(({ case_id, codes }) => [case_id, codes.includes('C1-month')])).toEqual([[id, true]])
  expect(due(at, '2024-01-15')).toBe(0)
  expect(replayEquals(at.store)).toBe(true)
})

describe('made again', () => {
  test('is what has come due by the day, and nothing else', () => {
    const at = desk()
    register(at, HOA)
    register(at, { ...HOA, name: 'Trần Văn Bình', birth: '1985-01-01' })
    expect(due(at, '2024-01-19')).toBe(0)
    expect(refresh(at, '2024-01-19')).toEqual({ after: null, made: 0 })
    expect(due(at, '2024-01-20')).toBe(1)
    expect(refresh(at, '2024-01-20')).toEqual({ after: null, made: 1 })
    expect(due(at, '2024-01-20')).toBe(0)
    expect(rows(at).map(({ codes }) => codes.includes('C1-month'))).toEqual([false, false])
  })

  test('is everything once a rule or the holidays change', () => {
    const at = desk()
    register(at, HOA)
    at.do('rules.changeValue', {
      ruleSet: 'RS-2021',
      address: 'eligibility.minAgeMonths',
      value: 240,
      confirmed: false,
      note: 'Thử',
    })
    expect(due(at, '2024-01-15')).toBe(1)
    expect(refresh(at, '2024-01-15').made).toBe(1)
    expect(rows(at)[0]?.codes).toContain('C1-young')
    const table = { year: 2027, status: 'published', off: [], makeUp: [] }
    at.do('rules.changeHolidays', { table, note: 'Thử' })
    expect(due(at, '2024-01-15')).toBe(1)
    expect(replayEquals(at.store)).toBe(true)
  })

  test('are the cases of a unit that changes', () => {
    const at = desk()
    register(at, HOA)
    at.do('unit.change', { id: UNIT, unit: { name: 'Chi bộ thôn Đồng Sơn', type: 'baseBranch' } })
    expect(due(at, '2024-01-15')).toBe(1)
  })

  test('goes on where it stopped', () => {
    const at = desk()
    const ids = ['A', 'B', 'C'].map((letter) => register(at, { ...HOA, name: `Nguyễn Văn ${letter}` })).toSorted()
    const first = refresh(at, '2024-02-01', '', 2)
    expect(first).toEqual({ after: ids[1], made: 2 })
    expect(refresh(at, '2024-02-01', first.after ?? '', 2)).toEqual({ after: null, made: 1 })
  })
})
