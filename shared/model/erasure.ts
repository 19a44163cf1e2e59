/**
 * What the entries of a case say of its erasure.
 */
import { trusted } from '../base/trust.ts'
import { inOrder, type Item } from '../journal/item.ts'
import type { Remains } from './remains.ts'

/** What remains of a case, and when its erasure was recorded (wall clock, shown only). */
export type Erased = Remains & { readonly at: string }

/**
 * What remains of a case, as the first erasure of it says.
 * @param items - the applied items of the case, in any order
 * @returns null where nothing of it was erased
 */
export function erasedOf(items: readonly Item[]): Erased | null {
  const first = inOrder(items).find(({ entry }) => entry.kind === 'entry.erased')
  if (first === undefined) return null
  return { ...trusted<{ readonly remains: Remains }>(first.entry.payload).remains, at: first.entry.at }
}
