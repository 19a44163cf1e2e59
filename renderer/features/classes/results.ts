/**
 * What is typed of the results of a class, and which of it is recorded. Pure.
 */
import type { SeatRow } from '../../../shared/contract/classes.ts'

/** The result of one person as it is typed. */
export type ResultLine = { readonly outcome: string; readonly number: string }

/** Of somebody of whom nothing was said: completed, without a certificate yet. */
export const NO_LINE: ResultLine = { outcome: 'passed', number: '' }

/** What is typed; `redates`: the day and signer are also those of certificates that are on record. */
export type Results = {
  readonly date: string
  readonly signer: string
  readonly redates: boolean
  readonly lines: Readonly<Record<string, ResultLine>>
}

/** Those of whom something else is recorded, or nothing yet. */
export function changedSeats(seats: readonly SeatRow[], { lines, date, signer, redates }: Results): readonly SeatRow[] {
  return seats.filter(({ case: id, end }) => {
    const { outcome, number } = lines[id] ?? NO_LINE
    const held = end?.certificate
    if (end === null || end.outcome !== outcome || (held?.number ?? '') !== textOf(number)) return true
    return redates && held !== undefined && (held.date !== date || (held.signer ?? '') !== textOf(signer))
  })
}

/** The rows that are recorded, as the command takes them: a certificate on record keeps its day and signer. */
export function resultRows(seats: readonly SeatRow[], results: Results): readonly Readonly<Record<string, unknown>>[] {
  const { lines, date, redates } = results
  const signer = textOf(results.signer)
  return changedSeats(seats, results).map(({ case: id, end }) => {
    const { outcome, number } = lines[id] ?? NO_LINE
    const given = textOf(number)
    if (outcome !== 'passed' || given === '') return { case: id, outcome }
    const stands = redates ? undefined : end?.certificate
    const by = stands === undefined ? signer : (stands.signer ?? '')
    const certificate = { number: given, date: stands?.date ?? date, ...(by === '' ? {} : { signer: by }) }
    return { case: id, outcome, certificate }
  })
}

/** The lines with numbers from a first one on for those who have completed the class and have no certificate on record. */
export function numbered(seats: readonly SeatRow[], lines: Results['lines'], first: string): Results['lines'] {
  const without = seats.filter(
    ({ case: id, end }) => end?.certificate === undefined && (lines[id] ?? NO_LINE).outcome === 'passed',
  )
  const numbers = numbersFrom(first, without.length)
  return {
    ...lines,
    ...Object.fromEntries(
      without.map(({ case: id }, place) => [id, { outcome: 'passed', number: numbers[place] ?? '' }]),
    ),
  }
}

/** Numbers from a first one on: '07/CN-2024' gives 07/CN-2024, 08/CN-2024, ... as wide as it was written. */
function numbersFrom(first: string, count: number): readonly string[] {
  const match = /^(\D*)(\d+)(.*)$/u.exec(first.trim())
  if (match === null) return []
  const [, before = '', digits = '', after = ''] = match
  return Array.from(
    { length: count },
    (_, n) => `${before}${String(Number(digits) + n).padStart(digits.length, '0')}${after}`,
  )
}

function textOf(typed: string): string {
  return typed.normalize('NFC').trim()
}
