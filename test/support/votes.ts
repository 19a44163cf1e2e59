/** Votes at which everybody is for it: nine official members of a branch, fifteen members of a committee. */
import type { BranchVote, CommitteeVote } from '../../shared/model/acts.ts'

/** A vote of a branch, without its day. */
export const BRANCH_ALL_FOR: Omit<BranchVote, 'date'> = {
  official: 9,
  probationary: 0,
  excluded: 0,
  presentOfficial: 9,
  presentProbationary: 0,
  absences: [],
  method: 'ballot',
  agree: 9,
  disagree: 0,
  blank: 0,
}

/** A vote of a committee, without its day. */
export const COMMITTEE_ALL_FOR: Omit<CommitteeVote, 'date'> = {
  members: 15,
  present: 15,
  agree: 15,
  disagree: 0,
  blank: 0,
}
