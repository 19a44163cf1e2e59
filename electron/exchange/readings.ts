/**
 * Sets that were read to be shown, kept for the moment in which they are taken in: what is on a stick is read and verified
 * once. Each lies as it does on its way in: scans sealed in `incoming/`, lines in memory or in a scratch database whose
 * key nobody else has. A scan that several of them carry lies there once, and is taken in with one of them: the others are
 * read anew. Dropped when the office is locked, after a while, and by the next look at a stick.
 */
import { basename, join } from 'node:path'
import type { Staging } from '../../db/staging.ts'
import type { ReadSet } from '../bundle/read-set.ts'
import { tryAnyway } from '../disk/attempt.ts'
import type { Disk } from '../disk/disk.ts'
import { incomingFolder } from '../scans/sealed-files.ts'
import type { StagedScan } from '../scans/staging.ts'

/** A set read and verified to step 11, not yet taken in. */
export type Reading = {
  readonly verified: ReadSet
  readonly staging: Staging
  /** Where the lines lie, if they need a file. */
  readonly linesFile: string
  /** Hashes of the scans that its lines name. */
  readonly named: ReadonlySet<string>
  readonly staged: readonly StagedScan[]
  /** Those of them that were staged for another reading. */
  readonly shared: readonly StagedScan[]
  /** Whether all of this office that the reading relied on is still as it was then: who is paired, and how far we are. */
  readonly holds: () => boolean
}

/** The readings of an unlocked office. */
export type Readings = {
  /**
   * Keeps a reading under what it is a reading of, unless scans that it shares were dropped meanwhile.
   * @returns whether it is kept; if not, it stays the caller's to close
   */
  readonly keep: (of: string, reading: Reading) => boolean
  /**
   * The reading kept, if what it relied on is the same; it is the caller's to close from now on. Readings that share scans
   * with it are dropped: those lie in the store from then on, or nowhere.
   */
  readonly take: (of: string) => Reading | null
  /** The scans that are staged for those kept, by hash. */
  readonly staged: () => ReadonlyMap<string, StagedScan>
  /** Names of the files in `incoming/` that are in use. */
  readonly files: () => ReadonlySet<string>
  /** Closes all at once, and then removes their files. */
  readonly drop: () => Promise<void>
}

/** How long a reading is kept, in milliseconds: as long as somebody may think about what is shown. */
const KEPT_FOR = 15 * 60 * 1000

/** Keeps what one unlocked office has read. @param folder - of the data, in whose `incoming/` the files lie */
export function createReadings(disk: Disk, folder: string): Readings {
  const kept = new Map<string, Reading>()
  let timer: NodeJS.Timeout | null = null
  const files = () => new Set([...kept.values()].flatMap(filesOf))
  const drop = async () => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    const names = files()
    for (const { staging } of kept.values()) staging.close()
    kept.clear()
    // What cannot be removed now is swept with the next import, or the next start.
    for (const name of names) await tryAnyway(() => disk.unlink(join(incomingFolder(folder), name)))
  }
  return {
    keep: (of, reading) => {
      const lying = files()
      if (!reading.shared.every(({ path }) => lying.has(basename(path)))) return false
      kept.get(of)?.staging.close()
      kept.set(of, reading)
      timer ??= setTimeout(() => void drop(), KEPT_FOR).unref()
      return true
    },
    take: (of) => {
      const reading = kept.get(of)
      kept.delete(of)
      if (reading === undefined) return null
      if (!reading.holds()) {
        reading.staging.close()
        return null
      }
      const taken = new Set(reading.staged.map(({ path }) => path))
      for (const [other, { staged, staging }] of kept) {
        if (!staged.some(({ path }) => taken.has(path))) continue
        staging.close()
        kept.delete(other)
      }
      return reading
    },
    staged: () =>
      new Map([...kept.values()].flatMap(({ staged }) => staged.map((scan) => [scan.sha256, scan] as const))),
    files,
    drop,
  }
}

function filesOf({ linesFile, staged }: Reading): readonly string[] {
  return [linesFile, ...staged.map(({ path }) => path)].map((path) => basename(path))
}
