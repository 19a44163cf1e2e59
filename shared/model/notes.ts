/**
 * What our office keeps for itself: private notes on a case or a unit, the photograph of a person. They stand beside the
 * state and not in it, so that no snapshot can carry them.
 */
import type { ScanRef } from './acts.ts'
import { inOrder, retractions, typed, type Item } from '../journal/item.ts'

/** A note of our own office. */
export type Note = { readonly entry: string; readonly at: string; readonly actor: string; readonly text: string }

/**
 * The notes on one case or one unit.
 * @param items - its applied items, in any order
 * @returns newest first, without those taken back
 */
export function foldNotes(items: readonly Item[]): readonly Note[] {
  const history = inOrder(items)
  const { taken } = retractions(history)
  return history
    .flatMap((item) => {
      const fact = typed(item)
      if ((fact.kind !== 'note.recorded' && fact.kind !== 'unit.noted') || taken.has(item.entry.id)) return []
      return [{ entry: item.entry.id, at: item.entry.at, actor: item.entry.actor.name, text: fact.payload.text }]
    })
    .toReversed()
}

/** The photograph of a person, with the entry that brought it. */
export type Photo = { readonly entry: string; readonly scan: ScanRef }

/**
 * The photograph that counts: the newest not taken back.
 * @param items - the applied items of one case, in any order
 */
export function foldPhoto(items: readonly Item[]): Photo | null {
  const history = inOrder(items)
  const { taken } = retractions(history)
  let photo: Photo | null = null
  for (const item of history) {
    const fact = typed(item)
    if (fact.kind === 'photo.recorded' && !taken.has(item.entry.id))
      photo = { entry: item.entry.id, scan: fact.payload.scan }
  }
  return photo
}
