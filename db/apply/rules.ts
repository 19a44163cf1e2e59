/**
 * The rows of rule sets and holidays that offices have recorded; what ships has none.
 */
import { foldHolidays, foldRuleSet } from '../../shared/model/rules-state.ts'
import { itemsAbout } from '../journal.ts'
import type { WriteDb } from '../transaction.ts'
import { remove, upsert } from './upsert.ts'

/** Writes what was recorded about a rule set. */
export function applyRuleSet(db: WriteDb, id: string): void {
  const state = foldRuleSet(id, itemsAbout(db, 'ruleSet', id))
  if (state.issued === null && state.values.length === 0) return remove(db, 'rule_sets', 'set_id', id)
  upsert(db, 'rule_sets', 'set_id', { set_id: id, state: JSON.stringify(state) })
}

/** Writes the holidays of a year. */
export function applyHolidays(db: WriteDb, year: string): void {
  const state = foldHolidays(itemsAbout(db, 'holidays', year))
  if (state === null) return remove(db, 'holiday_tables', 'year', year)
  upsert(db, 'holiday_tables', 'year', { year, state: JSON.stringify(state) })
}
