/**
 * What is recorded while a case is on its way to another keeper: the new keeper is given the case as it was proposed, and
 * whoever recorded something since is told so, before the case goes and after it went.
 */
import { expect, test } from 'vitest'
import { caseView } from '../../../db/queries/cases.ts'
import { loadJudging } from '../../../db/load-rules.ts'
import { merge, move, threeOffices } from '../../support/hand-over.ts'
import {
  branchVote,
  COMMUNE,
  DISTRICT,
  register,
  replays,
  siblingOf,
  TOWN,
  type Desk,
} from '../../support/journal-kit.ts'
import { exchange, meet, packFor, takeIn } from '../../support/journal-parcels.ts'

const profile = { name: 'Đặng Thùy Dung', birth: '1999-04-05', sex: 'female', work: 'Thôn 1' }
const CORRECTED = 'Đặng Thị Thùy Dung'

const correct = (desk: Desk, id: string, set: object) => desk.do('candidate.correct', { case: id, change: { set } })
const propose = (desk: Desk, id: string) => desk.do('case.proposeMove', { case: id, destination: 'Thị trấn', ...move })
const kindsOf = (desk: Desk, id: string, entries: readonly string[] = []) =>
  desk
    .ask((db) => caseView(db, id, loadJudging(db, '2024-01-15'))?.timeline ?? [])
    .flatMap(({ entry, kind }) => (entries.includes(entry) ? [kind] : []))

test('a keeper is told what its proposal does not hold, and proposes anew', () => {
  const { commune, town, district, west } = threeOffices()
  const id = register(commune, profile)
  propose(commune, id)
  expect(commune.case(id).moveProposed?.since).toEqual([])
  exchange(commune, district)
  correct(commune, id, { name: CORRECTED })
  commune.do('dossier.recordBranchVote', { case: id, ...branchVote })
  commune.do('note.record', { case: id, text: 'Hẹn gặp ở xã' })
  expect(kindsOf(commune, id, commune.case(id).moveProposed?.since)).toEqual([
    'candidate.corrected',
    'branchVote.recorded',
  ])
  exchange(commune, district)
  // The line that the district has since is newer than the proposal.
  expect(district.call('case.handOver', { cases: [id], unit: west, ...move })).toMatchObject({
    ok: false,
    error: { code: 'PROPOSAL_OUTDATED', data: { name: CORRECTED } },
  })
  propose(commune, id)
  expect(commune.case(id).moveProposed?.since).toEqual([])
  exchange(commune, district)
  district.do('case.handOver', { cases: [id], unit: west, ...move })
  exchange(commune, district)
  exchange(town, district)
  expect(town.case(id)).toMatchObject({ profile: { name: CORRECTED }, branchVotes: [{ date: branchVote.date }] })
  for (const desk of [commune, district, town]) {
    expect(desk.case(id).leftBehind).toEqual([])
    expect(replays(desk)).toBe(true)
  }
})

test('what a list line does not show stays behind, and its office is told which entries', () => {
  const { commune, town, district, west } = threeOffices()
  const id = register(commune, profile)
  propose(commune, id)
  exchange(commune, district)
  correct(commune, id, { work: 'Thôn 2' })
  exchange(commune, district)
  district.do('case.handOver', { cases: [id], unit: west, ...move })
  // So does what is recorded before the news comes.
  commune.do('helper.assign', { case: id, name: 'Lại Văn Đức', from: '2023-10-01' })
  takeIn(district, packFor(commune, DISTRICT))
  const taken = takeIn(commune, packFor(district, COMMUNE))
  expect(taken.code === 'imported' ? taken.report.cases : []).toMatchObject([{ case: id, leftBehind: 2 }])
  exchange(town, district)
  expect(town.case(id)).toMatchObject({ profile: { work: 'Thôn 1' }, helpers: [], leftBehind: [] })
  expect(kindsOf(commune, id, commune.case(id).leftBehind)).toEqual(['candidate.corrected', 'helper.assigned'])
  for (const desk of [commune, district, town]) expect(replays(desk)).toBe(true)
})

