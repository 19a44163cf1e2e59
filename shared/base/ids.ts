/**
 * Shapes of the identifiers that travel, and the one rule for deriving further ones: a call carries one UUID, and
 * everything that call records takes its ids from it, so that a retry of the call can never record twice.
 */
import { z } from 'zod'
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
 * The n-th id derived from a call's UUID: n = 0 is the UUID itself, others are UUIDs of version 8 from its hash.
 * @param id - the call's UUID
 * @param n - 0 or more
 */
export function derivedId(id: string, n: number): string {
  if (n === 0) return id
  const hex = sha256Hex(utf8(`ket-nap-id-v1\n${id}\n${n}`))
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
