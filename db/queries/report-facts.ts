/**
 * The rows that reports are computed from, read through narrow indexes: nothing is judged or folded here, and what is
 * computed from them is in shared/reports.
 */
import { trustedJson } from '../../shared/base/trust.ts'
import type { PlainDate } from '../../shared/calendar/plain-date.ts'
import type { ActFact, Admission, Facts, StandingFact, UnitFact } from '../../shared/reports/facts.ts'
import { layOut, type Laid } from '../../shared/reports/report.ts'
import { loadOffice, loadPeers } from '../load.ts'
import { prepared, type ReadDb } from '../transaction.ts'

/** What of the facts is wanted; what is not is left empty, since every row is read from an encrypted page. */
export type WantedFacts = {
  /** Acts from this day on; none where it is not said. */
  readonly acts?: PlainDate
  /** Admissions from this day on; all of them where it is not said. */
  readonly admissions?: PlainDate
  /** Where people stand now, and the register's newest members: left out where false. */
  readonly standings?: boolean
  readonly members?: boolean
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
    links: prepared<Facts['links'][number]>(
      db,
      'SELECT case_id AS "case", previously FROM cases WHERE previously IS NOT NULL',
    ).all(),
    acts:
      wanted.acts === undefined
        ? []
        : prepared<ActFact>(
            db,
            `SELECT case_id AS "case", act, day, unit_id AS unit, keeper FROM case_acts INDEXED BY case_acts_by_day
             WHERE day >= ?`,
          ).all(wanted.acts),
    standings: wanted.standings === false ? [] : standingFacts(db),
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
       occupation, source, youth_union AS youth, again, taken_over AS taken, identity_number AS identityNumber
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
       on_paper AS paper, successors AS after FROM units ORDER BY sort_key, unit_id`,
  )
    .all()
    .map(({ paper, after, ...unit }) => ({
      ...unit,
      onPaper: paper === 1,
      successors: after === null ? [] : trustedJson<readonly string[]>(after),
    }))
}

function standingFacts(db: ReadDb): readonly StandingFact[] {
  // Whether somebody had been admitted is looked up only where the stage does not say it.
  return prepared<Omit<StandingFact, 'isEnded' | 'wasAdmitted'> & { readonly ended: number; readonly was: number }>(
    db,
    `SELECT unit_id AS unit, keeper, stage, source, ended, 0 AS was, count(*) AS count FROM cases INDEXED BY cases_by_unit
       WHERE stage NOT IN ('died', 'movedAway') GROUP BY unit_id, ended, stage, source, keeper
     UNION ALL
     SELECT c.unit_id, c.keeper, c.stage, c.source, c.ended, a.case_id IS NOT NULL AS was, count(*)
       FROM cases c INDEXED BY cases_by_stage LEFT JOIN admissions a ON a.case_id = c.case_id
       WHERE c.ended = 1 AND c.stage IN ('died', 'movedAway') GROUP BY c.unit_id, c.keeper, c.stage, c.source, was`,
  )
    .all()
    .map(({ ended, was, ...standing }) => ({ ...standing, isEnded: ended === 1, wasAdmitted: was === 1 }))
}
