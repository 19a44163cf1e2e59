/**
 * Ending a pairing as of an earlier line: what a lost key may have signed since is taken out of the channel and set aside.
 * The channel's head is then where it was, and once its office has a new key, its own next lines join on there.
 */
import { GENESIS } from '../shared/bundle/chain.ts'
import { SubjectType, type Subject } from '../shared/journal/entry.ts'
import type { PayloadOf } from '../shared/journal/kinds.ts'
import { channelRow, dropLines, headAt } from './journal.ts'
import { prepared, type WriteDb } from './transaction.ts'

/**
 * Takes out of each channel what stands behind the last line still accepted.
 * @param at - wall clock, for the note of what was set aside
 * @param known - only where the first such line was stored no later than this row: what came since belongs to the new key
 * @returns what those lines were about, to be applied anew
 */
export function cutBack(
  db: WriteDb,
  { heads, dropped = [] }: Pick<PayloadOf<'peer.revoked'>, 'heads' | 'dropped'>,
  at: string,
  known = Number.MAX_SAFE_INTEGER,
): readonly Subject[] {
  const ends = [...heads, ...dropped.map((channel) => ({ channel, seq: 0, head: GENESIS }))]
  return ends.flatMap((end) => cutChannel(db, end, at, known))
}

function cutChannel(
  db: WriteDb,
  { channel, seq, head }: { readonly channel: string; readonly seq: number; readonly head: string },
  at: string,
  known: number,
): readonly Subject[] {
  const row = channelRow(db, channel)
  if (row === null || row.seq <= seq || headAt(db, channel, seq) !== head) return []
  const first = prepared<{ id: number }>(db, 'SELECT id FROM journal WHERE channel_id = ? AND seq = ?').get(
    row.id,
    seq + 1,
  )
  if (first === undefined || first.id > known) return []
  prepared(
    db,
    `INSERT INTO set_aside (channel, seq, line, at)
     SELECT ?, seq, line, ? FROM journal WHERE channel_id = ? AND seq > ? ORDER BY seq`,
  ).run(channel, at, row.id, seq)
  const about = prepared<{ type: string | null; id: string | null }>(
    db,
    `SELECT DISTINCT subject_type AS type, subject_id AS id FROM journal WHERE channel_id = ? AND seq > ?`,
  ).all(row.id, seq)
  dropLines(db, row, { seq, head })
  // What comes next at these places is something else: no set from before reaches beyond the cut any more.
  prepared(
    db,
    `UPDATE bundles SET report = json_set(report, :path, :seq)
     WHERE direction = 'in' AND office = :office AND json_extract(report, :path) > :seq`,
  ).run({ path: `$.heads."${channel}"`, seq, office: row.office })
  prepared(
    db,
    'UPDATE marks SET acknowledged = min(acknowledged, :seq), exported = min(exported, :seq) WHERE channel = :channel',
  ).run({ seq, channel })
  return about.flatMap(({ type, id }) => {
    const known = SubjectType.safeParse(type)
    return known.success && id !== null ? [{ type: known.data, id }] : []
  })
}
