/**
 * What a list of people is narrowed by, as tests of rows, and the index that finds those rows without reading them: an
 * encrypted page costs more to read than to compare, so each filter has a narrow index that answers it alone.
 */
import type { SearchFilter } from '../../shared/contract/answers.ts'
import { prepared, type ReadDb, type SqlValue } from '../transaction.ts'

/** A piece of a statement with its values. */
export type Clause = { readonly sql: string; readonly values: readonly SqlValue[] }

/** Tests of a row of `cases c`, and the table with the index that finds the rows that pass. */
export type CaseFilter = { readonly tests: readonly Clause[]; readonly from: string }

/** The tests of a filter, but for its text. */
export function caseFilter(db: ReadDb, filter: SearchFilter): CaseFilter {
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
  return { tests, from: fromFor(filter) }
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

function fromFor(filter: SearchFilter): string {
  if (filter.cases !== undefined) return 'cases c'
  if (filter.helper !== undefined) return 'cases c INDEXED BY cases_by_helper'
  if (filter.certificateBefore !== undefined) return 'cases c INDEXED BY cases_by_certificate'
  if (filter.heardBefore !== undefined) return 'cases c INDEXED BY cases_by_heard'
  if (filter.unit !== undefined || filter.sector !== undefined) return 'cases c INDEXED BY cases_by_unit'
  return `cases c INDEXED BY ${filter.keeper === undefined ? 'cases_by_stage' : 'cases_by_keeper'}`
}
