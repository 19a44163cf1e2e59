/**
 * Units that we recorded on paper and their own offices keep by now (`units.same_as`), as every list and count has to take
 * them: what is said of either counts for the one that its office keeps. The tree of reports does the same (reports/tree.ts).
 */
import { prepared, type ReadDb } from '../transaction.ts'

/** The unit that a row `u` of units counts as: itself, or the one that it is. */
export const COUNTED_AS = `coalesce(
  (SELECT other.unit_id FROM units other WHERE other.unit_id = u.same_as AND other.same_as IS NULL), u.unit_id)`

/** What is of one unit by either of its names, or of any where `:unit` is null. @param column - the one with the unit's id */
export const ofUnit = (column: string): string =>
  `(:unit IS NULL OR ${column} = :unit OR ${column} IN (SELECT unit_id FROM units WHERE same_as = :unit))`

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
