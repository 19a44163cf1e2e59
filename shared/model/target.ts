/**
 * The number of people an office, or one of its units, means to admit in a year (chỉ tiêu kết nạp).
 */
import { inOrder, retractions, typed, type Item } from '../journal/item.ts'
import type { Target } from './office.ts'

/**
 * The targets of one office or unit, one a year.
 * @param items - its applied items, in any order
 * @returns oldest year first; of two for one year the newer counts
 */
export function foldTargets(items: readonly Item[]): readonly Target[] {
  const history = inOrder(items)
  const { taken } = retractions(history)
  const byYear = new Map<number, Target>()
  for (const item of history) {
    if (taken.has(item.entry.id)) continue
    const fact = typed(item)
    if (fact.kind === 'office.targetSet' || fact.kind === 'unit.targetSet') byYear.set(fact.payload.year, fact.payload)
  }
  return [...byYear.values()].toSorted((a, b) => a.year - b.year)
}
