/**
 * The acts that move a case, as they are recorded: votes, papers, submission, decision, ceremony. One schema serves
 * the command, the journal entry and the form. Counts are whole numbers of people; days are YYYY-MM-DD.
 */
import { z } from 'zod'
import { Count, Day, DocumentRef, line, PersonName, text } from '../base/fields.ts'
import { Sha256, Uuid } from '../base/ids.ts'

/**
 * What a vote, a dossier or a decision is about: admission, recognition as an official member, striking off the list of
 * probationary members (Điều lệ Đảng, 5.1), cancelling a wrong admission (24-QĐ/TW, 4.4). One machine serves all four;
 * an act that does not say is about admission.
 */
export const Matter = z.enum(['admission', 'recognition', 'removal', 'cancellation'])
export type Matter = z.infer<typeof Matter>

const matter = Matter.optional().describe('left out: admission')

/** The matter of an act. */
export function matterOf(act: { readonly matter?: Matter | undefined }): Matter {
  return act.matter ?? 'admission'
}

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
  /** The vote it records, for the report of a section or the resolution of a union. */
  vote: z.strictObject({ members: Count, agree: Count }).optional(),
  scans: z.array(ScanRef).max(50),
  /** Where it says something else of the person than the case does, in words: the program cannot read it (C36). */
  differs: text(500).optional(),
  /** Of a paper made anew: the earliest day of those in whose place it came, since one had lain there before the meeting. */
  firstDate: Day.optional(),
  note: text(2000).optional(),
})
export type Paper = z.infer<typeof Paper>

/** An official member who helps the candidate; from the light register, or by name alone. */
export const Helper = z.strictObject({
  member: Uuid.optional(),
  name: PersonName,
  officialDate: Day.optional(),
  from: Day,
  /** Since when the two have worked, studied or lived in one place: 24-QĐ/TW 3.2.1 counts from there, not from `from`. */
  acquaintedSince: Day.optional(),
  resolution: DocumentRef.optional(),
  replaces: z.boolean().optional(),
  /** Whom: a helper of the same case, who introduces no more (24-QĐ/TW 3.2.2). Entries from before this was asked lack it. */
  inPlaceOf: PersonName.optional(),
})
export type Helper = z.infer<typeof Helper>

/** Someone absent from a meeting, or a number of people, with the reason. */
export const Absence = z.strictObject({ name: line(200).optional(), count: Count.optional(), reason: line(300) })

/**
 * A vote of the branch (chi bộ). The denominator is the official members summoned: `official` less `excluded`
 * (sent elsewhere for a time, exempt and absent, suspended: 24-QĐ/TW 9.3).
 */
export const BranchVote = z.strictObject({
  matter,
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
  /**
   * What a meeting on recognition concluded where it did not propose it: striking off, or a longer probation, which the
   * Statute does not know and which is recorded only because it happens (C30).
   */
  concludes: z.enum(['removal', 'extension']).optional(),
  remarks: text(4000).optional(),
})
export type BranchVote = z.infer<typeof BranchVote>

/** A vote of the committee (đảng ủy cơ sở): the denominator is all its members, present or not. */
export const CommitteeVote = z.strictObject({
  matter,
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
  matter,
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

/**
 * Why an admission is cancelled (24-QĐ/TW, 4.4): the person does not meet the criteria; or the body or the procedure was
 * wrong, so that whoever does meet them may be admitted anew.
 */
export const CancelGround = z.enum(['criteria', 'procedure'])
export type CancelGround = z.infer<typeof CancelGround>

/** A decision of the competent body. */
export const Decision = z.strictObject({
  matter,
  outcome: z.enum(['admit', 'refuse', 'recognise', 'remove', 'cancel']),
  number: line(60),
  date: Day,
  body: line(200),
  signer: line(200).optional(),
  members: Count.optional(),
  agree: Count.optional(),
  /** The day from which the person is an official member, as a recognition prints it; computed, not chosen (C29). */
  officialFrom: Day.optional(),
  /** Of a decision that cancels an admission. */
  ground: CancelGround.optional(),
  reason: text(2000).optional(),
})
export type Decision = z.infer<typeof Decision>

/** The admission ceremony (lễ kết nạp), with the member who helps during probation. */
export const Ceremony = z.strictObject({
  date: Day,
  place: line(300).optional(),
  helper: Helper.omit({ replaces: true, inPlaceOf: true, resolution: true, acquaintedSince: true })
    .partial({ from: true })
    .optional(),
  lateConsent: z.strictObject({ number: line(60), date: Day, issuer: line(200) }).optional(),
})
export type Ceremony = z.infer<typeof Ceremony>

/** Why a case ended: before a decision, or by death or leaving the Party after it. */
export const Ending = z.strictObject({
  reason: z.enum(['withdrawn', 'removed', 'movedAway', 'died', 'left']),
  date: Day,
  resolution: DocumentRef.optional(),
  papersReturned: z.array(Paper.shape.paper).max(50).optional(),
  note: text(2000).optional(),
})
export type Ending = z.infer<typeof Ending>

/** The membership card (thẻ đảng viên) given after recognition. */
export const Card = z.strictObject({ number: line(30), date: Day, decision: DocumentRef.optional() })
export type Card = z.infer<typeof Card>

/**
 * A move between organisations of the Party: of a candidate, with the paper that he is being helped and considered; of a
 * probationary member, with the letter of introduction, to be presented and completed within limits (C33).
 */
export const Transfer = z.strictObject({
  direction: z.enum(['in', 'out']),
  who: z.enum(['candidate', 'probationary']),
  otherOffice: line(300),
  paper: DocumentRef.optional(),
  date: Day,
  presentedOn: Day.optional(),
  completedOn: Day.optional(),
  /** The last day of a move for a time: the person stays a member of the branch, and the case goes on where it is. */
  until: Day.optional(),
  note: text(2000).optional(),
})
export type Transfer = z.infer<typeof Transfer>

/** The report that a member has died or left the Party, sent up with the file (phiếu báo đảng viên). */
export const Departure = z.strictObject({
  reason: z.enum(['died', 'left']),
  /** The day it happened. */
  on: Day,
  /** The day of the report. */
  date: Day,
  paper: DocumentRef.optional(),
})
export type Departure = z.infer<typeof Departure>
