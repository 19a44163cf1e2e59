/** Lines of our own that are lost for good: what comes after them, before and after somebody says so, and if they come at last. */
import { expect, test } from 'vitest'
import { giveUp } from '../../../db/give-up.ts'
import { waitsFor } from '../../../db/settle.ts'
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
import { deliver, forged } from '../../support/journal-parcels.ts'

const up = `${COMMUNE}.${deviceId('a')}.${DISTRICT}`
const down = `${DISTRICT}.${deviceId('a')}.${COMMUNE}`
const REASON = 'Huyện báo không còn chữ ký làm chứng'

const listed = (seq: number, after: readonly Place[] = []): string =>
  forged(seq, {
    kind: 'candidate.listed',
    id: idOf(0x100 + seq),
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
