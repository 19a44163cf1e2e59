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
} from '../../shared/rules/assess-office.ts'
import { planOf } from '../../shared/reports/targets.ts'
import { earlierStart } from '../../shared/reports/tree.ts'
import type { Judging } from '../../shared/rules/surroundings.ts'
import { loadOffice } from '../load.ts'
import { prepared, type ReadDb } from '../transaction.ts'
import { peopleAlike } from './duplicates.ts'
import { laidFacts } from './report-facts.ts'
import { COUNTED_AS, countedAs } from './same-units.ts'
import { silentHelpers } from './watch.ts'

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
    same: samePeople(db, office.id),
    branches: branchFacts(db, office.id, today).filter((branch) => unit === undefined || branch.unit === unit),
    helpers,
    plans: planFacts(db, today, unit),
    since: firstMember(db),
  }
  const found = assessOffice(facts, { rules, calendar, today })
  const as = countedAs(db)
  const findings =
    unit === undefined
      ? found
      : found.filter(
          ({ code, data }) =>
            code !== 'C39' || data.people.some((person) => person.unit === unit || as(person.unit) === unit),
        )
  return { findings, silent }
}

/** C39: who stands on record twice and was not judged. */
function samePeople(db: ReadDb, self: string): readonly SamePeople[] {
  return peopleAlike(db, self).map(({ by, key, people }) => ({
    by,
    key,
    people: people.map(({ case: id, name, unit, unitName }) => ({ case: id, name, unit, unitName })),
  }))
}

/** Branches that work today, as the tree of reports has them: what is another one by now counts there. */
function branchFacts(db: ReadDb, self: string, today: string): readonly BranchFacts[] {
  const as = countedAs(db)
  const newest = new Map<string, string>()
  for (const { unit, day } of prepared<{ unit: string; day: string }>(
    db,
    `SELECT unit, max(day) AS day FROM (
       SELECT unit_id AS unit, max(decided_on) AS day FROM cases INDEXED BY cases_by_admission
         WHERE outcome = 'admit' AND stage <> 'cancelled' GROUP BY unit_id
       UNION ALL
       SELECT unit_id, max(admitted_on) FROM members INDEXED BY members_by_unit GROUP BY unit_id
     ) WHERE day IS NOT NULL GROUP BY unit`,
  ).all())
    newest.set(as(unit), later(newest.get(as(unit)), day))
  const rows = prepared<
    Omit<BranchFacts, 'own' | 'newMember'> & { readonly keeper: string; readonly to: string | null }
  >(
    db,
    `SELECT unit_id AS unit, name, keeper, from_day AS "from", to_day AS "to", reviewed FROM units
     WHERE type IN ('branch', 'baseBranch') ORDER BY sort_key, unit_id`,
  ).all()
  // A branch was there as long as it stood under either name; null: nobody knows since when.
  const began = new Map<string, string | null>()
  for (const { unit, from } of rows) {
    const held = began.get(as(unit))
    began.set(as(unit), held === undefined ? from : earlierStart(held, from))
  }
  return rows
    .filter(({ unit, to }) => as(unit) === unit && (to === null || to >= today))
    .map(({ keeper, to: _to, ...branch }) => ({
      ...branch,
      from: began.get(branch.unit) ?? null,
      own: keeper === self,
      newMember: newest.get(branch.unit) ?? null,
    }))
    .filter(({ from }) => from === null || from <= today)
}

function later(one: string | undefined, other: string): string {
  return one !== undefined && one > other ? one : other
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

/** The plan of the office and of each unit that works and has one, with what is on its way there. */
function planFacts(db: ReadDb, today: string, unit: string | undefined): readonly PlanFacts[] {
  const year = Number(today.slice(0, 4))
  // Of a unit with two names the plan is the one under its office's name, else the one recorded on paper.
  const plans = prepared<{ unit: string; name: string; number: number }>(
    db,
    `SELECT w.unit_id AS unit, w.name, t.number
     FROM targets t JOIN units u ON u.unit_id = t.owner JOIN units w ON w.unit_id = ${COUNTED_AS}
     WHERE t.year = :year AND (:unit IS NULL OR w.unit_id = :unit) AND (w.to_day IS NULL OR w.to_day >= :today)
     ORDER BY w.sort_key, w.unit_id, u.unit_id <> w.unit_id, u.sort_key, u.unit_id`,
  ).all({ year, today, unit: unit ?? null })
  const targets = plans.filter((plan, place) => plan.unit !== plans[place - 1]?.unit)
  const whole = unit === undefined ? wholePlan(db, year) : null
  if (targets.length === 0 && whole === null) return []
  const progress = progressByUnit(db, year)
  const all = [...progress.values()].reduce(plus, NONE)
  return [
    ...(whole === null ? [] : [{ unit: null, name: null, year, number: whole, ...all }]),
    ...targets.map((target) => ({ ...target, year, ...(progress.get(target.unit) ?? NONE) })),
  ]
}

/** The plan of our whole office, as the page of targets says it; null where nobody has set one. */
function wholePlan(db: ReadDb, year: number): number | null {
  // No admission is asked for: a plan stands by itself.
  const laid = laidFacts(db, { admissions: '9999-12-31', standings: false, members: false })
  return laid === null ? null : planOf(laid.facts.targets, year, laid.tree.whole).number
}

type Progress = Pick<PlanFacts, 'admitted' | 'underway' | 'preparing'>

const NONE: Progress = { admitted: 0, underway: 0, preparing: 0 }

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
  const as = countedAs(db)
  const progress = new Map<string, Progress>()
  for (const { unit, ...one } of rows) progress.set(as(unit), plus(progress.get(as(unit)) ?? NONE, one))
  return progress
}

function plus(one: Progress, other: Progress): Progress {
  return {
    admitted: one.admitted + other.admitted,
    underway: one.underway + other.underway,
    preparing: one.preparing + other.preparing,
  }
}
