/**
 * What the page of rules is answered: the sets in use, what was changed in them, the holidays of the years around today.
 */
import type { HolidayTable } from '../calendar/holidays.ts'
import type { RuleOrigin } from '../model/rules-state.ts'
import type { RefusedRules, RuleSetInUse } from '../rules/rules-in-use.ts'

/** The holidays of a year, and where they come from: this program, an office, or computed for want of a table. */
export type HolidayYear = {
  readonly table: HolidayTable
  readonly origin: 'shipped' | 'computed' | RuleOrigin
  readonly note: string | null
}

/** The rules of our office. */
export type RulesView = {
  readonly today: string
  readonly sets: readonly RuleSetInUse[]
  readonly refused: readonly RefusedRules[]
  /** Id of the set in force today, or of the one the office uses on every day. */
  readonly inUse: string
  readonly always: string | null
  /** True where what is changed here goes to every paired office; otherwise it stays here. */
  readonly sends: boolean
  /** Newest year first. */
  readonly holidays: readonly HolidayYear[]
}
