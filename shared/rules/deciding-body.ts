/**
 * Whether a body is the one that decides by the rules of a day, before anything is recorded: what C18 will find, said in
 * time. It stops nobody: what was signed is recorded as it stands.
 */
import { fold } from '../text/fold.ts'
import type { RuleSet } from './rule-set.ts'

/**
 * The body that decides, where the one named is another.
 * @param body - as it stands on the paper
 * @param own - what our office calls its deciding body, where it has said so
 * @param isDelegated - the path of the unit leaves the decision to the level below, which is called what it is called there
 * @returns null where the body is the deciding one, or the one that decides by delegation
 */
export function otherBody(
  body: string,
  own: string | undefined,
  { structure }: Pick<RuleSet, 'structure'>,
  isDelegated: boolean,
): { readonly name: string; readonly article: string } | null {
  const { decidingBody, delegatedBody } = structure
  const named = fold(body)
  const isDeciding =
    isDelegated ||
    named.startsWith(fold(decidingBody.value)) ||
    (own !== undefined && named === fold(own)) ||
    (delegatedBody !== undefined && named.startsWith(fold(delegatedBody.value)))
  return isDeciding ? null : { name: own ?? decidingBody.value, article: decidingBody.article }
}
