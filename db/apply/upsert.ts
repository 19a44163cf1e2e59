/**
 * What all business tables share: put a row in place of the one with its key, and take rows out. Table and
 * column names come from this folder's own code, never from data.
 */
import { prepared, type SqlValue, type WriteDb } from '../transaction.ts'

/** A row by column name. */
export type Row = Readonly<Record<string, SqlValue>>

/** The statements of a table whose rows have these columns. */
type Texts = { readonly columns: readonly string[]; readonly select: string; readonly insert: string }

/** Made once: a table has one writer, and so its rows the same columns in the same order every time. */
const texts = new Map<string, Texts>()

function textsOf(table: string, key: string, columns: readonly string[]): Texts {
  const known = texts.get(table)
  if (known?.columns.length === columns.length && known.columns.every((column, at) => column === columns[at]))
    return known
  const names = columns.join(', ')
  const made: Texts = {
    columns,
    select: `SELECT ${names} FROM ${table} WHERE ${key} = ?`,
    insert: `INSERT INTO ${table} (${names}) VALUES (${columns.map(() => '?').join(', ')})`,
  }
  texts.set(table, made)
  return made
}

/**
 * Inserts a row, or changes what differs in the one with the same key; the integer key stays. Columns that stay as they
 * are, are not written: each would cost the pages of every index it stands in.
 */
export function upsert(db: WriteDb, table: string, key: string, row: Row): void {
  const { columns, select } = textsOf(table, key, Object.keys(row))
  const held = prepared<Row>(db, select).get(row[key] ?? null)
  if (held === undefined) {
    insert(db, table, key, row)
    return
  }
  const changed = columns.filter((column) => held[column] !== row[column])
  if (changed.length === 0) return
  const sets = changed.map((column) => `${column} = ?`).join(', ')
  const values = changed.map((column) => row[column] ?? null)
  prepared(db, `UPDATE ${table} SET ${sets} WHERE ${key} = ?`).run(...values, row[key] ?? null)
}

/** Inserts a row that is known not to be there yet. @returns its integer key, where the table has one */
export function insert(db: WriteDb, table: string, key: string, row: Row): number {
  return prepared(db, textsOf(table, key, Object.keys(row)).insert).run(...Object.values(row)).lastId
}

/** Deletes the rows whose column has a value. */
export function remove(db: WriteDb, table: string, column: string, value: string): void {
  prepared(db, `DELETE FROM ${table} WHERE ${column} = ?`).run(value)
}
