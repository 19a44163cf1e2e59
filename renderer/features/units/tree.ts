/**
 * Units in the order of a tree: each under its parent, one step further in. A parent that is not in the list is none.
 */
import type { UnitRow } from '../../../shared/contract/answers.ts'

/** A unit at its place in the tree. */
export type Branch = { readonly row: UnitRow; readonly depth: number }

/** The units as a tree, children after their parent, otherwise in the order given. */
export function treeOf(units: readonly UnitRow[]): readonly Branch[] {
  const ids = new Set(units.map(({ id }) => id))
  const placed = new Set<string>()
  const below = (parent: string | undefined, depth: number): readonly Branch[] =>
    units
      .filter(({ id, unit }) => !placed.has(id) && (ids.has(unit.parent ?? '') ? unit.parent : undefined) === parent)
      .flatMap((row) => {
        placed.add(row.id)
        return [{ row, depth }, ...below(row.id, depth + 1)]
      })
  const tree = below(undefined, 0)
  // Two units that name each other as parent would be nowhere.
  return [...tree, ...units.filter(({ id }) => !placed.has(id)).map((row) => ({ row, depth: 0 }))]
}
