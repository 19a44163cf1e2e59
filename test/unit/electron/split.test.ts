/**
 * A commune is split between two new ones, over sealed sets and the office above: each person goes to one of them, every
 * side sees where, nobody is counted twice, and what the old one sends late is kept as a finding.
 */
import { expect, test, vi } from 'vitest'
import { periodOf } from '../../../shared/calendar/period.ts'
import type { CaseView } from '../../../shared/contract/answers.ts'
import {
  addBranch,
  carry,
  decide,
  foundCommune,
  foundDistrict,
  HOA,
  register,
  stageAt,
  submittedDossier,
} from '../../support/journey.ts'
import { pair, type TestOffice } from '../../support/office.ts'
import { keepersAt } from '../../support/office-picture.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

// Whole offices over real files: on a busy machine one of these takes as long as many small tests.
vi.setConfig({ testTimeout: 60_000 })

test('a commune is split in two: each person goes to one, is counted once on every side, and late entries are findings', async () => {
  const root = temporaryFolder()
  const district = await foundDistrict(root)
  const old = await foundCommune(root)
  const east = await foundCommune(root, 'hoa-dong', 'Đảng ủy xã Hóa Đông')
  const west = await foundCommune(root, 'hoa-tay', 'Đảng ủy xã Hóa Tây')
  const all = [district, old, east, west]
  for (const office of [old, east, west]) await pair(office, district)
  const unit = await addBranch(old)
  const eastUnit = await addBranch(east, 'Chi bộ thôn Đông')
  const westUnit = await addBranch(west, 'Chi bộ thôn Tây')
  const toEast = await register(old, unit, { name: 'Trần Văn Đông' })
  const toWest = await register(old, unit, { name: 'Lê Thị Tây' })
  const admitted = await submittedDossier(old, unit, HOA)
  for (const office of [old, east, west]) await carry(root, office, district)
  await decide(district, admitted)
  await carry(root, district, old)

  for (const office of all) office.at('2024-03-02')
  const split = { reason: 'split', on: '2024-03-01' }
  for (const id of [toEast, toWest, admitted])
    await old.do('case.proposeMove', { case: id, destination: 'Xã mới', ...split })
  await carry(root, old, district)
  await district.do('case.handOver', { cases: [toEast], unit: eastUnit, ...split })
  await district.do('case.handOver', { cases: [toWest, admitted], unit: westUnit, ...split })
  for (const office of [east, west]) await carry(root, district, office)
  // Before it hears of that, the old commune writes on.
  await old.do('candidate.correct', { case: toEast, change: { set: { name: 'Trần Văn Đồng' } } })
  await carry(root, old, district)
  await carry(root, district, old)

  expect(await keepers(old)).toEqual({})
  expect(await keepers(east)).toEqual({ [toEast]: east.id })
  expect(await keepers(west)).toEqual({ [toWest]: west.id, [admitted]: west.id })
  expect(await keepers(district)).toEqual({ [toEast]: east.id, [toWest]: west.id, [admitted]: west.id })
  expect([await stageAt(old, toEast), await stageAt(west, admitted)]).toEqual(['movedAway', 'admitted'])

  // The name that came late changes nothing, and both sides have it as a finding.
  const shared = async (office: TestOffice) => (await office.do<CaseView>('case.get', { case: toEast })).state
  for (const office of [district, old]) expect((await shared(office)).outside).toHaveLength(1)
  for (const office of [district, east]) expect((await shared(office)).profile.name).toBe('Trần Văn Đông')

  // Who was admitted before the split counts for the old one, once, whoever adds up.
  const period = periodOf('year', 2024, 1)
  const counted = async (office: TestOffice) => {
    const { report } = await office.do<{ report: Counted }>('report.get', { period })
    return { all: report.lines[0]?.number, of: Object.fromEntries(report.parts.map(({ id, number }) => [id, number])) }
  }
  expect(await counted(district)).toEqual({ all: 1, of: { [old.id]: 1, [east.id]: 0, [west.id]: 0 } })
  expect(await counted(old)).toMatchObject({ all: 1, of: { [unit]: 1 } })
  for (const office of [east, west]) expect(await counted(office)).toMatchObject({ all: 0 })
  for (const office of all) expect(await office.do('journal.health', { deep: true })).toMatchObject({ tables: 'equal' })
})

/** What a report says of the admissions. */
type Counted = {
  readonly lines: readonly { readonly number: number }[]
  readonly parts: readonly { readonly id: string; readonly number: number }[]
}

/** Who keeps each case that goes on, as an office has it. */
async function keepers(office: TestOffice): Promise<Readonly<Record<string, string>>> {
  return Object.fromEntries(await keepersAt(office))
}
