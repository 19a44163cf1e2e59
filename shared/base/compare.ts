/**
 * The order of texts by their code units, the same on every computer; days and months come in the order of the calendar.
 */

/**
 * Compares two texts, for sorting.
 * @returns below 0 where `a` comes first, above 0 where `b` does, 0 where they are the same
 */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
