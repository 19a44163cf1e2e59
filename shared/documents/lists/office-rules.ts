/**
 * Lists of what an office judges by: the values of a rule set with their articles, the days off of a year.
 */
import type { RuleSetInUse } from '../../rules/rules-in-use.ts'
import type { AddressedValue } from '../../rules/rule-values.ts'
import { MAKE_UP, YES_OR_NO } from '../../words/list-columns.ts'
import { RULE_GROUPS, ruleGroupOf, ruleValueName, showAddressedValue } from '../../words/rule-values.ts'
import type { DefinitionsOf } from './definition.ts'

/** A value of a set. */
export type RuleValueRow = AddressedValue & { readonly held: RuleSetInUse }

/** Days off, or a day of work in place of one of them. */
export type HolidayRow = {
  readonly from: string
  readonly to: string
  /** Null for a day of work. */
  readonly name: string | null
  readonly insteadOf: string | null
  readonly source: string
  readonly confirmed: boolean
}

/** The rows of these lists. */
export type OfficeRulesRows = {
  readonly ruleValues: readonly RuleValueRow[]
  readonly holidays: readonly HolidayRow[]
}

/** Their columns. */
export const OFFICE_RULES: DefinitionsOf<OfficeRulesRows> = {
  ruleValues: [
    ['ruleGroup', 'text', 20, ({ address }) => RULE_GROUPS[ruleGroupOf(address)]],
    ['ruleName', 'text', 40, ({ held, address }) => ruleValueName(held.set, address)],
    ['ruleValue', 'text', 28, ({ address, sourced }) => showAddressedValue(address, sourced.value)],
    ['article', 'text', 40, ({ sourced }) => sourced.article],
    ['confirmed', 'text', 12, ({ sourced }) => YES_OR_NO[sourced.confirmed ? 'yes' : 'no']],
    ['original', 'text', 20, ({ held, address }) => originalText(held, address)],
    ['changeNote', 'text', 30, ({ held, address }) => changeOf(held, address)?.note ?? null],
  ],
  holidays: [
    ['from', 'day', 12, (row) => row.from],
    ['to', 'day', 12, (row) => row.to],
    ['holiday', 'text', 34, (row) => row.name ?? MAKE_UP],
    ['insteadOf', 'day', 14, (row) => row.insteadOf],
    ['holidaySource', 'text', 44, (row) => row.source],
    ['confirmed', 'text', 14, (row) => YES_OR_NO[row.confirmed ? 'yes' : 'no']],
  ],
}

function changeOf({ changes }: RuleSetInUse, address: string): RuleSetInUse['changes'][number] | undefined {
  return changes.find((change) => change.address === address)
}

function originalText({ originals }: RuleSetInUse, address: string): string | null {
  const original = originals.find((one) => one.address === address)
  return original === undefined ? null : showAddressedValue(address, original.value)
}
