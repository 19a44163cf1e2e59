/**
 * What an office kept to itself and then told to the office above goes on from what was told: the places of private lines
 * are no measure of it, since what is told never names them.
 */
import { expect, test } from 'vitest'
import { exampleList, modelList } from '../../../db/queries/follow.ts'
import { itemsAbout } from '../../../db/journal.ts'
import { foldTotals } from '../../../shared/model/target.ts'
import {
  COMMUNE,
  DISTRICT,
  openDesk,
  pairWith,
  register,
  replays,
  UNIT,
  valueOf,
  type Desk,
} from '../../support/journal-kit.ts'
import { exchange } from '../../support/journal-parcels.ts'

const TODAY = '2024-03-01'

/** A commune with a long private history, and the district above it, not paired yet. */
function twoOffices() {
  const commune = openDesk({ office: COMMUNE, today: TODAY })
  const district = openDesk({ office: DISTRICT, capacities: ['decides'], today: TODAY })
  for (const name of ['Lê Thị Lan', 'Trần Văn Bình', 'Vũ Thị Mai', 'Đỗ Văn Sơn']) register(commune, { name })
  const meet = () => {
    pairWith(commune, DISTRICT, 'superior')
    pairWith(district, COMMUNE, 'subordinate')
    exchange(commune, district)
  }
  return { commune, district, meet }
}

const models = (desk: Desk) =>
  desk
    .ask((db) => modelList(db, TODAY, {}))
    .rows.map(({ facts, results }) => [facts.name, results.map((one) => one.results)])
const examples = (desk: Desk) =>
  desk.ask((db) => exampleList(db, TODAY, {})).rows.map(({ facts, withdrawn }) => [facts.story, withdrawn === null])

const MODEL = { name: 'Câu lạc bộ', area: 'residential', place: UNIT, description: 'Mỗi quý một buổi' }
const EXAMPLE = { kind: 'goodPerson', area: 'production', name: 'Nguyễn Thị Hòa', place: UNIT }

test('a model changed after the pairing is the changed one on both sides, and is told once', () => {
  const { commune, district, meet } = twoOffices()
  const { model = '' } = valueOf(commune.do('model.register', MODEL))
  for (const name of ['Câu lạc bộ thôn', 'Câu lạc bộ thanh niên'])
    commune.do('model.register', { ...MODEL, model, name })
  commune.do('model.report', { model, on: TODAY, results: '5 người' })
  meet()
  commune.do('model.register', { ...MODEL, model, name: 'Câu lạc bộ phấn đấu vào Đảng' })
  exchange(commune, district)
  for (const desk of [commune, district]) {
    expect(models(desk)).toEqual([['Câu lạc bộ phấn đấu vào Đảng', ['5 người']]])
    expect(replays(desk)).toBe(true)
  }
  const again = pairWith(commune, DISTRICT, 'superior').entries.length
  expect(pairWith(commune, DISTRICT, 'superior').entries).toHaveLength(again)
  exchange(commune, district)
  expect(district.ask((db) => modelList(db, TODAY, {})).rows[0]?.results).toHaveLength(1)
})

test('totals of years before the program go up with the pairing, once; one typed anew stands on both sides', () => {
  const { commune, district, meet } = twoOffices()
  commune.do('total.type', { year: 2019, admitted: 3, members: 90 })
  commune.do('total.type', { year: 2019, admitted: 4, members: 90 })
  commune.do('total.type', { year: 2020, unit: UNIT, admitted: 1, lastAdmission: '2020-05-05' })
  meet()
  const totals = (desk: Desk) =>
    [COMMUNE, UNIT].map((owner) =>
      desk
        .ask((db) => foldTotals(owner, itemsAbout(db, 'target', owner)))
        .map(({ year, admitted, members, lastAdmission }) => [year, admitted, members, lastAdmission]),
    )
  const unit = [[2020, 1, null, '2020-05-05']]
  for (const desk of [commune, district]) expect(totals(desk)).toEqual([[[2019, 4, 90, null]], unit])
  commune.do('total.type', { year: 2019, admitted: 5, members: 91 })
  exchange(commune, district)
  for (const desk of [commune, district]) {
    expect(totals(desk)).toEqual([[[2019, 5, 91, null]], unit])
    expect(replays(desk)).toBe(true)
  }
  const told = pairWith(commune, DISTRICT, 'superior').entries.length
  expect(commune.do('total.type', { year: 2021, admitted: 2 }).entries).toHaveLength(1)
  expect(pairWith(commune, DISTRICT, 'superior').entries).toHaveLength(told)
})

test('an example that waited for consent is, once told, what was told', () => {
  const { commune, district, meet } = twoOffices()
  const { example = '' } = valueOf(commune.do('example.tell', { ...EXAMPLE, story: 'Nháp' }))
  commune.do('example.tell', { ...EXAMPLE, example, story: 'Nháp lần hai' })
  meet()
  const consent = { on: TODAY, how: 'written' }
  commune.do('example.tell', { ...EXAMPLE, example, story: 'Giúp 12 hộ', consent })
  exchange(commune, district)
  for (const desk of [commune, district]) expect(examples(desk)).toEqual([['Giúp 12 hộ', true]])
  commune.do('example.withdraw', { example, on: TODAY, reason: 'Không muốn nữa' })
  exchange(commune, district)
  for (const desk of [commune, district]) {
    expect(examples(desk)).toEqual([['Giúp 12 hộ', false]])
    expect(replays(desk)).toBe(true)
  }
})
