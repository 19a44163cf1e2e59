/**
 * The private notes on a case. They stand beside the state of the case and not in it, so that no snapshot can carry one.
 */
import { inOrder, retractions, typed, type Item } from '../journal/item.ts'

/** A note of our own office. */
export type Note = { readonly entry: string; readonly at: string; readonly actor: string; readonly text: string }

/**
 * The notes of one case.
 * @param items - its applied items, in any order
 * @returns newest first, without those taken back
 */
export function foldNotes(items: readonly Item[]): readonly Note[] {
  const history = inOrder(items)
  const { taken } = retractions(history)
  return history
    .flatMap((item) => {
      const fact = typed(item)
      if (fact.kind !== 'note.recorded' || taken.has(item.entry.id)) return []
      return [{ entry: item.entry.id, at: item.entry.at, actor: item.entry.actor.name, text: fact.payload.text }]
    })
    .toReversed()
}
