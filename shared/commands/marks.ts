/**
 * Small helpers of the commands: the mark of facts recorded from paper for a unit without the program, and the refusals of
 * data that cannot be and of a change that nobody gives a reason for.
 */
import { refusal, type Refusal } from '../contract/refusals.ts'
import type { CaseState } from '../model/case-state.ts'
import type { UnitState } from '../model/office-state.ts'
import type { Impossible } from '../rules/impossible.ts'

/** `{ onPaper: true }` for a unit kept on paper, nothing otherwise. */
export function paperMark(unit: UnitState): { readonly onPaper?: boolean } {
  return unit.unit.onPaper === true ? { onPaper: true } : {}
}

/** What a correction lacks: a reason, where it chooses between what two have written or changes what was sent. */
export function withoutReason(
  correction: { readonly settles?: unknown; readonly reason?: string | undefined },
  { submissions }: Pick<CaseState, 'submissions'>,
): Refusal | null {
  if (correction.reason !== undefined) return null
  if (correction.settles !== undefined) return refusal('REASON_NEEDED', { settles: true })
  return submissions.length > 0 ? refusal('REASON_NEEDED', {}) : null
}

/** Refuses data that cannot be: votes over the roll, a day before birth. */
export function impossible({ code, ...data }: Impossible): Refusal {
  return refusal('IMPOSSIBLE', { what: code, data })
}

/** Refuses data that cannot be, for what only a command can see. */
export function cannotBe(what: OtherImpossible, data: Readonly<Record<string, unknown>>): Refusal {
  return refusal('IMPOSSIBLE', { what, data })
}

/** Impossible things besides those of shared/rules. */
export type OtherImpossible =
  | 'unitEndsBeforeStart'
  | 'officialBeforeAdmission'
  | 'receivedBeforeSent'
  | 'returnedBeforeSent'
  | 'reviewedBeforeSent'
  | 'noticeBeforeDecision'
  | 'requestReceivedBeforeSent'
  | 'answeredBeforeAsked'
  | 'reportedBeforeMeeting'
  | 'endsBeforeStart'
  | 'monthAfterReview'
  | 'outcomeOfAnotherMatter'
  | 'cardBeforeRecognition'
  | 'presentedBeforeIssued'
  | 'reportedBeforeDeparture'
  | 'leftBeforeAdmission'
  | 'replacesNoHelper'
  | 'replacesOneself'
  | 'todayBeforeBuild'
  | 'takesUpOwnModel'
  | 'strengthToMend'
  | 'mendedWithDay'
  | 'totalOfYearToCome'
  | 'periodNotBegun'
  | 'successorIsSelf'
  | 'unitOfAnother'
  | 'unitTakenAlready'
  | 'successorWithoutEnd'
  | 'classWithoutPlaces'
  | 'placesBelowRoster'
  | 'dayOutsideClass'
  | 'sessionsOverHeld'
  | 'certificateBeforeClass'
  | 'certificateWithoutPass'
  | 'endedBeforeClass'
  | 'reissuedBeforeFirst'
  | 'leavesBeforeYear'
  | 'consentBeforeAsked'
