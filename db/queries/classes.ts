/**
 * Classes, who is put forward, who is in one, the book of certificates, and who has still to attend. The same at the keeper,
 * at the deciding office and at the office that trains; each sees what it holds.
 */
import { trusted, trustedJson } from '../../shared/base/trust.ts'
import { addDays, addMonths, daysBetween, weekday } from '../../shared/calendar/plain-date.ts'
import type {
  AskFilter,
  AskList,
  AskRow,
  BookFilter,
  CertificateRow,
  ClassFilter,
  ClassList,
  ClassRow,
  ClassView,
  OwedRow,
  SeatRow,
} from '../../shared/contract/classes.ts'
import type { ClassFacts } from '../../shared/model/classes/facts.ts'
import { certificateOf, sessionsOf, type Seat } from '../../shared/model/classes/seats.ts'
import { NEW_MEMBER_CERTIFICATE } from '../../shared/model/certificate-codes.ts'
import { holds, type OfficeState } from '../../shared/model/office-state.ts'
import { fitOf, schoolYearOf } from '../../shared/model/schools/outlook.ts'
import { readCalendar } from '../../shared/model/schools/school-calendar.ts'
import type { Judging } from '../../shared/rules/surroundings.ts'
import { fold } from '../../shared/text/fold.ts'
import type { ClassStanding } from '../../shared/words/labels-classes.ts'
import { loadCase, loadOffice, loadPeers, loadSetting } from '../load.ts'
import { prepared, type ReadDb } from '../transaction.ts'
import { ofUnit } from './same-units.ts'

/** The most rows that are read for a list: more than any office has. */
const MOST = 20_000

type Row = {
  readonly id: string
  readonly facts: string
  readonly office: string
  readonly seats: number
  readonly ended: number
  readonly passed: number
  readonly failed: number
  readonly absent: number
  readonly certificates: number
}

const CLASS_ROWS = `SELECT k.class_id AS id, k.facts, k.office,
  count(s.case_id) AS seats, count(s.outcome) AS ended,
  coalesce(sum(s.outcome = 'passed'), 0) AS passed, coalesce(sum(s.outcome = 'failed'), 0) AS failed,
  coalesce(sum(s.outcome = 'absent'), 0) AS absent, count(s.certificate_number) AS certificates
  FROM classes k LEFT JOIN class_seats s ON s.class_id = k.class_id`

/** Classes, the newest first. */
export function classList(db: ReadDb, { year, schoolYear, kind, pupils }: ClassFilter, today: string): ClassList {
  const office = loadOffice(db)
  const schoolYears = prepared<{ year: string | null; from: string }>(
    db,
    `SELECT DISTINCT json_extract(facts, '$.schoolYear') AS year, from_day AS "from" FROM classes`,
  )
    .all()
    .map((one) => one.year ?? schoolYearOf(one.from))
  const found = prepared<Row>(
    db,
    `${CLASS_ROWS} WHERE (:from IS NULL OR (k.to_day >= :from AND k.from_day <= :to))
       AND (:kind IS NULL OR k.kind = :kind) AND (:pupils IS NULL OR k.pupils = :pupils)
     GROUP BY k.class_id ORDER BY k.from_day DESC, k.sort_key, k.class_id LIMIT ${MOST}`,
  ).all({
    from: year === undefined ? null : `${year}-01-01`,
    to: year === undefined ? null : `${year}-12-31`,
    kind: kind ?? null,
    pupils: pupils === undefined ? null : pupils ? 1 : 0,
  })
  const rows = found.filter(({ facts }) => {
    const held = trustedJson<ClassFacts>(facts)
    return schoolYear === undefined || (held.schoolYear ?? schoolYearOf(held.from)) === schoolYear
  })
  const sum = (count: (row: Row) => number) => rows.reduce((all, row) => all + count(row), 0)
  return {
    today,
    mayOpen: mayOpen(office, today),
    rows: rows.map((row) => classRow(row, office, today)),
    total: rows.length,
    places: rows.reduce((all, { facts }) => all + trustedJson<ClassFacts>(facts).places, 0),
    schoolYears: [...new Set(schoolYears)].toSorted().toReversed(),
    seats: sum(({ seats }) => seats),
    certificates: sum(({ certificates }) => certificates),
  }
}

