/** Documents and lists over the port: what is missing, what is proposed, what is written, what is logged. */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { beforeAll, expect, test } from 'vitest'
import type { ClearFile, DocumentPreview } from '../../../shared/contract/documents.ts'
import { DocumentKind } from '../../../shared/documents/codes.ts'
import { modelText } from '../../../shared/documents/model.ts'
import { addBranch, carry, communeAndDistrict, foundCommune, register } from '../../support/journey.ts'
import type { TestOffice } from '../../support/office.ts'
import { DUC, paperwork, previewOf, requestOf, type Paperwork } from '../../support/paperwork.ts'
import { sheetOf } from '../../support/read-sheet.ts'
import { skipLoudly } from '../../support/skip-loudly.ts'
import { temporaryFolder, temporaryFolderOfFile } from '../../support/temporary-folder.ts'

const root = temporaryFolderOfFile()
const hasOffice = spawnSync('soffice', ['--version']).status === 0 && spawnSync('pdftotext', ['-v']).error === undefined
let story: Paperwork

beforeAll(async () => {
  story = await paperwork(root)
}, 60_000)

test('a paper that lacks something says what, and is not written', async () => {
  const { commune, hoa } = story
  const input = { kind: 'branchResolution', case: hoa }
  const preview = await commune.do<DocumentPreview>('document.preview', input)
  expect(preview.document).toBeNull()
  expect(preview.missing.map(({ code }) => code)).toEqual([
    'signer',
    'chair',
    'secretary',
    'resumeConclusion',
    'merits',
    'faults',
  ])
  expect(preview.missing[0]?.label).toBe('Họ tên người ký')
  const to = join(root, 'thieu.docx')
  const refused = await commune.refused('document.make', { ...input, to, why: 'In' })
  expect(refused.code).toBe('DOCUMENT_INCOMPLETE')
  expect(existsSync(to)).toBe(false)
})

test('a meeting nobody has recorded makes no resolution', async () => {
  const folder = temporaryFolder()
  const office = await foundCommune(folder, 'ba-sao', 'Đảng ủy xã Ba Sao')
  const id = await register(office, await addBranch(office))
  const facts = {
    chair: 'A',
    secretary: 'B',
    resumeConclusion: 'C',
    merits: 'D',
    faults: 'E',
    signer: 'G',
    superior: 'H',
  }
  const preview = await office.do<DocumentPreview>('document.preview', {
    kind: 'branchResolution',
    case: id,
    number: '1',
    facts: { ...facts, hometown: 'xã Ba Sao' },
  })
  expect(preview.missing).toEqual([{ code: 'branchVote', label: 'Chưa ghi cuộc họp chi bộ' }])
  expect(preview.blocks.length).toBeGreaterThan(0)
  office.core.close()
})

test('the introduction by a member is of whoever stands and has none yet, with the days of that one', async () => {
  const office = await foundCommune(temporaryFolder(), 'ba-sao', 'Đảng ủy xã Ba Sao')
  const id = await register(office, await addBranch(office))
  const assign = (name: string, from: string, officialDate: string, inPlaceOf: string | null) =>
    office.do('helper.assign', { case: id, name, from, officialDate, inPlaceOf })
  const told = async (facts: object = {}) => {
    const { fields } = await office.do<DocumentPreview>('document.preview', {
      kind: 'memberIntroduction',
      case: id,
      facts,
    })
    return ['introducer', 'introducerOfficial', 'helpedSince'].map(
      (code) => fields.find((field) => field.code === code)?.value,
    )
  }
  await assign('Trần Văn Bình', '2022-06-01', '2010-02-03', null)
  await assign('Lê Thị Cúc', '2022-07-01', '2012-05-19', null)
  expect(await told()).toEqual(['Trần Văn Bình', '2010-02-03', '2022-06-01'])
  const paper = { paper: '3-KND', date: '2023-11-20', kept: 'here', person: 'Trần Văn Bình', scans: [] }
  await office.do('paper.record', { case: id, ...paper })
  expect(await told()).toEqual(['Lê Thị Cúc', '2012-05-19', '2022-07-01'])
  expect(await told({ introducer: 'trần văn bình' })).toEqual(['trần văn bình', '2010-02-03', '2022-06-01'])
  // Of whom nobody has assigned no days are taken from another.
  expect(await told({ introducer: 'Ngô Thị Hà' })).toEqual(['Ngô Thị Hà', '', ''])
  await assign('Phạm Văn Dũng', '2023-10-01', '2015-09-02', 'Lê Thị Cúc')
  expect(await told()).toEqual(['Phạm Văn Dũng', '2015-09-02', '2023-10-01'])
  office.core.close()
})

