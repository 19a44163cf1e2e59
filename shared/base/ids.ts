/**
 * Shapes of the identifiers that travel, and the one rule for deriving further ones: a call carries one UUID, and
 * everything that call records takes its ids from it, so that a retry of the call can never record twice.
 */
import { z } from 'zod'
import { sha256Hex, utf8 } from './canonical.ts'
import { shaped } from './uuid7.ts'

/** UUID in lower case with hyphens, any version. */
export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The same as a schema. */
export const Uuid = z.string().regex(UUID, 'uuid').describe('UUID, lower case')

/** Office id: 26 characters of base32, made from the office's first signing key (shared/bundle/FORMAT.md 1). */
export const OfficeId = z.string().regex(/^[a-z2-7]{26}$/, 'office id')

/** SHA-256 in 64 lower-case hex digits. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'sha256')

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
