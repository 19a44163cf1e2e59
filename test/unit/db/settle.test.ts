/**
 * Lines that wait, lines that are held, and what brings them to their effect.
 */
import { expect, test } from 'vitest'
import { release } from '../../../db/settle.ts'
import { trusted } from '../../../shared/base/trust.ts'
import {
  COMMUNE,
  communeAndDistrict,
  decide,
  deviceId,
  DISTRICT,
  idOf,
  linesOf,
  openDesk,
  pictureOf,
  register,
  replays,
  statuses,
  statusesOf,
  submit,
  ticksOf,
  TOWN,
  UNIT,
  type Desk,
} from '../../support/journal-kit.ts'
import { altered, deliver, entryOf, exchange, forged } from '../../support/journal-parcels.ts'

const up = `${COMMUNE}.${deviceId('a')}.${DISTRICT}`
const down = `${DISTRICT}.${deviceId('a')}.${COMMUNE}`

function districtDesk(standings: Parameters<typeof openDesk>[0]['standings'] = { [COMMUNE]: 'subordinate' }): Desk {
  return openDesk({ office: DISTRICT, standings, capacities: ['decides'] })
}

const listed = (seq: number, over: Partial<Parameters<typeof forged>[1]> = {}): string =>
  forged(seq, {
    kind: 'candidate.listed',
    id: idOf(seq),
    subject: { type: 'case', id: idOf(0xca5e) },
    payload: { name: 'Nguyễn Thị Hòa', unit: UNIT, stage: 'listed' },
    ...over,
  })

const voiding = (seq: number, target: number): string =>
  forged(seq, {
    kind: 'entry.voided',
    id: idOf(seq),
    subject: { type: 'case', id: idOf(0xca5e) },
    payload: { target: idOf(target), seq: target, reason: 'Nơi nhận chưa cập nhật' },
  })

test('an answer waits for the submission it had seen, whatever comes first', () => {
  const { commune, district } = communeAndDistrict()
  const id = register(commune)
  submit(commune, id)
  exchange(commune, district)
  decide(district, id)
  const sibling = openDesk({ office: COMMUNE, device: 'b', standings: { [DISTRICT]: 'superior' }, founded: false })
  deliver(sibling, DISTRICT, [{ channel: down, lines: linesOf(district).get(down) ?? [] }])
  expect(statuses(sibling, down)).toEqual(['waiting'])
  expect(() => sibling.case(id)).toThrow('no case')
  for (const [channel, lines] of linesOf(commune)) if (channel !== down) deliver(sibling, COMMUNE, [{ channel, lines }])
  expect(statuses(sibling, down)).toEqual(['applied'])
  expect(sibling.case(id).decision?.office).toBe(DISTRICT)
  const ours = ticksOf(sibling)
  for (const [entry, tick] of ticksOf(district)) if (ours.has(entry)) expect(ours.get(entry)).toBe(tick)
})

test.each([
  ['a kind nobody here knows', listed(2, { kind: 'candidate.blessed' }), 'unknownKind'],
  ['a newer version of a kind', listed(2, { v: 2 }), 'unknownVersion'],
  [
    'a payload with a field too many',
    listed(2, { payload: { name: 'A', unit: UNIT, stage: 'listed', x: 1 } }),
    'schema',
  ],
  ['an envelope with a field too many', altered(listed(2), () => ({ mood: 'good' })), 'envelope'],
  [
    'a decision, which a subordinate may not take',
    listed(2, {
      kind: 'decision.recorded',
      payload: {
        outcome: 'admit',
        number: '1',
        date: '2024-01-15',
        body: 'B',
        ruleSet: 'RS',
        ruleSetHash: 'a'.repeat(64),
      },
    }),
    'authority',
  ],
  [
    'a fact of its own house',
    listed(2, { kind: 'setting.changed', subject: { type: 'setting', id: 'x' }, payload: { value: true } }),
    'authority',
  ],
  ['the id of an entry that stands already', listed(2, { id: idOf(1) }), 'idTaken'],
])('%s is kept and acknowledged, holds its channel, and goes when its author voids it', (_what, held, reason) => {
  const district = districtDesk()
  const report = deliver(district, COMMUNE, [{ channel: up, lines: [listed(1), held, listed(3)] }])
  expect(statusesOf(district, up).map((line) => [line.status, line.reason])).toEqual([
    ['applied', null],
    ['held', reason],
    ['waiting', null],
  ])
  expect(report).toMatchObject({ fresh: 3, waiting: 1, held: [{ channel: up, seq: 2, reason }] })
  expect(linesOf(district).get(up)).toEqual([listed(1), held, listed(3)])

  deliver(district, COMMUNE, [{ channel: up, lines: [listed(4)] }])
  expect(statuses(district, up)).toEqual(['applied', 'held', 'waiting', 'waiting'])
  deliver(district, COMMUNE, [{ channel: up, lines: [voiding(5, 2)] }])
  expect(statuses(district, up)).toEqual(['applied', 'voided', 'applied', 'applied', 'applied'])
  expect(statusesOf(district, up).map(({ tick }) => tick)).toEqual([1, 2, 3, 4, 5])
  expect(replays(district)).toBe(true)
})

