/**
 * What exports of this computer that were killed have left on a carrier: nobody else removes it, and a stick fills up with it.
 * Files that are not finished, and parts whose label was never renamed: without it they are no set, and whatever was in them
 * goes out anew. Only sets that this very computer has noted as begun are touched, since another one of the office may be
 * writing into the same shared folder; whole parts only where everything on the carrier could be looked at and no label there
 * names them.
 */
import { join } from 'node:path'
import { labelName, parsePartName, partName } from '../../shared/bundle/format.ts'
import { attempt } from '../disk/attempt.ts'
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
 * Removes what exports of this computer left unfinished. That it cannot be removed stops nobody.
 * @param begun - names of the sets that it has begun to write and not ended
 * @returns those of which nothing is left here
 */
export async function dropUnfinished(carrier: Carrier, begun: readonly string[]): Promise<readonly string[]> {
  const { disk, folder } = carrier
  const left = begun.length === 0 ? [] : await leftOf(disk, folder, begun)
  if (left.length === 0) return []
  const dropped = await attempt(async () => {
    const names = await namesIn(disk, folder)
    for (const name of names)
      if (name.endsWith(PARTIAL) && left.some((base) => isOf(base, name))) await disk.unlink(join(folder, name))
    await dropUnlabelled(carrier, names, left)
    // Until then a power cut may bring names back, and nobody would know any more whose they are.
    await disk.fsyncDir(folder)
  })
  if (!dropped.ok) return []
  const after = await leftOf(disk, folder, left)
  return left.filter((base) => !after.includes(base))
}

/** Those of some sets of which a folder has anything, or may have: where it cannot be looked at, all of them. */
export async function leftOf(disk: Disk, folder: string, bases: readonly string[]): Promise<readonly string[]> {
  const names = await attempt(() => namesIn(disk, folder))
  return names.ok ? bases.filter((base) => names.value.some((name) => isOf(base, name))) : bases
}

async function namesIn(disk: Disk, folder: string): Promise<readonly string[]> {
  return (await disk.readdir(folder)).flatMap(({ name, kind }) => (kind === 'file' ? [name] : []))
}

/** True for a part or the label of a set, finished or not. */
function isOf(base: string, name: string): boolean {
  return name.startsWith(`${base}.`)
}

async function dropUnlabelled(
  { disk, root, folder }: Carrier,
  names: readonly string[],
  begun: readonly string[],
): Promise<void> {
  const sets = new Map<string, string[]>()
  for (const name of names) {
    const claim = parsePartName(name)
    if (claim !== null && begun.includes(claim.base)) sets.set(claim.base, [...(sets.get(claim.base) ?? []), name])
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
    // The first goes last, once the others are gone for good: by it they are known, should this be stopped in between.
    for (const name of parts) if (name !== first) await disk.unlink(join(folder, name))
    await disk.fsyncDir(folder)
    await disk.unlink(join(folder, first))
  }
}
