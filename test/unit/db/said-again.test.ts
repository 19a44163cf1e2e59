/**
 * A history of one computer is given up at another, which issues anew what was written in it: what a third computer has said
 * of it, without having heard that, is said of what stands now.
 */
import { expect, test } from 'vitest'
import { itemsAbout } from '../../../db/journal.ts'
import { loadUsers, loadPeers } from '../../../db/load.ts'
import { AGE, idOf, replays, SIGN_KEY, siblingOf, TOWN, type Desk } from '../../support/journal-kit.ts'
import { givenUp, giveWay, REQUEST, three, twice } from '../../support/given-up.ts'
import { heardOf, meet, packForSibling, takeIn, tellOwn } from '../../support/journal-parcels.ts'

test('an entry that was taken back where its new id was not heard of is taken back under that', () => {
  const desks = three()
  const { first, second, third, id } = desks
  const papersAt = (desk: Desk) =>
    desk
      .case(id)
      .papers.map(({ paper }) => paper)
      .toSorted()
  givenUp(desks, () => {
    for (const paper of ['1-KND', '2-KND']) first.do('paper.record', { case: id, paper, date: '2024-01-05' })
  })
  expect(papersAt(second)).toEqual(['1-KND', '2-KND'])
  third.do('entry.retract', { entry: third.case(id).papers[0]?.entry, reason: 'Ghi nhầm hồ sơ' })
  tellOwn(third, second)
  expect(papersAt(second)).toEqual(['2-KND'])
  // Once is enough, and what another set brings changes nothing.
  third.do('paper.record', { case: id, paper: '3-KND', date: '2024-01-06' })
  tellOwn(third, second)
  expect(papersAt(second)).toEqual(['2-KND', '3-KND'])
  expect(second.case(id).retracted).toHaveLength(1)
  expect(replays(second)).toBe(true)
})

test('what was answered to a request stands with the request that is issued anew', () => {
  const desks = three()
  const { first, second, third, id } = desks
  givenUp(
    desks,
    () => first.do('verification.request', REQUEST(id)),
    () => {
      const request = third.case(id).verifications[0]?.entry
      third.do('verification.receive', { case: id, request, date: '2024-01-09' })
    },
  )
  expect(second.case(id).verifications).toMatchObject([{ received: null }])
  tellOwn(third, second)
  expect(second.case(id).verifications).toMatchObject([{ received: '2024-01-09' }])
  expect(replays(second)).toBe(true)
})

test('a paper that another one stands in place of is not issued anew', () => {
  const desks = three()
  const { first, second, id } = desks
  const paper = { case: id, paper: '1-KND' }
  givenUp(
    desks,
    () => first.do('paper.record', { ...paper, date: '2024-01-05' }),
    () => {
      const replaces = second.case(id).papers[0]?.entry
      second.do('paper.record', { ...paper, date: '2024-01-06', replaces })
    },
  )
  expect(second.case(id).papers).toMatchObject([{ date: '2024-01-06' }])
})

test('a user who was shut out stays so, and a pairing that was ended', () => {
  const desks = three()
  const { first, second } = desks
  const user = idOf(0x05e4)
  const peer = { office: TOWN, code: 'vp-t', name: 'Văn phòng t', ageRecipient: AGE, signKey: SIGN_KEY } as const
  givenUp(
    desks,
    () =>
      first.record([
        {
          kind: 'user.added',
          subject: { type: 'user', id: user },
          payload: { login: 'tochuc', name: 'Lê Văn Minh', post: 'Chuyên viên', roles: ['clerk'] },
        },
        {
          kind: 'peer.paired',
          subject: { type: 'peer', id: TOWN },
          payload: { ...peer, relation: 'trainer', since: '2024-01-02' },
        },
      ]),
    () =>
      second.record([
        { kind: 'user.disabled', subject: { type: 'user', id: user }, payload: {} },
        { kind: 'peer.revoked', subject: { type: 'peer', id: TOWN }, payload: { reason: 'Lộ khóa', heads: [] } },
      ]),
  )
  expect(second.ask(loadUsers)).toMatchObject([{ id: user, disabled: true }])
  expect(second.ask(loadPeers)).toMatchObject([{ id: TOWN, revoked: true }])
})

test('with a word that was said again the first one is taken back, too', () => {
  const desks = three()
  const { first, second, id } = desks
  const number = (desk: Desk) => desk.case(id).profile.identityNumber
  givenUp(
    desks,
    () => first.do('candidate.correct', { case: id, change: { set: { hometown: 'Kim Bảng' } } }),
    () => second.do('candidate.correct', { case: id, change: { set: { identityNumber: '001190000001' } } }),
  )
  expect(number(second)).toBe('001190000001')
  const newest = second
    .ask((db) => itemsAbout(db, 'case', id))
    .filter(({ entry }) => entry.kind === 'candidate.corrected')
  expect(newest).toHaveLength(3)
  second.do('entry.retract', { entry: newest.at(-1)?.entry.id, reason: 'Ghi nhầm' })
  expect(number(second)).toBeUndefined()
})

