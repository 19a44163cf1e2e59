/**
 * The rules of the office this window belongs to, for forms, tables and words: those that ship until the office's own are
 * known (parts/office-rules.ts), then exactly what the core judges by.
 */
import { create } from 'zustand'
import type { RuleSet } from '../shared/rules/rule-set.ts'
import { ruleSetOn } from '../shared/rules/sets/index.ts'
import { withBodies } from '../shared/words/vi.ts'

/** How a set is chosen by the day, and the day it is; '' until the core has said it. */
export type ChosenRules = { readonly rulesOn: (day: string) => RuleSet; readonly today: string }

/** The rules in force; set once, by the frame of the window. */
export const useChosenRules = create<ChosenRules>(() => ({ rulesOn: ruleSetOn, today: '' }))

/** The rule set in force on a day, as the office has it. */
export function rulesOn(day: string): RuleSet {
  return useChosenRules.getState().rulesOn(day)
}

/** The names of the levels between the branch and who decides, as the set in force on a day has them. */
export function bodiesOn(day: string): { readonly section: string; readonly committee: string } {
  const { levels } = rulesOn(day).structure
  return { section: levels.section.value, committee: levels.baseCommittee.value }
}

/**
 * A label or a sentence of ours, which is written with the usual names of bodies, with those of the rules in force.
 * @param day - the day it speaks of; null or left out: today
 */
export function named(text: string, day?: string | null): string {
  const on = day ?? useChosenRules.getState().today
  return on === '' ? text : withBodies(text, bodiesOn(on))
}
