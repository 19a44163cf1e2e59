/**
 * How a new identifier is made. A file of its own, since the page makes some before it has read any schema.
 */

/**
 * A UUID of version 7 (RFC 9562, 5.7): those made one after the other stand side by side in an index, so that writing one
 * touches the page that is at hand.
 * @param at - milliseconds since 1970
 * @param random - 10 random bytes
 */
export function uuid7(at: number, random: Uint8Array): string {
  const hex =
    at.toString(16).padStart(12, '0') + Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return shaped(hex.slice(0, 12), '7', hex.slice(12))
}

/** Twelve hex digits and what follows, in the form of a UUID. @param head - 12 hex digits @param tail - 20 hex digits or more, of which the fourth loses two bits to the variant */
export function shaped(head: string, version: '7' | '8', tail: string): string {
  const variant = ((Number.parseInt(tail.slice(3, 4), 16) & 0x3) | 0x8).toString(16)
  return `${head.slice(0, 8)}-${head.slice(8)}-${version}${tail.slice(0, 3)}-${variant}${tail.slice(4, 7)}-${tail.slice(7, 19)}`
}
