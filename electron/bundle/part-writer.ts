/**
 * The parts of a set while they are being written: `*.partial` files of at most 1 GiB, hashed as they are written and
 * brought to the device one by one (exchange.md, Export 3 and 4). Whoever starts one must either rename its files or
 * remove them: `paths` names every file that may exist.
 */
import { createHash, type Hash } from 'node:crypto'
import { join } from 'node:path'
import type { LabelLine } from '../../shared/bundle/label.ts'
import { LIMITS, partName } from '../../shared/bundle/format.ts'
import type { Disk, DiskFile } from '../disk/disk.ts'
import { BundleFault, onCarrier } from './fault.ts'

/** A part on the carrier. `bytes`: its size. */
export type WrittenPart = LabelLine & { readonly bytes: number }

/** Ending of a file that is not finished. */
export const PARTIAL = '.partial'

/** Where parts go, and what they are cut at. `made`: every file begun is entered here before it is. */
export type PartTarget = {
  readonly disk: Disk
  readonly folder: string
  readonly base: string
  readonly partBytes: number
  readonly made: Set<string>
}

type OpenPart = { readonly file: DiskFile; readonly name: string; readonly hash: Hash; bytes: number }

const BATCH = 1024 * 1024

/**
 * Writes a source as parts, in constant memory; each is on the device before the next begins.
 * @param onBytes - hears the bytes written after each write
 * @throws BundleFault of the carrier; B_TOO_BIG beyond 999 parts; what the source throws
 */
export async function writeParts(
  target: PartTarget,
  source: AsyncIterable<Uint8Array>,
  onBytes: (count: number) => void,
): Promise<readonly WrittenPart[]> {
  const parts: WrittenPart[] = []
  let part: OpenPart | undefined
  const close = async (): Promise<void> => {
    if (part === undefined) return
    const { file, name, hash, bytes } = part
    await onCarrier(() => file.sync())
    part = undefined
    await onCarrier(() => file.close())
    parts.push({ name, sha256: hash.digest('hex'), bytes })
  }
  try {
    for await (const batch of batched(source)) {
      for (let at = 0; at < batch.length;) {
        part ??= await openPart(target, parts.length + 1)
        const piece = batch.subarray(at, at + Math.min(batch.length - at, target.partBytes - part.bytes))
        const { file, hash } = part
        await onCarrier(() => file.write(piece))
        hash.update(piece)
        part.bytes += piece.length
        at += piece.length
        onBytes(piece.length)
        if (part.bytes === target.partBytes) await close()
      }
    }
    await close()
    return parts
  } catch (error) {
    // Windows does not remove an open file. That it cannot be closed either is no news beside what has happened.
    const open = part?.file
    await open?.close().catch(() => undefined)
    throw error
  }
}

async function openPart(target: PartTarget, number: number): Promise<OpenPart> {
  const name = partName(target.base, number)
  if (number > LIMITS.parts) throw new BundleFault({ code: 'B_TOO_BIG', part: name })
  const path = join(target.folder, name + PARTIAL)
  target.made.add(path)
  const file = await onCarrier(() => target.disk.open(path, 'create'))
  return { file, name, hash: createHash('sha256'), bytes: 0 }
}

// Many small writes are slow on a stick: chunks are put together to a mebibyte, always in the same room, which the next
// batch takes again once this one is written.
async function* batched(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  const room = new Uint8Array(BATCH)
  let used = 0
  for await (const chunk of source) {
    for (let at = 0; at < chunk.length;) {
      const take = Math.min(BATCH - used, chunk.length - at)
      room.set(chunk.subarray(at, at + take), used)
      used += take
      at += take
      if (used < BATCH) continue
      yield room
      used = 0
    }
  }
  if (used > 0) yield room.subarray(0, used)
}
