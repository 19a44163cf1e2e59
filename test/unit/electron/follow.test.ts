/** Models, examples and directives over real bundles: a commune and its district, units kept on paper. */
import { readFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import type { DocumentPreview } from '../../../shared/contract/documents.ts'
import type { JournalHealth } from '../../../shared/contract/answers.ts'
import type { ActivityList, ExampleRow, FollowList } from '../../../shared/contract/follow.ts'
import { itemsAbout } from '../../../db/journal.ts'
import { directivesInForce } from '../../../db/queries/follow.ts'
import { addBranch, carry, communeAndDistrict, pdfFile } from '../../support/journey.ts'
import { foundOffice, pair, type TestOffice } from '../../support/office.ts'
import { readStoreOf } from '../../support/office-picture.ts'
import { DIRECTIVE, directives, MODEL, models, waits } from '../../support/follow.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

// Whole offices over real files: on a busy machine one of these takes as long as many small tests.
vi.setConfig({ testTimeout: 90_000 })

const examples = async (office: TestOffice) => (await office.do<FollowList<ExampleRow>>('example.list')).rows

test('a model goes up with its results and scans, comes down without either, and another unit takes it up', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const unit = await addBranch(commune)
  const other = await addBranch(commune, 'Chi bộ thôn Đồng Ao')
  commune.at('2024-01-05')
  const scan = await scanOf(commune, root, 'anh-mo-hinh.pdf')
  const { model } = await commune.do<{ model: string }>('model.register', { ...MODEL, place: unit, scans: [scan] })
  await commune.do('model.report', { model, on: '2024-01-05', results: 'Kết nạp 3 đoàn viên', listed: 7, admitted: 3 })
  await carry(root, commune, district)
  expect(await models(district)).toMatchObject([
    {
      facts: { ...MODEL, place: { id: unit, name: 'Chi bộ thôn Đồng Sơn' }, scans: [scan] },
      results: [{ results: 'Kết nạp 3 đoàn viên', listed: 7, admitted: 3 }],
      own: false,
      officeName: 'Đảng ủy xã Đồng Hóa',
    },
  ])
  expect(await district.do('scan.get', { sha256: scan.sha256 })).toMatchObject({ type: 'application/pdf' })

  district.at('2024-01-09')
  await district.do('model.share', { model, description: MODEL.description, results: 'Kết nạp 3 đoàn viên trong năm' })
  const second = await foundOffice({ root, code: 'dong-son', name: 'Đảng ủy xã Đồng Sơn', capacities: ['proposes'] })
  await pair(second, district)
  const village = await addBranch(second, 'Chi bộ thôn Bút Sơn')
  await carry(root, district, second)
  expect(await models(second)).toMatchObject([
    { isKnownInFull: false, results: [], shared: { results: 'Kết nạp 3 đoàn viên trong năm' }, own: false },
  ])
  second.at('2024-01-15')
  await second.do('model.takeUp', { model, places: [village], on: '2024-01-15' })
  await carry(root, second, district)
  await commune.do('model.takeUp', { model, places: [other], on: '2024-01-05' })
  await carry(root, commune, district)
  expect((await models(district))[0]?.takenUp.map(({ place, on }) => [place.name, on])).toEqual([
    ['Chi bộ thôn Đồng Ao', '2024-01-05'],
    ['Chi bộ thôn Bút Sơn', '2024-01-15'],
  ])
  expect(await commune.refused('model.takeUp', { model, places: [unit], on: '2024-01-05' })).toMatchObject({
    code: 'IMPOSSIBLE',
    data: { what: 'takesUpOwnModel' },
  })
  expect(await district.refused('model.report', { model, on: '2024-01-09', results: 'x' })).toMatchObject({
    code: 'RECORDED_ELSEWHERE',
  })
  await replaysEqual(commune, district, second)
})

