/**
 * Pieces of statements that are put together from what is asked for.
 */
import type { SqlValue } from '../transaction.ts'

/** A piece of a statement with its values. */
export type Clause = { readonly sql: string; readonly values: readonly SqlValue[] }

/** All of several tests. */
export function allOf(tests: readonly Clause[]): Clause {
  return {
    sql: tests.map(({ sql }) => sql).join(' AND '),
    values: tests.flatMap(({ values }) => values),
  }
}

/** One of many values, whose number is no part of the statement. @param column - the one with the value */
export function oneOf(column: string, values: readonly string[]): Clause {
  return { sql: `${column} IN (SELECT value FROM json_each(?))`, values: [JSON.stringify(values)] }
}
