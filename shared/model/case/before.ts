/**
 * What a case holds of the way to admission beside papers, votes and decision: classes, the CV and its verification,
 * opinions, notes, what the deciding office did on the way.
 */
import type {
  ClassResult,
  HelperNote,
  LimitExtension,
  Nomination,
  Opinion,
  RefusalNotice,
  ResumeSeal,
  ShortVoteReport,
  VerificationAnswer,
  VerificationRequest,
  VerificationWaiver,
} from '../acts-before.ts'
import type { Resume } from '../resume.ts'
import type { PupilEvaluation, PupilPlace } from '../schools/facts.ts'
import type { ConsentAnswer, ConsentRequest } from '../review-acts.ts'
import type { CaseSnapshot } from '../snapshot.ts'
import type { Act, Sender } from './act.ts'

/**
 * A request for verification with when it arrived and what was answered. `place`: of one that came with others in one entry,
 * a take-over or a case by value, which of them it is, from 1.
 */
export type VerificationState = Act<VerificationRequest> & {
  readonly received: string | null
  readonly answer: VerificationAnswer | null
  readonly place?: number
}

/** What a snapshot carries up of it. */
type Sent = {
  readonly resume: Act<Resume> | null
  readonly seals: readonly Act<ResumeSeal>[]
  readonly verifications: readonly VerificationState[]
  readonly waivers: readonly Act<VerificationWaiver>[]
  readonly opinions: readonly Act<Opinion>[]
  readonly classResults: readonly Act<ClassResult>[]
  readonly pupilPlaces: readonly Act<PupilPlace>[]
  readonly pupilEvaluations: readonly Act<PupilEvaluation>[]
}

/** The way to admission. Acts stand in the order they were recorded; the CV is the newest. */
export type Before = Sent & {
  readonly notes: readonly Act<HelperNote>[]
  readonly nominations: readonly Act<Nomination>[]
  readonly shortVotes: readonly Act<ShortVoteReport>[]
  readonly extensions: readonly Act<LimitExtension>[]
  readonly refusalNotices: readonly Act<RefusalNotice & { readonly decision: string }>[]
  /** Consents of the level above: asked for, and answered. */
  readonly consentRequests: readonly Act<ConsentRequest>[]
  readonly consents: readonly Act<ConsentAnswer>[]
}

/** Nothing of it. */
export const NOTHING_BEFORE: Before = {
  resume: null,
  seals: [],
  verifications: [],
  waivers: [],
  opinions: [],
  classResults: [],
  notes: [],
  nominations: [],
  shortVotes: [],
  extensions: [],
  refusalNotices: [],
  pupilPlaces: [],
  pupilEvaluations: [],
  consentRequests: [],
  consents: [],
}

/**
 * The part that a snapshot carried, as acts of the office that sent it.
 * @param snapshot - the newest snapshot
 * @param from - the submission's entry, and the office that keeps the case
 */
export function sentBefore(snapshot: CaseSnapshot, from: Sender): Sent {
  const marks = { ...from, onPaper: false }
  const given = <T extends object>(values: readonly T[] | undefined) =>
    (values ?? []).map((value) => ({ ...value, ...marks }))
  return {
    resume: snapshot.resume === undefined ? null : { ...snapshot.resume, ...marks },
    seals: given(snapshot.seals),
    verifications: given(snapshot.verifications).map(({ received, answer, ...request }, at) => ({
      ...request,
      place: at + 1,
      received: received ?? null,
      answer: answer ?? null,
    })),
    waivers: given(snapshot.waivers),
    opinions: given(snapshot.opinions),
    classResults: given(snapshot.classResults),
    pupilPlaces: given(snapshot.pupilPlaces),
    pupilEvaluations: given(snapshot.pupilEvaluations),
  }
}