test('a district that hands over as was proposed, knowing that more was recorded, leaves that behind', () => {
  const { commune, district, west } = threeOffices()
  const id = register(commune, profile)
  propose(commune, id)
  exchange(commune, district)
  commune.do('dossier.recordBranchVote', { case: id, ...branchVote })
  exchange(commune, district)
  expect(district.do('case.handOver', { cases: [id], unit: west, asProposed: true, ...move }).value).toMatchObject({
    cases: 1,
  })
  exchange(commune, district)
  expect(kindsOf(commune, id, commune.case(id).leftBehind)).toEqual(['branchVote.recorded'])
})

test('what is recorded since and taken back again is nobody’s loss; what is taken back of what was sent is told', () => {
  const { commune, district, west } = threeOffices()
  const id = register(commune, profile)
  const [vote = ''] = commune.do('dossier.recordBranchVote', { case: id, ...branchVote }).entries
  propose(commune, id)
  exchange(commune, district)
  const [helper = ''] = commune.do('helper.assign', { case: id, name: 'Lại Văn Đức', from: '2023-10-01' }).entries
  commune.do('entry.retract', { entry: helper, reason: 'Ghi nhầm' })
  expect(commune.case(id).moveProposed?.since).toEqual([])
  const [back = ''] = commune.do('entry.retract', { entry: vote, reason: 'Ghi nhầm' }).entries
  expect(commune.case(id).moveProposed?.since).toEqual([back])
  district.do('case.handOver', { cases: [id], unit: west, ...move })
  exchange(commune, district)
  expect(commune.case(id).leftBehind).toEqual([back])
})

test('what the other computer of the office recorded goes along if the one that proposes had it, and is told if not', () => {
  const { commune, town, district, west } = threeOffices()
  const id = register(commune, profile)
  const two = siblingOf(commune, 'b', { [DISTRICT]: 'superior' })
  meet(commune, two)
  correct(two, id, { work: 'Thôn 2' })
  correct(two, id, { work: 'Thôn 3' })
  meet(commune, two)
  propose(commune, id)
  expect(commune.case(id).moveProposed?.since).toEqual([])
  // The second computer has not heard of the proposal.
  const [since = ''] = two.do('helper.assign', { case: id, name: 'Lại Văn Đức', from: '2023-10-01' }).entries
  meet(commune, two)
  for (const desk of [commune, two]) expect(desk.case(id).moveProposed?.since).toEqual([since])
  takeIn(district, packFor(commune, DISTRICT))
  district.do('case.handOver', { cases: [id], unit: west, asProposed: true, ...move })
  exchange(commune, district)
  exchange(town, district)
  meet(commune, two)
  expect(town.case(id)).toMatchObject({ profile: { work: 'Thôn 3' }, helpers: [] })
  for (const desk of [commune, two]) {
    expect(desk.case(id).leftBehind).toEqual([since])
    expect(replays(desk)).toBe(true)
  }
})

test('an office that ends is told what its other computer recorded without having heard of it', () => {
  const offices = threeOffices()
  const { commune, town } = offices
  const id = register(commune, profile)
  const two = siblingOf(commune, 'b', { [DISTRICT]: 'superior', [TOWN]: 'successor' })
  meet(commune, two)
  correct(two, id, { work: 'Thôn 2' })
  meet(commune, two)
  const [unheard = ''] = two.do('helper.assign', { case: id, name: 'Lại Văn Đức', from: '2023-10-01' }).entries
  merge(offices)
  expect(town.case(id)).toMatchObject({ profile: { work: 'Thôn 2' }, helpers: [], leftBehind: [] })
  expect(commune.case(id).leftBehind).toEqual([])
  meet(commune, two)
  for (const desk of [commune, two]) expect(desk.case(id).leftBehind).toEqual([unheard])
})
