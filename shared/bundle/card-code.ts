/**
 * A pairing card as the digits of a QR code (FORMAT.md section 10). Digits alone: a hand scanner types them into any
 * field whatever the keyboard's layout, and no Vietnamese input method makes letters with accents of them.
 */
import { canonicalJson, utf8 } from '../base/canonical.ts'
import { trustedJson } from '../base/trust.ts'

/** Most digits that are read: a card has six to seven hundred, with a long name twice that. */
const MOST = 4000

/** More digits than these no scanner reads from paper: of a card that long the renewals of its keys are left out. */
const MOST_ON_PAPER = 3000

/** A card as digits. `isWhole`: false where the renewals of its keys are left out. */
export type CardCode = { readonly digits: string; readonly isWhole: boolean }

/**
 * The digits of a card. One that proves many renewals of its keys is said without them: to whoever knew its office before it
 * is the same card, anybody else needs the file.
 * @param card - as its file
 */
export function codeOfCard(card: string): CardCode {
  const digits = digitsIn(card)
  if (digits.length <= MOST_ON_PAPER) return { digits, isWhole: true }
  const { renewals: _renewals, ...said } = trustedJson<Readonly<Record<string, string>>>(card)
  return { digits: digitsIn(canonicalJson(said)), isWhole: false }
}

function digitsIn(text: string): string {
  const bytes = Array.from(utf8(text.trim()), (byte) => byte.toString(16).padStart(2, '0'))
  return BigInt(`0x${bytes.join('')}`).toString()
}

/**
 * The card that digits say.
 * @param text - what was scanned or pasted; blanks and line ends between the digits say nothing
 * @returns null where the text is not digits alone, or not those of a text
 */
export function cardOfCode(text: string): string | null {
  const digits = text.replace(/\s/g, '')
  if (!/^\d+$/.test(digits) || digits.length > MOST) return null
  const bytes = BigInt(digits).toString(16)
  try {
    return decodeURIComponent((bytes.length % 2 === 0 ? bytes : `0${bytes}`).replace(/../g, '%$&'))
  } catch {
    // Not UTF-8: a digit is wrong or missing.
    return null
  }
}
