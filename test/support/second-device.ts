/**
 * What another computer of the same office has recorded about a case without having seen what stands here: two versions of
 * one thing, for a person to choose between. It comes in as a bundle of that computer would.
 */
import { randomUUID } from 'node:crypto'
import type { Json } from '../../shared/base/canonical.ts'
import { GENESIS } from '../../shared/bundle/chain.ts'
import type { Kind } from '../../shared/journal/kinds.ts'
import { loadPeers } from '../../db/load.ts'
import { openStore } from '../../db/open.ts'
import { receiveBundle } from '../../db/receive.ts'
import { houseOf } from '../../db/settle.ts'
import { read } from '../../db/transaction.ts'
import { newSalt } from '../../electron/office/workplace.ts'
import { deviceId } from './journal-kit.ts'
import { checked, forged } from './journal-parcels.ts'
import type { TestOffice } from './office.ts'
import { keysOf, storeKeyOf } from './office-picture.ts'

/**
 * Records acts about a case in the name of another device of the office, which is locked meanwhile. Once for an office: the
 * line of that device begins here.
 */
export async function recordedElsewhere(
  office: TestOffice,
  id: string,
  acts: readonly { readonly kind: Kind; readonly payload: Json }[],
): Promise<void> {
  const { device } = await keysOf(office)
  await office.do('session.lock')
  const store = openStore(office.paths.store, { key: await storeKeyOf(office.paths) })
  if (!store.ok) throw new Error(store.error.code)
  const lines = acts.map(({ kind, payload }, at) =>
    forged(at + 1, { id: randomUUID(), kind, subject: { type: 'case', id }, payload }),
  )
  const channel = `${office.id}.${deviceId('b')}.own`
  try {
    receiveBundle(
      store.value,
      {
        id: 'b'.repeat(32),
        from: office.id,
        kind: 'sibling',
        channels: [{ channel, lines: checked(GENESIS, lines), known: 0 }],
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
