/**
 * What another computer of the same office has recorded about a case without having seen what stands here: two versions of
 * one thing, for a person to choose between. It comes in as a bundle of that computer would.
 */
import { randomUUID } from 'node:crypto'
import type { Profile } from '../../shared/model/profile.ts'
import { GENESIS } from '../../shared/bundle/chain.ts'
import { loadPeers } from '../../db/load.ts'
import { openStore } from '../../db/open.ts'
import { receiveBundle } from '../../db/receive.ts'
import { houseOf } from '../../db/settle.ts'
import { read } from '../../db/transaction.ts'
import { newSalt } from '../../electron/office/workplace.ts'
import { checked, deviceId, forged } from './journal-kit.ts'
import type { TestOffice } from './office.ts'
import { keysOf, storeKeyOf } from './office-picture.ts'

/** A correction that another device of the office made; the office is locked meanwhile. */
export async function correctedElsewhere(office: TestOffice, id: string, change: Partial<Profile>): Promise<void> {
  const { device } = await keysOf(office)
  await office.do('session.lock')
  const store = openStore(office.paths.store, { key: await storeKeyOf(office.paths) })
  if (!store.ok) throw new Error(store.error.code)
  const line = forged(1, {
    id: randomUUID(),
    kind: 'candidate.corrected',
    subject: { type: 'case', id },
    payload: { change: { set: change } },
  })
  const channel = `${office.id}.${deviceId('b')}.own`
  try {
    receiveBundle(
      store.value,
      {
        id: 'b'.repeat(32),
        from: office.id,
        kind: 'sibling',
        channels: [{ channel, lines: checked(GENESIS, [line]), known: 0 }],
        have: [],
        wants: [],
        scansMissing: [],
        scansArrived: [],
      },
      houseOf(office.id, read(store.value, loadPeers)),
      {
        office: office.id,
        device,
        actor: { id: randomUUID(), name: 'Trần Thị Hồng Nhung', post: 'Văn thư' },
        at: '2024-03-01T01:00:00Z',
        today: '2024-03-01',
        salt: newSalt,
      },
      randomUUID(),
    )
  } finally {
    store.value.close()
  }
  await office.unlock()
}
