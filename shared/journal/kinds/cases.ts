/**
 * A person and the dossier as it is built: private to the office that keeps the case, but for the list line.
 */
import { z } from 'zod'
import { Day, text } from '../../base/fields.ts'
import { Uuid } from '../../base/ids.ts'
import { ClassResult, Opinion, ResumeSeal, VerificationWaiver } from '../../model/acts-before.ts'
import {
  BranchVote,
  Card,
  Ceremony,
  CommitteeVote,
  Decision,
  Departure,
  Ending,
  Helper,
  Paper,
  Transfer,
} from '../../model/acts.ts'
import { ListLine } from '../../model/list-line.ts'
import { Profile, ProfileChange } from '../../model/profile.ts'
import { Resume } from '../../model/resume.ts'
import { Lift, LiftConfirmation, VerificationGiven } from '../../model/snapshot.ts'
import { caseAct, define, paperAct } from './row.ts'

/** What a matter after admission had reached when the case was taken over. */
const TakenOverMatter = z.strictObject({
  branchVote: BranchVote.optional(),
  committeeVote: CommitteeVote.optional(),
  submittedOn: Day.optional(),
  decision: Decision.optional(),
  /** The day the deciding office received the dossier. */
  receivedOn: Day.optional(),
  decisionReceivedOn: Day.optional(),
})

const TakenOverActs = z.strictObject({
  since: Day.optional(),
  previously: Uuid.optional(),
  helpers: z.array(Helper).max(20).optional(),
  papers: z.array(Paper).max(300).optional(),
  resume: Resume.optional(),
  seals: z.array(ResumeSeal).max(20).optional(),
  verifications: z
    .array(VerificationGiven.omit({ origin: true }))
    .max(100)
    .optional(),
  waivers: z.array(VerificationWaiver).max(100).optional(),
  opinions: z.array(Opinion).max(50).optional(),
  classResults: z.array(ClassResult).max(20).optional(),
  branchVote: BranchVote.optional(),
  committeeVote: CommitteeVote.optional(),
  submittedOn: Day.optional(),
  receivedOn: Day.optional(),
  decision: Decision.optional(),
  decisionReceivedOn: Day.optional(),
  ceremony: Ceremony.optional(),
  recognition: TakenOverMatter.optional(),
  removal: TakenOverMatter.optional(),
  cancellation: TakenOverMatter.optional(),
  departure: Departure.optional(),
  card: Card.optional(),
  transfers: z.array(Transfer).max(20).optional(),
})

/** The rows of this subject, by kind. */
export const CASES = {
  'candidate.registered': define({
    v: 1,
    ...caseAct,
    author: 'proposes',
    audience: 'own',
    payload: z.strictObject({ profile: Profile, unit: Uuid, on: Day, previously: Uuid.optional(), onPaper: paperAct }),
    begins: true,
  }),
  'candidate.corrected': define({
    v: 1,
    ...caseAct,
    author: 'proposes',
    audience: 'own',
    payload: z.strictObject({
      change: ProfileChange,
      unit: Uuid.optional(),
      reason: text(500).optional(),
      settles: z.array(Uuid).max(50).optional(),
    }),
    names: ['settles'],
    newestOf: 'profile',
  }),
  'candidate.ended': define({
    v: 1,
    ...caseAct,
    author: 'proposes',
    audience: 'own',
    payload: Ending,
    newestOf: 'ending',
  }),
  'candidate.withdrawn': define({
    v: 1,
    ...caseAct,
    author: 'proposes',
    audience: 'superior',
    payload: Ending.extend({ submission: Uuid }),
    names: ['submission'],
    newestOf: 'ending',
  }),
  'candidate.listed': define({
    v: 1,
    ...caseAct,
    author: 'proposes',
    audience: 'superior',
    payload: ListLine,
    newestOf: 'line',
  }),
  'case.takenOver': define({
    v: 1,
    ...caseAct,
    author: 'proposes',
    audience: 'own',
    payload: z.strictObject({ profile: Profile, unit: Uuid, on: Day, acts: TakenOverActs, onPaper: paperAct }),
    begins: true,
  }),
  'helper.assigned': define({
    v: 1,
    ...caseAct,
    author: 'proposes',
    audience: 'own',
    payload: Helper.extend({ onPaper: paperAct }),
  }),
  'paper.recorded': define({
    v: 1,
    ...caseAct,
    author: 'proposes',
    audience: 'own',
    payload: Paper.extend({ replaces: Uuid.optional(), onPaper: paperAct }),
    names: ['replaces'],
    inPlaceOf: 'replaces',
  }),
  'branchVote.recorded': define({
    v: 1,
    ...caseAct,
    author: 'proposes',
    audience: 'own',
    payload: BranchVote.extend({ onPaper: paperAct }),
  }),
  'committeeVote.recorded': define({
    v: 1,
    ...caseAct,
    author: 'proposes',
    audience: 'own',
    payload: CommitteeVote.extend({ onPaper: paperAct }),
  }),
  'finding.lifted': define({ v: 1, ...caseAct, author: 'any', audience: 'own', payload: Lift }),
  'finding.liftConfirmed': define({
    v: 1,
    ...caseAct,
    author: 'any',
    audience: 'own',
    payload: LiftConfirmation,
    names: ['lift'],
    isOfNamed: true,
  }),
} as const
