/** Classes over real bundles: three offices, one office alone, a trainer who fills in a spreadsheet, units kept on paper. */
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { expect, test, vi } from 'vitest'
import type { AskList, CertificateRow, ClassView, OwedRow, SheetReading } from '../../../shared/contract/classes.ts'
import type { SearchPage } from '../../../shared/contract/answers.ts'
import {
  addBranch,
  carry,
  caseAt,
  communeAndDistrict,
  decide,
  HOA,
  receiptAndCeremony,
  register,
  stageAt,
  submittedDossier,
} from '../../support/journey.ts'
import { foundOffice, pairTrainer, type TestOffice } from '../../support/office.ts'
import { readStoreOf } from '../../support/office-picture.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { lines, channelRows } from '../../../db/journal.ts'

// Whole offices over real files: on a busy machine one of these takes as long as many small tests.
vi.setConfig({ testTimeout: 90_000 })

const BINH = { name: 'Trần Văn Bình', birth: '1995-02-01', sex: 'male' } as const

const CLASS = {
  kind: 'awareness',
  name: 'Lớp bồi dưỡng nhận thức về Đảng khóa 1 năm 2024',
  decision: { number: '12-QĐ/HU', date: '2024-01-08' },
  place: 'Trung tâm chính trị huyện',
  from: '2024-01-15',
  to: '2024-01-19',
  places: 80,
} as const

const classAt = (office: TestOffice, id: string) => office.do<ClassView>('class.get', { class: id })
const asksAt = async (office: TestOffice) => (await office.do<AskList>('class.asks')).rows

async function threeOffices(root: string) {
  const { commune, district } = await communeAndDistrict(root)
  const centre = await foundOffice({
    root,
    code: 'ttct-kim-bang',
    name: 'Trung tâm chính trị huyện Kim Bảng',
    capacities: ['trains'],
  })
  await pairTrainer(centre, district)
  const unit = await addBranch(commune)
  const hoa = await register(commune, unit)
  const binh = await register(commune, unit, BINH)
  return { commune, district, centre, unit, hoa, binh }
}

test('a nomination goes from the commune over the district to the centre, and the certificate comes back the same way', async () => {
  const root = temporaryFolder()
  const { commune, district, centre, hoa, binh } = await threeOffices(root)
  commune.at('2024-01-05')
  const note = 'Hoàn cảnh riêng, chỉ đơn vị biết'
  await commune.do('class.nominateMany', { cases: [hoa, binh], class: 'awareness', date: '2024-01-05', note })
  await carry(root, commune, district)
  expect((await asksAt(district)).map(({ name, birth, here }) => [name, birth, here])).toEqual([
    ['Trần Văn Bình', '1995-02-01', true],
    ['Nguyễn Thị Hòa', '1985-06-15', true],
  ])

  district.at('2024-01-09')
  await district.do('class.forward', { cases: [hoa, binh], class: 'awareness', date: '2024-01-09' })
  expect((await asksAt(district)).map(({ standing, here }) => [standing, here])).toEqual([
    ['forwarded', false],
    ['forwarded', false],
  ])
  await carry(root, district, centre)
  // The centre is told of a person what a class needs, and holds no case of anybody.
  expect((await centre.do<SearchPage>('candidate.search', {})).total).toBe(0)
  expect(await centre.refused('case.get', { case: hoa })).toMatchObject({ code: 'NOT_FOUND' })
  const seen = await textOfForeignLines(centre)
  expect(seen).toContain('Nguyễn Thị Hòa')
  for (const secret of [HOA.identityNumber, HOA.ethnicity, 'womenUnion', note]) expect(seen).not.toContain(secret)

  centre.at('2024-01-12')
  const { class: id } = await centre.do<{ class: string }>('class.open', CLASS)
  await centre.do('class.enroll', { class: id, cases: [hoa, binh], on: '2024-01-12' })
  await carry(root, centre, district)
  await carry(root, district, commune)
  for (const office of [district, commune])
    expect((await classAt(office, id)).seats.map(({ person }) => person)).toEqual([
      { ...BINH, unit: 'Chi bộ thôn Đồng Sơn' },
      { name: HOA.name, birth: HOA.birth, sex: HOA.sex, unit: 'Chi bộ thôn Đồng Sơn' },
    ])
  expect((await classAt(commune, id)).row).toMatchObject({ facts: CLASS, own: false, seats: 2 })

  centre.at('2024-01-22')
  const attend = (date: string, present: number) =>
    centre.do('class.attend', {
      class: id,
      date,
      held: 2,
      rows: [
        { case: hoa, present: 2 },
        { case: binh, present },
      ],
    })
  await attend('2024-01-15', 2)
  await attend('2024-01-16', 0)
  await centre.do('class.complete', {
    class: id,
    on: '2024-01-22',
    rows: [
      { case: hoa, outcome: 'passed', certificate: { number: '01/CN', date: '2024-01-19', signer: 'Đỗ Văn Lực' } },
      { case: binh, outcome: 'failed' },
    ],
  })
  await carry(root, centre, district)
  await carry(root, district, commune)
  for (const office of [centre, district, commune]) {
    const view = await classAt(office, id)
    expect(view.days).toEqual(['2024-01-15', '2024-01-16'])
    expect(
      view.seats.map(({ held, present, end, number, validUntil }) => [held, present, end?.outcome, number, validUntil]),
    ).toEqual([
      [4, 2, 'failed', null, null],
      [4, 4, 'passed', '01/CN', '2029-01-19'],
    ])
  }
  const done = await caseAt(commune, hoa)
  expect(done.state.papers).toMatchObject([
    {
      paper: 'CN-NTVD',
      number: '01/CN',
      date: '2024-01-19',
      issuer: 'Trung tâm chính trị huyện Kim Bảng',
      office: district.id,
    },
  ])
  expect(done.state.classResults).toMatchObject([{ class: 'awareness', to: '2024-01-19', outcome: 'passed' }])
  expect([done.stage, await stageAt(commune, binh)]).toEqual(['trained', 'listed'])
  expect((await asksAt(commune)).length).toBe(0)
  expect(
    (await commune.do<AskList>('class.asks', { all: true })).rows.map(({ name, standing, seat }) => [
      name,
      standing,
      seat?.class,
    ]),
  ).toEqual([
    ['Trần Văn Bình', 'over', id],
    ['Nguyễn Thị Hòa', 'over', id],
  ])
  expect(done.outside).toEqual([])
})

