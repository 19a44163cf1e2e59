/**
 * Numbers of documents in their series: an organisation numbers each type of document from 01 on through a term of office
 * (Hướng dẫn số 36-HD/VPTW). Whether a number is in doubt is told by what stands beside it: another document of the same
 * number, the nearest lower number with a later day, the nearest higher number with an earlier day. Gaps are normal.
 */
import type { PlainDate } from '../calendar/plain-date.ts'

/** A number taken apart: '12-NQ/CB' is the 12th of type NQ, with the letters of its body. */
export type NumberParts = { readonly count: number; readonly type: string; readonly symbol: string }

/** Takes '12-NQ/CB' apart; null for what has another shape. */
export function numberParts(number: string): NumberParts | null {
  const match = /^(?:số\s+)?(\d{1,6})\s*-\s*([\p{L}]+)\/(\S.*)$/iu.exec(number.normalize('NFC').trim())
  if (match === null) return null
  return { count: Number(match[1]), type: (match[2] ?? '').toUpperCase(), symbol: match[3] ?? '' }
}

/**
 * Takes a number apart that may be digits alone, as people write it where the type goes without saying.
 * @param type - of the document it stands on
 */
export function partsOf(number: string, type: string): NumberParts | null {
  const digits = /^(?:số\s+)?(\d{1,6})$/iu.exec(number.normalize('NFC').trim())
  return digits === null ? numberParts(number) : { count: Number(digits[1]), type, symbol: '' }
}

/** A document in its series; a day nobody knows has no part in the order. */
export type InSeries = { readonly count: number; readonly date: PlainDate | null }

/** Why a number is in doubt: the document that bears it too, the neighbour it is out of order with. */
export type SeriesDoubts<N> = { readonly used: N | null; readonly disorder: N | null }

/**
 * What is odd about a number.
 * @param own - the number and the day of its document; a day nobody knows is in no disorder
 * @param others - other documents of the series: all of them, or at least those of the same and the nearest numbers
 */
export function doubtsAmong<N extends InSeries>(
  own: { readonly count: number; readonly date: PlainDate | null },
  others: readonly N[],
): SeriesDoubts<N> {
  let used: N | null = null
  let lower: N | null = null
  let higher: N | null = null
  for (const one of others) {
    const { count, date } = one
    if (count === own.count) used ??= one
    else if (date === null) continue
    else if (count < own.count) {
      if (lower === null || count > lower.count || (count === lower.count && isLater(one, lower))) lower = one
    } else if (higher === null || count < higher.count || (count === higher.count && isLater(higher, one))) higher = one
  }
  const isLower = isBefore(own.date, lower?.date)
  const isHigher = isBefore(higher?.date, own.date)
  return { used, disorder: isLower ? lower : isHigher ? higher : null }
}

/**
 * Those of whom something else is to be told once a document is there, or is there no more: whoever bore its number alone,
 * and whoever it stands between and the next, where that changes their order. Everybody else stays as he was.
 * @param own - the document that was added or taken out
 * @param beside - the others of the same and of the nearest numbers, without it
 * @param isSame - whether two entries are about one document
 */
export function changedBy<N extends InSeries>(
  own: N,
  beside: readonly N[],
  isSame: (one: N, other: N) => boolean,
): readonly N[] {
  const level = beside.filter(({ count }) => count === own.count)
  const lower = beside.filter(({ count }) => count < own.count)
  const higher = beside.filter(({ count }) => count > own.count)
  const days = (rows: readonly N[]) => rows.flatMap(({ date }) => date ?? []).toSorted()
  const between = days([own, ...level])
  const without = days(level)
  const [firstAfter, firstAfterAnyway] = [between[0], (without.length === 0 ? days(higher) : without)[0]]
  const [lastBefore, lastBeforeAnyway] = [between.at(-1), (without.length === 0 ? days(lower) : without).at(-1)]
  return [
    ...level.filter((one) => !isSame(one, own) && level.every((other) => isSame(one, other))),
    ...lower.filter(({ date }) => isBefore(firstAfter, date) !== isBefore(firstAfterAnyway, date)),
    ...higher.filter(({ date }) => isBefore(date, lastBefore) !== isBefore(date, lastBeforeAnyway)),
  ]
}

function isBefore(day: PlainDate | null | undefined, other: PlainDate | null | undefined): boolean {
  return typeof day === 'string' && typeof other === 'string' && day < other
}

function isLater(one: InSeries, other: InSeries): boolean {
  return one.date !== null && other.date !== null && one.date > other.date
}
