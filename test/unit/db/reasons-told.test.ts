/**
 * Why something was corrected, chosen or taken back stands in the history of a case, here and at whoever was sent it.
 */
import { expect, test } from 'vitest'
import { loadJudging } from '../../../db/load-rules.ts'
import { caseView } from '../../../db/queries/cases.ts'
import { settlementOf } from '../../../shared/model/case/settlement.ts'
import {
  COMMUNE,
  communeAndDistrict,
  openDesk,
  register,
  siblingOf,
  submit,
  type Desk,
} from '../../support/journal-kit.ts'
import { exchange, meet } from '../../support/journal-parcels.ts'

const told = (desk: Desk, id: string) =>
  desk.ask((db) => caseView(db, id, loadJudging(db, '2024-01-15')))?.timeline.map(({ kind, reason }) => [kind, reason])

test('the reason of whoever chose between two versions is read at the other computer', () => {
  const mine = openDesk({ office: COMMUNE })
  const theirs = siblingOf(mine, 'b', {})
  const id = register(mine)
  meet(mine, theirs)
  mine.do('candidate.correct', { case: id, change: { set: { residence: 'thôn Bãi' } } })
  theirs.do('candidate.correct', { case: id, change: { set: { residence: 'thôn Núi' } } })
  meet(mine, theirs)
  const [conflict] = mine.case(id).conflicts
  const settlement = conflict && settlementOf(conflict, conflict.versions[0]?.entry ?? '')
  if (!settlement) throw new Error('the two do not differ')
  theirs.do(settlement.command, { case: id, ...settlement.input, reason: 'Đã xem sổ hộ khẩu' })
  meet(mine, theirs)
  const reasons = (told(mine, id) ?? []).filter(([kind]) => kind === 'candidate.corrected').map(([, reason]) => reason)
  expect(reasons).toEqual([null, null, 'Đã xem sổ hộ khẩu'])
})

test('the reason of what was taken back after sending is read where it was sent; that of a correction stays here', () => {
  const { commune, district } = communeAndDistrict()
  const id = register(commune)
  submit(commune, id)
  commune.do('candidate.correct', { case: id, change: { set: { residence: 'thôn Bãi' } }, reason: 'Ghi nhầm thôn' })
  exchange(commune, district)
  commune.do('entry.retract', { entry: commune.case(id).submissions[0]?.entry, reason: 'Gửi nhầm hồ sơ' })
  exchange(commune, district)
  expect(told(commune, id)).toContainEqual(['candidate.corrected', 'Ghi nhầm thôn'])
  for (const desk of [commune, district]) expect(told(desk, id)).toContainEqual(['entry.retracted', 'Gửi nhầm hồ sơ'])
})
