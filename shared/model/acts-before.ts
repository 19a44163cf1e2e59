/**
 * The acts before admission beside papers, votes and decision: the monthly review of the list, notes of the helper,
 * classes, the CV's seal and verification, opinions, a short vote reported, what the deciding office does on the way. One
 * schema serves the command, the journal entry and the form. Days are YYYY-MM-DD, counts whole numbers of people.
 */
import { z } from 'zod'
import { Count, Day, DocumentRef, line, Month, PersonName, text } from '../base/fields.ts'
import { Uuid } from '../base/ids.ts'
import { Matter } from './acts.ts'
import { OpinionFrom, PartyClass } from './codes.ts'

/** The monthly review of a unit's list: who is on it afterwards, how many came since the last review and how many went. */
export const ListReview = z.strictObject({
  month: Month,
  date: Day,
  resolution: DocumentRef.optional(),
  counts: z.strictObject({ onList: Count, added: Count, removed: Count }),
  note: text(2000).optional(),
})
export type ListReview = z.infer<typeof ListReview>

/** What the helper reports of the person from time to time. */
export const HelperNote = z.strictObject({
  date: Day,
  text: text(4000),
  standing: z.enum(['good', 'needsWork', 'unsuitable']),
  helper: PersonName,
  member: Uuid.optional(),
})
export type HelperNote = z.infer<typeof HelperNote>

/** A person put forward for a class. */
export const Nomination = z.strictObject({ class: PartyClass, date: Day, note: text(1000).optional() })
export type Nomination = z.infer<typeof Nomination>

/** How a class ended for a person. The certificate itself is a paper. */
export const ClassResult = z.strictObject({
  class: PartyClass,
  from: Day.optional(),
  to: Day,
  place: line(300).optional(),
  outcome: z.enum(['passed', 'failed', 'absent']),
})
export type ClassResult = z.infer<typeof ClassResult>

/** The CV stamped across its pages (giáp lai), by whom. */
export const ResumeSeal = z.strictObject({ date: Day, person: PersonName })
export type ResumeSeal = z.infer<typeof ResumeSeal>

/** Whose history is verified: the applicant, or a relative by the id it has in the CV. */
export const Verified = z.union([z.literal('self'), Uuid])
export type Verified = z.infer<typeof Verified>

/** A request for verification: of whom, to whom, how. `abroad` makes the longer limit run. */
export const VerificationRequest = z.strictObject({
  relatives: z.array(Verified).min(1).max(50),
  to: line(300),
  method: z.enum(['letter', 'memberSent', 'representation']),
  abroad: z.boolean(),
  letter: DocumentRef.optional(),
  date: Day,
})
export type VerificationRequest = z.infer<typeof VerificationRequest>

/** The answer of those who verified. */
export const VerificationAnswer = z.strictObject({
  date: Day,
  number: line(60).optional(),
  result: z.enum(['clear', 'unclear', 'adverse']),
  note: text(2000).optional(),
})
export type VerificationAnswer = z.infer<typeof VerificationAnswer>

/** A relative who need not be verified again: a member among the relatives has declared the family fully. */
export const VerificationWaiver = z.strictObject({
  relative: Uuid,
  member: Uuid,
  date: Day,
  reason: text(1000).optional(),
})
export type VerificationWaiver = z.infer<typeof VerificationWaiver>

/** The opinion of an organisation, or of the cell where the person lives, with the count of a vote where one was held. */
export const Opinion = z.strictObject({
  organisation: OpinionFrom,
  name: line(300),
  date: Day,
  agree: Count.optional(),
  disagree: Count.optional(),
  summary: text(4000),
})
export type Opinion = z.infer<typeof Opinion>

/** A vote that fell short, reported to the deciding office by value: of the branch or of the committee. */
export const ShortVoteReport = z.strictObject({
  matter: Matter.optional(),
  body: z.enum(['branch', 'committee']),
  meeting: Day,
  agree: Count,
  of: Count,
  date: Day,
  letter: DocumentRef.optional(),
  note: text(2000).optional(),
})
export type ShortVoteReport = z.infer<typeof ShortVoteReport>

/** What the reviewing body concluded: put to the deciding body, held for checking, or its opinion asked. */
export const DossierReview = z.strictObject({
  date: Day,
  outcome: z.enum(['agree', 'hold', 'askOpinion']),
  note: text(2000).optional(),
})
export type DossierReview = z.infer<typeof DossierReview>

/** A time limit lengthened by the deciding office, as far as the rules allow. */
export const LimitExtension = z.strictObject({
  limit: z.enum(['decision', 'recognitionDecision']),
  reason: text(1000),
  date: Day,
  letter: DocumentRef.optional(),
})
export type LimitExtension = z.infer<typeof LimitExtension>

/** A refusal made known to the branch. */
export const RefusalNotice = z.strictObject({ date: Day, number: line(60).optional() })
export type RefusalNotice = z.infer<typeof RefusalNotice>
