/** Every list, as it goes to a spreadsheet and to paper: the same rows, narrowed as its page is, without what was not chosen. */
import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type ExcelJS from 'exceljs'
import { beforeAll, expect, test, vi } from 'vitest'
import type { ReviewList } from '../../../shared/contract/answers.ts'
import type { BackupListing } from '../../../shared/contract/backups.ts'
import type { ClassList } from '../../../shared/contract/classes.ts'
import type { Batch, ListPage } from '../../../shared/contract/lists.ts'
import { queueOf, QueueShown } from '../../../shared/contract/review-queue.ts'
import type { MeetingRow } from '../../../shared/contract/meetings.ts'
import type { RulesView } from '../../../shared/contract/rules.ts'
import { ListName } from '../../../shared/documents/codes.ts'
import { periodAndValues } from '../../../shared/rules/rule-values.ts'
import { LIST_NAMES, obstacleSentence, showDay, VERDICTS } from '../../../shared/words/vi.ts'
import { addBranch, HOA, register } from '../../support/journey.ts'
import type { TestOffice } from '../../support/office.ts'
import { DUC, paperwork, type Paperwork } from '../../support/paperwork.ts'
import { sheetOf } from '../../support/read-sheet.ts'
import { temporaryFolder, temporaryFolderOfFile } from '../../support/temporary-folder.ts'

// Whole offices over real files: on a busy machine one of these takes as long as many small tests.
vi.setConfig({ testTimeout: 60_000 })

const root = temporaryFolderOfFile()
let story: Paperwork

beforeAll(async () => {
  story = await paperwork(root)
  await recordFollowUp(story)
}, 60_000)

/** What the story lacks for a list of everything. */
async function recordFollowUp({ commune, district, hoa, duc }: Paperwork): Promise<void> {
  const unit = await addBranch(commune, 'Chi bộ Trường THPT Kim Bảng', { sector: 'school' })
  const pupil = await register(commune, unit, { name: 'Trịnh Bảo Ngọc', birth: '2006-03-02' })
  const later = await register(commune, unit, { name: 'Cao Gia Huy', birth: '2007-09-05' })
  const place = { schoolYear: '2023-2024', leavesOn: '2024-05-31' }
  await commune.do('pupil.place', { ...place, class: '12A1', cases: [pupil] })
  await commune.do('pupil.place', { ...place, class: '11A2', cases: [later], leavesOn: '2025-05-31' })
  await commune.do('pupil.evaluate', {
    schoolYear: '2023-2024',
    term: 1,
    date: '2024-01-15',
    rows: [{ case: pupil, summary: 'ready', criteria: [{ criterion: 'Đạo đức', result: 'met' }] }],
  })
  await commune.do('class.nominate', { case: later, class: 'awareness', date: '2024-01-15' })
  await commune.do('member.add', { name: 'Trần Văn Bình', unit, post: 'Bí thư chi bộ', officialDate: '2010-02-03' })
  const father = { id: randomUUID(), relation: 'father', name: 'Lê Văn Thành', birthYear: 1958, living: true }
  await commune.do('resume.record', {
    case: hoa,
    date: '2023-09-05',
    relatives: [{ ...father, partyMember: true }],
    periods: [{ from: '2003', what: 'Làm ruộng' }],
    reason: 'Khai bổ sung',
  })
  const { directive } = await district.do<{ directive: string }>('directive.issue', {
    kind: 'directive',
    number: '19-CT/TU',
    date: '2024-01-10',
    issuer: 'Tỉnh ủy Hà Nam',
    title: 'Tăng cường công tác phát triển đảng viên',
    readBy: '2024-03-31',
  })
  const below = district.id
  await district.do('conference.record', {
    kind: 'study',
    title: 'Hội nghị quán triệt chỉ thị',
    date: '2024-02-01',
    place: below,
    attended: 45,
    directive,
  })
  await district.do('publicity.count', {
    channel: 'radio',
    from: '2024-02-05',
    to: '2024-02-20',
    place: below,
    items: 12,
  })
  await district.do('inspection.plan', {
    kind: 'inspection',
    topic: 'Thực hiện chỉ tiêu kết nạp đảng viên',
    place: commune.id,
    from: '2024-02-20',
    to: '2024-02-26',
  })
  await district.do('rating.record', {
    year: 2023,
    rows: [{ place: commune.id, as: 'committee', level: 'Hoàn thành tốt nhiệm vụ', rank: 2 }],
  })
  await district.do('commendation.record', {
    year: 2023,
    place: commune.id,
    form: 'Giấy khen',
    reason: 'Vượt chỉ tiêu',
    on: '2024-01-15',
  })
  await district.do('consent.request', { case: duc, kind: 'overAge', date: '2024-02-27', to: 'Ban Thường vụ Tỉnh ủy' })
  for (const office of [commune, district]) {
    const place = join(root, `sao lưu ${office.id}`)
    mkdirSync(place)
    await office.do('setting.change', { key: 'backupFolder', value: place })
    await office.do('backup.create')
  }
}

