/**
 * Which offices have our new card after our keys were renewed. A card goes by hand, and no set carries it; but only who has
 * taken it in seals to the new key. Until then an office takes nothing of ours, and somebody must call it.
 */
import type { NewCard } from '../../shared/contract/answers.ts'
import { inOrder, typed } from '../../shared/journal/item.ts'
import { isExchangeDevice } from '../../shared/model/devices.ts'
import { itemsAbout } from '../journal.ts'
import { loadDevices } from '../load.ts'
import { readSecret } from '../private/secrets.ts'
import { prepared, type ReadDb } from '../transaction.ts'

/**
 * What is known of our new card, by paired office.
 * @returns null for every office where the keys have never been renewed, and on a computer that speaks with no other
 *   office; null for one that was first paired after the last renewal
 */
export function newCards(db: ReadDb, self: string): (office: string) => NewCard | null {
  const renewals = inOrder(itemsAbout(db, 'office', self)).flatMap((item) => {
    const fact = typed(item)
    return fact.kind === 'office.keysRenewed' ? [{ item, recipient: fact.payload.recipient }] : []
  })
  const last = renewals.at(-1)
  if (last === undefined || !isExchangeDevice(loadDevices(db), String(readSecret(db, 'device')))) return () => null
  const { item: renewal, recipient } = last
  const seen = new Map(
    prepared<{ office: string; at: string; number: number }>(
      db,
      `SELECT office, at, min(number) AS number FROM bundles
       WHERE direction = 'in' AND instr(report, :recipient) > 0 AND json_extract(report, '$.sealedTo') = :recipient
       GROUP BY office`,
    )
      .all({ recipient })
      .map(({ office, at }) => [office, at]),
  )
  return (office) => {
    const knewOthers = itemsAbout(db, 'peer', office).some(
      ({ entry, tick }) => entry.kind === 'peer.paired' && tick < renewal.tick,
    )
    return knewOthers ? { renewedAt: renewal.entry.at, seenAt: seen.get(office) ?? null } : null
  }
}
