/**
 * Sets that were read to be shown, kept for the moment in which they are taken in: what is on a stick is read and verified
 * once. Each lies as it does on its way in: scans sealed in `incoming/`, lines in memory or in a scratch database whose
 * key nobody else has. Dropped when the office is locked, after a while, and by the next look at a stick.
 */
import { basename } from 'node:path'
import type { Staging } from '../../db/staging.ts'
import type { ReadSet } from '../bundle/read-set.ts'
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
  /** What of this office the reading relied on, as text: only while it is the same does the reading hold. */
  readonly relied: () => string
  readonly reliedOn: string
}

/** The readings of an unlocked office. */
export type Readings = {
  /** Keeps a reading under what it is a reading of. */
  readonly keep: (of: string, reading: Reading) => void
  /** The reading kept, if what it relied on is the same; it is the caller's to close from now on. */
  readonly take: (of: string) => Reading | null
  /** Names of the files in `incoming/` that are in use. */
  readonly files: () => ReadonlySet<string>
  /** Closes all; their files are swept with the next import. */
  readonly drop: () => void
}

/** How long a reading is kept, in milliseconds: as long as somebody may think about what is shown. */
const KEPT_FOR = 15 * 60 * 1000

/** Keeps what one unlocked office has read. */
export function createReadings(): Readings {
  const kept = new Map<string, Reading>()
  let timer: NodeJS.Timeout | null = null
  const drop = () => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    for (const { staging } of kept.values()) staging.close()
    kept.clear()
  }
  return {
    keep: (of, reading) => {
      kept.get(of)?.staging.close()
      kept.set(of, reading)
      timer ??= setTimeout(drop, KEPT_FOR).unref()
    },
    take: (of) => {
      const reading = kept.get(of)
      kept.delete(of)
      if (reading === undefined || reading.relied() === reading.reliedOn) return reading ?? null
      reading.staging.close()
      return null
    },
    files: () =>
      new Set(
        [...kept.values()].flatMap(({ linesFile, staged }) =>
          [linesFile, ...staged.map(({ path }) => path)].map((path) => basename(path)),
        ),
      ),
    drop,
  }
}
