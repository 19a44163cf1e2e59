/** Inspections, ratings and measures over real bundles, and all of follow-up in one office that proposes and decides. */
import { expect, test, vi } from 'vitest'
import type { JournalHealth } from '../../../shared/contract/answers.ts'
import type { EmulationView, FollowList, InspectionRow, UnitFollow } from '../../../shared/contract/follow.ts'
import { itemsAbout } from '../../../db/journal.ts'
import { readStoreOf } from '../../support/office-picture.ts'
import { addBranch, carry, communeAndDistrict } from '../../support/journey.ts'
import { foundOffice, type TestOffice } from '../../support/office.ts'
import { DIRECTIVE, directives, MODEL, models, waits } from '../../support/follow.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

// Whole offices over real files: on a busy machine one of these takes as long as many small tests.
vi.setConfig({ testTimeout: 90_000 })

const inspections = async (office: TestOffice) => (await office.do<FollowList<InspectionRow>>('inspection.list')).rows

const INSPECTION = {
  kind: 'inspection',
  topic: 'Kiểm tra việc thực hiện Chỉ thị số 19-CT/TU',
  from: '2024-01-08',
  to: '2024-01-10',
  lead: 'Lê Quang Vinh',
} as const

test('an inspection reaches the office inspected; what it mends comes back, is looked at, and is done with', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const unit = await addBranch(commune)
  await carry(root, commune, district)
  district.at('2024-01-08')
  const { inspection } = await district.do<{ inspection: string }>('inspection.plan', {
    ...INSPECTION,
    place: commune.id,
  })
  const { finding } = await district.do<{ finding: string }>('inspection.find', {
    inspection,
    kind: 'shortcoming',
    what: 'Chưa rà soát danh sách quý IV',
    demand: 'Rà soát, bổ sung danh sách',
    due: '2024-01-31',
  })
  await district.do('inspection.find', { inspection, kind: 'strength', what: 'Giao chỉ tiêu kịp thời' })
  district.at('2024-01-10')
  await district.do('inspection.conclude', { inspection, on: '2024-01-10', summary: 'Cơ bản thực hiện tốt' })
  await carry(root, district, commune)
  expect(await inspections(commune)).toMatchObject([
    { received: true, mayMend: true, due: '2024-01-31', end: { summary: 'Cơ bản thực hiện tốt' } },
  ])
  expect(await waits(commune)).toEqual([['findingsToMend', 1, '2024-01-31']])
  // The office that inspects says nothing in the name of the one inspected.
  expect(await district.refused('inspection.mend', { inspection, finding, on: '2024-01-10', note: 'x' })).toMatchObject(
    {
      code: 'RECORDED_ELSEWHERE',
    },
  )

  commune.at('2024-01-20')
  await commune.do('inspection.mend', { inspection, finding, on: '2024-01-20', note: 'Đã rà soát xong' })
  expect(await waits(commune)).toEqual([])
  await carry(root, commune, district)
  district.at('2024-02-01')
  expect((await waits(district)).filter(([code]) => code === 'mendingsToCheck')).toEqual([['mendingsToCheck', 1, null]])
  await district.do('inspection.check', { inspection, finding, on: '2024-02-01', outcome: 'partly', due: '2024-02-15' })
  await carry(root, district, commune)
  commune.at('2024-02-20')
  expect((await inspections(commune))[0]).toMatchObject({ due: '2024-02-15', overdue: 1 })
  await commune.do('inspection.mend', { inspection, finding, on: '2024-02-20', note: 'Đã bổ sung 4 người' })
  await carry(root, commune, district)
  district.at('2024-02-21')
  await district.do('inspection.check', { inspection, finding, on: '2024-02-21', outcome: 'mended' })
  await carry(root, district, commune)
  for (const office of [commune, district])
    expect((await inspections(office))[0]?.findings.map(({ standing, dueNow }) => [standing, dueNow])).toEqual([
      ['mended', null],
      ['nothingToMend', null],
    ])
  expect(await commune.refused('inspection.mend', { inspection, finding, on: '2024-02-20', note: 'x' })).toMatchObject({
    code: 'NOTHING_TO_MEND',
    data: { mended: true },
  })

  // The same pages at the level below: the commune inspects its own branch, and the district is not told.
  const { inspection: own } = await commune.do<{ inspection: string }>('inspection.plan', {
    ...INSPECTION,
    kind: 'supervision',
    place: unit,
  })
  const { finding: small } = await commune.do<{ finding: string }>('inspection.find', {
    inspection: own,
    kind: 'shortcoming',
    what: 'Chậm phân công',
    due: '2024-01-31',
  })
  await commune.do('inspection.mend', { inspection: own, finding: small, on: '2024-02-20', note: 'Đã phân công' })
  await commune.do('inspection.check', { inspection: own, finding: small, on: '2024-02-20', outcome: 'mended' })
  await carry(root, commune, district)
  expect((await inspections(district)).length).toBe(1)
  expect(await readStoreOf(district.paths, (db) => itemsAbout(db, 'inspection', own))).toEqual([])
  expect((await commune.do<UnitFollow>('unit.follow', { unit })).inspections.map(({ id }) => id)).toEqual([own])
  await replaysEqual(commune, district)
})

