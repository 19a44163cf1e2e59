/**
 * Whether a drive lets anything be written, where the system does not say it: Windows and macOS have no table of mounts that
 * we could read, and what they answer about permissions says nothing of a stick whose switch is set to "locked". So an empty
 * file is made and removed, once for each drive: after sets were written and a person was told that the stick may be pulled,
 * nothing is written to it any more.
 */
import { join } from 'node:path'
import { attempt, tryAnyway } from './attempt.ts'
import type { Disk } from './disk.ts'
import { nameBehind, temporaryNameFor } from './temporary.ts'

/** What such a file is called, before the ending of all that is not finished. */
const PROBE = 'KetNap'

/** Places that have let something be written, by disk: another stick at the same letter is another place. */
const written = new WeakMap<Disk, Set<string>>()

/**
 * Tries it, and takes away what an interrupted try has left.
 * @param folder - where something is to be written
 * @returns true only where it is refused because nothing may be written there
 */
export async function refusesWriting(disk: Disk, folder: string): Promise<boolean> {
  const stat = await attempt(() => disk.stat(folder))
  if (!stat.ok) return false
  const place = `${stat.value.device} ${folder}`
  const known = written.get(disk) ?? new Set<string>()
  written.set(disk, known)
  if (known.has(place)) return false
  const probe = temporaryNameFor(join(folder, PROBE))
  const made = await attempt(async () => {
    const file = await disk.open(probe, 'create')
    await file.close()
  })
  if (!made.ok) return made.error.code === 'DISK_READ_ONLY'
  known.add(place)
  await tryAnyway(async () => {
    for (const { name } of await disk.readdir(folder))
      if (nameBehind(name) === PROBE) await disk.unlink(join(folder, name))
  })
  return false
}
