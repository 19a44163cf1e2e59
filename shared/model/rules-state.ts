/**
 * Rule sets and holidays as they follow from the entries of offices. What the top deciding office sent counts; what our
 * own office keeps to itself counts only where nothing was sent.
 */
import type { Json } from '../base/canonical.ts'
import { trusted } from '../base/trust.ts'
import type { HolidayTable } from '../calendar/holidays.ts'
import { inOrder, typed, type Item } from '../journal/item.ts'

/** Sent to everybody, or kept by our own office. */
export type RuleOrigin = 'shared' | 'local'

/** A value somebody corrected. */
export type RuleValueState = {
  readonly address: string
  readonly value: Json
  readonly confirmed: boolean
  readonly note: string
  readonly origin: RuleOrigin
  readonly entry: string
}

/** What was recorded about one set: the set itself where an office made it, and values corrected. */
export type RuleSetState = {
  readonly id: string
  readonly issued: {
    readonly set: unknown
    readonly name: string
    readonly note: string
    readonly origin: RuleOrigin
  } | null
  readonly values: readonly RuleValueState[]
}

/** The holidays of a year as an office gave them. */
export type HolidayState = {
  readonly year: number
  readonly table: HolidayTable
  readonly note: string
  readonly origin: RuleOrigin
}

/**
 * Folds what was recorded about a rule set.
 * @param id - the set's id
 * @param items - applied items, in any order
 */
export function foldRuleSet(id: string, items: readonly Item[]): RuleSetState {
  const issued = new Map<RuleOrigin, NonNullable<RuleSetState['issued']>>()
  const values = new Map<RuleOrigin, Map<string, RuleValueState>>([
    ['local', new Map()],
    ['shared', new Map()],
  ])
  for (const item of inOrder(items)) {
    const fact = typed(item)
    if (fact.kind === 'ruleSet.issued' || fact.kind === 'ruleSet.keptHere') {
      const origin = fact.kind === 'ruleSet.issued' ? 'shared' : 'local'
      const { set, note } = fact.payload
      issued.set(origin, { set, name: set.name, note, origin })
      // A set sent anew is whole: values corrected in the one before do not live on in it.
      values.get(origin)?.clear()
    }
    if (fact.kind === 'ruleValue.changed' || fact.kind === 'ruleValue.changedHere') {
      const origin = fact.kind === 'ruleValue.changed' ? 'shared' : 'local'
      const { address, value, confirmed, note } = fact.payload
      const held = { address, value: trusted<Json>(value), confirmed, note, origin, entry: item.entry.id } as const
      values.get(origin)?.set(address, held)
    }
  }
  const counting = new Map([...(values.get('local') ?? []), ...(values.get('shared') ?? [])])
  return {
    id,
    issued: issued.get('shared') ?? issued.get('local') ?? null,
    values: [...counting.values()].sort((a, b) => (a.address < b.address ? -1 : 1)),
  }
}

/**
 * Folds the holidays of a year.
 * @param items - applied items, in any order
 * @returns null where no office gave any
 */
export function foldHolidays(items: readonly Item[]): HolidayState | null {
  const tables = new Map<RuleOrigin, HolidayState>()
  for (const item of inOrder(items)) {
    const fact = typed(item)
    if (fact.kind !== 'holidays.changed' && fact.kind !== 'holidays.changedHere') continue
    const origin = fact.kind === 'holidays.changed' ? 'shared' : 'local'
    const { table, note } = fact.payload
    tables.set(origin, { year: table.year, table, note, origin })
  }
  return tables.get('shared') ?? tables.get('local') ?? null
}
