/**
 * The names of the levels and bodies a case has to do with, as the rule set it is judged by has them: names change with
 * the regulations, and a level can be gone. Screens and papers take them from here, never from fixed words.
 */
import type { AssessContext } from './context.ts'
import type { RuleSet } from './rule-set.ts'

/** Names by what each body does. */
export type Bodies = {
  readonly branch: string
  /** Between branch and committee. */
  readonly section: string
  readonly committee: string
  readonly deciding: string
  readonly review: string
  readonly training: string
}

/**
 * The names for a unit.
 * @param rules - the set in force
 * @param about - the unit, what the deciding office calls its body, whether the level below decides for it
 */
export function bodiesOf(
  { structure }: Pick<RuleSet, 'structure'>,
  about: Pick<AssessContext, 'unit' | 'decidingBody'> & { readonly isDelegated: boolean },
): Bodies {
  const { levels, decidingBody, delegatedBody, reviewBody, trainingBody } = structure
  const delegated = about.isDelegated ? delegatedBody?.value : undefined
  return {
    branch: (about.unit.type === 'baseBranch' ? levels.baseBranch : levels.branch).value,
    section: levels.section.value,
    committee: levels.baseCommittee.value,
    deciding: delegated ?? about.decidingBody ?? decidingBody.value,
    review: reviewBody.value,
    training: trainingBody.value,
  }
}
