/**
 * The recovery sheet and its proof. A sheet that nobody has read back from paper may open nothing on the day it is needed, so
 * the store knows whether the present one was. It says so only where the sheet has opened the vault.
 */
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { SheetStanding } from '../../shared/contract/answers.ts'
import type { Refusal } from '../../shared/contract/refusals.ts'
import { keepSheetStanding, sheetStanding, UNPROVED } from '../../db/private/recovery-sheet.ts'
import { write } from '../../db/transaction.ts'
import { refuse } from '../refuse.ts'
import { newRecoverySheet } from '../vault/vault-changes.ts'
import { openWithRecoverySheet } from '../vault/vault.ts'
import { vaultOf } from './session.ts'
import { openReadyStore, type Surroundings, type Workplace } from './workplace.ts'

/**
 * Notes that the present sheet was read back.
 * @param workplace - the unlocked office, or null: the sheet itself opens the store then
 * @param digits - all of the sheet
 */
export async function proveSheet(
  surroundings: Surroundings,
  workplace: Workplace | null,
  digits: string,
): Promise<Result<SheetStanding, Refusal>> {
  const opened = await openWithRecoverySheet(vaultOf(surroundings), digits)
  if (!opened.ok) return fail(refuse(opened.error))
  const { storeKey, pendingKey } = opened.value
  const standing: SheetStanding = { provedAt: surroundings.clock.at() }
  try {
    const store = workplace === null ? openReadyStore(surroundings, storeKey, false) : ok(workplace.store)
    if (!store.ok) return store
    try {
      write(store.value, (db) => keepSheetStanding(db, standing))
      return ok(standing)
    } finally {
      if (workplace === null) store.value.close()
    }
  } finally {
    storeKey.fill(0)
    pendingKey?.fill(0)
  }
}

/** Makes a new sheet, unproved from before it takes the place of the old one: whatever is cut short, none counts that was not read back. */
export async function replaceSheet(
  workplace: Workplace,
): Promise<Result<{ readonly sheet: readonly string[] }, Refusal>> {
  const { store, storeKey, clock } = workplace
  const former = workplace.query(sheetStanding)
  write(store, (db) => keepSheetStanding(db, UNPROVED))
  const sheet = await newRecoverySheet(vaultOf(workplace), { storeKey, at: clock.at() })
  if (sheet.ok) return ok({ sheet: sheet.value })
  write(store, (db) => keepSheetStanding(db, former))
  return fail(refuse(sheet.error))
}
