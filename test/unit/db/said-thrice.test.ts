/**
 * One word that is issued anew more than once: the history in which it was said again was given up in its turn, or the first
 * one has come after all. It counts once wherever all of it is heard.
 */
import { expect, test } from 'vitest'
import { itemsAbout } from '../../../db/journal.ts'
import { whatStands } from '../../../shared/journal/item.ts'
import { givenUp, giveWay, three, twice, type Three } from '../../support/given-up.ts'
import {
  COMMUNE,
  deviceId,
  DISTRICT,
  idOf,
  linesOf,
  register,
  replays,
  siblingOf,
  type Desk,
} from '../../support/journal-kit.ts'
import { deliver, deliverAtHome, forged, heardOf, meet, ownOf, tellOwn } from '../../support/journal-parcels.ts'

/** That these notes stand, each by the text it has. */
function expectNotes(desks: readonly Desk[], { id }: Three, texts: readonly string[]): void {
  for (const desk of desks) {
    const standing = desk.ask((db) => whatStands(itemsAbout(db, 'case', id)))
    const notes = standing.filter(({ entry }) => entry.kind === 'note.recorded')
    expect(notes.map(({ entry }) => entry.payload)).toEqual(texts.map((text) => ({ text })))
    expect(replays(desk)).toBe(true)
  }
}

function expectOneNote(desks: readonly Desk[], of: Three): void {
  expectNotes(desks, of, ['Ghi chú'])
}

/** The second computer is told what the first one has written itself, as it stands there. @param shared - up to where it knew */
function tellAfterAll({ first, second }: Three, shared: number): void {
  const channel = ownOf(first)
  deliverAtHome(second, first.device, { channel, lines: linesOf(first).get(channel) ?? [], shared })
}

/** Each tells each other what it has written itself, until neither has news. */
function tellEachOther(desks: readonly Desk[]): void {
  for (let round = 0; round < 3; round += 1)
    for (const from of desks) for (const to of desks) if (from !== to) tellOwn(from, to)
}

/** Two computers have said a note again, of which a fourth one has heard nothing yet. */
function saidByTwo(meanwhile?: (desks: Three) => void): { readonly desks: Three; readonly fourth: Desk } {
  const desks = three()
  const fourth = siblingOf(desks.first, 'd', {})
  meet(desks.second, fourth)
  twice(
    desks,
    () => desks.first.do('note.record', { case: desks.id, text: 'Ghi chú' }),
    () => meanwhile?.(desks),
  )
  return { desks, fourth }
}

test('what two computers have issued anew counts once where one of the two is given up and issued anew again', () => {
  const { desks, fourth } = saidByTwo()
  const { second, third } = desks
  const shared = heardOf(second, fourth)
  tellOwn(second, fourth)
  giveWay(fourth, second, shared)
  expectOneNote([third, fourth], desks)
  tellEachOther([third, fourth])
  expectOneNote([third, fourth], desks)
})

test('of two of which the one was taken back it is not lost where the other one is given up and issued anew again', () => {
  // So much before it at the third computer that its note comes last, and is the one that goes.
  const { desks, fourth } = saidByTwo(({ third }) => {
    for (let before = 0; before < 15; before += 1) register(third, { name: 'Trần Văn Đức' })
  })
  const { second, third } = desks
  const shared = heardOf(second, fourth)
  tellEachOther([second, third, fourth])
  expectOneNote([second, third, fourth], desks)
  giveWay(fourth, second, shared)
  expectOneNote([fourth], desks)
  tellEachOther([third, fourth])
  giveWay(third, second, shared)
  tellEachOther([third, fourth])
  expectOneNote([third, fourth], desks)
})

test('a word that was issued anew counts once where its own history comes after all', () => {
  const desks = three()
  const { first, second, id } = desks
  const shared = heardOf(first, second)
  givenUp(desks, () => first.do('note.record', { case: id, text: 'Ghi chú' }))
  expectOneNote([second], desks)
  tellAfterAll(desks, shared)
  expectOneNote([second], desks)
  meet(first, second)
  expectOneNote([first, second], desks)
})

test('the same word under another id is taken back with it, unless another office has named that', () => {
  for (const isNamed of [false, true]) {
    const desks = three()
    const { first, second, id } = desks
    givenUp(desks, () => first.do('note.record', { case: id, text: 'Ghi chú' }))
    // Somebody who has heard of both, and has given up neither.
    const fourth = siblingOf(first, 'd', { [DISTRICT]: 'superior' })
    tellOwn(first, fourth)
    tellOwn(second, fourth)
    const notes = fourth.ask((db) => itemsAbout(db, 'case', id)).filter(({ entry }) => entry.kind === 'note.recorded')
    const [one, again] = [first, second].map(({ device }) => notes.find((note) => note.device === device)?.entry.id)
    const named = forged(1, {
      id: idOf(0xd15),
      kind: 'dossier.received',
      subject: { type: 'case', id },
      payload: { submission: again ?? '', date: '2024-01-10' },
    })
    const channel = `${DISTRICT}.${deviceId('a')}.${COMMUNE}`
    if (isNamed) deliver(fourth, DISTRICT, [{ channel, lines: [named] }])
    fourth.do('entry.retract', { entry: one, reason: 'Ghi nhầm' })
    const targets = fourth
      .ask((db) => itemsAbout(db, 'case', id))
      .flatMap(({ entry: { kind, payload } }) =>
        kind === 'entry.retracted' ? [(payload as { target: string }).target] : [],
      )
    expect(targets).toEqual(isNamed ? [one] : [one, again])
  }
})

test('a word that a person took back in its own history stays so where that comes after all', () => {
  const desks = three()
  const { first, second, id } = desks
  const shared = heardOf(first, second)
  givenUp(desks, () => first.do('note.record', { case: id, text: 'Ghi chú' }))
  const note = first.ask((db) => itemsAbout(db, 'case', id)).find(({ entry }) => entry.kind === 'note.recorded')
  first.do('entry.retract', { entry: note?.entry.id, reason: 'Ghi nhầm' })
  tellAfterAll(desks, shared)
  meet(first, second)
  expectNotes([first, second], desks, [])
})
