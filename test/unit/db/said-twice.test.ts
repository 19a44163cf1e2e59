/**
 * What one computer has said is issued anew at two others, each of which had said something since that the other one had not
 * heard of: no older word counts in place of a newer one, and nothing that counted no more counts again.
 */
import { expect, test } from 'vitest'
import { itemsAbout } from '../../../db/journal.ts'
import { loadUsers } from '../../../db/load.ts'
import { three, twice, REQUEST, type Three } from '../../support/given-up.ts'
import { idOf, register, replays, type Desk } from '../../support/journal-kit.ts'
import { meet } from '../../support/journal-parcels.ts'

const USER = { type: 'user', id: idOf(0x05e4) } as const

/** The two tell each other all they hold, until neither has news. */
function tellAll({ second, third, id }: Three): void {
  const said = () => [second, third].map((desk) => idsAt(desk, id))
  for (let round = 0; round < 3; round += 1) meet(second, third)
  const all = said()
  expect(all[0]).toEqual(all[1])
  meet(second, third)
  expect(said()).toEqual(all)
}

function idsAt(desk: Desk, id: string): readonly string[] {
  const items = desk.ask((db) => [...itemsAbout(db, 'case', id), ...itemsAbout(db, USER.type, USER.id)])
  return items.map(({ entry }) => entry.id).toSorted()
}

/** Of two words that had not heard of each other the one with more before it comes last. */
function goOn(desk: Desk): void {
  for (let before = 0; before < 15; before += 1) register(desk, { name: 'Trần Văn Đức' })
}

test('who was shut out at one computer stays so where another one has let in anew whoever was let in before', () => {
  const desks = three()
  const { first, second, third } = desks
  twice(
    desks,
    () =>
      first.record([
        {
          kind: 'user.added',
          subject: USER,
          payload: { login: 'tochuc', name: 'Lê Văn Minh', post: 'Chuyên viên', roles: ['clerk'] },
        },
      ]),
    () => {
      second.record([{ kind: 'user.disabled', subject: USER, payload: {} }])
      goOn(third)
    },
  )
  tellAll(desks)
  for (const desk of [second, third]) {
    expect(desk.ask(loadUsers)).toMatchObject([{ id: USER.id, disabled: true }])
    expect(replays(desk)).toBe(true)
  }
})

test('of several newer words the last one counts', () => {
  const desks = three()
  const { first, second, third, id } = desks
  const correct = (desk: Desk, hometown: string) => {
    desk.do('candidate.correct', { case: id, change: { set: { hometown } } })
  }
  twice(
    desks,
    () => {
      correct(first, 'Kim Bảng')
      correct(first, 'Kim Bảng, Hà Nam')
    },
    () => {
      for (const hometown of ['Đồng Hóa', 'Kim Bảng', 'Đồng Hóa, Kim Bảng']) correct(second, hometown)
      goOn(third)
    },
  )
  tellAll(desks)
  for (const desk of [second, third]) expect(desk.case(id).profile.hometown).toBe('Đồng Hóa, Kim Bảng')
})

test('a paper that another one stands in place of does not count again where the other one was not heard of', () => {
  const desks = three()
  const { first, second, third, id } = desks
  const paper = { case: id, paper: '1-KND' }
  const replace = (desk: Desk, date: string) => {
    desk.do('paper.record', { ...paper, date, replaces: desk.case(id).papers[0]?.entry })
  }
  twice(
    desks,
    () => {
      first.do('paper.record', { ...paper, date: '2024-01-05' })
      replace(first, '2024-01-06')
    },
    () => replace(second, '2024-01-07'),
  )
  expect(third.case(id).papers).toMatchObject([{ date: '2024-01-06' }])
  tellAll(desks)
  for (const desk of [second, third]) {
    expect(desk.case(id).papers).toMatchObject([{ date: '2024-01-07' }])
    expect(replays(desk)).toBe(true)
  }
})

test('an answer that was taken back is not said of the request that is left', () => {
  const desks = three()
  const { first, second, third, id } = desks
  twice(desks, () => first.do('verification.request', REQUEST(id)))
  for (const desk of [second, third]) {
    desk.do('verification.receive', { case: id, request: desk.case(id).verifications[0]?.entry, date: '2024-01-09' })
    const answer = desk
      .ask((db) => itemsAbout(db, 'case', id))
      .find(({ entry }) => entry.kind === 'verification.received')
    desk.do('entry.retract', { entry: answer?.entry.id, reason: 'Ghi nhầm' })
  }
  tellAll(desks)
  for (const desk of [second, third]) expect(desk.case(id).verifications).toMatchObject([{ received: null }])
})

test('what came after lines that are given up has the same place in history wherever they were held, and where they were not', () => {
  const desks = three()
  const { first, second, third, id } = desks
  twice(
    desks,
    () => {
      for (let n = 0; n < 5; n += 1) first.do('note.record', { case: id, text: `Ghi chú ${n}` })
    },
    () => {
      second.do('note.record', { case: id, text: 'Ghi chú sau đó' })
      third.do('note.record', { case: id, text: 'Ghi chú khác' })
    },
  )
  tellAll(desks)
  const places = (desk: Desk) =>
    desk
      .ask((db) => itemsAbout(db, 'case', id))
      .map(({ channel, seq, tick }) => `${channel} ${seq} ${tick}`)
      .toSorted()
  expect(places(second)).toEqual(places(third))
  expect(replays(second)).toBe(true)
})