test('the year is rated with its results in sight; suggestions come from the data and go when a person has decided', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const unit = await addBranch(commune)
  await district.do('target.set', { year: 2023, number: 5, office: commune.id })
  await carry(root, commune, district)
  await carry(root, district, commune)
  district.at('2024-01-15')
  const before = await district.do<EmulationView>('emulation.get', { year: 2023 })
  expect(before.results.find(({ id }) => id === commune.id)).toMatchObject({ plan: 5, admitted: 0 })
  expect(before.proposals.filter(({ place }) => place === commune.id)).toMatchObject([
    { code: 'planMissed', plan: 5, admitted: 0 },
  ])
  expect(before.isOver).toBe(true)

  await district.do('rating.record', {
    year: 2023,
    document: { number: '12-TB/HU', date: '2024-01-12' },
    rows: [
      { place: commune.id, as: 'committee', level: 'Hoàn thành nhiệm vụ', rank: 3 },
      { place: commune.id, as: 'head', name: 'Nguyễn Hữu Thọ', post: 'Bí thư', level: 'Hoàn thành nhiệm vụ', rank: 3 },
    ],
  })
  await district.do('correction.record', {
    year: 2023,
    place: commune.id,
    form: 'Yêu cầu báo cáo, giải trình',
    reason: 'Không hoàn thành chỉ tiêu',
    on: '2024-01-15',
    due: '2024-01-31',
    proposal: 'planMissed',
  })
  expect((await district.do<EmulationView>('emulation.get', { year: 2023 })).proposals).toEqual(
    before.proposals.filter(({ place }) => place !== commune.id),
  )
  // Rated anew: the newer stands alone.
  await district.do('rating.record', {
    year: 2023,
    rows: [{ place: commune.id, as: 'committee', level: 'Hoàn thành tốt nhiệm vụ', rank: 2 }],
  })
  await carry(root, district, commune)
  commune.at('2024-01-20')
  const below = await commune.do<EmulationView>('emulation.get', { year: 2023 })
  expect(below.ratings.map(({ as, level, own }) => [as, level, own])).toEqual([
    ['committee', 'Hoàn thành tốt nhiệm vụ', false],
    ['head', 'Hoàn thành nhiệm vụ', false],
  ])
  expect(below.measures).toMatchObject([{ what: 'correction', own: false, facts: { due: '2024-01-31' } }])

  await commune.do('commendation.record', {
    year: 2023,
    place: unit,
    form: 'Giấy khen',
    reason: 'Tạo nguồn tốt',
    on: '2024-01-20',
  })
  await commune.do('proposal.dismiss', { year: 2023, place: unit, proposal: 'idleBranch', reason: 'Chi bộ mới lập' })
  expect(
    (await commune.do<EmulationView>('emulation.get', { year: 2023 })).measures.map(({ what }) => what).toSorted(),
  ).toEqual(['commendation', 'correction', 'dismissal'])
  expect(
    await commune.refused('rating.record', {
      year: 2023,
      rows: [{ place: commune.id, as: 'committee', level: 'Hoàn thành tốt nhiệm vụ', rank: 2 }],
    }),
  ).toMatchObject({ code: 'ROW_REFUSED', data: { reason: { code: 'NOT_BELOW' } } })
  expect(
    await commune.refused('commendation.record', {
      year: 2023,
      place: district.id,
      form: 'Giấy khen',
      reason: 'x',
      on: '2024-01-20',
    }),
  ).toMatchObject({ code: 'NOT_BELOW' })
  await replaysEqual(commune, district)
})

