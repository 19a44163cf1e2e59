/**
 * All documents: a total map from the kind to its composer, and which body issues it, which decides whose numbers are
 * proposed. Composing is pure; what is missing comes back as a list.
 */
import type { Step } from '../../rules/rule-codes.ts'
import type { DocumentInput, DocumentKind } from '../codes.ts'
import { openForm, type Composed, type Form } from '../form.ts'
import type { CaseMaterial, Material } from '../material.ts'
import { officeParty, partiesOf, type Party } from '../parties.ts'
import { branchResolution, recognitionResolution } from './branch-resolution.ts'
import { certificateList, classRoster } from './class-lists.ts'
import { committeeResolution, recognitionCommittee } from './committee-resolution.ts'
import { admissionDecision, refusalNotice } from './decisions.ts'
import { memberIntroduction, unionResolution } from './introductions.ts'
import { opinionSummary, sectionReport } from './opinions.ts'
import { periodReport } from './period-report.ts'
import { recognitionDecision } from './recognition-decision.ts'
import { returnLetter, submissionLetter } from './letters.ts'
import { exampleList, modelList } from './follow-lists.ts'
import { meetingAgenda, meetingMinutes } from './meetings.ts'
import { exportSlip, importReceipt } from './slips.ts'
import { verificationRequest } from './verification-request.ts'

/** What a kind is about, who issues it, and the step whose blocking findings stop it. */
export type KindFacts = {
  readonly about: 'case' | 'cases' | 'class' | 'bundle' | 'report' | 'meeting' | 'office'
  readonly issuer: 'branch' | 'section' | 'union' | 'committee' | 'deciding' | 'review' | 'office'
  readonly step: Step | null
}

/** Facts about the kinds. A return and a refusal are what one does about findings: nothing stops them. */
export const DOCUMENT_KINDS: { readonly [Kind in DocumentKind]: KindFacts } = {
  branchResolution: { about: 'case', issuer: 'branch', step: 'branchVote' },
  committeeResolution: { about: 'case', issuer: 'committee', step: 'committeeVote' },
  memberIntroduction: { about: 'case', issuer: 'branch', step: null },
  unionResolution: { about: 'case', issuer: 'union', step: null },
  opinionSummary: { about: 'case', issuer: 'branch', step: null },
  sectionReport: { about: 'case', issuer: 'section', step: 'sectionReport' },
  verificationRequest: { about: 'case', issuer: 'committee', step: null },
  submissionLetter: { about: 'cases', issuer: 'committee', step: 'submit' },
  admissionDecision: { about: 'case', issuer: 'deciding', step: 'decision' },
  refusalNotice: { about: 'case', issuer: 'deciding', step: null },
  returnLetter: { about: 'case', issuer: 'review', step: null },
  recognitionResolution: { about: 'case', issuer: 'branch', step: 'recognitionVote' },
  recognitionCommittee: { about: 'case', issuer: 'committee', step: 'recognitionCommittee' },
  recognitionDecision: { about: 'case', issuer: 'deciding', step: 'recognitionDecision' },
  periodReport: { about: 'report', issuer: 'office', step: null },
  classRoster: { about: 'class', issuer: 'office', step: null },
  certificateList: { about: 'class', issuer: 'office', step: null },
  exportSlip: { about: 'bundle', issuer: 'office', step: null },
  importReceipt: { about: 'bundle', issuer: 'office', step: null },
  exampleList: { about: 'office', issuer: 'office', step: null },
  modelList: { about: 'office', issuer: 'office', step: null },
  meetingAgenda: { about: 'meeting', issuer: 'office', step: null },
  meetingMinutes: { about: 'meeting', issuer: 'office', step: null },
}

type CaseComposer = (form: Form, material: Material, held: CaseMaterial) => Composed

/** Kinds that are about something else than a case. */
type OtherKind =
  | 'exportSlip'
  | 'importReceipt'
  | 'periodReport'
  | 'classRoster'
  | 'certificateList'
  | 'exampleList'
  | 'modelList'
  | 'meetingAgenda'
  | 'meetingMinutes'

const CASE_COMPOSERS: { readonly [Kind in Exclude<DocumentKind, OtherKind>]: CaseComposer } = {
  branchResolution,
  committeeResolution,
  memberIntroduction,
  unionResolution,
  opinionSummary,
  sectionReport,
  verificationRequest,
  submissionLetter,
  admissionDecision,
  refusalNotice,
  returnLetter,
  recognitionResolution,
  recognitionCommittee,
  recognitionDecision,
}

/**
 * Composes a document.
 * @returns null where the material does not hold what the kind is about
 */
export function compose(input: DocumentInput, material: Material): Composed | null {
  const form = openForm(input, material)
  if (input.kind === 'exportSlip' || input.kind === 'importReceipt') {
    const { bundle } = material
    if (bundle === null) return null
    return input.kind === 'exportSlip' ? exportSlip(form, material, bundle) : importReceipt(form, material, bundle)
  }
  if (input.kind === 'periodReport')
    return material.report === null ? null : periodReport(form, material, material.report)
  if (input.kind === 'classRoster' || input.kind === 'certificateList') {
    const { class: held } = material
    if (held === null) return null
    return input.kind === 'classRoster' ? classRoster(form, material, held) : certificateList(form, material, held)
  }
  if (input.kind === 'exampleList' || input.kind === 'modelList') {
    const { follow } = material
    if (follow === null) return null
    return input.kind === 'exampleList'
      ? exampleList(form, material, follow.examples)
      : modelList(form, material, follow.models)
  }
  if (input.kind === 'meetingAgenda' || input.kind === 'meetingMinutes') {
    const { meeting } = material
    if (meeting === null) return null
    return input.kind === 'meetingAgenda'
      ? meetingAgenda(form, material, meeting)
      : meetingMinutes(form, material, meeting)
  }
  const first = material.cases[0]
  return first === undefined ? null : CASE_COMPOSERS[input.kind](form, material, first)
}

/** The body that issues a document about a case. */
export function issuerOf(kind: DocumentKind, material: Omit<Material, 'used' | 'remembered'>): Party {
  const { issuer } = DOCUMENT_KINDS[kind]
  const whole: Material = { ...material, used: [], remembered: {} }
  const first = material.cases[0]
  if (issuer === 'office' || first === undefined) return officeParty(whole)
  return partiesOf(whole, first, material.rulesOn(material.today))[issuer]
}
