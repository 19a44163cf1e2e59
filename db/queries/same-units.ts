/**
 * Units that we recorded on paper and their own offices keep by now (`units.same_as`), as every list and count has to take
 * them: what is said of either counts for the one that its office keeps. The tree of reports does the same (reports/tree.ts).
 */
import { prepared, type ReadDb } from '../transaction.ts'
import { oneOf, type Clause } from './clause.ts'

/** The unit that a row `u` of units counts as: itself, or the one that it is. */
export const COUNTED_AS = `coalesce(
  (SELECT other.unit_id FROM units other WHERE other.unit_id = u.same_as AND other.same_as IS NULL), u.unit_id)`

/** What is of one unit by either of its names, or of any where `:unit` is null. @param column - the one with the unit's id */
export const ofUnit = (column: string): string =>
  `(:unit IS NULL OR ${column} = :unit OR ${column} IN (SELECT unit_id FROM units WHERE same_as = :unit))`

/**
 * The rule of `ofUnit` for a statement put together from tests: where no unit of ours is that one, the index of the column
 * answers alone.
 * @param column - the one with the unit's id
 */
export function unitTest(db: ReadDb, unit: string, column = 'c.unit_id'): Clause {
  const twins = prepared<{ id: string }>(db, 'SELECT unit_id AS id FROM units WHERE same_as = ?').all(unit)
  return twins.length === 0
    ? { sql: `${column} = ?`, values: [unit] }
    : oneOf(column, [unit, ...twins.map(({ id }) => id)])
}

/** By the id of a unit, the id of the one that it counts as. */
export function countedAs(db: ReadDb): (unit: string) => string {
  const twins = new Map(
    prepared<{ id: string; as: string }>(
      db,
      `SELECT u.unit_id AS id, ${COUNTED_AS} AS "as" FROM units u WHERE u.same_as IS NOT NULL`,
    )
      .all()
      .map(({ id, as }) => [id, as]),
  )
  return (unit) => twins.get(unit) ?? unit
}
