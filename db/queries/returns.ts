/**
 * Dossiers that were returned, remark by remark: what the proposing office has to mend, and the history the deciding
 * office keeps of its returns.
 */
import { trustedJson } from '../../shared/base/trust.ts'
import type { ReturnList, ReturnRow } from '../../shared/contract/meetings.ts'
import { prepared, type ReadDb } from '../transaction.ts'

/** The most returns shown at once. */
const MOST = 500

type Row = Omit<ReturnRow, 'remarks' | 'own'> & { readonly keeper: string; readonly remarks: string }

/** Returns. @param self - our office. @param most - rows at most */
export function returnList(db: ReadDb, self: string, most = MOST): ReturnList {
  const rows = prepared<Row>(
    db,
    `SELECT r.case_id AS "case", c.name, u.name AS unitName, r.entry_id AS entry, r.matter, c.keeper,
       r.returned_on AS date, r.number, r.answer_by AS answerBy, r.resent_on AS resentOn, r.remarks
     FROM returns r JOIN cases c ON c.case_id = r.case_id LEFT JOIN units u ON u.unit_id = c.unit_id
     ORDER BY r.resent_on IS NOT NULL OR c.ended = 1, CASE WHEN r.resent_on IS NULL THEN r.answer_by END, r.returned_on DESC,
       r.case_id LIMIT ?`,
  ).all(most + 1)
  return {
    rows: rows.slice(0, most).map(({ keeper, remarks, ...row }) => ({
      ...row,
      own: keeper === self,
      remarks: trustedJson<ReturnRow['remarks']>(remarks),
    })),
    more: rows.length > most,
  }
}