/** One class, or null. */
export function classView(db: ReadDb, id: string, today: string): ClassView | null {
  const office = loadOffice(db)
  const row = prepared<Row>(db, `${CLASS_ROWS} WHERE k.class_id = ? GROUP BY k.class_id`).get(id) ?? passedOnRow(db, id)
  if (row === null) return null
  const held = classRow(row, office, today)
  const seats = prepared<{ case: string; seat: string; known: number; until: string | null }>(
    db,
    `SELECT s.case_id AS "case", s.seat, s.valid_until AS until,
       EXISTS (SELECT 1 FROM cases c WHERE c.case_id = s.case_id) AS known
     FROM class_seats s WHERE s.class_id = ? ORDER BY s.sort_key, s.case_id LIMIT ${MOST}`,
  )
    .all(id)
    .map(({ case: caseId, seat: text, known, until }): SeatRow => {
      const seat = trustedJson<Seat>(text)
      const number = certificateOf(seat)?.number ?? null
      return { ...seat, case: caseId, known: known === 1, ...sessionsOf(seat.days), number, validUntil: until }
    })
  const days = [
    ...new Set(seats.flatMap((seat) => seat.days.flatMap(({ date, whole }) => (whole ? [] : [date])))),
  ].sort()
  const { facts } = held
  return {
    today,
    row: held,
    officeName: nameOf(db, office, held.office),
    seats,
    days,
    calendar:
      facts.pupils === true
        ? fitOf(
            daysOf(facts),
            facts.schoolYear ?? schoolYearOf(facts.from),
            readCalendar(loadSetting(db, 'schoolCalendar')),
            weekday,
          )
        : null,
  }
}

/** A class that we know only from the people in it: its office is not paired with ours. */
function passedOnRow(db: ReadDb, id: string): Row | null {
  const seat = prepared<{
    seat: string
    seats: number
    ended: number
    passed: number
    failed: number
    absent: number
    certificates: number
  }>(
    db,
    `SELECT max(seat) AS seat, count(*) AS seats, count(outcome) AS ended, coalesce(sum(outcome = 'passed'), 0) AS passed,
       coalesce(sum(outcome = 'failed'), 0) AS failed, coalesce(sum(outcome = 'absent'), 0) AS absent,
       count(certificate_number) AS certificates
     FROM class_seats WHERE class_id = ? HAVING count(*) > 0`,
  ).get(id)
  if (seat === undefined) return null
  const { seat: text, ...counts } = seat
  const { class: ref, office } = trustedJson<Seat>(text)
  const { id: _id, ...facts } = ref
  return { id, facts: JSON.stringify({ ...facts, places: counts.seats }), office, ...counts }
}

/** People put forward: those that wait longest first, or with those of old the newest first. */
export function askList(db: ReadDb, { kind, unit, all }: AskFilter, today: string): AskList {
  const office = loadOffice(db)
  const self = office?.id ?? ''
  const trainers = loadPeers(db)
    .filter(({ peer, revoked }) => peer.relation === 'trainer' && !revoked)
    .map(({ id, peer }) => ({ id, name: peer.name }))
  const rows = prepared<{
    case: string
    kind: string
    name: string
    birth: string | null
    sex: string | null
    unit: string | null
    unitName: string | null
    askedOn: string
    standing: string
    forwardedBy: string | null
    forwardedOn: string | null
    known: number
    seat: string | null
  }>(
    db,
    `SELECT a.case_id AS "case", a.kind, a.name, a.birth, a.sex, a.unit_id AS unit, coalesce(u.name, a.unit_name) AS unitName,
       a.asked_on AS askedOn, a.standing, a.forwarded_by AS forwardedBy, a.forwarded_on AS forwardedOn,
       c.case_id IS NOT NULL AS known,
       (SELECT json_object('class', s.class_id, 'name', s.class_name, 'from', s.from_day) FROM class_seats s
        WHERE s.case_id = a.case_id AND s.kind = a.kind AND s.to_day >= a.asked_on
        ORDER BY s.from_day DESC, s.class_id LIMIT 1) AS seat
     FROM class_asks a LEFT JOIN cases c ON c.case_id = a.case_id LEFT JOIN units u ON u.unit_id = a.unit_id
     WHERE (:kind IS NULL OR a.kind = :kind) AND ${ofUnit('a.unit_id')}
       AND (:all = 1 OR (a.standing <> 'over' AND coalesce(c.ended, 0) = 0))
     ORDER BY a.standing = 'waiting' DESC, CASE WHEN :all = 1 THEN a.asked_on END DESC, a.asked_on, a.sort_key, a.case_id LIMIT ${MOST}`,
  ).all({ kind: kind ?? null, unit: unit ?? null, all: all === true ? 1 : 0 })
  const asks = rows.map(({ forwardedBy, known, standing, unitName, seat, ...row }): AskRow => {
    const isSent = standing === 'waiting' && forwardedBy === self
    return {
      ...trusted<Omit<AskRow, 'known' | 'here' | 'standing' | 'unitName' | 'seat'>>(row),
      seat: seat === null ? null : trustedJson<NonNullable<AskRow['seat']>>(seat),
      unitName: unitName ?? '',
      known: known === 1,
      standing: trusted<AskRow['standing']>(isSent ? 'forwarded' : standing),
      here: standing === 'waiting' && !isSent,
    }
  })
  return {
    today,
    trainers,
    mayOpen: mayOpen(office, today),
    rows: asks,
    total: asks.length,
    waiting: asks.filter(({ here }) => here).length,
  }
}

