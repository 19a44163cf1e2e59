/**
 * What a folder holds that belongs to no set. A part that somebody renamed still looks like one without a label: it is
 * told apart here, by its hash, so that nobody is told of a fault where there is none.
 */
import { attemptBundle } from '../bundle/fault.ts'
import type { FoundFiles } from '../bundle/find-sets.ts'
import { locateParts } from '../bundle/locate-parts.ts'
import type { Disk } from '../disk/disk.ts'

/** The faults of a folder, without the parts of its sets that lie there under other names. */
export async function faultsOf(
  disk: Disk,
  { sets, faults }: FoundFiles,
  signal?: AbortSignal,
): Promise<FoundFiles['faults']> {
  const isStray = (error: FoundFiles['faults'][number]['error']) =>
    error.code === 'B_LABEL' && error.reason === 'missing'
  if (!faults.some(({ error }) => isStray(error))) return faults
  const used = new Set<string>()
  for (const set of sets) {
    const parts = await attemptBundle(() => locateParts({ disk, set, ...(signal === undefined ? {} : { signal }) }))
    if (parts.ok) for (const { path } of parts.value) used.add(path)
  }
  return faults.filter(({ path, error }) => !isStray(error) || !used.has(path))
}
