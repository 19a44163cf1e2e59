/**
 * Finding people. Reading a row is what costs, since each page is decrypted, so keys are found first, through indexes
 * alone; only the rows of the window are read whole. Few matches are gathered by their filter's index and sorted; of many
 * the order of names is walked and tested, so that the first page is as fast for "n" as for a full name, and the next
 * page begins where the last one ended.
 */
import { fold, exactKey, hasMarks } from '../../shared/text/fold.ts'
import type { CaseRow, ListCursor, SearchFilter, SearchPage } from '../../shared/contract/answers.ts'
import { prepared, type ReadDb } from '../transaction.ts'
import { caseFilter, type CaseFilter } from './case-filter.ts'
import { allOf, type Clause } from './clause.ts'

/** Above this many matches of a text the name order is walked and names are tested: the word index would take too long. */
const FEW_NAMED = 4000

/** Up to this many matches are gathered and sorted; more stand so close in the name order that walking it is faster. */
const FEW = 2000

/** How many people from the beginning of the name order are looked at for a text that many match. */
const BEGINNING = 10_000

/** A window further than this into a long list is found by keys alone, without reading the rows before it. */
const DEEP = 1000

/** The largest window that crosses the port. */
const LARGEST_WINDOW = 200

const COLUMNS = `c.case_id AS "case", c.name, c.birth, c.sex, c.unit_id AS unit, u.name AS unitName, u.sector, c.stage,
  c.ended, c.known, c.on_paper AS onPaper, c.helper_name AS helper, c.source, c.occupation, c.education,
  c.registered_on AS registeredOn, c.submitted_on AS submittedOn,
  c.decided_on AS decidedOn, c.ceremony_on AS ceremonyOn, c.stage_on AS stageOn, c.conflicts, a.due, a.due_limit AS dueLimit,
  coalesce(a.due_provisional, 0) AS dueProvisional, f.blocks`

type Window = { readonly limit: number; readonly offset: number; readonly after: ListCursor | undefined }

/**
 * People by name or identity number, with filters.
 * @returns at most `limit` rows from `offset` or after a cursor, ordered by given name, middle, family, or by how long
 *   they have stood where they stand; `total` is exact, but for texts that more than 4000 match
 * @param today - needed where the filter asks for deadlines
 */
export function searchCases(db: ReadDb, filter: SearchFilter, today?: string): SearchPage {
  const window = {
    limit: Math.min(filter.limit ?? 50, LARGEST_WINDOW),
    offset: filter.after === undefined ? (filter.offset ?? 0) : 0,
    after: filter.after,
  }
  return found(db, filter, today, window)
}

/**
 * The same people in the same order, but for a list that is written whole: all of them in one reading, since windows one
 * after the other would each pass again over those before.
 * @param most - rows that are read at most
 */
export function everyCase(
  db: ReadDb,
  filter: SearchFilter,
  today: string | undefined,
  most: number,
): readonly CaseRow[] {
  return found(db, filter, today, { limit: most, offset: 0, after: undefined }).rows
}

function found(db: ReadDb, filter: SearchFilter, today: string | undefined, window: Window): SearchPage {
  const by = caseFilter(db, filter, today)
  const text = (filter.text ?? '').normalize('NFC').trim()
  if (/^\d{3,12}$/.test(text)) {
    const number: Clause = { sql: 'c.identity_number >= ? AND c.identity_number < ?', values: [text, `${text}:`] }
    return gathered(db, { tests: [...by.tests, number], from: 'cases c INDEXED BY cases_by_identity' }, filter, window)
  }
  // Marks and punctuation of the search language itself are only what somebody typed.
  const typed = hasMarks(text) ? exactKey(text).replace(/[^\p{L}\p{N}]+/gu, ' ') : fold(text)
  const terms = typed.split(' ').filter((word) => word !== '')
  return terms.length === 0
    ? filtered(db, by, filter, window)
    : named(db, by, terms, hasMarks(text) ? 'exact' : 'folded', filter, window)
}

