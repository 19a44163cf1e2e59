/**
 * Numbers of documents: continuous per type and issuing body through a term of office (Hướng dẫn 36-HD/VPTW). A person
 * types the number; the register only proposes the next one and warns. Gaps are normal: most papers of an office are
 * not made here.
 */
import type { PlainDate } from '../calendar/plain-date.ts'

/** Letters of a type of document: nghị quyết, quyết định, thông báo, công văn, báo cáo. */
export type DocumentType = 'NQ' | 'QĐ' | 'TB' | 'CV' | 'BC'

/** A number that is in use, with its day and the cases its document is about. */
export type UsedNumber = {
  readonly number: string
  readonly date: PlainDate | null
  readonly cases: readonly string[]
}

/** Doubts about a number; none of them stops anybody. */
export type NumberWarning =
  | { readonly code: 'numberUsed'; readonly number: string; readonly date: PlainDate | null }
  | { readonly code: 'dateOutOfOrder'; readonly number: string; readonly date: PlainDate }

type Parts = { readonly count: number; readonly type: string; readonly symbol: string }

/** Takes '12-NQ/CB' apart; null for what has another shape. */
export function numberParts(number: string): Parts | null {
  const match = /^(?:số\s+)?(\d{1,6})\s*-\s*([\p{L}]+)\/(\S.*)$/iu.exec(number.normalize('NFC').trim())
  if (match === null) return null
  return { count: Number(match[1]), type: (match[2] ?? '').toUpperCase(), symbol: match[3] ?? '' }
}

/** A count as it is written: 01, 02, 113. */
export function writeCount(count: number): string {
  return String(count).padStart(2, '0')
}

/**
 * The next number of a series: one more than the highest in use.
 * @param used - numbers of that body in this term
 * @param symbol - letters of the body, where no number of it is in use yet
 */
export function nextNumber(used: readonly UsedNumber[], type: DocumentType, symbol: string): string {
  const series = seriesOf(used, type)
  const highest = series.reduce((most, { parts }) => Math.max(most, parts.count), 0)
  const letters = series.find(({ parts }) => parts.count === highest)?.parts.symbol ?? symbol
  return `${writeCount(highest + 1)}-${type}/${letters}`
}

/** A typed number in full: '12' of a series whose next is '13-NQ/CB' is '12-NQ/CB'. */
export function fullNumber(typed: string, next: string): string {
  return /^\d{1,6}$/.test(typed) ? `${writeCount(Number(typed))}${next.slice(next.indexOf('-'))}` : typed
}

/**
 * What is odd about a number and its day beside those in use.
 * @param about - cases of the document: the same number for one of them is this very document on record
 */
export function numberWarnings(
  number: string,
  date: PlainDate,
  used: readonly UsedNumber[],
  about: readonly string[] = [],
): readonly NumberWarning[] {
  const own = numberParts(number)
  if (own === null) return []
  const series = seriesOf(used, own.type)
  const isThis = (one: UsedNumber) => one.cases.some((id) => about.includes(id))
  const same = series.find((one) => one.parts.count === own.count && !isThis(one))
  const odd = series.find(
    ({ parts, date: other }) =>
      other !== null && ((parts.count < own.count && other > date) || (parts.count > own.count && other < date)),
  )
  return [
    ...(same === undefined ? [] : [{ code: 'numberUsed', number: same.number, date: same.date } as const]),
    ...(odd === undefined || odd.date === null
      ? []
      : [{ code: 'dateOutOfOrder', number: odd.number, date: odd.date } as const]),
  ]
}

function seriesOf(used: readonly UsedNumber[], type: string) {
  return used.flatMap((one) => {
    const parts = numberParts(one.number)
    return parts === null || parts.type !== type ? [] : [{ ...one, parts }]
  })
}
