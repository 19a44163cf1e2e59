/**
 * Offices, units, members, users and peers as they follow from their entries. Each fold is a pure function of the set
 * of applied items; the newest item in history order wins, since these things have one recording office.
 */
import { addDays } from '../calendar/plain-date.ts'
import type { Item } from '../journal/item.ts'
import { inOrder, retractions, typed } from '../journal/item.ts'
import type { Capacity } from './codes.ts'
import type { ListReview } from './acts-before.ts'
import type { CapacityGrant, Member, MemberCount, OfficeProfile, Peer, Unit, UnitSame, User } from './office.ts'

/** Our own office. */
export type OfficeState = { readonly id: string; readonly profile: OfficeProfile }

/** A unit, with the office that keeps it and its dated member counts, oldest first. */
export type UnitState = {
  readonly id: string
  readonly unit: Unit
  readonly keeper: string
  readonly counts: readonly MemberCount[]
  readonly listed: string | null
  /** Monthly reviews of its list, oldest month first; of two for one month the newer counts. */
  readonly reviews: readonly ListReview[]
  /** The unit of another office that it is: from that day on it is closed here, and that one goes on with its history. */
  readonly same: (UnitSame & { readonly entry: string }) | null
}

/** A member of the light register. */
export type MemberState = { readonly id: string; readonly member: Member }

/** A user of this office. */
export type UserState = { readonly id: string; readonly user: User; readonly disabled: boolean }

/** A paired office. */
export type PeerState = {
  readonly id: string
  readonly peer: Peer
  readonly revoked: boolean
  /** Day of the revocation, null while the pairing counts. */
  readonly revokedOn: string | null
  /** Sign keys that counted once and never will again: of earlier pairings, and the revoked one. */
  readonly deadKeys: readonly string[]
  /** By sign key, of every card that proved it, how it goes back to the office's first one. */
  readonly renewals: Readonly<Record<string, NonNullable<Peer['renewals']>>>
}

/** Folds the items of our office; null before it is founded. */
export function foldOffice(items: readonly Item[]): OfficeState | null {
  let state: OfficeState | null = null
  for (const item of inOrder(items)) {
    const fact = typed(item)
    if (fact.kind === 'office.founded') state = { id: fact.payload.office, profile: fact.payload.profile }
    if (fact.kind === 'office.changed' && state) state = { ...state, profile: fact.payload.profile }
  }
  return state
}

/** Folds the items of one unit; null where nothing adds it. */
export function foldUnit(id: string, items: readonly Item[]): UnitState | null {
  const history = inOrder(items)
  const { taken } = retractions(history)
  let unit: Unit | null = null
  let keeper = ''
  let listed: string | null = null
  let same: UnitState['same'] = null
  const counts = new Map<string, MemberCount>()
  const shownBy = new Map<string, readonly string[]>()
  const reviews = new Map<string, ListReview>()
  const recorders = new Set(history.filter((item) => item.entry.kind === 'unit.added').map((item) => item.office))
  const given = handedOn(history)
  for (const item of history) {
    if (taken.has(item.entry.id)) continue
    const fact = typed(item)
    // Ticks do not order an office and its successor, which is never sent all that the former has said.
    if (given.isPast(item)) continue
    if (fact.kind === 'unit.added' || fact.kind === 'unit.changed') {
      unit = fact.payload
      keeper = item.office
    } else if (fact.kind === 'unit.membersCounted') {
      counts.set(fact.payload.date, fact.payload)
    } else if (fact.kind === 'unit.identified') {
      same = { ...fact.payload, entry: item.entry.id }
    } else if (fact.kind === 'list.reviewed') {
      reviews.set(fact.payload.month, fact.payload)
    } else if (fact.kind === 'unit.listed') {
      listed = item.entry.id
      if (recorders.has(item.office)) continue
      const { count, counts: all, ...lineUnit } = fact.payload
      unit = lineUnit
      keeper = item.office
      if (count) counts.set(count.date, count)
      if (all === undefined) continue
      // A count that its office took back is not among those it shows next.
      for (const date of shownBy.get(item.office) ?? []) counts.delete(date)
      for (const shown of all) counts.set(shown.date, shown)
      shownBy.set(
        item.office,
        all.map(({ date }) => date),
      )
    }
  }
  if (unit === null) return null
  return {
    id,
    unit: same === null ? unit : closedAs(unit, same),
    keeper: given.keeperAfter(keeper),
    counts: [...counts.values()].sort((a, b) => (a.date < b.date ? -1 : 1)),
    listed,
    reviews: [...reviews.values()].sort((a, b) => (a.month < b.month ? -1 : 1)),
    same,
  }
}

