/**
 * Rules an office changes: a value with a note, a set of its own, the holidays of a year, the set of one case. The top
 * deciding office sends what it changes to everybody; any other office keeps it to itself.
 */
import { trusted } from '../base/trust.ts'
import { canonicalJson, type Json } from '../base/canonical.ts'
import { Uuid } from '../base/ids.ts'
import { fail, ok } from '../base/result.ts'
import { holidayTableProblems } from '../calendar/holidays.ts'
import { refusal } from '../contract/refusals.ts'
import { HolidayChange, RulePin, RuleSetId, RuleSetIssue, RuleValueChange } from '../model/rule-acts.ts'
import { holds } from '../model/office-state.ts'
import { RuleSet } from '../rules/rule-set.ts'
import { ruleValueAt } from '../rules/rule-values.ts'
import { needsOf, withRuleValue } from '../rules/rules-in-use.ts'
import { command, found, type CommandContext, type Reader } from './command.ts'
import { ownLiveCase, superiorOf } from './kept.ts'

const ADMIN = ['administrator'] as const

/** Corrects one value of a rule set. The edit is judged by the rules themselves: a value that does not fit is refused. */
export const changeRuleValue = command({
  name: 'rules.changeValue',
  input: RuleValueChange.extend({ ruleSet: RuleSetId }),
  roles: ADMIN,
  capacity: null,
  load: ({ ruleSet }, read, context) => {
    const set = found(context.ruleSetById(ruleSet), 'ruleSet', ruleSet)
    return set.ok ? ok({ set: set.value, shared: sendsRules(read, context) }) : set
  },
  decide: ({ set, shared }, { ruleSet, ...change }) => {
    const value = trusted<Json>(change.value)
    const before = valueBefore(set, change.address)
    if (before === null) return fail(refusal('RULE_ADDRESS_UNKNOWN', { set: set.name, address: change.address }))
    if (withRuleValue(set, { ...change, value }) === null)
      return fail(refusal('RULE_VALUE_UNFIT', { set: set.name, address: change.address }))
    if (canonicalJson(before.value) === canonicalJson(value) && before.confirmed === change.confirmed)
      return fail(refusal('NOTHING_CHANGED', {}))
    const kind = shared ? 'ruleValue.changed' : 'ruleValue.changedHere'
    return ok({
      drafts: [{ kind, subject: { type: 'ruleSet', id: ruleSet }, payload: change }],
      value: { ruleSet, shared },
    })
  },
})

/** Records a set made by the office, mostly a copy of another with other values; it takes force on its first day. */
export const issueRuleSet = command({
  name: 'rules.issueSet',
  input: RuleSetIssue,
  roles: ADMIN,
  capacity: null,
  load: (_input, read, context) => ok({ shared: sendsRules(read, context) }),
  decide: ({ shared }, { set: given, note }, context) => {
    const parsed = RuleSet.safeParse(given, { reportInput: true })
    if (!parsed.success) return fail(refusal('RULE_SET_UNREADABLE', { name: given.name, needs: needsOf(parsed.error) }))
    const set = parsed.data
    const held = context.ruleSetById(set.id)
    if (held !== null && canonicalJson(trusted<Json>(held)) === canonicalJson(trusted<Json>(set)))
      return fail(refusal('NOTHING_CHANGED', {}))
    const kind = shared ? 'ruleSet.issued' : 'ruleSet.keptHere'
    return ok({
      drafts: [{ kind, subject: { type: 'ruleSet', id: set.id }, payload: { set, note } }],
      value: { ruleSet: set.id, shared },
    })
  },
})

/** Records the holidays of a year. */
export const changeHolidays = command({
  name: 'rules.changeHolidays',
  input: HolidayChange,
  roles: ADMIN,
  capacity: null,
  load: (_input, read, context) => ok({ shared: sendsRules(read, context) }),
  decide: ({ shared }, change) => {
    const { year } = change.table
    const problem = holidayTableProblems(change.table)[0]
    if (problem !== undefined) return fail(refusal('HOLIDAYS_UNFIT', { year, problem }))
    const kind = shared ? 'holidays.changed' : 'holidays.changedHere'
    return ok({
      drafts: [{ kind, subject: { type: 'holidays', id: String(year) }, payload: change }],
      value: { year, shared },
    })
  },
})

/** Pins a case to a set, or gives it back to the sets of its days. */
export const pinRules = command({
  name: 'case.pinRules',
  input: RulePin.extend({ case: Uuid }),
  roles: ['administrator', 'secretary', 'clerk', 'reviewer', 'decider'],
  capacity: 'proposes',
  load: ({ case: id, ruleSet }, read, context) => {
    const held = ownLiveCase(id, read, context)
    if (!held.ok || ruleSet === undefined) return held
    const set = found(context.ruleSetById(ruleSet), 'ruleSet', ruleSet)
    return set.ok ? held : set
  },
  decide: (held, { case: id, ...pin }) => {
    if ((held.case.pinned?.ruleSet ?? null) === (pin.ruleSet ?? null)) return fail(refusal('NOTHING_CHANGED', {}))
    return ok({
      drafts: [{ kind: 'case.rulesPinned', subject: { type: 'case', id }, payload: pin }],
      value: { case: id },
    })
  },
})

/** True for the office whose rules everybody receives: it decides, and nobody with the program stands above it. */
export function sendsRules(read: Reader, context: Pick<CommandContext, 'office' | 'today'>): boolean {
  return superiorOf(read) === null && holds(context.office.profile, 'decides', context.today)
}

function valueBefore(set: RuleSet, address: string): { readonly value: Json; readonly confirmed: boolean } | null {
  if (address === 'from') return { value: set.from, confirmed: set.period.confirmed }
  if (address === 'to') return { value: set.to ?? null, confirmed: set.period.confirmed }
  const held = ruleValueAt(set, address)
  return held === null ? null : { value: trusted<Json>(held.value), confirmed: held.confirmed }
}
