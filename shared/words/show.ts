/**
 * How values stand in a Vietnamese sentence: 1.234 with a dot, 25,5 MB with a comma, days as 19/01/2024, lists joined by
 * commas. Pure and without Intl, so that a sentence is the same on every machine. Sentences themselves are elsewhere.
 */
import { isPartialDate, showDate } from '../text/dates.ts'

/** What a sentence says where a value is not known. */
export const UNKNOWN = 'chưa rõ'

/** What a sentence can ask about ids, which are never shown raw where a name is known. */
export type Names = {
  /** Name of a paired office by its id; null where it is not known. */
  readonly office?: (id: string) => string | null
}

const UNITS = ['KB', 'MB', 'GB'] as const

/** A whole number in groups of three: 1.234. */
export function showNumber(count: number): string {
  const digits = String(Math.abs(Math.trunc(count))).replace(/\B(?=(\d{3})+$)/g, '.')
  return count < 0 ? `-${digits}` : digits
}

/**
 * A size: 25 MB, 1,5 GB.
 * @param bytes - 0 or more
 * @param round - up for what is needed or found, down for what is free, so that both never look equal
 */
export function showSize(bytes: number, round: 'up' | 'down' = 'up'): string {
  if (bytes < 1024) return `${showNumber(bytes)} byte`
  let amount = bytes
  let unit: (typeof UNITS)[number] = 'KB'
  for (const next of UNITS) {
    amount /= 1024
    unit = next
    if (amount < 1024) break
  }
  const tenths = round === 'up' ? Math.ceil(amount * 10) : Math.floor(amount * 10)
  const rest = tenths % 10
  return `${showNumber((tenths - rest) / 10)}${rest === 0 ? '' : `,${rest}`} ${unit}`
}

/** A day or part of a date as shown; what is no date stands as it is, and nothing as 'chưa rõ'. */
export function showDay(date: unknown): string {
  if (typeof date !== 'string' || date === '') return UNKNOWN
  return isPartialDate(date) ? showDate(date) : date
}

/** 'ngày 19/01/2024', 'tháng 01/2024' or 'năm 2024'. */
export function showDayWithWord(date: unknown): string {
  if (typeof date !== 'string' || !isPartialDate(date)) return `ngày ${showDay(date)}`
  return `${date.length === 4 ? 'năm' : date.length === 7 ? 'tháng' : 'ngày'} ${showDate(date)}`
}

/** A value of unknown shape in a sentence: numbers grouped, days as days, anything else that is no text as unknown. */
export function showValue(value: unknown): string {
  return typeof value === 'number' ? showNumber(value) : showDay(value)
}

/** A document: 'số 12-NQ/CB, ngày 19/01/2024', or as much of it as is known. */
export function showDocument({
  number,
  date,
}: {
  readonly number?: string | undefined
  readonly date?: string | undefined
}): string {
  const parts = [
    ...(number === undefined ? [] : [`số ${number}`]),
    ...(date === undefined ? [] : [`ngày ${showDay(date)}`]),
  ]
  return parts.length === 0 ? UNKNOWN : parts.join(', ')
}

/** A name or title between quotation marks. */
export function quote(text: string): string {
  return text === '' ? UNKNOWN : `“${text}”`
}

/** 'a, b và c'; 'chưa rõ' for nothing. */
export function listOf(items: readonly string[]): string {
  const last = items.at(-1)
  if (last === undefined) return UNKNOWN
  return items.length === 1 ? last : `${items.slice(0, -1).join(', ')} và ${last}`
}

/** A label in the middle of a sentence: its first letter small, unless the first word is written in capitals. */
export function lower(label: string): string {
  const [first = '', second = ''] = label
  return second !== '' && second === second.toUpperCase() && second !== second.toLowerCase()
    ? label
    : first.toLowerCase() + label.slice(first.length)
}

/** A label at the beginning of a sentence. */
export function upper(label: string): string {
  const [first = ''] = label
  return first.toUpperCase() + label.slice(first.length)
}

/** A length of life given in months: '18 tuổi', or '18 tuổi 6 tháng'. */
export function showAge(months: number): string {
  const rest = months % 12
  const years = `${showNumber((months - rest) / 12)} tuổi`
  return rest === 0 ? years : `${years} ${rest} tháng`
}

/**
 * An office by its name, which refusals give where it is known, else its id.
 * @param office - name or id
 */
export function showOffice(office: string, names: Names = {}): string {
  // A code, or another computer of our own office under its device id, where its name is known.
  if (!/^[a-z2-7]{26}$/.test(office)) return office === '' ? UNKNOWN : (names.office?.(office) ?? office)
  return names.office?.(office) ?? `một đơn vị khác (mã ${office.slice(0, 6)}…)`
}

/**
 * The office that wrote a channel, or null where its name is not known.
 * @param channel - `<office id>.<device id>.<audience>`
 */
export function authorOf(channel: string, names: Names): string | null {
  return names.office?.(channel.split('.')[0] ?? '') ?? null
}

/** The office that wrote a channel, by its name or its code. */
export function writerOf(channel: string, names: Names): string {
  return showOffice(channel.split('.')[0] ?? '', names)
}

/** The computer of our own office that wrote a channel, by its name where that is known. */
export function computerOf(channel: string, names: Names): string {
  return names.office?.(channel.split('.')[1] ?? '') ?? 'một máy của đơn vị mình'
}
