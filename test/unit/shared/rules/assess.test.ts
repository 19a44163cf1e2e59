/** The assessment as a whole: stages and steps, cases taken over, lifts, blocks, ended cases, rule sets in time. */
import { describe, expect, test } from 'vitest'
import { blocksFor } from '../../../../shared/rules/assess.ts'
import { finding } from '../../../../shared/rules/finding.ts'
import type { RuleSet } from '../../../../shared/rules/rule-set.ts'
import { ruleChanges, ruleSetOn } from '../../../../shared/rules/sets/index.ts'
import { RS_2021 } from '../../../../shared/rules/sets/rs-2021.ts'
import { aCase, aDossier, codes, findingOf } from '../../../support/case-builder.ts'

const meeting = '2024-01-15'
const today = '2024-02-01'

test('a case from list to ceremony', () => {
  const steps = [
    [aCase().with({ birth: '1985-06-15', education: 'upperSecondary' }), 'listed', 'assignHelper'],
    [aDossier(), 'preparing', 'branchVote'],
    [aDossier().withBranchVote(meeting), 'branchVoted', 'committeeVote'],
    [aDossier().withBranchVote(meeting).withCommitteeVote('2024-01-20'), 'committeeVoted', 'submit'],
  ] as const
  for (const [built, stage, step] of steps) {
    expect(built.on(today).stage).toBe(stage)
    expect(built.on(today).next[0]?.step).toBe(step)
  }
  const sent = aDossier().withBranchVote(meeting).withCommitteeVote('2024-01-20').withSubmission('2024-01-22')
  expect(sent.on(today)).toMatchObject({ stage: 'submitted', next: [{ step: 'receive', who: 'deciding' }] })
  const received = sent.withReceived('2024-01-24')
  expect(received.on(today)).toMatchObject({ stage: 'received', next: [{ step: 'decision', who: 'deciding' }] })
  const decided = received.withDecision('2024-02-01')
  expect(decided.on(today)).toMatchObject({ stage: 'admitted', next: [{ step: 'recordReceipt', who: 'submitter' }] })
  expect(blocksFor(decided.on(today), 'ceremony')).toEqual([])
  const there = decided.withReceipt('2024-02-05').on('2024-02-05')
  expect(there).toMatchObject({ stage: 'decisionReceived', next: [{ step: 'ceremony', who: 'branch' }] })
  const done = decided.withReceipt('2024-02-05').withCeremony('2024-02-19').on('2024-02-20')
  expect(done).toMatchObject({
    stage: 'probation',
    next: [{ step: 'newMemberClass', who: 'training' }],
    findings: [],
    membership: { partyAgeFrom: '2024-02-01', probationEnd: '2025-02-19' },
  })
})

test('a returned dossier has the day its answer is wanted', () => {
  const returned = aDossier()
    .withBranchVote(meeting)
    .withCommitteeVote('2024-01-20')
    .withSubmission('2024-01-22')
    .withReceived('2024-01-24', { date: '2024-01-26', answerBy: '2024-02-05' })
  expect(returned.on(today).next).toEqual([{ step: 'answerReturn', who: 'submitter' }])
  expect(returned.on('2024-02-05').deadlines.at(-1)).toMatchObject({ id: 'answerReturn', overdue: false })
  expect(returned.on('2024-02-06').deadlines.at(-1)).toMatchObject({ due: '2024-02-05', overdue: true })
  const answered = returned.withSubmission('2024-02-05').on('2024-02-20').deadlines.at(-1)
  expect(answered).toMatchObject({ id: 'answerReturn', met: '2024-02-05', overdue: false })
})

