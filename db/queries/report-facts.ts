/**
 * The rows that reports are computed from, read through narrow indexes: nothing is judged or folded here, and what is
 * computed from them is in shared/reports.
 */
import { trustedJson } from '../../shared/base/trust.ts'
import { addDays, type PlainDate } from '../../shared/calendar/plain-date.ts'
import type { DueLimit } from '../../shared/contract/list-filters.ts'
import type { Remark } from '../../shared/model/acts.ts'
import type {
  ActFact,
  Admission,
  Facts,
  LateWork,
  Link,
  PersonStanding,
  StandingFact,
  UnitFact,
} from '../../shared/reports/facts.ts'
import { layOut, type Laid } from '../../shared/reports/report.ts'
import { AGEING_DAYS } from '../../shared/reports/standing.ts'
import { WHOLE_DOSSIER } from '../../shared/reports/work.ts'
import { loadOffice, loadPeers } from '../load.ts'
import { prepared, type ReadDb } from '../transaction.ts'
import { runningLimit } from './case-filter.ts'

/** What of the facts is wanted; what is not is left empty, since every row is read from an encrypted page. */
export type WantedFacts = {
  /** Acts from this day on; none where it is not said. */
  readonly acts?: PlainDate
  /** Admissions from this day on; all of them where it is not said. */
  readonly admissions?: PlainDate
  /** Where people stand now, and the register's newest members: left out where false. */
  readonly standings?: boolean
  readonly members?: boolean
  /** Everybody one by one, and whoever is late; both only with the day they are asked on. */
  readonly people?: boolean
  readonly late?: boolean
  /** Returns and seats in classes, from `acts` on. */
  readonly work?: boolean
  /** The day; how long people have stood where they stand is counted to it. */
  readonly today?: PlainDate
}

/** Facts laid out for reports, or null before the office is founded. */
export function laidFacts(db: ReadDb, wanted: WantedFacts = {}): Laid | null {
  const facts = loadFacts(db, wanted)
  return facts === null ? null : layOut(facts)
}

/** Everything reports may use, as far as it is wanted. */
export function loadFacts(db: ReadDb, wanted: WantedFacts = {}): Facts | null {
  const office = loadOffice(db)
  if (office === null) return null
  const below = loadPeers(db).filter(({ peer }) => peer.relation === 'subordinate')
  const totals = prepared<{
    owner: string
    year: number
    admitted: number | null
    members: number | null
    lastAdmission: string | null
  }>(db, 'SELECT owner, year, admitted, members, last_admission AS lastAdmission FROM typed_totals').all()
  return {
    offices: [
      { id: office.id, name: office.profile.name, isSelf: true, unit: null },
      ...below.map(({ id, peer }) => ({ id, name: peer.name, isSelf: false, unit: peer.unit ?? null })),
    ],
    units: unitFacts(db),
    counts: [
      ...prepared<{ owner: string; day: string; members: number }>(
        db,
        'SELECT unit_id AS owner, day, official + probationary AS members FROM unit_counts',
      )
        .all()
        .map((count) => ({ ...count, isTyped: false })),
      ...totals.flatMap(({ owner, year, members }) =>
        members === null ? [] : [{ owner, day: `${year}-12-31`, members, isTyped: true }],
      ),
    ],
    targets: prepared<Facts['targets'][number]>(db, 'SELECT owner, year, number, own, revisions FROM targets').all(),
    totals: totals.map(({ owner, year, admitted, lastAdmission }) => ({ owner, year, admitted, lastAdmission })),
    admissions: admissionFacts(db, wanted.admissions ?? ''),
    links: prepared<Link>(db, 'SELECT case_id AS "case", previously FROM cases WHERE previously IS NOT NULL').all(),
    judged: prepared<Link>(
      db,
      `SELECT case_id AS "case", other_id AS previously FROM duplicates WHERE judgement IN ('same', 'moved')`,
    ).all(),
    acts:
      wanted.acts === undefined
        ? []
        : prepared<ActFact>(
            db,
            `SELECT case_id AS "case", act, day, unit_id AS unit, keeper FROM case_acts INDEXED BY case_acts_by_day
             WHERE day >= ?`,
          )
            .all(wanted.acts)
            .concat(certificateFacts(db, wanted.acts)),
    standings: wanted.standings === false ? [] : standingFacts(db, wanted.today ?? null),
    people: wanted.people === true ? personStandings(db, wanted.today ?? null) : [],
    late: wanted.late === true && wanted.today !== undefined ? lateFacts(db, wanted.today) : [],
    returns: wanted.work === true && wanted.acts !== undefined ? returnFacts(db, wanted.acts) : [],
    seats: wanted.work === true && wanted.acts !== undefined ? seatFacts(db, wanted.acts) : [],
    members: wanted.members === false ? [] : registerFacts(db),
  }
}

