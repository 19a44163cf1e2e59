/**
 * The checks of the way to admission beside papers and votes, in one list.
 */
import type { Finding } from '../finding.ts'
import type { View } from '../view.ts'
import {
  checkChildren,
  checkHelpers,
  checkIdentity,
  checkIdentityNumber,
  checkOpinions,
  checkSending,
  checkSpecials,
} from './person.ts'
import { checkPlace } from './place.ts'
import { checkAnswers, checkRelatives } from './relatives.ts'
import { checkResume } from './resume.ts'
import { checkOpinionsLast } from './verification.ts'

/**
 * Helpers, verification by relative, the CV, special cases, identity.
 * @param view - the case
 */
export function checkWay(view: View): readonly Finding[] {
  return [
    ...checkHelpers(view),
    ...checkRelatives(view),
    ...checkAnswers(view),
    ...checkResume(view),
    ...checkSpecials(view),
    ...checkChildren(view),
    ...checkPlace(view),
    ...checkIdentityNumber(view),
    ...checkIdentity(view),
    ...checkOpinions(view),
    ...checkOpinionsLast(view),
    ...checkSending(view),
  ]
}
