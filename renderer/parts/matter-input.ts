/**
 * How a form says what it is about: admission is left out, as entries leave it out.
 */
import type { Matter } from '../../shared/model/acts.ts'

/** The part of an input that names the matter. */
export function matterInput(matter: Matter): { readonly matter?: Matter } {
  return matter === 'admission' ? {} : { matter }
}

/** The part of a draft's name that tells matters apart; drafts of admission keep their old names. */
export function draftOf(matter: Matter): string {
  return matter === 'admission' ? '' : `-${matter}`
}
