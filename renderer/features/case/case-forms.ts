/**
 * The forms of a case page, and which of them the next step opens.
 */
import type { ScanRef } from '../../../shared/model/acts.ts'
import type { Finding } from '../../../shared/rules/finding.ts'
import type { NextStep } from '../../../shared/rules/next-steps.ts'
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
} from '../../../shared/rules/paper-codes.ts'
import type { Conflict } from '../../../shared/model/case/registers.ts'
import type { TimelineEntry } from '../../../shared/contract/answers.ts'
import type { Situation } from './situation.ts'

/** Answers of the deciding office recorded from paper. */
export type AnswerKind = 'receive' | 'return' | 'decide'

/** What every form of the page is given. */
export type CaseFormProps = { readonly situation: Situation; readonly onClose: () => void }

/** A form to open. */
export type CaseForm =
  | { readonly form: 'helper' }
  | {
      readonly form: 'paper'
      readonly paper: string
      readonly scans?: readonly ScanRef[]
      /** Entry of the paper that this one stands in for. */
      readonly replaces?: string
    }
  | { readonly form: 'branchVote' }
  | { readonly form: 'committeeVote' }
  | { readonly form: 'submit' }
  | { readonly form: 'answer'; readonly answer: AnswerKind }
  | { readonly form: 'decision' }
  | { readonly form: 'receipt' }
  | { readonly form: 'ceremony' }
  | { readonly form: 'ending' }
  | { readonly form: 'profile' }
  | { readonly form: 'lift'; readonly finding: Finding }
  | { readonly form: 'retract'; readonly entry: TimelineEntry; readonly what: string }
  | { readonly form: 'settle'; readonly conflict: Conflict }

/** The form that records a step, or null where the step is taken elsewhere. */
export function formOf({ step }: NextStep, situation: Situation): CaseForm | null {
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
      return { form: 'paper', paper: VERIFICATION }
    case 'introductions':
      return { form: 'paper', paper: missingIntroduction(situation) }
    case 'opinions':
      return { form: 'paper', paper: OPINIONS }
    case 'branchVote':
    case 'reportShortVote':
      return { form: 'branchVote' }
    case 'sectionReport':
      return { form: 'paper', paper: SECTION_REPORT }
    case 'committeeVote':
      return { form: 'committeeVote' }
    case 'submit':
    case 'answerReturn':
      return { form: 'submit' }
    case 'receive':
      return situation.decidesHere ? null : { form: 'answer', answer: 'receive' }
    case 'decision':
      return situation.decidesHere ? { form: 'decision' } : { form: 'answer', answer: 'decide' }
    case 'recordReceipt':
      return { form: 'receipt' }
    case 'ceremony':
      return { form: 'ceremony' }
  }
}

function missingIntroduction({ view }: Situation): string {
  const open = view.assessment.checklist.find(
    ({ paper, status }) =>
      [INTRODUCTION, YOUTH_UNION, TRADE_UNION].includes(paper) && (status === 'missing' || status === 'expired'),
  )
  return open?.paper ?? INTRODUCTION
}
