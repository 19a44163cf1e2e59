/**
 * A spot that a disk cannot read though it reads the rest: a file or a folder on bad sectors, or behind a damaged entry of its
 * folder. The system says of it what it says of a disk that was pulled out, so the rest is asked.
 */
import { attempt } from './attempt.ts'
import type { Disk, DiskFailure } from './disk.ts'
import { isLetGo } from './mounts.ts'
import { readStream } from './streams.ts'

/** `UNKNOWN` is what Node makes of "the file or directory is corrupted and unreadable", which Windows says. */
const SAID_OF_A_SPOT: ReadonlySet<string> = new Set(['EIO', 'UNKNOWN'])

/**
 * True where a failure may be that of a spot alone: the place around it can still be listed, and that not from memory.
 * @param place - a folder on the same disk
 */
export async function isOfASpot(disk: Disk, { errno }: DiskFailure, place: string): Promise<boolean> {
  if (!SAID_OF_A_SPOT.has(errno) || !(await attempt(() => disk.readdir(place))).ok) return false
  return !(await isLetGo(disk, place))
}

/** True of a file that cannot be read at a second try either, on a disk of which a place can be listed. */
export async function isBadFile(disk: Disk, failure: DiskFailure, path: string, place: string): Promise<boolean> {
  if (!SAID_OF_A_SPOT.has(failure.errno)) return false
  const again = await attempt(async () => {
    const chunks = readStream(disk, path)
    while ((await chunks.next()).done !== true);
  })
  return !again.ok && (await isOfASpot(disk, again.error, place))
}
