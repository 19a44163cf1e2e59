/**
 * What the proposing side keeps an eye on although no limit of the procedure runs: certificates and probations that end,
 * helpers of whom nothing is heard, numbers in doubt, lists not reviewed this month.
 */
import type { Watch, Watched, WatchRow } from '../../shared/contract/watch.ts'
import { addDays, addMonths } from '../../shared/calendar/plain-date.ts'
import { officeLimits, type OfficeLimits } from '../../shared/rules/assess-office.ts'
import { CLASS_CERTIFICATE } from '../../shared/rules/paper-codes.ts'
import type { Judging } from '../../shared/rules/surroundings.ts'
import { prepared, type ReadDb, type SqlValue } from '../transaction.ts'
import { unitTest } from './same-units.ts'

/** People shown of each kind. */
const SHOWN = 50

/** What our office has to keep an eye on. */
export function watchOf(db: ReadDb, self: string, { today, rulesOn }: Judging): Watch {
  const rules = rulesOn(today)
  const validity = rules.papers.find(({ code }) => code === CLASS_CERTIFICATE)?.validity?.value.months
  const length = rules.limits.find(({ id }) => id === 'probation')?.length.value
  const probation = length?.unit === 'months' ? length.amount : undefined
  const { certificateDays, probationDays } = rules.notices
  const certificatesSoon = addDays(today, certificateDays.value)
  const probationsSoon = addDays(today, Math.max(...probationDays.value))
  const limits = officeLimits(rules, today)
  return {
    certificates:
      validity === undefined
        ? nobody(today)
        : watched(db, self, addMonths(certificatesSoon, -validity), validity, {
            table: 'cases c INDEXED BY cases_by_certificate',
            day: 'c.certificate_on',
            first: 'c.stage, c.keeper, c.id',
            stages: `('trained', 'preparing')`,
          }),
    probations:
      probation === undefined
        ? nobody(today)
        : watched(db, self, addMonths(probationsSoon, -probation), probation, {
            table: 'cases c INDEXED BY cases_by_stage',
            day: 'c.stage_on',
            first: 'c.source, c.id',
            stages: `('probation')`,
          }),
    silentHelpers: silentHelpers(db, self, limits, undefined),
    numbers: doubtfulNumbers(db, self),
    unreviewed: prepared<Watch['unreviewed'][number]>(
      db,
      `SELECT unit_id AS unit, name, reviewed AS month FROM units
       WHERE keeper = ? AND same_as IS NULL AND type IN ('branch', 'baseBranch') AND (to_day IS NULL OR to_day >= ?)
         AND (from_day IS NULL OR from_day <= ?) AND (reviewed IS NULL OR reviewed < ?)
       ORDER BY reviewed IS NOT NULL, reviewed, sort_key LIMIT 1000`,
    ).all(self, today, today, limits.reviewedFrom),
  }
}

/**
 * People whose helper has not been heard of for longer than the rules allow (C41).
 * @param unit - of one branch; left out for all
 */
export function silentHelpers(db: ReadDb, self: string, limits: OfficeLimits, unit: string | undefined): Watched {
  const last = addDays(limits.heardFrom, -1)
  const kind = {
    day: 'c.helper_on',
    // As the index has them, so that the first are found without those of the same day being sorted.
    first: 'c.stage, c.keeper, c.id',
    stages: `('helped', 'trained', 'preparing', 'probation')`,
  }
  return unit === undefined
    ? watched(db, self, last, 0, { table: 'cases c INDEXED BY cases_by_heard', ...kind })
    : watched(db, self, last, 0, { table: 'cases c INDEXED BY cases_by_unit', ...kind }, unit)
}

/**
 * People of ours of whom a number is in doubt: their rows stand in an index of their own, by what was kept of them, which
 * leaves out what is information alone.
 */
