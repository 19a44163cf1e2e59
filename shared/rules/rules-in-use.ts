/**
 * The rule sets an office judges by: those that ship, those it was sent or made itself, with the values it was sent or
 * corrected. A set or a value that this build cannot read is refused by name and never used in part.
 */
import type { z } from 'zod'
import { canonicalJson, type Json } from '../base/canonical.ts'
import { trusted } from '../base/trust.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import type { RuleOrigin, RuleSetState, RuleValueState } from '../model/rules-state.ts'
import { RuleSet } from './rule-set.ts'
import { ruleValueAt, withRuleValues } from './rule-values.ts'
import { covers, RULE_SETS, ruleChanges, ruleSetById, ruleSetOn } from './sets/index.ts'

/** A set in use. */
export type RuleSetInUse = {
  readonly set: RuleSet
  readonly origin: 'shipped' | RuleOrigin
  /** Values that differ from the set as it was shipped or sent. */
  readonly changes: readonly RuleValueState[]
  /** What stood in their places. */
  readonly originals: readonly OriginalValue[]
}

/** A value as the set was shipped or sent with it. */
export type OriginalValue = { readonly address: string; readonly value: Json; readonly confirmed: boolean }

/** A set or a value that is not used. `needs` = what in it this build does not know: an address. */
export type RefusedRules = { readonly id: string; readonly name: string; readonly needs: string }

/** The rules of an office. */
export type RulesInUse = { readonly sets: readonly RuleSetInUse[]; readonly refused: readonly RefusedRules[] }

/**
 * Brings the recorded rules to the shipped ones.
 * @param states - what was recorded, in any order
 * @param shipped - the sets of this build
 */
export function rulesInUse(states: readonly RuleSetState[], shipped: readonly RuleSet[] = RULE_SETS): RulesInUse {
  const byId = new Map(states.map((state) => [state.id, state]))
  const refused: RefusedRules[] = []
  const sets = [...new Set([...shipped.map(({ id }) => id), ...byId.keys()])].flatMap((id): RuleSetInUse[] => {
    const state = byId.get(id)
    const base = baseOf(id, state, shipped, refused)
    if (base === null) return []
    return [{ origin: base.origin, ...withChanges(base.set, state?.values ?? [], refused) }]
  })
  return { sets: sets.toSorted((a, b) => (a.set.from < b.set.from ? -1 : 1)), refused }
}

/** Choosing among the sets in use, as `assess` and commands do. */
export type RuleChoice = {
  readonly rulesOn: (day: PlainDate) => RuleSet
  readonly ruleSetById: (id: string) => RuleSet | null
  readonly ruleChanges: readonly PlainDate[]
}

/**
 * How an office chooses: by the day of the act, or always the set its profile names.
 * @param rules - the rules in use
 * @param always - id of the set to use on every day
 */
export function ruleChoice(rules: RulesInUse, always?: string): RuleChoice {
  const sets = rules.sets.map(({ set }) => set)
  const sent = rules.sets.filter(({ origin }) => origin === 'shared').map(({ set }) => set)
  const own = rules.sets.filter(({ origin }) => origin === 'local').map(({ set }) => set)
  const others = sets.filter((set) => !own.includes(set))
  const fixed = always === undefined ? null : ruleSetById(always, sets)
  return {
    rulesOn: (day) => fixed ?? ruleSetOn(day, sent.some((set) => covers(set, day)) ? others : sets),
    ruleSetById: (id) => ruleSetById(id, sets),
    ruleChanges: fixed === null ? ruleChanges(sets) : [],
  }
}

/**
 * What in a set this build cannot read: the address of the first thing, with the word it does not know.
 * @param error - what the schema found
 */
export function needsOf(error: z.ZodError): string {
  const issue = error.issues[0]
  const input = issue !== undefined && 'input' in issue ? issue.input : undefined
  const word = typeof input === 'string' ? ` (${input.slice(0, 60)})` : ''
  return `${(issue?.path ?? []).join('.').slice(0, 120)}${word}`
}

/**
 * A set with one value corrected.
 * @param set - the set
 * @param change - address, value, whether it is confirmed
 * @returns null where the set has no such value or the value does not fit there
 */
export function withRuleValue(
  set: RuleSet,
  change: { readonly address: string; readonly value: Json; readonly confirmed: boolean },
): RuleSet | null {
  const { address, value, confirmed } = change
  if (address === 'from' || address === 'to') return withPeriod(set, address, value, confirmed)
  if (ruleValueAt(set, address) === null) return null
  const changed = withRuleValues(set, (at) => (at === address ? { value, confirmed } : null))
  const parsed = RuleSet.safeParse(changed)
  return parsed.success ? parsed.data : null
}

function withPeriod(set: RuleSet, edge: 'from' | 'to', value: Json, confirmed: boolean): RuleSet | null {
  const { [edge]: _edge, ...rest } = set
  const changed = { ...rest, ...(value === null ? {} : { [edge]: value }), period: { ...set.period, confirmed } }
  const parsed = RuleSet.safeParse(changed)
  return parsed.success ? parsed.data : null
}

function baseOf(
  id: string,
  state: RuleSetState | undefined,
  shipped: readonly RuleSet[],
  refused: RefusedRules[],
): Pick<RuleSetInUse, 'set' | 'origin'> | null {
  const issued = state?.issued ?? null
  if (issued !== null) {
    const parsed = RuleSet.safeParse(issued.set, { reportInput: true })
    if (parsed.success) return { set: parsed.data, origin: issued.origin }
    refused.push({ id, name: issued.name, needs: needsOf(parsed.error) })
  }
  const set = ruleSetById(id, shipped)
  return set === null ? null : { set, origin: 'shipped' }
}

function withChanges(
  base: RuleSet,
  values: readonly RuleValueState[],
  refused: RefusedRules[],
): Pick<RuleSetInUse, 'set' | 'changes' | 'originals'> {
  let set = base
  const changes: RuleValueState[] = []
  const originals: OriginalValue[] = []
  for (const change of values) {
    const original = originalOf(base, change.address)
    // Back to what it was: no change any more.
    if (original !== null && isSame(original, change)) continue
    const changed = withRuleValue(set, change)
    if (changed === null) refused.push({ id: base.id, name: base.name, needs: change.address })
    else {
      set = changed
      changes.push(change)
      if (original !== null) originals.push(original)
    }
  }
  return { set, changes, originals }
}

function originalOf(set: RuleSet, address: string): OriginalValue | null {
  const { confirmed } = set.period
  if (address === 'from') return { address, value: set.from, confirmed }
  if (address === 'to') return { address, value: set.to ?? null, confirmed }
  const held = ruleValueAt(set, address)
  return held === null ? null : { address, value: trusted<Json>(held.value), confirmed: held.confirmed }
}

function isSame(one: OriginalValue, other: RuleValueState): boolean {
  return one.confirmed === other.confirmed && canonicalJson(one.value) === canonicalJson(other.value)
}
