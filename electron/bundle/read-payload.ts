/**
 * Steps 10 and 11 of reading: every payload file in the order of the signed manifest, hashed as it streams by. Lines
 * are checked, and those we lack handed on one by one; scans go straight to the sink, never to the disk in the clear.
 */
import { createHash } from 'node:crypto'
import type { BundleError } from '../../shared/bundle/bundle-errors.ts'
import type { ManifestLine } from '../../shared/bundle/bag.ts'
import type { CarriedChannel } from '../../shared/bundle/format.ts'
import type { ChannelVerdict } from '../../shared/bundle/judge.ts'
import { shapeOfLine, type CheckedLine } from '../../shared/journal/classify.ts'
import { BundleFault } from './fault.ts'
import { readJournalFile } from './journal-file.ts'
import type { OpenedBag } from './open-bag.ts'
import { isScanType, scanTypeBytes } from './scan-type.ts'
import { drain, type TarMember } from './tar-stream.ts'

/** What a bundle brings of one channel: seq of the first line we lack, and how many; 0 when all is held already. */
export type NewChannel = { readonly channel: string; readonly from: number; readonly fresh: number }

/** A scan, by hash and size in bytes. */
export type ScanRef = { readonly sha256: string; readonly bytes: number }

/** Where what a bundle brings goes. What was taken in before an error is the caller's to drop. */
export type PayloadSink = {
  /** Takes a line we lack, channel by channel and in order. It stands once the whole set has been read without error. */
  readonly line: (channel: string, line: CheckedLine) => void
  /** True when the scan is in our store already. */
  readonly knowsScan: (sha256: string) => boolean
  /**
   * Takes a scan into staging. The source throws at its end when the bytes are not those of the hash: what was staged
   * must then be dropped. Errors of the sink stop the reading and are thrown to its caller.
   */
  readonly scan: (sha256: string, source: AsyncIterable<Uint8Array>) => Promise<void>
}

/** What came out of the payload. */
export type ReadPayload = {
  readonly channels: readonly NewChannel[]
  /** Lines read that were held before. */
  readonly heldLines: number
  readonly staged: readonly ScanRef[]
  readonly heldScans: number
  /** Scans that are neither PDF nor JPEG nor PNG: not handed to the sink. */
  readonly quarantined: readonly ScanRef[]
  /** Scans the manifest lists and the archive lacks. */
  readonly missing: readonly string[]
}

/** What the payload is held against. */
export type PayloadPlan = {
  readonly bag: OpenedBag
  readonly verdicts: readonly ChannelVerdict[]
  readonly sink: PayloadSink
  /** Is an erasure of this line known from an earlier bundle? */
  readonly knowsErasure: (channel: string, seq: number) => boolean
  readonly acceptsMissingScans: boolean
}

type Place = { readonly channel: string; readonly seq: number }

/**
 * Reads what follows the tag files, to the end of the archive.
 * @throws BundleFault B_LAYOUT, B_HASH, B_BOMB, B_CHAIN, B_FORK, B_INCOMPLETE, B_FORMAT (sizes); what the sink throws
 */
export async function readPayload(
  members: AsyncGenerator<TarMember, void, undefined>,
  plan: PayloadPlan,
): Promise<ReadPayload> {
  const { bag } = plan
  const journals = bag.manifest.channels.length
  const channels: NewChannel[] = []
  const staged: ScanRef[] = []
  const quarantined: ScanRef[] = []
  const missing: ManifestLine[] = []
  const stubs: Place[] = []
  const erasures = new Set<string>()
  const seen = { unzipped: 0 }
  let heldLines = 0
  let heldScans = 0
  let bytes = 0
  let scanBytes = 0
  let index = 0
  const placeByPath = new Map(bag.payload.map((line, i) => [line.path, i]))

  const checkStubs = (): void => {
    const bare = stubs.find((stub) => !erasures.has(printPlace(stub)) && !plan.knowsErasure(stub.channel, stub.seq))
    if (bare !== undefined) throw new BundleFault({ code: 'B_CHAIN', ...bare, reason: 'stub' })
  }
  const skipTo = (end: number): void => {
    missing.push(...bag.payload.slice(index, end))
    if (missing.some((line) => line.path.endsWith('.jsonl.gz'))) throw incomplete(missing)
    if (index < journals && end >= journals) checkStubs()
  }

  for await (const member of members) {
    const at = placeByPath.get(member.name) ?? -1
    const line = bag.payload[at]
    if (line === undefined || at < index)
      throw new BundleFault({ code: 'B_LAYOUT', reason: 'order', name: member.name, offset: null })
    skipTo(at)
    index = at + 1
    bytes += member.size
    const carried = bag.manifest.channels[at]
    const verdict = plan.verdicts[at]
    if (carried !== undefined && verdict !== undefined) {
      const read = await readChannel(member, line, carried, verdict, plan.sink, seen)
      channels.push(read.channel)
      heldLines += carried.entries - read.channel.fresh
      stubs.push(...read.stubs)
      for (const place of read.erasures) erasures.add(printPlace(place))
      if (index === journals) checkStubs()
      continue
    }
    const scan = { sha256: line.sha256, bytes: member.size }
    scanBytes += member.size
    const fate = await readScan(member, line, plan.sink)
    if (fate === 'held') heldScans += 1
    else (fate === 'staged' ? staged : quarantined).push(scan)
  }
  skipTo(bag.payload.length)
  if (missing.length > 0 && !plan.acceptsMissingScans) throw incomplete(missing)
  if (missing.length === 0) checkSizes(bag, bytes, scanBytes)
  return { channels, heldLines, staged, heldScans, quarantined, missing: missing.map((line) => line.sha256) }
}