test('numbers follow the register and the record of the case', async () => {
  const resolution = await previewOf(story, 'branchResolution')
  expect(resolution.number).toBe('12-NQ/CB')
  expect(resolution.nextNumber).toBe('13-NQ/CB')
  expect((await previewOf(story, 'admissionDecision')).number).toBe('345-QĐ/HU')
  expect((await previewOf(story, 'verificationRequest')).nextNumber).toBe('57-CV/ĐU')
  const again = await previewOf(story, 'verificationRequest', { number: '56', date: '2024-03-01' })
  expect(again.number).toBe('56-CV/ĐU')
})

test('a number left for the pen is a space, never dots', async () => {
  const { document } = await previewOf(story, 'branchResolution', { numberLater: true })
  expect(document?.number).toMatch(/^Số {2,}-NQ\/CB$/)
})

test('the next paper of a body proposes who signed the last; another body does not', async () => {
  const { office, input } = await requestOf(story, 'committeeResolution')
  await office.do('document.make', { ...input, to: join(root, 'nq.docx'), why: 'In, trình ký' })
  const next = await office.do<DocumentPreview>('document.preview', { kind: 'committeeResolution', case: story.duc })
  expect(next.fields.find(({ code }) => code === 'signer')).toMatchObject({
    from: 'remembered',
    value: 'Nguyễn Hữu Thọ',
  })
  const branch = await office.do<DocumentPreview>('document.preview', { kind: 'branchResolution', case: story.duc })
  expect(branch.fields.find(({ code }) => code === 'signer')).toMatchObject({ from: 'none' })
})

test('every document is written whole, and only with a reason', async () => {
  for (const kind of DocumentKind.options) {
    const { office, input } = await requestOf(story, kind)
    const to = join(root, `${kind}.docx`)
    const made = await office.do<ClearFile>('document.make', { ...input, to, why: 'In, trình ký' })
    expect(made).toMatchObject({ file: to, carried: 'no' })
    expect(readFileSync(to).subarray(0, 2).toString()).toBe('PK')
  }
  const refused = await story.commune.refused('document.make', { kind: 'branchResolution', case: story.hoa, to: 'a' })
  expect(refused.code).toBe('INVALID_INPUT')
})

test('no document names an identity number or a religion', async () => {
  for (const kind of DocumentKind.options) {
    const { document } = await previewOf(story, kind)
    if (document === null) throw new Error(`no document ${kind}`)
    const text = modelText(document)
    // A report counts religions, and names nobody.
    const isCount = kind === 'periodReport'
    expect(text, kind).not.toMatch(isCount ? /035185001234|035090004321/iu : /035185001234|035090004321|tôn giáo/iu)
  }
})

const NO_OFFICE = 'soffice or pdftotext is missing: no other program opens the documents'

test.skipIf(skipLoudly(!hasOffice, NO_OFFICE))(
  'another program shows every word of every document',
  async () => {
    const texts = new Map<string, string>()
    for (const kind of DocumentKind.options) {
      const { office, input } = await requestOf(story, kind)
      await office.do('document.make', { ...input, to: join(root, `mo-${kind}.docx`), why: 'In' })
      const { document } = await office.do<DocumentPreview>('document.preview', input)
      if (document === null) throw new Error('no document')
      texts.set(kind, modelText(document))
    }
    const files = [...texts.keys()].map((kind) => join(root, `mo-${kind}.docx`))
    const profile = `-env:UserInstallation=file://${root}/lo`
    execFileSync('soffice', ['--headless', profile, '--convert-to', 'pdf', '--outdir', root, ...files], {
      stdio: 'ignore',
    })
    const letters = (words: string) => words.normalize('NFC').replace(/[\s|]+/gu, '')
    for (const [kind, text] of texts) {
      const shown = letters(
        execFileSync('pdftotext', ['-layout', join(root, `mo-${kind}.pdf`), '-'], { encoding: 'utf8' }),
      )
      const words = text.split(/[\s|]+/u).map(letters)
      expect(words.filter((word) => !shown.includes(word))).toEqual([])
    }
  },
  120_000,
)

