/** The rows of reports defined under a name. */
import { foldReportDefinition } from '../../shared/model/report-definition-state.ts'
import { itemsAbout } from '../journal.ts'
import type { WriteDb } from '../transaction.ts'
import { remove, upsert } from './upsert.ts'

/** Writes a definition, or takes its row away where it was withdrawn. */
export function applyReportDefinition(db: WriteDb, id: string): void {
  const state = foldReportDefinition(id, itemsAbout(db, 'definition', id))
  if (state === null) return remove(db, 'report_definitions', 'definition_id', id)
  upsert(db, 'report_definitions', 'definition_id', { definition_id: id, state: JSON.stringify(state) })
}
