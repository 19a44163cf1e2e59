/**
 * What all business tables share: put a row in place of the one with its key, and take rows out. Table and
 * column names come from this folder's own code, never from data.
 */
import { prepared, type SqlValue, type WriteDb } from '../transaction.ts'

/** A row by column name. */
export type Row = Readonly<Record<string, SqlValue>>

/**
 * Inserts a row, or changes what differs in the one with the same key; the integer key stays. Columns that stay as they
 * are, are not written: each would cost the pages of every index it stands in.
 */
export function upsert(db: WriteDb, table: string, key: string, row: Row): void {
  const columns = Object.keys(row)
  const held = prepared<Row>(db, `SELECT ${columns.join(', ')} FROM ${table} WHERE ${key} = ?`).get(row[key] ?? null)
  if (held === undefined) {
    const places = columns.map(() => '?').join(', ')
    prepared(db, `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`).run(...Object.values(row))
    return
  }
  const changed = columns.filter((column) => held[column] !== row[column])
  if (changed.length === 0) return
  const sets = changed.map((column) => `${column} = ?`).join(', ')
  const values = changed.map((column) => row[column] ?? null)
  prepared(db, `UPDATE ${table} SET ${sets} WHERE ${key} = ?`).run(...values, row[key] ?? null)
}

/** Deletes the rows whose column has a value. */
export function remove(db: WriteDb, table: string, column: string, value: string): void {
  prepared(db, `DELETE FROM ${table} WHERE ${column} = ?`).run(value)
}
