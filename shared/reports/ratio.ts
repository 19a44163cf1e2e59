/**
 * A share as two whole numbers and its per cent in tenths, rounded half up: computed in integers, so that the same report
 * says the same digit everywhere.
 */

/** A share. `tenths`: per cent times ten (102.1 % is 1021); null where there is nothing to divide by. */
export type Ratio = {
  readonly numerator: number
  readonly denominator: number | null
  readonly tenths: number | null
}

/**
 * A share of two counts.
 * @param denominator - null or 0 where there is no number to compare with: then there is no per cent either
 */
export function ratioOf(numerator: number, denominator: number | null): Ratio {
  const tenths =
    denominator === null || denominator <= 0 ? null : Math.floor((2000 * numerator + denominator) / (2 * denominator))
  return { numerator, denominator, tenths }
}

/** The per cent of a share as a number, for a cell that is reckoned with; null where there is none. */
export function percentOf({ tenths }: Ratio): number | null {
  return tenths === null ? null : tenths / 10
}
