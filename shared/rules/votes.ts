/**
 * The arithmetic of votes: whole numbers, never a rounded percentage (reference/procedure.md 2.3). Shares and
 * denominators come from the rule set; here they are only applied.
 */
import { matterOf, type BranchVote, type CommitteeVote, type Decision, type Matter } from '../model/acts.ts'
import type { BodyDenominator, BranchDenominator, RuleSet, Share } from './rule-set.ts'

/** A vote measured: votes for, the number they are taken of, and how many were needed. */
export type Measured = {
  readonly agree: number
  readonly of: number
  readonly needed: number
  readonly passed: boolean
}

/**
 * Whether votes for reach a share, e.g. `agree * 3 >= 2 * of`.
 * @param agree - votes for
 * @param of - the denominator; nothing reaches a share of nobody
 * @param share - the share asked for
 */
export function meetsShare(agree: number, of: number, share: Share): boolean {
  if (of <= 0) return false
  const left = agree * share.denominator
  const right = share.numerator * of
  return share.strict ? left > right : left >= right
}

/**
 * The least number of votes for that reaches a share; at least 1.
 * @param of - the denominator
 * @param share - the share asked for
 */
export function neededVotes(of: number, share: Share): number {
  const product = share.numerator * Math.max(of, 0)
  const rest = product % share.denominator
  const whole = (product - rest) / share.denominator
  return Math.max(1, share.strict || rest > 0 ? whole + 1 : whole)
}

/**
 * The number the branch's votes are taken of. 'officialSummoned' = all official members less those sent elsewhere for
 * a time, exempt and absent, suspended, prosecuted or detained (24-QĐ/TW, 9.3); other absent members stay in it.
 * @param vote - the counts of the meeting
 * @param of - whom the rule set counts
 */
export function branchDenominator(
  vote: Pick<BranchVote, 'official' | 'excluded' | 'presentOfficial'>,
  of: BranchDenominator,
): number {
  if (of === 'official') return vote.official
  return of === 'presentOfficial' ? vote.presentOfficial : Math.max(0, vote.official - vote.excluded)
}

/**
 * The number a committee's votes are taken of: all its members, present or not, unless the set says otherwise.
 * @param vote - the counts of the meeting
 * @param of - whom the rule set counts
 */
export function committeeDenominator(vote: Pick<CommitteeVote, 'members' | 'present'>, of: BodyDenominator): number {
  return of === 'members' ? vote.members : vote.present
}

/**
 * The thresholds of a matter: recognition has values of its own, the others are voted on as admission is.
 * @param set - the set in force on the day of the vote
 */
export function votesOf(
  set: Pick<RuleSet, 'votes'>,
  matter: Matter,
): Pick<RuleSet['votes']['recognition'], 'branch' | 'committee' | 'deciding'> {
  return matter === 'recognition' ? set.votes.recognition : set.votes
}

/**
 * How many votes were cast.
 * @param vote - of a branch, a committee or the deciding body
 */
export function ballotsOf({ agree, disagree, blank }: Pick<BranchVote, 'agree' | 'disagree' | 'blank'>): number {
  return agree + disagree + blank
}

/** Who was at a branch's meeting, and who was not. */
export type Attendance = {
  /** Members of the branch, official and probationary. */
  readonly total: number
  readonly present: number
  readonly absent: number
  /** As many as are listed as absent. */
  readonly listed: number
  /**
   * Those of the absent who have to give a reason. Members left out of the count are not in the branch's life for the time:
   * they may be listed as absent, or not.
   */
  readonly toExplain: number
}

/**
 * The attendance of a branch's meeting; nobody is absent twice.
 * @param vote - the counts of the meeting
 */
export function attendanceOf(
  vote: Pick<
    BranchVote,
    'official' | 'probationary' | 'presentOfficial' | 'presentProbationary' | 'excluded' | 'absences'
  >,
): Attendance {
  const total = vote.official + vote.probationary
  const present = vote.presentOfficial + vote.presentProbationary
  const absent = Math.max(0, total - present)
  const listed = vote.absences.reduce((sum, { count }) => sum + (count ?? 1), 0)
  return { total, present, absent, listed, toExplain: absent - vote.excluded }
}

/**
 * Measures a branch's vote by a rule set.
 * @param vote - the counts of the meeting, and what it was about
 * @param set - the set in force on its day
 */
export function measureBranchVote(
  vote: Pick<BranchVote, 'official' | 'excluded' | 'presentOfficial' | 'agree' | 'matter'>,
  set: Pick<RuleSet, 'votes'>,
): Measured {
  const { share, of } = votesOf(set, matterOf(vote)).branch
  return measure(vote.agree, branchDenominator(vote, of.value), share.value)
}

/**
 * Measures a committee's vote by a rule set.
 * @param vote - the counts of the meeting, and what it was about
 * @param set - the set in force on its day
 */
export function measureCommitteeVote(
  vote: Pick<CommitteeVote, 'members' | 'present' | 'agree' | 'matter'>,
  set: Pick<RuleSet, 'votes'>,
): Measured {
  const { share, of } = votesOf(set, matterOf(vote)).committee
  return measure(vote.agree, committeeDenominator(vote, of.value), share.value)
}

/**
 * Measures the vote of the deciding body, where its numbers are recorded.
 * @param decision - the decision
 * @param share - the share of that body
 * @returns null where the decision does not give both numbers
 */
export function measureDecision(decision: Pick<Decision, 'members' | 'agree'>, share: Share): Measured | null {
  if (decision.members === undefined || decision.agree === undefined) return null
  return measure(decision.agree, decision.members, share)
}

function measure(agree: number, of: number, share: Share): Measured {
  return { agree, of, needed: neededVotes(of, share), passed: meetsShare(agree, of, share) }
}
