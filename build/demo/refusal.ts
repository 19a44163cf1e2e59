/**
 * A refusal as the diary tells it.
 */
import type { Refusal } from '../../shared/contract/refusals.ts'

/** One sentence. */
export function sayRefusal(refusal: Refusal): string {
  return refusal.code
}
