/**
 * In whose place a helper comes: nothing is taken for granted where somebody else helps already, and nobody takes his own
 * place.
 */
import type { CaseState } from '../../../shared/model/case-state.ts'
import { isSameHelper, standingHelpers } from '../../../shared/model/helper.ts'

/** The choice that nobody gives way; no name is like it. */
export const BESIDE = '+'

/** What the form asks about it. */
export type HelperPlace = {
  /** Others who help, each name once; empty: nothing is asked. */
  readonly names: readonly string[]
  /** False where more is recorded of somebody who helps already: nobody need give way then. */
  readonly isRequired: boolean
  /** What is chosen, '' where it is none of those who can be. */
  readonly chosen: string
  /** What the command is told. */
  readonly input: { readonly inPlaceOf?: string | null }
}

/**
 * Finds out what to ask of a helper's place.
 * @param state - the case; after its ceremony one member helps, and nobody introduces any more
 * @param helper - who is being recorded, as far as that is typed or chosen
 * @param choice - what was chosen: a name, BESIDE, or ''
 */
export function helperPlace(
  { helpers, ceremony }: Pick<CaseState, 'helpers' | 'ceremony'>,
  helper: { readonly name: string; readonly member?: string },
  choice: string,
): HelperPlace {
  const standing = ceremony === null ? standingHelpers(helpers) : []
  const others = standing.filter((held) => !isSameHelper(held, helper))
  const names = [...new Set(others.map(({ name }) => name))]
  const chosen = names.length > 0 && (choice === BESIDE || names.includes(choice)) ? choice : ''
  return {
    names,
    isRequired: others.length === standing.length,
    chosen,
    input: chosen === '' ? {} : { inPlaceOf: chosen === BESIDE ? null : chosen },
  }
}
