/**
 * The rows of classes, of those put forward for one, and of those in one. A person at a training office has rows here and
 * no case: what it is told of a person is not a dossier.
 */
import type { Item } from '../../shared/journal/item.ts'
import type { CaseState } from '../../shared/model/case-state.ts'
import { foldClass } from '../../shared/model/classes/class-state.ts'
import {
  ABOUT_CLASSES,
  certificateOf,
  foldClassLife,
  sessionsOf,
  standingOf,
  type ClassAsk,
  type Seat,
} from '../../shared/model/classes/seats.ts'
import { addMonths } from '../../shared/calendar/plain-date.ts'
import { fold } from '../../shared/text/fold.ts'
import { nameSortKey } from '../../shared/text/names.ts'
import { itemsAbout } from '../journal.ts'
import { prepared, type WriteDb } from '../transaction.ts'
import { remove, upsert, type Row } from './upsert.ts'

/** Writes a class. */
export function applyClass(db: WriteDb, id: string): void {
  const state = foldClass(id, itemsAbout(db, 'class', id))
  if (state === null) return remove(db, 'classes', 'class_id', id)
  const { facts, office } = state
  upsert(db, 'classes', 'class_id', {
    class_id: id,
    kind: facts.kind,
    name: facts.name,
    sort_key: fold(facts.name),
    from_day: facts.from,
    to_day: facts.to,
    places: facts.places,
    school_year: facts.schoolYear ?? null,
    pupils: facts.pupils === true ? 1 : 0,
    office,
    via: state.via ? 1 : 0,
    facts: JSON.stringify(facts),
  })
}

/** Writes what one person's entries say of classes. @param state - the case, where this office holds one */
export function applyClassLife(db: WriteDb, caseId: string, items: readonly Item[], state: CaseState | null): void {
  remove(db, 'class_asks', 'case_id', caseId)
  remove(db, 'class_seats', 'case_id', caseId)
  if (!items.some(({ entry }) => ABOUT_CLASSES.has(entry.kind))) return
  const { asks, seats } = foldClassLife(items)
  for (const ask of asks) insert(db, 'class_asks', askRow(caseId, ask, seats, state))
  for (const seat of seats) insert(db, 'class_seats', seatRow(caseId, seat))
}

function askRow(caseId: string, ask: ClassAsk, seats: readonly Seat[], state: CaseState | null): Row {
  const name = ask.person?.name ?? state?.profile.name ?? ''
  return {
    case_id: caseId,
    kind: ask.class,
    asked_on: ask.date,
    office: ask.office,
    name,
    sort_key: nameSortKey(name),
    birth: ask.person?.birth ?? state?.profile.birth ?? null,
    sex: ask.person?.sex ?? state?.profile.sex ?? null,
    unit_id: state?.unit ?? null,
    unit_name: ask.person?.unit ?? null,
    forwarded_by: ask.forwarded?.office ?? null,
    forwarded_to: ask.forwarded?.to ?? null,
    forwarded_on: ask.forwarded?.date ?? null,
    forwarded: ask.forwarded?.entry ?? null,
    standing: standingOf(ask, seats),
  }
}

function seatRow(caseId: string, seat: Seat): Row {
  const { held, present } = sessionsOf(seat.days)
  const certificate = certificateOf(seat)
  const { class: ref, person, end, reissue } = seat
  return {
    case_id: caseId,
    class_id: ref.id,
    kind: ref.kind,
    class_name: ref.name,
    from_day: ref.from,
    to_day: ref.to,
    office: seat.office,
    name: person.name,
    sort_key: nameSortKey(person.name),
    birth: person.birth ?? null,
    sex: person.sex ?? null,
    unit_name: person.unit,
    enrolled_on: seat.on,
    held,
    present,
    outcome: end?.outcome ?? null,
    ended_on: end?.on ?? null,
    certificate_number: certificate?.number ?? null,
    first_number: end?.certificate?.number ?? null,
    certificate_on: certificate?.date ?? null,
    valid_until:
      certificate === null || certificate.months === null ? null : addMonths(certificate.date, certificate.months),
    issuer: certificate?.issuer ?? null,
    signer: certificate?.signer ?? null,
    reissued_on: reissue?.date ?? null,
    seat: JSON.stringify(seat),
  }
}

function insert(db: WriteDb, table: 'class_asks' | 'class_seats', row: Row): void {
  const columns = Object.keys(row)
  const places = columns.map(() => '?').join(', ')
  prepared(db, `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`).run(...Object.values(row))
}
