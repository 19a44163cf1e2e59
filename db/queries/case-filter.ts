/**
 * What a list of people is narrowed by, as tests of rows, and the index that finds those rows without reading them: an
 * encrypted page costs more to read than to compare, so each filter has a narrow index that answers it alone.
 */
import type { SearchFilter } from '../../shared/contract/answers.ts'
import { addDays } from '../../shared/calendar/plain-date.ts'
import { endsOf } from '../../shared/reports/age-bands.ts'
import { prepared, type ReadDb } from '../transaction.ts'
import { allOf, oneOf, type Clause } from './clause.ts'
import { unitTest } from './same-units.ts'

/** Tests of a row of `cases c`, and the table with the index that finds the rows that pass. */
export type CaseFilter = {
  readonly tests: readonly Clause[]
  readonly from: string
  /** The same rows found from what is kept of their findings: for a count, and where they are few. */
  readonly kept?: { readonly count: Clause; readonly tests: readonly Clause[]; readonly from: string }
}

/** Two versions of one thing wait to be settled: few cases or none, in an index of their own. */
const IN_CONFLICT: Clause = { sql: 'c.conflicts > 0', values: [] }

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
  if (filter.unit !== undefined) tests.push(unitTest(db, filter.unit))
  equal('keeper', filter.keeper)
  equal('helper_id', filter.helper)
  if (filter.heldSince !== undefined) tests.push({ sql: 'c.stage_on <= ?', values: [filter.heldSince] })
  if (filter.heardBefore !== undefined)
    tests.push({
      sql: `c.helper_on <= ? AND c.stage IN ('helped', 'trained', 'preparing', 'probation')`,
      values: [filter.heardBefore],
    })
  if (filter.certificateBefore !== undefined)
    tests.push({
      sql: `c.certificate_on <= ? AND c.stage IN ('trained', 'preparing')`,
      values: [filter.certificateBefore],
    })
  equal('education', filter.education)
  if (filter.age !== undefined) tests.push(ageTest(filter.age, today))
  if (filter.sector !== undefined) tests.push(oneOf('c.unit_id', unitsOfSector(db, filter.sector)))
  if (filter.cases !== undefined) tests.push(oneOf('c.case_id', filter.cases))
  if (filter.due !== undefined) tests.push(dueTest(filter.due, filter.dueLimit, today))
  if (filter.finding === 'versions') tests.push(IN_CONFLICT)
  if (filter.finding === undefined || filter.finding === 'versions') return { tests, from: fromFor(filter) }
  const found = findingTest(filter.finding)
  tests.push({
    sql: `EXISTS (SELECT 1 FROM cache_findings f WHERE f.case_row = c.id AND ${found.sql})`,
    values: found.values,
  })
  return { tests, from: fromFor(filter), ...(isAlone(filter) ? { kept: keptFilter(filter, found) } : {}) }
}

/** Nothing but a finding narrows the list: its rows are found without looking at any other case. */
function keptFilter({ ended }: SearchFilter, found: Clause): NonNullable<CaseFilter['kept']> {
  const isEnded: Clause =
    ended === undefined ? { sql: 'f.ended IN (0, 1)', values: [] } : { sql: 'f.ended = ?', values: [ended ? 1 : 0] }
  const tests = [isEnded, found]
  const { sql, values } = allOf(tests)
  return {
    count: { sql: `SELECT count(*) AS n FROM cache_findings f WHERE ${sql}`, values },
    tests,
    from: 'cache_findings f CROSS JOIN cases c ON c.id = f.case_row',
  }
}

const WITHIN = { late: -1, week: 7, month: 30, quarter: 90 } as const

