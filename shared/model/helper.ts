/**
 * Who helps a person now. Whoever helped on the way to admission is not by itself who helps during probation: that is
 * named at the ceremony, or assigned since.
 */
import type { Helper } from './acts.ts'
import type { CaseState } from './case-state.ts'

/** A member who helps, as far as it is known of one; `from` is left out of who was named at the ceremony. */
export type Helping = Pick<Helper, 'name' | 'member' | 'officialDate'> & { readonly from?: string | undefined }

/**
 * Who helps during probation.
 * @param state - a case after its ceremony
 * @param upTo - the last day that counts; left out: whoever was assigned last
 * @returns null before the ceremony, and where nobody was named at it or since
 */
export function helperInProbation(
  { helpers, ceremony }: Pick<CaseState, 'helpers' | 'ceremony'>,
  upTo = '9999-12-31',
): Helping | null {
  if (ceremony === null) return null
  return helpers.findLast(({ from }) => from >= ceremony.date && from <= upTo) ?? ceremony.helper ?? null
}

/**
 * Who helps now, before or after the ceremony.
 * @param state - any case
 * @returns null where nobody ever did
 */
export function helperNow(state: Pick<CaseState, 'helpers' | 'ceremony'>): Helping | null {
  return helperInProbation(state) ?? state.helpers.at(-1) ?? null
}
