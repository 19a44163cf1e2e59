/**
 * Rows of a long form that are drawn once the form itself is on the screen: a hundred of them would keep a person waiting for
 * a dialog that is read from its top. Their place is kept, so that nothing moves when they come.
 */
import { useDeferredValue } from 'react'

const NONE: readonly never[] = []

/**
 * @param rows - all of them
 * @param height - of one, about, in pixels
 * @param most - of the place in which they scroll, in pixels
 * @returns `drawn`: none at first, all from the next frame on; `room`: how high what holds them is at most and at least
 */
export function useDrawnAfter<Row>(
  rows: readonly Row[],
  height: number,
  most: number,
): { readonly drawn: readonly Row[]; readonly room: { readonly mah: number; readonly mih: number } } {
  const drawn = useDeferredValue<readonly Row[]>(rows, NONE)
  const mih = drawn.length === rows.length ? 0 : Math.min(most, rows.length * height)
  return { drawn, room: { mah: most, mih } }
}
