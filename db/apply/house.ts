/**
 * The rows of the office, its users, settings, peers, units and members.
 */
import { typed, inOrder } from '../../shared/journal/item.ts'
import { foldDevice } from '../../shared/model/devices.ts'
import { reviewNumbers, unitSubject } from '../../shared/model/numbers.ts'
import { foldMember, foldOffice, foldPeer, foldUser } from '../../shared/model/office-state.ts'
import { fold } from '../../shared/text/fold.ts'
import { nameSortKey } from '../../shared/text/names.ts'
import { itemsAbout } from '../journal.ts'
import { loadUnit } from '../load.ts'
import { prepared, type WriteDb } from '../transaction.ts'
import { forgetCommitteeNumbers } from './forget-kept.ts'
import { writeNumbers } from './numbers.ts'
import { remove, upsert } from './upsert.ts'

/** Writes our office. */
export function applyOffice(db: WriteDb, id: string): void {
  const state = foldOffice(itemsAbout(db, 'office', id))
  if (state) upsert(db, 'offices', 'office_id', { office_id: state.id, state: JSON.stringify(state) })
}

/** Writes a user. */
export function applyUser(db: WriteDb, id: string): void {
  const state = foldUser(id, itemsAbout(db, 'user', id))
  if (state === null) return
  const { login, name, post, roles } = state.user
  upsert(db, 'users', 'user_id', {
    user_id: id,
    login,
    name,
    post,
    roles: JSON.stringify(roles),
    disabled: state.disabled ? 1 : 0,
  })
}

/** Writes a setting: the newest value. */
export function applySetting(db: WriteDb, name: string): void {
  for (const item of inOrder(itemsAbout(db, 'setting', name))) {
    const fact = typed(item)
    if (fact.kind === 'setting.changed')
      upsert(db, 'settings', 'name', { name, value: JSON.stringify(fact.payload.value) })
  }
}

/** Writes a paired office. */
export function applyPeer(db: WriteDb, id: string): void {
  const state = foldPeer(id, itemsAbout(db, 'peer', id))
  if (state === null) return
  const { peer, revoked } = state
  upsert(db, 'peers', 'office_id', {
    office_id: id,
    code: peer.code,
    name: peer.name,
    relation: peer.relation,
    age_recipient: peer.ageRecipient,
    sign_key: peer.signKey,
    unit_id: peer.unit ?? null,
    since: peer.since,
    revoked: revoked ? 1 : 0,
  })
}

/** Writes a device of our office. */
export function applyDevice(db: WriteDb, id: string): void {
  const state = foldDevice(id, itemsAbout(db, 'device', id))
  if (state === null) return remove(db, 'devices', 'device_id', id)
  upsert(db, 'devices', 'device_id', { device_id: id, state: JSON.stringify(state) })
}

/**
 * Writes a unit, its counts and the numbers of its reviews.
 * @param others - told every case that these numbers have made doubtful or cleared, of which nothing is kept any more
 */
export function applyUnit(db: WriteDb, id: string, others?: Set<string>): void {
  const state = loadUnit(db, id)
  const held = prepared<{ type: string; parent: string | null; keeper: string }>(
    db,
    'SELECT type, parent_id AS parent, keeper FROM units WHERE unit_id = ?',
  ).get(id)
  writeNumbers(db, unitSubject(id), state === null ? [] : reviewNumbers(id, state.reviews), others)
  remove(db, 'unit_counts', 'unit_id', id)
  if (held?.type !== state?.unit.type || (held?.parent ?? undefined) !== state?.unit.parent)
    for (const keeper of new Set([held?.keeper, state?.keeper]))
      if (keeper !== undefined) forgetCommitteeNumbers(db, id, keeper)
  if (state === null) return remove(db, 'units', 'unit_id', id)
  const { unit } = state
  upsert(db, 'units', 'unit_id', {
    unit_id: id,
    name: unit.name,
    sort_key: fold(unit.name).replace(/\d+/g, (digits) => digits.padStart(6, '0')),
    code: unit.code ?? null,
    type: unit.type,
    parent_id: unit.parent ?? null,
    sector: unit.sector ?? null,
    area: unit.area ?? null,
    keeper: state.keeper,
    from_day: unit.from ?? null,
    to_day: unit.to ?? null,
    on_paper: unit.onPaper === true ? 1 : 0,
    listed: state.listed === null ? 0 : 1,
    reviewed: state.reviews.at(-1)?.month ?? null,
    successors: unit.successors === undefined ? null : JSON.stringify(unit.successors),
    same_as: state.same?.as ?? null,
  })
  const count = prepared(
    db,
    'INSERT INTO unit_counts (unit_id, day, official, probationary, excluded) VALUES (?, ?, ?, ?, ?)',
  )
  for (const { date, official, probationary, excluded } of state.counts)
    count.run(id, date, official, probationary, excluded)
}

/** Writes a member of the light register. */
export function applyMember(db: WriteDb, id: string): void {
  const state = foldMember(id, itemsAbout(db, 'member', id))
  if (state === null) return remove(db, 'members', 'member_id', id)
  const { member } = state
  upsert(db, 'members', 'member_id', {
    member_id: id,
    unit_id: member.unit,
    name: member.name,
    sort_key: nameSortKey(member.name),
    folded: fold(member.name),
    admitted_on: member.admittedOn ?? null,
    official_on: member.officialDate ?? null,
    post: member.post ?? null,
    status: member.statuses?.at(-1)?.status ?? null,
  })
}
