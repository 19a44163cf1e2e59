/**
 * Which special cases a person is known to be: what the record says, never a guess. Papers and checks of special cases
 * ask here.
 */
import type { CaseState } from '../model/case-state.ts'
import type { SpecialCase } from './rule-codes.ts'

/**
 * The special cases of a person.
 * @param state - the case
 */
export function specialCases(state: Pick<CaseState, 'profile'>): ReadonlySet<SpecialCase> {
  const found = new Set<SpecialCase>()
  if (state.profile.occupation === 'owner') found.add('owner')
  return found
}
