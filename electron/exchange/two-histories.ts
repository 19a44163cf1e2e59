/**
 * A channel that has another history in a set than here: up to which line both are taken to be the same, so that the set can
 * be read again from there. Whoever goes on for the device that wrote the channel gives way to any set that may bring it; a
 * further computer of the office gives way to the one that speaks for the office, in what other offices have written as well;
 * that one gives way to what another office gives back, whichever of our computers wrote it; and a successor to what the office
 * before it hands over of what that one had told others: it has it from no one else, and the others go by what they hold.
 */
import { parseChannel } from '../../shared/bundle/format.ts'
import type { CheckedLine } from '../../shared/journal/classify.ts'
import { isExchangeDevice, selvesOf, type DeviceState } from '../../shared/model/devices.ts'
import { channelRow, channelRows, headAt, lastSeq, type ChannelRow } from '../../db/journal.ts'
import { loadDevices } from '../../db/load.ts'
import { claimsOf } from '../../db/private/claims.ts'
import { acknowledged } from '../../db/private/exchange.ts'
import type { ReadDb } from '../../db/transaction.ts'
import type { ReadSet } from '../bundle/read-set.ts'
import type { Receiving } from './read-anew.ts'

type Manifest = ReadSet['manifest']

/**
 * Channels that have another history in a set. `parts`: where each was seen to, as claims that this store is an old
 * copy; `shared`: by channel, the last line that is taken to be the same.
 */
export type Forked = {
  readonly parts: Manifest['have']
  readonly shared: ReadonlyMap<string, number>
}

/**
 * What a set that was refused for another history is to be read with instead.
 * @param before - what it was last read with; each time one more channel is read from further back
 * @param at - the channel that parts, and a line from which on it surely does
 * @param dry - it is only looked at: that must not make this store a new device, and only then can what it wrote as this
 *   one be issued anew
 * @returns null where this store does not give way, or where the set itself begins behind the last line both share
 */
export function giveWay(
  { keys, query, device: self }: Receiving,
  before: Forked | undefined,
  manifest: Manifest,
  { channel, seq }: { readonly channel: string; readonly seq: number },
  dry: boolean,
): Forked | null {
  const { office, device } = parseChannel(channel) ?? {}
  if (device === undefined || (dry && device === self)) return null
  return query((db) => {
    const devices = loadDevices(db)
    const mine = selvesOf(devices, self)
    const isFromOurs = manifest.kind === 'enrol' || (manifest.kind === 'sibling' && !isExchangeDevice(devices, self))
    const isMine = office === keys.office && mine.has(device)
    const isGivenBack = manifest.kind === 'recovery' && !isOutdated(db, manifest, channel, seq)
    const isTold = isFromOurs && isNews(db, manifest, device, devices)
    const isHandedOver = isToldToOthers(manifest, keys.office, channel) && isNewest(db, manifest)
    if (!isMine && !isGivenBack && !isTold && !isHandedOver) return null
    const shared = new Map(before?.shared)
    // Whatever an old copy of this store wrote as that device goes on from where others have it, in every channel; what the
    // store has written since, as the device it became, nobody else can have written otherwise.
    if (isMine && before?.parts.some((part) => part.device === device) !== true)
      for (const row of channelRows(db))
        if (row.office === office && row.device === device && !shared.has(row.channel))
          shared.set(row.channel, knownToShare(db, manifest, row))
    const last = before?.shared.get(channel)
    const known = shared.get(channel)
    const row = channelRow(db, channel)
    if (row === null) return null
    // What was once acknowledged is of no use where that very line parts: then it is read from where the set joins on.
    const isTooFar = known !== undefined && (last !== undefined || known >= seq)
    const next = isTooFar ? joinsOn(db, manifest, channel) : (known ?? knownToShare(db, manifest, row))
    if (next === null || (last !== undefined && next >= last)) return null
    shared.set(channel, next)
    const parts = [...(before?.parts ?? []), { device, channel, seq, head: '' }]
    return { parts, shared }
  })
}

/**
 * True for a set that tells more of the computer which wrote it than is held here. Each set of one brings at least the note
 * of the set before: one that brings nothing of it is an old stick, and must not bring back a history given up since. Where
 * the channel that parts is its own, that cannot be seen: then it is news unless another device goes on for it.
 */
function isNews(db: ReadDb, manifest: Manifest, device: string, devices: readonly DeviceState[]): boolean {
  if (device === manifest.from.device) return !devices.some(({ was }) => was === device)
  return isNewest(db, manifest)
}

/** True for a set that brings more of the very computer that wrote it than is held here. */
function isNewest(db: ReadDb, { from, channels }: Manifest): boolean {
  return channels.some(({ channel, to }) => parseChannel(channel)?.device === from.device && to > lastSeq(db, channel))
}

/**
 * True for a channel in which an office that hands everything over has spoken to another office alone, as a computer that
 * has given up the place of that one since: whoever gives way to another history goes on as a new one.
 */
function isToldToOthers({ kind, from }: Manifest, ours: string, channel: string): boolean {
  const { office, device, audience } = parseChannel(channel) ?? {}
  const isOthers = office === from.office && audience !== ours && audience !== 'all'
  return kind === 'succession' && isOthers && device !== from.device
}

/**
 * True for a recovery that is older than what its writer has said since: that it holds the line as it is here. Where it was
 * restored itself, its last set that was taken in says that it no longer does.
 */
function isOutdated(db: ReadDb, { from }: Manifest, channel: string, seq: number): boolean {
  const isHeldThere = seq <= acknowledged(db, from.office, channel)
  return isHeldThere && !claimsOf(db, from.office).some((claim) => claim.channel === channel)
}

/**
 * Places of this very device that lines of our office in a set come after, and that it has never written: they stood in another
 * history of it, and nothing else must come to stand there. Whoever waits for them could then wait for what comes after itself.
 * @param channels - those that the set brings lines of
 * @returns them as claims that this store is an old copy
 */
export function neverWritten(
  { keys, query, device }: Receiving,
  channels: readonly string[],
  linesOf: (channel: string) => Iterable<CheckedLine>,
): Manifest['have'] {
  const mine = `${keys.office}.${device}.`
  const places = new Map<string, number>()
  for (const channel of channels) {
    if (parseChannel(channel)?.office !== keys.office) continue
    for (const { shape } of linesOf(channel))
      for (const { channel: named, seq } of shape.kind === 'entry' ? shape.entry.after : [])
        if (named.startsWith(mine)) places.set(named, Math.max(places.get(named) ?? 0, seq))
  }
  return query((db) =>
    [...places]
      .filter(([channel, seq]) => seq > lastSeq(db, channel))
      .map(([channel, seq]) => ({ device, channel, seq, head: '' })),
  )
}

/** The last line of a channel that whoever wrote the set is known to have as it is here. */
function knownToShare(db: ReadDb, manifest: Manifest, { channel }: ChannelRow): number {
  const { office, device } = manifest.from
  const isSibling = manifest.kind === 'sibling' || manifest.kind === 'enrol'
  return Math.max(acknowledged(db, isSibling ? device : office, channel), joinsOn(db, manifest, channel) ?? 0)
}

/** The line of ours that a set joins on to, 0 for the beginning; null where it carries nothing of the channel, or joins nowhere. */
function joinsOn(db: ReadDb, { channels }: Manifest, channel: string): number | null {
  const carried = channels.find((one) => one.channel === channel)
  if (carried === undefined) return null
  const { from, requires } = carried
  return headAt(db, channel, from - 1) === requires ? from - 1 : null
}
