/**
 * Three computers of one office, of which others give up what the first one has said and issue it anew.
 */
import type { Entry } from '../../shared/journal/entry.ts'
import { COMMUNE, idOf, openDesk, register, siblingOf, type Desk } from './journal-kit.ts'
import { deliverAtHome, forged, heardOf, meet, ownOf } from './journal-parcels.ts'

/** The computers, and the person all of them know. */
export type Three = { readonly first: Desk; readonly second: Desk; readonly third: Desk; readonly id: string }

/** What stands in the other history. */
export type Instead = Pick<Entry, 'kind' | 'subject' | 'payload'>

/** What stands there if nothing else is asked for. */
const OTHERWISE: Instead = {
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

/**
 * Whatever the first computer says in `work` is told to the others and then given up at `places`, each of which says it again
 * before it hears of another.
 */
function givenUpAt(
  places: readonly Desk[],
  { first, second, third }: Three,
  work: () => void,
  meanwhile?: () => void,
  instead?: Instead,
): void {
  const shared = heardOf(first, second)
  work()
  meet(first, second)
  meet(first, third)
  meanwhile?.()
  for (const place of places) giveWay(place, first, shared, instead)
}

/** The second computer gives up what the first one says in `work`, and says it again. */
export function givenUp(desks: Three, work: () => void, meanwhile?: () => void, instead?: Instead): void {
  givenUpAt([desks.second], desks, work, meanwhile, instead)
}

/** Two computers give up what the first one says in `work`, and each says it again before it hears of the other. */
export function twice(desks: Three, work: () => void, meanwhile?: () => void): void {
  givenUpAt([desks.second, desks.third], desks, work, meanwhile)
}

/** The channel of a computer goes on otherwise than is held here. @param shared - the last line of both histories */
export function giveWay(at: Desk, of: Desk, shared: number, instead: Instead = OTHERWISE): void {
  const lines = [forged(shared + 1, { id: idOf(0x7777), ...instead })]
  deliverAtHome(at, of.device, { channel: ownOf(of), lines, shared })
}
