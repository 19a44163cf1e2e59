/**
 * A pairing card as the digits of a QR code (FORMAT.md section 10). Digits alone: a hand scanner types them into any
 * field whatever the keyboard's layout, and no Vietnamese input method makes letters with accents of them.
 */
import { utf8 } from '../base/canonical.ts'

/** Most digits that are read: a card has six to seven hundred, with a long name twice that. */
const MOST = 4000

/** The digits of a card. @param card - as its file */
export function codeOfCard(card: string): string {
  const bytes = Array.from(utf8(card.trim()), (byte) => byte.toString(16).padStart(2, '0'))
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
