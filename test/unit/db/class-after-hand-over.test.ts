/**
 * A person sits in a class while the case goes to another keeper: the certificate counts there as at the deciding office,
 * whoever runs the class, and what is passed on is told once, however often the case is touched afterwards.
 */
import { expect, test } from 'vitest'
import { foldClassLife } from '../../../shared/model/classes/seats.ts'
import { itemsAbout } from '../../../db/journal.ts'
import { merge, move, pairedBelow, threeOffices, transfer, type Offices } from '../../support/hand-over.ts'
import {
  DISTRICT,
  linesOf,
  openDesk,
  pairWith,
  register,
  replays,
  TOWN,
  valueOf,
  type Desk,
} from '../../support/journal-kit.ts'
import { entryOf, exchange } from '../../support/journal-parcels.ts'

const profile = { name: 'Đặng Thùy Dung', birth: '1999-04-05', sex: 'female' }
const CENTRE = 'k'.repeat(26)
const VILLAGE = { office: 'v'.repeat(26), seed: 'village' }
const ANEW = { class: 'awareness', date: '2024-01-10' }

/** A centre with a house of its own, which runs classes for the district. */
function centreOf(district: Desk): Desk {
  const centre = openDesk({ office: CENTRE, seed: 'centre', capacities: ['trains'] })
  pairWith(centre, DISTRICT, 'superior')
  pairWith(district, CENTRE, 'trainer')
  return centre
}

function opened(trainer: Desk): string {
  const facts = { kind: 'awareness', name: 'Lớp khóa 1', decision: { number: '12-QĐ/HU', date: '2024-01-08' } }
  const days = { from: '2024-01-10', to: '2024-01-15', places: 80 }
  return valueOf(trainer.do('class.open', { ...facts, ...days }))['class'] ?? ''
}

/** Puts a nominated person into a class of the centre, by way of the district. */
function seated(centre: Desk, district: Desk, id: string): string {
  const course = opened(centre)
  exchange(centre, district)
  district.do('class.forward', { to: CENTRE, cases: [id], ...ANEW })
  exchange(centre, district)
  centre.do('class.enroll', { class: course, cases: [id], on: '2024-01-10' })
  exchange(centre, district)
  return course
}

function ends(trainer: Desk, id: string, course: string): void {
  const certificate = { number: '7', date: '2024-01-15' }
  trainer.do('class.complete', {
    class: course,
    on: '2024-01-15',
    rows: [{ case: id, outcome: 'passed', certificate }],
  })
}

const papersAt = (id: string, desks: readonly Desk[]) =>
  desks.map((desk) => desk.case(id).papers.map(({ paper }) => paper))

/** What the district has told an office of a case, by kind. */
function toldTo(district: Desk, office: string, id: string): readonly string[] {
  return [...linesOf(district)].flatMap(([channel, lines]) =>
    channel.startsWith(DISTRICT) && channel.endsWith(office)
      ? lines
          .map(entryOf)
          .filter(({ subject }) => subject.id === id)
          .map(({ kind }) => kind)
      : [],
  )
}

test.each([
  ['a transfer', transfer],
  ['a merger', merge],
])("a class of the district's own goes on at the next keeper in %s", (_how, handOver) => {
  const offices: Offices = threeOffices(['decides', 'trains'])
  const { commune, town, district, west } = offices
  const id = register(commune, profile)
  const course = opened(district)
  commune.do('class.nominate', { case: id, ...ANEW })
  exchange(commune, district)
  district.do('class.enroll', { class: course, cases: [id], on: '2024-01-10' })
  exchange(commune, district)
  handOver(offices, id, commune, west)
  ends(district, id, course)
  exchange(town, district)
  expect(papersAt(id, [district, town])).toEqual([['CN-NTVD'], ['CN-NTVD']])
  expect(toldTo(district, TOWN, id).filter((kind) => kind === 'class.enrolled')).toHaveLength(1)
  for (const desk of [commune, town, district]) expect(replays(desk)).toBe(true)
})

test('a class of a centre of its own goes on at the next keeper, and at the one after, each told once', () => {
  const offices = threeOffices()
  const { commune, town, district, west } = offices
  const centre = centreOf(district)
  const id = register(commune, profile)
  commune.do('class.nominate', { case: id, ...ANEW })
  exchange(commune, district)
  const course = seated(centre, district, id)
  exchange(commune, district)
  transfer(offices, id, commune, west)
  const { lower: village, branch: south } = pairedBelow(district, VILLAGE, 'Chi bộ thôn Nam')
  transfer(offices, id, town, south)
  ends(centre, id, course)
  exchange(centre, district)
  exchange(village, district)
  expect(papersAt(id, [district, village])).toEqual([['CN-NTVD'], ['CN-NTVD']])
  expect(toldTo(district, village.office, id)).toEqual(['case.handedOver', 'class.enrolled', 'class.completed'])
  expect(toldTo(district, TOWN, id)).toEqual(['case.handedOver', 'class.enrolled', 'case.handedOver'])
  for (const desk of [commune, town, village, district, centre]) expect(replays(desk)).toBe(true)
})

/** A case that the district kept on paper, in a class of the centre, given to the office of its unit once that is paired. */
function paired() {
  const district = openDesk({ office: DISTRICT, capacities: ['proposes', 'decides'] })
  const centre = centreOf(district)
  const id = register(district, profile)
  district.do('class.nominate', { case: id, ...ANEW })
  const course = seated(centre, district, id)
  const { lower: town, branch: west } = pairedBelow(district)
  district.do('case.handOver', { cases: [id], unit: west, on: move.on, reason: 'pairing' })
  exchange(town, district)
  return { district, centre, town, id, course }
}

test('what a centre says of a case that was kept on paper comes to its new keeper once, and is not taken back', () => {
  const { district, centre, town, id, course } = paired()
  ends(centre, id, course)
  exchange(centre, district)
  exchange(town, district)
  const told = toldTo(district, TOWN, id)
  expect(told).toEqual(['case.handedOver', 'class.enrolled', 'class.completed'])
  expect(papersAt(id, [district, town])).toEqual([['CN-NTVD'], ['CN-NTVD']])
  // Whatever is recorded about the person afterwards, nothing is said again.
  for (const occupation of ['farmer', 'official']) {
    town.do('candidate.correct', { case: id, change: { set: { occupation } } })
    town.do('class.nominate', { case: id, ...ANEW, date: '2024-01-15' })
    exchange(town, district)
    exchange(centre, district)
  }
  expect(toldTo(district, TOWN, id)).toEqual(told)
  for (const desk of [district, centre, town]) expect(replays(desk)).toBe(true)
})

test('what a centre takes back is taken back at the new keeper', () => {
  const { district, centre, town, id, course } = paired()
  const seats = (desk: Desk) => desk.ask((db) => foldClassLife(itemsAbout(db, 'case', id))).seats.length
  expect([district, town].map(seats)).toEqual([1, 1])
  const { entry = '' } = centre.ask((db) => foldClassLife(itemsAbout(db, 'case', id))).seats[0] ?? {}
  centre.do('entry.retract', { entry, reason: 'Ghi nhầm người' })
  exchange(centre, district)
  exchange(town, district)
  expect([district, town].map(seats)).toEqual([0, 0])
  expect(course).not.toBe('')
  for (const desk of [district, centre, town]) expect(replays(desk)).toBe(true)
})