async function readChannel(
  member: TarMember,
  line: ManifestLine,
  carried: CarriedChannel,
  verdict: ChannelVerdict,
  sink: PayloadSink,
  seen: { unzipped: number },
): Promise<{
  readonly channel: NewChannel
  readonly stubs: readonly Place[]
  readonly erasures: readonly Place[]
}> {
  const { channel } = carried
  const firstNew = verdict.covered ? carried.to + 1 : verdict.firstNew
  let fresh = 0
  const stubs: Place[] = []
  const erasures: Place[] = []
  const body = hashed(member.body, line)
  try {
    await readJournalFile({ carried, zippedBytes: member.size, seen }, body.source, (read, head) => {
      const { seq } = read
      if (read.erased) stubs.push({ channel, seq })
      if (read.erases !== null) erasures.push(read.erases)
      if (seq >= firstNew) {
        fresh += 1
        sink.line(channel, { line: read.line, head: head(), shape: shapeOfLine(read.line, read.value) })
      } else if (!verdict.covered && seq === firstNew - 1 && head() !== verdict.heldHead) {
        throw new BundleFault({ code: 'B_FORK', channel, seq })
      }
    })
  } catch (error) {
    // A file that is not the signed one is refused for that, before anything is said about its lines (step 10, 11).
    if (error instanceof BundleFault && error.error.code !== 'B_BOMB') await drain(body.source)
    throw error
  }
  await drain(body.source)
  return { channel: { channel, from: firstNew, fresh }, stubs, erasures }
}

async function readScan(
  member: TarMember,
  line: ManifestLine,
  sink: PayloadSink,
): Promise<'staged' | 'held' | 'quarantined'> {
  const body = hashed(member.body, line)
  if (sink.knowsScan(line.sha256)) {
    await drain(body.source)
    return 'held'
  }
  const start = await body.peek(scanTypeBytes)
  const isScan = isScanType(start)
  if (isScan) await sink.scan(line.sha256, body.source)
  // A sink that stopped reading early has staged something else than the scan: the rest is read for the hash alone.
  await drain(body.source)
  return isScan ? 'staged' : 'quarantined'
}

/**
 * A member's bytes, hashed on the way; reading them to the end throws B_HASH when they are not what the manifest says,
 * again and again. Leaving early does not close it.
 */
function hashed(
  body: AsyncIterable<Uint8Array>,
  line: ManifestLine,
): { readonly source: AsyncIterable<Uint8Array>; readonly peek: (count: number) => Promise<Uint8Array> } {
  const iterator = body[Symbol.asyncIterator]()
  const hash = createHash('sha256')
  const held: Uint8Array[] = []
  let verdict: boolean | undefined
  const take = async (): Promise<IteratorResult<Uint8Array, undefined>> => {
    if (verdict === undefined) {
      const next = await iterator.next()
      if (next.done !== true) {
        hash.update(next.value)
        return { done: false, value: next.value }
      }
      verdict = hash.digest('hex') === line.sha256
    }
    if (!verdict) throw new BundleFault({ code: 'B_HASH', path: line.path })
    return { done: true, value: undefined }
  }
  const next = async (): Promise<IteratorResult<Uint8Array, undefined>> => {
    const first = held.shift()
    return first === undefined ? take() : { done: false, value: first }
  }
  return {
    source: { [Symbol.asyncIterator]: () => ({ next }) },
    async peek(count) {
      let start: Uint8Array = new Uint8Array(0)
      while (start.length < count) {
        const chunk = await take()
        if (chunk.done === true) break
        held.push(chunk.value)
        start = Buffer.concat([start, chunk.value])
      }
      return start.subarray(0, count)
    },
  }
}

function checkSizes(bag: OpenedBag, bytes: number, scanBytes: number): void {
  const error: BundleError | undefined =
    scanBytes !== bag.manifest.attachments.bytes
      ? { code: 'B_FORMAT', file: 'bundle.json', path: 'attachments.bytes' }
      : bytes !== bag.payloadBytes
        ? { code: 'B_FORMAT', file: 'bag-info.txt', path: 'Payload-Oxum' }
        : undefined
  if (error !== undefined) throw new BundleFault(error)
}

function incomplete(missing: readonly ManifestLine[]): BundleFault {
  const isJournal = (line: ManifestLine): boolean => line.path.endsWith('.jsonl.gz')
  const journals = missing.filter(isJournal).map((line) => line.path)
  const scans = missing.filter((line) => !isJournal(line)).map((line) => line.sha256)
  return new BundleFault({ code: 'B_INCOMPLETE', journals, scans })
}

function printPlace(place: Place): string {
  return `${place.channel} ${place.seq}`
}
