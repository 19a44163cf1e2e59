/**
 * The closed lists rule sets are written in: steps, paths, conditions, events, special cases. What a set may say is what
 * stands here; a set that needs more is refused by name. A list is only lengthened.
 */
import { z } from 'zod'

/** The steps of a case that a finding can stand in the way of, in their order. */
export const Step = z.enum([
  'branchVote',
  'sectionReport',
  'committeeVote',
  'submit',
  'decision',
  'ceremony',
  'recognitionVote',
  'recognitionReport',
  'recognitionCommittee',
  'recognitionSubmit',
  'recognitionDecision',
  'card',
  'removalVote',
  'removalCommittee',
  'removalSubmit',
  'removalDecision',
  'cancellationVote',
  'cancellationCommittee',
  'cancellationSubmit',
  'cancellationDecision',
])
export type Step = z.infer<typeof Step>

/** The steps between the dossier and the decision that a unit's path is made of. */
export const PathStep = Step.extract(['branchVote', 'sectionReport', 'committeeVote', 'submit', 'decision'])
export type PathStep = z.infer<typeof PathStep>

/** The steps from the end of probation to the recognition as an official member. */
export const RecognitionStep = Step.extract([
  'recognitionVote',
  'recognitionReport',
  'recognitionCommittee',
  'recognitionSubmit',
  'recognitionDecision',
])
export type RecognitionStep = z.infer<typeof RecognitionStep>

/** The steps from the proposal to cancel a wrong admission to the decision that cancels it. */
export const CancellationStep = Step.extract([
  'cancellationVote',
  'cancellationCommittee',
  'cancellationSubmit',
  'cancellationDecision',
])
export type CancellationStep = z.infer<typeof CancellationStep>

/** When a paper is needed: the whole condition language. 'optional' = never required, kept where it exists. */
export const Condition = z.enum([
  'always',
  'optional',
  'ifYouthUnion',
  'ifTradeUnion',
  'ifNoUnion',
  'ifSection',
  'ifCommittee',
  'ifOverAge',
  'ifElder',
  'ifCeremonyLate',
  'ifReligion',
  'ifForeignElement',
  'ifPoliticalHistory',
  'ifPopulation',
  'ifOwner',
  'ifReadmission',
  'ifSeconded',
  'ifMovedIn',
])
export type Condition = z.infer<typeof Condition>

/**
 * Cases that ask for papers of their own (reference/procedure.md section 1): a person of a religion, of foreign origin
 * or married to a foreigner, with a question of political history, under the population policy, owner of a private
 * firm, to be admitted again, sent to work elsewhere, come from another place while the dossier was on its way.
 */
export const SpecialCase = z.enum([
  'religion',
  'foreignElement',
  'politicalHistory',
  'population',
  'owner',
  'readmission',
  'seconded',
  'movedIn',
])
export type SpecialCase = z.infer<typeof SpecialCase>

/** Ways of leaving the Party after which nobody is admitted again. */
export const BarredExit = z.enum(['abandoned', 'ownRequest', 'disunity', 'corruption', 'seriousCrime'])
export type BarredExit = z.infer<typeof BarredExit>

/** Relatives whose history is verified, the candidate included. */
export const VerifiedRelative = z.enum([
  'self',
  'father',
  'mother',
  'fosterParent',
  'spouse',
  'spouseFather',
  'spouseMother',
  'child',
])
export type VerifiedRelative = z.infer<typeof VerifiedRelative>

/** Relatives whose membership, fully declared in their own CV, spares a new verification on their side. */
export const WaivingRelative = z.enum(['father', 'mother', 'sibling', 'child'])
export type WaivingRelative = z.infer<typeof WaivingRelative>

/** What a time limit can start from or end with. Those without an act of their own are data only. */
export const RuleEvent = z.enum([
  'application',
  'verificationReceived',
  'verificationAnswered',
  'branchMeeting',
  'branchResolution',
  'decisionIssued',
  'admissionIssued',
  'admissionReceived',
  'ceremony',
  'probationEnd',
  'recognitionMeeting',
  'recognitionResolution',
  'recognitionIssued',
  'transferIssued',
  'transferPresented',
  'transferCompleted',
  'departed',
  'departureReported',
])
export type RuleEvent = z.infer<typeof RuleEvent>

/** The time limits a set may give. */
export const LimitId = z.enum([
  'dossier',
  'verification',
  'verificationAbroad',
  'decision',
  'ceremony',
  'probation',
  'recognitionReview',
  'recognitionDecision',
  'transferPresent',
  'transferWhole',
  'departureReport',
])
export type LimitId = z.infer<typeof LimitId>

/**
 * Whether a step comes before another, or is the same.
 * @param step - any step
 * @param other - any step
 */
export function isUpTo(step: Step, other: Step): boolean {
  return Step.options.indexOf(step) <= Step.options.indexOf(other)
}