test('what two computers have issued anew counts once, with what was said of the other one', () => {
  const desks = three()
  const { first, second, third, id } = desks
  twice(desks, () => {
    first.do('paper.record', { case: id, paper: '1-KND', date: '2024-01-05' })
    first.do('verification.request', REQUEST(id))
  })
  const requestAt = (desk: Desk) => desk.case(id).verifications[0]?.entry
  for (const desk of [second, third])
    desk.do('verification.receive', { case: id, request: requestAt(desk), date: '2024-01-09' })
  for (let round = 0; round < 3; round += 1) meet(second, third)
  for (const desk of [second, third]) {
    expect(desk.case(id).papers).toHaveLength(1)
    expect(desk.case(id).verifications).toMatchObject([{ received: '2024-01-09' }])
    expect(desk.case(id).voidRetractions).toEqual([])
    expect(replays(desk)).toBe(true)
  }
  // Whoever takes back the one that is left has seen both.
  second.do('entry.retract', { entry: second.case(id).papers[0]?.entry, reason: 'Ghi nhầm' })
  meet(second, third)
  for (const desk of [second, third]) expect(desk.case(id).papers).toEqual([])
})

test('of three that have issued it anew, each telling the next, one is left', () => {
  const desks = three()
  const { first, second, third, id } = desks
  const fourth = siblingOf(first, 'd', {})
  meet(first, fourth)
  const shared = heardOf(first, second)
  twice(desks, () => {
    for (const paper of ['1-KND', '2-KND', '3-KND', '5-KND'])
      first.do('paper.record', { case: id, paper, date: '2024-01-05' })
    meet(first, fourth)
  })
  giveWay(fourth, first, shared)
  const parcels = [second, third, fourth].map((desk) => packForSibling(desk, 'x'.repeat(16)))
  for (const [at, desk] of [second, third, fourth].entries()) {
    const next = parcels[(at + 1) % parcels.length]
    if (next !== undefined) expect(takeIn(desk, next).code).toBe('imported')
  }
  for (let round = 0; round < 3; round += 1) {
    meet(second, third)
    meet(third, fourth)
    meet(fourth, second)
  }
  for (const desk of [second, third, fourth])
    expect(
      desk
        .case(id)
        .papers.map(({ paper }) => paper)
        .toSorted(),
    ).toEqual(['1-KND', '2-KND', '3-KND', '5-KND'])
})

test('a word that two computers have issued anew undoes nothing that was said after the one of them', () => {
  for (const who of ['second', 'third'] as const) {
    const desks = three()
    const { first, second, third, id } = desks
    const hometown = (value: string) => ({ case: id, change: { set: { hometown: value } } })
    // What the second one says from now on comes late in history.
    for (let n = 0; n < 9; n += 1) second.do('note.record', { case: id, text: `Ghi chú ${n}` })
    twice(desks, () => first.do('candidate.correct', hometown('Kim Bảng')))
    desks[who].do('candidate.correct', hometown('Duy Tiên'))
    for (let round = 0; round < 3; round += 1) meet(second, third)
    for (const desk of [second, third]) expect([who, desk.case(id).profile.hometown]).toEqual([who, 'Duy Tiên'])
  }
})

test('what was taken back where its twin was not known of does not stand as that', () => {
  const desks = three()
  const { first, second, third, id } = desks
  twice(desks, () => {
    for (const paper of ['1-KND', '2-KND']) first.do('paper.record', { case: id, paper, date: '2024-01-05' })
  })
  const entry = second.case(id).papers.find(({ paper }) => paper === '1-KND')?.entry
  second.do('entry.retract', { entry, reason: 'Ghi nhầm hồ sơ' })
  for (let round = 0; round < 3; round += 1) meet(second, third)
  for (const desk of [second, third]) expect(desk.case(id).papers.map(({ paper }) => paper)).toEqual(['2-KND'])
})

test('of two versions of a field that did not know of each other none goes under, whichever is issued anew', () => {
  const desks = three()
  const { first, second, id } = desks
  givenUp(
    desks,
    () => first.do('candidate.correct', { case: id, change: { set: { hometown: 'Kim Bảng' } } }),
    undefined,
    {
      kind: 'candidate.corrected',
      subject: { type: 'case', id },
      payload: { change: { set: { hometown: 'Duy Tiên' } } },
    },
  )
  const values = second
    .case(id)
    .conflicts.map(({ field, versions }) => [field, versions.map(({ value }) => value).toSorted()])
  expect(values).toEqual([['hometown', ['Duy Tiên', 'Kim Bảng']]])
})

test('whoever had known of a version that is issued anew has corrected it, and no conflict comes of it', () => {
  const desks = three()
  const { first, second, third, id } = desks
  const hometown = (value: string) => ({ case: id, change: { set: { hometown: value } } })
  givenUp(
    desks,
    () => first.do('candidate.correct', hometown('Kim Bảng')),
    () => {
      third.do('candidate.correct', hometown('Duy Tiên'))
      meet(third, second)
    },
  )
  expect(second.case(id)).toMatchObject({ profile: { hometown: 'Duy Tiên' }, conflicts: [] })
  expect(replays(second)).toBe(true)
})