/** The cells of a list as it is printed, under their titles, without the count in front. */
async function printed(office: TestOffice, asked: object): Promise<readonly Record<string, unknown>[]> {
  const { columns, rows } = await office.do<ListPage>('list.read', asked)
  return rows.map((row) => Object.fromEntries(columns.slice(1).map(({ title }, place) => [title, row[place + 1]])))
}

test.each(ListName.options)('%s is written and printed with the same rows', async (what) => {
  const { commune, district } = story
  for (const office of [commune, district]) {
    const to = join(temporaryFolder(), `${what}.xlsx`)
    // Read first: the log of what was written has one line more afterwards.
    const page = await office.do<ListPage>('list.read', { what })
    const written = await office.do<{ rows: number }>('list.write', { what, to, why: 'Báo cáo' })
    expect(page.title).toBe(LIST_NAMES[what])
    expect([written.rows, page.rows.length]).toEqual([page.total, page.total])
    const sheet = await sheetOf(to)
    const head = page.subtitle === undefined ? 4 : 5
    expect(titlesOf(sheet, head)).toEqual(page.columns.map(({ title }) => title))
    expect(sheet.actualRowCount).toBe(head + page.total)
  }
})

test('every list has rows in one of the two offices, so that none of the above was of nothing', async () => {
  const { commune, district } = story
  const empty: string[] = []
  for (const what of ListName.options) {
    const narrow = { year: what === 'activities' ? 2024 : 2023 }
    const asked = what === 'ratings' || what === 'measures' || what === 'activities' ? { what, narrow } : { what }
    const counts = await Promise.all([commune, district].map(async (one) => (await printed(one, asked)).length))
    if (Math.max(...counts) === 0) empty.push(what)
  }
  // Nobody in the story is a double of another or has still to attend a class; documents.test.ts has a monthly review, and
  // same-units.test.ts people to be handed over.
  expect(empty).toEqual(['reviews', 'duplicates', 'owed', 'handOver'])
})

test('the register of decisions says what was decided and how far it has come, as far as it is asked for', async () => {
  const { district } = story
  const all = await printed(district, { what: 'decisions' })
  expect(all.map((row) => [row['Số quyết định'], row['Họ và tên'], row['Nội dung xét'], row['Kết quả']])).toEqual([
    ['61-QĐ/HU', 'Vũ Thị Ngân', 'Công nhận đảng viên chính thức', 'Công nhận đảng viên chính thức'],
    ['345-QĐ/HU', 'Nguyễn Thị Hòa', 'Kết nạp', 'Đồng ý kết nạp'],
    ['12-QĐ/HU', 'Vũ Thị Ngân', 'Kết nạp', 'Đồng ý kết nạp'],
  ])
  expect(all[0]).toMatchObject({
    'Ngày quyết định': '2024-02-27',
    'Việc gửi về đơn vị': 'Chưa gửi về đơn vị',
    'Ngày đơn vị nhận': null,
  })
  expect(await printed(district, { what: 'decisions', narrow: { year: 2023 } })).toHaveLength(1)
  expect(await printed(district, { what: 'decisions', narrow: { text: 'hoa' } })).toHaveLength(1)
  const open = await printed(district, { what: 'decisions', narrow: { state: 'open' } })
  expect(open.map((row) => row['Số quyết định'])).not.toContain('12-QĐ/HU')
})

