/**
 * The command that each form of a case records: whoever may not call it is not offered the form.
 */
import type { AnswerKind, CaseForm } from './case-forms.ts'
import type { WayForm } from './way-forms.ts'

/** The command of each answer on paper. */
export const OF_ANSWER: Readonly<Record<AnswerKind, string>> = {
  receive: 'dossier.receive',
  return: 'dossier.return',
  decide: 'decision.record',
}

/** The command of each form of a step on the way. */
export const OF_WAY: Readonly<Record<WayForm['of'], string>> = {
  resume: 'resume.record',
  seal: 'resume.seal',
  verification: 'verification.request',
  waiver: 'verification.waive',
  verificationReceived: 'verification.receive',
  verificationAnswer: 'verification.answer',
  note: 'helper.note',
  nomination: 'class.nominate',
  classResult: 'class.recordResult',
  opinion: 'opinion.record',
  refusalNotice: 'refusal.notify',
  shortVote: 'vote.reportShort',
}

/** The command of each form that asks nothing more to know it. */
export const OF_FORM: Readonly<Record<Exclude<CaseForm['form'], 'way' | 'answer' | 'settle'>, string>> = {
  helper: 'helper.assign',
  paper: 'paper.record',
  branchVote: 'dossier.recordBranchVote',
  committeeVote: 'dossier.recordCommitteeVote',
  submit: 'dossier.submit',
  decision: 'decision.record',
  receipt: 'decision.recordReceipt',
  card: 'card.issue',
  pin: 'case.pinRules',
  transfer: 'transfer.record',
  departure: 'departure.report',
  ceremony: 'ceremony.record',
  ending: 'candidate.withdraw',
  erase: 'case.erase',
  proposeMove: 'case.proposeMove',
  handOver: 'case.handOver',
  profile: 'candidate.correct',
  lift: 'finding.lift',
  confirmLift: 'finding.confirmLift',
  retract: 'entry.retract',
}

/**
 * May somebody record with a form?
 * @param may - whether a command of the port is theirs
 */
export function mayFill(form: CaseForm, may: (command: string) => boolean): boolean {
  switch (form.form) {
    case 'way':
      return may(OF_WAY[form.way.of])
    case 'answer':
      return form.answer === null ? Object.values(OF_ANSWER).some(may) : may(OF_ANSWER[form.answer])
    case 'settle':
      return may(form.conflict.field === 'resume' ? 'resume.record' : 'candidate.correct')
    default:
      return may(OF_FORM[form.form])
  }
}