test('what the centre takes back or issues anew reaches the commune', async () => {
  const root = temporaryFolder()
  const { commune, district, centre, hoa, binh } = await threeOffices(root)
  commune.at('2024-01-05')
  await commune.do('class.nominateMany', { cases: [hoa, binh], class: 'awareness', date: '2024-01-05' })
  await carry(root, commune, district)
  district.at('2024-01-09')
  await district.do('class.forward', { cases: [hoa, binh], class: 'awareness', date: '2024-01-09' })
  await carry(root, district, centre)
  centre.at('2024-01-22')
  const { class: id } = await centre.do<{ class: string }>('class.open', CLASS)
  await centre.do('class.enroll', { class: id, cases: [hoa, binh], on: '2024-01-12' })
  const certificate = { number: '01/CN', date: '2024-01-19' }
  await centre.do('class.complete', {
    class: id,
    on: '2024-01-22',
    rows: [{ case: hoa, outcome: 'passed', certificate }],
  })
  await centre.do('class.change', { class: id, facts: { ...CLASS, place: 'Hội trường xã' } })
  await carry(root, centre, district)
  await carry(root, district, commune)
  expect((await classAt(commune, id)).row).toMatchObject({ facts: { place: 'Hội trường xã' }, seats: 2 })

  await centre.do('class.release', { class: id, case: binh, reason: 'Chuyển khóa sau' })
  centre.at('2024-03-01')
  const again = { number: '15/CN', date: '2024-03-01', reason: 'Bị mất' }
  await centre.do('certificate.reissue', { class: id, case: hoa, ...again })
  await carry(root, centre, district)
  await carry(root, district, commune)
  for (const office of [centre, district, commune]) {
    const { seats } = await classAt(office, id)
    expect(seats.map((seat) => [seat.person.name, seat.number, seat.validUntil])).toEqual([
      ['Nguyễn Thị Hòa', '15/CN', '2029-01-19'],
    ])
    const { rows } = await office.do<{ rows: CertificateRow[] }>('certificate.book', { text: '01/cn' })
    expect(rows).toMatchObject([
      { number: '15/CN', firstNumber: '01/CN', reissuedOn: '2024-03-01', date: '2024-01-19' },
    ])
  }
  expect((await caseAt(commune, hoa)).state.papers).toMatchObject([{ number: '15/CN', date: '2024-01-19' }])
  expect((await asksAt(commune)).map(({ name, standing }) => [name, standing])).toEqual([['Trần Văn Bình', 'waiting']])
})