function doubtfulNumbers(db: ReadDb, self: string): Watch['numbers'] {
  const doubtful = `f.ended = 0 AND instr(f.codes, 'C38') > 0`
  const marked = `cache_findings f INDEXED BY cache_findings_numbers`
  const ours = `${marked} CROSS JOIN cases c ON c.id = f.case_row WHERE ${doubtful} AND c.keeper = ?`
  const everybody = prepared<{ n: number }>(db, `SELECT count(*) AS n FROM ${marked} WHERE ${doubtful}`).get()?.n ?? 0
  // Where all people are ours nobody's row is read to count them.
  const count =
    everybody === 0 || !keepsOthers(db, self)
      ? everybody
      : (prepared<{ n: number }>(db, `SELECT count(*) AS n FROM ${ours}`).get(self)?.n ?? 0)
  if (count === 0) return { count, rows: [] }
  const last = prepared<{ row: number }>(db, 'SELECT max(id) AS row FROM cases').get()?.row ?? 0
  // Of so many the first by name are found sooner by going through everybody in that order.
  const isMany = count * count > SHOWN * last
  const byName = `cases c INDEXED BY cases_in_order CROSS JOIN cache_findings f ON f.case_row = c.id
       WHERE c.ended = 0 AND ${doubtful} AND c.keeper = ?`
  const rows = prepared<Watch['numbers']['rows'][number]>(
    db,
    `SELECT c.case_id AS "case", c.name, u.name AS unitName
     FROM (SELECT c.id FROM ${isMany ? byName : ours} ORDER BY c.sort_key, c.case_id LIMIT ${SHOWN}) w
     CROSS JOIN cases c ON c.id = w.id LEFT JOIN units u ON u.unit_id = c.unit_id ORDER BY c.sort_key, c.case_id`,
  ).all(self)
  return { count, rows }
}

/** True where the store has people whom another office keeps; looked up at both ends of an index. */
function keepsOthers(db: ReadDb, self: string): boolean {
  const found = prepared<{ any: number }>(
    db,
    `SELECT EXISTS (SELECT 1 FROM cases WHERE keeper < :self) OR EXISTS (SELECT 1 FROM cases WHERE keeper > :self) AS "any"`,
  ).get({ self })
  return found?.any === 1
}

/**
 * A kind of watching: the index, the column of the day, what comes first of one day, and the stages it is about. Texts of
 * this file, never data.
 */
type Kind = { readonly table: string; readonly day: string; readonly first: string; readonly stages: string }

/** @param months - how many months after the day of the act the shown day is */
function watched(
  db: ReadDb,
  self: string,
  before: string,
  months: number,
  { table, day, first, stages }: Kind,
  unit?: string,
): Watched {
  const unitClause = unit === undefined ? null : unitTest(db, unit)
  const tests = `c.ended = 0 AND c.stage IN ${stages} AND ${day} <= ? AND c.keeper = ?${unitClause === null ? '' : ` AND ${unitClause.sql}`}`
  const values: readonly SqlValue[] = [before, self, ...(unitClause?.values ?? [])]
  const count = prepared<{ n: number }>(db, `SELECT count(*) AS n FROM ${table} WHERE ${tests}`).get(...values)?.n ?? 0
  const rows = prepared<WatchRow>(
    db,
    `SELECT c.case_id AS "case", c.name, u.name AS unitName, c.helper_name AS helper, w.day
     FROM (SELECT c.id, ${day} AS day FROM ${table} WHERE ${tests} ORDER BY ${day}, ${first} LIMIT ${SHOWN}) w
     CROSS JOIN cases c ON c.id = w.id LEFT JOIN units u ON u.unit_id = c.unit_id ORDER BY w.day, c.sort_key`,
  ).all(...values)
  return {
    count,
    before,
    rows: rows.map((row) => ({ ...row, day: months === 0 ? row.day : addMonths(row.day, months) })),
  }
}

function nobody(before: string): Watched {
  return { count: 0, before, rows: [] }
}
