/**
 * Numbers of documents: continuous per type and issuing body through a term of office (Hướng dẫn 36-HD/VPTW). A person
 * types the number; the register only proposes the next one and warns. Gaps are normal: most papers of an office are
 * not made here.
 */
import type { PlainDate } from '../calendar/plain-date.ts'
import { doubtsAmong, partsOf, type NumberParts } from '../model/number-series.ts'

/** Letters of a type of document: nghị quyết, quyết định, thông báo, công văn, báo cáo. */
export type DocumentType = 'NQ' | 'QĐ' | 'TB' | 'CV' | 'BC'

/** A number that is in use, with its day and the cases its document is about. `type`: where the number is digits alone. */
export type UsedNumber = {
  readonly number: string
  readonly date: PlainDate | null
  readonly cases: readonly string[]
  readonly type?: DocumentType
}

/** Doubts about a number; none of them stops anybody. */
export type NumberWarning =
  | { readonly code: 'numberUsed'; readonly number: string; readonly date: PlainDate | null }
  | { readonly code: 'dateOutOfOrder'; readonly number: string; readonly date: PlainDate }

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
  const highest = series.reduce((most, { count }) => Math.max(most, count), 0)
  const lettered = series.reduce<InUse | null>(
    (best, one) => (one.parts.symbol === '' || (best !== null && best.count >= one.count) ? best : one),
    null,
  )
  const letters = lettered?.parts.symbol ?? symbol
  return `${writeCount(highest + 1)}-${type}/${letters}`
}

/** A typed number in full: '12' of a series whose next is '13-NQ/CB' is '12-NQ/CB'. */
export function fullNumber(typed: string, next: string): string {
  return /^\d{1,6}$/.test(typed) ? `${writeCount(Number(typed))}${next.slice(next.indexOf('-'))}` : typed
}

/**
 * What is odd about a number and its day beside those in use.
 * @param about - cases of the document: the same number for one of them is this very document on record
 * @param type - of the document, where the number is digits alone
 */
export function numberWarnings(
  number: string,
  date: PlainDate | null,
  used: readonly UsedNumber[],
  about: readonly string[] = [],
  type: DocumentType | '' = '',
): readonly NumberWarning[] {
  const own = partsOf(number, type)
  if (own === null) return []
  const isThis = ({ parts, cases }: InUse) => parts.count === own.count && cases.some((id) => about.includes(id))
  const others = seriesOf(used, own.type).filter((one) => !isThis(one))
  const doubts = doubtsAmong({ count: own.count, date }, others)
  return [
    ...(doubts.used === null
      ? []
      : [{ code: 'numberUsed', number: doubts.used.number, date: doubts.used.date } as const]),
    ...(doubts.disorder === null || doubts.disorder.date === null
      ? []
      : [{ code: 'dateOutOfOrder', number: doubts.disorder.number, date: doubts.disorder.date } as const]),
  ]
}

type InUse = UsedNumber & { readonly parts: NumberParts; readonly count: number }

function seriesOf(used: readonly UsedNumber[], type: string): readonly InUse[] {
  return used.flatMap((one) => {
    const parts = partsOf(one.number, one.type ?? '')
    return parts === null || parts.type !== type ? [] : [{ ...one, parts, count: parts.count }]
  })
}
