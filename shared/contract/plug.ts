/**
 * Whether the stick that sets were written to has been pulled and plugged in again, from the drives that are there from time
 * to time. It may come back at another letter, and another stick may come at its own: what lies on a drive that has come
 * tells whether it is the one.
 */
import type { ShellDrive } from './shell.ts'

/** What has become of a stick since something was written to it. */
export type Plug = 'unseen' | 'there' | 'gone' | 'back'

/** Where a drive stands, and which it is; plugged in again, it has another `plugging`, where the system tells. */
export type Place = { readonly path: string; readonly device: number; readonly plugging?: number }

/** A drive as it is watched. */
type Drive = Place & Pick<ShellDrive, 'removal'>

/** A stick that is watched. */
export type PlugWatch = {
  readonly plug: Plug
  /** Where the sets were written, or were found since. */
  readonly folder: string
  /** The drive that folder lies on, once it was seen. */
  readonly on: Place | null
  /** Looks in a row that have not found it. */
  readonly missed: number
  /** Other drives that were there before it was gone. */
  readonly beside: readonly Place[]
  /** Drives that have come since, and on which the sets do not lie. */
  readonly others: readonly Place[]
}

/** Looks in a row without a drive after which it is gone: one that is slow to wake fails to answer one of them. */
const LOOKS = 2

/** A folder something was just written to. */
export function beginWatch(folder: string): PlugWatch {
  return { plug: 'unseen', folder, on: null, missed: 0, beside: [], others: [] }
}

/**
 * One look at the drives. A folder on no stick stays unseen.
 * @returns `came`: drives that have come since the stick was gone and have not been looked into
 */
export function lookAtDrives<Each extends Drive>(
  watch: PlugWatch,
  drives: readonly Each[],
): { readonly watch: PlugWatch; readonly came: readonly Each[] } {
  const sticks = drives.filter(isPullable)
  const found = sticks.find(({ path }) => isOn(watch.folder, path))
  const on = watch.on ?? (found === undefined ? null : placeOf(found))
  if (on === null) return { watch: { ...watch, missed: watch.missed + 1 }, came: [] }
  if (watch.plug !== 'gone') {
    const plug = watch.plug === 'unseen' ? 'there' : watch.plug
    if (isAmong(sticks, on)) {
      const beside = sticks.filter((stick) => !isSame(stick, on))
      return { watch: { ...watch, plug, on, missed: 0, beside: beside.map(placeOf) }, came: [] }
    }
    const missed = watch.missed + 1
    if (missed < LOOKS && !sticks.some((stick) => isSwapped(on, stick)))
      return { watch: { ...watch, missed }, came: [] }
  }
  // One that leaves is looked into anew when it comes again.
  const stillHere = (places: readonly Place[]) => places.filter((place) => isAmong(sticks, place))
  const beside = stillHere(watch.beside)
  const others = watch.plug === 'gone' ? stillHere(watch.others) : []
  const came = sticks.filter((stick) => !isAmong(beside, stick) && !isAmong(others, stick))
  return { watch: { ...watch, plug: 'gone', missed: 0, beside, others }, came }
}

/** False for a folder that is known to lie on no stick: nothing is waited for. */
export function isAwaited({ plug, missed }: PlugWatch): boolean {
  return plug !== 'unseen' || missed < LOOKS
}

/** The sets were found on a drive that has come. @param folder - where they lie there */
export function foundOn(watch: PlugWatch, drive: Place, folder: string): PlugWatch {
  return { ...watch, plug: 'back', folder, on: placeOf(drive), missed: 0, others: [] }
}

/** They do not lie on a drive that has come: the right one is still waited for. */
export function notOn(watch: PlugWatch, drive: Place): PlugWatch {
  return { ...watch, others: [...watch.others, placeOf(drive)] }
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

/** True for a drive that can be pulled out: not for one built in, nor on another computer. */
export function isPullable({ removal }: Pick<ShellDrive, 'removal'>): boolean {
  return removal !== 'fixed' && removal !== 'network'
}

/** True where another drive stands at the path of the one that was seen, or the same one that was out meanwhile. */
export function isSwapped(seen: Place | null, now: Place): boolean {
  return seen !== null && seen.path === now.path && !isSame(seen, now)
}

/** True if a folder lies on a drive. @param drive - the path of its root */
export function isOn(folder: string, drive: string): boolean {
  const root = drive.replace(/[\\/]+$/, '')
  return folder === drive || folder.startsWith(`${root}/`) || folder.startsWith(`${root}\\`)
}

/** Where on another drive what is watched lies, if it is the same stick. */
export function placeOn({ folder, on }: PlugWatch, drive: Pick<Place, 'path'>): string {
  if (on === null || !isOn(folder, on.path)) return drive.path
  const rest = folder.slice(on.path.replace(/[\\/]+$/, '').length)
  return /^[\\/]*$/.test(rest) ? drive.path : `${drive.path.replace(/[\\/]+$/, '')}${rest}`
}

const placeOf = ({ path, device, plugging }: Place): Place =>
  plugging === undefined ? { path, device } : { path, device, plugging }

/** What is not told, as of a drive that is just going, tells of no other one. */
const isSame = (a: Place, b: Place): boolean =>
  a.path === b.path &&
  a.device === b.device &&
  (a.plugging === undefined || b.plugging === undefined || a.plugging === b.plugging)

const isAmong = (places: readonly Place[], place: Place): boolean => places.some((one) => isSame(one, place))
