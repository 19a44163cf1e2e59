/**
 * What was asked on the day of an act and what would be asked now: a finding is judged by the set of its own day, and
 * says so where today's set has another value.
 */
import { canonicalJson, type Json } from '../base/canonical.ts'
import { trusted } from '../base/trust.ts'
import { sourceOf, type Finding } from './finding.ts'
import type { RuleSet, Source } from './rule-set.ts'
import { addressOf, ruleValueAt } from './rule-values.ts'

/** A value that has changed since: where it stands, what it was, what it is, and the article it rests on now. */
export type SinceChanged = {
  readonly address: string
  readonly was: Json
  readonly now: Json
  readonly article: string
}

/**
 * Adds to findings what has changed since their day.
 * @param findings - as the checks made them
 * @param used - the sets they were judged by
 * @param today - the set in force today
 */
export function withChanges(
  findings: readonly Finding[],
  used: readonly RuleSet[],
  today: RuleSet,
): readonly Finding[] {
  // Most are judged by today's set alone: nothing of it can have changed.
  if (used.every((set) => set === today)) return findings
  return findings.map((found) => {
    const held = heldBy(sourceOf(found), used)
    const now = held === null ? null : ruleValueAt(today, held.address)
    if (held === null || now === null || canonicalJson(held.value) === canonicalJson(trusted<Json>(now.value)))
      return found
    const { address, value } = held
    return { ...found, since: { address, was: value, now: trusted<Json>(now.value), article: now.article } }
  })
}

/** The value a finding rests on: of a time limit its length, else the value the check named. */
function heldBy(source: Source | null, used: readonly RuleSet[]): { address: string; value: Json } | null {
  if (source === null) return null
  if ('length' in source && 'id' in source && typeof source.id === 'string' && source.length !== null)
    return { address: `limits.${source.id}.length`, value: trusted<Json>(source.length) }
  if (!('value' in source)) return null
  for (const set of used) {
    const address = addressOf(set, source)
    if (address !== null) return { address, value: trusted<Json>(source.value) }
  }
  return null
}
