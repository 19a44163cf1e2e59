/**
 * Lines an office has lost for good: an old backup of it went on without them, and nobody can prove them any more. Its
 * administrator says so, and from then on a line that comes after one of them is not kept waiting. It takes the place in
 * history it would have at the least; should the lost ones come after all, `raise-ticks.ts` puts it behind them.
 */
import { compareText } from '../shared/base/compare.ts'
import { trusted, trustedJson } from '../shared/base/trust.ts'
import { parseChannel } from '../shared/bundle/format.ts'
import type { AfterLost, GivenUp, LostLines } from '../shared/contract/exchange.ts'
import type { Entry, Place } from '../shared/journal/entry.ts'
import { hasSeen } from '../shared/journal/item.ts'
import type { PayloadOf } from '../shared/journal/kinds.ts'
import { upcast } from '../shared/journal/upcast.ts'
import { devicesInUse } from '../shared/model/devices.ts'
import { channelRow, lastSeq, lineAt, OPEN, tickAt } from './journal.ts'
import { loadDevices } from './load.ts'
import { claimsOf } from './private/claims.ts'
import { readSecret } from './private/secrets.ts'
import { prepared, type ReadDb } from './transaction.ts'

/** By channel, the first line that its office says is lost: nothing behind the one before is waited for. */
export type LostFrom = ReadonlyMap<string, number>

/** True for a place that its office has given up. */
export function isGivenUp(lost: LostFrom, { channel, seq }: Place): boolean {
  return seq >= (lost.get(channel) ?? Infinity)
}

/** What offices have said of their own channels: ours, and one that has become ours. */
export function lostFrom(db: ReadDb): LostFrom {
  const from = new Map<string, number>()
  for (const { lost } of declarations(db))
    for (const { channel, from: first } of lost) from.set(channel, Math.min(first, from.get(channel) ?? Infinity))
  return from
}

/**
 * The tick that a lost line had at the least, by what is held of its channel; null for a line that is not lost, or has come.
 */
export function tickOfLost(db: ReadDb, lost: LostFrom, place: Place): number | null {
  if (!isGivenUp(lost, place)) return null
  const { channel, seq } = place
  const end = lastSeq(db, channel)
  if (seq <= end) return null
  const tick = end === 0 ? 0 : tickAt(db, { channel, seq: end })
  return tick === null ? null : tick + seq - end
}

/**
 * A tick that every line is behind which took its place without waiting for lost lines of a channel: that of the last one
 * before them, if it was here when it was said that they are lost; 0 where it was not.
 */
export function tickBeforeLost(db: ReadDb, channel: string): number {
  const said = declarations(db).flatMap(({ row, lost }) =>
    lost.flatMap((lines) => (lines.channel === channel ? [{ row, seq: lines.from - 1 }] : [])),
  )
  const seq = Math.min(...said.map((before) => before.seq))
  const row = channelRow(db, channel)
  const last = row === null ? null : lineAt(db, row.id, seq)
  return last !== null && said.every((before) => last.id < before.row) ? (last.tick ?? 0) : 0
}

/**
 * Lines of ours that others hold or have seen and that are not here: of computers that are out of use, since another goes on
 * for them or they were removed. One that is in use still has its own to tell.
 */
export function linesMissing(db: ReadDb, self: string): readonly LostLines[] {
  const apart = new Set([...devicesInUse(loadDevices(db)).map(({ id }) => id), readSecret(db, 'device')])
  const given = lostFrom(db)
  const last = new Map<string, number>()
  for (const place of [...waitedFor(db, self), ...claimed(db)]) {
    const { channel, seq } = place
    const writer = parseChannel(channel)
    if (writer?.office !== self || apart.has(writer.device)) continue
    if (seq <= lastSeq(db, channel) || isGivenUp(given, place)) continue
    last.set(channel, Math.max(seq, last.get(channel) ?? 0))
  }
  return [...last]
    .map(([channel, to]) => ({ channel, from: lastSeq(db, channel) + 1, to }))
    .toSorted((a, b) => compareText(a.channel, b.channel))
}

/** What our own office has given up and has not come since, with who said so and why. */
export function linesGivenUp(db: ReadDb, self: string): readonly GivenUp[] {
  return declarations(db)
    .filter(({ office }) => office === self)
    .flatMap(({ lost, reason, entry }) =>
      lost.flatMap(({ channel, to }) => {
        const from = lastSeq(db, channel) + 1
        return from > to ? [] : [{ channel, from, to, reason, at: entry.at, by: entry.actor.name }]
      }),
    )
}

/** What others have told us of cases after lines given up that have not come since: what is missing there is for a person to see. */
export function casesAfterLost(db: ReadDb, given: readonly LostLines[], most: number): readonly AfterLost[] {
  const found = new Map<string, AfterLost>()
  for (const { channel, from } of given) {
    const rows = prepared<{ case: string; name: string | null; office: string; kind: string; line: string }>(
      db,
      `SELECT j.subject_id AS "case", s.name, c.office, j.kind, j.line
       FROM journal j JOIN channels c ON c.id = j.channel_id LEFT JOIN cases s ON s.case_id = j.subject_id
       WHERE j.status = 'applied' AND j.subject_type = 'case' AND instr(j.line, ?) > 0 ORDER BY s.name, j.id`,
    ).all(channel)
    for (const { line, kind, ...of } of rows) {
      const entry = trustedJson<Entry>(line)
      if (!hasSeen(entry, { channel, seq: from })) continue
      const kinds = found.get(of.case)?.kinds ?? []
      found.set(of.case, { ...of, kinds: [...new Set([...kinds, kind])], at: entry.at })
    }
  }
  return [...found.values()].slice(0, most)
}

type Declaration = PayloadOf<'office.linesLost'> & {
  readonly row: number
  readonly office: string
  readonly entry: Entry
}

function declarations(db: ReadDb): readonly Declaration[] {
  return prepared<{ row: number; office: string; line: string }>(
    db,
    `SELECT j.id AS row, c.office, j.line FROM journal j JOIN channels c ON c.id = j.channel_id
     WHERE j.subject_id IN (SELECT office FROM channels) AND j.subject_type = 'office' AND j.subject_id = c.office
       AND j.kind = 'office.linesLost' AND (j.status = 'applied' OR (j.status = 'voided' AND j.reason IS NULL))
     ORDER BY j.id`,
  )
    .all()
    .map(({ row, office, line }) => {
      const entry = upcast(trustedJson<Entry>(line))
      const { lost, reason } = trusted<PayloadOf<'office.linesLost'>>(entry.payload)
      // An office speaks for its own lines only.
      return {
        row,
        office,
        entry,
        reason,
        lost: lost.filter(({ channel }) => parseChannel(channel)?.office === office),
      }
    })
}

function waitedFor(db: ReadDb, self: string): readonly Place[] {
  // However many wait, few name anything of ours.
  return prepared<{ line: string }>(
    db,
    `SELECT line FROM journal WHERE ${OPEN} AND status = 'waiting' AND instr(line, ?) > 0`,
  )
    .all(`"channel":"${self}.`)
    .flatMap(({ line }) => trustedJson<Partial<Entry>>(line).after ?? [])
}

function claimed(db: ReadDb): readonly Place[] {
  const heard = prepared<{ office: string }>(db, `SELECT DISTINCT office FROM bundles WHERE direction = 'in'`).all()
  return heard.flatMap(({ office }) => claimsOf(db, office))
}
