/**
 * Reading a set, FORMAT.md section 8, steps 2 to 11: everything that can be said about it before the journal is
 * touched. Stops at the first error. The journal, the scans' staging and the pairing book are behind narrow views, so
 * that this runs in a worker and in a test alike.
 */
import type { Result } from '../../shared/base/result.ts'
import type { BundleError } from '../../shared/bundle/bundle-errors.ts'
import type { BundleManifest } from '../../shared/bundle/format.ts'
import { judgeChannels, type Ledger } from '../../shared/bundle/judge.ts'
import type { Disk } from '../disk/disk.ts'
import { readStream } from '../disk/streams.ts'
import { openStream, type AgeEngine } from './age.ts'
import { attemptBundle, fromCarrier, unwrap } from './fault.ts'
import type { FoundSet } from './find-sets.ts'
import { locateParts, type LocatedPart } from './locate-parts.ts'
import {
  readTagFiles,
  verifyTagFiles,
  type KnownOffice,
  type OnSigned,
  type ReadKeys,
  type TagFiles,
} from './open-bag.ts'
import { readPayload, type NewChannel, type PayloadSink, type ScanRef } from './read-payload.ts'
import { readMembers } from './tar-stream.ts'

/** What our journal answers; `knowsErasure`: has an `entry.erased` naming this line been taken in before? */
export type ReadLedger = Ledger & { readonly knowsErasure?: (channel: string, seq: number) => boolean }

/** Where a reading stands, in bytes: `check` hashes the parts, `read` opens them. */
export type ReadProgress = { readonly phase: 'check' | 'read'; readonly done: number; readonly total: number }

/** What to read, and against what. */
export type ReadSetInput = {
  readonly set: FoundSet
  readonly disk: Disk
  readonly keys: ReadKeys
  readonly ledger: ReadLedger
  readonly sink: PayloadSink
  /** Take the lines although scans are missing, to ask for those later; otherwise B_INCOMPLETE. */
  readonly acceptsMissingScans?: boolean
  readonly engine?: AgeEngine
  readonly onSigned?: OnSigned
  readonly onProgress?: (progress: ReadProgress) => void
  readonly signal?: AbortSignal
}

/** A set that holds: authentic, whole, meant for us and continuing what we have. */
export type ReadSet = {
  readonly manifest: BundleManifest
  readonly sender: KnownOffice
  /** In the order of the manifest; what went to the sink of each. */
  readonly channels: readonly NewChannel[]
  /** Scans handed to the sink. */
  readonly staged: readonly ScanRef[]
  /** Scans of no known type, read but not kept: B_ATTACH, reported and not fatal. */
  readonly quarantined: readonly ScanRef[]
  /** Hashes of scans listed and not there. */
  readonly missing: readonly string[]
  readonly counts: {
    readonly newLines: number
    readonly heldLines: number
    readonly newScans: number
    readonly heldScans: number
    readonly quarantinedScans: number
    readonly missingScans: number
  }
  /** The signed tag files as they came: proof of the sender's heads. */
  readonly tagFiles: TagFiles
}

/**
 * Reads and verifies a set, streaming its scans to the sink.
 * @returns what it brings, or the first error of steps 2 to 11, B_STICK_GONE or B_CANCELLED. What the sink staged before
 *   an error is the caller's to drop.
 * @throws what the sink or the ledger throws
 */
export function readSet(input: ReadSetInput): Promise<Result<ReadSet, BundleError>> {
  const { disk, set, keys, ledger, sink, signal } = input
  return attemptBundle(async () => {
    const parts = await locateParts({
      disk,
      set,
      onProgress: (progress) => input.onProgress?.({ phase: 'check', ...progress }),
      ...(signal === undefined ? {} : { signal }),
    })
    const options = { single: true, ...(input.engine === undefined ? {} : { engine: input.engine }) }
    const members = readMembers(openStream(keys.identities, joined(input, parts), options))
    try {
      const tagFiles = await readTagFiles(members)
      const bag = unwrap(await verifyTagFiles(tagFiles, keys, input.onSigned))
      const newScans = bag.scans.filter((sha256) => !sink.knowsScan(sha256)).length
      const verdicts = unwrap(judgeChannels(bag.manifest, ledger, newScans))
      const payload = await readPayload(members, {
        bag,
        verdicts,
        sink,
        knowsErasure: ledger.knowsErasure ?? (() => false),
        acceptsMissingScans: input.acceptsMissingScans === true,
      })
      const { channels, staged, quarantined, missing, heldLines, heldScans } = payload
      const counts = {
        newLines: channels.reduce((sum, channel) => sum + channel.fresh, 0),
        heldLines,
        newScans: staged.length,
        heldScans,
        quarantinedScans: quarantined.length,
        missingScans: missing.length,
      }
      return { manifest: bag.manifest, sender: bag.sender, channels, staged, quarantined, missing, counts, tagFiles }
    } finally {
      await members.return(undefined)
    }
  })
}

async function* joined(
  { disk, signal, onProgress }: ReadSetInput,
  parts: readonly LocatedPart[],
): AsyncGenerator<Uint8Array, void, undefined> {
  const total = parts.reduce((sum, part) => sum + part.bytes, 0)
  let done = 0
  for (const part of parts) {
    for await (const chunk of fromCarrier(readStream(disk, part.path), signal)) {
      done += chunk.length
      onProgress?.({ phase: 'read', done, total })
      yield chunk
    }
  }
}