test('a superior may not list persons to us', () => {
  const commune = openDesk({ office: COMMUNE, standings: { [DISTRICT]: 'superior' } })
  deliver(commune, DISTRICT, [{ channel: down, lines: [listed(1)] }])
  expect(statusesOf(commune, down)).toMatchObject([{ status: 'held', reason: 'authority' }])
})

test('a line voided in the same bundle never stands in the way', () => {
  const district = districtDesk()
  const lines = [listed(1, { kind: 'candidate.blessed' }), listed(2), voiding(3, 1)]
  const report = deliver(district, COMMUNE, [{ channel: up, lines }])
  expect(report).toMatchObject({ held: [], waiting: 0 })
  expect(statuses(district, up)).toEqual(['voided', 'applied', 'applied'])
})

test('a voiding without the form of one releases nothing', () => {
  const district = districtDesk()
  const broken = altered(voiding(2, 1), ({ payload }) => ({
    payload: { ...trusted<object>(payload), reason: undefined },
  }))
  deliver(district, COMMUNE, [{ channel: up, lines: [listed(1, { kind: 'candidate.blessed' }), broken] }])
  expect(statuses(district, up)).toEqual(['held', 'held'])
})

test('only the channel with the held line stops; what names it waits, the rest goes on', () => {
  const district = districtDesk({ [COMMUNE]: 'subordinate', [TOWN]: 'subordinate' })
  const other = `${COMMUNE}.${deviceId('b')}.${DISTRICT}`
  const third = `${TOWN}.${deviceId('a')}.${DISTRICT}`
  const naming = listed(1, { id: idOf(21), after: [{ channel: up, seq: 1 }] })
  const free = listed(1, { id: idOf(31), subject: { type: 'case', id: idOf(0xbeef) } })
  deliver(district, COMMUNE, [{ channel: up, lines: [listed(1, { kind: 'candidate.blessed' })] }])
  deliver(district, COMMUNE, [{ channel: other, lines: [naming] }])
  deliver(district, TOWN, [{ channel: third, lines: [free] }])
  expect([statuses(district, up), statuses(district, other), statuses(district, third)]).toEqual([
    ['held'],
    ['waiting'],
    ['applied'],
  ])
  deliver(district, COMMUNE, [{ channel: up, lines: [voiding(2, 1)] }])
  expect([statuses(district, up), statuses(district, other)]).toEqual([['voided', 'applied'], ['applied']])
})

test('what an update understands counts from then on, once', () => {
  const commune = openDesk({ office: COMMUNE })
  commune.record([
    {
      kind: 'candidate.listed',
      subject: { type: 'case', id: idOf(0xca5e) },
      payload: { name: 'Nguyễn Thị Hòa', unit: UNIT, stage: 'listed' },
      to: DISTRICT,
    },
  ])
  const district = districtDesk({ [COMMUNE]: 'trainer' })
  const channels = [{ channel: up, lines: linesOf(commune).get(up) ?? [] }]
  deliver(district, COMMUNE, channels)
  expect(statuses(district, up)).toEqual(['held'])
  district.standing(COMMUNE, 'subordinate')
  expect(district.change((db) => release(db, district.house))).toEqual([{ type: 'case', id: idOf(0xca5e) }])
  expect(district.case(idOf(0xca5e))).toMatchObject({ known: 'line', keeper: COMMUNE })
  const tables = pictureOf(district)
  expect(district.change((db) => release(db, district.house))).toEqual([])
  expect(pictureOf(district)).toEqual(tables)
})

test('an erased line leaves its place and the channel goes on', () => {
  const district = districtDesk()
  deliver(district, COMMUNE, [{ channel: up, lines: [`{"erased":"${'a'.repeat(64)}","seq":1}`, listed(2)] }])
  expect(statuses(district, up)).toEqual(['erased', 'applied'])
})

test('an erased line behind a held one waits with the rest', () => {
  const district = districtDesk()
  const stub = `{"erased":"${'a'.repeat(64)}","seq":2}`
  deliver(district, COMMUNE, [{ channel: up, lines: [listed(1, { kind: 'candidate.blessed' }), stub, listed(3)] }])
  expect(statuses(district, up)).toEqual(['held', 'waiting', 'waiting'])
  deliver(district, COMMUNE, [{ channel: up, lines: [voiding(4, 1)] }])
  expect(statuses(district, up)).toEqual(['voided', 'erased', 'applied', 'applied'])
})

test('what another office says of the house itself changes nothing here', () => {
  const district = districtDesk()
  const before = pictureOf(district)
  const lines = ['office.changed', 'user.disabled', 'peer.revoked', 'unit.added', 'member.added'].map((kind, index) =>
    listed(index + 1, { kind, subject: { type: trusted<'unit'>(kind.split('.')[0]), id: DISTRICT } }),
  )
  deliver(district, COMMUNE, [{ channel: up, lines }])
  expect(pictureOf(district)).toEqual(before)
  expect(statuses(district, up)).not.toContain('applied')
  expect(entryOf(lines[0] ?? '').subject.id).toBe(DISTRICT)
})
