/**
 * The rules of the office this window belongs to, for forms and tables that measure votes or name papers: those that
 * ship until the office's own are known, then exactly what the core judges by.
 */
import { ruleChoice } from '../../shared/rules/rules-in-use.ts'
import type { RuleSet } from '../../shared/rules/rule-set.ts'
import { ruleValues } from '../../shared/rules/rule-values.ts'
import { ruleSetOn } from '../../shared/rules/sets/index.ts'
import { useAsk } from '../queries.ts'

let choose: (day: string) => RuleSet = ruleSetOn

/** The rule set in force on a day, as the office has it. */
export function rulesOn(day: string): RuleSet {
  return choose(day)
}

/**
 * Keeps `rulesOn` at what the core says; once, in the frame of the window.
 * @returns how many values of today's set nobody has compared with the text; null while that is not known
 */
export function useOfficeRules(): number | null {
  const { data } = useAsk('rules.get', {})
  if (data === undefined) {
    choose = ruleSetOn
    return null
  }
  const { rulesOn: chosen } = ruleChoice(data, data.always ?? undefined)
  choose = chosen
  return ruleValues(chosen(data.today)).filter(({ sourced }) => !sourced.confirmed).length
}
