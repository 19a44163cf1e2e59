/**
 * A person is erased at one computer of an office, while another one holds what the first does not know of, or has another
 * history in the place that the order names.
 */
import { expect, test } from 'vitest'
import { isStub } from '../../../shared/bundle/chain.ts'
import { channelRow, channelRows, headAt, lines } from '../../../db/journal.ts'
import { countErased } from '../../../db/queries/erasures.ts'
import { receiveBundle } from '../../../db/receive.ts'
import { COMMUNE, idOf, openDesk, register, replays, siblingOf, type Desk } from '../../support/journal-kit.ts'
import { checked, entryOf, forged, meet } from '../../support/journal-parcels.ts'

const NAME = 'Lương Thị Ngọc Khuê'
const ended = { reason: 'withdrawn', date: '2024-01-10' }
const bytesOf = (desk: Desk) => desk.store.sqlite.serialize().toString('utf8')

test('what the computer that erases somebody had not heard of goes, too', () => {
  const first = openDesk({ office: COMMUNE })
  const id = register(first, { name: NAME })
  first.do('candidate.withdraw', { case: id, ...ended })
  const second = siblingOf(first, 'b', {})
  meet(first, second)
  second.do('note.record', { case: id, text: `Gặp ${NAME}` })
  first.do('case.erase', { case: id, reason: 'Người đó đề nghị' })
  for (let round = 0; round < 2; round += 1) {
    tell(second, first)
    tell(first, second)
  }
  for (const desk of [first, second]) {
    expect(desk.ask((db) => countErased(db))).toBe(1)
    expect(bytesOf(desk)).not.toContain('Khuê')
    expect(replays(desk)).toBe(true)
  }
})

test('an order erases no line of somebody else that has come to stand in the place it names', () => {
  const first = openDesk({ office: COMMUNE })
  const [second, third] = [siblingOf(first, 'b', {}), siblingOf(first, 'c', {})]
  meet(first, second)
  meet(first, third)
  const channel = `${COMMUNE}.${first.device}.own`
  const shared = second.ask((db) => channelRow(db, channel)?.seq ?? 0)
  const id = register(first, { name: NAME })
  first.do('candidate.withdraw', { case: id, ...ended })
  meet(first, third)
  third.do('case.erase', { case: id, reason: 'Người đó đề nghị' })
  // The second one has the history that stands: somebody else is registered there.
  const other = { type: 'case', id: idOf(0x0be1) } as const
  const people = [1, 2, 3, 4, 5, 6].map((n) =>
    forged(shared + n, {
      id: idOf(0x0be0 + n),
      kind: 'note.recorded',
      subject: other,
      payload: { text: `Ghi chú ${n}` },
    }),
  )
  bring(second, first.device, channel, people)
  const own = `${COMMUNE}.${third.device}.own`
  bring(second, third.device, own, linesIn(third, own))
  expect(linesIn(second, channel).filter(isStub)).toEqual([])
  expect(
    linesIn(second, own)
      .map(entryOf)
      .map(({ kind }) => kind),
  ).toContain('entry.erased')
  expect(replays(second)).toBe(true)
})

function linesIn(desk: Desk, channel: string): readonly string[] {
  return desk.ask((db) =>
    channelRows(db).flatMap((row) => (row.channel === channel ? [...lines(db, row.id, 1, row.seq)] : [])),
  )
}

/** One computer of the office tells another one what it has written. */
function tell(from: Desk, to: Desk): void {
  const own = `${COMMUNE}.${from.device}.own`
  bring(to, from.device, own, linesIn(from, own))
}

/** A set of another computer of the office with lines behind those that are held. */
function bring(at: Desk, device: string, channel: string, loose: readonly string[]): void {
  const known = at.ask((db) => channelRow(db, channel)?.seq ?? 0)
  const head = at.ask((db) => headAt(db, channel, known)) ?? ''
  const news = loose.filter((line) => entryOf(line).seq > known)
  const seq = known + news.length
  receiveBundle(
    at.store,
    {
      id: at.newId().replaceAll('-', ''),
      from: COMMUNE,
      device,
      kind: 'sibling',
      channels: [{ channel, lines: checked(head, news), known }],
      have: [
        { channel, seq, head: '' },
        { channel: `${COMMUNE}.${'a'.padEnd(16, 'x')}.own`, seq: 1, head: '' },
      ],
      wants: [],
      scansMissing: [],
      scansArrived: [],
    },
    at.house,
    at.recorder(),
    at.newId(),
  )
}
