/**
 * A batch for 03/02: the days counted backwards over Tết and weekends, and who can still make it.
 */
import { expect, test } from 'vitest'
import { createCalendar } from '../../../../shared/calendar/working-days.ts'
import { milestonesFor, planCase, type PlanCase } from '../../../../shared/rules/plan.ts'
import { ruleSetOn } from '../../../../shared/rules/sets/index.ts'

const calendar = createCalendar()
const rules = ruleSetOn('2025-02-03')
const milestones = milestonesFor('2025-02-03', ruleSetOn('2024-06-01'), calendar)
const NOTHING = { findings: [], pending: [] }
const someone: PlanCase = {
  stage: 'preparing',
  helperFrom: '2023-06-01',
  acquaintedSince: null,
  certificateOn: '2023-04-20',
  assessment: NOTHING,
}
const plan = (person: Partial<PlanCase>, today: string) => planCase({ ...someone, ...person }, milestones, rules, today)

test('each step has a day that leaves later bodies all their time, and a last one', () => {
  // 03/02/2025 is a Monday; Tết of 2025 is off from 25/01 to 02/02, so the last working day before it is 24/01; 01/01
  // is off too.
  expect(milestones.map(({ step, latest }) => [step, latest])).toEqual([
    ['branchVote', '2024-12-31'],
    ['committeeVote', '2025-01-08'],
    ['submit', '2025-01-10'],
    ['decision', '2025-01-24'],
    ['ceremony', '2025-02-03'],
  ])
  for (const { safe, latest } of milestones) expect(safe <= latest).toBe(true)
  // Sixty working days before the decision's safe day.
  const decision = milestones.find(({ step }) => step === 'decision')?.safe ?? ''
  const submit = milestones.find(({ step }) => step === 'submit')?.safe ?? ''
  expect(calendar.workingDaysBetween(submit, decision).days).toBe(60)
})

test('how fast an office that hurries works is its own: a value among its rules', () => {
  const usual = ruleSetOn('2024-06-01')
  const slow = {
    ...usual,
    planning: { ...usual.planning, decision: { ...usual.planning.decision, value: 10 } },
  }
  const decided = (set: typeof usual) =>
    milestonesFor('2025-02-03', set, calendar).find(({ step }) => step === 'decision')?.safe
  expect([decided(usual), decided(slow)]).toEqual(['2025-01-20', '2025-01-13'])
})

test('the same person is safe, then tight, then late, as the days pass', () => {
  const [meeting] = milestones
  expect(plan({}, meeting?.safe ?? '')).toEqual({ verdict: 'safe', step: 'branchVote', obstacles: [] })
  expect(plan({}, meeting?.latest ?? '')).toMatchObject({ verdict: 'tight' })
  expect(plan({}, '2025-01-09')).toMatchObject({ verdict: 'late' })
  expect(plan({ stage: 'committeeVoted' }, '2025-01-09')).toMatchObject({ verdict: 'tight', step: 'submit' })
  expect(plan({ stage: 'decisionReceived' }, '2025-02-03')).toMatchObject({ verdict: 'safe', step: 'ceremony' })
})

test('after a vote the path says what comes next: without a committee, or where one office proposes and decides', () => {
  const awaiting = (...pending: PlanCase['assessment']['pending']) => ({ findings: [], pending })
  const voted = { stage: 'branchVoted', assessment: awaiting('submit', 'decision') } as const
  expect(plan(voted, '2025-01-09')).toMatchObject({ verdict: 'tight', step: 'submit' })
  const decides = { stage: 'committeeVoted', assessment: awaiting('decision') } as const
  expect(plan(decides, '2025-01-13')).toMatchObject({ step: 'decision' })
  expect(plan({ ...decides, stage: 'preparing' }, '2024-06-01')).toMatchObject({ step: 'branchVote' })
})

test('who has known the helper too short a time cannot make it, and the day is named from which it would do', () => {
  const lately = { helperFrom: '2024-03-01', acquaintedSince: '2024-03-01' }
  expect(plan(lately, '2024-06-01')).toMatchObject({
    verdict: 'late',
    obstacles: [{ why: 'helperTooNew', from: '2025-03-01' }],
  })
  // Assigned lately, known for years: in time. Nobody has said since when: to be looked into, not late.
  expect(plan({ ...lately, acquaintedSince: '2020-01-01' }, '2024-06-01')?.obstacles).toEqual([])
  expect(plan({ ...lately, acquaintedSince: null }, '2024-06-01')).toMatchObject({
    verdict: 'tight',
    obstacles: [{ why: 'helperTooNew', from: '2025-03-01' }],
  })
  const day = milestones[0]?.latest ?? ''
  const before = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`
  expect(plan({ helperFrom: before }, '2024-06-01')?.obstacles).toEqual([])
  expect(plan({ helperFrom: null, stage: 'listed' }, '2024-06-01')).toMatchObject({
    verdict: 'late',
    obstacles: [{ why: 'noHelper' }],
  })
})

test('a certificate that is missing or ends before the meeting is in the way but can be had', () => {
  expect(plan({ certificateOn: null }, '2024-06-01')).toMatchObject({
    verdict: 'tight',
    obstacles: [{ why: 'noCertificate' }],
  })
  expect(plan({ certificateOn: '2019-12-30' }, '2024-06-01')).toMatchObject({
    verdict: 'tight',
    obstacles: [{ why: 'certificateEnds', on: '2024-12-30' }],
  })
  const day = milestones[0]?.latest ?? ''
  const still = `${Number(day.slice(0, 4)) - 5}${day.slice(4)}`
  expect(plan({ certificateOn: still }, '2024-06-01')?.obstacles).toEqual([])
})

test('nobody waits for a batch who has been admitted with a ceremony, or whose case has ended', () => {
  for (const stage of ['probation', 'withdrawn', 'refused', 'cardIssued'] as const)
    expect(plan({ stage }, '2024-06-01')).toBeNull()
})
