/**
 * Personal numbers: số định danh / CCCD (12 digits) and the older CMND (9 digits), kept side by side. The twelve digits
 * hold province of registration, century with sex, and year of birth, but there is no check digit, so what they say only
 * ever warns. Spreadsheets drop leading zeros and destroy long numbers; both are recognised here.
 */
import { fail, ok, type Result } from '../base/result.ts'

/** `cccd`: số định danh / căn cước công dân, 12 digits. `cmnd`: chứng minh nhân dân, 9 digits. */
export type IdentityKind = 'cccd' | 'cmnd'

/** Doubts about a number; none of them blocks. */
export type IdentityWarning =
  'lost_leading_zeros' | 'unknown_province' | 'century_unlikely' | 'sex_differs' | 'birth_year_differs'

/** Why a text is no personal number at all. `destroyed`: like 1.09E+10, the digits are gone and must be retyped. */
export type IdentityError = 'empty' | 'destroyed' | 'not_digits' | 'wrong_length'

/** A number read from text. With the warning `lost_leading_zeros` the digits are a proposal that a person confirms. */
export type IdentityNumber = {
  readonly kind: IdentityKind
  /** 12 or 9 digits. */
  readonly digits: string
  readonly warnings: readonly IdentityWarning[]
}

/** What is known of the person, to compare with the digits; leave out what is not known. */
export type KnownPerson = {
  readonly sex?: 'male' | 'female'
  /** Year of birth, as 1985. */
  readonly birthYear?: number
}

/** What the first six digits of a CCCD say. */
export type IdentityFacts = {
  /** Three digits, 001-096: province where the birth was registered, neither residence nor quê quán. */
  readonly province: string
  readonly sex: 'male' | 'female'
  readonly birthYear: number
}

/**
 * The 63 province codes of Thông tư 07/2016/TT-BCA, annex 1. They stay on the cards issued before the merger of 2025.
 */
const PROVINCES: ReadonlySet<string> = new Set(
  (
    '001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042 ' +
    '044 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 ' +
    '089 091 092 093 094 095 096'
  ).split(' '),
)

/**
 * Reads a personal number as typed or as it comes from a spreadsheet.
 * @param text Digits; spaces, dots, hyphens and a leading apostrophe are ignored.
 * @param person What is known of its holder.
 * @returns The number with its warnings; 11 or 10 digits are taken as a CCCD and 8 as a CMND that lost zeros.
 */
export function parseIdentityNumber(text: string, person: KnownPerson = {}): Result<IdentityNumber, IdentityError> {
  // As nearly all of them are kept.
  if (/^\d{12}$/u.test(text)) return ok({ kind: 'cccd', digits: text, warnings: identityWarnings(text, person) })
  const typed = text.normalize('NFC').trim()
  if (typed === '') return fail('empty')
  if (/^\d+(?:[.,]\d+)?e\+?\d+$/iu.test(typed)) return fail('destroyed')
  const digits = typed
    .replace(/^'/u, '')
    .replace(/^(\d{8,12})[.,]0$/u, '$1')
    .replace(/[\s.\-–]/gu, '')
  if (!/^[0-9]+$/u.test(digits)) return fail('not_digits')
  switch (digits.length) {
    case 12:
      return ok({ kind: 'cccd', digits, warnings: identityWarnings(digits, person) })
    case 11:
    case 10: {
      const padded = digits.padStart(12, '0')
      return ok({ kind: 'cccd', digits: padded, warnings: ['lost_leading_zeros', ...identityWarnings(padded, person)] })
    }
    case 9:
      return ok({ kind: 'cmnd', digits, warnings: [] })
    case 8:
      return ok({ kind: 'cmnd', digits: digits.padStart(9, '0'), warnings: ['lost_leading_zeros'] })
    default:
      return fail('wrong_length')
  }
}

/**
 * Compares the digits of a CCCD with what is known of the person.
 * @param digits 12 digits; a CMND (9 digits) says nothing and gives no warning.
 * @param person What is known of its holder.
 */
export function identityWarnings(digits: string, person: KnownPerson): readonly IdentityWarning[] {
  const facts = identityFacts(digits)
  if (facts === null) return []
  const warnings: IdentityWarning[] = []
  if (!PROVINCES.has(facts.province)) warnings.push('unknown_province')
  if (facts.birthYear >= 2100) warnings.push('century_unlikely')
  if (person.sex !== undefined && person.sex !== facts.sex) warnings.push('sex_differs')
  if (person.birthYear !== undefined && person.birthYear !== facts.birthYear) warnings.push('birth_year_differs')
  return warnings
}

/**
 * What the first six digits say (Nghị định 137/2015/NĐ-CP art. 13, Thông tư 07/2016/TT-BCA): digit 4 is 0 male, 1 female
 * for the 1900s, 2 and 3 for the 2000s, 4 and 5 for the 2100s and so on; digits 5-6 are the year.
 * @param digits 12 digits.
 * @returns null if these are not 12 digits.
 */
export function identityFacts(digits: string): IdentityFacts | null {
  if (!/^[0-9]{12}$/u.test(digits)) return null
  const century = Number(digits.charAt(3))
  return {
    province: digits.slice(0, 3),
    sex: century % 2 === 0 ? 'male' : 'female',
    birthYear: 1900 + Math.floor(century / 2) * 100 + Number(digits.slice(4, 6)),
  }
}
