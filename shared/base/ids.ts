/**
 * Shapes of the identifiers that travel, and the one rule for deriving further ones: a call carries one UUID, and
 * everything that call records takes its ids from it, so that a retry of the call can never record twice.
 */
import { z } from 'zod'
import { bytesToHex } from '@noble/hashes/utils.js'
import { sha256Hex, utf8 } from './canonical.ts'

/** UUID in lower case with hyphens, any version. */
export const Uuid = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'uuid')
  .describe('UUID, lower case')

/** Office id: 26 characters of base32, made from the office's first signing key (shared/bundle/FORMAT.md 1). */
export const OfficeId = z.string().regex(/^[a-z2-7]{26}$/, 'office id')

/** SHA-256 in 64 lower-case hex digits. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'sha256')

/**
 * A UUID of version 7 (RFC 9562, 5.7): those made one after the other stand side by side in an index, so that writing one
 * touches the page that is at hand.
 * @param at - milliseconds since 1970
 * @param random - 10 random bytes
 */
export function uuid7(at: number, random: Uint8Array): string {
  const hex = at.toString(16).padStart(12, '0') + bytesToHex(random)
  return shaped(hex.slice(0, 12), '7', hex.slice(12))
}

/**
 * The n-th id derived from a call's UUID: n = 0 is the UUID itself, others are UUIDs of version 8 that begin like it and go
 * on with its hash, so that they stand beside it.
 * @param id - the call's UUID
 * @param n - 0 or more
 */
export function derivedId(id: string, n: number): string {
  if (n === 0) return id
  return shaped(`${id.slice(0, 8)}${id.slice(9, 13)}`, '8', sha256Hex(utf8(`ket-nap-id-v1\n${id}\n${n}`)))
}

/** The id that follows from a text alone: of what happens once. */
export function idOfText(text: string): string {
  const hex = sha256Hex(utf8(text))
  return shaped(hex.slice(0, 12), '8', hex.slice(12))
}

/** @param head - 12 hex digits @param tail - 20 hex digits or more, of which the fourth loses two bits to the variant */
function shaped(head: string, version: '7' | '8', tail: string): string {
  const variant = ((Number.parseInt(tail.slice(3, 4), 16) & 0x3) | 0x8).toString(16)
  return `${head.slice(0, 8)}-${head.slice(8)}-${version}${tail.slice(0, 3)}-${variant}${tail.slice(4, 7)}-${tail.slice(7, 19)}`
}
