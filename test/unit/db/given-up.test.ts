/** Lines of our own that are lost for good: what comes after them, before and after somebody says so, and if they come at last. */
import { expect, test } from 'vitest'
import { giveUp } from '../../../db/give-up.ts'
import { waitsFor } from '../../../db/settle.ts'
import { prepared } from '../../../db/transaction.ts'
import type { Place } from '../../../shared/journal/entry.ts'
import {
  COMMUNE,
  deviceId,
  DISTRICT,
  idOf,
  linesOf,
  openDesk,
  pairWith,
  pictureOf,
  replays,
  siblingOf,
  statuses,
  statusesOf,
  TOWN,
  UNIT,
  type Desk,
} from '../../support/journal-kit.ts'
import { deliver, forged, meet } from '../../support/journal-parcels.ts'

const up = `${COMMUNE}.${deviceId('a')}.${DISTRICT}`
const down = `${DISTRICT}.${deviceId('a')}.${COMMUNE}`
const REASON = 'Huyện báo không còn chữ ký làm chứng'

const listed = (seq: number, after: readonly Place[] = [], first = 0x100): string =>
  forged(seq, {
    kind: 'candidate.listed',
    id: idOf(first + seq),
    subject: { type: 'case', id: idOf(0xca00 + seq) },
    payload: { name: 'Nguyễn Thị Hòa', unit: UNIT, stage: 'listed' },
    after: [...after],
  })

const decided = (seq: number, after: readonly Place[] = []): string =>
  forged(seq, {
    kind: 'decision.recorded',
    id: idOf(0x200 + seq),
    subject: { type: 'case', id: idOf(0xca00 + seq) },
    payload: {
      outcome: 'admit',
      number: String(seq),
      date: '2024-01-15',
      body: 'Ban Thường vụ',
      ruleSet: 'RS',
      ruleSetHash: 'a'.repeat(64),
    },
    after: [...after],
  })

/** Of the commune's old computer: the first line is in the backup, the second came after five of the district's. */
const OF_OLD = [listed(1), listed(2, [{ channel: down, seq: 5 }]), listed(3)]
/** Of the district: the sixth comes after the last one that is lost. */
const OF_DISTRICT = [1, 2, 3, 4, 5, 6, 7].map((seq) => decided(seq, seq === 6 ? [{ channel: up, seq: 3 }] : []))

/** The commune as its backup has it, on a new computer. */
function restored(): Desk {
  const desk = openDesk({ office: COMMUNE, device: 'b' })
  pairWith(desk, DISTRICT, 'superior')
  deliver(desk, COMMUNE, [{ channel: up, lines: OF_OLD.slice(0, 1) }])
  deliver(desk, DISTRICT, [{ channel: down, lines: OF_DISTRICT }])
  return desk
}

function give(desk: Desk) {
  const ids = { callId: desk.newId(), passing: desk.newId() }
  return desk.change((db) => giveUp(db, desk.recorder(), ids, REASON))
}

const ticks = (desk: Desk, channel: string) => statusesOf(desk, channel).map(({ tick }) => tick)

test('what comes after them waits, counts once they are given up, and goes behind them if they come at last', () => {
  const desk = restored()
  expect(statuses(desk, down)).toEqual([...Array<string>(5).fill('applied'), 'waiting', 'waiting'])
  expect(give(desk)).toEqual({ lost: [{ channel: up, from: 2, to: 3 }], released: 2 })
  expect(desk.ask((db) => waitsFor(db, down))).toEqual([])
  expect(ticks(desk, down)).toEqual([1, 2, 3, 4, 5, 6, 7])
  expect(give(desk)).toBeNull()

  // Further lines of the same computer are lost with them; what is here is not.
  deliver(desk, DISTRICT, [{ channel: down, lines: [decided(8, [{ channel: up, seq: 4 }])] }])
  expect(statuses(desk, down).at(-1)).toBe('applied')

  deliver(desk, COMMUNE, [{ channel: up, lines: OF_OLD.slice(1) }])
  expect(ticks(desk, up)).toEqual([1, 6, 7])
  expect(ticks(desk, down)).toEqual([1, 2, 3, 4, 5, 8, 9, 10])
  expect(replays(desk)).toBe(true)
  // The same lines where they were never lost.
  const whole = openDesk({ office: COMMUNE, device: 'b', standings: { [DISTRICT]: 'superior' } })
  deliver(whole, COMMUNE, [{ channel: up, lines: OF_OLD }])
  deliver(whole, DISTRICT, [{ channel: down, lines: OF_DISTRICT }])
  expect(ticks(whole, down)).toEqual(ticks(desk, down).slice(0, 7))
  expect(pictureOf(desk)['cases']).toEqual(expect.arrayContaining([...(pictureOf(whole)['cases'] ?? [])]))
})

