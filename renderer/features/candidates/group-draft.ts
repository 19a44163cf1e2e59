/**
 * The draft of a form about everybody who is ticked. It is that group's own: what was typed for one group of people never
 * turns up in the form of another.
 */
import { idOfText } from '../../../shared/base/ids.ts'

/**
 * The page of such a draft.
 * @param form - of the form, among those about many
 * @param cases - whom it is about, in any order
 */
export function groupDraft(form: string, cases: readonly string[]): string {
  return `nguon/${form}/${idOfText(cases.toSorted().join(' '))}`
}
