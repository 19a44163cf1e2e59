/**
 * The rules of the office this window belongs to, for forms and tables that measure votes or name papers: those that
 * ship until the office's own are known, then exactly what the core judges by.
 */
import { useEffect } from 'react'
import { create } from 'zustand'
import { ruleChoice } from '../../shared/rules/rules-in-use.ts'
import type { RuleSet } from '../../shared/rules/rule-set.ts'
import { ruleValues } from '../../shared/rules/rule-values.ts'
import { ruleSetOn } from '../../shared/rules/sets/index.ts'
import { useAsk } from '../queries.ts'

type Chosen = { readonly rulesOn: (day: string) => RuleSet }

const useChosen = create<Chosen>(() => ({ rulesOn: ruleSetOn }))

/** The rule set in force on a day, as the office has it. */
export function rulesOn(day: string): RuleSet {
  return useChosen.getState().rulesOn(day)
}

/** The names of the levels between the branch and who decides, as the set in force on a day has them. */
export function bodiesOn(day: string): { readonly section: string; readonly committee: string } {
  const { levels } = rulesOn(day).structure
  return { section: levels.section.value, committee: levels.baseCommittee.value }
}

/**
 * Keeps `rulesOn` at what the core says, and draws the frame anew when it changes; once, in the frame of the window.
 * @returns how many values of today's set nobody has compared with the text; null while that is not known
 */
export function useOfficeRules(): number | null {
  const { data } = useAsk('rules.get', {})
  const chosen = useChosen((state) => state.rulesOn)
  useEffect(() => {
    const own = data === undefined ? ruleSetOn : ruleChoice(data, data.always ?? undefined).rulesOn
    useChosen.setState({ rulesOn: own })
  }, [data])
  if (data === undefined) return null
  return ruleValues(chosen(data.today)).filter(({ sourced }) => !sourced.confirmed).length
}
