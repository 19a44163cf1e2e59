/**
 * Why a call failed, in words: with all that can be refused and the rules it speaks of, half a megabyte that the unlock
 * page does without.
 */
import './strict-zod.ts'
import { refusalSentence } from '../shared/words/vi.ts'
import { Refused } from './api.ts'
import { named } from './rules-in-force.ts'

/** The sentence of a failed call. */
export function sentenceOf(error: unknown): string {
  if (error instanceof Refused) return named(refusalSentence(error.refusal))
  return 'Có lỗi ngoài dự kiến trong phần mềm. Dữ liệu đã ghi không mất; hãy đóng và mở lại phần mềm.'
}
