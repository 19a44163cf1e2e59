/**
 * Taking in what another office sent: whole or not at all, once, and with a report that says what happened.
 */
import { expect, test } from 'vitest'
import { prepared } from '../../../db/transaction.ts'
import {
  COMMUNE,
  communeAndDistrict,
  decide,
  deviceId,
  DISTRICT,
  linesOf,
  openDesk,
  pictureOf,
  register,
  rowCounts,
  siblingOf,
  statuses,
  submit,
  TOWN,
  type Desk,
} from '../../support/journal-kit.ts'
import {
  deliver,
  exchange,
  packFor,
  preview,
  packForSibling,
  takeIn,
  type Parcel,
} from '../../support/journal-parcels.ts'

const up = `${COMMUNE}.${deviceId('a')}.${DISTRICT}`
const down = `${DISTRICT}.${deviceId('a')}.${COMMUNE}`

function marks(desk: Desk, office: string): Readonly<Record<string, number>> {
  const rows = desk.ask((db) =>
    prepared<{ channel: string; acknowledged: number }>(
      db,
      'SELECT channel, acknowledged FROM marks WHERE office = ? ORDER BY channel',
    ).all(office),
  )
  return Object.fromEntries(rows.map(({ channel, acknowledged }) => [channel, acknowledged]))
}

const imported = (desk: Desk, parcel: Parcel) => {
  const taken = takeIn(desk, parcel)
  if (!('report' in taken)) throw new Error(`not imported: ${taken.code}`)
  return taken.report
}

test('an import tells what came, what each case was and is, and what it waits for', () => {
  const { commune, district } = communeAndDistrict()
  const id = register(commune)
  const first = imported(district, packFor(commune, DISTRICT))
  expect(first).toMatchObject({
    fresh: 2,
    known: 0,
    held: [],
    waiting: 0,
    kinds: { 'unit.listed': 1, 'candidate.listed': 1 },
  })
  expect(first.cases).toEqual([
    { case: id, name: 'Nguyễn Thị Hòa', before: null, after: 'listed', kinds: ['candidate.listed'], conflicts: 0 },
  ])
  submit(commune, id)
  const second = imported(district, packFor(commune, DISTRICT))
  expect(second).toMatchObject({ fresh: 3, known: 2 })
  expect(second.cases).toEqual([
    {
      case: id,
      name: 'Nguyễn Thị Hòa',
      before: 'listed',
      after: 'submitted',
      kinds: ['candidate.listed', 'dossier.submitted'],
      conflicts: 0,
    },
  ])
})

test('a case moved by lines that had waited is told with the stage it had before', () => {
  const { commune, district } = communeAndDistrict()
  const id = register(commune)
  submit(commune, id)
  exchange(commune, district)
  district.do('dossier.receive', { case: id, date: '2024-01-15' })
  exchange(commune, district)
  decide(district, id)
  // A sibling gets the district's lines first: they wait for the commune's own.
  const sibling = siblingOf(commune, 'b', { [DISTRICT]: 'superior' })
  const held = linesOf(commune)
  const lines = linesOf(district).get(down) ?? []
  const early = deliver(sibling, DISTRICT, [{ channel: down, lines }])
  expect(early).toMatchObject({ fresh: 2, waiting: 2, cases: [] })
  const [first = '', ...rest] = held.get(up) ?? []
  deliver(sibling, COMMUNE, [{ channel: up, lines: [first, ...rest.slice(0, 1)] }])
  const late = deliver(sibling, COMMUNE, [{ channel: up, lines: rest.slice(1) }])
  expect(late.cases).toMatchObject([{ case: id, before: 'listed', after: 'admitted' }])
  expect(statuses(sibling, down)).toEqual(['applied', 'applied'])
})

