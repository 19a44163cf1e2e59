/**
 * What `assessOffice` is told of our office, and what it finds. Gathered through narrow indexes, so that it can stand on
 * the page a day begins with.
 */
import type { OfficeFindings } from '../../shared/contract/watch.ts'
import {
  assessOffice,
  officeLimits,
  type BranchFacts,
  type HelperFacts,
  type OfficeFacts,
  type OfficeLimits,
  type PlanFacts,
  type SamePeople,
  type SamePerson,
} from '../../shared/rules/assess-office.ts'
import type { Judging } from '../../shared/rules/surroundings.ts'
import { loadOffice } from '../load.ts'
import { prepared, type ReadDb } from '../transaction.ts'
import { silentHelpers, targetOf } from './watch.ts'

/** Groups of people on record twice that are looked at: more than anybody sorts out in a day. */
const MOST_GROUPS = 200

/**
 * What is found in our office as a whole.
 * @param unit - only what concerns one of its units
 */
export function officeFindings(db: ReadDb, judging: Judging, unit: string | undefined): OfficeFindings | null {
  const office = loadOffice(db)
  if (office === null) return null
  const { today, calendar, rulesOn } = judging
  const rules = rulesOn(today)
  const limits = officeLimits(rules, today)
  const { helpers, silent } = helperFacts(db, office.id, limits, unit)
  const facts: OfficeFacts = {
    same: [...sameNumber(db), ...sameName(db)],
    branches: branchFacts(db, office.id, today).filter((branch) => unit === undefined || branch.unit === unit),
    helpers,
    plans: planFacts(db, office.id, Number(today.slice(0, 4)), unit),
    since: firstMember(db),
  }
  const found = assessOffice(facts, { rules, calendar, today })
  const findings =
    unit === undefined
      ? found
      : found.filter(({ code, data }) => code !== 'C39' || data.people.some((person) => person.unit === unit))
  return { findings, silent }
}

type PersonRow = SamePerson & { readonly folded: string; readonly number: string | null; readonly ended: number }

const PEOPLE = `SELECT c.case_id AS "case", c.name, c.unit_id AS unit, u.name AS unitName, c.folded,
  c.identity_number AS number, c.ended FROM cases c LEFT JOIN units u ON u.unit_id = c.unit_id`

/** C39 by number. Somebody who was on record before, under the same name, is nobody else. */
function sameNumber(db: ReadDb): readonly SamePeople[] {
  return prepared<{ number: string }>(
    db,
    `SELECT identity_number AS number FROM cases INDEXED BY cases_by_identity WHERE identity_number IS NOT NULL
     GROUP BY identity_number HAVING count(*) > 1 LIMIT ${MOST_GROUPS}`,
  )
    .all()
    .flatMap(({ number }) => {
      const rows = prepared<PersonRow>(db, `${PEOPLE} WHERE c.identity_number = ? ORDER BY c.case_id`).all(number)
      const isSame = new Set(rows.map(({ folded }) => folded)).size === 1
      return group('number', number, isSame ? rows.filter(({ ended }) => ended === 0) : rows)
    })
}

/** C39 by name and whole date of birth, in different branches; two numbers make two people. */
function sameName(db: ReadDb): readonly SamePeople[] {
  return prepared<{ folded: string; birth: string }>(
    db,
    `SELECT folded, birth FROM cases INDEXED BY cases_by_folded WHERE length(birth) = 10
     GROUP BY folded, birth HAVING count(DISTINCT unit_id) > 1 LIMIT ${MOST_GROUPS}`,
  )
    .all()
    .flatMap(({ folded, birth }) => {
      // With a sign, or the planner walks everybody who is live instead of the few of that name.
      const rows = prepared<PersonRow>(
        db,
        `${PEOPLE} WHERE c.folded = ? AND c.birth = ? AND +c.ended = 0 ORDER BY c.case_id`,
      ).all(folded, birth)
      const numbers = rows.flatMap(({ number }) => number ?? [])
      const isTold = numbers.length === rows.length
      const units = new Set(rows.map(({ unit }) => unit))
      return isTold || units.size < 2 ? [] : group('name', birth, rows)
    })
}

function group(by: SamePeople['by'], key: string, rows: readonly PersonRow[]): readonly SamePeople[] {
  if (!rows.some(({ ended }) => ended === 0)) return []
  const people = rows.map(({ folded: _folded, number: _number, ended: _ended, ...person }) => person)
  return [{ by, key, people }]
}

