/**
 * Two statements all business tables share: put a row in place of the one with its key, and take rows out. Table and
 * column names come from this folder's own code, never from data.
 */
import { prepared, type SqlValue, type WriteDb } from '../transaction.ts'

/** A row by column name. */
export type Row = Readonly<Record<string, SqlValue>>

const statements = new Map<string, string>()

/** Inserts a row, or replaces the values of the one with the same key; the integer key stays. */
export function upsert(db: WriteDb, table: string, key: string, row: Row): void {
  const columns = Object.keys(row)
  const signature = `${table}:${columns.join()}`
  const sql =
    statements.get(signature) ??
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
     ON CONFLICT (${key}) DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}`
  statements.set(signature, sql)
  prepared(db, sql).run(...Object.values(row))
}

/** Deletes the rows whose column has a value. */
export function remove(db: WriteDb, table: string, column: string, value: string): void {
  prepared(db, `DELETE FROM ${table} WHERE ${column} = ?`).run(value)
}
