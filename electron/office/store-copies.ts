/**
 * Copies of the store made before it is brought to a newer schema: the way back where a step turns out to be wrong. None
 * stays for long. It holds whoever is erased later and stays under the key it was made with, so an erasure and a change
 * of the store key take all of them; so does a backup, once a copy has stood for a week, and every start, once it has
 * stood for a month.
 */
import { basename, dirname, join } from 'node:path'
import { copyStore } from '../../db/copy.ts'
import type { Store } from '../../db/open.ts'
import { attempt } from '../disk/attempt.ts'
import type { Disk } from '../disk/disk.ts'
import type { Paths } from '../paths.ts'

/** Days a copy stands although a backup has been made since, and though none has. */
const KEPT_DAYS = { beside: 7, alone: 30 }

const DAY = 24 * 60 * 60 * 1000

/**
 * Makes a copy. Its name is its own each time: an update that broke off may have left a copy, whole or torn.
 * @param to - the newest step of the schema that is coming
 * @param at - YYYY-MM-DDTHH:MM:SSZ
 */
export function copyBeforeUpdate(store: Store, to: number, at: string): void {
  copyStore(store, `${store.file}.before-${to}-${at.replace(/[-:]/g, '')}`)
}

type Place = { readonly disk: Disk; readonly paths: Paths }

/** Takes every copy away: after an erasure, and after a change of the store key. @returns false where one is left */
export function dropCopies(place: Place): Promise<boolean> {
  return drop(place, () => true)
}

/** Takes away those that a backup, which has just been made and verified, makes needless. @param at - now */
export async function dropCopiesBesideBackup(place: Place, at: string): Promise<void> {
  await drop(place, olderThan(at, KEPT_DAYS.beside))
}

/**
 * Takes away what has stood too long, what an older update has left, and what holds somebody erased since.
 * @param at - now; null while the date is in doubt, when nothing is too old
 * @param erasedAt - when somebody was last erased here, or null
 */
export async function sweepCopies(place: Place, at: string | null, erasedAt: string | null): Promise<void> {
  const isOld = at === null ? () => false : olderThan(at, KEPT_DAYS.alone)
  await drop(place, (madeAt, isNewest) => !isNewest || isOld(madeAt) || (erasedAt ?? '') >= madeAt)
}

function olderThan(now: string, days: number): (madeAt: string) => boolean {
  const limit = Date.parse(now) - days * DAY
  return (madeAt) => Date.parse(madeAt) < limit
}

/** What cannot be removed now is looked for again at the next start. @returns whether all that is due is gone for good */
async function drop({ disk, paths }: Place, isDue: (madeAt: string, isNewest: boolean) => boolean): Promise<boolean> {
  const folder = dirname(paths.store)
  const start = `${basename(paths.store)}.before-`
  const dropped = await attempt(async () => {
    const names = (await disk.readdir(folder)).map(({ name }) => name).filter((name) => name.startsWith(start))
    const times = names.map(timeIn)
    const newest = times.toSorted().at(-1)
    let isChanged = false
    let isLeft = false
    for (const [place, name] of names.entries()) {
      const madeAt = times[place] ?? ''
      if (!isDue(madeAt, madeAt === newest)) continue
      isLeft = !(await attempt(() => disk.unlink(join(folder, name)))).ok || isLeft
      isChanged = true
    }
    if (isChanged) await disk.fsyncDir(folder)
    return !isLeft
  })
  return dropped.ok && dropped.value
}

/** When a copy was made, from its name; of one that bears no time, the beginning of all of them. */
function timeIn(name: string): string {
  const [, year, month, day, hour, minute, second] = /-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/.exec(name) ?? []
  return year === undefined ? '1970-01-01T00:00:00Z' : `${year}-${month}-${day}T${hour}:${minute}:${second}Z`
}