describe('the checklist', () => {
  test('says for each paper whether it is there, wanted, or for later', () => {
    const lines = aDossier().on('2024-01-10').checklist
    expect(lines.map(({ paper, status, why }) => [paper, status, why ?? '']).filter(([paper]) => paper !== '')).toEqual(
      [
        ['CN-NTVD', 'present', ''],
        ['1-KND', 'present', ''],
        ['2-KND', 'present', ''],
        ['TT-2-KND', 'outside', ''],
        ['20-KND', 'notNeeded', 'optional'],
        ['3-KND', 'present', ''],
        ['4-KND', 'notNeeded', 'ifYouthUnion'],
        ['4A-KND', 'notNeeded', 'ifTradeUnion'],
        ['5-KND', 'present', ''],
        ['DY-TUOI', 'notNeeded', 'ifOverAge'],
        ['DY-HOCVAN', 'notNeeded', 'ifElder'],
        ['6-KND', 'notNeeded', 'notYet'],
        ['7-KND', 'notNeeded', 'ifSection'],
        ['8-KND', 'notNeeded', 'notYet'],
        ['9-KND', 'notNeeded', 'notYet'],
        ['DY-LE', 'notNeeded', 'ifCeremonyLate'],
        ['LL-HSDV', 'notNeeded', 'notYet'],
        ['PHIEU-HSDV', 'notNeeded', 'notYet'],
      ],
    )
  })

  test('takes resolutions and the decision from the acts that brought them', () => {
    const decided = aDossier()
      .withBranchVote(meeting)
      .withCommitteeVote('2024-01-20')
      .withSubmission('2024-01-22')
      .withDecision('2024-01-30')
    const status = Object.fromEntries(decided.on(today).checklist.map((line) => [line.paper, line.status]))
    expect(status).toMatchObject({ '6-KND': 'present', '8-KND': 'present', '9-KND': 'present', 'LL-HSDV': 'notNeeded' })
  })
})

describe('what was before the program', () => {
  test('is information, what comes after holds in full', () => {
    const before = aCase()
      .with({ birth: '2006-03-01', education: 'primary' })
      .takenOver()
      .withPaper('1-KND', '2023-09-10')
      .withPaper('2-KND', '2023-09-05')
      .withBranchVote(meeting, { agree: 2, disagree: 7 })
    const found = before.on(today)
    expect(found.findings.length).toBeGreaterThan(8)
    expect(found.findings.filter(({ severity }) => severity !== 'info')).toEqual([])
    expect(found.findings.every(({ takenOver, code }) => takenOver === true || code === 'C14')).toBe(true)
    expect(blocksFor(found, 'committeeVote')).toEqual([])
    const after = before.recorded().withCommitteeVote('2024-01-25', { agree: 3, disagree: 12 }).on(today)
    expect(findingOf(after, 'C16-share')).toMatchObject({ severity: 'block' })
  })

  test('a decision without its votes on record is not asked for them', () => {
    const late = aCase()
      .with({ birth: '1985-01-01' })
      .takenOver()
      .withDecision('2024-01-10')
      .withReceipt('2024-01-12')
      .recorded()
    const found = late.on(today)
    expect(found.findings.filter(({ severity }) => severity !== 'info')).toEqual([])
    expect(found.pending).toEqual([])
    expect(blocksFor(found, 'ceremony')).toEqual([])
    expect(codes(late.on('2024-04-30'))).toContain('C21')
  })
})

describe('lifts', () => {
  const short = aDossier().withBranchVote(meeting, { official: 2, presentOfficial: 2, agree: 2 })

  test('a lift names the finding; a bare code names all of that code', () => {
    expect(blocksFor(short.on(today), 'committeeVote').map(({ id }) => id)).toEqual(['C13:2024-01-15'])
    const lifted = short.withLift('C13:2024-01-15')
    expect(findingOf(lifted.on(today), 'C13')?.lifted).toBe(lifted.build().lifts[0]?.entry)
    expect(blocksFor(lifted.on(today), 'committeeVote')).toEqual([])
    expect(blocksFor(short.withLift('C13').on(today), 'committeeVote')).toEqual([])
  })

  test('a lift for one paper or one meeting does not cover another', () => {
    expect(blocksFor(short.withLift('C13:2024-01-14').on(today), 'committeeVote')).toHaveLength(1)
    const two = aDossier().withoutPaper('5-KND', '1-KND').withLift('C5:5-KND').on(today)
    expect(two.findings.map(({ id, lifted }) => [id, lifted !== undefined])).toEqual([
      ['C5:1-KND', false],
      ['C5:5-KND', true],
    ])
  })
})

