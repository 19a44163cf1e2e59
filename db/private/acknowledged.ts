/**
 * How far others hold what we hold, as each set says: the marks that the next set to them begins from.
 */
import { parseChannel } from '../../shared/bundle/format.ts'
import type { ImportReport } from '../../shared/contract/exchange.ts'
import { isExchangeDevice, selvesOf } from '../../shared/model/devices.ts'
import { headAt } from '../journal.ts'
import { loadDevices } from '../load.ts'
import { prepared, type WriteDb } from '../transaction.ts'
import { settleFork } from './troubles.ts'

/**
 * What a set says of what its writer holds. `device`: the one of our own office that wrote it; of a place, the one that holds
 * it, whatever office it is of.
 */
type Told = {
  readonly from: string
  readonly device?: string
  readonly have: readonly {
    readonly channel: string
    readonly seq: number
    readonly head: string
    readonly device?: string
  }[]
}

/**
 * Sets our acknowledged marks to what the sender says it holds of our channels, also backwards: of a channel it does not
 * name it holds nothing. A claim beyond what we hold, or whose head is not ours at that place, moves nothing and is reported.
 * @param stays - it came late: the marks stay where they are
 */
export function setMarks(
  db: WriteDb,
  received: Told,
  self: string,
  device: string,
  stays = false,
): Pick<ImportReport, 'acknowledged' | 'ahead'> {
  const acknowledged: { channel: string; seq: number }[] = []
  const ahead: ImportReport['ahead'][number][] = []
  const isSibling = received.device !== undefined
  const speaks = isSibling && isExchangeDevice(loadDevices(db), device)
  // Of a channel that is named twice, the second time says how far it is held.
  const held = new Map(received.have.map((one) => [one.channel, one]))
  for (const { channel, seq, head, device: holder } of held.values()) {
    if (!isSibling && !channel.startsWith(`${self}.`)) {
      // An office says what it holds of its own: two histories are one again where another of its computers holds ours.
      const isAgreed = channel.startsWith(`${received.from}.`) && holder !== parseChannel(channel)?.device
      if (isAgreed && headAt(db, channel, seq) === head) settleFork(db, channel, seq)
      continue
    }
    const isOwn = !isSibling || channel.startsWith(`${self}.${device}.`)
    const ours = prepared<{ seq: number }>(db, 'SELECT seq FROM channels WHERE channel = ?').get(channel)?.seq ?? 0
    // A history of our own channel that is not ours: a copy of this store has written it, and we are not its newest. Of
    // what others write, another device of our office may well hold more.
    if (seq > ours || headAt(db, channel, seq) !== head) {
      if (isOwn) ahead.push({ channel, seq, head, ours })
      // What another computer of ours holds otherwise is told it from the beginning, so that it sees where it parts; it
      // gives way to whoever speaks for the office, and not the other way round.
      if (speaks && seq <= ours) unmark(db, received.device ?? received.from, channel)
      continue
    }
    if (stays) continue
    prepared(
      db,
      `INSERT INTO marks (office, channel, acknowledged) VALUES (?, ?, ?)
       ON CONFLICT (office, channel) DO UPDATE SET acknowledged = excluded.acknowledged`,
    ).run(received.device ?? received.from, channel, seq)
    acknowledged.push({ channel, seq })
  }
  if (!stays) forgetUnnamed(db, received)
  if (received.device !== undefined) settleForks(db, received.device, acknowledged)
  return { acknowledged, ahead }
}

/** What a sender no longer names in its `have` it does not hold: a seq of 0 cannot be said, so silence says it. */
function forgetUnnamed(db: WriteDb, { from, device = from, have }: Told): void {
  const named = new Set(have.map(({ channel }) => channel))
  const marked = prepared<{ channel: string }>(
    db,
    'SELECT channel FROM marks WHERE office = ? AND acknowledged > 0',
  ).all(device)
  for (const { channel } of marked) {
    if (named.has(channel)) continue
    unmark(db, device, channel)
  }
}

function unmark(db: WriteDb, device: string, channel: string): void {
  prepared(db, 'UPDATE marks SET acknowledged = 0 WHERE office = ? AND channel = ?').run(device, channel)
}

/** Two histories are one again once the computer that goes on for whoever wrote them holds what we hold. */
function settleForks(
  db: WriteDb,
  device: string,
  acknowledged: readonly { readonly channel: string; readonly seq: number }[],
): void {
  const selves = selvesOf(loadDevices(db), device)
  for (const { channel, seq } of acknowledged) {
    const writer = parseChannel(channel)?.device
    if (writer !== undefined && writer !== device && selves.has(writer)) settleFork(db, channel, seq)
  }
}
