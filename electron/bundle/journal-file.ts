/**
 * Journal files of a bundle: gzip of the lines of one channel (FORMAT.md sections 2, 5, 7). Writing makes the bytes in
 * memory, since their hash stands before them in the archive (150,000 entries are under 8 MB); reading unzips in small
 * steps, so that a bomb is refused before it fills anything.
 */
import { createHash, hash } from 'node:crypto'
import { constants, createGunzip, createGzip } from 'node:zlib'
import type { ChainReason } from '../../shared/bundle/bundle-errors.ts'
import { openChain, type ChainLine, type Digest } from '../../shared/bundle/chain.ts'
import { journalPath, LIMITS, type CarriedChannel } from '../../shared/bundle/format.ts'
import { BundleFault, checkSignal } from './fault.ts'

/** Lines of a channel to be written: `from`..`to`, h(from-1) and h(to) as the journal holds them. */
export type ChannelSource = {
  readonly channel: string
  readonly from: number
  readonly to: number
  readonly requires: string
  readonly head: string
  /** The lines without LF, in order. */
  readonly lines: AsyncIterable<string> | (() => Iterable<string>)
}

/** A journal file as made: its bytes, their hash, and what bundle.json says of it. */
export type JournalFile = {
  readonly carried: CarriedChannel
  readonly chunks: readonly Uint8Array[]
  readonly bytes: number
  readonly sha256: string
}

/** What is known before a journal file is read. `seen`: bytes unzipped so far in this bundle, shared by its files. */
export type JournalClaim = {
  readonly carried: CarriedChannel
  readonly zippedBytes: number
  readonly seen: { unzipped: number }
}

const BATCH = 64 * 1024

const digest: Digest = (bytes) => hash('sha256', bytes, 'buffer')

/**
 * Makes the journal file of a channel and checks chain and limits on the way: what would be refused there must not leave.
 * @param seen - bytes of lines so far in this bundle, shared by its files
 * @throws BundleFault B_CHAIN when the store's lines do not make the chain it claims, B_TOO_MUCH, B_CANCELLED
 */
export async function makeJournalFile(
  source: ChannelSource,
  seen: { unzipped: number } = { unzipped: 0 },
  signal?: AbortSignal,
): Promise<JournalFile> {
  const before = seen.unzipped
  const chain = openChain(source.from, source.requires, digest)
  const plain = createHash('sha256')
  async function* batches(): AsyncGenerator<Uint8Array, void, undefined> {
    let batch: string[] = []
    let length = 0
    for await (const line of typeof source.lines === 'function' ? source.lines() : source.lines) {
      if (Buffer.byteLength(line) > LIMITS.lineBytes) throw tooMuch('line', LIMITS.lineBytes)
      const read = chain.push(line)
      if (!read.ok) throw brokenHere(source.channel, read.error.seq, read.error.reason)
      batch.push(line, '\n')
      length += line.length + 1
      if (length < BATCH) continue
      yield take()
    }
    yield take()
    function take(): Uint8Array {
      checkSignal(signal)
      const bytes = Buffer.from(batch.join(''))
      seen.unzipped += bytes.length
      if (seen.unzipped > LIMITS.journalBytes) throw tooMuch('lines', LIMITS.journalBytes)
      plain.update(bytes)
      batch = []
      length = 0
      return bytes
    }
  }
  const dense = await gathered(throughZlib(createGzip({ level: 8 }), batches()))
  const { chunks, bytes, sha256 } = isBomb(seen.unzipped - before, dense.bytes) ? await loosened(dense.chunks) : dense
  if (chain.seq() !== source.to) throw brokenHere(source.channel, chain.seq(), 'count')
  if (chain.head() !== source.head) throw brokenHere(source.channel, chain.seq(), 'head')
  const { channel, from, to, requires, head } = source
  const carried: CarriedChannel = {
    channel,
    from,
    to,
    requires,
    head,
    path: journalPath(channel),
    entries: to - from + 1,
    sha256_plain: plain.digest('hex'),
  }
  return { carried, chunks, bytes, sha256 }
}

type Zipped = Pick<JournalFile, 'chunks' | 'bytes' | 'sha256'>

/**
 * A file that repeats itself so often that no reader could tell it from a bomb, zipped once more by its letters alone: each
 * of them takes a bit at the least, so that what is unzipped is at most eight times as long.
 */
function loosened(chunks: readonly Uint8Array[]): Promise<Zipped> {
  const unzipped = throughZlib(createGunzip({ chunkSize: BATCH }), chunks)
  return gathered(throughZlib(createGzip({ strategy: constants.Z_HUFFMAN_ONLY }), unzipped))
}

async function gathered(source: AsyncIterable<Uint8Array>): Promise<Zipped> {
  const hashed = createHash('sha256')
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of source) {
    hashed.update(chunk)
    chunks.push(chunk)
    bytes += chunk.length
  }
  return { chunks, bytes, sha256: hashed.digest('hex') }
}

/** True for a file that swells as no journal does: the reader's limit, which the writer keeps. */
function isBomb(unzipped: number, zipped: number): boolean {
  return unzipped > LIMITS.journalRatioFrom && unzipped > LIMITS.journalRatio * zipped
}

/**
 * Reads a journal file and checks it against its claim: caps, lines, chain, last head, hash of the lines.
 * @param source - the zipped bytes
 * @param onLine - hears every line with the head after it
 * @throws BundleFault B_BOMB, B_CHAIN, or B_HASH for `sha256_plain`; what `onLine` throws
 */
