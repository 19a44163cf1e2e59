/**
 * Finding people, ordered by given name. Two ways to the same window of rows: where few match, the word index gives
 * them and they are sorted; where many match, the name order is walked and tested, so that the first page is as fast
 * for "n" as for a full name. Reading a row is what costs (each page is decrypted), so keys are found first.
 */
import { fold, exactKey, hasMarks } from '../../shared/text/fold.ts'
import type { CaseRow, SearchFilter, SearchPage } from '../../shared/contract/answers.ts'
import { prepared, type ReadDb, type SqlValue } from '../transaction.ts'

/** Above this many matches the name order is walked and names are tested: the word index would take too long. */
const FEW = 4000

/** Above this many matches a page of them most likely stands near the beginning of the name order. */
const SPARSE = 500

/** How many people from the beginning of the name order are looked at for it. */
const BEGINNING = 10_000

/** The largest window that crosses the port. */
const LARGEST_WINDOW = 200

const COLUMNS = `c.case_id AS "case", c.name, c.birth, c.sex, c.unit_id AS unit, u.name AS unitName, c.stage, c.ended,
  c.known, c.on_paper AS onPaper, c.helper_name AS helper, c.source, c.registered_on AS registeredOn,
  c.submitted_on AS submittedOn, c.decided_on AS decidedOn, c.ceremony_on AS ceremonyOn, c.conflicts`

type Clause = { readonly sql: string; readonly values: readonly SqlValue[] }

/**
 * People by name or identity number, with filters.
 * @returns at most `limit` rows from `offset`, ordered by given name, middle, family; `total` is exact up to 4000
 */
export function searchCases(db: ReadDb, filter: SearchFilter): SearchPage {
  const limit = Math.min(filter.limit ?? 50, LARGEST_WINDOW)
  const offset = filter.offset ?? 0
  const wheres = filterClauses(filter)
  const text = (filter.text ?? '').normalize('NFC').trim()
  if (/^\d{3,12}$/.test(text)) {
    return page(
      db,
      [...wheres, { sql: 'c.identity_number >= ? AND c.identity_number < ?', values: [text, `${text}:`] }],
      limit,
      offset,
    )
  }
  // Marks and punctuation of the search language itself are only what somebody typed.
  const typed = hasMarks(text) ? exactKey(text).replace(/[^\p{L}\p{N}]+/gu, ' ') : fold(text)
  const terms = typed.split(' ').filter((word) => word !== '')
  if (terms.length === 0) return page(db, wheres, limit, offset)
  const column = hasMarks(text) ? 'exact' : 'folded'
  const match = terms.map((term, i) => `${column} : "${term}"${i === terms.length - 1 ? ' *' : ''}`).join(' AND ')
  const found = prepared<{ n: number }>(
    db,
    'SELECT count(*) AS n FROM (SELECT 1 FROM case_words WHERE case_words MATCH ? LIMIT ?)',
  ).get(match, FEW + 1)
  const n = found?.n ?? 0
  if (n > FEW) {
    const rows = rowsOf(db, inNameOrder([...wheres, nameTest(column, terms)]), limit, offset)
    return { rows, total: FEW, more: true }
  }
  const named: Clause = { sql: 'c.id IN (SELECT rowid FROM case_words WHERE case_words MATCH ?)', values: [match] }
  if (wheres.length > 0) return page(db, [...wheres, named], limit, offset)
  const early = n > SPARSE ? rowsOf(db, atTheBeginning(named), limit, offset) : []
  const rows = early.length === limit ? early : rowsOf(db, inNameOrder([named]), limit, offset)
  return { rows, total: n, more: false }
}

/** Words tested in the order of names: whole words, and the beginning of the last one. */
function nameTest(column: string, terms: readonly string[]): Clause {
  const padded = `(' ' || c.${column} || ' ')`
  return {
    sql: terms.map(() => `instr(${padded}, ?) > 0`).join(' AND '),
    values: terms.map((term, i) => ` ${term}${i === terms.length - 1 ? '' : ' '}`),
  }
}

function filterClauses(filter: SearchFilter): Clause[] {
  const clauses: Clause[] = []
  const equal = (column: string, value: SqlValue | undefined) => {
    if (value !== undefined) clauses.push({ sql: `${column} = ?`, values: [value] })
  }
  equal('c.unit_id', filter.unit)
  equal('c.stage', filter.stage)
  equal('c.source', filter.source)
  equal('c.helper_id', filter.helper)
  equal('c.keeper', filter.keeper)
  if (filter.ended !== undefined) equal('c.ended', filter.ended ? 1 : 0)
  return clauses
}

function page(db: ReadDb, clauses: readonly Clause[], limit: number, offset: number): SearchPage {
  const { sql, values } = whereOf(clauses)
  const total = prepared<{ n: number }>(db, `SELECT count(*) AS n FROM cases c ${sql}`).get(...values)?.n ?? 0
  return { rows: rowsOf(db, inNameOrder(clauses), limit, offset), total, more: false }
}

/** Keys of the people who meet all clauses, in the order of names. */
function inNameOrder(clauses: readonly Clause[]): Clause {
  const { sql, values } = whereOf(clauses)
  return { sql: `SELECT c.id, c.sort_key, c.case_id FROM cases c ${sql} ORDER BY c.sort_key, c.case_id`, values }
}

/** The same for one clause, but only of those who stand at the beginning; their rows are not read, only the index. */
function atTheBeginning({ sql, values }: Clause): Clause {
  const first = `SELECT id, sort_key, case_id FROM cases INDEXED BY cases_by_name ORDER BY sort_key, case_id LIMIT ?`
  return {
    sql: `SELECT c.id, c.sort_key, c.case_id FROM (${first}) c WHERE ${sql} ORDER BY c.sort_key, c.case_id`,
    values: [BEGINNING, ...values],
  }
}

/** A window of people by their keys: only these rows are read whole. */
function rowsOf(db: ReadDb, keys: Clause, limit: number, offset: number): readonly CaseRow[] {
  return prepared<CaseRow>(
    db,
    `SELECT ${COLUMNS} FROM (${keys.sql} LIMIT ? OFFSET ?) w
     CROSS JOIN cases c ON c.id = w.id LEFT JOIN units u ON u.unit_id = c.unit_id ORDER BY w.sort_key, w.case_id`,
  )
    .all(...keys.values, limit, offset)
    .map(booleans)
}

function whereOf(clauses: readonly Clause[]): Clause {
  return {
    sql: clauses.length === 0 ? '' : `WHERE ${clauses.map(({ sql }) => sql).join(' AND ')}`,
    values: clauses.flatMap((clause) => clause.values),
  }
}

/** SQLite has no booleans: 0 and 1 become false and true. */
function booleans(row: CaseRow): CaseRow {
  return { ...row, ended: Boolean(row.ended), onPaper: Boolean(row.onPaper) }
}