/** Everybody a filter finds. */
function filtered(db: ReadDb, by: CaseFilter, filter: SearchFilter, window: Window): SearchPage {
  const total = countOf(db, by)
  if (total === 0) return { rows: [], last: null, total, more: false }
  if (total <= FEW) return gathered(db, by.kept ?? by, filter, window, total)
  if (filter.order === 'waiting') return gathered(db, by, filter, window, total)
  const { sql, values } = allOf(by.tests)
  // A test of what is kept needs no row of the case itself, so that the order of names is walked however far.
  const isDeep = window.offset > DEEP && by.tests.length > 1 && by.kept === undefined
  const tests: readonly Clause[] = isDeep
    ? [ended(by), { sql: `c.id IN (SELECT c.id FROM ${by.from} WHERE ${sql})`, values }]
    : by.tests
  return { ...pageOf(db, walk(tests, filter, window), window), total, more: false }
}

/** Those of a filter whose name holds all terms, the last of them only begun. */
function named(
  db: ReadDb,
  by: CaseFilter,
  terms: readonly string[],
  column: string,
  filter: SearchFilter,
  window: Window,
): SearchPage {
  const match = terms.map((term, i) => `${column} : "${term}"${i === terms.length - 1 ? ' *' : ''}`).join(' AND ')
  const n =
    prepared<{ n: number }>(
      db,
      'SELECT count(*) AS n FROM (SELECT 1 FROM case_words WHERE case_words MATCH ? LIMIT ?)',
    ).get(match, FEW_NAMED + 1)?.n ?? 0
  if (n > FEW_NAMED && filter.order !== 'waiting') {
    const keys = walk([...by.tests, nameTest(column, terms)], filter, window)
    return { ...pageOf(db, keys, window), total: FEW_NAMED, more: true }
  }
  const { sql, values } = allOf(by.tests)
  const found = (index: string) =>
    `FROM case_words w CROSS JOIN cases c ${index} ON c.id = w.rowid WHERE case_words MATCH ?`
  const narrow = by.tests.length === 1 ? 'INDEXED BY cases_by_row' : ''
  const total =
    prepared<{ n: number }>(db, `SELECT count(*) AS n ${found(narrow)} AND ${sql}`).get(match, ...values)?.n ?? 0
  if (total > FEW / 4 && isOnlyNamed(by, filter) && window.offset === 0 && window.after === undefined) {
    const early = pageOf(db, atTheBeginning(match, filter), window)
    if (early.rows.length === window.limit) return { ...early, total, more: false }
  }
  const after = afterTest(filter, window)
  return {
    ...pageOf(
      db,
      {
        sql: `SELECT c.id, ${keysOf(filter)} ${found('')} AND ${sql}${after.sql} ORDER BY ${orderOf(filter)}`,
        values: [match, ...values, ...after.values],
      },
      window,
    ),
    total,
    more: false,
  }
}

/** Words tested in the order of names: whole words, and the beginning of the last one. */
function nameTest(column: string, terms: readonly string[]): Clause {
  const padded = `(' ' || c.${column} || ' ')`
  return {
    sql: terms.map(() => `instr(${padded}, ?) > 0`).join(' AND '),
    values: terms.map((term, i) => ` ${term}${i === terms.length - 1 ? '' : ' '}`),
  }
}

function countOf(db: ReadDb, by: CaseFilter): number {
  const { tests, kept } = by
  if (kept !== undefined) return prepared<{ n: number }>(db, kept.count.sql).get(...kept.count.values)?.n ?? 0
  const from = isEverybody(by) ? 'cases c INDEXED BY cases_by_row' : by.from
  const { sql, values } = allOf(tests)
  return prepared<{ n: number }>(db, `SELECT count(*) AS n FROM ${from} WHERE ${sql}`).get(...values)?.n ?? 0
}

