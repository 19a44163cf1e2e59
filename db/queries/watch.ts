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
            stages: `('trained', 'preparing')`,
          }),
    probations:
      probation === undefined
        ? nobody(today)
        : watched(db, self, addMonths(probationsSoon, -probation), probation, {
            table: 'cases c INDEXED BY cases_by_stage',
            day: 'c.stage_on',
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
  const stages = `('helped', 'trained', 'preparing', 'probation')`
  return unit === undefined
    ? watched(db, self, last, 0, { table: 'cases c INDEXED BY cases_by_heard', day: 'c.helper_on', stages })
    : watched(db, self, last, 0, { table: 'cases c INDEXED BY cases_by_unit', day: 'c.helper_on', stages }, unit)
}

/**
 * People of ours of whom a number is in doubt: their rows stand in an index of their own, by what was kept of them, which
 * leaves out what is information alone.
 */
function doubtfulNumbers(db: ReadDb, self: string): Watch['numbers'] {
  const found = prepared<Watch['numbers']['rows'][number] & { readonly n: number }>(
    db,
    `SELECT c.case_id AS "case", c.name, u.name AS unitName, w.n
     FROM (SELECT c.id, count(*) OVER () AS n
       FROM cache_findings f INDEXED BY cache_findings_numbers CROSS JOIN cases c ON c.id = f.case_row
       WHERE f.ended = 0 AND instr(f.codes, 'C38') > 0 AND c.keeper = ?
       ORDER BY c.sort_key, c.case_id LIMIT ${SHOWN}) w
     CROSS JOIN cases c ON c.id = w.id LEFT JOIN units u ON u.unit_id = c.unit_id ORDER BY c.sort_key, c.case_id`,
  ).all(self)
  return { count: found[0]?.n ?? 0, rows: found.map(({ n: _n, ...row }) => row) }
}

/** A kind of watching: the index, the column of the day and the stages it is about. Texts of this file, never data. */
type Kind = { readonly table: string; readonly day: string; readonly stages: string }

/** @param months - how many months after the day of the act the shown day is */
function watched(
  db: ReadDb,
  self: string,
  before: string,
  months: number,
  { table, day, stages }: Kind,
  unit?: string,
): Watched {
  const unitClause = unit === undefined ? null : unitTest(db, unit)
  const tests = `c.ended = 0 AND c.stage IN ${stages} AND ${day} <= ? AND c.keeper = ?${unitClause === null ? '' : ` AND ${unitClause.sql}`}`
  const values: readonly SqlValue[] = [before, self, ...(unitClause?.values ?? [])]
  const count = prepared<{ n: number }>(db, `SELECT count(*) AS n FROM ${table} WHERE ${tests}`).get(...values)?.n ?? 0
  const rows = prepared<WatchRow>(
    db,
    `SELECT c.case_id AS "case", c.name, u.name AS unitName, c.helper_name AS helper, w.day
     FROM (SELECT c.id, ${day} AS day FROM ${table} WHERE ${tests} ORDER BY ${day}, c.id LIMIT ${SHOWN}) w
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
