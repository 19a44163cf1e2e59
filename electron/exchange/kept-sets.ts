/**
 * Sets of a newer format: kept as they came, sealed, until this program has been updated and can read them. The stick
 * may go back at once, and nobody has to be asked again. At most a few are kept, and none where the disk is short.
 */
import { basename, dirname, join } from 'node:path'
import { labelHash, printLabel } from '../../shared/bundle/label.ts'
import type { KeptSet, KeptSets } from '../../shared/contract/exchange.ts'
import { attempt, exists, tryAnyway, unlessMissing } from '../disk/attempt.ts'
import type { Disk } from '../disk/disk.ts'
import { ensureFolder, removeTree } from '../disk/folders.ts'
import { readStream, writeStream } from '../disk/streams.ts'
import { attemptBundle, fromCarrier } from '../bundle/fault.ts'
import { findSets, type FoundFiles, type FoundSet } from '../bundle/find-sets.ts'
import { knownBytes, locateParts } from '../bundle/locate-parts.ts'
import { instantOf } from '../clock.ts'
import type { Workplace } from '../office/workplace.ts'
import { claimedBy, officeOfCode } from './claimed.ts'
import type { JobControl } from './write-outgoing.ts'

/** Name of the folder in the data folder. */
const FOLDER = 'later'

/** Most sets kept. */
const MOST = 20

/** What `nameOf` names a set's folder. */
const OUR_NAME = /^[0-9a-f]{16}$/

/** Bytes that must stay free beside what is kept. */
const SPARE = 512 * 1024 * 1024

type Place = Pick<Workplace, 'disk' | 'paths'>
type Kept = Pick<FoundFiles, 'sets' | 'isTruncated' | 'hasUnseen'>

/**
 * Keeps a set, whole or not at all. A set that cannot be kept stays where it is: on the stick.
 * @param control - hears of the parts as they are hashed, and stops there and between chunks
 * @returns true where it lies here afterwards
 */
export async function keepSealed(
  { disk, paths }: Place,
  set: FoundSet,
  { signal, onProgress }: JobControl = {},
): Promise<boolean> {
  const home = join(paths.data, FOLDER)
  if (dirname(set.label.folder) === home) return true
  const place = join(home, nameOf(set))
  const isKept = await attempt(async () => {
    const kept = await lookInto(disk, home)
    if (kept === null) return false
    if (kept.sets.some(({ label }) => label.folder === place)) return true
    await clearLeftovers(disk, home, kept)
    if (kept.sets.length >= MOST) return false
    const watch = signal === undefined ? {} : { signal }
    const tell = (progress: object) => onProgress?.({ phase: 'check', ...progress })
    const parts = await attemptBundle(() => locateParts({ disk, set, ...watch, onProgress: tell }))
    if (!parts.ok) return false
    const bytes = parts.value.reduce((sum, part) => sum + part.bytes, 0)
    await ensureFolder(disk, home)
    if ((await disk.statfs(home)).free < bytes + SPARE) return false
    await removeSet(disk, place, join(place, set.label.name))
    await ensureFolder(disk, place)
    const done = await attemptBundle(() =>
      attempt(async () => {
        for (const part of parts.value)
          await writeStream(disk, join(place, part.name), fromCarrier(readStream(disk, part.path), signal))
        // The label comes last here, too: without it what lies there is no set.
        await writeStream(disk, join(place, set.label.name), [Buffer.from(printLabel(set.lines))])
        await disk.fsyncDir(place)
      }),
    )
    const isWhole = done.ok && done.value.ok
    if (!isWhole) await removeSet(disk, place, join(place, set.label.name))
    return isWhole
  })
  return isKept.ok && isKept.value
}

/** The sets kept so far. */
export async function keptSets({ disk, paths }: Place): Promise<readonly FoundSet[]> {
  const found = await lookInto(disk, join(paths.data, FOLDER))
  return found?.sets ?? []
}

/** What is said of them before they are opened: which, from whom, since when. */
export async function listKept(workplace: Workplace): Promise<KeptSets> {
  const { disk, keys, query } = workplace
  const sets: KeptSet[] = []
  for (const set of await keptSets(workplace)) {
    const stat = await unlessMissing(() => disk.stat(set.label.path))
    if (stat === undefined) continue
    const code = claimedBy(set)?.from
    const from = code === undefined ? null : { code, office: query((db) => officeOfCode(db, keys.office, code)) }
    const since = instantOf(new Date(stat.writtenMs))
    sets.push({ id: basename(set.label.folder), set: set.label.name, from, bytes: knownBytes(set), since })
  }
  return { sets }
}

/** Lets go of a kept set that has been taken in, or never will be. */
export async function dropKept({ disk }: Pick<Workplace, 'disk'>, { label }: FoundSet): Promise<void> {
  await tryAnyway(() => removeSet(disk, label.folder, label.path))
}

/** What lies there; null where that cannot be said. */
async function lookInto(disk: Disk, home: string): Promise<Kept | null> {
  if (!(await exists(disk, home))) return { sets: [], isTruncated: false, hasUnseen: false }
  const found = await findSets(disk, home)
  return found.ok ? found.value : null
}

/** Removes what a copy or a removal that stopped half-way has left. Where not all could be looked at, it may be a set. */
async function clearLeftovers(disk: Disk, home: string, { sets, isTruncated, hasUnseen }: Kept): Promise<void> {
  if (isTruncated || hasUnseen) return
  const whole = new Set(sets.map(({ label }) => label.folder))
  for (const { name } of (await unlessMissing(() => disk.readdir(home))) ?? []) {
    const folder = join(home, name)
    if (OUR_NAME.test(name) && !whole.has(folder)) await tryAnyway(() => removeTree(disk, folder))
  }
}

/** Removes a set, its label first: what is left where that stops half-way is no set, and is cleared before the next one. */
async function removeSet(disk: Disk, folder: string, label: string): Promise<void> {
  if (await exists(disk, label)) {
    await disk.unlink(label)
    await disk.fsyncDir(folder)
  }
  await removeTree(disk, folder)
}

function nameOf({ lines }: FoundSet): string {
  return labelHash(lines).slice(0, 16)
}
