/**
 * Sealing and opening age v1 files (https://age-encryption.org/v1), for sets and for the store of scans. The header is
 * always made and read by the library typage; the payload runs on node:crypto where the runtime has the cipher, else on
 * libsodium. Errors are named: the library's own words differ by release and say little.
 */
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { fail, type Result } from '../../shared/base/result.ts'
import type { BundleError } from '../../shared/bundle/bundle-errors.ts'
import {
  hasNativeCipher,
  nativeCipher,
  openPayload,
  plainBytesOf,
  prepend,
  sealPayload,
  sodiumCipher,
  type ChunkCipher,
} from './age-payload.ts'
import { attemptBundle, BundleFault } from './fault.ts'

/** Who runs the payload: node:crypto, libsodium, the library of age, or the first of them that this runtime has. */
export type AgeEngine = 'native' | 'sodium' | 'typage' | 'auto'

/** How to seal. */
export type SealOptions = { readonly engine?: AgeEngine }

/** How to open. `single`: refuse a file that does not have exactly one X25519 stanza, as every set has. */
export type OpenOptions = SealOptions & { readonly single?: boolean }

const MAGIC = Buffer.from('age-encryption.org/v1\n')
const HEADER_LIMIT = 64 * 1024
const EMPTY_PAYLOAD = 32 // nonce and tag of an empty file
const HEADER_FOR_ONE = 168 // of a file that is sealed to one X25519 recipient

/** True for bytes that begin as an age file does. */
export function isAge(start: Uint8Array): boolean {
  return MAGIC.equals(start.subarray(0, MAGIC.length))
}

/** A fresh X25519 identity, `AGE-SECRET-KEY-1...`. */
export function generateIdentity(): Promise<string> {
  return generateX25519Identity()
}

/** The recipient `age1...` of an identity. @throws Error if it is not one. */
export function recipientOf(identity: string): Promise<string> {
  return identityToRecipient(identity)
}

/** True when a text is an X25519 recipient whose checksum holds. */
export function isRecipient(text: string): boolean {
  try {
    new Encrypter().addRecipient(text)
    return /^age1[02-9ac-hj-np-z]{58}$/.test(text)
  } catch {
    return false
  }
}

/**
 * Seals a source to recipients, in constant memory.
 * @param recipients - one or more `age1...`
 * @throws what the source throws; Error for a recipient that is none
 */
export async function* sealStream(
  recipients: readonly string[],
  source: AsyncIterable<Uint8Array>,
  options: SealOptions = {},
): AsyncGenerator<Uint8Array, void, undefined> {
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  // Web streams close their source late or never when they are left early; so it is closed here.
  const iterator = source[Symbol.asyncIterator]()
  const plain = prepend(new Uint8Array(0), iterator)
  try {
    const cipher = await cipherOf(options.engine)
    if (cipher !== null) yield* sealWith(cipher, encrypter, plain)
    else yield* fromWeb(await encrypter.encrypt(toWeb(plain)))
  } finally {
    await iterator.return?.()
  }
}

/**
 * Opens a sealed source, in constant memory. Every chunk handed over is authentic; that the file is whole is known only
 * when the generator ends without throwing.
 * @param identities - `AGE-SECRET-KEY-1...`, tried in turn
 * @throws BundleFault B_NOT_AGE, B_NOT_FOR_US or B_DAMAGED; what the source throws
 */
export async function* openStream(
  identities: readonly string[],
  source: AsyncIterable<Uint8Array>,
  options: OpenOptions = {},
): AsyncGenerator<Uint8Array, void, undefined> {
  const iterator = source[Symbol.asyncIterator]()
  try {
    const { header, rest } = await takeHeader(iterator)
    const fileKey = await readHeader(identities, header, options.single === true)
    const cipher = await cipherOf(options.engine)
    const watched = watch(prepend(cipher === null ? Buffer.concat([header, rest]) : rest, iterator))
    try {
      if (cipher !== null) yield* openPayload(cipher, fileKey, watched.source)
      else yield* fromWeb(await decrypterFor(identities).decrypt(toWeb(watched.source)))
    } catch (error) {
      if (watched.failure() !== undefined) throw watched.failure()
      throw new BundleFault({ code: 'B_DAMAGED', part: null }, error)
    }
  } finally {
    await iterator.return?.()
  }
}

/** How many bytes a file holds that is sealed to one recipient, by its size; null for a size that none has. */
export function plainBytes(sealed: number): number | null {
  return plainBytesOf(sealed - HEADER_FOR_ONE)
}

/** Seals bytes in memory. */
export async function sealBytes(
  recipients: readonly string[],
  bytes: Uint8Array,
  options: SealOptions = {},
): Promise<Uint8Array> {
  return collect(sealStream(recipients, once(bytes), options))
}

/**
 * Seals bytes as `age -p` does, under a passphrase in NFC: another form of the same words would be another passphrase.
 * @param cost - scrypt's N, a power of two; the library's own unless given
 */
export async function sealWithPassphrase(passphrase: string, bytes: Uint8Array, cost?: number): Promise<Uint8Array> {
  const encrypter = new Encrypter()
  encrypter.setPassphrase(passphrase.normalize('NFC'))
  if (cost !== undefined) encrypter.setScryptWorkFactor(Math.log2(cost))
  return encrypter.encrypt(bytes)
}

