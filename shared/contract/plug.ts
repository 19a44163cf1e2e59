/**
 * Whether the stick a folder lies on has been pulled and plugged in again, from the drives that are there from time to time.
 */

/** What has become of a stick since something was written to it. */
export type Plug = 'unseen' | 'there' | 'gone' | 'back'

/** What becomes of a stick when it is seen, or not seen, once more. A folder on no stick stays unseen. */
export function nextPlug(plug: Plug, isThere: boolean): Plug {
  if (plug === 'unseen') return isThere ? 'there' : 'unseen'
  if (plug === 'there') return isThere ? 'there' : 'gone'
  return plug === 'gone' && !isThere ? 'gone' : 'back'
}

/** True if a folder lies on a drive. @param drive - the path of its root */
export function isOn(folder: string, drive: string): boolean {
  const root = drive.replace(/[\\/]+$/, '')
  return folder === drive || folder.startsWith(`${root}/`) || folder.startsWith(`${root}\\`)
}