test('a list is read back as it was written, with formulas as text and without what was not chosen', async () => {
  const folder = temporaryFolder()
  const office = await foundCommune(folder, 'thi-son', 'Đảng ủy xã Thi Sơn')
  const unit = await addBranch(office, '=HYPERLINK("x")')
  await register(office, unit, { ...DUC, name: 'Nguyễn Văn Bình', religion: 'Không', ethnicity: '=1+1' })
  await register(office, unit, { name: 'Trần Thị An', birth: '1968', identityNumber: '035168001234' })
  const to = join(folder, 'danh-sach.xlsx')
  await office.do('list.write', { what: 'candidates', to, why: 'Báo cáo' })
  const plain = await sheetOf(to)
  const titles = plain.getRow(4).values as string[]
  expect(titles).not.toContain('Số định danh cá nhân')
  expect(titles).not.toContain('Tôn giáo')
  expect(plain.getCell('A2').value).toBe('DANH SÁCH NGUỒN VÀ HỒ SƠ')
  expect(plain.views[0]).toMatchObject({ state: 'frozen', ySplit: 4 })
  expect(plain.getCell('B5').value).toBe('Trần Thị An')
  expect(plain.getCell('C5').value).toBe('1968')
  expect(plain.getCell('C6').value).toEqual(new Date('1990-11-02T00:00:00Z'))
  const at = (title: string) => titles.indexOf(title)
  expect(plain.getRow(6).getCell(at('Dân tộc')).value).toBe('=1+1')
  expect(plain.getRow(6).getCell(at('Dân tộc')).formula).toBeUndefined()
  expect(plain.getRow(6).getCell(at('Đơn vị trực thuộc')).value).toBe('=HYPERLINK("x")')

  await office.do('list.write', {
    what: 'candidates',
    to,
    why: 'Nộp hồ sơ',
    include: { identityNumbers: true, religion: true },
  })
  const whole = await sheetOf(to)
  const all = whole.getRow(4).values as string[]
  expect(whole.getRow(5).getCell(all.indexOf('Số định danh cá nhân')).value).toBe('035168001234')
  expect(whole.getRow(6).getCell(all.indexOf('Tôn giáo')).value).toBe('Không')
  for (const what of ['members', 'units', 'home']) await office.do('list.write', { what, to, why: 'In' })
  expect((await sheetOf(to)).getCell('A2').value).toBe('DANH SÁCH VIỆC CẦN LÀM')
  await office.do('list.write', { what: 'candidates', columns: ['name'], filter: { text: 'an' }, to, why: 'In' })
  expect((await sheetOf(to)).rowCount).toBe(5)
  office.core.close()
})

test('branches by their newest member and targets of a year are lists of a place', async () => {
  const folder = temporaryFolder()
  const office = await foundCommune(folder, 'thi-son', 'Đảng ủy xã Thi Sơn')
  const first = await addBranch(office, 'Chi bộ thôn Đồng Sơn', { area: 'rural' })
  const second = await addBranch(office, 'Chi bộ thôn Quyển Sơn')
  await office.do('total.type', { year: 2022, unit: second, lastAdmission: '2022-05-19' })
  await office.do('target.set', { year: 2024, number: 2, unit: first })
  const to = join(folder, 'bang.xlsx')
  const rowsOf = async (input: object) => {
    await office.do('list.write', { to, why: 'Báo cáo', ...input })
    const sheet = await sheetOf(to)
    return [6, 7, 8].map((row) => (sheet.getRow(row).values as unknown[]).slice(2))
  }
  expect((await rowsOf({ what: 'coverage' })).map(([name]) => name)).toEqual([
    'Chi bộ thôn Đồng Sơn',
    'Chi bộ thôn Quyển Sơn',
    undefined,
  ])
  const [none] = await rowsOf({ what: 'coverage', places: { idle: 'never' } })
  expect(none?.[0]).toBe('Chi bộ thôn Đồng Sơn')
  expect(none?.at(-1)).toBe('Chưa ghi nhận lần nào')
  const targets = await rowsOf({ what: 'targets', places: { year: 2024 } })
  expect(targets.map((row) => row.slice(0, 3))).toEqual([
    ['Chi bộ thôn Đồng Sơn', 2, 0],
    ['Chi bộ thôn Quyển Sơn', undefined, 0],
    ['Tổng cộng: Đảng ủy xã Thi Sơn', 2, 0],
  ])
  const nowhere = { what: 'coverage', places: { at: 'khong-co' }, to, why: 'In' }
  expect(await office.refused('list.write', nowhere)).toMatchObject({ code: 'NOT_FOUND' })
  office.core.close()
})