/** Its last day is the one before its own office began to record it, but none before its first. */
function closedAs(unit: Unit, { as, on }: UnitSame): Unit {
  const before = addDays(on, -1)
  const last = unit.from !== undefined && unit.from > before ? unit.from : before
  return { ...unit, to: unit.to !== undefined && unit.to < last ? unit.to : last, successors: [as] }
}

const KEEPS_UNIT: ReadonlySet<string> = new Set(['unit.added', 'unit.changed', 'unit.listed'])

/** Offices that gave a unit to their successor: who keeps it then, and which of their own words no longer count. */
function handedOn(history: readonly Item[]) {
  const heirs = new Map<string, string>()
  for (const item of history) {
    const fact = typed(item)
    if (fact.kind === 'unit.handedOver') heirs.set(item.office, fact.payload.to)
  }
  const isKept = history.some((item) => !heirs.has(item.office) && KEEPS_UNIT.has(item.entry.kind))
  const keeperAfter = (office: string): string => {
    const seen = new Set<string>()
    let keeper = office
    for (let next = heirs.get(keeper); next !== undefined && !seen.has(keeper); next = heirs.get(keeper)) {
      seen.add(keeper)
      keeper = next
    }
    return keeper
  }
  return {
    keeperAfter,
    isPast: (item: Item) => isKept && heirs.has(item.office) && KEEPS_UNIT.has(item.entry.kind),
  }
}

/** Folds the items of one member. */
export function foldMember(id: string, items: readonly Item[]): MemberState | null {
  const history = inOrder(items)
  const { taken } = retractions(history)
  let member: Member | null = null
  for (const item of history) {
    const fact = typed(item)
    if (taken.has(item.entry.id)) continue
    if (fact.kind === 'member.added' || fact.kind === 'member.changed') member = fact.payload
  }
  return member === null ? null : { id, member }
}

/** Folds the items of one user. */
export function foldUser(id: string, items: readonly Item[]): UserState | null {
  let state: UserState | null = null
  for (const item of inOrder(items)) {
    const fact = typed(item)
    if (fact.kind === 'user.added') state = { id, user: fact.payload, disabled: false }
    // A change of name or roles, made where the disabling was not known yet, must not let the user in again.
    if (fact.kind === 'user.changed') state = { id, user: fact.payload, disabled: state?.disabled ?? false }
    if (fact.kind === 'user.disabled' && state) state = { ...state, disabled: true }
  }
  return state
}

/** Folds the items of one paired office; a new pairing after a revocation counts again. */
export function foldPeer(id: string, items: readonly Item[]): PeerState | null {
  let state: PeerState | null = null
  for (const item of inOrder(items)) {
    const fact = typed(item)
    if (fact.kind === 'peer.paired') {
      const dead: Set<string> = new Set(state === null ? [] : [...state.deadKeys, state.peer.signKey])
      dead.delete(fact.payload.signKey)
      const { signKey, renewals } = fact.payload
      const proven: PeerState['renewals'] = {
        ...state?.renewals,
        ...(renewals === undefined ? {} : { [signKey]: renewals }),
      }
      state = { id, peer: fact.payload, revoked: false, revokedOn: null, deadKeys: [...dead].sort(), renewals: proven }
    }
    if (fact.kind === 'peer.revoked' && state) {
      const deadKeys = [...new Set([...state.deadKeys, state.peer.signKey])].sort()
      state = { ...state, revoked: true, revokedOn: item.entry.at.slice(0, 10), deadKeys }
    }
  }
  return state
}

/**
 * True if the office holds a capacity for a unit on a day.
 * @param unit - unit id; undefined asks whether it is held for any unit at all
 */
export function holds(profile: OfficeProfile, capacity: Capacity, day: string, unit?: string): boolean {
  return profile.capacities.some((grant) => grant.capacity === capacity && inForce(grant, day) && covers(grant, unit))
}

function inForce(grant: CapacityGrant, day: string): boolean {
  return grant.from <= day && (grant.to === undefined || day <= grant.to)
}

function covers(grant: CapacityGrant, unit: string | undefined): boolean {
  return grant.units === undefined || unit === undefined || grant.units.includes(unit)
}