export async function readJournalFile(
  claim: JournalClaim,
  source: AsyncIterable<Uint8Array>,
  onLine: (line: ChainLine, head: () => string) => void,
): Promise<void> {
  const { carried } = claim
  const { channel, path } = carried
  const chain = openChain(carried.from, carried.requires, digest)
  const plain = createHash('sha256')
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let rest: Buffer = Buffer.alloc(0)
  let unzipped = 0
  const takeLine = (bytes: Uint8Array): void => {
    if (bytes.length > LIMITS.lineBytes) throw new BundleFault({ code: 'B_BOMB', path, reason: 'line' })
    if (chain.seq() >= carried.to) throw chainFault(channel, chain.seq() + 1, 'count')
    const read = chain.push(decode(decoder, bytes, channel, chain.seq() + 1), bytes)
    if (!read.ok) throw chainFault(channel, read.error.seq, read.error.reason)
    onLine(read.value, chain.head)
  }
  for await (const chunk of unzip(source, claim)) {
    unzipped += chunk.length
    claim.seen.unzipped += chunk.length
    if (claim.seen.unzipped > LIMITS.journalBytes) throw new BundleFault({ code: 'B_BOMB', path, reason: 'total' })
    if (isBomb(unzipped, claim.zippedBytes)) throw new BundleFault({ code: 'B_BOMB', path, reason: 'ratio' })
    plain.update(chunk)
    const whole = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    let at = 0
    for (let end = whole.indexOf(0x0a, at); end >= 0; end = whole.indexOf(0x0a, at)) {
      takeLine(whole.subarray(at, end))
      at = end + 1
    }
    rest = whole.subarray(at)
    if (rest.length > LIMITS.lineBytes) throw new BundleFault({ code: 'B_BOMB', path, reason: 'line' })
  }
  if (rest.length > 0) throw chainFault(channel, chain.seq() + 1, 'lf')
  if (chain.seq() !== carried.to) throw chainFault(channel, chain.seq(), 'count')
  if (chain.head() !== carried.head) throw chainFault(channel, chain.seq(), 'head')
  if (plain.digest('hex') !== carried.sha256_plain) throw new BundleFault({ code: 'B_HASH', path })
}

function decode(decoder: TextDecoder, bytes: Uint8Array, channel: string, seq: number): string {
  try {
    return decoder.decode(bytes)
  } catch {
    throw chainFault(channel, seq, 'utf8')
  }
}

async function* unzip(source: AsyncIterable<Uint8Array>, claim: JournalClaim): AsyncGenerator<Buffer, void, undefined> {
  const gunzip = createGunzip({ chunkSize: BATCH })
  try {
    yield* throughZlib(gunzip, source)
  } catch (error) {
    if (!isZlibError(error)) throw error
    throw chainFault(claim.carried.channel, claim.carried.from, 'gzip')
  }
  // What follows the last gzip member is ignored by node and by gzip alike; here it has no business.
  if (gunzip.bytesWritten !== claim.zippedBytes) throw chainFault(claim.carried.channel, claim.carried.from, 'gzip')
}

async function* throughZlib(
  zlib: ReturnType<typeof createGzip> | ReturnType<typeof createGunzip>,
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Buffer, void, undefined> {
  // Written by hand: a pipeline would turn a failing source into an abort of its own and hide the reason.
  let failure: { readonly error: unknown } | undefined
  // The loop below hears of every error while it runs; one that comes after it has left must not end the program.
  zlib.on('error', () => undefined)
  const feed = async (): Promise<void> => {
    try {
      for await (const chunk of source) {
        // A copy: the chunk may be a view that is reused before zlib gets to it.
        if (!zlib.write(Buffer.from(chunk))) await drained(zlib)
        if (zlib.destroyed) return
      }
      zlib.end()
    } catch (error) {
      failure = { error }
      zlib.destroy()
    }
  }
  const fed = feed()
  try {
    for await (const chunk of zlib) yield bufferOf(chunk)
  } catch (error) {
    if (failure === undefined) throw error
  } finally {
    zlib.destroy()
    await fed
  }
  if (failure !== undefined) throw failure.error
}

function bufferOf(chunk: unknown): Buffer {
  if (!Buffer.isBuffer(chunk)) throw new Error('zlib gave something else than bytes')
  return chunk
}

function drained(zlib: ReturnType<typeof createGzip> | ReturnType<typeof createGunzip>): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      zlib.off('drain', done)
      zlib.off('close', done)
      resolve()
    }
    zlib.on('drain', done)
    zlib.on('close', done)
    if (zlib.destroyed) done()
  })
}

function isZlibError(error: unknown): boolean {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' && (code.startsWith('Z_') || code === 'ERR_STREAM_PREMATURE_CLOSE')
}

function chainFault(channel: string, seq: number, reason: ChainReason): BundleFault {
  return new BundleFault({ code: 'B_CHAIN', channel, seq, reason })
}

function tooMuch(what: 'line' | 'lines', most: number): BundleFault {
  return new BundleFault({ code: 'B_TOO_MUCH', what, most })
}

/** What our own store holds is not the chain it claims. */
function brokenHere(channel: string, seq: number, reason: ChainReason): BundleFault {
  return new BundleFault({ code: 'B_CHAIN', channel, seq, reason, here: true })
}