test('the monthly reviews and the nominations are lists of their own', async () => {
  const folder = temporaryFolder()
  const office = await foundCommune(folder, 'thi-son', 'Đảng ủy xã Thi Sơn')
  const unit = await addBranch(office)
  const stays = await register(office, unit, { ...DUC, name: 'Nguyễn Văn Bình' })
  const goes = await register(office, unit, { name: 'Trần Thị An', birth: '1968' })
  office.at('2024-01-10')
  for (const id of [stays, goes])
    await office.do('class.nominate', { case: id, class: 'awareness', date: '2024-01-05' })
  await office.do('list.review', {
    unit,
    month: '2024-01',
    date: '2024-01-10',
    resolution: { number: '02-NQ/CB' },
    removed: [{ case: goes, reason: 'Đi làm ăn xa' }],
  })
  const to = join(folder, 'danh-sach.xlsx')
  const rowOf = (sheet: ExcelJS.Worksheet, row: number) => (sheet.getRow(row).values as unknown[]).slice(2)
  await office.do('list.write', { what: 'reviews', to, why: 'Báo cáo' })
  expect(rowOf(await sheetOf(to), 5)).toEqual([
    'Chi bộ thôn Đồng Sơn',
    '01/2024',
    new Date('2024-01-10T00:00:00Z'),
    'số 02-NQ/CB',
    1,
    2,
    1,
  ])
  await office.do('list.write', { what: 'nominations', to, why: 'Báo cáo' })
  const nominated = await sheetOf(to)
  expect(rowOf(nominated, 5).slice(0, 1)).toEqual(['Nguyễn Văn Bình'])
  expect(rowOf(nominated, 5).slice(4)).toEqual(['Lớp bồi dưỡng nhận thức về Đảng', new Date('2024-01-05T00:00:00Z')])
  expect(nominated.rowCount).toBe(5)
  office.core.close()
})

test('what was exchanged is a list for the book of documents', async () => {
  const folder = temporaryFolder()
  const { commune, district } = await communeAndDistrict(folder)
  await register(commune, await addBranch(commune))
  await carry(folder, commune, district)
  const to = join(folder, 'trao-doi.xlsx')
  const firstOf = async (office: TestOffice) => {
    await office.do('list.write', { what: 'exchangeHistory', to, why: 'Vào sổ' })
    return ((await sheetOf(to)).getRow(5).values as unknown[]).slice(2)
  }
  const day = new Date('2024-01-02T00:00:00Z')
  expect(await firstOf(commune)).toEqual([day, 'Gửi đi', 'Huyện ủy Kim Bảng', 'Gói cập nhật', 2, 0])
  expect((await firstOf(district)).slice(0, 3)).toEqual([day, 'Nhận về', 'Đảng ủy xã Đồng Hóa'])
  for (const office of [commune, district]) office.core.close()
})

test('a report is drafted from its figures, edited line by line, and leaves as a workbook of numbers', async () => {
  const { district } = story
  district.at('2024-03-01')
  const period = { kind: 'year', from: '2024-01-01', to: '2024-12-31' }
  const { document, fields } = await district.do<DocumentPreview>('document.preview', {
    kind: 'periodReport',
    period,
    number: '05-BC/HU',
    facts: { signer: 'Lê Quang Vinh', reportLimits: 'Nguồn còn ít.\nDoanh nghiệp chưa có chi bộ' },
  })
  if (document === null) throw new Error('no document')
  const text = modelText(document)
  expect(fields.find(({ code }) => code === 'reportResults')?.from).toBe('proposed')
  expect(text).toContain('Đã kết nạp 01 đảng viên mới')
  expect(text).toContain('- Nguồn còn ít.\n- Doanh nghiệp chưa có chi bộ./.')
  expect(text).not.toContain('Nguyên nhân')
  expect(text).toContain('Đã phân công đảng viên giúp đỡ')
  expect(text).toContain('Chi bộ theo thời gian chưa có đảng viên mới')
  expect(text).toContain('Trình độ lý luận chính trị')
  const to = join(root, 'bao-cao.xlsx')
  const written = await district.do<{ rows: number }>('report.write', { period, to, why: 'Tổng hợp' })
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(to)
  expect(book.worksheets.map(({ name }) => name)).toEqual([
    'Kết quả trong kỳ',
    'Theo đơn vị',
    'Từng chi bộ',
    'Nguồn, hồ sơ, lớp bồi dưỡng',
    'Thời gian ở mỗi giai đoạn',
    'Chi bộ chưa có đảng viên mới',
    'Đảng viên mới theo tiêu chí',
  ])
  const [first] = book.worksheets
  expect(first?.getRow(3).getCell(1).value).toMatch(/^Năm 2024: /)
  expect([2, 3].map((column) => first?.getRow(6).getCell(column).value)).toEqual(['Kết nạp đảng viên mới', 1])
  expect(written.rows).toBeGreaterThan(20)
})
