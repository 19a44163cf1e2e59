/**
 * Papers as the rule set in force has them: what may be recorded, what the form is called, where it is kept by default.
 */
import type { RulePaper } from '../../../shared/rules/rule-set.ts'
import { rulesOn } from '../../rules-in-force.ts'

/** A paper of today's rule set, or null. */
export function rulePaper(code: string, today: string): RulePaper | null {
  return rulesOn(today).papers.find((paper) => paper.code === code) ?? null
}

/** The code printed on the form, or null. */
export function formCode(code: string, today: string): string | null {
  return rulePaper(code, today)?.form ?? null
}

/** Every paper that may be recorded, as choices. */
export function paperChoices(today: string): readonly { readonly value: string; readonly label: string }[] {
  return rulesOn(today).papers.map(({ code, form, name }) => ({
    value: code,
    label: form === undefined ? name.value : `${name.value} (${form})`,
  }))
}