/** Probationary members without the certificate of the class for new members, whose probation ends first at the top. */
export function owedList(db: ReadDb, { rulesOn, today }: Judging): readonly OwedRow[] {
  const probation = rulesOn(today).limits.find(({ id }) => id === 'probation')?.length.value
  const months = probation?.unit === 'months' ? probation.amount : null
  const rows = prepared<{ case: string; name: string; unitName: string | null; ceremonyOn: string }>(
    db,
    `SELECT c.case_id AS "case", c.name, u.name AS unitName, c.ceremony_on AS ceremonyOn
     FROM cases c INDEXED BY cases_by_ceremony LEFT JOIN units u ON u.unit_id = c.unit_id
     WHERE c.ceremony_on IS NOT NULL AND c.ended = 0
       AND c.stage IN ('probation', 'recognitionReturned', 'recognitionRefused')
     ORDER BY c.ceremony_on, c.sort_key, c.case_id LIMIT ${MOST}`,
  ).all()
  return rows.flatMap((row): OwedRow[] => {
    const state = loadCase(db, row.case)
    if (state === null || state.papers.some(({ paper }) => paper === NEW_MEMBER_CERTIFICATE)) return []
    const by = months === null ? null : addMonths(row.ceremonyOn, months)
    const seat = prepared<{ class: string; name: string; to: string }>(
      db,
      `SELECT class_id AS class, class_name AS name, to_day AS "to" FROM class_seats
       WHERE case_id = ? AND kind = 'newMember' AND outcome IS NULL ORDER BY to_day DESC LIMIT 1`,
    ).get(row.case)
    const nominated =
      prepared(db, `SELECT 1 FROM class_asks WHERE case_id = ? AND kind = 'newMember' AND standing <> 'over'`).get(
        row.case,
      ) !== undefined
    const end = seat?.to ?? today
    return [
      { ...row, unitName: row.unitName ?? '', by, nominated, seated: seat ?? null, late: by !== null && end > by },
    ]
  })
}

/** Certificates, the newest first; by name or number where one was typed. */
export function certificateBook(db: ReadDb, { year, kind, text }: BookFilter): readonly CertificateRow[] {
  const wanted = fold(text ?? '')
  return prepared<Omit<CertificateRow, 'known'> & { known: number; folded: string }>(
    db,
    `SELECT s.case_id AS "case", s.class_id AS class, s.class_name AS className, s.kind, s.name, s.birth,
       s.unit_name AS unitName, s.certificate_number AS number, s.first_number AS firstNumber,
       s.reissued_on AS reissuedOn, s.certificate_on AS date, s.valid_until AS validUntil, s.issuer, s.signer,
       EXISTS (SELECT 1 FROM cases c WHERE c.case_id = s.case_id) AS known
     FROM class_seats s INDEXED BY class_seats_by_certificate
     WHERE s.certificate_on IS NOT NULL AND (:year IS NULL OR substr(s.certificate_on, 1, 4) = :year)
       AND (:kind IS NULL OR s.kind = :kind)
     ORDER BY s.certificate_on DESC, s.certificate_number DESC LIMIT ${MOST}`,
  )
    .all({ year: year === undefined ? null : String(year), kind: kind ?? null })
    .filter(({ name, number, firstNumber }) =>
      wanted === '' ? true : [name, number, firstNumber].some((each) => fold(each).includes(wanted)),
    )
    .map(({ known, ...row }) => ({ ...row, known: known === 1 }))
}

function classRow({ facts: text, ended, ...row }: Row, office: OfficeState | null, today: string): ClassRow {
  const facts = trustedJson<ClassFacts>(text)
  return { ...row, facts, own: row.office === office?.id, standing: standingOf(facts, row.seats, ended, today) }
}

function standingOf({ from, to }: ClassFacts, seats: number, ended: number, today: string): ClassStanding {
  if (seats > 0 && ended === seats) return 'done'
  if (today < from) return 'planned'
  return today <= to ? 'running' : 'awaiting'
}

/** The days of a class; of a long one the first hundred. */
function daysOf({ from, to }: ClassFacts): readonly string[] {
  return Array.from({ length: Math.min(100, daysBetween(from, to) + 1) }, (_, n) => addDays(from, n))
}

function mayOpen(office: OfficeState | null, today: string): boolean {
  return office !== null && (holds(office.profile, 'trains', today) || holds(office.profile, 'decides', today))
}

function nameOf(db: ReadDb, office: OfficeState | null, id: string): string {
  if (id === office?.id) return office.profile.name
  return loadPeers(db).find((peer) => peer.id === id)?.peer.name ?? ''
}
