/**
 * The acts of one matter (recognition, removal, cancellation; admission has the same at the top of the case): votes, what
 * was sent and answered, the decision that counts and its receipt.
 */
import type { BranchVote, CommitteeVote, Decision, Matter } from '../acts.ts'
import { matterOf } from '../acts.ts'
import type { Act } from './act.ts'
import type { DecisionState, Gathered, Receipt, SubmissionState } from './gathered.ts'

/** What was done about one matter. */
export type MatterState = {
  readonly branchVotes: readonly Act<BranchVote>[]
  readonly committeeVotes: readonly Act<CommitteeVote>[]
  readonly submissions: readonly SubmissionState[]
  readonly decisions: readonly DecisionState[]
  readonly decision: DecisionState | null
  readonly receipt: Receipt | null
}

/** A matter nobody has raised. */
export const NOTHING_DONE: MatterState = {
  branchVotes: [],
  committeeVotes: [],
  submissions: [],
  decisions: [],
  decision: null,
  receipt: null,
}

/** What a decision is about; one that does not say is told by its outcome. */
export function matterOfDecision(decision: Pick<Decision, 'matter' | 'outcome'>): Matter {
  return decision.matter ?? MATTERS[decision.outcome]
}

const MATTERS: Readonly<Record<Decision['outcome'], Matter>> = {
  admit: 'admission',
  refuse: 'admission',
  recognise: 'recognition',
  remove: 'removal',
  cancel: 'cancellation',
}

/**
 * The acts of one matter.
 * @param votes - branch and committee votes of every matter, as the keeper recorded or a snapshot brought them
 */
export function matterStateOf(
  matter: Matter,
  votes: Pick<MatterState, 'branchVotes' | 'committeeVotes'>,
  gathered: Pick<Gathered, 'submissions' | 'decisions' | 'receipts'>,
): MatterState {
  const submissions = gathered.submissions.filter((sent) => matterOf(sent) === matter)
  const decisions = gathered.decisions.filter((made) => matterOfDecision(made) === matter)
  const decision = countingDecision(decisions, submissions)
  return {
    branchVotes: votes.branchVotes.filter((vote) => matterOf(vote) === matter),
    committeeVotes: votes.committeeVotes.filter((vote) => matterOf(vote) === matter),
    submissions,
    decisions,
    decision,
    // One from before the decision is of an earlier decision: a refusal that was received, then a new consideration.
    receipt:
      gathered.receipts
        .filter((receipt) => matterOf(receipt) === matter)
        .findLast(({ date }) => decision === null || date >= decision.date) ?? null,
  }
}

/** The decision that counts: on the newest submission decided, and there the owner's own before one from paper. */
export function countingDecision(
  decisions: readonly DecisionState[],
  submissions: readonly Pick<SubmissionState, 'entry' | 'repeats'>[],
): DecisionState | null {
  const places = new Map(
    submissions.flatMap(({ entry, repeats }, at) => [[entry, at] as const, [repeats, at] as const]),
  )
  const placeOf = (decision: { readonly submission?: string | undefined }) =>
    places.get(decision.submission ?? '') ?? -1
  const newest = Math.max(...decisions.map(placeOf))
  const open = decisions.filter((decision) => placeOf(decision) === newest)
  return open.findLast((decision) => !decision.onPaper) ?? open.at(-1) ?? null
}
