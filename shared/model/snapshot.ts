/**
 * The case as it stands when it is sent up: by value, versioned, complete. It is the only way a person's profile
 * leaves the office that keeps it.
 */
import { z } from 'zod'
import { utf8 } from '../base/canonical.ts'
import { Day, line, PersonName, text } from '../base/fields.ts'
import { Uuid } from '../base/ids.ts'
import { trusted } from '../base/trust.ts'
import {
  ClassResult,
  Opinion,
  ResumeSeal,
  VerificationAnswer,
  VerificationRequest,
  VerificationWaiver,
} from './acts-before.ts'
import { BranchVote, Card, Ceremony, CommitteeVote, Decision, Helper, Matter, Paper, Transfer } from './acts.ts'
import { UnitType } from './codes.ts'
import { Profile } from './profile.ts'
import { RuleSetId } from './rule-acts.ts'
import { Resume } from './resume.ts'
import { PupilEvaluation, PupilPlace } from './schools/facts.ts'

/** Where an act came from: recorded as it happened, or before the program was used. */
export const Origin = z.enum(['recorded', 'takenOver'])
export type Origin = z.infer<typeof Origin>

/**
 * A blocking finding lifted by a person ('chấp thuận ngoại lệ'). `code` is the finding's id: its code, or the code with
 * the paper or day it is about.
 */
export const Lift = z.strictObject({
  code: line(20),
  reason: text(1000),
  allowedBy: PersonName.optional(),
  paper: z.strictObject({ number: line(60), date: Day }).optional(),
  /** Recorded by a clerk on somebody else's word: marked until an authorised person has confirmed it. */
  unconfirmed: z.literal(true).optional(),
})
export type Lift = z.infer<typeof Lift>

/** An authorised person confirms a lift that a clerk recorded. A hand-over brings many lifts in one entry: `code` says which. */
export const LiftConfirmation = z.strictObject({ lift: Uuid, code: line(20), note: text(1000).optional() })
export type LiftConfirmation = z.infer<typeof LiftConfirmation>

/** A verification by value: asked, when it reached those asked, their answer. */
export const VerificationGiven = VerificationRequest.extend({
  received: Day.optional(),
  answer: VerificationAnswer.optional(),
  origin: Origin,
})
export type VerificationGiven = z.infer<typeof VerificationGiven>

/** A decision by value. `submission`: the entry by which the dossier it answers was sent, where it names one. */
const SentDecision = Decision.extend({ origin: Origin, submission: Uuid.optional() })
export type SentDecision = z.infer<typeof SentDecision>

/** Acts of a matter after admission, as they stand when its dossier is sent. */
const SentMatter = z.strictObject({
  branchVotes: z.array(BranchVote.extend({ origin: Origin })).max(20),
  committeeVotes: z.array(CommitteeVote.extend({ origin: Origin })).max(20),
  /** The decision that counts, and when it was received: the next keeper goes on from there. */
  decision: SentDecision.optional(),
  receivedOn: Day.optional(),
})

/**
 * Papers that may be recorded in one dossier. The snapshot has room for some more: certificates of classes and consents come
 * without anybody recording a paper.
 */
export const MOST_PAPERS = 300

/**
 * Bytes of a case by value as JSON: FORMAT.md section 7 lets a line of the journal have a MiB, and what the entry says
 * around the case needs some of it.
 */
export const MOST_BYTES = 960 * 1024

/** Version 1 of the snapshot that `dossier.submitted` carries. */
export const CaseSnapshot = z.strictObject({
  version: z.literal(1),
  case: Uuid,
  previously: Uuid.optional(),
  profile: Profile,
  unit: z.strictObject({ id: Uuid, name: line(300), type: UnitType }),
  helpers: z.array(Helper).max(20),
  papers: z.array(Paper.extend({ origin: Origin })).max(MOST_PAPERS + 40),
  branchVotes: z.array(BranchVote.extend({ origin: Origin })).max(20),
  committeeVotes: z.array(CommitteeVote.extend({ origin: Origin })).max(20),
  lifts: z.array(Lift).max(100),
  /** The admission, where the dossier is about what comes after it: the reviewer may never have seen it. */
  admission: z
    .strictObject({
      decision: SentDecision.optional(),
      receivedOn: Day.optional(),
      ceremony: Ceremony.extend({ origin: Origin }).optional(),
    })
    .optional(),
  recognition: SentMatter.optional(),
  removal: SentMatter.optional(),
  cancellation: SentMatter.optional(),
  card: Card.extend({ origin: Origin }).optional(),
  transfers: z
    .array(Transfer.extend({ origin: Origin }))
    .max(20)
    .optional(),
  ruleSet: z.string().min(1).max(40),
  /** Where the office has pinned the case to that set. */
  pinned: z.strictObject({ ruleSet: RuleSetId, reason: text(1000) }).optional(),
  resume: Resume.extend({ origin: Origin }).optional(),
  seals: z
    .array(ResumeSeal.extend({ origin: Origin }))
    .max(20)
    .optional(),
  verifications: z.array(VerificationGiven).max(100).optional(),
  waivers: z
    .array(VerificationWaiver.extend({ origin: Origin }))
    .max(100)
    .optional(),
  opinions: z
    .array(Opinion.extend({ origin: Origin }))
    .max(50)
    .optional(),
  classResults: z
    .array(ClassResult.extend({ origin: Origin }))
    .max(20)
    .optional(),
  /** The years at school, for the unit that the person goes to afterwards. */
  pupilPlaces: z
    .array(PupilPlace.extend({ origin: Origin }))
    .max(20)
    .optional(),
  pupilEvaluations: z
    .array(PupilEvaluation.extend({ origin: Origin }))
    .max(40)
    .optional(),
})
export type CaseSnapshot = z.infer<typeof CaseSnapshot>

/** A list of the snapshot. */
export type SnapshotList = {
  [K in keyof CaseSnapshot]-?: NonNullable<CaseSnapshot[K]> extends readonly unknown[] ? K : never
}[keyof CaseSnapshot]

/**
 * What a case has more of than can be sent by value: of a list too many, or too many bytes in all.
 * `matter`: where the list is that of what comes after admission.
 */
export type TooMuch = {
  readonly what: SnapshotList | 'bytes'
  readonly matter: Matter | null
  readonly count: number
  readonly most: number
}

/** The first thing that a case has too much of to be sent by value; null where it fits. The limits are those of the schema. */
export function tooMuchOf(snapshot: CaseSnapshot): TooMuch | null {
  for (const issue of CaseSnapshot.safeParse(snapshot).error?.issues ?? []) {
    if (issue.code !== 'too_big' || issue.origin !== 'array') continue
    const list = issue.path.reduce<unknown>((value, key) => trusted<Record<PropertyKey, unknown>>(value)[key], snapshot)
    const what = trusted<SnapshotList>(issue.path.at(-1))
    const matter = Matter.options.find((one) => one === issue.path[0]) ?? null
    return { what, matter, count: trusted<readonly unknown[]>(list).length, most: Number(issue.maximum) }
  }
  const count = utf8(JSON.stringify(snapshot)).length
  return count > MOST_BYTES ? { what: 'bytes', matter: null, count, most: MOST_BYTES } : null
}
