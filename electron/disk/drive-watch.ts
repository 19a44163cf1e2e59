/**
 * The drives that are there, watched from the start of the program. Windows and macOS do not tell a stick from a disk that
 * is built in; but a drive that was not there when the program started has `arrived`. Most such drives are sticks; a
 * built-in disk that was unlocked, or one of a cloud program, arrives the same way, so that nobody may rely on it.
 */
import type { Disk } from './disk.ts'
import { listDrives, sticksFirst, type Drive } from './drives.ts'

/**
 * Begins to watch: the drives that are there now are looked for at once.
 * @param platform - as in `process.platform`
 * @returns lists the drives as they are at each call; those of unknown kind that came since have `arrived`
 */
export function watchDrives(disk: Disk, platform: NodeJS.Platform = process.platform): () => Promise<readonly Drive[]> {
  // A failure is kept for the first who asks: nobody waits for it before.
  const look = () =>
    listDrives(disk, platform).then(
      (drives) => ({ drives }),
      (error: unknown) => ({ error }),
    )
  let first = look()
  /** The drives of the start, each with how many looks in a row have not found it. */
  let fromStart: Map<string, number> | null = null
  return async () => {
    if (fromStart === null) {
      const seen = await first
      if ('error' in seen) {
        first = look()
        throw seen.error
      }
      fromStart ??= new Map(seen.drives.map((drive) => [identity(drive), 0]))
    }
    const known = fromStart
    const drives = await listDrives(disk, platform)
    const here = new Set(drives.map(identity))
    for (const [drive, missed] of known) {
      if (here.has(drive)) known.set(drive, 0)
      else if (missed + 1 < LOOKS) known.set(drive, missed + 1)
      else known.delete(drive)
    }
    return sticksFirst(
      drives.map((drive) =>
        drive.removal === 'unknown' && !known.has(identity(drive)) ? { ...drive, removal: 'arrived' } : drive,
      ),
    )
  }
}

/** Looks in a row without a drive after which it is gone: a disk that is slow to wake fails to answer one of them. */
const LOOKS = 2

/** Another stick at the same letter is another drive. */
const identity = ({ path, device }: Drive): string => `${device} ${path}`
