/**
 * Order without clocks, who had seen what, and what is taken back.
 */
import { expect, test } from 'vitest'
import { hasSeen, inOrder, precedence, retractions, whatStands } from '../../../../shared/journal/item.ts'
import { COMMUNE, deviceId, DISTRICT, idOf, itemsFrom, type ItemPlan } from '../../../support/journal-kit.ts'

const corrected = (plan: Partial<ItemPlan> = {}): ItemPlan => ({
  kind: 'candidate.corrected',
  payload: { change: {} },
  ...plan,
})
const retracted = (target: string, plan: Partial<ItemPlan> = {}): ItemPlan => ({
  kind: 'entry.retracted',
  payload: { target },
  ...plan,
})
const submitted: ItemPlan = {
  kind: 'dossier.submitted',
  id: idOf(1),
  audience: DISTRICT,
  payload: { date: '2024-01-15' },
}
const received: ItemPlan = {
  kind: 'dossier.received',
  office: DISTRICT,
  audience: COMMUNE,
  seq: 1,
  payload: { submission: idOf(1), date: '2024-01-15' },
}

test('history is sorted by tick, then by id, whatever order the items come in', () => {
  const items = itemsFrom([
    corrected({ id: idOf(9), tick: 2 }),
    corrected({ id: idOf(8), tick: 2, device: deviceId('b') }),
    corrected({ id: idOf(7), tick: 10, seq: 3 }),
  ])
  for (const order of [items, items.toReversed()])
    expect(inOrder(order).map(({ entry }) => entry.id)).toEqual([idOf(8), idOf(9), idOf(7)])
})

test('a device has seen what it recorded itself, and of others what it names', () => {
  const own = `${COMMUNE}.${deviceId('a')}.own`
  const [first, second, other, blind] = itemsFrom([
    corrected({ seq: 1, tick: 1 }),
    corrected({ seq: 2, tick: 2 }),
    corrected({ device: deviceId('b'), seq: 1, tick: 3, after: [{ channel: own, seq: 2 }] }),
    corrected({ device: deviceId('c'), seq: 1, tick: 1 }),
  ])
  if (!first || !second || !other || !blind) throw new Error('four items')
  const precedes = precedence(inOrder([first, second, other, blind]))
  expect(precedes(first, second)).toBe(true)
  expect(precedes(first, other)).toBe(true)
  expect(precedes(second, other)).toBe(true)
  expect(precedes(second, blind)).toBe(false)
  expect(precedes(blind, other)).toBe(false)
})

test('what a third device saw through a second it has seen too', () => {
  const channelOf = (device: string) => `${COMMUNE}.${deviceId(device)}.own`
  const [first, , third] = itemsFrom([
    corrected({ device: deviceId('a'), seq: 1 }),
    corrected({ device: deviceId('b'), seq: 1, after: [{ channel: channelOf('a'), seq: 1 }] }),
    corrected({ device: deviceId('c'), seq: 1, after: [{ channel: channelOf('b'), seq: 1 }] }),
  ])
  if (!first || !third) throw new Error('three items')
  const second = corrected({ device: deviceId('b'), seq: 1, tick: 2, after: [{ channel: channelOf('a'), seq: 1 }] })
  expect(precedence(inOrder([first, ...itemsFrom([second]), third]))(first, third)).toBe(true)
})

test('an entry is taken back by its own office, from whichever device', () => {
  const items = itemsFrom([corrected({ id: idOf(1) }), retracted(idOf(1), { device: deviceId('b') })])
  expect([...retractions(items).taken.keys()]).toEqual([idOf(1)])
  expect(retractions(items).void).toEqual([])
})

test('taking the same entry back twice is taking it back once', () => {
  const items = itemsFrom([
    corrected({ id: idOf(1) }),
    retracted(idOf(1)),
    retracted(idOf(1), { device: deviceId('b') }),
  ])
  expect([...retractions(items).taken.keys()]).toEqual([idOf(1)])
  expect(retractions(items).void).toEqual([])
})

test.each([
  [
    'another office has named the entry',
    [submitted, received, retracted(idOf(1), { audience: DISTRICT })],
    'namedByOther',
  ],
  [
    'another office named it even before it could know of the retraction',
    [submitted, retracted(idOf(1), { audience: DISTRICT, tick: 2 }), { ...received, tick: 9 }],
    'namedByOther',
  ],
  ['the entry is of another office', [{ ...submitted, office: DISTRICT }, retracted(idOf(1))], 'notAuthor'],
  [
    'a decision was issued',
    [
      {
        kind: 'decision.recorded',
        id: idOf(1),
        office: DISTRICT,
        audience: COMMUNE,
        payload: { outcome: 'admit' },
      },
      retracted(idOf(1), { office: DISTRICT, audience: COMMUNE }),
    ],
    'notRetractable',
  ],
  ['there is no such entry', [retracted(idOf(77))], 'unknown'],
] satisfies readonly (readonly [string, readonly ItemPlan[], string])[])(
  'a retraction has no effect where %s',
  (_where, plans, why) => {
    const { taken, void: voided } = retractions(itemsFrom(plans))
    expect(taken.size).toBe(0)
    expect(voided.map((v) => v.why)).toEqual([why])
  },
)

test('an entry that only its own office names can still be taken back', () => {
  const items = itemsFrom([
    { kind: 'paper.recorded', id: idOf(1), payload: { paper: '1-KND', kept: 'here', scans: [] } },
    { kind: 'paper.recorded', payload: { paper: '1-KND', kept: 'here', scans: [], replaces: idOf(1) } },
    retracted(idOf(1)),
  ])
  expect([...retractions(items).taken.keys()]).toEqual([idOf(1)])
})

test('what stands is what was not taken back, of one office or of all, in the order of history', () => {
  const items = itemsFrom([
    { ...received, id: idOf(4), tick: 4 },
    retracted(idOf(2), { id: idOf(3), tick: 3 }),
    corrected({ id: idOf(2), tick: 2 }),
    { ...submitted, tick: 1 },
  ])
  expect(whatStands(items).map(({ entry }) => entry.id)).toEqual([idOf(1), idOf(3), idOf(4)])
  expect(whatStands(items, DISTRICT).map(({ entry }) => entry.id)).toEqual([idOf(4)])
})

test('whoever names a line has seen it, and all before it in its channel, and none of another one', () => {
  const channel = `${COMMUNE}.${deviceId('a')}.own`
  const [item] = itemsFrom([corrected({ device: deviceId('b'), after: [{ channel, seq: 2 }] })])
  if (!item) throw new Error('one item')
  expect([1, 2, 3].map((seq) => hasSeen(item.entry, { channel, seq }))).toEqual([true, true, false])
  expect(hasSeen(item.entry, { channel: item.channel, seq: 1 })).toBe(false)
})