test('the queue of review goes to paper as its page is narrowed', async () => {
  const { commune, district } = story
  const { rows } = await district.do<ReviewList>('review.list')
  const names = async (queue: object) =>
    (await printed(district, { what: 'reviewQueue', queue })).map((row) => row['Họ và tên'])
  const all = { whose: 'all', text: '' }
  for (const shown of QueueShown.options) {
    const page = queueOf(rows, { ...all, shown })
    expect([shown, await names({ ...all, shown })]).toEqual([shown, page.map(({ name }) => name)])
  }
  const [back] = queueOf(rows, { ...all, shown: 'returned' })
  expect(back).toMatchObject({ name: DUC.name, reviewer: null })
  for (const [narrowed, expected] of [
    [{ text: 'dang minh' }, [DUC.name]],
    [{ text: 'không có ai' }, []],
    [{ whose: 'nobody' }, [DUC.name]],
    [{ whose: commune.id }, []],
  ] as const)
    expect([narrowed, await names({ ...all, shown: 'returned', ...narrowed })]).toEqual([narrowed, expected])
})

test('pupils leave with what lies ahead of them, class by class', async () => {
  const { commune } = story
  const all = await printed(commune, { what: 'pupils' })
  expect(all.map((row) => [row['Họ và tên'], row['Lớp']])).toEqual([
    ['Cao Gia Huy', '11A2'],
    ['Trịnh Bảo Ngọc', '12A1'],
  ])
  expect(all[1]).toMatchObject({
    'Ngày sinh': '2006-03-02',
    'Ngày ra trường': '2024-05-31',
    'Đánh giá gần nhất': 'Đủ điều kiện đề nghị xem xét',
    'Kỳ đánh giá': 'Học kỳ 1, 2023-2024',
    'Đã đề nghị cử đi học': 'Chưa',
    'Ngày đủ tuổi': '2024-03-02',
    'Khả năng xem xét': 'Xem xét được tại trường',
  })
  expect(await printed(commune, { what: 'pupils', pupils: { class: '12A1' } })).toHaveLength(1)
})

test('a return is one row with its remarks, and leaves the list of open ones once it is sent again', async () => {
  const { district } = story
  expect(await printed(district, { what: 'returns', narrow: { state: 'open' } })).toEqual([
    expect.objectContaining({
      'Họ và tên': 'Đặng Minh Đức',
      'Số công văn': '21-CV/BTCHU',
      'Nội dung phải bổ sung':
        'Lý lịch của người xin vào Đảng: Thiếu nhận xét của chi ủy; chưa đóng dấu giáp lai; Bổ sung nhận xét của chi ủy nơi cư trú',
      'Bổ sung trước ngày': '2024-03-15',
      'Ngày gửi lại': null,
    }),
  ])
  expect(await printed(district, { what: 'returns', narrow: { state: 'done' } })).toEqual([])
})

test('follow-up leaves with its figures', async () => {
  const { district } = story
  expect(await printed(district, { what: 'directives' })).toEqual([
    expect.objectContaining({
      'Số văn bản': '19-CT/TU',
      'Số hội nghị': 1,
      'Số người dự': 45,
      'Số nơi chưa quán triệt': 1,
    }),
  ])
  const activities = await printed(district, { what: 'activities', narrow: { year: 2024 } })
  expect(activities.map((row) => [row['Từ ngày'], row['Số người dự'], row['Số tin, bài, buổi']])).toEqual([
    ['2024-02-05', null, 12],
    ['2024-02-01', 45, null],
  ])
  expect(await printed(district, { what: 'activities', narrow: { year: 2023 } })).toEqual([])
  expect(await printed(district, { what: 'measures', narrow: { year: 2023 } })).toMatchObject([
    { Việc: 'Khen thưởng', 'Hình thức, đề xuất': 'Giấy khen', 'Lý do': 'Vượt chỉ tiêu' },
  ])
})

