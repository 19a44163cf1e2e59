/**
 * Where in a sheet of several pages a reader is: which page that is, and which the buttons go to. All lengths in pixels.
 */

/** What is seen of a sheet: `top` of `whole` is above the frame, which shows `height`. */
export type SheetView = { readonly top: number; readonly height: number; readonly whole: number }

/** Half points of the screen: a page that was gone to may stand as much lower than its own beginning. */
const SLACK = 4

/** True if there is nothing to scroll: the buttons that leaf through it lead nowhere. */
export function isAllSeen({ height, whole }: SheetView): boolean {
  return whole <= height + SLACK
}

/**
 * The page that is read: the one at the upper edge, and the last once the end is reached, however low it is.
 * @param tops - where each page begins, from the top of the sheet
 * @returns its number, from 1
 */
export function pageAt(tops: readonly number[], view: SheetView): number {
  if (view.top <= SLACK || isAllSeen(view)) return 1
  if (view.top + view.height >= view.whole - SLACK) return Math.max(tops.length, 1)
  return lastUpTo(tops, view.top + SLACK)
}

/**
 * The page before it that is worth going to. At the end several low pages stand in the frame at once: there it is the one
 * that moves the sheet.
 */
export function pageBefore(tops: readonly number[], view: SheetView): number {
  return Math.min(Math.max(pageAt(tops, view) - 1, 1), lastUpTo(tops, view.top - SLACK))
}

/**
 * Where a sheet is scrolled to once its pages have been drawn larger or smaller; the gaps between them stay as they are.
 * @param was - where it was scrolled to
 * @param tops - where each page began before, `now` where it begins now
 * @param by - new width by old
 * @param still - how far under the frame's edge the point is that stays where it was
 */
export function placeAfter(
  was: number,
  { tops, now, by, still }: { tops: readonly number[]; now: readonly number[]; by: number; still: number },
): number {
  const page = lastUpTo(tops, was + still) - 1
  return (now[page] ?? 0) + (was + still - (tops[page] ?? 0)) * by - still
}

function lastUpTo(tops: readonly number[], place: number): number {
  return Math.max(tops.filter((top) => top <= place).length, 1)
}
