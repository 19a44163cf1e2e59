/**
 * What a list of people is narrowed by, as tests of rows, and the index that finds those rows without reading them: an
 * encrypted page costs more to read than to compare, so each filter has a narrow index that answers it alone.
 */
import type { SearchFilter } from '../../shared/contract/answers.ts'
import { addDays } from '../../shared/calendar/plain-date.ts'
import { prepared, type ReadDb, type SqlValue } from '../transaction.ts'

/** A piece of a statement with its values. */
export type Clause = { readonly sql: string; readonly values: readonly SqlValue[] }

/** Tests of a row of `cases c`, and the table with the index that finds the rows that pass. */
export type CaseFilter = { readonly tests: readonly Clause[]; readonly from: string }

/** The tests of a filter, but for its text. @param today - the day deadlines are counted from */
export function caseFilter(db: ReadDb, filter: SearchFilter, today: string | undefined): CaseFilter {
  // Always tested, so that every index may begin with it.
  const tests: Clause[] = [
    filter.ended === undefined
      ? { sql: 'c.ended IN (0, 1)', values: [] }
      : { sql: 'c.ended = ?', values: [filter.ended ? 1 : 0] },
  ]
  const equal = (column: string, value: string | undefined) => {
    if (value !== undefined) tests.push({ sql: `c.${column} = ?`, values: [value] })
  }
  equal('stage', filter.stage)
  equal('source', filter.source)
  equal('unit_id', filter.unit)
  equal('keeper', filter.keeper)
  equal('helper_id', filter.helper)
  if (filter.heldSince !== undefined) tests.push({ sql: 'c.stage_on <= ?', values: [filter.heldSince] })
  if (filter.heardBefore !== undefined)
    tests.push({
      sql: `c.helper_on <= ? AND c.stage IN ('helped', 'trained', 'preparing')`,
      values: [filter.heardBefore],
    })
  if (filter.certificateBefore !== undefined)
    tests.push({
      sql: `c.certificate_on <= ? AND c.stage IN ('trained', 'preparing')`,
      values: [filter.certificateBefore],
    })
  if (filter.sector !== undefined) tests.push(oneOf('c.unit_id', unitsOfSector(db, filter.sector)))
  if (filter.cases !== undefined) tests.push(oneOf('c.case_id', filter.cases))
  if (filter.due !== undefined) tests.push(dueTest(filter.due, today))
  if (filter.finding !== undefined) tests.push(findingTest(filter.finding))
  return { tests, from: fromFor(filter) }
}

const WITHIN = { late: -1, week: 7, month: 30, quarter: 90 } as const

/** What is kept of each case knows its nearest deadline: nothing is judged for a list. */
function dueTest(due: NonNullable<SearchFilter['due']>, today: string | undefined): Clause {
  if (today === undefined) throw new Error('a list by deadline without its day')
  const [first, last] = due === 'late' ? ['', addDays(today, WITHIN.late)] : [today, addDays(today, WITHIN[due])]
  return {
    sql: `c.case_id IN (SELECT case_id FROM cache_assessments INDEXED BY cache_assessments_by_due
      WHERE due IS NOT NULL AND due >= ? AND due <= ?)`,
    values: [first ?? '', last ?? ''],
  }
}

/** Codes stand in one text, by blanks; a check's own code begins all of its findings. */
function findingTest(finding: NonNullable<SearchFilter['finding']>): Clause {
  const from = 'c.case_id IN (SELECT case_id FROM cache_assessments'
  if (finding === 'block') return { sql: `${from} INDEXED BY cache_assessments_by_codes WHERE blocks > 0)`, values: [] }
  if (finding === 'warn')
    return { sql: `${from} INDEXED BY cache_assessments_by_codes WHERE warnings > 0)`, values: [] }
  return {
    sql: `${from} INDEXED BY cache_assessments_by_codes
      WHERE instr(' ' || codes || ' ', ?) > 0 OR instr(' ' || codes, ?) > 0)`,
    values: [` ${finding} `, ` ${finding}-`],
  }
}

/** All of several tests. */
export function allOf(tests: readonly Clause[]): Clause {
  return {
    sql: tests.map(({ sql }) => sql).join(' AND '),
    values: tests.flatMap(({ values }) => values),
  }
}

function oneOf(column: string, values: readonly string[]): Clause {
  return { sql: `${column} IN (SELECT value FROM json_each(?))`, values: [JSON.stringify(values)] }
}

function unitsOfSector(db: ReadDb, sector: string): readonly string[] {
  return prepared<{ id: string }>(db, 'SELECT unit_id AS id FROM units WHERE sector = ?')
    .all(sector)
    .map(({ id }) => id)
}

/** True where nothing but a finding narrows the list. */
function isAlone({
  finding: _finding,
  ended: _ended,
  text: _text,
  order: _order,
  after: _after,
  ...rest
}: SearchFilter): boolean {
  const { limit: _limit, offset: _offset, ...others } = rest
  return Object.values(others).every((value) => value === undefined)
}

function fromFor(filter: SearchFilter): string {
  if (filter.cases !== undefined || filter.due !== undefined) return 'cases c'
  // Nearly everybody has some findings, so their keys are tested in the narrowest index instead of being looked up.
  if (filter.finding !== undefined) return isAlone(filter) ? 'cases c INDEXED BY cases_in_order' : 'cases c'
  if (filter.helper !== undefined) return 'cases c INDEXED BY cases_by_helper'
  if (filter.certificateBefore !== undefined) return 'cases c INDEXED BY cases_by_certificate'
  if (filter.heardBefore !== undefined) return 'cases c INDEXED BY cases_by_heard'
  if (filter.unit !== undefined || filter.sector !== undefined) return 'cases c INDEXED BY cases_by_unit'
  return `cases c INDEXED BY ${filter.keeper === undefined ? 'cases_by_stage' : 'cases_by_keeper'}`
}
