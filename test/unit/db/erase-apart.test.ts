/**
 * A person is erased at one computer of an office, while another one holds what the first does not know of, or has another
 * history in the place that the order names.
 */
import { expect, test } from 'vitest'
import { isStub } from '../../../shared/bundle/chain.ts'
import { countErased } from '../../../db/queries/erasures.ts'
import { COMMUNE, idOf, linesOf, openDesk, register, replays, siblingOf, type Desk } from '../../support/journal-kit.ts'
import { deliverAtHome, entryOf, forged, heardOf, meet, ownOf, tellOwn } from '../../support/journal-parcels.ts'

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
    tellOwn(second, first)
    tellOwn(first, second)
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
  const channel = ownOf(first)
  const shared = heardOf(first, second)
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
  deliverAtHome(second, first.device, { channel, lines: people })
  tellOwn(third, second)
  expect(linesOf(second).get(channel)?.filter(isStub)).toEqual([])
  expect(
    linesOf(second)
      .get(ownOf(third))
      ?.map(entryOf)
      .map(({ kind }) => kind),
  ).toContain('entry.erased')
  expect(replays(second)).toBe(true)
})
