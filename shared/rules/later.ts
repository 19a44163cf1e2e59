/**
 * A later matter as the checks look at it: recognition, removal, cancellation. The attempt that counts is that of the
 * newest branch vote, as at admission; beside it the days that follow from the ceremony and are never typed in.
 */
import { addMonths, type PlainDate } from '../calendar/plain-date.ts'
import type { BranchVote, CommitteeVote, Decision, Matter } from '../model/acts.ts'
import type { Act } from '../model/case/act.ts'
import type { SubmissionState } from '../model/case/gathered.ts'
import type { MatterState } from '../model/case/matter-state.ts'
import type { CaseState } from '../model/case-state.ts'
import { latest, ofThisAttempt } from './attempt.ts'
import { pathKindOf, type AssessContext } from './context.ts'
import { RECOGNITION_REPORT } from './paper-codes.ts'
import type { RecognitionStep, Step } from './rule-codes.ts'
import type { RuleSet, Source } from './rule-set.ts'
import { measureBranchVote, measureCommitteeVote } from './votes.ts'

type Structure = RuleSet['structure']

/** A matter after admission. */
export type LaterMatter = Exclude<Matter, 'admission'>

/** What was done about a later matter in the attempt that counts. */
export type LaterView = {
  readonly matter: LaterMatter
  readonly acts: MatterState
  readonly vote: Act<BranchVote> | null
  readonly votePassed: boolean
  readonly committeeVote: Act<CommitteeVote> | null
  readonly committeePassed: boolean
  readonly submission: SubmissionState | null
  readonly decision: Act<Decision> | null
  /** The steps of the unit's path, by their names for this matter. */
  readonly path: readonly Step[]
  /** Those not taken yet. */
  readonly pending: readonly Step[]
}

/** The days that follow from admission: computed, never typed in (Điều lệ Đảng, 5.1 and 5.4). */
export type Membership = {
  /** The day party age is counted from: that of the admission decision. */
  readonly partyAgeFrom: PlainDate | null
  /** The end of probation, which is also the day from which a recognised person is an official member (C29). */
  readonly probationEnd: PlainDate
  readonly source: Source
}

/**
 * A later matter of a case.
 * @param hasPaper - whether the dossier holds a paper; the section's report is one
 */
export function laterView(
  state: CaseState,
  matter: LaterMatter,
  context: AssessContext,
  hasPaper: (code: string) => boolean,
): LaterView {
  const acts = state[matter]
  const vote = latest(acts.branchVotes)
  const committeeVote = ofThisAttempt(latest(acts.committeeVotes), acts.branchVotes)
  const submission = ofThisAttempt(latest(acts.submissions), acts.branchVotes)
  const decision = ofThisAttempt(acts.decision, acts.branchVotes)
  const day = (vote ?? committeeVote ?? submission ?? decision)?.date ?? context.today
  const path = pathOf(matter, context.rules(day).structure, context, day)
  const taken: Readonly<Record<Part, boolean>> = {
    vote: vote !== null,
    report: hasPaper(RECOGNITION_REPORT),
    committee: committeeVote !== null,
    submit: submission !== null,
    decision: decision !== null && decision.outcome !== 'refuse',
  }
  const isTaken = (step: Step): boolean => {
    const part = PARTS[step]
    return part !== undefined && taken[part]
  }
  return {
    matter,
    acts,
    vote,
    votePassed: vote !== null && measureBranchVote(vote, context.rules(vote.date)).passed,
    committeeVote,
    committeePassed:
      committeeVote !== null && measureCommitteeVote(committeeVote, context.rules(committeeVote.date)).passed,
    submission,
    decision,
    path,
    pending: path.slice(path.findLastIndex(isTaken) + 1),
  }
}

/** The steps of a matter: those of the unit's path to recognition, or those a set lays down for cancelling. */
function pathOf(
  matter: LaterMatter,
  { recognitionPaths, cancellationPath }: Structure,
  { unit, superiorIsSelf }: AssessContext,
  day: PlainDate,
): readonly Step[] {
  const way = recognitionPaths[pathKindOf(unit, (from) => from <= day)].value
  const hasCommittee = way.includes('recognitionCommittee')
  const steps: readonly Step[] =
    matter === 'cancellation'
      ? cancellationPath.value.filter((step) => step !== 'cancellationCommittee' || hasCommittee)
      : matter === 'removal'
        ? way.flatMap((step) => REMOVAL_STEPS[step] ?? [])
        : way
  return superiorIsSelf ? steps.filter((step) => PARTS[step] !== 'submit') : steps
}

/**
 * What follows from the ceremony. A set of the ceremony's day that gives no length of probation gives no end of it.
 */
export function membershipOf(state: CaseState, context: AssessContext): Membership | null {
  const { ceremony, decision } = state
  if (ceremony === null) return null
  const limit = context.rules(ceremony.date).limits.find(({ id }) => id === 'probation')
  if (limit === undefined || limit.length.value.unit !== 'months') return null
  return {
    partyAgeFrom: decision?.outcome === 'admit' ? decision.date : null,
    probationEnd: addMonths(ceremony.date, limit.length.value.amount),
    source: limit.length,
  }
}

/** Striking off goes the way of recognition; only the section does not report on it. */
const REMOVAL_STEPS: { readonly [S in RecognitionStep]?: Step } = {
  recognitionVote: 'removalVote',
  recognitionCommittee: 'removalCommittee',
  recognitionSubmit: 'removalSubmit',
  recognitionDecision: 'removalDecision',
}

type Part = 'vote' | 'report' | 'committee' | 'submit' | 'decision'

/** What is done in a step of a later matter. */
const PARTS: { readonly [S in Step]?: Part } = {
  recognitionVote: 'vote',
  recognitionReport: 'report',
  recognitionCommittee: 'committee',
  recognitionSubmit: 'submit',
  recognitionDecision: 'decision',
  removalVote: 'vote',
  removalCommittee: 'committee',
  removalSubmit: 'submit',
  removalDecision: 'decision',
  cancellationVote: 'vote',
  cancellationCommittee: 'committee',
  cancellationSubmit: 'submit',
  cancellationDecision: 'decision',
}
