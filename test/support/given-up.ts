/**
 * Three computers of one office, of which others give up what the first one has said and issue it anew.
 */
import type { Entry } from '../../shared/journal/entry.ts'
import { channelRow, headAt } from '../../db/journal.ts'
import { receiveBundle } from '../../db/receive.ts'
import { COMMUNE, idOf, openDesk, register, siblingOf, type Desk } from './journal-kit.ts'
import { checked, forged, meet } from './journal-parcels.ts'

/** The computers, and the person all of them know. */
export type Three = { readonly first: Desk; readonly second: Desk; readonly third: Desk; readonly id: string }

/** What stands in the other history. */
export type Instead = Pick<Entry, 'kind' | 'subject' | 'payload'>

/** What stands there if nothing else is asked for. */
export const OTHERWISE: Instead = {
  kind: 'setting.changed',
  subject: { type: 'setting', id: 'lockAfterMinutes' },
  payload: { value: 7 },
}

/** Input of a request for verification of a person. */
export const REQUEST = (id: string) => ({
  case: id,
  relatives: ['self'],
  to: 'Công an xã Đồng Hóa',
  date: '2024-01-05',
  method: 'letter',
  abroad: false,
})

/** Three computers of one office that know one person. */
export function three(): Three {
  const first = openDesk({ office: COMMUNE })
  const id = register(first, { name: 'Phạm Thị Hồng' })
  const [second, third] = [siblingOf(first, 'b', {}), siblingOf(first, 'c', {})]
  meet(first, second)
  meet(first, third)
  return { first, second, third, id }
}

/** The channel of a computer goes on otherwise than is held here. */
export function giveWay(at: Desk, device: string, channel: string, shared: number, instead: Instead): void {
  const line = forged(shared + 1, { id: idOf(0x7777), ...instead })
  const head = at.ask((db) => headAt(db, channel, shared)) ?? ''
  receiveBundle(
    at.store,
    {
      id: at.newId().replaceAll('-', ''),
      from: COMMUNE,
      device,
      kind: 'sibling',
      channels: [{ channel, lines: checked(head, [line]), known: 0, shared }],
      have: [],
      wants: [],
      scansMissing: [],
      scansArrived: [],
    },
    at.house,
    at.recorder(),
    at.newId(),
  )
}

/** Two computers give up what the first one says in `work`, and each says it again before it hears of the other. */
export function twice({ first, second, third }: Three, work: () => void, meanwhile?: () => void): void {
  const channel = `${COMMUNE}.${first.device}.own`
  const shared = second.ask((db) => channelRow(db, channel)?.seq ?? 0)
  work()
  meet(first, second)
  meet(first, third)
  meanwhile?.()
  giveWay(second, first.device, channel, shared, OTHERWISE)
  giveWay(third, first.device, channel, shared, OTHERWISE)
}
