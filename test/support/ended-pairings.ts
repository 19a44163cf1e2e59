/**
 * Pairings that are ended among the three offices, on either side, now or as of an earlier set: what came later is left out
 * and shown so, what the old key signs is refused, and with new keys and a new card the two go on.
 */
import { expect } from 'vitest'
import { prepared } from '../../db/transaction.ts'
import type { JournalHealth } from '../../shared/contract/answers.ts'
import type { PeerSet } from '../../shared/contract/exchange.ts'
import type { TestOffice } from './office.ts'
import { held } from './arriving-sticks.ts'
import { readStoreOf } from './office-picture.ts'
import { copyOf, renew, showCard, type World } from './three-offices.ts'

/**
 * One office ends its pairing with another.
 * @param back - how many sets before the newest one was the last that still counts; null: all that have come do
 */
export async function endPairing(world: World, by: string, other: string, back: number | null): Promise<boolean> {
  if (world.hasEnded(by, other) || world.player(by).hasEnded || world.player(other).hasEnded) return false
  const [office, peer] = [world.at(by), world.at(other)]
  const { sets } = await office.do<{ sets: readonly PeerSet[] }>('peer.sets', { office: peer.id })
  const lastSet = back === null ? undefined : sets[Math.min(back, sets.length - 1)]?.id
  const before = await held(office)
  const shownBefore = await leftOut(office)
  const input = { office: peer.id, reason: 'Mất máy', ...(lastSet === undefined ? {} : { lastSet }) }
  const answer = await office.core.call('peer.revoke', input)
  if (!answer.ok) {
    // An office restored from a backup may have ended it before.
    expect([world.player(by).wasRestored, answer.error.code]).toEqual([true, 'PEER_REVOKED'])
    return false
  }
  const after = await held(office)
  const then = world.arrived.get(`${by} ${lastSet}`)
  let out = 0
  for (const [channel, lines] of before.lines) {
    const left = after.lines.get(channel) ?? []
    expect(lines.slice(0, left.length)).toEqual(left.slice(0, lines.length))
    if (!channel.startsWith(`${peer.id}.`) || lastSet === undefined)
      expect(left.length).toBeGreaterThanOrEqual(lines.length)
    else if (then !== undefined && !world.player(by).wasRestored)
      expect(left).toHaveLength(Math.min(lines.length, then.get(channel) ?? 0))
    out += Math.max(0, lines.length - left.length)
  }
  if (out > 0) world.happened.add(LINES_LEFT_OUT)
  // No set from before reaches beyond the cut any more. An office restored from a backup may not know of it.
  for (const [arrival, counts] of world.arrived)
    for (const [channel, count] of arrival.startsWith(`${by} `) ? counts : [])
      if (channel.startsWith(`${peer.id}.`)) counts.set(channel, Math.min(count, after.lines.get(channel)?.length ?? 0))
  // All of it is shown as left out, and nothing else.
  expect((await leftOut(office)) - shownBefore).toBe(out)
  world.ended.push({ by, with: other })
  // The card that was ended does not count again; one of keys renewed meanwhile does.
  await showCard(world, other, by, by === 'district' ? 'subordinate' : 'superior')
  return true
}

/** That an end took out lines which had come, as it is told of a life. */
export const LINES_LEFT_OUT = 'lines are left out'

/** How many lines an office shows as left out. */
export async function leftOut(office: TestOffice): Promise<number> {
  const { setAside } = await office.do<JournalHealth>('journal.health')
  return setAside.reduce((sum, { count }) => sum + count, 0)
}

/** Lines that an office keeps apart and that do not stand in its journal, but for erased ones. */
export function setAsideAt({ paths }: TestOffice): Promise<readonly string[]> {
  return readStoreOf(paths, (db) =>
    prepared<{ line: string }>(
      db,
      `SELECT DISTINCT line FROM set_aside AS s WHERE s.line NOT GLOB '{"erased":*' AND NOT EXISTS (
         SELECT 1 FROM journal AS j JOIN channels AS c ON c.id = j.channel_id
         WHERE c.channel = s.channel AND j.seq = s.seq AND j.line = s.line)`,
    )
      .all()
      .map(({ line }) => line),
  )
}

/** Whoever was cut off makes new keys, and its new card is taken. */
export async function pairAnew(world: World, name?: string): Promise<boolean> {
  const [first] = world.ended.filter((pairing) => name === undefined || [pairing.by, pairing.with].includes(name))
  if (first === undefined) return false
  if (!(await renew(world, first.with))) await renew(world, copyOf(first.with))
  expect(world.hasEnded(first.by, first.with)).toBe(false)
  return true
}
