/**
 * The checks most commands on a case begin with: the case is there, our office keeps it (or decides on it), and it has
 * not ended.
 */
import { fail, ok, type Result } from '../base/result.ts'
import { refusal, type Refusal } from '../contract/refusals.ts'
import type { CaseState } from '../model/case-state.ts'
import type { PeerState, UnitState } from '../model/office-state.ts'
import { isEnded, stageOf } from '../model/stage.ts'
import { decidesFor } from '../rules/surroundings.ts'
import { found, type CommandContext, type Reader } from './command.ts'

/** A case with its unit and the superior that has the program, if any. */
export type CaseInHand = {
  readonly case: CaseState
  readonly unit: UnitState
  /** The unit above, where there is one. */
  readonly parent: UnitState | null
  readonly superior: PeerState | null
  /** Our own office is the deciding office of the case's unit. */
  readonly decidesHere: boolean
}

/**
 * Loads a case of ours that goes on. One refused does: its notice is received, and the branch may consider it again. So
 * does a full member's: what was forgotten on the way is still recorded.
 */
export function ownLiveCase(id: string, read: Reader, context: CommandContext): Result<CaseInHand, Refusal> {
  const own = ownCase(id, read, context)
  if (!own.ok) return own
  const stage = stageOf(own.value.case)
  if (isEnded(stage) && stage !== 'refused' && stage !== 'cardIssued')
    return fail(refusal('CASE_ENDED', { name: own.value.case.profile.name, stage }))
  return own
}

/** Loads a case of ours whose decision may have ended it: striking off and cancelling are received too. */
export function ownDecidedCase(id: string, read: Reader, context: CommandContext): Result<CaseInHand, Refusal> {
  const own = ownCase(id, read, context)
  if (!own.ok) return own
  const stage = stageOf(own.value.case)
  return stage === 'struckOff' || stage === 'cancelled' ? own : ownLiveCase(id, read, context)
}

/** Loads a case that our office keeps, ended or not. */
export function ownCase(id: string, read: Reader, context: CommandContext): Result<CaseInHand, Refusal> {
  const state = caseInHand(id, read, context)
  if (!state.ok) return state
  const { case: held } = state.value
  if (held.keeper !== context.office.id) {
    return fail(notKeptHere(held, read))
  }
  return state
}

/** The refusal of a case that another office keeps. */
export function notKeptHere({ keeper, profile }: CaseState, read: Reader): Refusal {
  return refusal('CASE_NOT_KEPT_HERE', { name: profile.name, keeper: nameOfPeer(keeper, read) })
}

/** Loads a case that our office keeps or decides on. */
export function caseInHand(id: string, read: Reader, context: CommandContext): Result<CaseInHand, Refusal> {
  const held = found(read.case(id), 'case', id)
  if (!held.ok) return held
  const unit = found(read.unit(held.value.unit), 'unit', held.value.unit)
  if (!unit.ok) return unit
  return ok({
    case: held.value,
    unit: unit.value,
    parent: unit.value.unit.parent === undefined ? null : read.unit(unit.value.unit.parent),
    superior: superiorOf(read),
    decidesHere: decidesFor(context.office, unit.value, context.today),
  })
}

/**
 * True if what our office records about a case may name an entry: what goes to the superior never names an entry of our
 * own channels (a dossier sent on paper before the pairing, a decision 'theo văn bản giấy').
 */
export function mayName(entry: string, held: CaseInHand, read: Reader): boolean {
  if (held.superior === null || held.decidesHere) return true
  return read.item(entry)?.item.audience !== 'own'
}

/** The paired superior that is not revoked, or null. */
export function superiorOf(read: Reader): PeerState | null {
  return read.peers().find((peer) => peer.peer.relation === 'superior' && !peer.revoked) ?? null
}

/** What another office is called here; its id where we do not know it. */
export function nameOfPeer(office: string, read: Reader): string {
  return read.peer(office)?.peer.name ?? office
}

/** Loads a unit that our office keeps and that is open on a day. */
export function ownUnit(id: string, day: string, read: Reader, context: CommandContext): Result<UnitState, Refusal> {
  const unit = found(read.unit(id), 'unit', id)
  if (!unit.ok) return unit
  const { keeper, unit: held } = unit.value
  if (keeper !== context.office.id) {
    return fail(refusal('UNIT_NOT_KEPT_HERE', { unit: held.name, keeper: nameOfPeer(keeper, read) }))
  }
  if (held.to !== undefined && held.to < day) return fail(refusal('UNIT_CLOSED', { unit: held.name, to: held.to }))
  return unit
}