test('a bundle is taken in once; an older one brings nothing but its receipt; a gap is refused whole', () => {
  const { commune, district } = communeAndDistrict()
  register(commune)
  const first = packFor(commune, DISTRICT)
  exchange(commune, district)
  register(commune, { name: 'Trần Văn Bình' })
  const second = packFor(commune, DISTRICT)
  const other = openDesk({ office: DISTRICT, standings: { [COMMUNE]: 'subordinate' }, capacities: ['decides'] })
  const before = rowCounts(other)
  expect(takeIn(other, second)).toEqual({ code: 'B_GAP' })
  expect(rowCounts(other)).toEqual(before)
  expect(takeIn(other, first).code).toBe('imported')
  expect(takeIn(other, second).code).toBe('imported')
  expect(takeIn(other, first)).toEqual({ code: 'B_ALREADY' })
  const tables = pictureOf(district)
  expect(takeIn(district, first).code).toBe('B_OLD')
  expect(takeIn(district, first).code).toBe('B_ALREADY')
  expect(pictureOf(district)).toEqual(tables)
})

test('a bundle that carries more than was asked for does no harm', () => {
  const { commune, district } = communeAndDistrict()
  register(commune)
  exchange(commune, district)
  register(commune, { name: 'Trần Văn Bình' })
  const report = imported(district, packFor(commune, DISTRICT, true))
  expect(report).toMatchObject({ fresh: 1, known: 2 })
  expect(linesOf(district).get(up)).toEqual(linesOf(commune).get(up))
})

test('a dry run tells the same and keeps nothing', () => {
  const { commune, district } = communeAndDistrict()
  submit(commune, register(commune))
  const parcel = packFor(commune, DISTRICT)
  const before = { rows: rowCounts(district), tables: pictureOf(district) }
  const foreseen = preview(district, parcel)
  expect({ rows: rowCounts(district), tables: pictureOf(district) }).toEqual(before)
  expect(imported(district, parcel)).toEqual(foreseen)
})

test('an import that fails half-way leaves nothing', () => {
  const { commune, district } = communeAndDistrict()
  register(commune)
  const before = { rows: rowCounts(district), tables: pictureOf(district) }
  const lines = linesOf(commune).get(up) ?? []
  const stranger = `${TOWN}.${deviceId('a')}.${DISTRICT}`
  expect(() =>
    deliver(district, COMMUNE, [
      { channel: up, lines },
      { channel: stranger, lines },
    ]),
  ).toThrow('not paired')
  expect({ rows: rowCounts(district), tables: pictureOf(district) }).toEqual(before)
})

// --- acknowledgement ---------------------------------------------------------------------------------------------

test('what the other office says it holds is not sent again; what is lost is', () => {
  const { commune, district } = communeAndDistrict()
  register(commune)
  packFor(commune, DISTRICT)
  expect(packFor(commune, DISTRICT).manifest.channels).toMatchObject([{ from: 1, to: 2 }])
  exchange(commune, district)
  expect(marks(commune, DISTRICT)).toEqual({ [up]: 2 })
  expect(packFor(commune, DISTRICT).manifest).toMatchObject({ kind: 'ack', channels: [] })
})

test('of receipts that come one after the other the one that says more counts, in whatever order they come', () => {
  const { commune, late } = withLateReceipt()
  takeIn(commune, late)
  expect(marks(commune, DISTRICT)).toEqual({ [up]: 3 })
})

test('an office that says twice in a row that it holds less is believed: put back unseen, it says nothing else', () => {
  const { commune, late } = withLateReceipt()
  takeIn(commune, late)
  takeIn(commune, { ...late, manifest: { ...late.manifest, id: 'f'.repeat(32) } })
  expect(marks(commune, DISTRICT)).toEqual({ [up]: 2 })
})

test('a receipt that comes late, after a set of ours, sets the mark back, and sending too much does no harm', () => {
  const { commune, district, late } = withLateReceipt()
  packFor(commune, DISTRICT)
  takeIn(commune, late)
  expect(marks(commune, DISTRICT)).toEqual({ [up]: 2 })
  expect(imported(district, { ...packFor(commune, DISTRICT, true) })).toMatchObject({ fresh: 0 })
})

