/**
 * The scans of a set, without those that are lost here: what an entry says must not wait for a picture that nobody has
 * any more, be it an everyday set or a recovery.
 */
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { Refusal } from '../../shared/contract/refusals.ts'
import { LIMITS } from '../../shared/bundle/format.ts'
import type { AttachmentSource } from '../bundle/make-bag.ts'
import type { Workplace } from '../office/workplace.ts'
import { refuse } from '../refuse.ts'
import { isLost } from '../scans/failures.ts'
import { ScanUnopened } from '../scans/sealed-files.ts'

/**
 * Scans that can go along, and the hashes of those that are lost: more of them may be found while writing.
 * `later`: how many there was no room for.
 */
export type GatheredScans = {
  readonly sources: readonly AttachmentSource[]
  readonly lost: Set<string>
  readonly later: number
}

/**
 * Gathers scans by their hashes.
 * @param scans - their hashes, those that matter most first
 * @param most - how many may go along
 * @returns what there is, or the refusal of a data folder that cannot be read
 */
export async function gatherScans(
  workplace: Workplace,
  scans: readonly string[],
  most: number,
): Promise<Result<GatheredScans, Refusal>> {
  const lost = new Set<string>()
  const sources: AttachmentSource[] = []
  for (const [place, sha256] of scans.entries()) {
    if (sources.length >= most) return ok({ sources, lost, later: scans.length - place })
    // As long as it is here, whatever a line says of it: of one that waits or is held nobody has read how long it should be.
    const length = await workplace.scans.lengthOf(sha256)
    if (!length.ok) return fail(refuse(length.error))
    const bytes = length.value
    // Of another length than any scan has is not what is here under that name.
    if (bytes === null || bytes > LIMITS.scanBytes) lost.add(sha256)
    else sources.push({ sha256, bytes, isChecked: true, open: () => openScan(workplace, sha256) })
  }
  return ok({ sources, lost, later: 0 })
}

/**
 * Writes a set, and again without each scan that turns out to be lost: what an entry says must not wait for a picture
 * that nobody has any more. The addressee sees from the entries which are missing, and asks for them.
 * @param gathered - of its lost ones, those found while writing are added
 */
export async function withoutLost<T>(
  { sources, lost }: GatheredScans,
  work: (attachments: readonly AttachmentSource[]) => Promise<T>,
): Promise<Result<T, Refusal>> {
  for (;;) {
    try {
      return ok(await work(sources.filter(({ sha256 }) => !lost.has(sha256))))
    } catch (error) {
      if (error instanceof UnreadableScan) return fail(error.refusal)
      if (!(error instanceof LostScan)) throw error
      lost.add(error.sha256)
    }
  }
}

/** A scan that is gone, changed or unreadable, found so while the set is being written. */
class LostScan extends Error {
  readonly sha256: string
  constructor(sha256: string) {
    super('a scan is lost')
    this.sha256 = sha256
  }
}

/** A scan that cannot be read for another reason: the disk's. */
class UnreadableScan extends Error {
  readonly refusal: Refusal
  constructor(reason: Refusal) {
    super('unreadable scan')
    this.refusal = reason
  }
}

async function* openScan(workplace: Workplace, sha256: string): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    yield* workplace.scans.stream(sha256)
  } catch (error) {
    if (!(error instanceof ScanUnopened)) throw error
    const { failure } = error
    if (isLost(failure)) throw new LostScan(sha256)
    throw new UnreadableScan(refuse(failure))
  }
}
