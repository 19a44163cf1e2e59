/** A case with more of something than can be sent by value is refused by name, and nothing is written, wherever one goes. */
import { expect, test } from 'vitest'
import { succeedOffice } from '../../../shared/commands/succession.ts'
import {
  branchVote,
  COMMUNE,
  communeAndDistrict,
  DISTRICT,
  openDesk,
  pairWith,
  pictureOf,
  register,
  submit,
  TOWN,
  valueOf,
  type Desk,
} from '../../support/journal-kit.ts'
import { exchange } from '../../support/journal-parcels.ts'

const NAME = 'Nguyễn Thị Hòa'
const MOST = 20
const TOO_MANY = {
  code: 'CASE_TOO_LARGE',
  data: { name: NAME, what: 'helpers', matter: null, count: MOST + 1, most: MOST },
}
const move = { reason: 'pairing', on: '2024-01-15' }

/** Assigns helpers until the case has one more than can be sent; answers the last assignment. */
function overfill(desk: Desk, id: string): string {
  let last = ''
  for (let count = 0; count <= MOST; count += 1)
    last = desk.do('helper.assign', { case: id, name: 'Trần Văn Bình', from: '2023-01-10' }).entries[0] ?? ''
  return last
}

/** What a call is refused with; it must leave everything as it was. */
function refusedWhole(desk: Desk, name: Parameters<Desk['call']>[0], input: object): unknown {
  const before = pictureOf(desk)
  const answer = desk.call(name, input)
  if (answer.ok) throw new Error('it was recorded')
  expect(pictureOf(desk)).toEqual(before)
  return answer.error
}

test('a dossier and a move are refused until one of what is too much was taken back', () => {
  const { commune, district } = communeAndDistrict()
  const id = register(commune, { name: NAME })
  const last = overfill(commune, id)
  expect(refusedWhole(commune, 'case.proposeMove', { case: id, destination: 'Nơi khác', ...move })).toEqual(TOO_MANY)
  expect(() => submit(commune, id)).toThrow('CASE_TOO_LARGE')
  expect(refusedWhole(commune, 'dossier.submit', { case: id, date: '2024-01-15' })).toEqual(TOO_MANY)
  commune.do('entry.retract', { entry: last })
  submit(commune, id)
  exchange(commune, district)
  expect(district.case(id).submissions.at(-1)?.snapshot?.helpers).toHaveLength(MOST)
})

test('an office that decides on its own cases is told the same when it answers', () => {
  const desk = openDesk({ office: DISTRICT, capacities: ['proposes', 'decides'] })
  const { unit } = valueOf(desk.do('unit.add', { name: 'Chi bộ Văn phòng', type: 'branch' }))
  const id = valueOf(desk.do('candidate.register', { profile: { name: NAME }, unit }))['case'] ?? ''
  overfill(desk, id)
  desk.do('dossier.recordBranchVote', { case: id, ...branchVote })
  expect(refusedWhole(desk, 'dossier.receive', { case: id, date: '2024-01-15' })).toEqual(TOO_MANY)
})

test('of many cases handed over those that fit go, and one that does not is named', () => {
  const { district, west, unit } = districtAndTown()
  const known = (name: string) => valueOf(district.do('candidate.register', { profile: { name }, unit }))['case'] ?? ''
  const [large, small] = [known(NAME), known('Lê Thị Mai')]
  overfill(district, large)
  expect(refusedWhole(district, 'case.handOver', { cases: [small, large], unit: west, ...move })).toEqual(TOO_MANY)
  const rows = [large, small].map((one) => ({ case: one, unit: west }))
  const { value } = district.do('case.handOverMany', { rows, ...move })
  expect(value).toEqual({ cases: 1, refused: [{ case: large, name: NAME, reason: TOO_MANY }] })
  expect([district.case(large).keeper, district.case(small).keeper]).toEqual([DISTRICT, TOWN])
})

test('an office that goes over into another is told which case does not fit', () => {
  const commune = openDesk({ office: COMMUNE })
  pairWith(commune, TOWN, 'successor')
  overfill(commune, register(commune, { name: NAME }))
  const input = { to: TOWN, on: '2024-01-15', reason: 'Nghị quyết sắp xếp' }
  expect(refusedWhole(commune, succeedOffice, input)).toEqual(TOO_MANY)
})

/** A district that keeps a branch on paper, and a town below it with a branch of its own. */
function districtAndTown(): { readonly district: Desk; readonly west: string; readonly unit: string } {
  const town = openDesk({ office: TOWN, seed: 'town' })
  const district = openDesk({ office: DISTRICT, capacities: ['proposes', 'decides'] })
  const added = (desk: Desk, name: string) => valueOf(desk.do('unit.add', { name, type: 'branch' }))['unit'] ?? ''
  const west = added(town, 'Chi bộ khu phố Tây')
  pairWith(town, DISTRICT, 'superior')
  pairWith(district, TOWN, 'subordinate')
  exchange(town, district)
  return { district, west, unit: added(district, 'Chi bộ khu phố Tây') }
}
