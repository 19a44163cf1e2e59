/**
 * Digits and hashes as people read them out: four by four.
 */

/** A text in groups of four, a blank between them. */
export function inFours(text: string): string {
  return (text.match(/.{1,4}/g) ?? []).join(' ')
}
