/**
 * Sets of an office need not come in the order it wrote them, and no clock tells which was first. What comes one after the
 * other with nothing of ours in between is taken together; after a set of ours an office is taken at its word, for one that
 * holds less than it did says so in its answer. So it is where it says less twice in a row: put back to what it was before,
 * with no sign of that, it has nothing else to say, and it would wait for what it lacks.
 */
import { channelRow } from '../journal.ts'
import { prepared, type ReadDb } from '../transaction.ts'
import { acknowledged } from './exchange.ts'

/** What a set says: whose it is, and what its writer holds. `device`: set where that is another computer of ours. */
type Told = {
  readonly from: string
  readonly device?: string
  readonly have: readonly { readonly channel: string; readonly seq: number; readonly device?: string }[]
}

/** What a set must not take back. */
export type Lateness = {
  /** It tells nothing that we had not been told, and less of something: it was written before, or its writer is restored. */
  readonly isBehind: boolean
  /** How far the office holds our channels. */
  readonly keepsMarks: boolean
  /** What it has asked for. */
  readonly keepsWants: boolean
}

/** Judges a set by what is held here, before its lines are. Another computer of ours is always taken at its word. */
export function latenessOf(db: ReadDb, told: Told, self: string): Lateness {
  const { from, device, have } = told
  if (device !== undefined) return { isBehind: false, keepsMarks: false, keepsWants: false }
  const steps = placesOf(db, self, from, have).map(({ said, known }) => Math.sign(said - known))
  const isAhead = steps.includes(1)
  const isBehind = !isAhead && steps.includes(-1)
  const last = prepared<{ direction: 'in' | 'out'; writer: string | null; wasLate: number | null }>(
    db,
    `SELECT direction, json_extract(report, '$.writer') AS writer, json_extract(report, '$.isLate') AS wasLate
     FROM bundles WHERE office = ? ORDER BY number DESC LIMIT 1`,
  ).get(from)
  const isNext = last?.direction === 'in'
  return {
    isBehind,
    keepsMarks: isBehind && isNext && last.writer === writerOf(have) && last.wasLate !== 1,
    keepsWants: isBehind || (!isAhead && isNext),
  }
}

/** The device that wrote a set: the one that holds what it says is held. */
export function writerOf(have: Told['have']): string | null {
  return have[0]?.device ?? null
}

/** How far a set says its office holds its channels and ours, beside how far we knew that. */
function placesOf(db: ReadDb, self: string, from: string, have: Told['have']) {
  // Of a channel that is named twice, the second time says how far it is held.
  const said = new Map(have.map(({ channel, seq }) => [channel, seq]))
  const marked = prepared<{ channel: string }>(
    db,
    'SELECT channel FROM marks WHERE office = ? AND acknowledged > 0',
  ).all(from)
  const channels = new Set([...said.keys(), ...marked.map(({ channel }) => channel)])
  return [...channels].flatMap((channel) => {
    const place = { channel, said: said.get(channel) ?? 0 }
    if (channel.startsWith(`${self}.`)) return [{ ...place, known: acknowledged(db, from, channel) }]
    if (channel.startsWith(`${from}.`)) return [{ ...place, known: channelRow(db, channel)?.seq ?? 0 }]
    return []
  })
}
