/**
 * What another office, or another computer of ours, has said it holds of our channels beyond what was here, or otherwise.
 */
import type { Place } from '../../shared/journal/entry.ts'
import { prepared, type ReadDb } from '../transaction.ts'

/** A place that it said it holds. `head`: its own there; null where it was not kept yet. */
export type Claim = Place & { readonly head: string | null }

/**
 * What it has said since its last set with something new. Of what brings nothing it is not known whether it is older than
 * what came before it.
 */
export function claimsOf(db: ReadDb, office: string): readonly Claim[] {
  return prepared<Claim>(
    db,
    `SELECT ahead.value ->> 'channel' AS channel, ahead.value ->> 'seq' AS seq, ahead.value ->> 'head' AS head
     FROM bundles, json_each(report, '$.ahead') AS ahead
     WHERE direction = 'in' AND office = :office AND number >= coalesce((
       SELECT number FROM bundles WHERE direction = 'in' AND office = :office AND report ->> 'fresh' > 0
       ORDER BY number DESC LIMIT 1), 0)`,
  ).all({ office })
}
