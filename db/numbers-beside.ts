/**
 * The register of numbers as it is asked for one number: what stands in its place and next to it in the series, found in
 * an index, so that neither judging a case nor recording one reads the register.
 */
import type { NumberedDocument, OwnNumber } from '../shared/model/numbers.ts'
import { loadSetting } from './load.ts'
import { prepared, type ReadDb } from './transaction.ts'

/** The first day of the term of office, from which numbers run on; '' where nobody has said it. */
export function termStart(db: ReadDb): string {
  const since = loadSetting(db, 'documentTermFrom')
  return typeof since === 'string' ? since : ''
}

/** Whose committee decides about a unit: its own, or that of the unit it belongs to; '' for the keeper's. SQL, of this file. */
export const committeeOf = (unit: string) => `coalesce((
  SELECT CASE WHEN u.type = 'baseCommittee' THEN u.unit_id WHEN p.type = 'baseCommittee' THEN p.unit_id END
  FROM units u LEFT JOIN units p ON p.unit_id = u.parent_id WHERE u.unit_id = ${unit}), '')`

/** @param only - a further test of the rows of the series */
function besideSql(only: string): string {
  const rows = `numbers n INDEXED BY numbers_in_order
    WHERE n.series = :series AND n.type = :type AND n.day >= :since${only}`
  return `SELECT n.subject_id AS subject, n.act, n.matter, n.number, n.count, n.day AS date FROM ${rows}
    AND n.count >= coalesce((SELECT max(n.count) FROM ${rows} AND n.count < :count), :count)
    AND n.count <= coalesce((SELECT min(n.count) FROM ${rows} AND n.count > :count), :count)`
}

const BESIDE = besideSql('')
const BESIDE_IN_COMMITTEE = besideSql(` AND ${committeeOf('n.unit_id')} = ${committeeOf(':unit')}`)

/** Numbers beside a number. */
export type NumbersBeside = (own: Omit<OwnNumber, 'place' | 'origin'>) => readonly NumberedDocument[]

/**
 * A look-up of the documents of the same and of the nearest lower and higher number in this term of office, the number's
 * own among them; nobody where its own day lies before the term. For one moment of the store.
 */
export function numbersBeside(db: ReadDb): NumbersBeside {
  const since = termStart(db)
  return ({ series, type, count, date, act, unit }) => {
    if (date < since) return []
    const place = { series, type, count, since }
    return act === 'committeeVote'
      ? prepared<NumberedDocument>(db, BESIDE_IN_COMMITTEE).all({ ...place, unit })
      : prepared<NumberedDocument>(db, BESIDE).all(place)
  }
}
