/**
 * What is to be done next in a case, and by whom. It follows from what has been recorded and from the path of the unit;
 * findings say what stands in the way, steps say where the way goes.
 */
import type { ChecklistLine } from './checklist.ts'
import { goneHelpers } from './checks/gone-helpers.ts'
import { isShortVoteReported } from './failed-votes.ts'
import { laterSteps, moveSteps, type LaterStep } from './later-steps.ts'
import {
  APPLICATION,
  CLASS_CERTIFICATE,
  INTRODUCTION,
  OPINIONS,
  RESUME,
  SECTION_REPORT,
  TRADE_UNION,
  VERIFICATION,
  YOUTH_UNION,
} from './paper-codes.ts'
import type { PathStep } from './rule-codes.ts'
import { papersOf, type View } from './view.ts'
import { measureCommitteeVote } from './votes.ts'

/** Steps a case can be waiting for. */
export type NextStepName =
  | 'assignHelper'
  | 'attendClass'
  | 'application'
  | 'resume'
  | 'verification'
  | 'introductions'
  | 'opinions'
  | PathStep
  | 'reportShortVote'
  | 'receive'
  | 'answerReturn'
  | 'recordReceipt'
  | 'ceremony'
  | 'newMemberClass'
  | 'selfReview'
  | 'helperReview'
  | 'probationOpinions'
  | LaterStep
  | 'card'
  | 'completeTransfer'
  | 'reportDeparture'

/** Who takes a step; the rule set's structure gives the names. */
export type Actor =
  | 'candidate'
  | 'probationary'
  | 'helper'
  | 'introducers'
  | 'training'
  | 'branch'
  | 'section'
  | 'committee'
  | 'submitter'
  | 'deciding'

/** One step to be taken. */
export type NextStep = { readonly step: NextStepName; readonly who: Actor }

/**
 * The steps open now: several while the dossier is being put together, then one at a time.
 * @param view - the case
 * @param lines - its checklist
 * @returns none for a case that is known by its list line only; of one that has ended, what its end still asks for
 */
export function nextSteps(view: View, lines: readonly ChecklistLine[]): readonly NextStep[] {
  if (view.state.known === 'line') return []
  return [...openSteps(view, lines), ...moveSteps(view)]
}

function openSteps(view: View, lines: readonly ChecklistLine[]): readonly NextStep[] {
  switch (view.stage) {
    case 'listed':
    case 'helped':
    case 'trained':
    case 'preparing':
      return preparation(view, lines)
    case 'branchVoted':
    case 'committeeVoted':
      return afterVotes(view)
    case 'submitted':
      return [{ step: 'receive', who: 'deciding' }]
    case 'received':
      return [{ step: 'decision', who: 'deciding' }]
    case 'returned':
      return [{ step: 'answerReturn', who: 'submitter' }]
    case 'admitted':
      return [{ step: 'recordReceipt', who: 'submitter' }]
    case 'refused':
      if (view.open) return afterVotes(view)
      return view.receipt === null ? [{ step: 'recordReceipt', who: 'submitter' }] : []
    case 'decisionReceived':
      return [{ step: 'ceremony', who: 'branch' }]
    default:
      return laterSteps(view, lines)
  }
}

/**
 * The steps of the path not taken yet. A step is also behind where a later one is on record: what happened on paper
 * before is not asked for again.
 * @param view - the case
 */
export function pendingSteps(view: View): readonly PathStep[] {
  const lastTaken = view.path.findLastIndex((step) => isTaken(view, step))
  return view.path.slice(lastTaken + 1)
}

function isTaken(view: View, step: PathStep): boolean {
  switch (step) {
    case 'branchVote':
      return view.vote !== null
    case 'sectionReport':
      return papersOf(view, SECTION_REPORT).length > 0
    case 'committeeVote':
      return view.committeeVote !== null
    case 'submit':
      return view.submission !== null
    case 'decision':
      return view.decision?.outcome === 'admit'
  }
}

function preparation(view: View, lines: readonly ChecklistLine[]): readonly NextStep[] {
  const isOpen = (...papers: readonly string[]) =>
    lines.some(({ paper, status }) => papers.includes(paper) && (status === 'missing' || status === 'expired'))
  const steps: NextStep[] = []
  if (view.state.helpers.length === 0 || goneHelpers(view).length > 0)
    steps.push({ step: 'assignHelper', who: 'branch' })
  if (isOpen(CLASS_CERTIFICATE)) steps.push({ step: 'attendClass', who: 'training' })
  if (isOpen(APPLICATION)) steps.push({ step: 'application', who: 'candidate' })
  if (isOpen(RESUME)) steps.push({ step: 'resume', who: 'candidate' })
  if (isOpen(VERIFICATION)) steps.push({ step: 'verification', who: 'committee' })
  if (isOpen(INTRODUCTION, YOUTH_UNION, TRADE_UNION)) steps.push({ step: 'introductions', who: 'introducers' })
  if (isOpen(OPINIONS)) steps.push({ step: 'opinions', who: 'branch' })
  return steps.length > 0 ? steps : [{ step: 'branchVote', who: 'branch' }]
}

function afterVotes(view: View): readonly NextStep[] {
  if (view.vote !== null && !view.votePassed) {
    const { date } = view.vote
    const isReported = isShortVoteReported(view, 'admission', date)
    return [isReported ? { step: 'branchVote', who: 'branch' } : { step: 'reportShortVote', who: 'branch' }]
  }
  if (!committeeAgreed(view)) return [{ step: 'reportShortVote', who: 'committee' }]
  const step = pendingSteps(view).at(0)
  return step === undefined ? [] : [{ step, who: ACTORS[step] }]
}

const ACTORS: Readonly<Record<PathStep, Actor>> = {
  branchVote: 'branch',
  sectionReport: 'section',
  committeeVote: 'committee',
  submit: 'submitter',
  decision: 'deciding',
}

function committeeAgreed(view: View): boolean {
  const { committeeVote } = view
  if (committeeVote === null) return true
  return measureCommitteeVote(committeeVote, view.context.rules(committeeVote.date)).passed
}
