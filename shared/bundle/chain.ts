/**
 * The hash chain that binds the lines of a channel (FORMAT.md section 2), with the stubs of erased lines, and the
 * base32 of identifiers. It knows a line only as canonical JSON with a `seq`; what a line means is shared/journal's.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { isCanonicalJson, utf8, type Json } from '../base/canonical.ts'
import { fail, ok, type Result } from '../base/result.ts'

/** The head before the first line: h(0), 64 hex zeros. */
export const GENESIS = '0'.repeat(64)

const STUB = /^\{"erased":"([0-9a-f]{64})","seq":[1-9]\d{0,15}\}$/
type JsonObject = { readonly [key: string]: Json | undefined }

/** SHA-256 of bytes. The rooms that have a native one hand it over: a journal is some hundred thousand lines. */
export type Digest = (bytes: Uint8Array) => Uint8Array

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567'

/** A line as the chain sees it. */
export type ChainLine = {
  readonly seq: number
  /** The line without its LF. */
  readonly line: string
  /** What JSON.parse made of it. */
  readonly value: JsonObject
  /** True for the stub of an erased line. */
  readonly erased: boolean
  /** What an `entry.erased` line names, else null. */
  readonly erases: { readonly channel: string; readonly seq: number } | null
}

/** A line that breaks the chain: not JSON, not canonical, not the next seq; or a last head that is not the one claimed. */
export type ChainFault = { readonly seq: number; readonly reason: 'json' | 'canonical' | 'hole' | 'head' }

/** A chain being read line by line. */
export type ChainReader = {
  /** Takes the next line, without its LF. `bytes`: its UTF-8, where it is at hand. After a fault the reader must not be used. */
  readonly push: (line: string, bytes?: Uint8Array) => Result<ChainLine, ChainFault>
  /** Seq of the last line taken; `from - 1` before the first. */
  readonly seq: () => number
  /** Head at that seq, hex. */
  readonly head: () => string
}

/** Hash of a line that enters the chain: SHA-256 of its bytes, or for a stub the hash it carries. Hex. */
export function lineHash(line: string): string {
  return bytesToHex(innerHash(line))
}

/**
 * The head after one more line: SHA-256(previous head || hash of the line).
 * @param previous - head before it, 64 hex digits; GENESIS before line 1
 * @param line - the line without LF; the stub of an erased line counts as the line it stands for
 */
export function nextHead(previous: string, line: string): string {
  return bytesToHex(link(hexToBytes(previous), innerHash(line)))
}

/**
 * The head after lines of which only the hashes are known.
 * @param head - head before them, at `seq`
 * @param hashes - their hashes in order, hex
 */
export function headBehind(head: string, seq: number, hashes: readonly string[]): string {
  return hashes.reduce(
    (before, hash, place) => nextHead(before, JSON.stringify({ erased: hash, seq: seq + place + 1 })),
    head,
  )
}

/** True for the stub of an erased line, by its exact bytes. */
export function isStub(line: string): boolean {
  return STUB.test(line)
}

/** The stub that stands for a line once it is erased. @param line - the line without LF */
export function stubOf(line: string, seq: number): string {
  return `{"erased":"${lineHash(line)}","seq":${seq}}`
}

/**
 * Starts reading lines of a channel.
 * @param from - seq of the first line, 1 or more
 * @param requires - h(from - 1), hex
 */
export function openChain(from: number, requires: string, digest: Digest = sha256): ChainReader {
  let seq = from - 1
  let head: Uint8Array = hexToBytes(requires)
  return {
    push(line, bytes) {
      const read = readChainLine(line, seq + 1)
      if (!read.ok) return read
      head = link(head, innerHash(line, digest, bytes), digest)
      seq += 1
      return read
    },
    seq: () => seq,
    head: () => bytesToHex(head),
  }
}

/**
 * Checks lines as a whole: canonical JSON, no holes, last head as claimed. Stubs are let through and listed, so that
 * the caller can look for the `entry.erased` that announces each (FORMAT.md section 2).
 * @param claim - `from`, `requires` = h(from - 1) and `head` = h(last), hex
 * @param lines - without LF, in order
 */
export function checkChain(
  claim: { readonly from: number; readonly requires: string; readonly head: string },
  lines: Iterable<string>,
): Result<{ readonly last: number; readonly stubs: readonly number[] }, ChainFault> {
  const chain = openChain(claim.from, claim.requires)
  const stubs: number[] = []
  for (const line of lines) {
    const read = chain.push(line)
    if (!read.ok) return read
    if (read.value.erased) stubs.push(read.value.seq)
  }
  if (chain.head() !== claim.head) return fail({ seq: chain.seq(), reason: 'head' })
  return ok({ last: chain.seq(), stubs })
}

/** Base32 of RFC 4648 in lower case without padding: 16 bytes give 26 characters, 10 give 16. */
export function base32(bytes: Uint8Array): string {
  let out = ''
  let bits = 0
  let held = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      out += BASE32.charAt((held >> bits) & 31)
    }
    held &= (1 << bits) - 1
  }
  return bits === 0 ? out : out + BASE32.charAt((held << (5 - bits)) & 31)
}

function readChainLine(line: string, seq: number): Result<ChainLine, ChainFault> {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return fail({ seq, reason: 'json' })
  }
  if (!isObject(value) || !isCanonicalJson(line, value)) return fail({ seq, reason: 'canonical' })
  if (value['seq'] !== seq) return fail({ seq, reason: 'hole' })
  return ok({ seq, line, value, erased: isStub(line), erases: erasureIn(value) })
}

function erasureIn(entry: JsonObject): ChainLine['erases'] {
  const payload = entry['payload']
  if (entry['kind'] !== 'entry.erased' || !isObject(payload)) return null
  const { channel, seq } = payload
  return typeof channel === 'string' && typeof seq === 'number' ? { channel, seq } : null
}

// Asked only of what JSON.parse gave, so its members are JSON too.
function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function innerHash(line: string, digest: Digest = sha256, bytes?: Uint8Array): Uint8Array {
  const erased = STUB.exec(line)?.[1]
  return erased === undefined ? digest(bytes ?? utf8(line)) : hexToBytes(erased)
}

function link(head: Uint8Array, inner: Uint8Array, digest: Digest = sha256): Uint8Array {
  const both = new Uint8Array(64)
  both.set(head, 0)
  both.set(inner, 32)
  return digest(both)
}
