/**
 * A case or a member taken over from paper, at whatever stage it stands: the stage follows from what is known, the rest of
 * the life goes on from there, and what cannot be is refused.
 */
import { expect, test } from 'vitest'
import { stageOf } from '../../../../shared/model/stage.ts'
import { caseIn } from '../../../support/case-life.ts'
import { COMMUNE, openDesk, replays, UNIT, type Desk } from '../../../support/journal-kit.ts'

const VOTE = {
  official: 9,
  probationary: 1,
  excluded: 0,
  presentOfficial: 9,
  presentProbationary: 1,
  absences: [],
  method: 'ballot',
  agree: 9,
  disagree: 0,
  blank: 0,
}
const COMMITTEE = { members: 15, present: 15, agree: 15, disagree: 0, blank: 0 }
const body = 'Ban Thường vụ Huyện ủy Kim Bảng'
const admitted = {
  decision: { outcome: 'admit', number: '12-QĐ/HU', date: '2023-01-10', body },
  decisionReceivedOn: '2023-01-16',
}
const probation = { ...admitted, ceremony: { date: '2023-02-03', helper: { name: 'Trần Văn Bình' } } }
const decide = (outcome: string, date: string) => ({ outcome, number: `${outcome}-1`, date, body })

function takeOver(acts: object): { readonly desk: Desk; readonly id: string } {
  const desk = openDesk({ office: COMMUNE, today: '2024-06-03' })
  const { value } = desk.do('case.takeOver', {
    profile: { name: 'Trần Thị Lan', birth: '1990-01-02' },
    unit: UNIT,
    acts,
  })
  return { desk, id: caseIn(value) }
}

test.each([
  ['submitted', { submittedOn: '2024-05-20' }],
  ['received', { submittedOn: '2024-05-20', receivedOn: '2024-05-22' }],
  ['decisionReceived', admitted],
  ['probation', probation],
  ['recognitionVoted', { ...probation, recognition: { branchVote: { date: '2024-02-10', ...VOTE } } }],
  [
    'recognitionCommitteeVoted',
    {
      ...probation,
      recognition: {
        branchVote: { date: '2024-02-10', ...VOTE },
        committeeVote: { date: '2024-02-20', ...COMMITTEE },
      },
    },
  ],
  ['recognitionSubmitted', { ...probation, recognition: { submittedOn: '2024-02-22' } }],
  ['recognitionReceived', { ...probation, recognition: { submittedOn: '2024-02-22', receivedOn: '2024-02-26' } }],
  ['recognitionRefused', { ...probation, recognition: { decision: decide('refuse', '2024-03-10') } }],
  ['recognised', { ...probation, recognition: { decision: decide('recognise', '2024-03-10') } }],
  [
    'cardIssued',
    {
      ...probation,
      recognition: { decision: decide('recognise', '2024-03-10'), decisionReceivedOn: '2024-03-12' },
      card: { number: '12.345678', date: '2024-05-19' },
    },
  ],
  ['removalProposed', { ...probation, removal: { branchVote: { date: '2024-02-10', ...VOTE } } }],
  ['removalSubmitted', { ...probation, removal: { submittedOn: '2024-02-22' } }],
  ['struckOff', { ...probation, removal: { decision: decide('remove', '2024-03-10') } }],
  ['cancellationProposed', { ...admitted, cancellation: { branchVote: { date: '2024-02-10', ...VOTE } } }],
  ['cancellationSubmitted', { ...probation, cancellation: { submittedOn: '2024-02-22' } }],
  [
    'cancelled',
    { ...probation, cancellation: { decision: { ...decide('cancel', '2024-03-10'), ground: 'criteria' } } },
  ],
  ['died', { ...probation, departure: { reason: 'died', on: '2024-03-10', date: '2024-03-20' } }],
  [
    'movedAway',
    {
      ...probation,
      transfers: [
        {
          direction: 'out',
          who: 'probationary',
          otherOffice: 'Đảng ủy thị trấn Quế',
          date: '2024-03-10',
          completedOn: '2024-03-20',
        },
      ],
    },
  ],
] as const)('%s', (stage, acts) => {
  const { desk, id } = takeOver(acts)
  expect(stageOf(desk.case(id))).toBe(stage)
  expect(replays(desk)).toBe(true)
})

test('a dossier of recognition that waits elsewhere is decided from paper, and the card follows', () => {
  const { desk, id } = takeOver({ ...probation, recognition: { submittedOn: '2024-02-22', receivedOn: '2024-02-26' } })
  const decision = { case: id, matter: 'recognition', ...decide('recognise', '2024-05-10'), onPaper: true }
  desk.do('decision.record', decision)
  desk.do('decision.recordReceipt', { case: id, matter: 'recognition', date: '2024-05-20' })
  desk.do('card.issue', { case: id, number: '12.345678', date: '2024-06-03', onPaper: true })
  expect(stageOf(desk.case(id))).toBe('cardIssued')
})

test('days that cannot be are refused in every part of it', () => {
  const refused = (acts: object) => {
    const desk = openDesk({ office: COMMUNE, today: '2024-06-03' })
    const answer = desk.call('case.takeOver', {
      profile: { name: 'Trần Thị Lan', birth: '1990-01-02' },
      unit: UNIT,
      acts,
    })
    return answer.ok ? null : answer.error
  }
  expect(refused({ ...probation, recognition: { receivedOn: '2024-06-04' } })).toMatchObject({
    code: 'IMPOSSIBLE',
    data: { what: 'dateAfterToday', data: { field: 'receivedOn' } },
  })
  expect(refused({ ...probation, departure: { reason: 'left', on: '2024-06-04', date: '2024-06-04' } })).toMatchObject({
    data: { what: 'dateAfterToday' },
  })
  const cancellation = { decision: decide('cancel', '2024-05-10'), decisionReceivedOn: '2024-05-09' }
  expect(refused({ ...probation, cancellation })).toMatchObject({ data: { what: 'receiptBeforeDecision' } })
})