test('what was recorded before there was an office above goes up with the pairing, once, and what is kept here does not', async () => {
  const root = temporaryFolder()
  const commune = await foundOffice({ root, code: 'dong-hoa', name: 'Đảng ủy xã Đồng Hóa', capacities: ['proposes'] })
  const unit = await addBranch(commune)
  const other = await addBranch(commune, 'Chi bộ thôn Đồng Ao')
  commune.at('2024-01-05')
  const { model } = await commune.do<{ model: string }>('model.register', { ...MODEL, place: unit })
  await commune.do('model.report', { model, on: '2024-01-05', results: 'Đã có 5 người' })
  await commune.do('model.takeUp', { model, places: [other], on: '2024-01-05' })
  const story = { area: 'production', place: unit, story: 'Giúp 12 hộ' }
  await commune.do('example.tell', { ...story, kind: 'collective', name: 'Chi hội Phụ nữ thôn Đồng Sơn' })
  await commune.do('example.tell', { ...story, kind: 'exemplaryMember', name: 'Nguyễn Thị Hòa' })
  const { directive } = await commune.do<{ directive: string }>('directive.issue', DIRECTIVE)
  await commune.do('conference.record', {
    kind: 'study',
    title: 'Hội nghị quán triệt Chỉ thị số 19-CT/TU',
    date: '2024-01-04',
    place: unit,
    directive,
    invited: 60,
    attended: 40,
  })
  const district = await foundOffice({ root, code: 'kim-bang', name: 'Huyện ủy Kim Bảng', capacities: ['decides'] })
  await pair(commune, district)
  await carry(root, commune, district)
  for (const office of [commune, district])
    expect(await models(office)).toMatchObject([
      {
        facts: { name: MODEL.name },
        results: [{ results: 'Đã có 5 người' }],
        takenUp: [{ place: { name: 'Chi bộ thôn Đồng Ao' } }],
      },
    ])
  expect((await examples(district)).map(({ facts }) => facts.name)).toEqual(['Chi hội Phụ nữ thôn Đồng Sơn'])
  expect((await district.do<ActivityList>('activity.list', { year: 2024 })).conferences).toEqual([
    { kind: 'study', count: 1, attended: 40 },
  ])
  expect(await directives(district)).toEqual([])
  // What comes after goes on from there.
  await commune.do('model.report', { model, on: '2024-01-05', results: 'Thêm 2 người' })
  await carry(root, commune, district)
  expect((await models(district))[0]?.results.map(({ results }) => results)).toEqual(['Đã có 5 người', 'Thêm 2 người'])
  await replaysEqual(commune, district)
})

test('an example leaves the office once the person has agreed, and not before', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const unit = await addBranch(commune)
  commune.at('2024-01-05')
  const hoa = { kind: 'exemplaryMember', area: 'production', name: 'Nguyễn Thị Hòa', place: unit, story: 'Giúp 12 hộ' }
  const { example, told } = await commune.do<{ example: string; told: boolean }>('example.tell', hoa)
  await commune.do('example.tell', { ...hoa, kind: 'collective', name: 'Chi hội Phụ nữ thôn Đồng Sơn' })
  expect(told).toBe(false)
  await carry(root, commune, district)
  expect((await examples(district)).map(({ facts }) => facts.name)).toEqual(['Chi hội Phụ nữ thôn Đồng Sơn'])

  await commune.do('example.tell', { ...hoa, example, consent: { on: '2024-01-05', how: 'written' } })
  await carry(root, commune, district)
  const tellable = await district.do<FollowList<ExampleRow>>('example.list', { tellable: true })
  expect(tellable.rows.map(({ facts }) => facts.name)).toEqual(['Chi hội Phụ nữ thôn Đồng Sơn', 'Nguyễn Thị Hòa'])
  expect(await commune.refused('example.tell', { ...hoa, example })).toMatchObject({ code: 'CONSENT_NEEDED' })

  await commune.do('example.withdraw', { example, on: '2024-01-05', reason: 'Không muốn nêu tên nữa' })
  await carry(root, commune, district)
  expect((await examples(district)).map(({ facts, tellable: may }) => [facts.name, may])).toEqual([
    ['Chi hội Phụ nữ thôn Đồng Sơn', true],
    ['Nguyễn Thị Hòa', false],
  ])
  await replaysEqual(commune, district)
})

test('what was kept to ourselves stays with us to its end: an example never told, a directive on paper', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const unit = await addBranch(commune)
  commune.at('2024-01-12')
  const { example } = await commune.do<{ example: string }>('example.tell', {
    kind: 'exemplaryMember',
    area: 'production',
    name: 'Nguyễn Thị Hòa',
    place: unit,
    story: 'Giúp 12 hộ',
  })
  await commune.do('example.withdraw', { example, on: '2024-01-12', reason: 'Không muốn nêu tên' })
  const { directive, shared } = await commune.do<{ directive: string; shared: boolean }>('directive.issue', DIRECTIVE)
  expect(shared).toBe(false)
  await commune.do('directive.read', { directive, on: '2024-01-12' })
  await commune.do('directive.read', { directive, on: '2024-01-12', places: [unit] })
  await carry(root, commune, district)
  const told = await readStoreOf(district.paths, (db) => [
    ...itemsAbout(db, 'example', example),
    ...itemsAbout(db, 'directive', directive),
  ])
  expect(told).toEqual([])
  await replaysEqual(commune, district)
})

