/**
 * Where a case stands: computed from the acts recorded, never from a rule and never stored as a fact of its own.
 */
import type { CaseState } from './case-state.ts'
import type { Stage } from './codes.ts'
import { birthYear } from './profile.ts'
import type { ListLine } from './list-line.ts'

/** Papers whose presence alone moves the stage. The codes are those of the rule sets. */
const CLASS_CERTIFICATE = 'CN-NTVD'
const APPLICATION = '1-KND'

/** The stage that follows from the recorded acts; a case known only by its list line stands where the line says. */
export function stageOf(state: CaseState): Stage {
  if (state.ending) return state.ending.reason
  if (state.ceremony) return 'probation'
  if (state.decision?.outcome === 'admit') return state.receipt ? 'decisionReceived' : 'admitted'
  const submission = state.submissions.at(-1)
  if (state.decision && !decidedBefore(state)) return 'refused'
  if (submission) return submission.returned ? 'returned' : submission.received ? 'received' : 'submitted'
  if (state.known === 'line') return state.line?.stage ?? 'listed'
  if (state.committeeVotes.length > 0) return 'committeeVoted'
  if (state.branchVotes.length > 0) return 'branchVoted'
  if (state.papers.some((paper) => paper.paper === APPLICATION)) return 'preparing'
  if (state.papers.some((paper) => paper.paper === CLASS_CERTIFICATE)) return 'trained'
  return state.helpers.length > 0 ? 'helped' : 'listed'
}

/** True for a case in which nothing more is to be done before a new beginning. */
export function isEnded(stage: Stage): boolean {
  return (
    stage === 'withdrawn' || stage === 'removed' || stage === 'movedAway' || stage === 'died' || stage === 'refused'
  )
}

/** The line the superior may see of a case before submission. */
export function listLineOf(state: CaseState): ListLine {
  const year = birthYear(state.profile)
  const helper = state.helpers.at(-1)?.name
  return {
    name: state.profile.name,
    unit: state.unit,
    stage: stageOf(state),
    ...(year === undefined ? {} : { birthYear: year }),
    ...(state.profile.sex === undefined ? {} : { sex: state.profile.sex }),
    ...(state.profile.source === undefined ? {} : { source: state.profile.source }),
    ...(helper === undefined ? {} : { helper }),
  }
}

/** A new submission after a refusal opens the matter again. */
function decidedBefore(state: CaseState): boolean {
  const submission = state.submissions.at(-1)
  return (
    submission !== undefined &&
    state.decision?.submission !== undefined &&
    state.decision.submission !== submission.entry
  )
}