function registerFacts(db: ReadDb): Facts['members'] {
  return prepared<Facts['members'][number]>(
    db,
    `SELECT unit_id AS unit, max(admitted_on) AS day FROM members INDEXED BY members_by_unit
       WHERE admitted_on IS NOT NULL GROUP BY unit_id`,
  ).all()
}

/** Every admission on record from a day on, of every office. */
function admissionFacts(db: ReadDb, since: PlainDate): readonly Admission[] {
  type Row = Omit<Admission, 'isYouthUnion' | 'isAgain' | 'isTakenOver'> & {
    readonly youth: number
    readonly again: number
    readonly taken: number
  }
  return prepared<Row>(
    db,
    `SELECT case_id AS "case", unit_id AS unit, keeper, day, sex, birth, ethnicity, religion, education, qualification,
       political_theory AS politicalTheory, occupation, source, youth_union AS youth, again, taken_over AS taken, identity_number AS identityNumber
     FROM admissions WHERE day >= ?`,
  )
    .all(since)
    .map(({ youth, again, taken, ...row }) => ({
      ...row,
      isYouthUnion: youth === 1,
      isAgain: again === 1,
      isTakenOver: taken === 1,
    }))
}

function unitFacts(db: ReadDb): readonly UnitFact[] {
  type Row = Omit<UnitFact, 'onPaper' | 'successors'> & { readonly paper: number; readonly after: string | null }
  return prepared<Row>(
    db,
    `SELECT unit_id AS id, name, type, sector, area, parent_id AS parent, keeper, from_day AS "from", to_day AS "to",
       on_paper AS paper, successors AS after, same_as AS sameAs FROM units ORDER BY sort_key, unit_id`,
  )
    .all()
    .map(({ paper, after, ...unit }) => ({
      ...unit,
      onPaper: paper === 1,
      successors: after === null ? [] : trustedJson<readonly string[]>(after),
    }))
}

/** Days before today at which the buckets of ageing end. */
function ageingDays(today: PlainDate): readonly PlainDate[] {
  return AGEING_DAYS.map((days) => addDays(today, -days))
}

/** The bucket of somebody who stands where they stand since `stage_on`: the one way it is reckoned, in groups or alone. */
const BUCKET = `CASE WHEN stage_on IS NULL THEN 4 WHEN stage_on >= ? THEN 0 WHEN stage_on >= ? THEN 1 WHEN stage_on >= ? THEN 2
  ELSE 3 END`

function standingFacts(db: ReadDb, today: PlainDate | null): readonly StandingFact[] {
  type Row = Omit<StandingFact, 'isEnded' | 'wasAdmitted'> & { readonly ended: number; readonly was: number }
  // Whether somebody had been admitted is looked up only where the stage does not say it.
  return prepared<Row>(
    db,
    `SELECT unit_id AS unit, keeper, stage, source, ended, 0 AS was, ${today === null ? 'NULL' : BUCKET} AS age,
       count(*) AS count
     FROM cases INDEXED BY cases_by_unit
       WHERE stage NOT IN ('died', 'movedAway') GROUP BY unit_id, ended, stage, source, keeper, age
     UNION ALL
     SELECT c.unit_id, c.keeper, c.stage, c.source, c.ended, a.case_id IS NOT NULL AS was, NULL, count(*)
       FROM cases c INDEXED BY cases_by_stage LEFT JOIN admissions a ON a.case_id = c.case_id
       WHERE c.ended = 1 AND c.stage IN ('died', 'movedAway') GROUP BY c.unit_id, c.keeper, c.stage, c.source, was`,
  )
    .all(...(today === null ? [] : ageingDays(today)))
    .map(({ ended, was, ...standing }) => ({ ...standing, isEnded: ended === 1, wasAdmitted: was === 1 }))
}

