/**
 * States folded from the journal, for commands and queries alike. Reading only.
 */
import { trustedJson } from '../shared/base/trust.ts'
import type { Item } from '../shared/journal/item.ts'
import { foldCase, type CaseState } from '../shared/model/case-state.ts'
import type { DeviceState } from '../shared/model/devices.ts'
import { isErasedBy, isErasure } from '../shared/model/erasure.ts'
import type { Member } from '../shared/model/office.ts'
import {
  foldMember,
  foldPeer,
  foldUnit,
  foldUser,
  type OfficeState,
  type PeerState,
  type UnitState,
  type UserState,
} from '../shared/model/office-state.ts'
import { itemsAbout } from './journal.ts'
import { prepared, type ReadDb } from './transaction.ts'

/** The office as last read: it is asked for several times in every call, and hardly ever changes. */
let newest: { readonly text: string; readonly state: OfficeState } | null = null

/** Our office, or null before it is founded. */
export function loadOffice(db: ReadDb): OfficeState | null {
  const row = prepared<{ state: string }>(db, 'SELECT state FROM offices').get()
  if (row === undefined) return null
  if (newest?.text !== row.state) newest = { text: row.state, state: trustedJson<OfficeState>(row.state) }
  return newest.state
}

/** Folds each array of items once: `itemsAbout` hands out the same one until something is written about its subject. */
function once<T extends object>(
  fold: (id: string, items: readonly Item[]) => T | null,
): (id: string, items: readonly Item[]) => T | null {
  const states = new WeakMap<readonly Item[], T | { readonly none: true }>()
  return (id, items) => {
    const known = states.get(items)
    if (known !== undefined) return 'none' in known ? null : known
    const state = fold(id, items)
    states.set(items, state ?? { none: true })
    return state
  }
}

/** `foldCase` of what `caseItems` gave. */
export const foldedCase = once(foldCase)

const foldedUnit = once(foldUnit)

/** The state of a case, or null. */
export function loadCase(db: ReadDb, id: string): CaseState | null {
  return foldedCase(id, caseItems(db, id))
}

const NOTHING: readonly Item[] = []

/** The applied items of a case as far as they count here: none of a case that our office has erased. */
export function caseItems(db: ReadDb, id: string): readonly Item[] {
  const items = itemsAbout(db, 'case', id)
  return isErasedHere(db, items) ? NOTHING : items
}

/** True for a case that our own office has erased, whatever of it others have not. @param items - all applied about it */
function isErasedHere(db: ReadDb, items: readonly Item[]): boolean {
  return items.some(isErasure) && isErasedBy(ownOffice(db), items)
}

/** Our own office, as the journal says: only its own entries about an office count, and there is no row while tables are made. */
function ownOffice(db: ReadDb): string {
  const row = prepared<{ id: string }>(
    db,
    `SELECT subject_id AS id FROM journal WHERE subject_type = 'office' AND status = 'applied' ORDER BY id LIMIT 1`,
  ).get()
  return row?.id ?? ''
}

/** The state of a unit, or null. */
export function loadUnit(db: ReadDb, id: string): UnitState | null {
  return foldedUnit(id, itemsAbout(db, 'unit', id))
}

/** A look-up of members of the register, each folded once: for one moment of the store. */
export function memberLookup(db: ReadDb): (id: string) => Member | null {
  const members = new Map<string, Member | null>()
  return (id) => {
    const known = members.get(id)
    if (known !== undefined) return known
    const member = foldMember(id, itemsAbout(db, 'member', id))?.member ?? null
    members.set(id, member)
    return member
  }
}

/** Every paired office, by name. */
export function loadPeers(db: ReadDb): readonly PeerState[] {
  return prepared<{ id: string }>(db, 'SELECT office_id AS id FROM peers ORDER BY name, office_id')
    .all()
    .flatMap(({ id }) => foldPeer(id, itemsAbout(db, 'peer', id)) ?? [])
}

/** Every device of our office that has said anything or of which anything was said. */
export function loadDevices(db: ReadDb): readonly DeviceState[] {
  return prepared<{ state: string }>(db, 'SELECT state FROM devices ORDER BY device_id')
    .all()
    .map(({ state }) => trustedJson<DeviceState>(state))
}

/** Every user, disabled ones too. */
export function loadUsers(db: ReadDb): readonly UserState[] {
  return prepared<{ id: string }>(db, 'SELECT user_id AS id FROM users ORDER BY user_id')
    .all()
    .flatMap(({ id }) => foldUser(id, itemsAbout(db, 'user', id)) ?? [])
}

/** The value of a setting, or undefined where nobody has set it. */
export function loadSetting(db: ReadDb, name: string): unknown {
  const row = prepared<{ value: string }>(db, 'SELECT value FROM settings WHERE name = ?').get(name)
  return row === undefined ? undefined : JSON.parse(row.value)
}
