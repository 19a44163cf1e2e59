/** Kept assessments: written with the act, made again only where they are due, never part of a replay. */
import { describe, expect, test } from 'vitest'
import { countDue, refreshDue } from '../../../db/assessments.ts'
import { loadJudging } from '../../../db/load-rules.ts'
import { homeCases, homeView } from '../../../db/queries/home.ts'
import { homeList } from '../../../db/queries/lists.ts'
import { reviewList } from '../../../db/queries/moving.ts'
import { searchCases } from '../../../db/queries/search.ts'
import { replayEquals } from '../../../db/replay.ts'
import { prepared } from '../../../db/transaction.ts'
import { COMMUNE, openDesk, register, submit, UNIT, type Desk } from '../../support/journal-kit.ts'
import { BRANCH_ALL_FOR } from '../../support/votes.ts'

type Row = { readonly case_id: string; readonly revision: string; readonly valid_until: string; readonly codes: string }

const rows = (desk: Desk) =>
  desk.ask((db) =>
    prepared<Row>(
      db,
      'SELECT c.case_id, a.*, f.* FROM cache_assessments a JOIN cases c ON c.id = a.case_row JOIN cache_findings f USING (case_row)',
    ).all(),
  )
const due = (desk: Desk, day: string) => desk.ask((db) => countDue(db, day))
const refresh = (desk: Desk, day: string, after = 0, limit = 100) =>
  desk.change((db) => refreshDue(db, day, after, limit))
const desk = () => openDesk({ office: COMMUNE, capacities: ['proposes', 'decides'], today: '2024-01-15' })
const codesOf = (desk: Desk, id: string) => rows(desk).find(({ case_id }) => case_id === id)?.codes ?? ''

function memberIn(value: unknown): string {
  if (typeof value !== 'object' || value === null || !('member' in value) || typeof value.member !== 'string')
    throw new Error('no member')
  return value.member
}

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

  test('are the cases of a helper who can help no more, and nobody else', () => {
    const at = desk()
    const { value } = at.do('member.add', { name: 'Trần Văn Bình', unit: UNIT, officialDate: '2010-02-03' })
    const member = memberIn(value)
    const helped = register(at, { ...HOA, birth: '1985-01-01' })
    at.do('helper.assign', { case: helped, member, from: '2023-06-01' })
    register(at, { ...HOA, name: 'Lê Thị Lan', birth: '1986-01-01' })
    expect([due(at, '2024-01-15'), codesOf(at, helped).includes('C7-gone')]).toEqual([0, false])
    const statuses = [{ status: 'moved', from: '2024-01-10' }]
    const { entries } = at.do('member.change', { id: member, member: { name: 'Trần Văn Bình', unit: UNIT, statuses } })
    expect(due(at, '2024-01-15')).toBe(1)
    expect(refresh(at, '2024-01-15').made).toBe(1)
    expect(codesOf(at, helped).split(' ')).toContain('C7-gone')
    expect(replayEquals(at.store)).toBe(true)
    at.do('entry.retract', { entry: entries[0] })
    refresh(at, '2024-01-15')
    expect(codesOf(at, helped).split(' ')).not.toContain('C7-gone')
  })

  test('goes on where it stopped, in the order in which the cases were recorded', () => {
    const at = desk()
    const ids = ['A', 'B', 'C'].map((letter) => register(at, { ...HOA, name: `Nguyễn Văn ${letter}` }))
    const fresh = () =>
      rows(at).flatMap(({ case_id, valid_until }) => (valid_until > '2024-02-01' ? [ids.indexOf(case_id)] : []))
    const first = refresh(at, '2024-02-01', 0, 2)
    expect([first.made, fresh()]).toEqual([2, [0, 1]])
    expect(refresh(at, '2024-02-01', first.after ?? 0, 2)).toEqual({ after: null, made: 1 })
    expect(fresh()).toEqual([0, 1, 2])
  })
})

