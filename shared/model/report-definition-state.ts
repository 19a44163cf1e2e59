/** A report defined under a name as it follows from its entries: the newest stands, unless it was withdrawn after. */
import { inOrder, retractions, typed, type Item } from '../journal/item.ts'
import type { ReportDefinition } from './report-definition.ts'

/** A definition that stands. `by`, `since`: who recorded it last, and when by the wall clock. */
export type ReportDefinitionState = ReportDefinition & {
  readonly id: string
  readonly entry: string
  readonly by: string
  readonly since: string
}

/**
 * Folds a definition: the newest stands, unless it was withdrawn after.
 * @returns null where it was withdrawn, or where nothing defines it
 */
export function foldReportDefinition(id: string, items: readonly Item[]): ReportDefinitionState | null {
  const history = inOrder(items)
  const { taken } = retractions(history)
  let state: ReportDefinitionState | null = null
  for (const item of history) {
    if (taken.has(item.entry.id)) continue
    const fact = typed(item)
    const { entry } = item
    if (fact.kind === 'report.defined')
      state = { ...fact.payload, id, entry: entry.id, by: entry.actor.name, since: entry.at }
    if (fact.kind === 'report.dropped') state = null
  }
  return state
}
