/**
 * States folded from the journal, for commands and queries alike. Reading only.
 */
import { trustedJson } from '../shared/base/trust.ts'
import { foldCase, type CaseState } from '../shared/model/case-state.ts'
import type { DeviceState } from '../shared/model/devices.ts'
import type { Member } from '../shared/model/office.ts'
import {
  foldMember,
  foldPeer,
  foldUser,
  type OfficeState,
  type PeerState,
  type UserState,
} from '../shared/model/office-state.ts'
import { itemsAbout } from './journal.ts'
import { prepared, type ReadDb } from './transaction.ts'

/** Our office, or null before it is founded. */
export function loadOffice(db: ReadDb): OfficeState | null {
  const row = prepared<{ state: string }>(db, 'SELECT state FROM offices').get()
  return row === undefined ? null : trustedJson<OfficeState>(row.state)
}

/** The state of a case, or null. */
export function loadCase(db: ReadDb, id: string): CaseState | null {
  return foldCase(id, itemsAbout(db, 'case', id))
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