function branchFacts(db: ReadDb, self: string, today: string): readonly BranchFacts[] {
  const newest = new Map(
    prepared<{ unit: string; day: string }>(
      db,
      `SELECT unit, max(day) AS day FROM (
         SELECT unit_id AS unit, max(decided_on) AS day FROM cases INDEXED BY cases_by_admission
           WHERE outcome = 'admit' AND stage <> 'cancelled' GROUP BY unit_id
         UNION ALL
         SELECT unit_id, max(admitted_on) FROM members INDEXED BY members_by_unit GROUP BY unit_id
       ) WHERE day IS NOT NULL GROUP BY unit`,
    )
      .all()
      .map(({ unit, day }) => [unit, day]),
  )
  return prepared<Omit<BranchFacts, 'own' | 'newMember'> & { readonly keeper: string }>(
    db,
    `SELECT unit_id AS unit, name, keeper, from_day AS "from", reviewed FROM units
     WHERE type IN ('branch', 'baseBranch') AND (to_day IS NULL OR to_day >= :today)
       AND (from_day IS NULL OR from_day <= :today) ORDER BY sort_key, unit_id`,
  )
    .all({ today })
    .map(({ keeper, ...branch }) => ({ ...branch, own: keeper === self, newMember: newest.get(branch.unit) ?? null }))
}

function firstMember(db: ReadDb): string | null {
  return (
    prepared<{ day: string | null }>(
      db,
      `SELECT min(day) AS day FROM (
         SELECT min(decided_on) AS day FROM cases INDEXED BY cases_by_admission
           WHERE outcome = 'admit' AND stage <> 'cancelled'
         UNION ALL SELECT min(admitted_on) FROM members INDEXED BY members_by_unit)`,
    ).get()?.day ?? null
  )
}

function helperFacts(
  db: ReadDb,
  self: string,
  limits: OfficeLimits,
  unit: string | undefined,
): { readonly helpers: readonly HelperFacts[]; readonly silent: number } {
  const { rows, count } = silentHelpers(db, self, limits, unit)
  return { helpers: rows.map(({ day, ...row }) => ({ ...row, heard: day })), silent: count }
}

/** The plan of the office and of each unit that has one, with what is on its way there. */
function planFacts(db: ReadDb, self: string, year: number, unit: string | undefined): readonly PlanFacts[] {
  const targets = prepared<{ unit: string; name: string; number: number }>(
    db,
    `SELECT t.owner AS unit, u.name, t.number FROM targets t JOIN units u ON u.unit_id = t.owner
     WHERE t.year = :year AND (:unit IS NULL OR t.owner = :unit) ORDER BY u.sort_key`,
  ).all({ year, unit: unit ?? null })
  const whole = unit === undefined ? targetOf(db, self, year) : null
  if (targets.length === 0 && whole === null) return []
  const progress = progressByUnit(db, year)
  const none = { admitted: 0, underway: 0, preparing: 0 }
  const all = [...progress.values()].reduce(
    (sum, one) => ({
      admitted: sum.admitted + one.admitted,
      underway: sum.underway + one.underway,
      preparing: sum.preparing + one.preparing,
    }),
    none,
  )
  return [
    ...(whole === null ? [] : [{ unit: null, name: null, year, number: whole.number, ...all }]),
    ...targets.map((target) => ({ ...target, year, ...(progress.get(target.unit) ?? none) })),
  ]
}

type Progress = Pick<PlanFacts, 'admitted' | 'underway' | 'preparing'>

function progressByUnit(db: ReadDb, year: number): ReadonlyMap<string, Progress> {
  const rows = prepared<Progress & { readonly unit: string }>(
    db,
    `SELECT unit, sum(admitted) AS admitted, sum(underway) AS underway, sum(preparing) AS preparing FROM (
       SELECT unit_id AS unit, count(*) AS admitted, 0 AS underway, 0 AS preparing
         FROM cases INDEXED BY cases_by_admission
         WHERE outcome = 'admit' AND stage <> 'cancelled' AND decided_on BETWEEN :first AND :last GROUP BY unit_id
       UNION ALL
       SELECT unit_id, 0, count(*) FILTER (WHERE stage <> 'preparing'), count(*) FILTER (WHERE stage = 'preparing')
         FROM cases INDEXED BY cases_by_unit WHERE ended = 0
           AND stage IN ('preparing', 'branchVoted', 'committeeVoted', 'submitted', 'received', 'returned')
         GROUP BY unit_id
     ) GROUP BY unit`,
  ).all({ first: `${year}-01-01`, last: `${year}-12-31` })
  return new Map(rows.map(({ unit, ...progress }) => [unit, progress]))
}
