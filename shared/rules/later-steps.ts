/**
 * What is to be done next once the ceremony has been held: probation, recognition, striking off, the card, and what a
 * move or a departure still asks for.
 */
import { addDays } from '../calendar/plain-date.ts'
import { helperInProbation } from '../model/helper.ts'
import type { ChecklistLine } from './checklist.ts'
import { goneInProbation } from './checks/gone-helpers.ts'
import { failedVotes, isShortVoteReported } from './failed-votes.ts'
import type { LaterView } from './later.ts'
import type { Actor, NextStep } from './next-steps.ts'
import { HELPER_REVIEW, NEW_MEMBER_CERTIFICATE, PROBATION_OPINIONS, SELF_REVIEW } from './paper-codes.ts'
import type { Step } from './rule-codes.ts'
import type { View } from './view.ts'

/**
 * The steps open after the ceremony.
 * @param view - the case
 * @param lines - its checklist
 */
export function laterSteps(view: View, lines: readonly ChecklistLine[]): readonly NextStep[] {
  const { recognition, removal, cancellation } = view
  switch (view.stage) {
    case 'probation':
      return probation(view, lines)
    case 'recognitionVoted':
    case 'recognitionCommitteeVoted':
      return afterRecognitionVote(view)
    case 'recognitionSubmitted':
      return [{ step: 'receive', who: 'deciding' }]
    case 'recognitionReceived':
      return [{ step: 'recognitionDecision', who: 'deciding' }]
    case 'recognitionReturned':
    case 'removalReturned':
    case 'cancellationReturned':
      return [{ step: 'answerReturn', who: 'submitter' }]
    case 'recognitionRefused':
      return [...received(recognition), { step: 'removalVote', who: 'branch' }]
    case 'recognised':
      return [...received(recognition), { step: 'card', who: 'deciding' }]
    case 'removalProposed':
      return proposal(removal)
    case 'cancellationProposed':
      return proposal(cancellation)
    case 'removalSubmitted':
      return sent(removal, 'removalDecision')
    case 'cancellationSubmitted':
      return sent(cancellation, 'cancellationDecision')
    case 'struckOff':
      return received(removal)
    case 'cancelled':
      return received(cancellation)
    default:
      return []
  }
}

/** What a move of a probationary member, or a departure, still asks for; beside whatever else is open. */
export function moveSteps({ state }: View): readonly NextStep[] {
  const { ceremony, ending, departure } = state
  if (ceremony === null) return []
  if (ending !== null) {
    const isReported = departure !== null || (ending.reason !== 'died' && ending.reason !== 'left')
    return isReported ? [] : [{ step: 'reportDeparture', who: 'submitter' }]
  }
  const moved = state.transfers.findLast(({ who, until }) => who === 'probationary' && until === undefined)
  return moved === undefined || moved.completedOn !== undefined ? [] : [{ step: 'completeTransfer', who: 'branch' }]
}

function probation(view: View, lines: readonly ChecklistLine[]): readonly NextStep[] {
  const { membership, state, clock, recognitionMeeting } = view
  const isMissing = (paper: string) => lines.some((line) => line.paper === paper && line.status === 'missing')
  const firstNotice = recognitionMeeting.rules.notices.probationDays.value[0] ?? 0
  const steps: NextStep[] = []
  if (helperInProbation(state) === null || goneInProbation(view) !== null)
    steps.push({ step: 'assignHelper', who: 'branch' })
  if (isMissing(NEW_MEMBER_CERTIFICATE)) steps.push({ step: 'newMemberClass', who: 'training' })
  if (membership === null || !clock.reached(addDays(membership.probationEnd, -firstNotice))) return steps
  if (isMissing(SELF_REVIEW)) steps.push({ step: 'selfReview', who: 'probationary' })
  if (isMissing(HELPER_REVIEW)) steps.push({ step: 'helperReview', who: 'helper' })
  if (isMissing(PROBATION_OPINIONS)) steps.push({ step: 'probationOpinions', who: 'branch' })
  const isOver = clock.reached(membership.probationEnd)
  return steps.length === 0 && isOver ? [{ step: 'recognitionVote', who: 'branch' }] : steps
}

/**
 * Not enough votes: it is reported, then the branch may vote again until it has failed so often that the committee above
 * has to look into it. Found not qualified: the only way on is striking off (Điều lệ Đảng, 5.1).
 */
function afterRecognitionVote(view: View): readonly NextStep[] {
  const { recognition, recognitionMeeting } = view
  const { vote, votePassed, committeeVote, committeePassed } = recognition
  if (vote?.concludes === 'removal') return [{ step: 'removalVote', who: 'branch' }]
  if (vote !== null && !votePassed) {
    const mayVoteAgain = failedVotes(view) < recognitionMeeting.rules.votes.recognition.failedVotesReported.value
    const onward: readonly NextStep[] = !isShortVoteReported(view, 'recognition', vote.date)
      ? [{ step: 'reportShortVote', who: 'branch' }]
      : mayVoteAgain
        ? [{ step: 'recognitionVote', who: 'branch' }]
        : []
    return [...onward, { step: 'removalVote', who: 'branch' }]
  }
  if (committeeVote !== null && !committeePassed) return [{ step: 'reportShortVote', who: 'committee' }]
  return proposal(recognition)
}

function proposal({ pending }: LaterView): readonly NextStep[] {
  const step = pending[0]
  return step === undefined || !isNextStep(step) ? [] : [{ step, who: ACTORS[step] }]
}

function sent({ submission }: LaterView, decision: 'removalDecision' | 'cancellationDecision'): readonly NextStep[] {
  return [submission?.received ? { step: decision, who: 'deciding' } : { step: 'receive', who: 'deciding' }]
}

function received({ acts }: LaterView): readonly NextStep[] {
  return acts.decision !== null && acts.receipt === null ? [{ step: 'recordReceipt', who: 'submitter' }] : []
}

const ACTORS = {
  recognitionVote: 'branch',
  recognitionReport: 'section',
  recognitionCommittee: 'committee',
  recognitionSubmit: 'submitter',
  recognitionDecision: 'deciding',
  removalVote: 'branch',
  removalCommittee: 'committee',
  removalSubmit: 'submitter',
  removalDecision: 'deciding',
  cancellationVote: 'branch',
  cancellationCommittee: 'committee',
  cancellationSubmit: 'submitter',
  cancellationDecision: 'deciding',
} as const satisfies Readonly<Record<string, Actor>>

/** Steps of a later matter's path. */
export type LaterStep = keyof typeof ACTORS

function isNextStep(step: Step): step is LaterStep {
  return Object.hasOwn(ACTORS, step)
}
