/** What is refused because it cannot be, and what next to it may be recorded. */
import { expect, test } from 'vitest'
import type { BranchVote, CommitteeVote } from '../../../../shared/model/acts.ts'
import {
  impossibleBranchVote,
  impossibleCeremony,
  impossibleCommitteeVote,
  impossibleDays,
  impossibleDecision,
  impossibleProfile,
  impossibleReceipt,
} from '../../../../shared/rules/impossible.ts'

const known = { today: '2024-06-01', birth: '1990-05' }
const vote: BranchVote = {
  date: '2024-01-15',
  official: 9,
  probationary: 2,
  excluded: 1,
  presentOfficial: 8,
  presentProbationary: 2,
  absences: [],
  method: 'card',
  agree: 6,
  disagree: 1,
  blank: 1,
}
const committee: CommitteeVote = { date: '2024-01-20', members: 15, present: 14, agree: 12, disagree: 1, blank: 1 }

test('a vote that can be', () => {
  expect(impossibleBranchVote(vote, known)).toBeNull()
  expect(impossibleCommitteeVote(committee, known)).toBeNull()
})

test.each([
  [{ blank: 2 }, { code: 'votesOverPresent', votes: 9, present: 8 }],
  [{ presentOfficial: 10 }, { code: 'presentOverRoll', who: 'official', present: 10, roll: 9 }],
  [{ presentProbationary: 3 }, { code: 'presentOverRoll', who: 'probationary', present: 3, roll: 2 }],
  [{ excluded: 10 }, { code: 'excludedOverOfficial', excluded: 10, official: 9 }],
  [{ date: '2024-06-02' }, { code: 'dateAfterToday', field: 'date', date: '2024-06-02', today: '2024-06-01' }],
  [
    { resolution: { date: '2024-06-02' } },
    { code: 'dateAfterToday', field: 'resolution.date', date: '2024-06-02', today: '2024-06-01' },
  ],
  [{ date: '1990-04-30' }, { code: 'dateBeforeBirth', field: 'date', date: '1990-04-30', birth: '1990-05' }],
])('a branch vote with %j cannot be', (patch, expected) => {
  expect(impossibleBranchVote({ ...vote, ...patch }, known)).toEqual(expected)
})

test('exactly all present, and today itself, can be', () => {
  expect(impossibleBranchVote({ ...vote, presentOfficial: 9, agree: 7, date: '2024-06-01' }, known)).toBeNull()
})

test('a committee vote over its roll cannot be', () => {
  expect(impossibleCommitteeVote({ ...committee, present: 16 }, known)).toEqual({
    code: 'presentOverRoll',
    who: 'committee',
    present: 16,
    roll: 15,
  })
  expect(impossibleCommitteeVote({ ...committee, agree: 13 }, known)?.code).toBe('votesOverPresent')
  expect(impossibleCommitteeVote({ ...committee, date: '2024-07-01' }, known)?.code).toBe('dateAfterToday')
})

test('decision, receipt and ceremony in their order', () => {
  const decision = { date: '2024-03-01' }
  expect(impossibleDecision({ date: '2024-03-01', members: 11, agree: 12 }, known)?.code).toBe('agreeOverMembers')
  expect(impossibleDecision({ date: '2024-03-01', members: 11, agree: 11 }, known)).toBeNull()
  expect(impossibleReceipt('2024-02-29', decision, known)).toEqual({
    code: 'receiptBeforeDecision',
    received: '2024-02-29',
    decided: '2024-03-01',
  })
  expect(impossibleReceipt('2024-03-01', decision, known)).toBeNull()
  expect(impossibleCeremony({ date: '2024-02-29' }, decision, known)?.code).toBe('ceremonyBeforeDecision')
  expect(impossibleCeremony({ date: '2024-03-01' }, decision, known)).toBeNull()
  expect(impossibleCeremony({ date: '2024-02-29' }, null, known)).toBeNull()
})

test('a profile whose days cannot be', () => {
  const today = { today: '2024-06-01' }
  expect(impossibleProfile({ birth: '2025' }, today)?.code).toBe('dateAfterToday')
  expect(impossibleProfile({ birth: '2024' }, today)).toBeNull()
  expect(impossibleProfile({ birth: '1990-05-04', youthUnionSince: '1989' }, today)?.code).toBe('dateBeforeBirth')
  expect(impossibleProfile({ birth: '1990-05-04', youthUnionSince: '2006-03' }, today)).toBeNull()
  expect(impossibleProfile({ birth: '1990', introducedOn: '1980-01-01' }, today)?.code).toBe('dateBeforeBirth')
})

test('while the date is in doubt nothing lies in the future', () => {
  expect(impossibleDays({ date: '2099-01-01' }, {})).toBeNull()
  expect(impossibleDays({ date: undefined }, known)).toBeNull()
})