describe('the home page and the queue read what is kept', () => {
  const home = (at: Desk, day: string) => at.ask((db) => homeView(db, loadJudging(db, day)))
  const begun = (at: Desk, name: string) => {
    const id = register(at, { ...HOA, name, birth: '1985-01-01' })
    at.do('paper.record', { case: id, paper: '1-KND', date: '2023-03-01', kept: 'here', scans: [] })
    return id
  }

  test('with the days left counted on the day it is asked', () => {
    const at = desk()
    const id = begun(at, 'Lê Thị Lan')
    const limits = (day: string) =>
      home(at, day)?.cases.map(({ case: one, limits: [first] }) => [one, first?.due, first?.left])
    expect(limits('2024-01-15')).toEqual([[id, '2024-03-01', 29]])
    expect(limits('2024-01-16')).toEqual([[id, '2024-03-01', 28]])
    expect(home(at, '2024-01-16')).toMatchObject({ waiting: 0, more: false })
  })

  test('as it was kept, without judging the case: a mark put into the store is what is shown', () => {
    const at = desk()
    begun(at, 'Lê Thị Lan')
    at.change((db) => prepared(db, "UPDATE cache_assessments SET moving = json_set(moving, '$.blocks', 77)").run())
    expect(home(at, '2024-01-15')?.cases[0]?.blocks).toBe(77)
    // On a day it no longer holds, the case is judged for the page.
    at.change((db) => prepared(db, "UPDATE cache_assessments SET valid_until = '2024-01-16'").run())
    expect(home(at, '2024-01-16')?.cases[0]?.blocks).not.toBe(77)
    expect(home(at, '2024-01-16')?.waiting).toBe(0)
  })

  test('what is not kept is judged for the first hundred and announced for the rest', () => {
    const at = desk()
    const ids = Array.from({ length: 103 }, (_, n) =>
      begun(at, `Lê Thị Lan ${'ABCDEFGHIJKLMNOPQRSTUVWXY'.charAt(n % 25)}`),
    )
    at.change((db) => prepared(db, 'DELETE FROM cache_assessments').run())
    expect(home(at, '2024-01-15')?.cases).toHaveLength(100)
    expect(home(at, '2024-01-15')?.waiting).toBe(3)
    refresh(at, '2024-01-15', 0, 500)
    expect(home(at, '2024-01-15')?.cases).toHaveLength(ids.length)
    expect(home(at, '2024-01-15')?.waiting).toBe(0)
  })

  test('of many cases the first under each heading come with the page, with the number of all; the list has them all', () => {
    const at = desk()
    const ids = Array.from({ length: 201 }, () => begun(at, 'Lê Thị Lan'))
    const page = home(at, '2024-01-15')
    const whole = at.ask((db) => homeCases(db, loadJudging(db, '2024-01-15')))
    expect(whole?.rows.map((row) => row.case)).toEqual(ids)
    expect(page?.cases).toEqual(whole?.rows.slice(0, 8))
    expect(page?.work).toMatchObject({ cases: 201, groups: { proposing: { preparing: 201 }, deciding: {} } })
    expect(at.ask((db) => homeList(db, loadJudging(db, '2024-01-15')))).toEqual(whole?.rows)
  })

  test('the queue holds what is ready for a decision, the nearest deadline first', () => {
    const at = openDesk({ office: COMMUNE, capacities: ['proposes'], today: '2024-01-15' })
    const id = register(at)
    submit(at, id)
    expect(at.ask((db) => reviewList(db, loadJudging(db, '2024-01-15')))).toMatchObject({ rows: [], waiting: 0 })
  })

  test('a deadline in a year without published holidays says so in the list', () => {
    const at = openDesk({ office: COMMUNE, capacities: ['proposes', 'decides'], today: '2026-12-01' })
    const vote = (date: string) => {
      const id = register(at, { ...HOA, birth: '1985-01-01' })
      at.do('dossier.recordBranchVote', { case: id, date, ...BRANCH_ALL_FOR })
      return id
    }
    const [early, late] = [vote('2026-03-02'), vote('2026-11-30')]
    const { rows: shown } = at.ask((db) => searchCases(db, {}, '2026-12-01'))
    const provisional = (id: string) => shown.find((row) => row.case === id)?.dueProvisional
    expect([provisional(early), provisional(late)]).toEqual([false, true])
  })

  test('the list is narrowed by deadline and by finding', () => {
    const at = desk()
    const late = begun(at, 'Lê Thị Lan')
    const young = register(at, { ...HOA, birth: '2007-06-20' })
    const list = (filter: object, day = '2024-01-15') =>
      at.ask((db) => searchCases(db, filter, day)).rows.map(({ case: id }) => id)
    expect(list({ due: 'quarter' })).toEqual([late])
    expect(list({ due: 'month' })).toEqual([])
    expect(list({ due: 'week' }, '2024-02-23')).toEqual([late])
    expect(list({ due: 'week' }, '2024-02-22')).toEqual([])
    expect(list({ due: 'late' }, '2024-03-01')).toEqual([])
    expect(list({ due: 'late' }, '2024-03-02')).toEqual([late])
    expect(list({ finding: 'C1' })).toEqual([young])
    expect(list({ finding: 'C10' })).toEqual([])
    expect(list({ finding: 'block' })).toEqual([young, late])
    expect(list({ finding: 'block', unit: UNIT, ended: false })).toEqual([young, late])
    expect(list({ finding: 'block', ended: true })).toEqual([])
    expect(at.ask((db) => searchCases(db, { due: 'quarter' }, '2024-01-15')).rows[0]).toMatchObject({
      due: '2024-03-01',
      dueLimit: 'dossier',
    })
  })
})
