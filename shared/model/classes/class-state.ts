/**
 * A class as it follows from its entries. It belongs to the office that opened it; what another office passes on of it
 * counts only where its own entries are not held.
 */
import { inOrder, retractions, typed, type Item } from '../../journal/item.ts'
import type { ClassFacts, ClassRef } from './facts.ts'

/** A class and the office whose it is. `via`: the office that passed it on, where the first entry is not held. */
export type ClassState = {
  readonly id: string
  readonly facts: ClassFacts
  readonly office: string
  readonly via: boolean
}

/** Folds the items of one class; null where nothing opens it. */
export function foldClass(id: string, items: readonly Item[]): ClassState | null {
  const history = inOrder(items)
  const { taken } = retractions(history)
  const live = history.filter(({ entry }) => !taken.has(entry.id)).map(typed)
  const told = live.flatMap((fact) =>
    fact.kind === 'class.opened' || fact.kind === 'class.changed' ? [{ ...fact, office: fact.item.office }] : [],
  )
  const firsts = told.filter(({ payload }) => payload.relays === undefined)
  const counting = firsts.length > 0 ? firsts : told
  const opening = counting.find(({ kind }) => kind === 'class.opened')
  const newest = counting.findLast(({ office }) => office === opening?.office)
  if (opening === undefined || newest === undefined) return null
  const { relays, ...facts } = newest.payload
  return { id, facts, office: opening.office, via: relays !== undefined }
}

/** The class by value, for acts about a person. */
export function classRef({ id, facts }: Pick<ClassState, 'id' | 'facts'>): ClassRef {
  const { kind, name, place, from, to } = facts
  return { id, kind, name, ...(place === undefined ? {} : { place }), from, to }
}
