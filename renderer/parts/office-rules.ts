/**
 * Keeps the rules of the window (rules-in-force.ts) at what the core says.
 */
import { useEffect, useState } from 'react'
import type { RulesView } from '../../shared/contract/rules.ts'
import { ruleChoice } from '../../shared/rules/rules-in-use.ts'
import { ruleValues } from '../../shared/rules/rule-values.ts'
import { ruleSetOn } from '../../shared/rules/sets/index.ts'
import { useAsk } from '../queries.ts'
import { useChosenRules } from '../rules-in-force.ts'

/**
 * Takes the office's own rules over, and draws the frame anew when they change; once, in the frame of the window.
 * @returns counts the values of a set that nobody has compared with the text: of today's where no id is given; null while
 * that is not known
 */
export function useOfficeRules(): (ruleSet?: string) => number | null {
  const { data } = useAsk('rules.get', {})
  // What is known when the frame is drawn first is taken over before, so that it is drawn once.
  const [first] = useState(() => {
    take(data)
    return data
  })
  const chosen = useChosenRules((state) => state.rulesOn)
  useEffect(() => {
    if (data !== first) take(data)
  }, [data, first])
  return (ruleSet) => {
    if (data === undefined) return null
    const named = ruleSet === undefined ? null : ruleChoice(data).ruleSetById(ruleSet)
    return ruleValues(named ?? chosen(data.today)).filter(({ sourced }) => !sourced.confirmed).length
  }
}

function take(rules: RulesView | undefined): void {
  const own = rules === undefined ? ruleSetOn : ruleChoice(rules, rules.always ?? undefined).rulesOn
  useChosenRules.setState({ rulesOn: own, today: rules?.today ?? '' })
}
