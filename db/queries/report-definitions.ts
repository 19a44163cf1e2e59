/** Reports defined under a name, for whoever of the office asks for one. */
import { trustedJson } from '../../shared/base/trust.ts'
import type { ReportDefinitionState } from '../../shared/model/report-definition-state.ts'
import { prepared, type ReadDb } from '../transaction.ts'

/** Every definition that stands, by name. */
export function reportDefinitions(db: ReadDb): readonly ReportDefinitionState[] {
  return prepared<{ state: string }>(db, 'SELECT state FROM report_definitions')
    .all()
    .map(({ state }) => trustedJson<ReportDefinitionState>(state))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'vi') || (a.id < b.id ? -1 : 1))
}
