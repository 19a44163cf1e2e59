/**
 * Rebuilding the business tables from the journal. Tables are a function of the set of applied entries, so a replay
 * must give what is there: tests hold it to that, and a changed table text makes it run at open.
 */
import { sha256Hex, utf8 } from '../shared/base/canonical.ts'
import { SubjectType } from '../shared/journal/entry.ts'
import { applySubject } from './apply/index.ts'
import { forgetAssessments } from './assessments.ts'
import { BUSINESS_TABLES } from './apply/tables.ts'
import type { Store } from './open.ts'
import { prepared, write, type ReadDb, type WriteDb } from './transaction.ts'

/** Raised by hand where what is written into the tables changes though none of them does. */
const WRITTEN = 8

const TABLES_HASH = sha256Hex(utf8([WRITTEN, ...BUSINESS_TABLES.map(({ sql }) => sql)].join('\n')))

/** True if the business tables of the store are those of this build. */
export function tablesAreCurrent(db: ReadDb): boolean {
  return prepared<{ value: string }>(db, `SELECT value FROM meta WHERE name = 'tables'`).get()?.value === TABLES_HASH
}

/**
 * Drops the business tables, makes them anew and applies every subject of the journal.
 * @param onProgress - called with the subjects done and their number
 */
export function replay(db: WriteDb, onProgress: (done: number, of: number) => void = () => undefined): void {
  // Kept by the integer keys of cases, which are given anew.
  forgetAssessments(db)
  for (const { name } of BUSINESS_TABLES.toReversed()) prepared(db, `DROP TABLE IF EXISTS ${name}`).run()
  for (const { sql } of BUSINESS_TABLES) {
    for (const statement of sql.split(';')) if (statement.trim() !== '') prepared(db, statement).run()
  }
  const subjects = prepared<{ type: string; id: string }>(
    db,
    `SELECT DISTINCT subject_type AS type, subject_id AS id FROM journal WHERE status = 'applied' ORDER BY 1, 2`,
  ).all()
  subjects.forEach(({ type, id }, done) => {
    applySubject(db, SubjectType.parse(type), id)
    if (done % 1000 === 0) onProgress(done, subjects.length)
  })
  prepared(
    db,
    `INSERT INTO meta (name, value) VALUES ('tables', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
  ).run(TABLES_HASH)
}

/** Every business row without its integer keys, in a fixed order: what a replay must reproduce. */
export function tablePicture(db: ReadDb): Readonly<Record<string, readonly string[]>> {
  const picture: Record<string, readonly string[]> = {}
  for (const { name } of BUSINESS_TABLES) {
    if (name === 'case_words') continue
    picture[name] = prepared<Record<string, unknown>>(db, `SELECT * FROM ${name}`)
      .all()
      .map(({ id: _key, ...row }) => JSON.stringify(row))
      .sort()
  }
  picture['case_words'] = prepared<{ case_id: string }>(
    db,
    'SELECT c.case_id FROM cases c WHERE c.id IN (SELECT rowid FROM case_words) ORDER BY 1',
  )
    .all()
    .map(({ case_id }) => case_id)
  return picture
}

class Compared extends Error {
  readonly equal: boolean
  constructor(equal: boolean) {
    super('compared')
    this.equal = equal
  }
}

/** True if a replay of the journal gives the tables as they are; nothing is changed. */
export function replayEquals(store: Store): boolean {
  try {
    return write(store, (db) => {
      const before = tablePicture(db)
      replay(db)
      throw new Compared(JSON.stringify(before) === JSON.stringify(tablePicture(db)))
    })
  } catch (error) {
    if (error instanceof Compared) return error.equal
    throw error
  }
}
