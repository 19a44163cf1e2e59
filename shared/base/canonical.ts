/**
 * Canonical JSON (RFC 8785) restricted to what the journal needs: strings, booleans, null, safe integers, arrays and
 * plain objects. It is what is hashed and signed, so the same value must give the same bytes on every machine.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** A value canonical JSON can carry. Numbers are integers within the safe range. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined }

/**
 * Prints a value as canonical JSON: keys sorted by UTF-16 code units, no white space, strings in NFC.
 * Properties whose value is `undefined` are left out.
 * @throws Error for a fraction, a number out of the safe range, a lone surrogate or a string that is not NFC.
 */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new Error(`canonical JSON: ${value} is not a safe integer`)
    return String(value === 0 ? 0 : value)
  }
  if (typeof value === 'string') {
    if (ASCII.test(value)) return JSON.stringify(value)
    if (!value.isWellFormed()) throw new Error('canonical JSON: a string with a lone surrogate')
    if (value.normalize('NFC') !== value) throw new Error('canonical JSON: a string that is not NFC')
    return JSON.stringify(value)
  }
  if (isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  const members: string[] = []
  for (const key of Object.keys(value).sort()) {
    const member = value[key]
    if (member !== undefined) members.push(`${canonicalJson(key)}:${canonicalJson(member)}`)
  }
  return `{${members.join(',')}}`
}

/**
 * True if a text is the canonical JSON of the value that JSON.parse made of it. A line of the journal nearly always is
 * and nearly always shows it at once: the engine prints it the same, in NFC, with sorted keys and whole numbers only.
 * Whatever differs there is printed the slow way before it is said not to be.
 */
export function isCanonicalJson(text: string, value: Json): boolean {
  try {
    const plain = ASCII.test(text) || (text.isWellFormed() && text.normalize('NFC') === text)
    if (plain && !LONE_SURROGATE.test(text) && isSorted(value) && JSON.stringify(value) === text) return true
    return canonicalJson(value) === text
  } catch {
    // A value that canonical JSON cannot carry, or one nested deep enough to overflow the stack.
    return false
  }
}

/** Text that is in NFC and well-formed whatever it says. */
const ASCII = /^[\0-\x7f]*$/

/** How JSON.stringify prints half of a character. */
const LONE_SURROGATE = /\\ud[89a-f]/

function isSorted(value: Json): boolean {
  if (typeof value === 'number') return Number.isSafeInteger(value)
  if (typeof value !== 'object' || value === null) return true
  if (isArray(value)) return value.every(isSorted)
  let last = ''
  for (const key of Object.keys(value)) {
    if (key < last || !isSorted(value[key] ?? null)) return false
    last = key
  }
  return true
}

/** UTF-8 bytes of a string. */
export function utf8(text: string): Uint8Array {
  return utf8ToBytes(text)
}

/** SHA-256 as 64 lower-case hex digits. */
export function sha256Hex(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes))
}

/** Every string inside a JSON value brought to Unicode NFC: done once, at the edge where data comes in. */
export function toNfc<T>(value: T): T {
  if (typeof value === 'string') return value.normalize('NFC') as T
  if (Array.isArray(value)) return value.map((item: unknown) => toNfc(item)) as T
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key.normalize('NFC'), toNfc(member)])) as T
  }
  return value
}

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}
