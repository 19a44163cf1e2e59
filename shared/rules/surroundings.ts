/**
 * The surroundings of one case in one office, as `assess` wants them: made in one place for commands, queries and caches.
 */
import type { Calendar } from '../calendar/working-days.ts'
import { holds, type OfficeState, type UnitState } from '../model/office-state.ts'
import type { AssessContext } from './context.ts'
import type { RuleChoice } from './rules-in-use.ts'

/** What judging needs from outside the store: the day, the calendar, the rule sets. */
export type Judging = RuleChoice & {
  readonly today: string
  /** True while the date of the computer is in doubt: what depends on it is provisional. */
  readonly inDoubt?: boolean
  readonly calendar: Calendar
}

/** True if an office is the deciding office of a unit on a day. */
export function decidesFor(office: OfficeState, unit: Pick<UnitState, 'id' | 'keeper'>, day: string): boolean {
  const { profile, id } = office
  return holds(profile, 'decides', day, unit.id) || (unit.keeper !== id && holds(profile, 'decides', day))
}

/**
 * The surroundings of a case.
 * @param parent - the unit's parent, where it has one: a branch under a section takes another path
 * @param registers - look-ups in the registers of members and of numbers. What they tell only warns, so that whoever asks
 *   for what blocks may leave them out
 */
export function surroundingsOf(
  judging: Judging,
  office: OfficeState,
  unit: UnitState | null,
  parent: UnitState | null,
  registers: Pick<AssessContext, 'memberOf' | 'besideOf'> = {},
): AssessContext {
  return {
    rules: judging.rulesOn,
    ruleChanges: judging.ruleChanges,
    ruleSetById: judging.ruleSetById,
    calendar: judging.calendar,
    today: judging.today,
    inDoubt: judging.inDoubt,
    unit: {
      type: unit?.unit.type ?? 'branch',
      name: unit?.unit.name ?? '',
      sector: unit?.unit.sector,
      inSection: parent?.unit.type === 'section',
      paths: unit?.unit.paths,
    },
    superiorIsSelf: unit !== null && unit.keeper === office.id && decidesFor(office, unit, judging.today),
    ...registers,
    decidingBody: office.profile.decidingBody,
  }
}
