/**
 * Where a case stands follows from its acts; the line the superior may see holds no more than the design allows.
 */
import { expect, test } from 'vitest'
import { isEnded, listLineOf, stageOf } from '../../../../shared/model/stage.ts'
import { Stage } from '../../../../shared/model/codes.ts'
import { aCase } from '../../../support/case-builder.ts'

const day = '2024-01-15'
const later = '2025-01-20'

test('a case goes from stage to stage by what is recorded', () => {
  let built = aCase()
  expect(stageOf(built.build())).toBe('listed')
  built = built.withHelper({ name: 'Trần Văn Bình', from: day })
  expect(stageOf(built.build())).toBe('helped')
  built = built.withPaper('CN-NTVD', day)
  expect(stageOf(built.build())).toBe('trained')
  built = built.withPaper('1-KND', day)
  expect(stageOf(built.build())).toBe('preparing')
  built = built.withBranchVote(day)
  expect(stageOf(built.build())).toBe('branchVoted')
  built = built.withCommitteeVote(day)
  expect(stageOf(built.build())).toBe('committeeVoted')
  built = built.withSubmission(day)
  expect(stageOf(built.build())).toBe('submitted')
  expect(stageOf(built.withReceived(day).build())).toBe('received')
  expect(stageOf(built.withReceived(day, { date: day }).build())).toBe('returned')
  expect(stageOf(built.withDecision(day, { outcome: 'refuse' }).build())).toBe('refused')
  built = built.withDecision(day)
  expect(stageOf(built.build())).toBe('admitted')
  built = built.withReceipt(day)
  expect(stageOf(built.build())).toBe('decisionReceived')
  built = built.withCeremony(day)
  expect(stageOf(built.build())).toBe('probation')
})

test('after the ceremony the same acts move it to recognition and to the card', () => {
  let built = aCase().withDecision(day).withReceipt(day).withCeremony(day).about('recognition')
  expect(stageOf(built.build())).toBe('probation')
  built = built.withBranchVote(later)
  expect(stageOf(built.build())).toBe('recognitionVoted')
  built = built.withCommitteeVote(later)
  expect(stageOf(built.build())).toBe('recognitionCommitteeVoted')
  built = built.withSubmission(later)
  expect(stageOf(built.build())).toBe('recognitionSubmitted')
  expect(stageOf(built.withReceived(later).build())).toBe('recognitionReceived')
  expect(stageOf(built.withReceived(later, { date: later }).build())).toBe('recognitionReturned')
  expect(stageOf(built.withDecision(later, { outcome: 'refuse' }).build())).toBe('recognitionRefused')
  built = built.withDecision(later, { outcome: 'recognise' })
  expect(stageOf(built.build())).toBe('recognised')
  expect(stageOf(built.withCard(later).build())).toBe('cardIssued')
})

test.each([
  ['removal', 'remove', ['removalProposed', 'removalSubmitted', 'removalReturned', 'struckOff']],
  ['cancellation', 'cancel', ['cancellationProposed', 'cancellationSubmitted', 'cancellationReturned', 'cancelled']],
] as const)(
  'a proposal of %s has its own stages, and one not followed leaves the case as it was',
  (matter, outcome, at) => {
    const probation = aCase().withDecision(day).withReceipt(day).withCeremony(day)
    const voted = probation.about(matter).withBranchVote(later)
    const sent = voted.withSubmission(later)
    expect([
      stageOf(voted.build()),
      stageOf(sent.build()),
      stageOf(sent.withReceived(later, { date: later }).build()),
      stageOf(sent.withDecision(later, { outcome }).build()),
    ]).toEqual(at)
    const kept = sent.withDecision(later, { outcome: 'refuse' })
    expect(stageOf(kept.build())).toBe('probation')
    expect(stageOf(kept.about('recognition').withBranchVote('2025-02-01').build())).toBe('recognitionVoted')
    expect(stageOf(voted.about('recognition').withBranchVote('2025-02-01').build())).toBe('recognitionVoted')
  },
)

test('a case that ended stands where it ended, whatever came before', () => {
  for (const reason of ['withdrawn', 'removed', 'movedAway', 'died', 'left'] as const)
    expect(stageOf(aCase().withBranchVote(day).withEnding(day, reason).build())).toBe(reason)
})

test('nothing more is to be done in a case that was refused or has ended, and in no other', () => {
  expect(Stage.options.filter(isEnded)).toEqual([
    'refused',
    'withdrawn',
    'removed',
    'movedAway',
    'died',
    'cardIssued',
    'struckOff',
    'cancelled',
    'left',
  ])
})

test('the list line shows name, year of birth, sex, branch, source, stage and helper, and nothing else', () => {
  const built = aCase()
    .with({
      birth: '1990-03-17',
      sex: 'female',
      source: 'youthUnion',
      ethnicity: 'Kinh',
      religion: 'không',
      identityNumber: '001190000001',
      hometown: 'Kim Bảng',
      note: 'ghi chú',
    })
    .withHelper({ name: 'Trần Văn Bình', from: day, officialDate: '2010-02-03' })
    .withHelper({ name: 'Lê Thị Cúc', from: day, replaces: true })
    .build()
  expect(listLineOf(built)).toEqual({
    name: 'Nguyễn Thị Hòa',
    birthYear: 1990,
    sex: 'female',
    unit: built.unit,
    source: 'youthUnion',
    stage: 'helped',
    helper: 'Lê Thị Cúc',
  })
  expect(listLineOf(aCase().build())).toEqual({ name: 'Nguyễn Thị Hòa', unit: built.unit, stage: 'listed' })
})
