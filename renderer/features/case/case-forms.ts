/**
 * The forms of a case page, and which of them the next step opens.
 */
import { Matter, type ScanRef } from '../../../shared/model/acts.ts'
import { actsOf, currentMatter } from '../../../shared/model/stage.ts'
import type { Finding, FindingOf } from '../../../shared/rules/finding.ts'
import type { NextStep } from '../../../shared/rules/next-steps.ts'
import {
  APPLICATION,
  CLASS_CERTIFICATE,
  HELPER_REVIEW,
  INTRODUCTION,
  NEW_MEMBER_CERTIFICATE,
  OPINIONS,
  PROBATION_OPINIONS,
  RECOGNITION_REPORT,
  RESUME,
  SECTION_REPORT,
  SELF_REVIEW,
  TRADE_UNION,
  VERIFICATION,
  YOUTH_UNION,
} from '../../../shared/rules/paper-codes.ts'
import type { Conflict } from '../../../shared/model/case/registers.ts'
import type { TimelineEntry } from '../../../shared/contract/timeline.ts'
import type { Situation } from './situation.ts'
import type { WayForm } from './way-forms.ts'

/** Answers of the deciding office recorded from paper. */
export type AnswerKind = 'receive' | 'return' | 'decide'

/** What every form of the page is given. */
export type CaseFormProps = { readonly situation: Situation; readonly onClose: () => void }

/** A form to open. */
export type CaseForm =
  | { readonly form: 'way'; readonly way: WayForm }
  | { readonly form: 'helper' }
  | {
      readonly form: 'paper'
      readonly paper: string
      readonly scans?: readonly ScanRef[]
      /** Entry of the paper that this one stands in for. */
      readonly replaces?: string
    }
  | { readonly form: 'branchVote'; readonly matter: Matter }
  | { readonly form: 'committeeVote'; readonly matter: Matter }
  | { readonly form: 'submit'; readonly matter: Matter }
  /** `answer`: the one that is due; null: whichever came. */
  | { readonly form: 'answer'; readonly answer: AnswerKind | null; readonly matter: Matter }
  | { readonly form: 'decision'; readonly matter: Matter }
  | { readonly form: 'receipt'; readonly matter: Matter }
  | { readonly form: 'card' }
  | { readonly form: 'pin' }
  | { readonly form: 'transfer'; readonly isUpdate: boolean }
  | { readonly form: 'departure' }
  | { readonly form: 'ceremony' }
  | { readonly form: 'ending' }
  | { readonly form: 'erase' }
  | { readonly form: 'proposeMove' }
  | { readonly form: 'handOver' }
  | { readonly form: 'profile' }
  | { readonly form: 'lift'; readonly finding: Finding }
  | { readonly form: 'confirmLift'; readonly finding: FindingOf<'P2'> }
  | { readonly form: 'retract'; readonly entry: TimelineEntry; readonly what: string }
  | { readonly form: 'settle'; readonly conflict: Conflict }

/** The form that records a step, or null where the step is taken elsewhere. */
export function formOf({ step, who }: NextStep, situation: Situation): CaseForm | null {
  const matter = currentMatter(situation.view.state)
  switch (step) {
    case 'assignHelper':
      return { form: 'helper' }
    case 'attendClass':
      return { form: 'paper', paper: CLASS_CERTIFICATE }
    case 'application':
      return { form: 'paper', paper: APPLICATION }
    case 'resume':
      return { form: 'paper', paper: RESUME }
    case 'verification':
      return verificationForm(situation)
    case 'introductions':
      return { form: 'paper', paper: missingIntroduction(situation) }
    case 'opinions':
      return { form: 'paper', paper: OPINIONS }
    case 'reportShortVote':
      return { form: 'way', way: { of: 'shortVote', body: who === 'committee' ? 'committee' : 'branch', matter } }
    case 'branchVote':
    case 'recognitionVote':
      return { form: 'branchVote', matter }
    case 'removalVote':
      return { form: 'branchVote', matter: 'removal' }
    case 'cancellationVote':
      return { form: 'branchVote', matter: 'cancellation' }
    case 'sectionReport':
      return { form: 'paper', paper: SECTION_REPORT }
    case 'committeeVote':
    case 'recognitionCommittee':
    case 'removalCommittee':
    case 'cancellationCommittee':
      return { form: 'committeeVote', matter }
    case 'submit':
    case 'recognitionSubmit':
    case 'removalSubmit':
    case 'cancellationSubmit':
    case 'answerReturn':
      return { form: 'submit', matter }
    case 'receive':
      return situation.decidesHere ? null : { form: 'answer', answer: 'receive', matter }
    case 'decision':
    case 'recognitionDecision':
    case 'removalDecision':
    case 'cancellationDecision':
      return situation.decidesHere ? { form: 'decision', matter } : { form: 'answer', answer: 'decide', matter }
    case 'recordReceipt':
      return { form: 'receipt', matter: decidedMatter(situation) }
    case 'ceremony':
      return { form: 'ceremony' }
    case 'newMemberClass':
      return { form: 'paper', paper: NEW_MEMBER_CERTIFICATE }
    case 'selfReview':
      return { form: 'paper', paper: SELF_REVIEW }
    case 'helperReview':
      return { form: 'paper', paper: HELPER_REVIEW }
    case 'probationOpinions':
      return { form: 'paper', paper: PROBATION_OPINIONS }
    case 'recognitionReport':
      return { form: 'paper', paper: RECOGNITION_REPORT }
    case 'card':
      return { form: 'card' }
    case 'completeTransfer':
      return { form: 'transfer', isUpdate: true }
    case 'reportDeparture':
      return { form: 'departure' }
  }
}

/** The matter whose decision has not been received yet: the newest one first. */
export function decidedMatter({ view: { state } }: Situation): Matter {
  return (
    Matter.options.toReversed().find((matter) => {
      const { decision, receipt } = actsOf(state, matter)
      return decision !== null && receipt === null
    }) ?? 'admission'
  )
}

function missingIntroduction({ view }: Situation): string {
  const open = view.assessment.checklist.find(
    ({ paper, status }) =>
      [INTRODUCTION, YOUTH_UNION, TRADE_UNION].includes(paper) && (status === 'missing' || status === 'expired'),
  )
  return open?.paper ?? INTRODUCTION
}

/** First who is asked, then what they answered, and once everybody has, the letter for the dossier. */
function verificationForm({ view }: Situation): CaseForm {
  const { verifications } = view.state
  if (verifications.length === 0) return { form: 'way', way: { of: 'verification' } }
  const open = verifications.find(({ answer }) => answer === null || answer.result === 'unclear')
  if (open === undefined) return { form: 'paper', paper: VERIFICATION }
  return { form: 'way', way: { of: 'verificationAnswer', request: open } }
}
