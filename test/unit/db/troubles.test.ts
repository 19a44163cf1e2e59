/** What stays noted of channels that a set could not be joined to, and what settles each such note. */
import { expect, test } from 'vitest'
import { setMarks } from '../../../db/private/acknowledged.ts'
import { noteTrouble, troubles, type Trouble } from '../../../db/private/troubles.ts'
import { channelRow, channelRows, headAt } from '../../../db/journal.ts'
import { takeOut } from '../../../db/reissue.ts'
import { communeAndDistrict, DISTRICT, deviceId, register, type Desk } from '../../support/journal-kit.ts'

const AT = '2024-01-10T01:00:00Z'

/** A channel of the commune with some lines in it. */
function channelOf(desk: Desk) {
  for (const name of ['Lê Thị Mai', 'Trần Văn Sơn', 'Vũ Thị Hoa']) register(desk, { name })
  const row = desk.ask(channelRows).find(({ audience, seq }) => audience === DISTRICT && seq >= 3)
  if (row === undefined) throw new Error('no channel')
  return row
}

function note(desk: Desk, trouble: Pick<Trouble, 'channel' | 'code' | 'seq'>, at = AT): void {
  desk.change((db) => noteTrouble(db, { since: null, at, ...trouble }))
}

const codes = (desk: Desk) => desk.ask(troubles).map(({ code }) => code)

test('of one channel a fork and a gap are noted side by side, whichever comes later', () => {
  for (const order of [['B_FORK', 'B_GAP'] as const, ['B_GAP', 'B_FORK'] as const]) {
    const { commune } = communeAndDistrict()
    const { channel, seq } = channelOf(commune)
    for (const code of order) note(commune, { channel, code, seq: code === 'B_GAP' ? seq + 5 : seq - 1 })
    expect(codes(commune)).toEqual(['B_FORK', 'B_GAP'])
  }
})

test('the first note of a fork stays, and of a gap too, which reaches as far as the last set wanted', () => {
  const { commune } = communeAndDistrict()
  const { channel, seq } = channelOf(commune)
  note(commune, { channel, code: 'B_FORK', seq: seq - 1 })
  note(commune, { channel, code: 'B_FORK', seq }, '2024-01-20T01:00:00Z')
  note(commune, { channel, code: 'B_GAP', seq: seq + 2 })
  note(commune, { channel, code: 'B_GAP', seq: seq + 4 }, '2024-01-20T01:00:00Z')
  expect(commune.ask(troubles)).toMatchObject([
    { code: 'B_FORK', seq: seq - 1, at: AT },
    { code: 'B_GAP', seq: seq + 4, at: AT },
  ])
})

test('a channel that goes on settles a fork; a gap only once all is there that was missing', () => {
  const { commune } = communeAndDistrict()
  const { channel, seq } = channelOf(commune)
  note(commune, { channel, code: 'B_FORK', seq: seq - 1 })
  note(commune, { channel, code: 'B_GAP', seq: seq + 3 })
  register(commune, { name: 'Đỗ Văn An' })
  expect(commune.ask((db) => channelRow(db, channel)?.seq)).toBe(seq + 1)
  expect(codes(commune)).toEqual(['B_GAP'])
  register(commune, { name: 'Phạm Thị Nga' })
  expect(codes(commune)).toEqual([])
})

test('a fork is settled where the other history has come in its place, however far that reaches', () => {
  const { commune } = communeAndDistrict()
  const { channel, seq } = channelOf(commune)
  note(commune, { channel, code: 'B_FORK', seq: seq - 1 })
  commune.change((db) => {
    const row = channelRow(db, channel)
    if (row === null) throw new Error('no channel')
    takeOut(db, row, seq - 1, AT)
  })
  register(commune, { name: 'Đỗ Văn An' })
  expect(commune.ask((db) => channelRow(db, channel)?.seq)).toBe(seq)
  expect(codes(commune)).toEqual([])
})

test('a computer that goes on for the writer settles a fork once it holds what lies behind it, and leaves a gap noted', () => {
  const { commune } = communeAndDistrict()
  const { channel, seq, device } = channelOf(commune)
  const heir = deviceId('heir')
  commune.record([
    {
      kind: 'device.opened',
      subject: { type: 'device', id: heir },
      payload: { reason: 'restored', was: device, from: [] },
    },
  ])
  note(commune, { channel, code: 'B_FORK', seq: seq - 1 })
  note(commune, { channel, code: 'B_GAP', seq: seq + 9 })
  const tells = (upTo: number) =>
    commune.change((db) => {
      const have = [{ channel, seq: upTo, head: headAt(db, channel, upTo) ?? '' }]
      setMarks(db, { from: commune.office, device: heir, have }, commune.office, commune.device)
    })
  tells(seq - 2)
  expect(codes(commune)).toEqual(['B_FORK', 'B_GAP'])
  tells(seq - 1)
  expect(codes(commune)).toEqual(['B_GAP'])
})
