/**
 * A case that goes to another keeper: what is proposed, and what the office above both then does.
 */
import { z } from 'zod'
import { Day, line } from '../base/fields.ts'
import { OfficeId, Uuid } from '../base/ids.ts'
import { CaseSnapshot } from './snapshot.ts'

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

/** A case given to another keeper. The one before is told without the snapshot: it has the record itself. */
export const HandOver = z.strictObject({
  from: OfficeId,
  to: OfficeId,
  /** The unit that the person belongs to from then on. */
  unit: Uuid,
  on: Day,
  reason: MoveReason,
  registeredOn: Day.optional(),
  snapshot: CaseSnapshot.optional(),
})

/** What a hand-over says besides the case itself. */
export type HandOver = Omit<z.infer<typeof HandOver>, 'snapshot'>
