/**
 * Two small helpers of the commands: the mark of facts recorded from paper for a unit without the program, and the
 * refusal of data that cannot be.
 */
import { refusal, type Refusal } from '../contract/refusals.ts'
import type { UnitState } from '../model/office-state.ts'
import type { Impossible } from '../rules/impossible.ts'

/** `{ onPaper: true }` for a unit kept on paper, nothing otherwise. */
export function paperMark(unit: UnitState): { readonly onPaper?: boolean } {
  return unit.unit.onPaper === true ? { onPaper: true } : {}
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