test('what is not behind the last line before them is not read again when they come', () => {
  const broken = (seq: number): Desk => {
    const desk = restored()
    give(desk)
    desk.change((db) =>
      prepared(
        db,
        `UPDATE journal SET line = '?' WHERE seq = ? AND channel_id = (SELECT id FROM channels WHERE channel = ?)`,
      ).run(seq, down),
    )
    return desk
  }
  const late = [{ channel: up, lines: OF_OLD.slice(1) }]
  const desk = broken(1)
  deliver(desk, COMMUNE, late)
  expect(ticks(desk, down)).toEqual([1, 2, 3, 4, 5, 8, 9])
  expect(() => deliver(broken(2), COMMUNE, late)).toThrow(SyntaxError)
})

test('in whatever order a further computer hears of what is lost and what comes at last, each line has its place', () => {
  const desk = restored()
  give(desk)
  const own = [...linesOf(desk)].find(([channel]) => channel.endsWith('.own'))
  if (own === undefined) throw new Error('nothing said')
  const [channel, lines] = own
  const whole = openDesk({ office: COMMUNE, device: 'b', standings: { [DISTRICT]: 'superior' } })
  deliver(whole, COMMUNE, [{ channel: up, lines: OF_OLD }])
  deliver(whole, DISTRICT, [{ channel: down, lines: OF_DISTRICT }])
  type Piece = readonly [office: string, channel: string, lines: readonly string[]]
  const others: readonly Piece[] = [
    [COMMUNE, channel, lines],
    [DISTRICT, down, OF_DISTRICT],
  ]
  const pieces = OF_OLD.map((line): Piece => [COMMUNE, up, [line]])
  for (const order of mergedWith(mergedWith([pieces], others[0]), others[1])) {
    const third = siblingOf(desk, 'c', { [DISTRICT]: 'superior' })
    for (const [office, name, loose] of order) deliver(third, office, [{ channel: name, lines: loose }])
    const said = order.map(([, name, loose]) => `${name} ${loose.length}`)
    expect([said, ticks(third, up), ticks(third, down)]).toEqual([said, ticks(whole, up), ticks(whole, down)])
  }
})

test('what comes after lines of two computers is put right, whichever of them are found first', () => {
  const other = `${COMMUNE}.${deviceId('e')}.${DISTRICT}`
  const ofOld = [listed(1), listed(2, [{ channel: down, seq: 8 }]), listed(3)]
  const ofOther = [listed(1, [{ channel: up, seq: 3 }], 0x400), listed(2, [], 0x400)]
  const ofDistrict = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((seq) =>
    decided(seq, seq === 9 ? [{ channel: other, seq: 2 }] : []),
  )
  const found = [
    { channel: up, lines: ofOld.slice(1) },
    { channel: other, lines: ofOther.slice(1) },
  ]
  for (const order of [found, found.toReversed()]) {
    const desk = openDesk({ office: COMMUNE, device: 'b' })
    pairWith(desk, DISTRICT, 'superior')
    deliver(desk, COMMUNE, [{ channel: up, lines: ofOld.slice(0, 1) }])
    deliver(desk, COMMUNE, [{ channel: other, lines: ofOther.slice(0, 1) }])
    deliver(desk, DISTRICT, [{ channel: down, lines: ofDistrict }])
    expect(give(desk)).toMatchObject({
      lost: [
        { channel: up, from: 2 },
        { channel: other, from: 2 },
      ],
      released: 2,
    })
    expect(ticks(desk, other)).toEqual([4])
    for (const lines of order) deliver(desk, COMMUNE, [lines])
    expect(ticks(desk, up)).toEqual([1, 9, 10])
    expect(ticks(desk, other)).toEqual([11, 12])
    expect(ticks(desk, down)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 13])
  }
})

