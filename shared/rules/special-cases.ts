/**
 * Which special cases a person is known to be: what the record says, never a guess. Papers and checks of special cases
 * ask here.
 */
import type { CaseState } from '../model/case-state.ts'
import { saysNoReligion } from '../text/religion.ts'
import { SpecialCase } from './rule-codes.ts'

/**
 * The special cases of a person: those marked in the profile, and those that other records show.
 * @param state - the case
 */
export function specialCases({
  profile,
  resume,
  transfers,
}: Pick<CaseState, 'profile' | 'resume' | 'transfers'>): ReadonlySet<SpecialCase> {
  const found = new Set<SpecialCase>(SpecialCase.options.filter((code) => profile.circumstances?.includes(code)))
  if (profile.occupation === 'owner') found.add('owner')
  const { religion } = profile
  if (religion !== undefined && religion.trim() !== '' && !saysNoReligion(religion)) found.add('religion')
  if (resume?.earlier !== undefined) found.add('readmission')
  if (transfers.some(({ direction, who }) => direction === 'in' && who === 'candidate')) found.add('movedIn')
  return found
}
