/**
 * Sets of a newer format: kept as they came, sealed, until this program has been updated and can read them. The stick
 * may go back at once, and nobody has to be asked again. At most a few are kept, and none where the disk is short.
 */
import { createHash } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { printLabel } from '../../shared/bundle/label.ts'
import type { KeptSet, KeptSets } from '../../shared/contract/exchange.ts'
import { attempt, tryAnyway, unlessMissing } from '../disk/attempt.ts'
import { ensureFolder, removeTree } from '../disk/folders.ts'
import { readStream, writeStream } from '../disk/streams.ts'
import { attemptBundle, fromCarrier } from '../bundle/fault.ts'
import { findSets, type FoundSet } from '../bundle/find-sets.ts'
import { knownBytes, locateParts } from '../bundle/locate-parts.ts'
import type { Workplace } from '../office/workplace.ts'
import { claimedBy, officeOfCode } from './claimed.ts'
import type { JobControl } from './write-outgoing.ts'

/** Name of the folder in the data folder. */
const FOLDER = 'later'

/** Most sets kept. */
const MOST = 20

/** Bytes that must stay free beside what is kept. */
const SPARE = 512 * 1024 * 1024

/**
 * Keeps a set, whole or not at all. A set that cannot be kept stays where it is: on the stick.
 * @param control - hears of the parts as they are hashed, and stops there and between chunks
 * @returns true where it lies here afterwards
 */
export async function keepSealed(
  { disk, paths }: Pick<Workplace, 'disk' | 'paths'>,
  set: FoundSet,
  { signal, onProgress }: JobControl = {},
): Promise<boolean> {
  const home = join(paths.data, FOLDER)
  if (dirname(set.label.folder) === home) return true
  const place = join(home, nameOf(set))
  const isKept = await attempt(async () => {
    const kept = (await unlessMissing(() => disk.readdir(home))) ?? []
    if (kept.some(({ name }) => name === basename(place))) return true
    if (kept.length >= MOST) return false
    const watch = signal === undefined ? {} : { signal }
    const tell = (progress: object) => onProgress?.({ phase: 'check', ...progress })
    const parts = await attemptBundle(() => locateParts({ disk, set, ...watch, onProgress: tell }))
    if (!parts.ok) return false
    const bytes = parts.value.reduce((sum, part) => sum + part.bytes, 0)
    await ensureFolder(disk, home)
    if ((await disk.statfs(home)).free < bytes + SPARE) return false
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
    if (!isWhole) await removeTree(disk, place)
    return isWhole
  })
  return isKept.ok && isKept.value
}

/** The sets kept so far. */
export async function keptSets({ disk, paths }: Workplace): Promise<readonly FoundSet[]> {
  const home = join(paths.data, FOLDER)
  if ((await unlessMissing(() => disk.stat(home))) === undefined) return []
  const found = await findSets(disk, home)
  return found.ok ? found.value.sets : []
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
    const since = `${new Date(stat.writtenMs).toISOString().slice(0, 19)}Z`
    sets.push({ id: basename(set.label.folder), set: set.label.name, from, bytes: knownBytes(set), since })
  }
  return { sets }
}

/** Lets go of a kept set that has been taken in, or never will be. */
export async function dropKept({ disk }: Workplace, set: FoundSet): Promise<void> {
  await tryAnyway(() => removeTree(disk, set.label.folder))
}

function nameOf(set: FoundSet): string {
  return createHash('sha256').update(printLabel(set.lines)).digest('hex').slice(0, 16)
}
