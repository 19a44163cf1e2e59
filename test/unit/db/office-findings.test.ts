/** C39, C41 and C43 as the store tells of them: who counts as the same, what belongs to a unit, what is on its way. */
import { expect, test } from 'vitest'
import { loadJudging } from '../../../db/load-rules.ts'
import { officeFindings } from '../../../db/queries/office-findings.ts'
import { prepared } from '../../../db/transaction.ts'
import {
  COMMUNE,
  DISTRICT,
  openDesk,
  pairWith,
  register,
  submit,
  UNIT,
  valueOf,
  type Desk,
} from '../../support/journal-kit.ts'

const today = '2024-01-20'
const desk = () => openDesk({ office: COMMUNE, capacities: ['proposes', 'decides'], today })
const ask = (at: Desk, unit?: string) => at.ask((db) => officeFindings(db, loadJudging(db, today), unit))
const found = (at: Desk, code: string, unit?: string) =>
  (ask(at, unit)?.findings ?? []).filter((finding) => finding.code === code).map(({ data }) => data)

function second(at: Desk): string {
  return valueOf(at.do('unit.add', { name: 'Chi bộ 2', type: 'branch' }))['unit'] ?? ''
}

test('C39: one number twice, and one name and date of birth in two branches', () => {
  const at = desk()
  const unit = second(at)
  const lan = register(at, { name: 'Lê Thị Lan', birth: '1990-03-02' })
  register(at, { name: 'Lê Thị Lan', birth: '1990-03-02' })
  expect(found(at, 'C39')).toEqual([])
  const same =
    valueOf(at.do('candidate.register', { unit, profile: { name: 'Lê Thị Lan', birth: '1990-03-02' } }))['case'] ?? ''
  expect(found(at, 'C39')).toMatchObject([{ by: 'name', key: '1990-03-02', people: [{}, {}, {}] }])
  expect(found(at, 'C39', unit)).toHaveLength(1)
  at.do('candidate.withdraw', { case: same, reason: 'withdrawn', date: '2024-01-10' })
  expect(found(at, 'C39')).toEqual([])

  const number = '035190001234'
  at.do('candidate.correct', { case: lan, change: { set: { identityNumber: number } } })
  const other = register(at, { name: 'Trần Văn Bình' })
  // Recorded here it is refused; it comes from another office, which knows nothing of ours.
  at.change((db) => prepared(db, 'UPDATE cases SET identity_number = ? WHERE case_id = ?').run(number, other))
  // In the order of their ids, which chance decides.
  const people = [lan, other].toSorted().map((id) => ({ case: id }))
  expect(found(at, 'C39')).toMatchObject([{ by: 'number', key: number, people }])
})

test('C41: the list of a branch, and helpers by branch', () => {
  const at = desk()
  const unit = second(at)
  expect(found(at, 'C41-list')).toMatchObject([{ unit }, { unit: UNIT }])
  at.do('list.review', { unit, month: '2024-01', date: '2024-01-05', removed: [] })
  expect(found(at, 'C41-list')).toMatchObject([{ unit: UNIT, month: null }])
  const lan = register(at, { name: 'Lê Thị Lan' })
  at.do('helper.assign', { case: lan, name: 'Lại Văn Đức', from: '2023-10-19' })
  expect(found(at, 'C41-helper')).toMatchObject([{ case: lan, heard: '2023-10-19', helper: 'Lại Văn Đức' }])
  expect(ask(at)?.silent).toBe(1)
  expect(found(at, 'C41-helper', UNIT)).toHaveLength(1)
  expect(found(at, 'C41-helper', unit)).toEqual([])
})

test('C43: a branch without a new member, by the register of members; the plan and what is on its way', () => {
  const at = desk()
  const unit = second(at)
  expect(found(at, 'C43-idle')).toEqual([])
  at.do('member.add', { name: 'Vũ Văn An', unit, admittedOn: '2015-02-03' })
  expect(found(at, 'C43-idle')).toMatchObject([
    { unit, newMember: '2015-02-03' },
    { unit: UNIT, newMember: null },
  ])
  at.do('target.set', { unit: UNIT, year: 2024, number: 3 })
  const person = register(at)
  submit(at, person)
  register(at, { name: 'Trần Văn Bình' })
  expect(found(at, 'C43-plan')).toMatchObject([
    { unit: null, number: 3, underway: 1, short: 2 },
    { unit: UNIT, underway: 1, short: 2 },
  ])
  at.do('target.set', { unit: UNIT, year: 2024, number: 1 })
  expect(found(at, 'C43-plan')).toEqual([])
})

test('C43: the plan of the office is the one of the page of targets: nothing that is a part of another counts beside it', () => {
  const at = openDesk({ office: DISTRICT, capacities: ['proposes', 'decides'], today })
  const whole = () =>
    (ask(at)?.findings ?? []).flatMap((one) =>
      one.code === 'C43-plan' && one.data.unit === null ? [one.data.number] : [],
    )
  expect(whole()).toEqual([])
  const unit = second(at)
  at.do('target.set', { unit, year: 2024, number: 4 })
  expect(whole()).toEqual([4])
  // The unit comes to have an office of its own, which is given the target that was the unit's.
  pairWith(at, COMMUNE, 'subordinate', unit)
  at.do('target.set', { office: COMMUNE, year: 2024, number: 5 })
  expect(whole()).toEqual([5])
  at.do('target.set', { year: 2024, number: 12 })
  const { entries } = at.do('target.set', { year: 2024, number: 15 })
  expect(whole()).toEqual([15])
  at.do('entry.retract', { entry: entries[0] })
  expect(whole()).toEqual([12])
})

test('C41: during probation a helper is missed as well, whether named at the ceremony or assigned since', () => {
  const at = desk()
  const heard = (helper: object, more: object = {}) => {
    const acts = {
      decision: { outcome: 'admit', number: '1-QĐ/HU', date: '2023-05-10', body: 'Ban Thường vụ Huyện ủy' },
      decisionReceivedOn: '2023-05-15',
      ceremony: { date: '2023-06-01', ...helper },
      ...more,
    }
    return valueOf(at.do('case.takeOver', { profile: { name: 'Lê Thị Lan' }, unit: UNIT, acts }))['case'] ?? ''
  }
  const named = heard({ helper: { name: 'Lại Văn Đức' } })
  const nobody = heard({})
  const lately = heard({}, { helpers: [{ name: 'Lại Văn Đức', from: '2024-01-02' }] })
  const silent = found(at, 'C41-helper').map((data) => data as { case: string; heard: string })
  expect(silent.map(({ case: id }) => id)).toEqual([named])
  expect(silent[0]?.heard).toBe('2023-06-01')
  expect([nobody, lately].some((id) => silent.some(({ case: one }) => one === id))).toBe(false)
  at.do('helper.note', {
    case: named,
    helper: 'Lại Văn Đức',
    date: '2024-01-10',
    text: 'Phấn đấu tốt',
    standing: 'good',
  })
  expect(found(at, 'C41-helper')).toEqual([])
})