/** What is kept of each case knows its deadlines: nothing is judged for a list. */
function dueTest(
  due: NonNullable<SearchFilter['due']>,
  limit: SearchFilter['dueLimit'],
  today: string | undefined,
): Clause {
  if (today === undefined) throw new Error('a list by deadline without its day')
  const [first, last] = due === 'late' ? ['', addDays(today, WITHIN.late)] : [today, addDays(today, WITHIN[due])]
  if (limit !== undefined) {
    const { sql, values } = runningLimit(limit, first ?? '', last ?? '')
    return { sql: `c.id IN (SELECT r.id FROM (${sql}) r)`, values }
  }
  return {
    sql: `c.id IN (SELECT case_row FROM cache_assessments INDEXED BY cache_assessments_by_due
      WHERE due IS NOT NULL AND due >= ? AND due <= ?)`,
    values: [first ?? '', last ?? ''],
  }
}

/**
 * Cases in which a limit runs that ends within some days, with the day: also where another one ends earlier, which is why
 * the column of the nearest only bounds the search.
 */
export function runningLimit(limit: NonNullable<SearchFilter['dueLimit']>, first: string, last: string): Clause {
  return {
    sql: `SELECT k.case_row AS id, json_extract(l.value, '$.due') AS due
      FROM cache_assessments k INDEXED BY cache_assessments_by_due CROSS JOIN json_each(k.moving, '$.limits') l
      WHERE k.due IS NOT NULL AND k.due <= ? AND instr(k.moving, ?) > 0 AND json_extract(l.value, '$.id') = ?
        AND json_extract(l.value, '$.due') >= ? AND json_extract(l.value, '$.due') <= ?`,
    // What does not name the limit at all need not be taken apart.
    values: [last, `"${limit}"`, limit, first, last],
  }
}

/** By the year of birth alone: whoever turns 18 this year counts as 18. */
function ageTest(age: string, today: string | undefined): Clause {
  const ends = endsOf(age)
  if (today === undefined || ends === null) throw new Error('a list by age without its day, or by no band')
  const year = Number(today.slice(0, 4))
  const youngest: Clause = { sql: 'c.birth_year <= ?', values: [year - ends.from] }
  return ends.to === null ? youngest : allOf([youngest, { sql: 'c.birth_year >= ?', values: [year - ends.to] }])
}

/** Codes stand in one text, by blanks; a check's own code begins all of its findings. */
function findingTest(finding: NonNullable<SearchFilter['finding']>): Clause {
  if (finding === 'block') return { sql: 'f.blocks > 0', values: [] }
  if (finding === 'warn') return { sql: 'f.warnings > 0', values: [] }
  return {
    sql: `(instr(' ' || f.codes || ' ', ?) > 0 OR instr(' ' || f.codes, ?) > 0)`,
    values: [` ${finding} `, ` ${finding}-`],
  }
}

/** Units of a sector as reports tell it: of a unit that we recorded on paper its office's word counts, else ours. */
function unitsOfSector(db: ReadDb, sector: string): readonly string[] {
  return prepared<{ id: string }>(
    db,
    `SELECT DISTINCT u.unit_id AS id FROM units u
       LEFT JOIN units own ON own.unit_id = u.same_as
       LEFT JOIN units paper ON paper.same_as = u.unit_id
     WHERE coalesce(own.sector, u.sector, paper.sector) = ?`,
  )
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
  if (filter.finding === 'versions') return 'cases c INDEXED BY cases_in_conflict'
  if (filter.helper !== undefined) return 'cases c INDEXED BY cases_by_helper'
  if (filter.certificateBefore !== undefined) return 'cases c INDEXED BY cases_by_certificate'
  if (filter.heardBefore !== undefined) return 'cases c INDEXED BY cases_by_heard'
  if (filter.unit !== undefined || filter.sector !== undefined) return 'cases c INDEXED BY cases_by_unit'
  if (filter.age !== undefined) return 'cases c INDEXED BY cases_by_age'
  if (filter.education !== undefined) return 'cases c INDEXED BY cases_by_education'
  return `cases c INDEXED BY ${filter.keeper === undefined ? 'cases_by_stage' : 'cases_by_keeper'}`
}
