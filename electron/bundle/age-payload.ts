/**
 * The payload of an age file (age spec "Payload": 64 KiB chunks of ChaCha20-Poly1305), chunk by chunk. On node:crypto it
 * is several times as fast as the library; Electron's BoringSSL does not offer the cipher, and there libsodium's is taken,
 * in WebAssembly, which is twice as fast as the library's own in JavaScript. Header and file key are always the library's
 * (age.ts).
 */
import { createCipheriv, createDecipheriv, getCiphers, hkdfSync, randomBytes } from 'node:crypto'

const CIPHER = 'chacha20-poly1305'
const CHUNK = 64 * 1024
const TAG = 16
const NONCE = 16

/** True when this runtime has the cipher. */
export function hasNativeCipher(): boolean {
  return getCiphers().includes(CIPHER)
}

/** ChaCha20-Poly1305 on one chunk; the tag stands after its bytes. */
export type ChunkCipher = {
  readonly seal: (key: Uint8Array, nonce: Uint8Array, plain: Uint8Array) => Uint8Array
  /** @throws Error when the chunk is not authentic */
  readonly open: (key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array) => Uint8Array
}

/** The cipher of node:crypto, where the runtime has it. */
export const nativeCipher: ChunkCipher = {
  seal: (key, nonce, plain) => {
    const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG })
    const body = cipher.update(plain)
    cipher.final()
    return Buffer.concat([body, cipher.getAuthTag()])
  },
  open: (key, nonce, sealed) => {
    const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG })
    decipher.setAuthTag(sealed.subarray(sealed.length - TAG))
    const plain = decipher.update(sealed.subarray(0, sealed.length - TAG))
    decipher.final()
    return plain
  },
}

let sodium: Promise<ChunkCipher> | null = null

/** The cipher of libsodium, loaded where it is first asked for. */
export function sodiumCipher(): Promise<ChunkCipher> {
  sodium ??= loadSodium()
  return sodium
}

async function loadSodium(): Promise<ChunkCipher> {
  const { default: library } = await import('libsodium-wrappers')
  await library.ready
  return {
    seal: (key, nonce, plain) => library.crypto_aead_chacha20poly1305_ietf_encrypt(plain, null, null, nonce, key),
    open: (key, nonce, sealed) => library.crypto_aead_chacha20poly1305_ietf_decrypt(null, sealed, null, nonce, key),
  }
}

/**
 * Payload of an age file: nonce and sealed chunks.
 * @param fileKey - 16 bytes, as wrapped in the header
 */
export async function* sealPayload(
  { seal }: ChunkCipher,
  fileKey: Uint8Array,
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const nonce = randomBytes(NONCE)
  const key = payloadKey(fileKey, nonce)
  yield nonce
  let counter = 0
  // A full chunk waits until another byte comes: only then is it known not to be the last.
  for await (const { chunk, isLast } of chunksOf(source, CHUNK)) {
    yield seal(key, chunkNonce(counter, isLast), chunk)
    counter += 1
  }
}

/**
 * Opens a payload: `source` starts at its nonce.
 * @throws Error when it is truncated, altered or continued; every chunk yielded before is authentic.
 */
export async function* openPayload(
  { open }: ChunkCipher,
  fileKey: Uint8Array,
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const { nonce, rest } = await takeNonce(source)
  const key = payloadKey(fileKey, nonce)
  let counter = 0
  for await (const { chunk, isLast } of chunksOf(rest, CHUNK + TAG)) {
    if (chunk.length < TAG) throw new Error('age: chunk shorter than its tag')
    const plain = open(key, chunkNonce(counter, isLast), chunk)
    if (plain.length === 0 && counter > 0) throw new Error('age: last chunk is empty')
    yield plain
    counter += 1
  }
}

/** How many bytes a payload of this length holds; null for a length that none has. */
export function plainBytesOf(payload: number): number | null {
  const sealed = payload - NONCE
  const chunks = Math.ceil(sealed / (CHUNK + TAG))
  const last = sealed - (chunks - 1) * (CHUNK + TAG)
  // Only a file without content ends with an empty chunk.
  return chunks > 0 && (last > TAG || sealed === TAG) ? sealed - chunks * TAG : null
}

async function takeNonce(
  source: AsyncIterable<Uint8Array>,
): Promise<{ readonly nonce: Uint8Array; readonly rest: AsyncIterable<Uint8Array> }> {
  const iterator = source[Symbol.asyncIterator]()
  let held: Uint8Array = new Uint8Array(0)
  while (held.length < NONCE) {
    const next = await iterator.next()
    if (next.done === true) throw new Error('age: no nonce')
    held = Buffer.concat([held, next.value])
  }
  return { nonce: held.subarray(0, NONCE), rest: prepend(held.subarray(NONCE), iterator) }
}

/** Bytes already taken, then the rest of an iterator; closes the iterator when it is left early. */
export async function* prepend(
  first: Uint8Array,
  iterator: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    if (first.length > 0) yield first
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value
  } finally {
    await iterator.return?.()
  }
}

/** Cuts a source in chunks of `size`; the last may be shorter, and is empty only if the source is. Views are reused. */
async function* chunksOf(
  source: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<{ readonly chunk: Uint8Array; readonly isLast: boolean }, void, undefined> {
  const held = new Uint8Array(size)
  let used = 0
  for await (const piece of source) {
    let at = 0
    while (at < piece.length) {
      if (used === size) {
        yield { chunk: held, isLast: false }
        used = 0
      }
      const take = Math.min(size - used, piece.length - at)
      held.set(piece.subarray(at, at + take), used)
      used += take
      at += take
    }
  }
  yield { chunk: held.subarray(0, used), isLast: true }
}

function payloadKey(fileKey: Uint8Array, nonce: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', fileKey, nonce, 'payload', 32))
}

// 11 bytes of counter, big-endian, and the flag of the last chunk. 2^48 chunks are more than any disk holds.
function chunkNonce(counter: number, isLast: boolean): Uint8Array {
  const nonce = Buffer.alloc(12)
  nonce.writeUIntBE(counter, 5, 6)
  nonce[11] = isLast ? 1 : 0
  return nonce
}
