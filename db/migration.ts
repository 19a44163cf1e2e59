/**
 * What a migration is. A step is written once and never edited, so all it may see is this file's types: a small surface
 * of its own, which must stay as it is for as long as any step exists.
 */

/** A value SQLite stores. */
export type MigrationValue = string | number | bigint | null | Uint8Array

/** What a step can do; it runs inside one transaction that it must not end. */
export type MigrationDb = {
  /** Runs statements without values, several if need be. */
  exec(sql: string): void
  /** All rows of one query. */
  all(sql: string, ...values: readonly MigrationValue[]): readonly Readonly<Record<string, MigrationValue>>[]
  /** Runs one statement with values. */
  run(sql: string, ...values: readonly MigrationValue[]): void
}

/**
 * One step of the schema. Ids go up by ten, so that a step fits between two others before they are released; id and name
 * are those of the file (`0010-first.ts`). Foreign keys are off while it runs and checked before it commits.
 */
export type Migration = {
  readonly id: number
  readonly name: string
  readonly up: (db: MigrationDb) => void
}
