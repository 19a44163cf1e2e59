/**
 * What exports of ours that were killed have left on a carrier: nobody else removes it, and a stick fills up with it. Files
 * that are not finished, and parts whose label was never renamed: without it they are no set, and whatever was in them goes
 * out anew. Only what bears our name is touched; whole parts only where everything on the carrier could be looked at and no
 * label there names them.
 */
import { join } from 'node:path'
import { labelName, parsePartName, partName } from '../../shared/bundle/format.ts'
import { tryAnyway } from '../disk/attempt.ts'
import type { Disk } from '../disk/disk.ts'
import { readStart } from '../disk/streams.ts'
import { isAge } from '../bundle/age.ts'
import { findSets } from '../bundle/find-sets.ts'
import { PARTIAL } from '../bundle/part-writer.ts'

/** Bytes that tell an age file. */
const START = 64

/** Where to clear up. `root`: the place that was chosen; `folder`: the one in it that sets go to. */
export type Carrier = { readonly disk: Disk; readonly root: string; readonly folder: string }

/**
 * Removes what exports of ours left unfinished. That it cannot be removed stops nobody.
 * @param from - code of our office
 * @param to - codes of the offices that a set is now written for
 */
export async function dropUnfinished(carrier: Carrier, from: string, to: readonly string[]): Promise<void> {
  const { disk, folder } = carrier
  await tryAnyway(async () => {
    const names = (await disk.readdir(folder)).flatMap(({ name, kind }) => (kind === 'file' ? [name] : []))
    for (const name of names)
      if (name.startsWith(`KN1_${from}_`) && name.endsWith(PARTIAL)) await disk.unlink(join(folder, name))
    await dropUnlabelled(carrier, names, from, to)
  })
}

async function dropUnlabelled(
  { disk, root, folder }: Carrier,
  names: readonly string[],
  from: string,
  to: readonly string[],
): Promise<void> {
  const sets = new Map<string, string[]>()
  for (const name of names) {
    const claim = parsePartName(name)
    if (claim?.from === from && to.includes(claim.to)) sets.set(claim.base, [...(sets.get(claim.base) ?? []), name])
  }
  const labels = new Set(names.map((name) => name.toLowerCase()))
  const bare = [...sets].filter(([base]) => !labels.has(labelName(base).toLowerCase()))
  if (bare.length === 0) return
  // A label may lie elsewhere, or under another name: whatever is not known to be without one stays.
  const found = await findSets(disk, root)
  if (!found.ok || found.value.isTruncated || found.value.hasUnseen) return
  if (found.value.faults.some(({ error }) => error.code === 'B_LABEL' && error.reason !== 'missing')) return
  const labelled = new Set(found.value.sets.flatMap(({ lines }) => lines.map(({ name }) => name.toLowerCase())))
  for (const [base, parts] of bare) {
    const first = partName(base, 1)
    if (parts.some((name) => labelled.has(name.toLowerCase())) || !parts.includes(first)) continue
    if (!isAge(await readStart(disk, join(folder, first), START))) continue
    // The first goes last: by it the others are known, should this be stopped in between.
    for (const name of parts.sort().reverse()) await disk.unlink(join(folder, name))
  }
}
