/** The arithmetic of votes, by the examples of reference/procedure.md 2.3. */
import { expect, test } from 'vitest'
import { RS_2021 } from '../../../../shared/rules/sets/rs-2021.ts'
import {
  branchDenominator,
  committeeDenominator,
  measureBranchVote,
  measureCommitteeVote,
  measureDecision,
  meetsShare,
  neededVotes,
} from '../../../../shared/rules/votes.ts'

const twoThirds = { numerator: 2, denominator: 3, strict: false }
const overHalf = { numerator: 1, denominator: 2, strict: true }

test.each([
  [3, 2],
  [4, 3],
  [7, 5],
  [9, 6],
  [10, 7],
])('two thirds of %i is %i votes', (of, needed) => {
  expect(neededVotes(of, twoThirds)).toBe(needed)
  expect(meetsShare(needed, of, twoThirds)).toBe(true)
  expect(meetsShare(needed - 1, of, twoThirds)).toBe(false)
})

test.each([
  [10, 6],
  [11, 6],
  [2, 2],
])('more than half of %i is %i votes', (of, needed) => {
  expect(neededVotes(of, overHalf)).toBe(needed)
  expect(meetsShare(needed, of, overHalf)).toBe(true)
  expect(meetsShare(needed - 1, of, overHalf)).toBe(false)
})

test('nothing is a share of nobody', () => {
  expect(meetsShare(0, 0, twoThirds)).toBe(false)
  expect(neededVotes(0, twoThirds)).toBe(1)
})

test('members sent elsewhere leave the denominator, absent ones stay in it', () => {
  const vote = { official: 12, excluded: 3, presentOfficial: 7, agree: 6 }
  expect(branchDenominator(vote, 'officialSummoned')).toBe(9)
  expect(branchDenominator(vote, 'official')).toBe(12)
  expect(branchDenominator(vote, 'presentOfficial')).toBe(7)
  expect(measureBranchVote(vote, RS_2021)).toEqual({ agree: 6, of: 9, needed: 6, passed: true })
  expect(measureBranchVote({ ...vote, excluded: 2 }, RS_2021)).toEqual({ agree: 6, of: 10, needed: 7, passed: false })
})

test('a committee counts all its members', () => {
  expect(committeeDenominator({ members: 15, present: 10 }, 'members')).toBe(15)
  expect(committeeDenominator({ members: 15, present: 10 }, 'present')).toBe(10)
  expect(measureCommitteeVote({ members: 15, present: 10, agree: 10 }, RS_2021).passed).toBe(true)
  expect(measureCommitteeVote({ members: 15, present: 15, agree: 9 }, RS_2021).passed).toBe(false)
})

test('a decision is measured only where both numbers are known', () => {
  expect(measureDecision({ agree: 6 }, overHalf)).toBeNull()
  expect(measureDecision({ agree: 6, members: 11 }, overHalf)?.passed).toBe(true)
  expect(measureDecision({ agree: 5, members: 10 }, overHalf)?.passed).toBe(false)
})

test('recognition is measured by its own values, and every other matter by those of admission', () => {
  const { recognition } = RS_2021.votes
  const unanimous = { ...recognition.branch.share, value: { numerator: 1, denominator: 1, strict: false } }
  const present = { ...recognition.committee.of, value: 'present' as const }
  const votes = {
    ...RS_2021.votes,
    recognition: {
      ...recognition,
      branch: { ...recognition.branch, share: unanimous },
      committee: { ...recognition.committee, of: present },
    },
  }
  const branch = { official: 9, excluded: 0, presentOfficial: 9, agree: 8 }
  const committee = { members: 15, present: 9, agree: 8 }
  expect(measureBranchVote({ ...branch, matter: 'recognition' }, { votes })).toMatchObject({ needed: 9, passed: false })
  expect(measureCommitteeVote({ ...committee, matter: 'recognition' }, { votes })).toMatchObject({
    of: 9,
    passed: true,
  })
  for (const matter of [undefined, 'admission', 'removal', 'cancellation'] as const) {
    const about = matter === undefined ? {} : { matter }
    expect(measureBranchVote({ ...branch, ...about }, { votes })).toMatchObject({ needed: 6, passed: true })
    expect(measureCommitteeVote({ ...committee, ...about }, { votes })).toMatchObject({ of: 15, passed: false })
  }
})
