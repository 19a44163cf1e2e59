/**
 * Whether the recovery sheet of this computer was typed back: that it was and when, never a digit of it. A store of an
 * office founded before this was kept has no row; nothing is known of its sheet then, and nothing is said.
 */
import { trustedJson } from '../../shared/base/trust.ts'
import type { SheetStanding } from '../../shared/contract/answers.ts'
import { prepared, type ReadDb, type WriteDb } from '../transaction.ts'

/** A sheet that was made and not read back yet. */
export const UNPROVED: SheetStanding = { provedAt: null }

/** What is known of the present sheet; null where it was made before this was kept. */
export function sheetStanding(db: ReadDb): SheetStanding | null {
  const row = prepared<{ value: string }>(db, `SELECT value FROM meta WHERE name = 'recoverySheet'`).get()
  return row === undefined ? null : trustedJson<SheetStanding>(row.value)
}

/** Keeps what is known of it. @param standing - null: nothing, as before this was kept */
export function keepSheetStanding(db: WriteDb, standing: SheetStanding | null): void {
  if (standing === null) prepared(db, `DELETE FROM meta WHERE name = 'recoverySheet'`).run()
  else
    prepared(
      db,
      `INSERT INTO meta (name, value) VALUES ('recoverySheet', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
    ).run(JSON.stringify(standing))
}
