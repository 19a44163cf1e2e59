/**
 * Writing a set to a carrier: exchange.md, Export 2 to 7, in that order. Until its label is renamed, a set does not
 * exist; whatever goes wrong before, nothing is left but free space. What goes into the set is the caller's to decide.
 */
import { createHash, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { Result } from '../../shared/base/result.ts'
import { utf8 } from '../../shared/base/canonical.ts'
import type { BundleError } from '../../shared/bundle/bundle-errors.ts'
import { labelName, LIMITS, partName, setBaseName, type BundleManifest } from '../../shared/bundle/format.ts'
import { forbiddenChannel } from '../../shared/bundle/judge.ts'
import { printLabel } from '../../shared/bundle/label.ts'
import { tryAnyway } from '../disk/attempt.ts'
import type { Disk } from '../disk/disk.ts'
import { readBack } from '../disk/read-back.ts'
import { sealStream, type AgeEngine, type SealOptions } from './age.ts'
import { attemptBundle, BundleFault, carrierError, checkSignal, onCarrier } from './fault.ts'
import { makeJournalFile, type ChannelSource, type JournalFile } from './journal-file.ts'
import { makeBag, type AttachmentSource, type SetHeader } from './make-bag.ts'
import type { SignSecret } from './minisign.ts'
import { PARTIAL, writeParts, type PartTarget, type WrittenPart } from './part-writer.ts'
import { writeTar } from './tar-stream.ts'

/** Where an export stands: bytes done of a total, per phase (`collect`: channels). */
export type WriteProgress = {
  readonly phase: 'collect' | 'write' | 'read-back'
  readonly done: number
  readonly total: number
}

/** What to write and where. */
export type WriteSetInput = {
  /** What bundle.json says beyond what is found while writing. */
  readonly manifest: SetHeader
  /** In any order; each channel once. */
  readonly channels: readonly ChannelSource[]
  /** In any order; each scan once. */
  readonly attachments: readonly AttachmentSource[]
  readonly keys: { readonly sign: SignSecret }
  readonly disk: Disk
  /** A folder that exists: a missing one is a pulled stick. */
  readonly folder: string
  /** Bundle id; random unless given. */
  readonly id?: string
  /** Source-Organization in bag-info.txt; the office code unless given. */
  readonly organization?: string
  /** Where parts are cut: 2^30 unless told otherwise. */
  readonly partBytes?: number
  readonly engine?: AgeEngine
  readonly onProgress?: (progress: WriteProgress) => void
  readonly signal?: AbortSignal
  /** Called before any file is made, with the name that all of them begin with. */
  readonly beforeFiles?: (base: string) => void
  /** Called when everything is on the device and nothing is visible yet: the own heads go to the marks file here. */
  readonly beforeCommit?: (manifest: BundleManifest) => Promise<void>
}

/** A set as written. */
export type WrittenSet = {
  readonly id: string
  readonly manifest: BundleManifest
  /** The parts in order, then the label. */
  readonly files: readonly WrittenPart[]
  /** Sum of their sizes. */
  readonly bytes: number
  /** Only `past-cache` allows the sentence that the stick can be pulled. */
  readonly readBack: 'past-cache' | 'cached'
  /** SHA-256 of the label, hex. */
  readonly labelSha256: string
}

/**
 * Writes a set.
 * @returns what was written; or B_CHANNEL, B_CHAIN, B_ATTACH when the content does not hold, B_TOO_MUCH when a reader would
 *   refuse so much, B_NO_SPACE, B_STICK_GONE, B_READ_ONLY, B_TOO_BIG, B_FILE_HELD, B_READBACK, B_CANCELLED. After an error no
 *   file of this set is left, unless the carrier no longer lets us remove it; then it is a `.partial`, or parts without a
 *   label.
 * @throws what `beforeCommit` or a source throws; Error for a header that breaks bundle.json's schema
 */
export function writeSet(input: WriteSetInput): Promise<Result<WrittenSet, BundleError>> {
  return attemptBundle(async () => {
    const { signal, disk, folder } = input
    checkSignal(signal)
    const journals = await collectJournals(input)
    const { id, base } = await nameSet(input)
    const bag = makeBag({ ...input, id, journals })
    const forbidden = forbiddenChannel(bag.manifest)
    if (forbidden !== undefined) {
      throw new BundleFault({ code: 'B_CHANNEL', kind: bag.manifest.kind, channel: forbidden, here: true })
    }
    const partBytes = input.partBytes ?? LIMITS.partBytes
    const sealedBytes = sealedSize(bag.tarBytes)
    const partCount = Math.ceil(sealedBytes / partBytes)
    if (partCount > LIMITS.parts) throw new BundleFault({ code: 'B_TOO_BIG', part: partName(base, partCount) })
    await checkSpace(disk, folder, sealedBytes, partCount)

    input.beforeFiles?.(base)
    const made = new Set<string>()
    try {
      let done = 0
      const sealed = sealStream([bag.manifest.to.age_recipient], writeTar(bag.files), sealOptions(input))
      const parts = await writeParts({ disk, folder, base, partBytes, made }, stoppable(sealed, signal), (count) => {
        done += count
        input.onProgress?.({ phase: 'write', done, total: sealedBytes })
      })
      const label = await writeLabel({ disk, folder, base, made }, parts)
      const isPastCache = await readAllBack(input, [...parts, label])
      checkSignal(signal)
      await input.beforeCommit?.(bag.manifest)
      checkSignal(signal)
      await commit(input, made, parts, label)
      return {
        id,
        manifest: bag.manifest,
        files: [...parts, label],
        bytes: [...parts, label].reduce((sum, file) => sum + file.bytes, 0),
        readBack: isPastCache ? 'past-cache' : 'cached',
        labelSha256: label.sha256,
      }
    } catch (error) {
      // The label goes first: without it what is left is no set. Removing may fail too; the first failure is reported.
      for (const path of [...made].reverse()) await tryAnyway(() => disk.unlink(path))
      await tryAnyway(() => disk.fsyncDir(folder))
      throw error
    }
  })
}

async function collectJournals(input: WriteSetInput): Promise<readonly JournalFile[]> {
  const sources = [...input.channels].sort((a, b) => (a.channel < b.channel ? -1 : 1))
  const journals: JournalFile[] = []
  const seen = { unzipped: 0 }
  for (const source of sources) {
    journals.push(await makeJournalFile(source, seen, input.signal))
    input.onProgress?.({ phase: 'collect', done: journals.length, total: sources.length })
  }
  return journals
}

// Names must be unique ignoring case, and nothing of another set may be renamed over.
async function nameSet(input: WriteSetInput): Promise<{ readonly id: string; readonly base: string }> {
  const { disk, folder, manifest } = input
  const taken = (await onCarrier(() => disk.readdir(folder))).map((entry) => entry.name.toLowerCase())
  for (;;) {
    const id = input.id ?? randomBytes(16).toString('hex')
    const base = setBaseName(manifest.from.code, manifest.to.code, id)
    if (!taken.some((name) => name.startsWith(`${base.toLowerCase()}.`))) return { id, base }
    if (input.id !== undefined) throw new Error(`bundle: id ${id} is in this folder already`)
  }
}

async function checkSpace(disk: Disk, folder: string, sealedBytes: number, partCount: number): Promise<void> {
  // Sticks are given out in clusters of up to 64 KiB; one more for the folder itself.
  const need = sealedBytes + LIMITS.labelBytes * (partCount > 400 ? 1 : 0) + (partCount + 2) * 64 * 1024
  const { free } = await onCarrier(() => disk.statfs(folder))
  if (free < need) throw new BundleFault({ code: 'B_NO_SPACE', need, free })
}

async function writeLabel(target: Omit<PartTarget, 'partBytes'>, parts: readonly WrittenPart[]): Promise<WrittenPart> {
  const name = labelName(target.base)
  const bytes = utf8(printLabel(parts))
  const path = join(target.folder, name + PARTIAL)
  target.made.add(path)
  const file = await onCarrier(() => target.disk.open(path, 'create'))
  try {
    await onCarrier(() => file.write(bytes))
    await onCarrier(() => file.sync())
  } finally {
    await onCarrier(() => file.close())
  }
  return { name, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
}

async function readAllBack(input: WriteSetInput, files: readonly WrittenPart[]): Promise<boolean> {
  const total = files.reduce((sum, file) => sum + file.bytes, 0)
  let done = 0
  let isPastCache = true
  for (const file of files) {
    const onBytes = (count: number): void => {
      checkSignal(input.signal)
      done += count
      input.onProgress?.({ phase: 'read-back', done, total })
    }
    const read = await readBack(input.disk, join(input.folder, file.name + PARTIAL), { onBytes })
    if (!read.ok) throw new BundleFault(carrierError(read.error))
    if (read.value.sha256 !== file.sha256 || read.value.bytes !== file.bytes) {
      throw new BundleFault({ code: 'B_READBACK', part: file.name })
    }
    isPastCache &&= read.value.bypassedCache
  }
  return isPastCache
}

async function commit(
  { disk, folder }: WriteSetInput,
  made: Set<string>,
  parts: readonly WrittenPart[],
  label: WrittenPart,
): Promise<void> {
  const settle = async (name: string): Promise<void> => {
    const path = join(folder, name)
    // Entered before: a rename that reports a failure may have happened all the same.
    made.add(path)
    await onCarrier(() => disk.rename(path + PARTIAL, path))
    made.delete(path + PARTIAL)
  }
  // FAT keeps no order of its own: the names of the parts must be there before that of the label, and the name of the first
  // before those of the others, for by it they are known if the power goes in between.
  for (const [place, part] of parts.entries()) {
    await settle(part.name)
    if (place === 0 || place === parts.length - 1) await onCarrier(() => disk.fsyncDir(folder))
  }
  await settle(label.name)
  await onCarrier(() => disk.fsyncDir(folder))
}

async function* stoppable(
  source: AsyncIterable<Uint8Array>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const chunk of source) {
    checkSignal(signal)
    yield chunk
  }
}

// An age file with one X25519 stanza: header 168 bytes, nonce 16, and 16 for every 64 KiB begun.
function sealedSize(plain: number): number {
  return 168 + 16 + plain + 16 * Math.max(1, Math.ceil(plain / 65_536))
}

function sealOptions({ engine }: WriteSetInput): SealOptions {
  return engine === undefined ? {} : { engine }
}