/** Every order there is, with one more thing at any place of it. */
function mergedWith<T>(orders: readonly (readonly T[])[], more: T | undefined): readonly (readonly T[])[] {
  if (more === undefined) return orders
  return orders.flatMap((order) =>
    Array.from({ length: order.length + 1 }, (_, place) => [...order.slice(0, place), more, ...order.slice(place)]),
  )
}

test('a line that comes after one of somebody else waits on, as does one of a computer that is in use', () => {
  const desk = restored()
  const live = `${COMMUNE}.${deviceId('e')}.${DISTRICT}`
  const described = forged(1, {
    kind: 'device.described',
    id: idOf(0x301),
    subject: { type: 'device', id: deviceId('e') },
    payload: { name: 'Máy hai', recipient: `age1${'q'.repeat(58)}` },
  })
  deliver(desk, COMMUNE, [{ channel: `${COMMUNE}.${deviceId('e')}.own`, lines: [described] }])
  deliver(desk, DISTRICT, [{ channel: down, lines: [decided(8, [{ channel: live, seq: 1 }])] }])
  expect(give(desk)).toMatchObject({ lost: [{ channel: up, from: 2, to: 3 }] })
  expect(desk.ask((db) => waitsFor(db, down))).toEqual([{ channel: down, seq: 8, for: [{ channel: live, seq: 1 }] }])
})

test('another computer of the office hears of it, whichever comes first, and gives what waited the same place', () => {
  const desk = restored()
  give(desk)
  const own = [...linesOf(desk)].map(([channel, lines]) => ({ channel, lines }))
  for (const channels of [own, own.toReversed()]) {
    const third = siblingOf(desk, 'c', { [DISTRICT]: 'superior' })
    for (const channel of channels) deliver(third, channel.channel.split('.')[0] ?? '', [channel])
    expect(statuses(third, down)).toEqual(statuses(desk, down))
    expect(ticks(third, down)).toEqual(ticks(desk, down))
  }
})

test('whoever goes on for the office does not wait for what it had lost', () => {
  const desk = restored()
  give(desk)
  const heir = openDesk({ office: TOWN, standings: { [COMMUNE]: 'predecessor' } })
  const late = `${COMMUNE}.${deviceId('d')}.${DISTRICT}`
  deliver(heir, COMMUNE, [{ channel: late, lines: [listed(1, [{ channel: up, seq: 3 }])] }])
  expect(statuses(heir, late)).toEqual(['waiting'])
  for (const [channel, lines] of linesOf(desk))
    if (channel.startsWith(COMMUNE)) deliver(heir, COMMUNE, [{ channel, lines }])
  expect(statuses(heir, late)).toEqual(['voided'])
})

test('a computer that is told of lost lines by the one that gave them up has the same order, before and after they come', () => {
  const old = `${COMMUNE}.${deviceId('o')}.own`
  const later = `${COMMUNE}.${deviceId('c')}.own`
  const note = (seq: number, from: number, after: readonly Place[] = []): string =>
    forged(seq, {
      kind: 'note.recorded',
      id: idOf(from + seq),
      subject: { type: 'case', id: idOf(0xca01) },
      payload: { text: `Ghi chú ${seq}` },
      after: [...after],
    })
  const ofOld = [1, 2, 3, 4, 5].map((seq) => note(seq, 0x400))
  const ofLater = [note(1, 0x500, [{ channel: old, seq: 5 }]), note(2, 0x500)]
  const desk = openDesk({ office: COMMUNE, device: 'b' })
  deliver(desk, COMMUNE, [{ channel: old, lines: ofOld.slice(0, 3) }])
  deliver(desk, COMMUNE, [{ channel: later, lines: ofLater }])
  give(desk)
  expect(ticks(desk, later)).toEqual([6, 7])

  const other = siblingOf(desk, 'd', {})
  meet(desk, other)
  expect(ticks(other, later)).toEqual(ticks(desk, later))
  for (const one of [desk, other]) {
    deliver(one, COMMUNE, [{ channel: old, lines: ofOld.slice(3) }])
    expect(ticks(one, old)).toEqual([1, 2, 3, 4, 5])
    expect(ticks(one, later)).toEqual([6, 7])
  }
})