test('a person sent on by mistake is called back, until the centre has taken the person on', async () => {
  const root = temporaryFolder()
  const { commune, district, centre, hoa, binh } = await threeOffices(root)
  commune.at('2024-01-05')
  await commune.do('class.nominateMany', { cases: [hoa, binh], class: 'awareness', date: '2024-01-05' })
  await carry(root, commune, district)
  district.at('2024-01-09')
  await district.do('class.forward', { cases: [hoa, binh], class: 'awareness', date: '2024-01-09' })
  await carry(root, district, centre)
  centre.at('2024-01-12')
  const { class: id } = await centre.do<{ class: string }>('class.open', CLASS)
  await centre.do('class.enroll', { class: id, cases: [hoa], on: '2024-01-12' })
  await carry(root, centre, district)
  const recall = (who: string) => ({ case: who, class: 'awareness', reason: 'Chuyển khóa sau' })
  expect(await district.refused('class.recall', recall(hoa))).toMatchObject({ code: 'ALREADY_ON_ROSTER' })
  expect(await district.refused('class.recall', { case: binh, class: 'awareness' })).toMatchObject({
    code: 'REASON_NEEDED',
  })
  await district.do('class.recall', recall(binh))
  expect((await asksAt(district)).map(({ name, standing, here }) => [name, standing, here])).toEqual([
    ['Trần Văn Bình', 'waiting', true],
    ['Nguyễn Thị Hòa', 'seated', false],
  ])
  await carry(root, district, centre)
  expect((await asksAt(centre)).map(({ name }) => name)).toEqual(['Nguyễn Thị Hòa'])
})

test('a certificate that the commune has typed and scanned is the one that comes from the centre', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const id = await register(commune, await addBranch(commune))
  commune.at('2024-01-24')
  await commune.do('class.nominate', { case: id, class: 'awareness', date: '2024-01-05' })
  await commune.do('paper.record', { case: id, paper: 'CN-NTVD', number: '01/CN', date: '2024-01-20' })
  await carry(root, commune, district)
  district.at('2024-01-25')
  const { class: held } = await district.do<{ class: string }>('class.open', CLASS)
  await district.do('class.enroll', { class: held, cases: [id], on: '2024-01-12' })
  await district.do('class.complete', {
    class: held,
    on: '2024-01-22',
    rows: [{ case: id, outcome: 'passed', certificate: { number: '01/CN', date: '2024-01-19' } }],
  })
  await carry(root, district, commune)
  expect((await caseAt(commune, id)).state.papers).toMatchObject([
    { paper: 'CN-NTVD', number: '01/CN', date: '2024-01-19', office: district.id },
  ])
})

test('an office that proposes, decides and trains holds a class by itself, and knows who must attend before when', async () => {
  const root = temporaryFolder()
  const office = await foundOffice({
    root,
    code: 'xa',
    name: 'Đảng ủy xã Đồng Hóa',
    capacities: ['proposes', 'decides', 'trains'],
  })
  const unit = await addBranch(office)
  const hoa = await submittedDossier(office, unit)
  await decide(office, hoa, '12-QĐ/ĐU', { body: 'Ban Thường vụ Đảng ủy xã Đồng Hóa' })
  await receiptAndCeremony(office, hoa)
  const owed = async () => (await office.do<{ rows: OwedRow[] }>('class.owed')).rows
  expect(await owed()).toMatchObject([
    { case: hoa, ceremonyOn: '2024-03-10', by: '2025-03-10', nominated: false, seated: null, late: false },
  ])
  await office.do('class.nominate', { case: hoa, class: 'newMember', date: '2024-03-10' })
  const facts = { ...CLASS, kind: 'newMember', from: '2025-03-05', to: '2025-03-12', places: 1 }
  const { class: id } = await office.do<{ class: string }>('class.open', facts)
  await office.do('class.enroll', { class: id, cases: [hoa], on: '2024-03-10' })
  expect(await owed()).toMatchObject([{ nominated: true, seated: { class: id, to: '2025-03-12' }, late: true }])
  office.at('2025-03-12')
  await office.do('class.complete', {
    class: id,
    on: '2025-03-12',
    rows: [{ case: hoa, outcome: 'passed', certificate: { number: '02/CN', date: '2025-03-12' } }],
  })
  expect(await owed()).toEqual([])
  const { state } = await caseAt(office, hoa)
  expect(state.papers.filter(({ paper }) => paper === 'CN-DVM')).toMatchObject([{ number: '02/CN', office: office.id }])
})

test('a unit kept on paper is sent to a class like any other, and its lines say so', async () => {
  const root = temporaryFolder()
  const office = await foundOffice({ root, code: 'huyen', name: 'Huyện ủy', capacities: ['proposes', 'decides'] })
  const id = await register(
    office,
    await addBranch(office, 'Đảng bộ xã Ba Sao', { type: 'baseCommittee', onPaper: true }),
  )
  office.at('2024-01-22')
  await office.do('class.nominate', { case: id, class: 'awareness', date: '2024-01-05' })
  const { class: held } = await office.do<{ class: string }>('class.open', CLASS)
  await office.do('class.enroll', { class: held, cases: [id], on: '2024-01-12' })
  expect((await classAt(office, held)).seats).toMatchObject([{ onPaper: true, person: { unit: 'Đảng bộ xã Ba Sao' } }])
})