test('what another device of an office says is taken at its word: after a restore it holds less', () => {
  const { commune, late } = withLateReceipt()
  const { manifest } = late
  const have = manifest.have.map((held) => ({ ...held, device: 'restored' }))
  takeIn(commune, { ...late, manifest: { ...manifest, have } })
  expect(marks(commune, DISTRICT)).toEqual({ [up]: 2 })
})

/** A receipt of the district that has not come yet, where a newer one has. */
function withLateReceipt() {
  const { commune, district } = communeAndDistrict()
  register(commune)
  exchange(commune, district)
  const late = packFor(district, COMMUNE)
  register(commune, { name: 'Trần Văn Bình' })
  takeIn(district, packFor(commune, DISTRICT))
  takeIn(commune, packFor(district, COMMUNE))
  expect(marks(commune, DISTRICT)).toEqual({ [up]: 3 })
  return { commune, district, late }
}

test('a claim to hold what we never wrote is not believed, one beyond our end is reported', () => {
  const { commune, district } = communeAndDistrict()
  register(commune)
  exchange(commune, district)
  const parcel = packFor(district, COMMUNE)
  const claim = (seq: number, head: string): Parcel => ({
    ...parcel,
    manifest: { ...parcel.manifest, id: commune.newId(), have: [{ device: 'x', channel: up, seq, head }] },
  })
  expect(imported(commune, claim(1, 'f'.repeat(64))).acknowledged).toEqual([])
  expect(marks(commune, DISTRICT)).toEqual({ [up]: 2 })
  const head = 'f'.repeat(64)
  expect(imported(commune, claim(9, head)).ahead).toEqual([{ channel: up, seq: 9, head, ours: 2 }])
  expect(marks(commune, DISTRICT)).toEqual({ [up]: 2 })
})

test('a claim about channels of a third office sets no mark of ours', () => {
  const { commune, district } = communeAndDistrict()
  const parcel = packFor(district, COMMUNE)
  const have = [{ device: 'x', channel: `${TOWN}.${deviceId('a')}.${DISTRICT}`, seq: 4, head: 'f'.repeat(64) }]
  const report = imported(commune, { ...parcel, manifest: { ...parcel.manifest, have } })
  expect(report).toMatchObject({ acknowledged: [], ahead: [] })
})

test('an office restored from before our first bundle names nothing of ours, and gets everything again', () => {
  const { commune, district } = communeAndDistrict()
  register(commune)
  exchange(commune, district)
  expect(marks(commune, DISTRICT)).toEqual({ [up]: 2 })
  const restored = openDesk({
    office: DISTRICT,
    device: 'r',
    standings: { [COMMUNE]: 'subordinate' },
    capacities: ['decides'],
  })
  register(commune, { name: 'Trần Văn Bình' })
  expect(takeIn(restored, packFor(commune, DISTRICT))).toEqual({ code: 'B_GAP' })
  takeIn(commune, packFor(restored, COMMUNE))
  expect(takeIn(restored, packFor(commune, DISTRICT)).code).toBe('imported')
  expect(linesOf(restored).get(up)).toEqual(linesOf(commune).get(up))
})

test('another device of the office receives every channel, and nothing of it goes out by mistake', () => {
  const { commune, district } = communeAndDistrict()
  submit(commune, register(commune))
  exchange(commune, district)
  const sibling = siblingOf(commune, 'b', { [DISTRICT]: 'superior' })
  takeIn(sibling, packForSibling(commune, sibling.device))
  expect(pictureOf(sibling)).toEqual(pictureOf(commune))
  // The same lines in a bundle that is not a sibling's are refused before they are read.
  const parcel = packForSibling(commune, sibling.device)
  const lying: Parcel = {
    ...parcel,
    manifest: { ...parcel.manifest, kind: 'changes', from: { ...parcel.manifest.from, office: DISTRICT } },
  }
  expect(takeIn(sibling, lying)).toEqual({ code: 'B_CHANNEL' })
})