test('a class leaves with its results and certificates, one class or all', async () => {
  const { district } = story
  const { rows } = await district.do<ClassList>('class.list', {})
  const held = rows.find(({ passed }) => passed > 0)?.id
  const to = join(temporaryFolder(), 'hoc-vien.xlsx')
  await district.do('list.write', { what: 'roster', class: held, to, why: 'Cấp giấy chứng nhận' })
  const sheet = await sheetOf(to)
  const [titles, cells] = [titlesOf(sheet, 4), titlesOf(sheet, 5)]
  const cell = (title: string) => cells[titles.indexOf(title)]
  expect(['Họ và tên', 'Kết quả', 'Số giấy chứng nhận'].map(cell)).toEqual([HOA.name, 'Hoàn thành', '08/CN'])
  expect(['Ngày cấp', 'Ngày sinh'].map(cell)).toEqual([new Date('2024-02-23'), new Date(HOA.birth ?? '')])
  expect(await printed(district, { what: 'roster', class: held })).toHaveLength(1)
  expect(await printed(district, { what: 'roster' })).toHaveLength(rows.reduce((sum, { seats }) => sum + seats, 0))
  const unknown = randomUUID()
  for (const name of ['list.read', 'list.write'])
    expect(
      await district.refused(name, {
        what: 'roster',
        class: unknown,
        ...(name === 'list.write' ? { to, why: 'Báo cáo' } : {}),
      }),
    ).toMatchObject({ code: 'NOT_FOUND', data: { what: 'class', id: unknown } })
})

test('a meeting leaves with its votes and decisions, one meeting or all', async () => {
  const { district } = story
  const [row] = (await district.do<{ meetings: readonly MeetingRow[] }>('meeting.list', {})).meetings
  const to = join(temporaryFolder(), 'cuoc-hop.xlsx')
  await district.do('list.write', { what: 'meetingCases', meeting: row?.meeting, to, why: 'Báo cáo' })
  const sheet = await sheetOf(to)
  const [titles, cells] = [titlesOf(sheet, 4), titlesOf(sheet, 5)]
  const wanted = ['Họ và tên', 'Ngày họp', 'Số phiếu tán thành', 'Số quyết định']
  expect(wanted.map((title) => cells[titles.indexOf(title)])).toEqual([
    HOA.name,
    new Date('2024-02-26'),
    10,
    '345-QĐ/HU',
  ])
  expect(await printed(district, { what: 'meetingCases' })).toHaveLength(row?.cases ?? 0)
  expect(await district.refused('list.read', { what: 'meetingCases', meeting: randomUUID() })).toMatchObject({
    code: 'NOT_FOUND',
    data: { what: 'meeting' },
  })
})

test('the plan of a batch says of everybody whether it can be made, and what stands in the way', async () => {
  const { commune } = story
  const { rows } = await commune.do<Batch>('plan.batch', { day: '2024-09-02' })
  const listed = await commune.do<ListPage>('list.read', { what: 'batch', batch: { day: '2024-09-02' } })
  expect(listed.subtitle).toBe('Lễ kết nạp ngày 02/09/2024')
  const cells = await printed(commune, { what: 'batch', batch: { day: '2024-09-02' } })
  expect(cells.map((row) => [row['Họ và tên'], row['Khả năng kịp đợt'], row['Vướng mắc']])).toEqual(
    rows.map(({ name, verdict, obstacles }) => [
      name,
      VERDICTS[verdict],
      obstacles.length === 0 ? null : obstacles.map(obstacleSentence).join('; '),
    ]),
  )
  expect(rows.length).toBeGreaterThan(0)
})

