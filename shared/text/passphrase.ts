/**
 * What makes a passphrase acceptable, and the one form in which it is used. Vietnamese keyboards produce the same letter
 * in two Unicode forms, so everything typed is brought to NFC first: otherwise a person is locked out of their own
 * store by changing the keyboard. The policy is short on purpose; length is what counts.
 */

/** Fewest characters of a passphrase. */
export const shortestPassphrase = 10

const segmenter = new Intl.Segmenter('vi')

/** Why a new passphrase is not accepted. `length` counts characters as a person sees them. */
export type PassphraseProblem =
  | { readonly code: 'PASSPHRASE_TOO_SHORT'; readonly shortest: number; readonly length: number }
  | { readonly code: 'PASSPHRASE_IS_LOGIN' }
  | { readonly code: 'PASSPHRASE_ONE_CHARACTER' }

/** The form of a passphrase that keys are made from. */
export function normalPassphrase(text: string): string {
  return text.normalize('NFC')
}

/** The form in which two logins are compared: NFC, without regard to case. */
export function sameLoginForm(login: string): string {
  return login.normalize('NFC').trim().toLowerCase()
}

/**
 * Checks a new passphrase; one already in use is never checked, only tried.
 * @returns the first problem found, or `undefined`.
 */
export function passphraseProblem(passphrase: string, login: string): PassphraseProblem | undefined {
  const characters = Array.from(segmenter.segment(normalPassphrase(passphrase)), ({ segment }) => segment)
  if (characters.length < shortestPassphrase) {
    return { code: 'PASSPHRASE_TOO_SHORT', shortest: shortestPassphrase, length: characters.length }
  }
  if (new Set(characters).size === 1) return { code: 'PASSPHRASE_ONE_CHARACTER' }
  if (sameLoginForm(passphrase) === sameLoginForm(login)) return { code: 'PASSPHRASE_IS_LOGIN' }
  return undefined
}
