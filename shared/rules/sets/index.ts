/**
 * The rule sets that ship, oldest first. A new regulation is a new file, listed here: copy the newest, set its day of
 * effect. An office's own copies come from its journal and are chosen outside this folder, by the same three functions.
 */
import { canonicalJson, sha256Hex, utf8 } from '../../base/canonical.ts'
import { addDays, type PlainDate } from '../../calendar/plain-date.ts'
import type { RuleSet } from '../rule-set.ts'
import { RS_2016 } from './rs-2016.ts'
import { RS_2021 } from './rs-2021.ts'
import { RS_2025A } from './rs-2025a.ts'
import { RS_2025B } from './rs-2025b.ts'
import { RS_2026A } from './rs-2026a.ts'
import { RS_2026B } from './rs-2026b.ts'

/** All shipped sets, by their first day. */
export const RULE_SETS: readonly RuleSet[] = [RS_2016, RS_2021, RS_2025A, RS_2025B, RS_2026A, RS_2026B]

/**
 * A set by its id.
 * @param id - e.g. 'RS-2021', as entries and snapshots name it
 * @param sets - the sets to search, by default the shipped ones
 * @returns null where this build has no such set
 */
export function ruleSetById(id: string, sets: readonly RuleSet[] = RULE_SETS): RuleSet | null {
  return sets.find((set) => set.id === id) ?? null
}

/**
 * The set in force on a day: the one that covers it, of several the one that began last. Where none covers the day, the
 * one that began last before it, or the oldest; `covers` tells the difference, and pages must show it.
 * @param date - the day of the act
 * @param sets - the sets to choose from, by default the shipped ones
 * @throws Error if `sets` is empty
 */
export function ruleSetOn(date: PlainDate, sets: readonly RuleSet[] = RULE_SETS): RuleSet {
  let found: RuleSet | undefined
  let rank = -1
  for (const set of sets) {
    const own = covers(set, date) ? 2 : set.from <= date ? 1 : 0
    // Of several that began on one day the last in the list; where none has begun yet, the first of the oldest.
    const isBetter = found === undefined || own > rank || (own === rank && isNearer(set, found, own))
    if (isBetter) [found, rank] = [set, own]
  }
  if (found === undefined) throw new Error('no rule sets')
  return found
}

function isNearer(set: RuleSet, other: RuleSet, rank: number): boolean {
  return rank === 0 ? set.from < other.from : set.from >= other.from
}

/**
 * Whether a set is in force on a day.
 * @param set - a rule set
 * @param date - a day
 */
export function covers(set: Pick<RuleSet, 'from' | 'to'>, date: PlainDate): boolean {
  return set.from <= date && (set.to === undefined || date <= set.to)
}

/**
 * The days on which `ruleSetOn` can begin to answer differently; what is computed with today's set is redone then.
 * @param sets - the sets in use, by default the shipped ones
 */
export function ruleChanges(sets: readonly RuleSet[] = RULE_SETS): readonly PlainDate[] {
  const days = sets.flatMap((set) => (set.to === undefined ? [set.from] : [set.from, addDays(set.to, 1)]))
  return [...new Set(days)].sort()
}

/**
 * The hash that a decision records: SHA-256 over the set's canonical JSON.
 * @param set - any rule set
 * @returns 64 lower-case hex digits
 */
export function ruleSetHash(set: RuleSet): string {
  return sha256Hex(utf8(canonicalJson(set)))
}
