/**
 * The numbers that acts on record bear, in their series. A number may put others in doubt or take a doubt from them, so
 * that what was kept of their cases is forgotten with it: of those alone about whom something else is to be told.
 */
import { changedBy } from '../../shared/model/number-series.ts'
import { isSameDocument, type NumberedDocument, type OwnNumber } from '../../shared/model/numbers.ts'
import { numbersBeside, type NumbersBeside } from '../numbers-beside.ts'
import { prepared, type ReadDb, type WriteDb } from '../transaction.ts'
import { forgetKeptCase } from './forget-kept.ts'

type Row = {
  readonly place: number
  readonly series: string
  readonly type: string
  readonly count: number
  readonly date: string
  readonly number: string
  readonly act: OwnNumber['act']
  readonly matter: OwnNumber['matter']
  readonly unit: string
}

/**
 * Brings the numbers of a subject to what its entries say; rows that stay are left alone.
 * @param subject - the case, or the unit whose reviews bear numbers, as `unitSubject` names it
 * @param numbers - as its state gives them; none where there is no such subject any more
 * @param others - told every other case of which nothing is kept any more
 * @param isNew - there are no numbers of it yet
 */
export function writeNumbers(
  db: WriteDb,
  subject: string,
  numbers: readonly OwnNumber[],
  others?: Set<string>,
  isNew = false,
): void {
  const held = isNew ? [] : heldNumbers(db, subject)
  const gone = held.filter((row) => !numbers.some((one) => isSameRow(one, row)))
  const come = numbers.filter((one) => !held.some((row) => isSameRow(one, row)))
  if (gone.length + come.length === 0) return
  // Nobody asks, and nothing is kept that had to be forgotten: so it is all through a first import.
  const beside = others === undefined && !isAnyKept(db) ? () => [] : numbersBeside(db)
  const told = others ?? new Set<string>()
  // One after the other: each is looked at beside what stands there without it.
  for (const row of gone) {
    prepared(db, 'DELETE FROM numbers WHERE subject_id = ? AND place = ?').run(subject, row.place)
    unsettle(db, { ...row, subject }, beside, told)
  }
  for (const one of come) {
    unsettle(db, one, beside, told)
    prepared(
      db,
      `INSERT INTO numbers (subject_id, place, series, type, count, day, number, act, matter, unit_id)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(subject, one.place, one.series, one.type, one.count, one.date, one.number, one.act, one.matter, one.unit)
  }
}

function heldNumbers(db: ReadDb, subject: string): readonly Row[] {
  return prepared<Row>(
    db,
    `SELECT place, series, type, count, day AS date, number, act, matter, unit_id AS unit FROM numbers
     WHERE subject_id = ?`,
  ).all(subject)
}

function isAnyKept(db: ReadDb): boolean {
  return prepared<{ any: number }>(db, 'SELECT EXISTS (SELECT 1 FROM cache_assessments) AS "any"').get()?.any === 1
}

function isSameRow(one: Row, row: Row): boolean {
  return (
    one.place === row.place &&
    one.series === row.series &&
    one.type === row.type &&
    one.count === row.count &&
    one.date === row.date &&
    one.number === row.number &&
    one.act === row.act &&
    one.matter === row.matter &&
    one.unit === row.unit
  )
}

/** Forgets what is kept of the cases that a number puts in doubt, or clears, by coming or going. */
function unsettle(db: WriteDb, own: Omit<OwnNumber, 'origin'>, besideOf: NumbersBeside, others: Set<string>): void {
  for (const { subject } of changedBy<NumberedDocument>(own, besideOf(own), isSameDocument)) {
    if (subject === own.subject || others.has(subject)) continue
    forgetKeptCase(db, subject)
    others.add(subject)
  }
}
