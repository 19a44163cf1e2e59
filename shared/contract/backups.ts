/**
 * The backups in a place, as pages show them.
 */

/** One backup as its manifest names it; `name` is that of its folder. */
export type BackupRow = {
  readonly name: string
  readonly folder: string
  readonly office: string
  readonly at: string
  readonly bytes: number
  readonly scans: number
}

/** The backups in a place, newest first. `due`: the daily one of today is still to be made. */
export type BackupListing = {
  readonly folder: string | null
  /** False where the folder cannot be seen: a stick that is not plugged in. */
  readonly there: boolean
  readonly daily: boolean
  readonly due: boolean
  readonly backups: readonly BackupRow[]
}
