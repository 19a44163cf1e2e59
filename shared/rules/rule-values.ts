/**
 * The values of a rule set by their address, e.g. 'limits.decision.length' or 'papers.3-KND.renewed': how an office names
 * the value it changes, how two sets are compared, how a set is made from another. Parts of a list are named by their
 * id or code, never by their place, so that an address means the same in every set.
 */
import { trusted } from '../base/trust.ts'
import type { RuleSet, Sourced } from './rule-set.ts'

/** A value with its address in a set. */
export type AddressedValue = { readonly address: string; readonly sourced: Sourced<unknown> }

/** What is put in the place of a value; what is left out stays. */
export type ValuePatch = Partial<Sourced<unknown>>

/**
 * All values of a set, in its order.
 * @param set - any rule set
 */
export function ruleValues(set: RuleSet): readonly AddressedValue[] {
  const found: AddressedValue[] = []
  walk(set, '', (address, sourced) => {
    found.push({ address, sourced })
    return sourced
  })
  return found
}

/** The values of a set as an office looks through them: the days of its period come before the others. */
export function periodAndValues(set: RuleSet): readonly AddressedValue[] {
  const { article, confirmed } = set.period
  return [
    { address: 'from', sourced: { value: set.from, article, confirmed } },
    { address: 'to', sourced: { value: set.to ?? null, article, confirmed } },
    ...ruleValues(set),
  ]
}

/**
 * The value at an address.
 * @param set - any rule set
 * @param address - e.g. 'eligibility.minAgeMonths'
 * @returns null where the set has no such value
 */
export function ruleValueAt(set: RuleSet, address: string): Sourced<unknown> | null {
  return addressesOf(set).valuesByAddress.get(address) ?? null
}

/**
 * The address of a value object within its set.
 * @param set - the set it was taken from
 * @param sourced - the object itself, not a copy
 * @returns null for anything else
 */
export function addressOf(set: RuleSet, sourced: object): string | null {
  return addressesOf(set).addressesByValue.get(sourced) ?? null
}

/**
 * A set with some values replaced. What is made is not judged: parse it before use.
 * @param set - any rule set
 * @param patchOf - what to put at an address, or null to leave it
 */
export function withRuleValues(
  set: RuleSet,
  patchOf: (address: string, sourced: Sourced<unknown>) => ValuePatch | null,
): RuleSet {
  return trusted<RuleSet>(
    walk(set, '', (address, sourced) => {
      const patch = patchOf(address, sourced)
      return patch === null ? sourced : { ...sourced, ...patch }
    }),
  )
}

type Addresses = {
  readonly valuesByAddress: ReadonlyMap<string, Sourced<unknown>>
  readonly addressesByValue: ReadonlyMap<object, string>
}

const known = new WeakMap<RuleSet, Addresses>()

/** Made once for a set: checks ask for every finding. */
function addressesOf(set: RuleSet): Addresses {
  const held = known.get(set)
  if (held !== undefined) return held
  const values = ruleValues(set)
  const made = {
    valuesByAddress: new Map(values.map(({ address, sourced }) => [address, sourced])),
    addressesByValue: new Map(values.map(({ address, sourced }) => [sourced, address])),
  }
  known.set(set, made)
  return made
}

function walk(node: unknown, address: string, visit: (address: string, sourced: Sourced<unknown>) => unknown): unknown {
  if (Array.isArray(node))
    return node.map((part: unknown, at) => walk(part, join(address, nameOf(part) ?? String(at)), visit))
  if (typeof node !== 'object' || node === null) return node
  if (isSourced(node)) return visit(address, node)
  return Object.fromEntries(Object.entries(node).map(([key, part]) => [key, walk(part, join(address, key), visit)]))
}

function isSourced(node: object): node is Sourced<unknown> {
  return 'value' in node && 'article' in node && 'confirmed' in node
}

function nameOf(part: unknown): string | null {
  if (typeof part !== 'object' || part === null) return null
  if ('id' in part && typeof part.id === 'string') return part.id
  return 'code' in part && typeof part.code === 'string' ? part.code : null
}

function join(address: string, key: string): string {
  return address === '' ? key : `${address}.${key}`
}
