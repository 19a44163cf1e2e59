/**
 * minisign signatures (https://jedisct1.github.io/minisign), form ED: Ed25519 over BLAKE2b-512, plus a signed comment.
 * Any archivist can check them with the tool of that name. BLAKE2b comes from noble: Electron's node:crypto has none.
 * Only small files are signed this way, the list of tag files (FORMAT.md section 5).
 */
import {
  createPrivateKey,
  createPublicKey,
  randomBytes,
  sign as signEd25519,
  verify as verifyEd25519,
} from 'node:crypto'
import { blake2b } from '@noble/hashes/blake2.js'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { SignatureReason } from '../../shared/bundle/bundle-errors.ts'

/** A signing key as kept in the encrypted store: base64 of the 32-byte Ed25519 seed and of the 8-byte key number. */
export type SignSecret = { readonly seed: string; readonly keyNumber: string }

/** A signature file, taken apart. `keyNumber`: 16 upper-case hex digits as the minisign tool prints them. */
export type Signature = {
  readonly keyNumber: string
  readonly trustedComment: string
  /** Ed25519 over BLAKE2b-512 of the file. */
  readonly signature: Uint8Array
  /** Ed25519 over the signature and the trusted comment. */
  readonly globalSignature: Uint8Array
}

const PKCS8_SEED = Buffer.from('302e020100300506032b657004220420', 'hex')
const SPKI_KEY = Buffer.from('302a300506032b6570032100', 'hex')
const KEY_ALGORITHM = Buffer.from('Ed')
const PREHASHED = Buffer.from('ED')
const COMMENT = /^[^\r\n\p{Cc}]{0,1000}$/u

/** A fresh signing key with a random key number. */
export function generateSignSecret(): SignSecret {
  return { seed: randomBytes(32).toString('base64'), keyNumber: randomBytes(8).toString('base64') }
}

/** The sign key line of a secret: 56 characters, the second line of the public key file. */
export function signKeyOf(secret: SignSecret): string {
  const publicKey = createPublicKey(privateKeyOf(secret)).export({ format: 'der', type: 'spki' })
  return Buffer.concat([KEY_ALGORITHM, keyNumberOf(secret), publicKey.subarray(SPKI_KEY.length)]).toString('base64')
}

/** The public key file for a sign key line, as `minisign -G` writes it: its comment leaves out a number's leading zeros. */
export function publicKeyFile(signKeyLine: string): string {
  const printed = (keyNumberInLine(signKeyLine) ?? '').replace(/^0+(?=.)/, '')
  return `untrusted comment: minisign public key ${printed}\n${signKeyLine}\n`
}

/** Key number in a sign key line: 16 upper-case hex digits; null if the line is not one. */
export function keyNumberInLine(signKeyLine: string): string | null {
  const bytes = parseKeyLine(signKeyLine)
  return bytes === null ? null : hexNumber(bytes.subarray(2, 10))
}

/**
 * Signs a file.
 * @param message - its bytes
 * @param trustedComment - one line, signed with it
 * @returns the four lines of the .minisig file
 */
export function signFile(secret: SignSecret, message: Uint8Array, trustedComment: string): string {
  if (!COMMENT.test(trustedComment)) throw new Error('minisign: a comment is one line without control characters')
  const key = privateKeyOf(secret)
  const signature = signEd25519(null, blake2b(message), key)
  const globalSignature = signEd25519(null, Buffer.concat([signature, Buffer.from(trustedComment)]), key)
  const body = Buffer.concat([PREHASHED, keyNumberOf(secret), signature]).toString('base64')
  return (
    `untrusted comment: signature from ket-nap\n${body}\n` +
    `trusted comment: ${trustedComment}\n${globalSignature.toString('base64')}\n`
  )
}

/**
 * Takes a signature file apart; null unless it is exactly four lines of form ED in canonical base64. The untrusted
 * comment may say anything.
 */
export function parseSignature(text: string): Signature | null {
  const lines = text.split('\n')
  const [untrusted = '', first = '', trusted = '', second = '', end] = lines
  if (lines.length !== 5 || end !== '') return null
  const prefix = 'trusted comment: '
  const trustedComment = trusted.slice(prefix.length)
  if (!untrusted.startsWith('untrusted comment: ') || !trusted.startsWith(prefix)) return null
  if (!COMMENT.test(untrusted) || !COMMENT.test(trustedComment)) return null
  const body = strictBase64(first, 74)
  const globalSignature = strictBase64(second, 64)
  if (body === null || globalSignature === null || !body.subarray(0, 2).equals(PREHASHED)) return null
  return { keyNumber: hexNumber(body.subarray(2, 10)), trustedComment, signature: body.subarray(10), globalSignature }
}

/**
 * Verifies a file's signature and trusted comment.
 * @param signKeyLine - 56 characters
 * @param message - the file's bytes
 * @param text - the .minisig file
 * @returns the trusted comment; or `form`, `key` (made with another key), `signature`, `comment`
 */
export function verifyFile(
  signKeyLine: string,
  message: Uint8Array,
  text: string,
): Result<{ readonly trustedComment: string }, SignatureReason> {
  const parsed = parseSignature(text)
  const keyLine = parseKeyLine(signKeyLine)
  if (parsed === null) return fail('form')
  if (keyLine === null || keyNumberInLine(signKeyLine) !== parsed.keyNumber) return fail('key')
  const key = createPublicKey({ key: Buffer.concat([SPKI_KEY, keyLine.subarray(10)]), format: 'der', type: 'spki' })
  if (!verifyEd25519(null, blake2b(message), key, parsed.signature)) return fail('signature')
  const signed = Buffer.concat([parsed.signature, Buffer.from(parsed.trustedComment)])
  if (!verifyEd25519(null, signed, key, parsed.globalSignature)) return fail('comment')
  return ok({ trustedComment: parsed.trustedComment })
}

function parseKeyLine(line: string): Buffer | null {
  const bytes = strictBase64(line, 42)
  return bytes !== null && bytes.subarray(0, 2).equals(KEY_ALGORITHM) ? bytes : null
}

// Buffer reads base64 leniently, so the text must also be what its bytes print as.
function strictBase64(text: string, length: number): Buffer | null {
  const bytes = Buffer.from(text, 'base64')
  return bytes.length === length && bytes.toString('base64') === text ? bytes : null
}

// The tool prints the number as a little-endian integer.
function hexNumber(bytes: Uint8Array): string {
  return Buffer.from(bytes).reverse().toString('hex').toUpperCase()
}

function keyNumberOf(secret: SignSecret): Buffer {
  const bytes = strictBase64(secret.keyNumber, 8)
  if (bytes === null) throw new Error('minisign: key number is not 8 bytes of base64')
  return bytes
}

function privateKeyOf(secret: SignSecret) {
  const seed = strictBase64(secret.seed, 32)
  if (seed === null) throw new Error('minisign: seed is not 32 bytes of base64')
  return createPrivateKey({ key: Buffer.concat([PKCS8_SEED, seed]), format: 'der', type: 'pkcs8' })
}
