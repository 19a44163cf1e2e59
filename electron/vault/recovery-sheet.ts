/**
 * The recovery sheet: 48 digits on paper in the office safe that open the vault when every passphrase is lost. Digits
 * only, so that they can be typed on any keyboard and read aloud in any accent. 8 groups of 5 random digits and a check
 * digit (Damm's quasigroup started from the group's position): every wrong digit, every pair of neighbours swapped, and
 * every group in a wrong place is found, and named. 40 random digits are 132 bits: nobody guesses them.
 */
import { randomInt } from 'node:crypto'
import { fail, ok } from '../../shared/base/result.ts'
import type { Result } from '../../shared/base/result.ts'

/** Groups on a sheet, and digits in a group with its check digit. */
export const sheetGroups = 8
export const groupDigits = 6

/** Why typed digits are not a sheet. `groups` are positions from 1. */
export type SheetProblem =
  | { readonly code: 'SHEET_GROUP'; readonly groups: readonly number[] }
  | { readonly code: 'SHEET_LENGTH'; readonly digits: number; readonly needed: number }
  | { readonly code: 'SHEET_CHARACTER'; readonly character: string }

/** A new sheet: 8 strings of 6 digits, in order. Secret; shown once, printed, never stored. */
export function newSheet(): readonly string[] {
  return Array.from({ length: sheetGroups }, (_, index) => {
    const data = Array.from({ length: groupDigits - 1 }, () => String(randomInt(10))).join('')
    return data + checkDigit(index, data)
  })
}

/**
 * Reads a sheet as typed: blanks, dashes, dots, line breaks and full-width digits are understood.
 * @returns the secret, 40 digits without checks, or which groups are wrong.
 */
export function parseSheet(text: string): Result<string, SheetProblem> {
  const plain = text.normalize('NFKC')
  const strange = /[^\p{Nd}\s\p{Pd}\p{Cf}.,;:_|/]/u.exec(plain)?.[0] ?? /[^0-9\P{Nd}]/u.exec(plain)?.[0]
  if (strange !== undefined) return fail({ code: 'SHEET_CHARACTER', character: strange })
  const typed = plain.split(/[^0-9]+/).filter((part) => part !== '')
  const digits = typed.join('')
  // Typed in eight groups: a group too long or too short can be named, wherever the others then stand.
  const groups = typed.length === sheetGroups ? typed : cut(digits)
  if (typed.length !== sheetGroups && digits.length !== sheetGroups * groupDigits) {
    return fail({ code: 'SHEET_LENGTH', digits: digits.length, needed: sheetGroups * groupDigits })
  }
  const wrong = groups.flatMap((group, index) => (isGroup(index, group) ? [] : [index + 1]))
  if (wrong.length > 0) return fail({ code: 'SHEET_GROUP', groups: wrong })
  return ok(groups.map((group) => group.slice(0, -1)).join(''))
}

/**
 * Is this group right at this place? For marking a field while it is typed.
 * @param index from 0.
 */
export function isGroup(index: number, group: string): boolean {
  return new RegExp(`^[0-9]{${groupDigits}}$`).test(group) && damm(index, group) === 0
}

function cut(digits: string): readonly string[] {
  return Array.from({ length: sheetGroups }, (_, index) => digits.slice(index * groupDigits, (index + 1) * groupDigits))
}

function checkDigit(index: number, data: string): string {
  // In Damm's scheme the running state is itself the digit that brings it to zero.
  return String(damm(index, data))
}

/**
 * Runs the digits through the quasigroup. Each digit permutes the states, so groups started from different places never
 * end in the same state: a group is right in one place only.
 */
function damm(index: number, digits: string): number {
  return Array.from(digits, Number).reduce((state, digit) => table[state]?.[digit] ?? 0, index + 1)
}

/** H. Michael Damm, Total anti-symmetrische Quasigruppen (2004), order 10. */
const table: readonly (readonly number[])[] = [
  [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
  [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
  [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
  [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
  [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
  [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
  [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
  [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
  [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
  [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
]