test('a trainer without the program fills in the spreadsheet, and every row that cannot be taken says why', async () => {
  const root = temporaryFolder()
  const office = await foundOffice({ root, code: 'huyen', name: 'Huyện ủy', capacities: ['proposes', 'decides'] })
  const unit = await addBranch(office)
  const names = ['Nguyễn Văn An', 'Trần Thị Bích', 'Lê Văn Cường', 'Phạm Thị Dung', 'Đỗ Văn Em']
  const people: string[] = []
  for (const name of names) people.push(await register(office, unit, { name, birth: '1996-05-04', sex: 'male' }))
  office.at('2024-01-22')
  const { class: id } = await office.do<{ class: string }>('class.open', CLASS)
  await office.do('class.enroll', { class: id, cases: people, on: '2024-01-12' })
  const to = join(root, 'danh-sach-lop.xlsx')
  await office.do('class.writeRoster', { class: id, to, why: 'Gửi trung tâm điền kết quả' })

  const filled = join(root, 'da-dien.xlsx')
  await fill(to, filled, {
    'Nguyễn Văn An': [10, 10, 'Hoàn thành', '01/CN', new Date('2024-01-19T00:00:00Z'), 'Đỗ Văn Lực'],
    'Trần Thị Bích': [10, 11, 'Hoàn thành', '02/CN', '19/01/2024'],
    'Lê Văn Cường': [10, 9, 'đạt', '01/CN', '19/1/2024'],
    'Phạm Thị Dung': [null, null, 'Hoàn thành', '04/CN', '10/01/2024'],
  })
  const reading = await office.do<SheetReading>('class.readSheet', { class: id, file: filled })
  expect(reading.rows).toEqual([
    {
      case: people[0],
      outcome: 'passed',
      certificate: { number: '01/CN', date: '2024-01-19', signer: 'Đỗ Văn Lực' },
      sessions: { held: 10, present: 10 },
    },
  ])
  expect(reading.problems.map(({ name, problem }) => [name, problem])).toEqual([
    ['Trần Thị Bích', 'sessionsOverHeld'],
    ['Lê Văn Cường', 'numberTwice'],
    ['Phạm Thị Dung', 'dateBeforeClass'],
  ])
  expect(reading.missing).toEqual(['Đỗ Văn Em'])
  await office.do('class.complete', { class: id, on: '2024-01-22', rows: reading.rows })
  const again = await office.do<SheetReading>('class.readSheet', { class: id, file: filled })
  expect([again.rows, again.same]).toEqual([[], 1])
  expect((await classAt(office, id)).seats[0]).toMatchObject({ number: '01/CN', held: 10, present: 10 })
})

test('what is no filled-in roster is refused with the reason', async () => {
  const root = temporaryFolder()
  const office = await foundOffice({ root, code: 'huyen', name: 'Huyện ủy', capacities: ['proposes', 'decides'] })
  office.at('2024-01-22')
  const { class: id } = await office.do<{ class: string }>('class.open', CLASS)
  const book = new ExcelJS.Workbook()
  book.addWorksheet('Trang').addRow(['Không có gì', 'ở đây'])
  const other = join(root, 'khac.xlsx')
  await book.xlsx.writeFile(other)
  expect(await office.refused('class.readSheet', { class: id, file: other })).toEqual({
    code: 'SHEET_UNREADABLE',
    data: { why: 'noHeader' },
  })
  expect(await office.refused('class.readSheet', { class: id, file: join(root, 'khong-co.xlsx') })).toMatchObject({
    code: 'DISK_MISSING',
  })
})

/** Copies a roster and fills in the rows of some people: held, present, outcome, number, day, signer. */
async function fill(
  from: string,
  to: string,
  rows: Readonly<Record<string, readonly (string | number | Date | null)[]>>,
): Promise<void> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(from)
  const sheet = book.worksheets[0]
  if (sheet === undefined) throw new Error('no sheet')
  sheet.eachRow((row) => {
    const values = rows[row.getCell(3).text]
    values?.forEach((value, place) => {
      row.getCell(7 + place).value = value
    })
  })
  await book.xlsx.writeFile(to)
}

/** Every line an office holds of other offices, as text. */
function textOfForeignLines(office: TestOffice): Promise<string> {
  return readStoreOf(office.paths, (db) =>
    channelRows(db)
      .filter((channel) => channel.office !== office.id)
      .flatMap((channel) => [...lines(db, channel.id, 1, channel.seq)])
      .join('\n'),
  )
}
