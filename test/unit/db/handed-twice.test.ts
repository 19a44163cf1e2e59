/**
 * Two computers of the district hand one case over, each to another office, before they hear of each other: one keeper in
 * the end, the other office hears of it, and a person sees both hand-overs and has the last word.
 */
import { expect, test } from 'vitest'
import { stageOf } from '../../../shared/model/stage.ts'
import { caseView } from '../../../db/queries/cases.ts'
import { loadJudging } from '../../../db/load-rules.ts'
import { prepared } from '../../../db/transaction.ts'
import { give, merge, move, pairedBelow, threeOffices } from '../../support/hand-over.ts'
import { COMMUNE, register, replays, siblingOf, TOWN, type Desk } from '../../support/journal-kit.ts'
import { exchange, meet, packForSibling, takeIn } from '../../support/journal-parcels.ts'

const OTHER = 'e'.repeat(26)
const profile = { name: 'Đặng Thùy Dung', birth: '1999-04-05', sex: 'female' }

/**
 * A case of the commune that both computers of the district have handed over; `exchangeAll`: all hear of all.
 * @param isBusy - the first computer has told the commune more before, so that its word is the later one in the history
 */
function handedTwice(isBusy: boolean) {
  const { commune, town, district, west } = threeOffices()
  const { lower: other, branch: east } = pairedBelow(district, { office: OTHER, seed: 'other' }, 'Chi bộ Đông')
  const id = register(commune, profile)
  commune.do('case.proposeMove', { case: id, destination: 'Nơi khác', ...move })
  const another = register(commune, { name: 'Lê Thị Lan' })
  commune.do('case.proposeMove', { case: another, destination: 'Nơi khác', ...move })
  exchange(commune, district)
  const two = siblingOf(district, 'b', { [COMMUNE]: 'subordinate', [TOWN]: 'subordinate', [OTHER]: 'subordinate' })
  takeIn(two, packForSibling(district, two.device))
  if (isBusy) district.do('case.handOver', { cases: [another], unit: west, ...move })
  district.do('case.handOver', { cases: [id], unit: west, ...move })
  two.do('case.handOver', { cases: [id], unit: east, ...move })
  const exchangeAll = () => {
    for (const lower of [commune, town, other]) exchange(lower, district)
  }
  const desks = [commune, town, other, district, two]
  return { commune, town, other, district, two, east, west, id, exchangeAll, desks }
}

const keeping = (desk: Desk, id: string) =>
  desk.ask((db) => prepared<{ keeper: string }>(db, 'SELECT keeper FROM cases WHERE ended = 0 AND case_id = ?').all(id))
const handOversAbout = (desk: Desk, id: string) =>
  desk.ask(
    (db) =>
      prepared<{ n: number }>(
        db,
        `SELECT count(*) AS n FROM journal WHERE subject_id = ? AND kind = 'case.handedOver'`,
      ).get(id)?.n,
  )

test.each([false, true])('one of two hand-overs counts everywhere, the other office hears of it (%s)', (isBusy) => {
  const { commune, town, other, district, two, id, exchangeAll, desks } = handedTwice(isBusy)
  meet(district, two)
  exchangeAll()
  const keeper = district.case(id).keeper
  const [right, wrong] = keeper === TOWN ? [town, other] : [other, town]
  for (const desk of [commune, district, two, right, wrong]) expect(desk.case(id).keeper).toBe(keeper)
  expect(keeping(right, id)).toEqual([{ keeper }])
  expect(keeping(wrong, id)).toEqual([])
  expect(stageOf(wrong.case(id))).toBe('movedAway')
  expect(wrong.call('helper.assign', { case: id, name: 'Lại Văn Đức', from: '2023-10-01' })).toMatchObject({
    ok: false,
    error: { code: 'CASE_NOT_KEPT_HERE' },
  })
  // A person at the district is told of both.
  const view = district.ask((db) => caseView(db, id, loadJudging(db, '2024-01-15')))
  expect(view?.outside.map(({ kind, why }) => [kind, why])).toEqual([
    ['case.handedOver', 'handedTwice'],
    ['case.handedOver', 'handedTwice'],
  ])
  expect(view?.assessment.findings.map(({ code }) => code)).toContain('C36-other')
  // It is told once, however often all meet.
  const told = handOversAbout(district, id)
  for (let round = 0; round < 2; round += 1) {
    meet(district, two)
    exchangeAll()
  }
  expect(handOversAbout(district, id)).toBe(told)
  for (const desk of desks) expect(replays(desk)).toBe(true)
})

test('what was recorded where the case was given in vain is told there as left behind', () => {
  const { town, other, district, two, id, exchangeAll } = handedTwice(true)
  exchange(town, district)
  const [entry] = town.do('helper.assign', { case: id, name: 'Lại Văn Đức', from: '2023-10-01' }).entries
  exchange(town, district)
  meet(district, two)
  exchangeAll()
  expect(district.case(id).keeper).toBe(OTHER)
  expect(town.case(id)).toMatchObject({ keeper: OTHER, leftBehind: [entry] })
  expect(other.case(id)).toMatchObject({ keeper: OTHER, helpers: [], leftBehind: [] })
})

test.each([false, true])('the district gives the case to the other office after all (%s)', (isBusy) => {
  const { town, other, district, two, id, east, west, exchangeAll, desks } = handedTwice(isBusy)
  meet(district, two)
  exchangeAll()
  const isTown = district.case(id).keeper === TOWN
  district.do('case.handOver', { cases: [id], unit: isTown ? east : west, reason: 'transfer', on: move.on })
  for (let round = 0; round < 2; round += 1) {
    meet(district, two)
    exchangeAll()
  }
  const [right, wrong] = isTown ? [other, town] : [town, other]
  for (const desk of [right, wrong, district, two]) expect(desk.case(id).keeper).toBe(right.office)
  expect(keeping(right, id)).toEqual([{ keeper: right.office }])
  expect(keeping(wrong, id)).toEqual([])
  for (const desk of desks) expect(replays(desk)).toBe(true)
})

test('so it is where the keeper was merged into another office before it heard that the case had gone', () => {
  const { commune, town, district } = threeOffices()
  const { lower: other, branch: east } = pairedBelow(district, { office: OTHER, seed: 'other' }, 'Chi bộ Đông')
  const id = register(commune, profile)
  give({ district }, id, commune, east)
  exchange(other, district)
  merge({ commune, town, district })
  exchange(other, district)
  exchange(town, district)
  for (const desk of [town, other, district]) expect(desk.case(id).keeper, desk.office).toBe(OTHER)
  expect(keeping(town, id)).toEqual([])
  expect(stageOf(town.case(id))).toBe('movedAway')
  const told = handOversAbout(district, id)
  exchange(town, district)
  expect(handOversAbout(district, id)).toBe(told)
  for (const desk of [town, other, district]) expect(replays(desk)).toBe(true)
})
