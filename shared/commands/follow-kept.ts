/**
 * What the commands of follow-up have in common: whose place it is, who is told, which thing is ours, what its scans and
 * days must be.
 */
import { z } from 'zod'
import { OfficeId, Uuid } from '../base/ids.ts'
import { fail, ok, type Result } from '../base/result.ts'
import { refusal, type Refusal } from '../contract/refusals.ts'
import type { ScanRef } from '../model/acts.ts'
import type { PlaceRef, RatedAs } from '../model/follow/facts.ts'
import type { InspectionState, RatingState } from '../model/follow/inspection-state.ts'
import type { ActivityState, DirectiveState, ExampleState, ModelState } from '../model/follow/models-state.ts'
import { impossibleDays } from '../rules/impossible.ts'
import { found, type CommandContext, type Reader } from './command.ts'
import type { FollowOnRecord, RecordedOf } from './follow-told.ts'
import { nameOfPeer, ownUnit, superiorOf } from './kept.ts'
import { cannotBe, impossible } from './marks.ts'

/** Who records follow-up. */
export const WORKERS = ['clerk', 'secretary', 'reviewer', 'decider', 'administrator'] as const

/** A unit, or a whole office, as a call names it; its name is looked up. */
export const PlaceId = z.union([OfficeId, Uuid])

/** What commands of follow-up may ask of the store. */
export type FollowReader = {
  readonly model: (id: string) => ModelState | null
  readonly example: (id: string) => ExampleState | null
  readonly directive: (id: string) => DirectiveState | null
  readonly activity: (id: string) => ActivityState | null
  readonly inspection: (id: string) => InspectionState | null
  /** Everything that may be told upward. */
  readonly onRecord: () => FollowOnRecord
  /** What our office has recorded of a unit or office below it, by any of its ids, the oldest first. */
  readonly recordedOf: (places: readonly string[]) => RecordedOf
  /** What our office has rated, for that year, place and person. */
  readonly rating: (year: number, place: string, as: RatedAs, name: string | undefined) => RatingState | null
}

/** A place of ours, and whether it is kept on paper. */
export type OurPlace = { readonly place: PlaceRef; readonly onPaper: boolean }

/** Loads our office or a unit we keep, also one that is closed by now. */
export function ourPlace(id: string, read: Reader, context: CommandContext): Result<OurPlace, Refusal> {
  const { office } = context
  if (id === office.id) return ok({ place: { id, name: office.profile.name }, onPaper: false })
  const unit = ownUnit(id, '0000-00-00', read, context)
  if (!unit.ok) return unit
  return ok({ place: { id, name: unit.value.unit.name }, onPaper: unit.value.unit.onPaper === true })
}

/** A place below us. `to`: the office that is told; null where we keep the unit ourselves. */
export type PlaceBelow = { readonly place: PlaceRef; readonly to: string | null }

/** Loads a unit of ours, an office below us, or a unit of such an office; a unit that is an office of its own by that. */
export function placeBelow(id: string, read: Reader, context: CommandContext): Result<PlaceBelow, Refusal> {
  if (id === context.office.id) return fail(refusal('NOT_BELOW', { name: context.office.profile.name }))
  const peer = read.peer(id)
  if (peer !== null) return told(id, { id, name: peer.peer.name }, read)
  const unit = found(read.unit(id), 'unit', id)
  if (!unit.ok) return unit
  const { keeper, unit: held } = unit.value
  const place = { id, name: held.name }
  if (keeper !== context.office.id) return told(keeper, place, read)
  const office = read.peers().find(({ peer: one, revoked }) => one.unit === id && !revoked)
  return office === undefined
    ? ok({ place, to: null })
    : told(office.id, { id: office.id, name: office.peer.name }, read)
}

function told(office: string, place: PlaceRef, read: Reader): Result<PlaceBelow, Refusal> {
  const peer = read.peer(office)
  if (peer === null) return fail(refusal('PEER_UNKNOWN', { office }))
  if (peer.revoked) return fail(refusal('PEER_REVOKED', { name: peer.peer.name }))
  if (peer.peer.relation !== 'subordinate') return fail(refusal('NOT_BELOW', { name: place.name }))
  return ok({ place, to: office })
}

/** `{ to }` for the office above, nothing where there is none: then it stays here. */
export function upwards(read: Reader): { readonly to?: string } {
  const superior = superiorOf(read)
  return superior === null ? {} : { to: superior.id }
}

/** `{ to }` for the office told of a place. */
export function downwards({ to }: { readonly to: string | null }): { readonly to?: string } {
  return to === null ? {} : { to }
}

/** Refuses what another office has recorded. */
export function ours<T extends { readonly office: string }>(
  state: T,
  name: string,
  read: Reader,
  context: CommandContext,
): Result<T, Refusal> {
  if (state.office === context.office.id) return ok(state)
  const office = nameOfPeer(state.office, read)
  return fail(refusal('RECORDED_ELSEWHERE', { name, office }))
}

/** Refuses a scan that is neither in the store nor named before. */
export function scansThere(
  scans: readonly ScanRef[] | undefined,
  before: readonly ScanRef[] | undefined,
  read: Reader,
): Result<null, Refusal> {
  const held = new Set(before?.map(({ sha256 }) => sha256))
  const lost = scans?.find(({ sha256 }) => !held.has(sha256) && !read.scanKnown(sha256))
  return lost === undefined ? ok(null) : fail(refusal('NOT_FOUND', { what: 'scan', id: lost.sha256 }))
}

/** Refuses days after today, and an end before its start. */
export function daysWrong(
  days: Readonly<Record<string, string | undefined>>,
  context: CommandContext,
  span?: { readonly from: string | undefined; readonly to: string | undefined },
): Refusal | null {
  const wrong = impossibleDays(days, { today: context.lastDay })
  if (wrong) return impossible(wrong)
  if (span?.from !== undefined && span.to !== undefined && span.to < span.from)
    return cannotBe('endsBeforeStart', { from: span.from, to: span.to })
  return null
}
