/**
 * The register of decisions: every decision on record of every matter, with how far it has come back to its keeper.
 */
import type { Carried, Register, RegisterRow } from '../../shared/contract/meetings.ts'
import { loadSetting } from '../load.ts'
import { prepared, type ReadDb } from '../transaction.ts'

/** The most decisions shown at once: more than a term of office makes. */
const MOST = 2000

type Row = Omit<RegisterRow, 'stands' | 'onPaper' | 'carried' | 'receivedOn'> &
  CarriedFacts & {
    readonly stands: number
    readonly onPaper: number
  }

/** What tells how far a decision has come. */
type CarriedFacts = {
  readonly keeper: string
  readonly office: string | null
  readonly seq: number | null
  readonly exported: number | null
  readonly acknowledged: number | null
  readonly receiptOn: string | null
}

/** Columns and joins that `carriedOf` needs beside those of a decision `d` and its case `c`. */
export const CARRIED_COLUMNS = `c.keeper, ch.office, j.seq, mk.exported, mk.acknowledged, d.receipt_on AS receiptOn`
export const CARRIED_JOINS = `LEFT JOIN journal j ON j.entry_id = d.entry_id
  LEFT JOIN channels ch ON ch.id = j.channel_id
  LEFT JOIN marks mk ON mk.channel = ch.channel AND mk.office = c.keeper`

/** How far a decision has come. @param self - our office */
export function carriedOf(
  { keeper, office, seq, exported, acknowledged, receiptOn }: CarriedFacts,
  self: string,
): Carried {
  if (receiptOn !== null) return 'received'
  if (keeper === self || office !== self || seq === null) return 'here'
  if ((acknowledged ?? 0) >= seq) return 'acknowledged'
  return (exported ?? 0) >= seq ? 'exported' : 'recorded'
}

/** The register. @param self - our office. @param most - rows at most */
export function decisionRegister(db: ReadDb, self: string, most = MOST): Register {
  const since = loadSetting(db, 'documentTermFrom')
  const rows = prepared<Row>(
    db,
    `SELECT d.case_id AS "case", c.name, u.name AS unitName, d.entry_id AS entry, d.number, d.decided_on AS date, d.body,
       d.matter, d.outcome, d.stands, d.on_paper AS onPaper, ${CARRIED_COLUMNS}
     FROM decisions d JOIN cases c ON c.case_id = d.case_id LEFT JOIN units u ON u.unit_id = c.unit_id ${CARRIED_JOINS}
     ORDER BY d.decided_on DESC, length(d.number) DESC, d.number DESC, d.case_id LIMIT ?`,
  ).all(most + 1)
  return {
    since: typeof since === 'string' ? since : null,
    rows: rows
      .slice(0, most)
      .map(({ stands, onPaper, keeper, office, seq, exported, acknowledged, receiptOn, ...row }) => ({
        ...row,
        stands: stands === 1,
        onPaper: onPaper === 1,
        carried: carriedOf({ keeper, office, seq, exported, acknowledged, receiptOn }, self),
        receivedOn: receiptOn,
      })),
    more: rows.length > most,
  }
}
