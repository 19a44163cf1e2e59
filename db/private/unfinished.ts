/**
 * Sets that this computer has begun to write to a carrier and not ended: what a kill has left there is known to be its own by
 * them alone. On a shared folder another computer of the office may be writing under the same office's name right now, and
 * no clock of the carrier tells an abandoned file from one that is being written.
 */
import { trustedJson } from '../../shared/base/trust.ts'
import { prepared, type ReadDb, type WriteDb } from '../transaction.ts'

/** How many are remembered: what was left by an older one stays where it is. */
const REMEMBERED = 50

/** Names of the sets, without what follows for a part or the label; the oldest first. */
export function unfinishedSets(db: ReadDb): readonly string[] {
  const row = prepared<{ value: string }>(db, `SELECT value FROM meta WHERE name = 'unfinished'`).get()
  return row === undefined ? [] : trustedJson<readonly string[]>(row.value)
}

/** Notes that files of a set are about to be made. */
export function noteUnfinished(db: WriteDb, base: string): void {
  keep(db, [...unfinishedSets(db).filter((other) => other !== base), base].slice(-REMEMBERED))
}

/** Says that nothing unfinished is left of sets. */
export function forgetUnfinished(db: WriteDb, bases: readonly string[]): void {
  const noted = unfinishedSets(db)
  const left = noted.filter((base) => !bases.includes(base))
  if (left.length < noted.length) keep(db, left)
}

function keep(db: WriteDb, bases: readonly string[]): void {
  if (bases.length === 0) prepared(db, `DELETE FROM meta WHERE name = 'unfinished'`).run()
  else
    prepared(
      db,
      `INSERT INTO meta (name, value) VALUES ('unfinished', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
    ).run(JSON.stringify(bases))
}