test('a directive goes to every office, is read there and by units on paper, and reports of its time cite it', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const village = await addBranch(commune)
  const onPaper = await addBranch(district, 'Đảng bộ thị trấn Quế', { type: 'baseCommittee', onPaper: true })
  district.at('2024-01-05')
  const { directive, shared } = await district.do<{ directive: string; shared: boolean }>('directive.issue', DIRECTIVE)
  expect(shared).toBe(true)
  await carry(root, district, commune)
  expect(await directives(commune)).toMatchObject([{ facts: DIRECTIVE, mustRead: true, read: null, inForce: true }])
  expect(await waits(commune)).toEqual([['directivesUnread', 1, '2024-01-31']])

  commune.at('2024-01-12')
  await commune.do('directive.read', { directive, on: '2024-01-12', by: 'Nguyễn Hữu Thọ' })
  expect(await commune.refused('directive.read', { directive, on: '2024-01-12' })).toMatchObject({
    code: 'ALREADY_RECORDED',
  })
  await commune.do('directive.read', { directive, on: '2024-01-12', places: [village] })
  await commune.do('conference.record', {
    kind: 'study',
    title: 'Hội nghị quán triệt Chỉ thị số 19-CT/TU',
    date: '2024-01-12',
    place: commune.id,
    directive,
    invited: 60,
    attended: 57,
  })
  await commune.do('publicity.count', {
    channel: 'radio',
    from: '2024-01-01',
    to: '2024-01-12',
    place: village,
    items: 6,
    directive,
  })
  expect(await waits(commune)).toEqual([])
  await carry(root, commune, district)
  await district.do('directive.read', { directive, on: '2024-01-05', places: [onPaper] })
  expect(await directives(district)).toMatchObject([
    {
      receipts: [
        { name: 'Đảng ủy xã Đồng Hóa', on: '2024-01-12', by: 'Nguyễn Hữu Thọ', onPaper: false },
        { name: 'Chi bộ thôn Đồng Sơn', on: '2024-01-12', onPaper: false },
        { name: 'Đảng bộ thị trấn Quế', on: '2024-01-05', onPaper: true },
      ],
      missing: [],
      conferences: 1,
      attended: 57,
    },
  ])
  for (const office of [commune, district])
    expect(await office.do<ActivityList>('activity.list', { year: 2024 })).toMatchObject({
      conferences: [{ kind: 'study', count: 1, attended: 57 }],
      publicity: [{ channel: 'radio', items: 6, reached: 0 }],
    })
  const cited = await readStoreOf(commune.paths, (db) => [
    directivesInForce(db, '2024-12-31').map(({ number }) => number),
    directivesInForce(db, '2026-01-01'),
  ])
  expect(cited).toEqual([['19-CT/TU'], []])
  const { fields } = await commune.do<DocumentPreview>('document.preview', {
    kind: 'periodReport',
    period: { kind: 'year', from: '2024-01-01', to: '2024-12-31' },
  })
  expect(fields.find(({ code }) => code === 'grounds')?.value).toBe(
    'Chỉ thị số 19-CT/TU ngày 20/02/2023 của Ban Thường vụ Tỉnh ủy về tiếp tục đẩy mạnh công tác phát triển đảng viên giai đoạn 2023-2025',
  )
  await replaysEqual(commune, district)
})

test('an office that decides nothing keeps the directive that it was given on paper to itself', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const { readBy: _none, ...paper } = DIRECTIVE
  expect(await commune.do('directive.issue', paper)).toMatchObject({ shared: false })
  await carry(root, commune, district)
  expect(await directives(district)).toEqual([])
  expect(await directives(commune)).toMatchObject([{ own: true, isShared: false, inForce: true }])
})

test('of a long year 200 conferences cross the port, and all of them are counted', async () => {
  const root = temporaryFolder()
  const office = await foundOffice({ root, code: 'xa', name: 'Đảng ủy xã Kim Thanh', capacities: ['decides'] })
  for (let n = 1; n <= 201; n += 1)
    await office.do('conference.record', {
      kind: 'subject',
      title: `Sinh hoạt chuyên đề ${n}`,
      date: '2024-01-02',
      place: office.id,
      attended: 10,
    })
  const list = await office.do<ActivityList>('activity.list', { year: 2024 })
  expect([list.rows.length, list.total, list.conferences]).toEqual([
    200,
    201,
    [{ kind: 'subject', count: 201, attended: 2010 }],
  ])
})

async function scanOf(office: TestOffice, root: string, name: string) {
  const base64 = readFileSync(pdfFile(`${root}/scans`, name)).toString('base64')
  return office.do<{ sha256: string; bytes: number; type: string; name: string }>('scan.add', { name, base64 })
}

async function replaysEqual(...offices: readonly TestOffice[]): Promise<void> {
  for (const office of offices)
    expect((await office.do<JournalHealth>('journal.health', { deep: true })).tables, office.name).toBe('equal')
}