/** Everybody, one by one, in the order of names. */
function personStandings(db: ReadDb, today: PlainDate | null): readonly PersonStanding[] {
  type Row = Omit<PersonStanding, 'isEnded' | 'wasAdmitted'> & { readonly ended: number; readonly was: number }
  return prepared<Row>(
    db,
    `SELECT case_id AS "case", unit_id AS unit, keeper, stage, source, ended,
       stage IN ('died', 'movedAway') AND EXISTS (SELECT 1 FROM admissions a WHERE a.case_id = cases.case_id) AS was,
       ${today === null ? 'NULL' : `CASE WHEN ended = 1 THEN NULL ELSE ${BUCKET} END`} AS age,
       coalesce(introduced_on, registered_on) AS introducedOn, introduced_by AS introducedBy
     FROM cases`,
  )
    .all(...(today === null ? [] : ageingDays(today)))
    .map(({ ended, was, ...person }) => ({ ...person, isEnded: ended === 1, wasAdmitted: was === 1 }))
}

/** Certificates of classes as acts of the people who got them, by where they are now. */
function certificateFacts(db: ReadDb, since: PlainDate): readonly ActFact[] {
  return prepared<ActFact>(
    db,
    `SELECT s.case_id AS "case", CASE s.kind WHEN 'newMember' THEN 'newMemberCertified' ELSE 'certified' END AS act,
       s.certificate_on AS day, c.unit_id AS unit, c.keeper
     FROM class_seats s INDEXED BY class_seats_by_certificate CROSS JOIN cases c ON c.case_id = s.case_id
     WHERE s.certificate_on >= ?`,
  ).all(since)
}

/** Seats in classes that began on a day or later, by where their people are now: one row a class and unit. */
function seatFacts(db: ReadDb, since: PlainDate): Facts['seats'] {
  return prepared<Facts['seats'][number]>(
    db,
    `SELECT DISTINCT s.class_id AS class, s.kind, s.from_day AS day, c.unit_id AS unit, c.keeper
     FROM class_seats s INDEXED BY class_seats_by_day CROSS JOIN cases c ON c.case_id = s.case_id
     WHERE s.from_day >= ?`,
  ).all(since)
}

/** Returned dossiers with what was wanting, by the unit and office that had the person on that day. */
function returnFacts(db: ReadDb, since: PlainDate): Facts['returns'] {
  type Row = Omit<Facts['returns'][number], 'reasons'> & { readonly remarks: string }
  return prepared<Row>(
    db,
    `SELECT r.case_id AS "case", r.returned_on AS day, a.unit_id AS unit, a.keeper, r.remarks
     FROM returns r INDEXED BY returns_by_day CROSS JOIN case_acts a
       ON a.case_id = r.case_id AND a.act = 'returned' AND a.day = r.returned_on
     WHERE r.matter = 'admission' AND r.returned_on >= ?`,
  )
    .all(since)
    .map(({ remarks, ...fact }) => ({
      ...fact,
      reasons: [...new Set(trustedJson<readonly Remark[]>(remarks).map(({ paper }) => paper ?? WHOLE_DOSSIER))],
    }))
}

/** Limits whose passing is told, and what is late then. */
const LATE_LIMITS = [
  ['ceremony', 'ceremony'],
  ['recognitionReview', 'recognition'],
  ['recognitionDecision', 'recognition'],
] as const satisfies readonly (readonly [DueLimit, LateWork])[]

/** Whoever is late, by what is kept of each case. */
function lateFacts(db: ReadDb, today: PlainDate): Facts['late'] {
  return LATE_LIMITS.flatMap(([limit, late]) => {
    const { sql, values } = runningLimit(limit, '', addDays(today, -1))
    return prepared<Omit<Facts['late'][number], 'late'>>(
      db,
      `SELECT c.case_id AS "case", c.unit_id AS unit, c.keeper FROM (${sql}) r CROSS JOIN cases c ON c.id = r.id
       WHERE c.ended = 0`,
    )
      .all(...values)
      .map((fact) => ({ ...fact, late }))
  })
}