/** Opens what `sealWithPassphrase` has sealed; null with another passphrase, or where it is damaged. */
export async function openWithWords(passphrase: string, bytes: Uint8Array): Promise<Uint8Array | null> {
  const decrypter = new Decrypter()
  decrypter.addPassphrase(passphrase.normalize('NFC'))
  try {
    return await decrypter.decrypt(bytes)
  } catch (error) {
    if (error instanceof Error) return null
    throw error
  }
}

/** Opens bytes in memory; B_NOT_AGE, B_NOT_FOR_US or B_DAMAGED. */
export async function openBytes(
  identities: readonly string[],
  bytes: Uint8Array,
  options: OpenOptions = {},
): Promise<Result<Uint8Array, BundleError>> {
  if (identities.length === 0) return fail({ code: 'B_NOT_FOR_US' })
  return attemptBundle(() => collect(openStream(identities, once(bytes), options)))
}

/** The cipher of an engine; null where the library does everything. */
async function cipherOf(engine: AgeEngine = 'auto'): Promise<ChunkCipher | null> {
  if (engine === 'typage') return null
  return engine === 'native' || (engine === 'auto' && hasNativeCipher()) ? nativeCipher : sodiumCipher()
}

async function* sealWith(
  cipher: ChunkCipher,
  encrypter: Encrypter,
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  let fileKey = new Uint8Array(0)
  // A recipient without a stanza: the library's own way to learn the file key it has drawn.
  encrypter.addRecipient({
    wrapFileKey(key) {
      fileKey = Uint8Array.from(key)
      return []
    },
  })
  const empty = await encrypter.encrypt(new Uint8Array(0))
  yield empty.subarray(0, -EMPTY_PAYLOAD)
  yield* sealPayload(cipher, fileKey, source)
}

function decrypterFor(identities: readonly string[]): Decrypter {
  const decrypter = new Decrypter()
  for (const identity of identities) decrypter.addIdentity(identity)
  return decrypter
}

// Only the end of the header is looked for here, its last line beginning with `---`; its meaning is the library's.
async function takeHeader(
  iterator: AsyncIterator<Uint8Array>,
): Promise<{ readonly header: Uint8Array; readonly rest: Uint8Array }> {
  let held = Buffer.alloc(0)
  for (;;) {
    const isMagic = held.subarray(0, MAGIC.length).equals(MAGIC.subarray(0, held.length))
    if (!isMagic) throw new BundleFault({ code: 'B_NOT_AGE', reason: 'magic' })
    const last = held.indexOf('\n---')
    const end = last < 0 ? -1 : held.indexOf('\n', last + 1)
    if (end >= 0) return { header: held.subarray(0, end + 1), rest: held.subarray(end + 1) }
    const next = await iterator.next()
    if (next.done === true || held.length > HEADER_LIMIT) {
      throw new BundleFault({ code: 'B_NOT_AGE', reason: held.length < MAGIC.length ? 'magic' : 'header' })
    }
    held = Buffer.concat([held, next.value])
  }
}

async function readHeader(identities: readonly string[], header: Uint8Array, single: boolean): Promise<Uint8Array> {
  let stanzas: readonly string[] | undefined
  const decrypter = new Decrypter()
  // Asked first and knowing nothing, it sees the stanzas as the library read them.
  decrypter.addIdentity({
    unwrapFileKey(seen) {
      stanzas = seen.map((stanza) => stanza.args[0] ?? '')
      if (single && (stanzas.length !== 1 || stanzas[0] !== 'X25519')) {
        throw new BundleFault({ code: 'B_NOT_AGE', reason: 'stanzas' })
      }
      return null
    },
  })
  for (const identity of identities) decrypter.addIdentity(identity)
  try {
    return await decrypter.decryptHeader(header)
  } catch (error) {
    if (error instanceof BundleFault) throw error
    if (stanzas === undefined) throw new BundleFault({ code: 'B_NOT_AGE', reason: 'header' }, error)
    if (!(error instanceof Error)) throw error
    if (error.message.includes('HMAC')) throw new BundleFault({ code: 'B_DAMAGED', part: null }, error)
    if (error.message.includes('no identity matched')) throw new BundleFault({ code: 'B_NOT_FOR_US' }, error)
    throw new BundleFault({ code: 'B_NOT_AGE', reason: 'header' }, error)
  }
}

/** Passes a source through and remembers its own failure, so that it is not taken for damage of the content. */
function watch(source: AsyncIterable<Uint8Array>): {
  readonly source: AsyncIterable<Uint8Array>
  readonly failure: () => unknown
} {
  let failure: unknown
  async function* pass(): AsyncGenerator<Uint8Array, void, undefined> {
    try {
      yield* source
    } catch (error) {
      failure = error
      throw error
    }
  }
  return { source: pass(), failure: () => failure }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  yield bytes
}

async function collect(source: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of source) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function toWeb(source: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = source[Symbol.asyncIterator]()
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = await iterator.next()
        if (next.done === true) controller.close()
        // What stands behind may hold a chunk longer than its source does.
        else controller.enqueue(Uint8Array.from(next.value))
      },
      async cancel() {
        await iterator.return?.()
      },
    },
    { highWaterMark: 0 },
  )
}

async function* fromWeb(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = stream.getReader()
  let isDone = false
  try {
    for (;;) {
      const next = await reader.read()
      isDone = next.done
      if (next.value !== undefined) yield next.value
      if (isDone) return
    }
  } catch (error) {
    isDone = true
    throw error
  } finally {
    if (!isDone) await reader.cancel()
  }
}
