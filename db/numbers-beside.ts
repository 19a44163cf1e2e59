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

/** Of the rows of a series and type in this term. @param only - a further test */
function rowsIn(only: string): string {
  return `numbers n INDEXED BY numbers_in_order
    WHERE n.series = :series AND n.type = :type AND n.day >= :since${only}`
}

const DOCUMENT = 'n.subject_id AS subject, n.act, n.matter, n.number, n.count, n.day AS date'

/** What is kept of a resolution about the list, with its own day and without. */
const LISTS = `('list', 'undatedList')`

/** One row a question: another document of that number, the latest of the nearest lower, the earliest of the nearest higher. */
function nearestSql(only: string): string {
  const rows = rowsIn(only)
  return `SELECT * FROM (SELECT ${DOCUMENT} FROM ${rows} AND n.count = :count AND NOT
      CASE WHEN :act IN ${LISTS} THEN n.act IN ${LISTS} AND (n.day = :date OR 'undatedList' IN (:act, n.act))
        ELSE n.act = :act AND n.matter = :matter AND n.subject_id = :subject END LIMIT 1)
    UNION ALL SELECT * FROM (SELECT ${DOCUMENT} FROM ${rows} AND n.count < :count
      ORDER BY n.count DESC, n.day DESC LIMIT 1)
    UNION ALL SELECT * FROM (SELECT ${DOCUMENT} FROM ${rows} AND n.count > :count ORDER BY n.count, n.day LIMIT 1)`
}

/** All of that number, and all of the nearest lower and the nearest higher. */
function besideSql(only: string): string {
  const rows = rowsIn(only)
  return `SELECT ${DOCUMENT} FROM ${rows}
    AND n.count >= coalesce((SELECT max(n.count) FROM ${rows} AND n.count < :count), :count)
    AND n.count <= coalesce((SELECT min(n.count) FROM ${rows} AND n.count > :count), :count)`
}

const IN_COMMITTEE = ` AND ${committeeOf('n.unit_id')} = ${committeeOf(':unit')}`
const NEAREST = { series: nearestSql(''), committee: nearestSql(IN_COMMITTEE) }
const BESIDE = { series: besideSql(''), committee: besideSql(IN_COMMITTEE) }

/** A number that is looked up. */
type Sought = Omit<OwnNumber, 'place' | 'origin' | 'number'>

/** Numbers beside a number. */
export type NumbersBeside = (own: Sought) => readonly NumberedDocument[]

/**
 * A look-up of what tells whether a number is in doubt: at most one document of each kind, whatever stands there; none
 * where its own day lies before the term. For one moment of the store.
 */
export function nearestNumbers(db: ReadDb): NumbersBeside {
  const since = termStart(db)
  return ({ series, type, count, date, act, matter, subject, unit }) => {
    if (date < since) return []
    const place = { series, type, count, since, act, matter, subject, date }
    return act === 'committeeVote'
      ? prepared<NumberedDocument>(db, NEAREST.committee).all({ ...place, unit })
      : prepared<NumberedDocument>(db, NEAREST.series).all(place)
  }
}

/** The same for whoever has to know all of them: who may be in doubt because of it, or no more. */
export function numbersBeside(db: ReadDb): NumbersBeside {
  const since = termStart(db)
  return ({ series, type, count, date, act, unit }) => {
    if (date < since) return []
    const place = { series, type, count, since }
    return act === 'committeeVote'
      ? prepared<NumberedDocument>(db, BESIDE.committee).all({ ...place, unit })
      : prepared<NumberedDocument>(db, BESIDE.series).all(place)
  }
}
