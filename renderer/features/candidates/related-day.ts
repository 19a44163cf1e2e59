/**
 * The one day worth a column: the newest act of a case that the list knows.
 */
import type { CaseRow } from '../../../shared/contract/answers.ts'
import { showDay } from '../../../shared/words/vi.ts'

/** What happened on the day, and the day; null where nothing is known. */
export function relatedDay(row: CaseRow): { readonly what: string; readonly day: string } | null {
  const acts = [
    { what: 'Lễ kết nạp', day: row.ceremonyOn },
    { what: 'Quyết định', day: row.decidedOn },
    { what: 'Gửi hồ sơ', day: row.submittedOn },
    { what: 'Vào danh sách', day: row.registeredOn },
  ]
  const found = acts.find(({ day }) => day !== null)
  return found === undefined ? null : { what: found.what, day: showDay(found.day) }
}