test('the rules leave with every value and its article, the days off of a year as days', async () => {
  const { commune } = story
  const { sets, inUse } = await commune.do<RulesView>('rules.get', {})
  const values = await printed(commune, { what: 'ruleValues' })
  const set = sets.find((one) => one.set.id === inUse)?.set
  expect(values).toHaveLength(set === undefined ? 0 : periodAndValues(set).length)
  expect(values[0]).toMatchObject({ 'Giá trị': showDay(set?.from), 'Căn cứ': set?.period.article })
  for (const row of values) expect(row['Căn cứ']).not.toBe('')
  expect(await commune.refused('list.read', { what: 'ruleValues', ruleSet: 'không có' })).toMatchObject({
    code: 'NOT_FOUND',
    data: { what: 'ruleSet' },
  })
  const to = join(temporaryFolder(), 'lich-nghi.xlsx')
  await commune.do('list.write', { what: 'holidays', narrow: { year: 2024 }, to, why: 'Báo cáo' })
  const sheet = await sheetOf(to)
  const first = titlesOf(sheet, 6)
  expect([first[1], first[2]]).toEqual([new Date('2024-01-01'), new Date('2024-01-01')])
  const days = await printed(commune, { what: 'holidays', narrow: { year: 2024 } })
  expect(days).toContainEqual(
    expect.objectContaining({ 'Từ ngày': '2024-05-04', 'Đợt nghỉ': 'Làm bù', 'Nghỉ thay ngày': '2024-04-29' }),
  )
})

test('the backups leave as they lie in their place, days as days and sizes as numbers; without the place nothing does', async () => {
  const { district } = story
  const { folder, backups } = await district.do<BackupListing>('backup.list', {})
  const [newest] = backups
  const to = join(temporaryFolder(), 'ban-sao-luu.xlsx')
  await district.do('list.write', { what: 'backups', to, why: 'Theo dõi công việc' })
  const sheet = await sheetOf(to)
  expect([sheet.getCell('A3').value, titlesOf(sheet, 5)]).toEqual([
    folder,
    ['Số thứ tự', 'Ngày sao lưu', 'Giờ sao lưu', 'Dữ liệu (KB)', 'Số bản quét', 'Thư mục'],
  ])
  expect(titlesOf(sheet, 6)).toEqual([
    1,
    new Date((newest?.at ?? '').slice(0, 10)),
    '08:00',
    Math.ceil((newest?.bytes ?? 0) / 1024),
    newest?.scans,
    newest?.folder,
  ])
  const drawer = join(temporaryFolder(), 'đã rút')
  await district.do('setting.change', { key: 'backupFolder', value: drawer })
  for (const [name, more] of [
    ['list.read', {}],
    ['list.write', { to, why: 'Theo dõi công việc' }],
  ] as const)
    expect(await district.refused(name, { what: 'backups', ...more })).toMatchObject({
      code: 'FOLDER_MISSING',
      data: { folder: drawer },
    })
  await district.do('setting.change', { key: 'backupFolder', value: folder })
})

test('relatives, religion and identity numbers are in a file only where they were chosen, and never on paper', async () => {
  const { commune } = story
  const to = join(temporaryFolder(), 'danh-sach.xlsx')
  const relatives = 'Cha đẻ Lê Văn Thành, sinh năm 1958'
  const written = async (include: object) => {
    await commune.do('list.write', { what: 'candidates', filter: { text: 'hoa' }, to, why: 'Báo cáo', include })
    const sheet = await sheetOf(to)
    return JSON.stringify([sheet.getRow(4).values, sheet.getRow(5).values])
  }
  const plain = await written({})
  for (const absent of ['Người thân', 'Lê Văn Thành', 'Số định danh', 'Tôn giáo']) expect(plain).not.toContain(absent)
  expect(await written({ relatives: true })).toContain(relatives)
  const page = JSON.stringify(await commune.do<ListPage>('list.read', { what: 'candidates' }))
  for (const absent of ['Người thân', 'Lê Văn Thành', 'Số định danh', 'Tôn giáo', DUC.identityNumber])
    expect(page).not.toContain(absent)
  expect(await commune.refused('list.read', { what: 'candidates', include: { relatives: true } })).toMatchObject({
    code: 'INVALID_INPUT',
  })
})

function titlesOf(sheet: ExcelJS.Worksheet, row: number): readonly unknown[] {
  const { values } = sheet.getRow(row)
  return Array.isArray(values) ? values.slice(1) : []
}
