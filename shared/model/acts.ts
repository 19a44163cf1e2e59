/**
 * The acts that move a case, as they are recorded: votes, papers, submission, decision, ceremony. One schema serves
 * the command, the journal entry and the form. Counts are whole numbers of people; days are YYYY-MM-DD.
 */
import { z } from 'zod'
import { Count, Day, DocumentRef, line, PersonName, text } from '../base/fields.ts'
import { Sha256, Uuid } from '../base/ids.ts'

/** A scan that belongs to a paper. `bytes` and `type` are of the stored file. */
export const ScanRef = z.strictObject({
  sha256: Sha256,
  bytes: z.number().int().min(1),
  type: z.enum(['application/pdf', 'image/jpeg', 'image/png']),
  name: line(200),
})
export type ScanRef = z.infer<typeof ScanRef>

/** A paper of the dossier. `kept: 'outside'` = 'lưu riêng, không đưa vào phần mềm': number, day and keeper only. */
export const Paper = z.strictObject({
  paper: z.string().regex(/^[a-zA-Z0-9-]{1,40}$/),
  number: line(60).optional(),
  date: Day.optional(),
  issuer: line(300).optional(),
  person: line(200).optional(),
  kept: z.enum(['here', 'outside']),
  keeper: line(200).optional(),
  scans: z.array(ScanRef).max(50),
  note: text(2000).optional(),
})
export type Paper = z.infer<typeof Paper>

/** An official member who helps the candidate; from the light register, or by name alone. */
export const Helper = z.strictObject({
  member: Uuid.optional(),
  name: PersonName,
  officialDate: Day.optional(),
  from: Day,
  resolution: DocumentRef.optional(),
  replaces: z.boolean().optional(),
})
export type Helper = z.infer<typeof Helper>

/** Someone absent from a meeting, or a number of people, with the reason. */
export const Absence = z.strictObject({ name: line(200).optional(), count: Count.optional(), reason: line(300) })

/**
 * A vote of the branch (chi bộ). The denominator is the official members summoned: `official` less `excluded`
 * (sent elsewhere for a time, exempt and absent, suspended: 24-QĐ/TW 9.3).
 */
export const BranchVote = z.strictObject({
  date: Day,
  official: Count,
  probationary: Count,
  excluded: Count,
  presentOfficial: Count,
  presentProbationary: Count,
  absences: z.array(Absence).max(200),
  method: z.enum(['ballot', 'card']),
  agree: Count,
  disagree: Count,
  blank: Count,
  chair: line(200).optional(),
  secretary: line(200).optional(),
  resolution: DocumentRef.optional(),
  remarks: text(4000).optional(),
})
export type BranchVote = z.infer<typeof BranchVote>

/** A vote of the committee (đảng ủy cơ sở): the denominator is all its members, present or not. */
export const CommitteeVote = z.strictObject({
  date: Day,
  members: Count,
  present: Count,
  agree: Count,
  disagree: Count,
  blank: Count,
  resolution: DocumentRef.optional(),
  remarks: text(4000).optional(),
})
export type CommitteeVote = z.infer<typeof CommitteeVote>

/** What is sent to the deciding office with the snapshot. */
export const Submission = z.strictObject({
  date: Day,
  letter: DocumentRef.optional(),
  batch: line(100).optional(),
  supplements: Uuid.optional(),
  note: text(2000).optional(),
})
export type Submission = z.infer<typeof Submission>

/** One remark of a return: on a paper, or on the dossier as a whole. */
export const Remark = z.strictObject({ paper: Paper.shape.paper.optional(), text: text(2000) })
export type Remark = z.infer<typeof Remark>

/** A dossier returned for supplement, item by item. */
export const Return = z.strictObject({
  date: Day,
  letter: DocumentRef.optional(),
  remarks: z.array(Remark).min(1).max(100),
  answerBy: Day.optional(),
})
export type Return = z.infer<typeof Return>

/** A decision of the competent body. */
export const Decision = z.strictObject({
  outcome: z.enum(['admit', 'refuse']),
  number: line(60),
  date: Day,
  body: line(200),
  signer: line(200).optional(),
  members: Count.optional(),
  agree: Count.optional(),
  reason: text(2000).optional(),
})
export type Decision = z.infer<typeof Decision>

/** The admission ceremony (lễ kết nạp), with the member who helps during probation. */
export const Ceremony = z.strictObject({
  date: Day,
  place: line(300).optional(),
  helper: Helper.omit({ replaces: true, resolution: true }).partial({ from: true }).optional(),
  lateConsent: z.strictObject({ number: line(60), date: Day, issuer: line(200) }).optional(),
})
export type Ceremony = z.infer<typeof Ceremony>

/** Why a case ended before a decision. */
export const Ending = z.strictObject({
  reason: z.enum(['withdrawn', 'removed', 'movedAway', 'died']),
  date: Day,
  resolution: DocumentRef.optional(),
  papersReturned: z.array(Paper.shape.paper).max(50).optional(),
  note: text(2000).optional(),
})
export type Ending = z.infer<typeof Ending>