test('one office that proposes and decides does all of it by itself, also for a unit on paper and by its own levels', async () => {
  const root = temporaryFolder()
  const office = await foundOffice({
    root,
    code: 'xa-moi',
    name: 'Đảng ủy xã Kim Thanh',
    capacities: ['proposes', 'decides'],
    today: '2024-01-15',
  })
  const unit = await addBranch(office)
  const paper = await addBranch(office, 'Chi bộ Trường THCS', { onPaper: true, sector: 'school' })
  const { model } = await office.do<{ model: string }>('model.register', { ...MODEL, place: unit })
  await office.do('model.share', { model, description: MODEL.description })
  await office.do('model.takeUp', { model, places: [paper], on: '2024-01-15' })
  expect((await models(office))[0]?.takenUp).toMatchObject([{ onPaper: true }])
  const { directive } = await office.do<{ directive: string }>('directive.issue', DIRECTIVE)
  expect((await directives(office))[0]).toMatchObject({ mustRead: false, missing: [{ id: paper, isUnit: true }] })
  await office.do('directive.read', { directive, on: '2024-01-15', places: [paper, unit] })
  expect((await directives(office))[0]?.missing).toEqual([])
  const { inspection } = await office.do<{ inspection: string }>('inspection.plan', { ...INSPECTION, place: paper })
  const { finding } = await office.do<{ finding: string }>('inspection.find', {
    inspection,
    kind: 'breach',
    what: 'Thiếu biên bản',
    due: '2024-01-12',
  })
  expect(await waits(office)).toContainEqual(['mendingsLate', 1, '2024-01-12'])
  await office.do('inspection.mend', { inspection, finding, on: '2024-01-15', note: 'Đã bổ sung' })
  expect((await inspections(office))[0]?.findings[0]?.mendings).toMatchObject([{ onPaper: true }])
  await office.do('setting.change', { key: 'ratingLevels', value: 'Xuất sắc\nTốt\nTrung bình' })
  expect(
    await office.refused('rating.record', {
      year: 2023,
      rows: [{ place: unit, as: 'branch', level: 'Hoàn thành nhiệm vụ', rank: 3 }],
    }),
  ).toMatchObject({ data: { reason: { code: 'RATING_LEVEL_UNKNOWN' } } })
  await office.do('rating.record', { year: 2023, rows: [{ place: unit, as: 'branch', level: 'Tốt', rank: 2 }] })
  expect(
    await office.refused('rating.record', {
      year: 2025,
      rows: [{ place: unit, as: 'branch', level: 'Tốt', rank: 2 }],
    }),
  ).toMatchObject({ code: 'YEAR_TO_COME' })
  expect(await office.do<UnitFollow>('unit.follow', { unit })).toMatchObject({
    models: [{ id: model }],
    ratings: [{ level: 'Tốt' }],
  })
  await replaysEqual(office)
})

async function replaysEqual(...offices: readonly TestOffice[]): Promise<void> {
  for (const office of offices)
    expect((await office.do<JournalHealth>('journal.health', { deep: true })).tables, office.name).toBe('equal')
}
