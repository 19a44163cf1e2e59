/**
 * What of a person no file and no paper in clear shows unless it was chosen for it: identity numbers, religion, relatives.
 * Which facts and findings of a case say one of them, so that a printed page can leave them out.
 */
import { z } from 'zod'
import type { Finding } from '../rules/finding.ts'

/** What is left out unless it is chosen, in the order in which it is offered. */
export const GUARDED = ['identityNumbers', 'religion', 'relatives'] as const
export type Guarded = (typeof GUARDED)[number]

/** What was chosen to be in a file or a print besides what always is. */
export const Include = z.strictObject({
  identityNumbers: z.boolean().optional(),
  religion: z.boolean().optional(),
  relatives: z.boolean().optional(),
})
export type Include = z.infer<typeof Include>

/** The choices that were made, in that order: as the log of files in clear keeps them. */
export function chosenIn(include: Include): readonly Guarded[] {
  return GUARDED.filter((name) => include[name] === true)
}

/** What a field of a case says of these; null where nothing. @param field - as a conflict or a profile names it */
export function guardedField(field: string): Guarded | null {
  switch (field) {
    case 'identityNumber':
    case 'oldIdentityNumber':
      return 'identityNumbers'
    case 'religion':
      return 'religion'
    case 'resume':
      return 'relatives'
    default:
      return null
  }
}

/** What the sentence of a finding says of these; null where nothing. */
export function guardedFinding({ code, data }: Pick<Finding, 'code' | 'data'>): Guarded | null {
  switch (code) {
    case 'C40':
      return 'identityNumbers'
    case 'C8-open':
      return 'relation' in data && data.relation === 'self' ? null : 'relatives'
    case 'C8-waiver':
    case 'C35-kin':
      return 'relatives'
    case 'C32':
      return 'special' in data && data.special === 'religion' ? 'religion' : null
    case 'C36-paper':
      // What somebody read on an identity card is typed as a sentence.
      return 'differs' in data && saysNumber(data.differs) ? 'identityNumbers' : null
    default:
      return null
  }
}

/** What the name of a paper, or a sentence that repeats it, says of these; null where nothing. */
export function guardedName(name: string): Guarded | null {
  return /tôn giáo/iu.test(name) ? 'religion' : null
}

/**
 * What a text says of these that a person typed or a finding proposed: a number by its digits, religion by its word,
 * relatives by their names.
 * @param relatives - names of those declared in the CV
 */
export function guardedIn(said: string, relatives: readonly string[]): readonly Guarded[] {
  return [
    ...(saysNumber(said) ? (['identityNumbers'] as const) : []),
    ...(guardedName(said) === 'religion' ? (['religion'] as const) : []),
    ...(relatives.some((name) => names(said, name)) ? (['relatives'] as const) : []),
  ]
}

/**
 * True where a text has a name as words of its own: 'Lê Thị An' is not in 'Lê Thị Anh'. In whatever case, but where the name
 * is one syllable: 'Mai' is not in 'ngày mai'.
 */
function names(said: string, name: string): boolean {
  if (name === '') return false
  const alike = (text: string) => (name.includes(' ') ? text.toLowerCase() : text)
  const [text, wanted] = [alike(said), alike(name)]
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1))
    if (!LETTER.test(text.charAt(at - 1)) && !LETTER.test(text.charAt(at + wanted.length))) return true
  return false
}

const LETTER = /\p{L}/u

/**
 * True where a text may say an identity number: nine digits or more in a row, however they are set apart. A CMND has nine
 * (in papers issued while it was in use it stays as it is), a CCCD or số định danh twelve (Nghị định 137/2015/NĐ-CP art. 13),
 * ten or eleven where a spreadsheet has dropped its zeros; more are two numbers side by side. Eight are too few: a day has so
 * many. What cannot be one is let through: a telephone number, and days set apart by dots or hyphens. A sum of money or an
 * account looks the same as a number and is left out with it, for none must slip through that is one.
 */
function saysNumber(text: string): boolean {
  const runs =
    text
      .replaceAll(DAYS, '/')
      .replaceAll(GAP, ' ')
      .match(/\+?\d(?: ?\d){8,}/gu) ?? []
  return runs.some((run) => !TELEPHONE.test(run))
}

/** What stands between two digits of one number. */
const GAP = /(?<=\d)(?:\s+|[.\p{Pd}])(?=\d)/gu

/**
 * A telephone number as it is dialled in the country or from abroad: a mobile of ten digits, a fixed line of eleven (Thông
 * tư 22/2014/TT-BTTTT). A CCCD of so many digits begins with no zero, for its zeros are what it has lost. No gap is behind
 * the nought or within the code of a fixed line: '02 168123456' is another number, and a CMND.
 */
const TELEPHONE = /^(?:0|\+84 ?)(?:[35789]|2\d)(?: ?\d){8}$/u

/** A day or a month with its year, or several of them, up to a year alone; not within a longer number. */
const DAYS =
  /(?<!\d[\s.\p{Pd}]?)(?:\d{1,2}[.-]){1,2}(?:19|20)\d{2}(?:[\s\p{Pd}]{1,3}(?:\d{1,2}[.-]){0,2}(?:19|20)\d{2})*(?!\d|[.\p{Pd}]\d)/gu
