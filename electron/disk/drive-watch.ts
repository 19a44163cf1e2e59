/**
 * The drives that are there, watched from the start of the program. Windows and macOS do not tell a stick from a disk that
 * is built in; but a drive that was not there when the program started, and is there now, was plugged in. What was there
 * from the start stays unknown until it has been pulled out and plugged in again.
 */
import type { Disk } from './disk.ts'
import { listDrives, sticksFirst, type Drive } from './drives.ts'

/**
 * Begins to watch: the drives that are there now are looked for at once.
 * @param platform - as in `process.platform`
 * @returns lists the drives as they are at each call; those of unknown kind that arrived since are `removable`
 */
export function watchDrives(disk: Disk, platform: NodeJS.Platform = process.platform): () => Promise<readonly Drive[]> {
  // A failure is kept for the first who asks: nobody waits for it before.
  const first = listDrives(disk, platform).then(
    (drives) => ({ drives }),
    (error: unknown) => ({ error }),
  )
  let fromStart: ReadonlySet<string> | null = null
  return async () => {
    if (fromStart === null) {
      const seen = await first
      if ('error' in seen) throw seen.error
      fromStart ??= new Set(seen.drives.map(identity))
    }
    const drives = await listDrives(disk, platform)
    const here = new Set(drives.map(identity))
    fromStart = new Set([...fromStart].filter((drive) => here.has(drive)))
    const known = fromStart
    return sticksFirst(
      drives.map((drive) =>
        drive.removal === 'unknown' && !known.has(identity(drive)) ? { ...drive, removal: 'removable' } : drive,
      ),
    )
  }
}

/** Another stick at the same letter is another drive. */
const identity = ({ path, device }: Drive): string => `${device} ${path}`
