/**
 * Votes on recognition that fell short: how many, and whether the newest was reported (01-HD/TW 2021, mục 5).
 */
import type { PlainDate } from '../calendar/plain-date.ts'
import { matterOf, type Matter } from '../model/acts.ts'
import type { View } from './view.ts'
import { measureBranchVote } from './votes.ts'

/**
 * How many votes of the branch on recognition have fallen short, each by the rules of its day. A meeting that concluded
 * that the person does not qualify has not fallen short: it proposed something else.
 * @param view - the case
 */
export function failedVotes({ state, context }: Pick<View, 'state' | 'context'>): number {
  return state.recognition.branchVotes.filter(
    (vote) => vote.concludes === undefined && !measureBranchVote(vote, context.rules(vote.date)).passed,
  ).length
}

/**
 * True if a vote of the branch that fell short was reported to the deciding office.
 * @param meeting - the day of the vote
 */
export function isShortVoteReported({ state }: Pick<View, 'state'>, matter: Matter, meeting: PlainDate): boolean {
  return state.shortVotes.some(
    (report) => report.body === 'branch' && matterOf(report) === matter && report.meeting === meeting,
  )
}
