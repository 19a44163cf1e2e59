/**
 * What the deciding office does about a dossier beside its answers: who reviews it, what the reviewer has looked at, a
 * consent of the level above, a vote of the deciding body, whether two cases are one person. One schema serves the
 * command, the journal entry and the form. Days are YYYY-MM-DD, counts whole numbers of people.
 */
import { z } from 'zod'
import { Count, Day, DocumentRef, line, text } from '../base/fields.ts'
import { Uuid } from '../base/ids.ts'
import { Matter, Paper } from './acts.ts'

/** Who of our office reviews a dossier; nobody where `reviewer` is left out. */
export const Assignment = z.strictObject({ reviewer: Uuid.optional() })
export type Assignment = z.infer<typeof Assignment>

/**
 * One line of the reviewer's checklist: a paper, or a line of the office's own. `ok: false` = looked at and found wanting,
 * as `note` says; `ok: true` with a note = right, with a remark; neither looked at nor noted lines are not recorded.
 */
export const CheckedItem = z
  .strictObject({
    paper: Paper.shape.paper.optional(),
    line: line(200).optional(),
    ok: z.boolean(),
    note: text(2000).optional(),
  })
  .refine(({ paper, line: own }) => (paper === undefined) !== (own === undefined), 'form')
export type CheckedItem = z.infer<typeof CheckedItem>

/** What a reviewer has looked at since the last time. Lines not named stay as they were. */
export const DossierCheck = z.strictObject({
  /** The submission that was looked at; left out where nothing was sent: our office decides on its own cases. */
  submission: Uuid.optional(),
  items: z.array(CheckedItem).min(1).max(200),
})
export type DossierCheck = z.infer<typeof DossierCheck>

/** What the level above is asked to agree to (reference/procedure.md 1: E2, E4, readmission). */
export const ConsentKind = z.enum(['overAge', 'elder', 'readmission', 'other'])
export type ConsentKind = z.infer<typeof ConsentKind>

/** A consent asked for: of which body, by which letter. */
export const ConsentRequest = z.strictObject({
  kind: ConsentKind,
  /** What it is about, where the kind does not say it. */
  about: line(300).optional(),
  date: Day,
  to: line(200),
  letter: DocumentRef.optional(),
})
export type ConsentRequest = z.infer<typeof ConsentRequest>

/** The answer of the level above. `paper`: the paper of the dossier that it is, by its code in the rule set. */
export const ConsentAnswer = z.strictObject({
  kind: ConsentKind,
  about: line(300).optional(),
  paper: Paper.shape.paper.optional(),
  number: line(60),
  date: Day,
  issuer: line(200),
  granted: z.boolean(),
  note: text(2000).optional(),
})
export type ConsentAnswer = z.infer<typeof ConsentAnswer>

/** What the deciding body made of one case: agreed, not agreed, put off. */
export const MeetingOutcome = z.enum(['agreed', 'declined', 'postponed'])
export type MeetingOutcome = z.infer<typeof MeetingOutcome>

/** A vote of the deciding body on one case; of one put off there need be no numbers. */
export const MeetingVote = z.strictObject({
  meeting: Uuid,
  matter: Matter.optional(),
  present: Count,
  agree: Count,
  disagree: Count,
  blank: Count,
  outcome: MeetingOutcome,
  remarks: text(2000).optional(),
})
export type MeetingVote = z.infer<typeof MeetingVote>

/** Whether two cases are one person: two people, one and the same, one who has moved. Remembered until judged anew. */
export const Judgement = z.enum(['apart', 'same', 'moved'])
export type Judgement = z.infer<typeof Judgement>

/** A judgement on this case and another. */
export const DuplicateJudged = z.strictObject({ other: Uuid, judgement: Judgement, note: text(1000).optional() })
export type DuplicateJudged = z.infer<typeof DuplicateJudged>