/** Matches found by their filter's index and sorted. */
function gathered(
  db: ReadDb,
  by: CaseFilter,
  filter: SearchFilter,
  window: Window,
  total = countOf(db, by),
): SearchPage {
  const { sql, values } = allOf(by.tests)
  const after = afterTest(filter, window)
  const keys = {
    sql: `SELECT c.id, ${keysOf(filter)} FROM ${by.from} WHERE ${sql}${after.sql}
      ORDER BY ${orderOf(filter)}`,
    values: [...values, ...after.values],
  }
  return { ...pageOf(db, keys, window), total, more: false }
}

/** The order of names, walked and tested. */
function walk(tests: readonly Clause[], filter: SearchFilter, window: Window): Clause {
  const { sql, values } = allOf(tests)
  const after = afterTest(filter, window)
  const index = filter.ended === undefined ? 'cases_by_name' : 'cases_in_order'
  return {
    sql: `SELECT c.id, ${keysOf(filter)} FROM cases c INDEXED BY ${index} WHERE ${sql}${after.sql}
      ORDER BY ${orderOf(filter)}`,
    values: [...values, ...after.values],
  }
}

/** Matches of a text, but only of those who stand at the beginning; their rows are not read, only the index. */
function atTheBeginning(match: string, filter: SearchFilter): Clause {
  const isAll = filter.ended === undefined
  const first = `SELECT id, sort_key, case_id FROM cases c INDEXED BY ${isAll ? 'cases_by_name' : 'cases_in_order'}
    ${isAll ? '' : 'WHERE c.ended = ?'} ORDER BY sort_key, case_id LIMIT ?`
  return {
    sql: `SELECT c.id, c.sort_key AS k, c.case_id AS c FROM (${first}) c
      WHERE c.id IN (SELECT rowid FROM case_words WHERE case_words MATCH ?) ORDER BY k, c`,
    values: [...(isAll ? [] : [filter.ended === true ? 1 : 0]), BEGINNING, match],
  }
}

/** True where nothing but the text and 'ended' narrows the list. */
function isOnlyNamed({ tests }: CaseFilter, { order }: SearchFilter): boolean {
  return tests.length === 1 && order !== 'waiting'
}

/** True where even those whose case has ended are asked for, by nothing else. */
function isEverybody({ tests }: CaseFilter): boolean {
  return tests.length === 1 && tests[0]?.values.length === 0
}

function ended({ tests }: CaseFilter): Clause {
  const [first] = tests
  if (first === undefined) throw new Error('a filter without its first test')
  return first
}

function keysOf({ order }: SearchFilter): string {
  return order === 'waiting' ? "coalesce(c.stage_on, '9999') AS k, c.id AS c" : 'c.sort_key AS k, c.case_id AS c'
}

function orderOf({ order }: SearchFilter): string {
  return order === 'waiting' ? 'k, c' : 'c.sort_key, c.case_id'
}

/** Begins behind the cursor; only the order of names has one. */
function afterTest({ order }: SearchFilter, { after }: Window): Clause {
  if (after === undefined || order === 'waiting') return { sql: '', values: [] }
  return { sql: ' AND (c.sort_key, c.case_id) > (?, ?)', values: [after.key, after.case] }
}

/** A window of people by their keys: only these rows are read whole. */
function pageOf(
  db: ReadDb,
  keys: Clause,
  { limit, offset }: Window,
): { readonly rows: readonly CaseRow[]; readonly last: ListCursor | null } {
  const found = prepared<CaseRow & { readonly k: string }>(
    db,
    `SELECT ${COLUMNS}, w.k FROM (${keys.sql} LIMIT ? OFFSET ?) w
     CROSS JOIN cases c ON c.id = w.id LEFT JOIN units u ON u.unit_id = c.unit_id
     LEFT JOIN cache_assessments a ON a.case_row = c.id LEFT JOIN cache_findings f ON f.case_row = c.id
     ORDER BY w.k, w.c`,
  ).all(...keys.values, limit, offset)
  const end = found.at(-1)
  return {
    rows: found.map(({ k: _key, ...row }) => ({
      ...row,
      ended: Boolean(row.ended),
      onPaper: Boolean(row.onPaper),
      dueProvisional: Boolean(row.dueProvisional),
    })),
    last: end === undefined ? null : { key: end.k, case: end.case },
  }
}
