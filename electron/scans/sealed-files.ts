/**
 * Scans as files: where each one lies under its keyed name, and the ways bytes go into and out of an age file. The name
 * is an HMAC of the content's hash, so that the folder does not tell which known document an office holds. Plaintext
 * exists in memory only. Everything above (store, staging, upkeep) is built on these few functions.
 */
import { createHash, createHmac } from 'node:crypto'
import { join } from 'node:path'
import { fail, ok } from '../../shared/base/result.ts'
import type { Result } from '../../shared/base/result.ts'
import { isBadFile } from '../disk/bad-spot.ts'
import { DiskError } from '../disk/disk.ts'
import type { Disk, DiskFailure } from '../disk/disk.ts'
import { chunkBytes, readStream, writeStream } from '../disk/streams.ts'
import type { AgeBox } from './age-box.ts'
import { ofDisk } from './failures.ts'
import type { ScanFailure } from './failures.ts'
import { mediaTypeOf, sniffBytes } from './media.ts'
import type { MediaType } from './media.ts'
import { largestScan } from './prepare.ts'

/** The keys of a scan store: 32 bytes for names, where new scans are sealed to, what opens new and old ones. */
export type ScanKeys = {
  readonly nameKey: Uint8Array
  readonly recipient: string
  readonly identities: readonly string[]
}

/** What a scan store works with. `folder` is the data folder; scans go to `scans/`, imports to `incoming/` in it. */
export type ScanRoom = { readonly disk: Disk; readonly folder: string; readonly keys: ScanKeys; readonly age: AgeBox }

/** A scan as an entry names it: SHA-256 of the plaintext in hex, its length, its kind, and its file's keyed name. */
export type Scan = {
  readonly sha256: string
  readonly bytes: number
  readonly mediaType: MediaType
  readonly name: string
}

/** What was found in a stream of plaintext. `mediaType` is undefined for what is no scan. */
export type Measured = { readonly sha256: string; readonly bytes: number; readonly mediaType: MediaType | undefined }

/** The keyed name of a scan, 64 hex digits. @param sha256 of the plaintext, 64 hex digits, lower case. */
export function nameOf({ keys }: Pick<ScanRoom, 'keys'>, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not a SHA-256 in hex')
  return createHmac('sha256', keys.nameKey).update(sha256, 'utf8').digest('hex')
}

/** The folder of all scans. */
export const scansFolder = (folder: string): string => join(folder, 'scans')

/** The folder of scans on their way in. */
export const incomingFolder = (folder: string): string => join(folder, 'incoming')

/** Where a scan of this keyed name lies: `scans/<first 2>/<other 62>`. */
export function placeOf(folder: string, name: string): { readonly folder: string; readonly path: string } {
  const shelf = join(scansFolder(folder), name.slice(0, 2))
  return { folder: shelf, path: join(shelf, name.slice(2)) }
}

/**
 * Seals a stream into a new age file, synced, measuring the plaintext on its way.
 * @returns the measure, or `SCAN_TOO_LARGE`; then no file is left.
 * @throws DiskError, or what the source throws; no file is left either.
 */
