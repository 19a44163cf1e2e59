/**
 * A case that goes to another keeper: what is proposed, and what the office above both then does.
 */
import { z } from 'zod'
import { Day, line } from '../base/fields.ts'
import { OfficeId, Uuid } from '../base/ids.ts'
import { Return, Submission } from './acts.ts'
import { CaseSnapshot, Origin } from './snapshot.ts'

/** Why a case changes its keeper. */
export const MoveReason = z.enum(['transfer', 'succession', 'split', 'pairing'])

/** Why a case changes its keeper. */
export type MoveReason = z.infer<typeof MoveReason>

/** The keeper asks the office above to give a case to another: the case by value, since only a line of it was shown. */
export const MoveProposal = z.strictObject({
  reason: MoveReason,
  on: Day,
  /** Where the person goes, in words. */
  destination: line(300),
  registeredOn: Day.optional(),
  snapshot: CaseSnapshot,
})

/** What a proposal says besides the case itself. */
export type MoveProposal = Omit<z.infer<typeof MoveProposal>, 'snapshot'>

/**
 * A dossier that waits for its answer while its case goes to another keeper, who gets the answer then; or that was returned,
 * for its remarks to be seen to by the new keeper. `entry`: by which it was sent; `to`: the office it was sent to, left out
 * where that was on paper.
 */
export const OpenDossier = Submission.omit({ supplements: true }).extend({
  entry: Uuid,
  to: OfficeId.optional(),
  origin: Origin.optional(),
  /** What the keeper itself had recorded from paper: what the office it was sent to has answered, that office tells. */
  received: z.strictObject({ date: Day, number: line(60).optional() }).optional(),
  returned: Return.optional(),
})

/** A dossier on its way while its case goes to another keeper. */
export type OpenDossier = z.infer<typeof OpenDossier>

/** A case given to another keeper. The one before is told without the snapshot: it has the record itself. */
export const HandOver = z.strictObject({
  from: OfficeId,
  to: OfficeId,
  /** The unit that the person belongs to from then on. */
  unit: Uuid,
  /** The unit until then: what was decided and numbered in it stays with it. Entries from before this was told lack it. */
  unitBefore: Uuid.optional(),
  on: Day,
  reason: MoveReason,
  registeredOn: Day.optional(),
  snapshot: CaseSnapshot.optional(),
  /** At most one a matter. */
  open: z.array(OpenDossier).max(4).optional(),
})

/** What a hand-over says besides the case itself. */
export type HandOver = Omit<z.infer<typeof HandOver>, 'snapshot' | 'open'>
