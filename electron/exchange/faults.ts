/**
 * What a folder holds that belongs to no set. A part or a copy of one that somebody renamed still looks like one without a
 * label: it is told apart here, by its hash, so that nobody is told of a fault where there is none.
 */
import { attemptBundle } from '../bundle/fault.ts'
import type { FoundFiles } from '../bundle/find-sets.ts'
import { hashOnCarrier } from '../bundle/locate-parts.ts'
import type { Disk } from '../disk/disk.ts'

/** The faults of a folder, without the parts of its sets that lie there under other names. */
export async function faultsOf(
  disk: Disk,
  { sets, faults }: FoundFiles,
  signal?: AbortSignal,
): Promise<FoundFiles['faults']> {
  const known = new Set(sets.flatMap(({ lines }) => lines.map(({ sha256 }) => sha256)))
  if (known.size === 0) return faults
  const left: FoundFiles['faults'][number][] = []
  for (const fault of faults) {
    const isStray = fault.error.code === 'B_LABEL' && fault.error.reason === 'missing'
    const hash = isStray ? await attemptBundle(() => hashOnCarrier(disk, fault.path, signal)) : null
    if (hash?.ok === true && known.has(hash.value)) continue
    // Held for the moment, it may be one of those.
    const isHeld = hash?.ok === false && hash.error.code === 'B_FILE_HELD'
    left.push(isHeld ? { ...fault, error: hash.error } : fault)
  }
  return left
}
