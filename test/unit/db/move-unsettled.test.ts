/**
 * Two computers of an office have recorded one thing of a person differently: a case by value holds one version alone, so
 * that a person settles it before the case goes anywhere.
 */
import { expect, test } from 'vitest'
import { succeedOffice } from '../../../shared/commands/index.ts'
import { settlementOf } from '../../../shared/model/case/settlement.ts'
import { move, pairedBelow, threeOffices, transfer } from '../../support/hand-over.ts'
import { DISTRICT, openDesk, pairWith, register, siblingOf, TOWN, type Desk } from '../../support/journal-kit.ts'
import { exchange, meet } from '../../support/journal-parcels.ts'

const profile = { name: 'Đặng Thùy Dung', birth: '1999-04-05', sex: 'female' }

/** Two computers of an office correct the birth of people without having heard of each other. */
function correctTwice(desk: Desk, ids: readonly string[]): void {
  const other = siblingOf(desk, 'b', { [DISTRICT]: 'superior', [TOWN]: 'successor' })
  meet(desk, other)
  for (const id of ids) {
    desk.do('candidate.correct', { case: id, change: { set: { birth: '1999-05-04' } } })
    other.do('candidate.correct', { case: id, change: { set: { birth: '1998-04-05' } } })
  }
  meet(desk, other)
}

function settle(desk: Desk, id: string): void {
  const [conflict] = desk.case(id).conflicts
  const chosen = conflict === undefined ? null : settlementOf(conflict, conflict.versions[0]?.entry ?? '')
  desk.do('candidate.correct', { case: id, reason: 'Theo giấy khai sinh', ...chosen?.input })
}

test('a move is proposed once two versions are settled, and takes the one along that was chosen', () => {
  const offices = threeOffices()
  const { commune, town, west } = offices
  const id = register(commune, profile)
  correctTwice(commune, [id])
  expect(commune.call('case.proposeMove', { case: id, destination: 'Thị trấn', ...move })).toMatchObject({
    ok: false,
    error: { code: 'CONFLICT_OPEN', data: { name: profile.name, fields: ['birth'], others: 0 } },
  })
  settle(commune, id)
  const { birth } = commune.case(id).profile
  transfer(offices, id, commune, west)
  expect(town.case(id)).toMatchObject({ profile: { birth }, conflicts: [] })
  expect(commune.case(id).conflicts).toEqual([])
})

test('an office that ends names the first person with two versions, and how many others have some', () => {
  const { commune } = threeOffices()
  pairWith(commune, TOWN, 'successor')
  const ids = [profile.name, 'Lê Thị Lan', 'Vũ Thị Mai'].map((name) => register(commune, { ...profile, name }))
  const merger = { to: TOWN, on: move.on, reason: 'Nghị quyết số 12' }
  correctTwice(commune, ids.slice(0, 2))
  const refused = commune.call(succeedOffice, merger)
  expect(refused).toMatchObject({ ok: false, error: { code: 'CONFLICT_OPEN', data: { fields: ['birth'], others: 1 } } })
  for (const id of ids.slice(0, 2)) settle(commune, id)
  expect(commune.call(succeedOffice, merger)).toMatchObject({ ok: true, value: { value: { cases: 3 } } })
})

test('what a district has kept for a unit it hands over once its own two versions are settled', () => {
  const district = openDesk({ office: DISTRICT, capacities: ['proposes', 'decides'] })
  const id = register(district, profile)
  const { lower: town, branch: unit } = pairedBelow(district)
  correctTwice(district, [id])
  const pairing = { on: move.on, reason: 'pairing' }
  expect(district.call('case.handOver', { cases: [id], unit, ...pairing })).toMatchObject({
    ok: false,
    error: { code: 'CONFLICT_OPEN' },
  })
  expect(district.do('case.handOverMany', { ...pairing, rows: [{ case: id, unit }] }).value).toMatchObject({
    cases: 0,
    refused: [{ case: id, name: profile.name, reason: { code: 'CONFLICT_OPEN' } }],
  })
  settle(district, id)
  district.do('case.handOver', { cases: [id], unit, ...pairing })
  exchange(town, district)
  expect(town.case(id)).toMatchObject({ keeper: TOWN, conflicts: [] })
})
