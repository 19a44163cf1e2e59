/**
 * A rule set made from another: what is the same is not written twice, and what nobody has seen in the new regulation is
 * not called confirmed. Each result is a complete set of its own.
 */
import { RuleSet } from '../rule-set.ts'
import { ruleValueAt, withRuleValues } from '../rule-values.ts'
import type { Citations } from './citations.ts'

/** How a set differs from the one it is made from. */
export type Difference = Pick<RuleSet, 'id' | 'name' | 'from' | 'period' | 'texts'> & {
  readonly to?: string
  /** What the set it is made from cites, and what this one cites instead. */
  readonly cites: readonly [from: Citations, to: Citations]
  /** Addresses whose value was seen in the new regulation, or the beginnings of such addresses. */
  readonly seen: readonly string[]
  /** Nothing is confirmed but what `seen` names, not even what rests on a text that stayed. */
  readonly nothingElseSeen?: true
  /** Other values, by address. */
  readonly values?: Readonly<Record<string, unknown>>
  /** Other articles, by address. */
  readonly articles?: Readonly<Record<string, string>>
}

/**
 * Makes a set from another.
 * @param base - the set it is made from
 * @param difference - what is otherwise
 * @throws Error if an address is not one of the set, or the result is no rule set
 */
export function successorOf(base: RuleSet, difference: Difference): RuleSet {
  const { id, name, from, to, period, texts, cites, seen, nothingElseSeen, values = {}, articles = {} } = difference
  for (const address of [...Object.keys(values), ...Object.keys(articles)])
    if (ruleValueAt(base, address) === null) throw new Error(`${id}: no value at ${address}`)
  const made = withRuleValues(base, (address, sourced) => {
    const article = articles[address] ?? recited(sourced.article, cites)
    const changed = Object.hasOwn(values, address)
    const stays = nothingElseSeen !== true && !changed && article === sourced.article && sourced.confirmed
    const confirmed = stays || seen.some((place) => address === place || address.startsWith(`${place}.`))
    return { article, confirmed, ...(changed ? { value: values[address] } : {}) }
  })
  const { to: _to, ...rest } = made
  return RuleSet.parse({ ...rest, id, name, from, period, texts, ...(to === undefined ? {} : { to }) })
}

function recited(article: string, [from, to]: Difference['cites']): string {
  return article
    .replaceAll(from.regulation, to.regulation)
    .replaceAll(from.guidance, to.guidance)
    .replaceAll(from.forms, to.forms)
}