export async function sealInto(
  { disk, keys, age }: ScanRoom,
  path: string,
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<Result<Measured, ScanFailure>> {
  const hash = createHash('sha256')
  const head = Buffer.alloc(sniffBytes)
  let bytes = 0
  async function* measured(): AsyncGenerator<Uint8Array> {
    for await (const chunk of source) {
      if (bytes < head.length) head.set(chunk.subarray(0, head.length - bytes), bytes)
      bytes += chunk.length
      if (bytes > largestScan) throw tooLarge
      hash.update(chunk)
      yield chunk
    }
  }
  try {
    await writeStream(disk, path, age.sealStream([keys.recipient], measured()))
  } catch (error) {
    if (bytes > largestScan) return fail({ code: 'SCAN_TOO_LARGE', bytes, limit: largestScan })
    throw error
  }
  return ok({ sha256: hash.digest('hex'), bytes, mediaType: mediaTypeOf(head.subarray(0, bytes)) })
}

const tooLarge = new Error('the scan is larger than any scan may be')

/** A scan that cannot be opened, or turns out on the way not to be what it should be. */
export class ScanUnopened extends Error {
  readonly failure: ScanFailure
  constructor(failure: ScanFailure) {
    super('a scan cannot be opened')
    this.failure = failure
  }
}

/**
 * Opens the age file of a scan and checks it against its hash.
 * @param path the file.
 * @returns the plaintext, or `SCAN_MISSING`, `SCAN_CHANGED` (not authentic, or other content), `SCAN_UNREADABLE`, or a failure
 * of the disk.
 */
export async function openSealed(
  room: ScanRoom,
  path: string,
  sha256: string,
): Promise<Result<Uint8Array, ScanFailure>> {
  const chunks: Uint8Array[] = []
  try {
    for await (const chunk of streamSealed(room, path, sha256)) chunks.push(Buffer.from(chunk))
    return ok(Buffer.concat(chunks))
  } catch (error) {
    if (error instanceof ScanUnopened) return fail(error.failure)
    throw error
  }
}

/**
 * The plaintext of a scan as it is opened, in chunks that are good until the next is asked for. Every chunk is authentic; that they are the whole of this scan is known only
 * when the generator ends without throwing.
 * @throws ScanUnopened with what `openSealed` answers
 */
export async function* streamSealed(
  room: ScanRoom,
  path: string,
  sha256: string,
): AsyncGenerator<Uint8Array, void, undefined> {
  const { disk, keys, age } = room
  const raised: Error[] = []
  // The age box may wrap what its source throws, so it is noted here.
  async function* ciphertext(): AsyncGenerator<Uint8Array> {
    try {
      yield* readStream(disk, path, undefined, new Uint8Array(chunkBytes))
    } catch (error) {
      if (error instanceof Error) raised.push(error)
      throw error
    }
  }
  const opened = age.openStream(keys.identities, ciphertext())[Symbol.asyncIterator]()
  const hash = createHash('sha256')
  let total = 0
  try {
    const next = () => nextOf(opened, raised, sha256, (failure) => ofScan(room, path, sha256, failure))
    for (let chunk = await next(); chunk !== null; chunk = await next()) {
      total += chunk.length
      if (total > largestScan) throw new ScanUnopened({ code: 'SCAN_CHANGED', sha256 })
      hash.update(chunk)
      yield chunk
    }
  } finally {
    await opened.return?.()
  }
  if (hash.digest('hex') !== sha256) throw new ScanUnopened({ code: 'SCAN_CHANGED', sha256 })
}

/** What a disk that fails under the file of a scan comes to: that of the scan alone, if the disk reads the others. */
export async function ofScan(
  { disk, folder }: ScanRoom,
  path: string,
  sha256: string,
  failure: DiskFailure,
): Promise<ScanFailure> {
  if (failure.code === 'DISK_MISSING') return { code: 'SCAN_MISSING', sha256 }
  return (await isBadFile(disk, failure, path, scansFolder(folder)))
    ? { code: 'SCAN_UNREADABLE', sha256 }
    : ofDisk(failure)
}

/** The next chunk, or null at the end; what goes wrong is named. Whoever reads the chunks throws past this. */
async function nextOf(
  opened: AsyncIterator<Uint8Array>,
  raised: readonly Error[],
  sha256: string,
  said: (failure: DiskFailure) => Promise<ScanFailure>,
): Promise<Uint8Array | null> {
  try {
    const next = await opened.next()
    return next.done === true ? null : next.value
  } catch (error) {
    const [trouble] = raised
    if (trouble instanceof DiskError) throw new ScanUnopened(await said(trouble.failure))
    if (trouble !== undefined) throw trouble
    // The age library has no codes; the file was readable, so it is its content that does not hold.
    if (!(error instanceof Error)) throw error
    throw new ScanUnopened({ code: 'SCAN_CHANGED', sha256 })
  }
}
