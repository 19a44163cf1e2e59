/**
 * Whether the stick a folder lies on has been pulled and plugged in again, from the drives that are there from time to time.
 */
import type { ShellDrive } from './shell.ts'

/** What has become of a stick since something was written to it. */
export type Plug = 'unseen' | 'there' | 'gone' | 'back'

/** What becomes of a stick when it is seen, or not seen, once more. A folder on no stick stays unseen. */
export function nextPlug(plug: Plug, isThere: boolean): Plug {
  if (plug === 'unseen') return isThere ? 'there' : 'unseen'
  if (plug === 'there') return isThere ? 'there' : 'gone'
  return plug === 'gone' && !isThere ? 'gone' : 'back'
}

/** How far a reading of what was written proves that it is on the stick. `replugged`: read after it was plugged in anew. */
export type ReadAgain = 'past-cache' | 'replugged' | 'cached'

/**
 * How far a reading goes that begins now.
 * @param isCached - what was written could not be read past the system's cache when it was written
 */
export function readAgain(isCached: boolean, plug: Plug): ReadAgain {
  if (!isCached) return 'past-cache'
  return plug === 'back' ? 'replugged' : 'cached'
}

/** True if a folder lies on a drive that is there and can be pulled out: not on one built in, nor on another computer. */
export function isPluggedIn(folder: string, drives: readonly Pick<ShellDrive, 'path' | 'removal'>[]): boolean {
  return drives.some(({ path, removal }) => removal !== 'fixed' && removal !== 'network' && isOn(folder, path))
}

/** True where another drive stands at the path of the one that was seen. */
export function isSwapped(seen: Place | null, now: Place): boolean {
  return seen !== null && seen.path === now.path && seen.device !== now.device
}

/** Where a drive stands, and which it is. */
type Place = { readonly path: string; readonly device: number }

/** True if a folder lies on a drive. @param drive - the path of its root */
export function isOn(folder: string, drive: string): boolean {
  const root = drive.replace(/[\\/]+$/, '')
  return folder === drive || folder.startsWith(`${root}/`) || folder.startsWith(`${root}\\`)
}
