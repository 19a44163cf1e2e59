/**
 * Every command, by name. A total map: the console lists it, the router serves it, a test holds each to its sentences.
 */
import { assignHelperToMany, nominateMany, retractMany } from './bulk.ts'
import { assignHelper, correctCandidate, registerCandidate, takeOverCase, withdrawCandidate } from './candidates.ts'
import type { AnyCommand } from './command.ts'
import { recordCeremony, recordDecision, recordDecisionReceipt } from './decisions.ts'
import {
  receiveDossier,
  recordBranchVote,
  recordCommitteeVote,
  recordPaper,
  returnDossier,
  submitDossier,
} from './dossiers.ts'
import { attendClass, completeClass, reissueCertificate } from './class-results.ts'
import { changeClass, enrollInClass, forwardForClass, openClass, recallFromClass, releaseFromClass } from './classes.ts'
import { answerErasure, eraseCase } from './erasure.ts'
import { handOverCases, handOverMany, proposeMove } from './hand-over.ts'
import { identifyUnits } from './identify.ts'
import { succeedOffice } from './succession.ts'
import { countPublicity, issueDirective, readDirective, recordConference } from './directives.ts'
import { commend, correct, dismissProposal, recordRatings } from './emulation.ts'
import { checkMending, concludeInspection, findInInspection, mendFinding, planInspection } from './inspections.ts'
import { confirmLift, liftFinding } from './lifts.ts'
import { reviewList } from './list-review.ts'
import { retractEntry } from './journal.ts'
import { assignDossiers, checkDossier, judgeDuplicates, recordConsent, requestConsent } from './assignment.ts'
import { callMeeting, cancelMeeting, changeMeeting, decideInMeeting, holdMeeting, voteInMeeting } from './meetings.ts'
import { issueCard, recordTransfer, reportDeparture } from './membership.ts'
import { registerModel, reportModel, shareModel, takeUpModel, tellExample, withdrawExample } from './models.ts'
import { registerMany, undoMany } from './many.ts'
import {
  addUser,
  changeOffice,
  changeSetting,
  changeUser,
  disableUser,
  recordDate,
  recordPeer,
  revokePeer,
} from './office.ts'
import { recordNote, recordPhoto, recordUnitNote } from './own-work.ts'
import { nominateForClass, noteByHelper, recordClassResult, recordOpinion, reportShortVote } from './preparation.ts'
import {
  answerVerification,
  receiveVerification,
  recordResume,
  requestVerification,
  sealResume,
  waiveVerification,
} from './resume.ts'
import { extendLimit, notifyRefusal, reviewDossier } from './review.ts'
import { evaluatePupils, placePupils } from './schools.ts'
import { changeHolidays, changeRuleValue, issueRuleSet, pinRules } from './rules.ts'
import { defineReport, dropReportDefinition } from './report-definitions.ts'
import { sendReport, setTarget, spreadTarget, typeTotal } from './targets.ts'
import { addMember, addUnit, changeMember, changeUnit, recordMemberCount } from './units.ts'

/** All commands a host may call. */
export const COMMANDS: readonly AnyCommand[] = [
  changeOffice,
  changeUser,
  changeSetting,
  revokePeer,
  addUnit,
  changeUnit,
  recordMemberCount,
  addMember,
  changeMember,
  registerCandidate,
  registerMany,
  undoMany,
  correctCandidate,
  withdrawCandidate,
  takeOverCase,
  assignHelper,
  noteByHelper,
  reviewList,
  nominateForClass,
  recordClassResult,
  recordResume,
  sealResume,
  requestVerification,
  receiveVerification,
  answerVerification,
  waiveVerification,
  recordOpinion,
  reportShortVote,
  reviewDossier,
  extendLimit,
  notifyRefusal,
  assignDossiers,
  checkDossier,
  requestConsent,
  recordConsent,
  judgeDuplicates,
  callMeeting,
  changeMeeting,
  holdMeeting,
  cancelMeeting,
  voteInMeeting,
  decideInMeeting,
  recordPaper,
  recordBranchVote,
  recordCommitteeVote,
  liftFinding,
  confirmLift,
  submitDossier,
  receiveDossier,
  returnDossier,
  recordDecision,
  recordDecisionReceipt,
  recordCeremony,
  issueCard,
  recordTransfer,
  reportDeparture,
  retractEntry,
  proposeMove,
  handOverCases,
  handOverMany,
  identifyUnits,
  eraseCase,
  answerErasure,
  changeRuleValue,
  issueRuleSet,
  changeHolidays,
  pinRules,
  retractMany,
  assignHelperToMany,
  nominateMany,
  openClass,
  changeClass,
  forwardForClass,
  recallFromClass,
  enrollInClass,
  releaseFromClass,
  attendClass,
  completeClass,
  reissueCertificate,
  placePupils,
  evaluatePupils,
  recordNote,
  recordUnitNote,
  recordPhoto,
  setTarget,
  spreadTarget,
  typeTotal,
  sendReport,
  defineReport,
  dropReportDefinition,
  registerModel,
  reportModel,
  shareModel,
  takeUpModel,
  tellExample,
  withdrawExample,
  issueDirective,
  readDirective,
  recordConference,
  countPublicity,
  planInspection,
  findInInspection,
  concludeInspection,
  mendFinding,
  checkMending,
  recordRatings,
  commend,
  correct,
  dismissProposal,
]

/** A command by its name, or null. */
export function commandNamed(name: string): AnyCommand | null {
  return COMMANDS.find((candidate) => candidate.name === name) ?? null
}

/** The part of a job that writes the journal; hosts call the job (user.add, user.disable, pairing.accept, date.confirm, bundle.exportSuccession). */
export { addUser, disableUser, recordDate, recordPeer, succeedOffice }
