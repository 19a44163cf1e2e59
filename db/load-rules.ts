/**
 * The rules and the calendar this office judges by: what ships, with what it was sent or recorded itself. Made once for
 * one state of the tables, since building them takes longer than judging a case.
 */
import { trustedJson } from '../shared/base/trust.ts'
import { holidayTableProblems } from '../shared/calendar/holidays.ts'
import { createCalendar, type Calendar } from '../shared/calendar/working-days.ts'
import type { HolidayState, RuleSetState } from '../shared/model/rules-state.ts'
import { ruleChoice, rulesInUse, type RuleChoice, type RulesInUse } from '../shared/rules/rules-in-use.ts'
import type { Judging } from '../shared/rules/surroundings.ts'
import { loadOffice } from './load.ts'
import { prepared, type ReadDb } from './transaction.ts'

/** Rules and calendar, with the recorded holidays. `revision` differs where anything of them does. */
export type Rulebook = RuleChoice & {
  readonly revision: string
  readonly rules: RulesInUse
  readonly calendar: Calendar
  readonly holidays: readonly HolidayState[]
}

let newest: Rulebook | null = null

/** The rules and the calendar as the store has them. */
export function loadRulebook(db: ReadDb): Rulebook {
  const sets = statesIn(db, 'SELECT state FROM rule_sets ORDER BY set_id')
  const holidays = statesIn(db, 'SELECT state FROM holiday_tables ORDER BY year')
  const always = loadOffice(db)?.profile.ruleSet
  const revision = JSON.stringify([sets, holidays, always ?? null])
  if (newest?.revision === revision) return newest
  const rules = rulesInUse(sets.map((state) => trustedJson<RuleSetState>(state)))
  const tables = holidays
    .map((state) => trustedJson<HolidayState>(state))
    .filter(({ table }) => holidayTableProblems(table).length === 0)
  newest = {
    revision,
    rules,
    holidays: tables,
    calendar: createCalendar({ overrides: tables.map(({ table }) => table) }),
    ...ruleChoice(rules, always),
  }
  return newest
}

/**
 * What judging needs, on a day.
 * @param inDoubt - nobody has confirmed that it is today
 */
export function loadJudging(db: ReadDb, today: string, inDoubt = false): Judging {
  const { calendar, rulesOn, ruleSetById, ruleChanges } = loadRulebook(db)
  return { today, inDoubt, calendar, rulesOn, ruleSetById, ruleChanges }
}

function statesIn(db: ReadDb, sql: string): readonly string[] {
  return prepared<{ state: string }>(db, sql)
    .all()
    .map(({ state }) => state)
}