describe('what stands in the way', () => {
  test('steps not taken', () => {
    const steps = (step: 'committeeVote' | 'submit' | 'decision' | 'ceremony') =>
      blocksFor(aDossier().on(today), step).map(({ data }) => ('step' in data ? data.step : ''))
    expect(steps('committeeVote')).toEqual(['branchVote'])
    expect(steps('submit')).toEqual(['branchVote', 'committeeVote'])
    expect(steps('decision')).toEqual(['branchVote', 'committeeVote', 'submit'])
    expect(steps('ceremony')).toEqual(['branchVote', 'committeeVote', 'submit', 'decision'])
  })

  test('a dossier not begun', () => {
    expect(blocksFor(aCase().on(today), 'branchVote').map(({ code }) => code)).toEqual(['C5-none'])
  })

  test('what came before the decision does not stop the ceremony', () => {
    const faulty = aDossier().withoutPaper('5-KND').withBranchVote(meeting).withDecision('2024-01-30')
    expect(blocksFor(faulty.withReceipt('2024-01-31').on(today), 'ceremony')).toEqual([])
  })
})

test('a case that has ended is left alone', () => {
  const ended = aDossier().withoutPaper('5-KND').withEnding('2024-01-10').on('2026-01-01')
  expect(ended).toMatchObject({ stage: 'withdrawn', next: [], deadlines: [], findings: [], validUntil: null })
  const voted = aDossier().withBranchVote(meeting).withEnding('2024-01-20', 'movedAway').on('2026-01-01')
  expect(voted).toMatchObject({ stage: 'movedAway', next: [], findings: [], validUntil: null })
  expect(voted.deadlines.map(({ id }) => id)).toEqual(['dossier'])
})

test('of a case known by its list line only nothing is judged', () => {
  const line = aCase().patch({ known: 'line' }).on(today)
  expect(line).toMatchObject({ checklist: [], deadlines: [], findings: [], next: [], pending: [] })
})

describe('rule sets in time', () => {
  const issue: RuleSet = {
    ...RS_2021,
    id: 'RS-ISSUE',
    from: '2024-03-01',
    limits: RS_2021.limits.map((limit) => ({
      ...limit,
      ...(limit.id === 'ceremony' ? { start: { ...limit.start, value: 'admissionIssued' as const } } : {}),
      ...(limit.id === 'decision'
        ? { length: { ...limit.length, value: { amount: 20, unit: 'workingDays' as const } } }
        : {}),
    })),
  }
  const sets = [{ ...RS_2021, to: '2024-02-29' }, issue]
  const context = { rules: (on: string) => ruleSetOn(on, sets), ruleChanges: ruleChanges(sets) }

  test('a limit is that of the day it began', () => {
    const old = aDossier().withBranchVote('2024-02-29').on('2024-03-10', context)
    const young = aDossier().withBranchVote('2024-03-01').on('2024-03-10', context)
    expect(old.deadlines.find(({ id }) => id === 'decision')?.due).toBe('2024-05-28')
    expect(young.deadlines.find(({ id }) => id === 'decision')?.due).toBe('2024-03-29')
  })

  test('a ceremony counts from receipt or from issue, as the set says', () => {
    const start = (decided: string, received: string) =>
      aDossier()
        .withBranchVote('2024-02-01')
        .withDecision(decided)
        .withReceipt(received)
        .on('2024-03-20', context)
        .deadlines.find(({ id }) => id === 'ceremony')?.start
    expect(start('2024-02-20', '2024-02-26')).toBe('2024-02-26')
    expect(start('2024-03-04', '2024-03-08')).toBe('2024-03-04')
    expect(start('2024-02-27', '2024-03-05')).toBe('2024-03-05')
  })

  test('while nothing has happened, the next set is waited for', () => {
    const listed = aCase().with({ birth: '1985-01-01', education: 'upperSecondary' }).on('2024-02-10', context)
    expect(listed.validUntil).toBe('2024-03-01')
    expect(listed.ruleSet).toBe('RS-2021')
  })
})

test('the longest id of a finding fits an entry', () => {
  const spec = { severity: 'warn', before: 'submit', source: { article: 'x', confirmed: true } } as const
  const longest = finding('C12-votes', { votes: 1, present: 2 }, { ...spec, about: '2024-01-15' })
  expect(longest.id.length).toBeLessThanOrEqual(20)
  for (const { code } of RS_2021.papers) expect(`C5-date:${code}`.length).toBeLessThanOrEqual(20)
})

test('one case takes well under a millisecond', () => {
  const built = aDossier().withBranchVote(meeting).withCommitteeVote('2024-01-20').withSubmission('2024-01-22')
  const batches = Array.from({ length: 8 }, () => {
    const start = performance.now()
    for (let i = 0; i < 100; i += 1) built.on(today)
    return (performance.now() - start) / 100
  })
  expect(Math.min(...batches)).toBeLessThan(1)
})
