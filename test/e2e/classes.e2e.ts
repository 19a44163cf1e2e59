/**
 * Classes in one window: opened, filled from the nominations, attendance, results by hand and from a trainer's spreadsheet,
 * the book of certificates; and the pupils of a school from the list to the evaluation of a term.
 */
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { expect, test } from './support/fixtures.ts'
import { expectGoodLook } from './support/look.ts'
import { goTo, register, seedOffice } from './support/people.ts'
import { callPort, foundReady } from './support/ready.ts'

const NAMES = ['Nguyễn Văn An', 'Trần Thị Bích', 'Lê Văn Cường']

test('a class goes from its decision to the certificates, by hand and by a trainer’s spreadsheet', async ({
  place,
}) => {
  test.slow()
  const window = await place.open('xa', '2024-01-22')
  const { page } = window
  const { branch } = await seedOffice(window, ['proposes', 'decides'])
  const cases: string[] = []
  for (const name of NAMES) cases.push(await register(page, branch, { name, birth: '1996-05-04', sex: 'male' }))
  await callPort(page, 'class.nominateMany', { cases, class: 'awareness', date: '2024-01-05' })
  const dialog = (name: string | RegExp) => page.getByRole('dialog', { name })
  const button = (name: string | RegExp) => page.getByRole('button', { name })

  await goTo(page, '/lop')
  await expect(page.getByText('Chưa có lớp nào')).toBeVisible()
  await expectGoodLook(page, 'classes-empty')
  await button('Mở lớp').click()
  const opening = dialog('Mở lớp bồi dưỡng')
  await opening.getByRole('textbox', { name: 'Tên lớp' }).fill('Lớp nhận thức về Đảng khóa 1')
  await opening.getByRole('textbox', { name: 'Số quyết định mở lớp' }).fill('12-QĐ/ĐU')
  await opening.getByRole('textbox', { name: 'Khai giảng ngày' }).fill('15/1/2024')
  await opening.getByRole('textbox', { name: 'Bế giảng ngày' }).fill('19/1/2024')
  await opening.getByRole('textbox', { name: 'Số chỗ' }).fill('0')
  await opening.getByRole('button', { name: 'Mở lớp', exact: true }).click()
  await expect(opening.getByRole('alert')).toContainText('Lớp phải có ít nhất một chỗ')
  await opening.getByRole('textbox', { name: 'Số chỗ' }).fill('80')
  await opening.getByRole('button', { name: 'Mở lớp', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Lớp nhận thức về Đảng khóa 1' })).toBeVisible()
  await expect(page.getByText('Lớp chưa có học viên')).toBeVisible()

  await goTo(page, '/lop')
  await page.getByRole('tab', { name: /Đề nghị cử đi học/ }).click()
  await page.getByRole('checkbox', { name: 'Chọn tất cả người chờ xếp lớp' }).check()
  await expectGoodLook(page, 'classes-asks')
  await button('Xếp 3 người vào lớp').click()
  const enrolling = dialog('Xếp 3 người vào lớp')
  await enrolling.getByRole('combobox', { name: 'Lớp' }).click()
  await page.getByRole('option', { name: /khóa 1/ }).click()
  await enrolling.getByRole('button', { name: 'Xếp vào lớp' }).click()
  await expect(enrolling).toBeHidden()
  await page.getByRole('tab', { name: 'Các lớp' }).click()
  await page.getByRole('link', { name: 'Lớp nhận thức về Đảng khóa 1' }).click()
  const roster = page.getByRole('table', { name: 'Học viên' })
  await expect(roster.getByRole('row')).toHaveCount(4)

  // Everybody was there but one, who came to one session of two.
  await button('Điểm danh').click()
  const attending = dialog('Điểm danh')
  await attending.getByRole('textbox', { name: 'Ngày học' }).fill('15/1/2024')
  await attending.getByRole('checkbox', { name: /Lê Văn Cường/ }).check()
  await attending.getByRole('textbox', { name: 'Số buổi có mặt của Lê Văn Cường' }).fill('1')
  await attending.getByRole('button', { name: 'Ghi điểm danh' }).click()
  await expect(attending).toBeHidden()
  await expect(roster.getByRole('row', { name: /Lê Văn Cường/ })).toContainText('1/2')

  // The trainer fills in two rows of three; one of them cannot be.
  await button('Danh sách, giấy tờ').click()
  await page.getByRole('menuitem', { name: 'Lưu danh sách lớp ra Excel' }).click()
  const saving = dialog('Lưu danh sách lớp ra Excel')
  await saving.getByRole('textbox', { name: 'Mục đích sử dụng' }).fill('Gửi trung tâm điền kết quả')
  const sheet = join(place.folder, 'lop.xlsx')
  window.answer(sheet)
  await saving.getByRole('button', { name: 'Lưu ra tệp Excel' }).click()
  await expect(saving.getByRole('status').filter({ hasText: 'Đã lưu' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(saving).toBeHidden()
  await fill(sheet, {
    'Nguyễn Văn An': ['Hoàn thành', '01/CN', '19/01/2024'],
    'Trần Thị Bích': ['Hoàn thành', '02/CN', '10/01/2024'],
  })
  await button('Danh sách, giấy tờ').click()
  await page.getByRole('menuitem', { name: 'Nhận bảng kết quả đã điền' }).click()
  const receiving = dialog('Nhận bảng kết quả đã điền')
  window.answer(sheet)
  await receiving.getByRole('button', { name: 'Chọn tệp' }).click()
  await expect(receiving.getByRole('status')).toContainText(
    '1 dòng ghi được, 1 dòng phải sửa, 1 người chưa có kết quả.',
  )
  await expect(receiving.getByRole('alert')).toContainText(
    '(Trần Thị Bích): ngày cấp giấy chứng nhận trước ngày khai giảng lớp.',
  )
  await expectGoodLook(page, 'class-sheet')
  await receiving.getByRole('button', { name: 'Ghi 1 kết quả' }).click()
  await expect(receiving).toBeHidden()
  await expect(roster.getByRole('row', { name: /Nguyễn Văn An/ })).toContainText('01/CN, 19/01/2024')

  // The others by hand, numbered on from a first one: who has a certificate keeps it.
  await button('Ghi kết quả').click()
  const results = dialog('Kết quả lớp học')
  await results.getByRole('combobox', { name: 'Kết quả của Lê Văn Cường' }).click()
  await page.getByRole('option', { name: 'Chưa đạt' }).click()
  await results.getByRole('textbox', { name: 'Số giấy chứng nhận đầu tiên' }).fill('02/CN')
  await results.getByRole('button', { name: 'Đánh số cho người hoàn thành' }).click()
  await expect(results.getByRole('textbox', { name: 'Số giấy chứng nhận của Trần Thị Bích' })).toHaveValue('02/CN')
  await expectGoodLook(page, 'class-results')
  await results.getByRole('button', { name: 'Ghi kết quả' }).click()
  await expect(results).toBeHidden()
  await expect(page.getByText('2 hoàn thành, 1 chưa đạt, 0 không dự học')).toBeVisible()
  await expectGoodLook(page, 'class-page')

  // It counts as the paper of the case, and stands in the book.
  await goTo(page, '/lop')
  await page.getByRole('tab', { name: 'Sổ cấp giấy chứng nhận' }).click()
  await expect(page.getByRole('table', { name: 'Sổ cấp giấy chứng nhận' }).getByRole('row')).toHaveCount(3)
  await expectGoodLook(page, 'classes-book')
  expect(await callPort(page, 'case.get', { case: cases[0] })).toMatchObject({
    stage: 'trained',
    state: { papers: [{ paper: 'CN-NTVD', number: '01/CN' }] },
  })
})

test('pupils of a school are placed in a class and evaluated, and the page says who can be considered when', async ({
  place,
}) => {
  const window = await place.open('truong', '2024-01-22')
  const { page } = window
  const { other } = await seedOffice(window)
  await callPort(page, 'unit.change', { id: other, unit: { name: 'Chi bộ Trường', type: 'branch', sector: 'school' } })
  for (const [name, birth] of [
    ['Nguyễn Văn An', '2006-03-02'],
    ['Trần Thị Bích', '2006-09-20'],
  ] as const)
    await register(page, other, { name, birth })
  await goTo(page, '/truong-hoc')
  await expect(page.getByText('Chưa có học sinh nào')).toBeVisible()
  await page.getByRole('button', { name: 'Thêm học sinh vào lớp' }).click()
  const placing = page.getByRole('dialog', { name: 'Thêm học sinh vào lớp' })
  await placing.getByRole('textbox', { name: 'Lớp' }).fill('12A1')
  await placing.getByRole('textbox', { name: 'Ngày ra trường' }).fill('31/5/2024')
  await placing.getByRole('checkbox', { name: /Nguyễn Văn An/ }).check()
  await placing.getByRole('checkbox', { name: /Trần Thị Bích/ }).check()
  await placing.getByRole('button', { name: 'Ghi lớp' }).click()
  await expect(placing).toBeHidden()
  const list = page.getByRole('table', { name: 'Học sinh', exact: true })
  await expect(list.getByRole('row', { name: /Nguyễn Văn An/ })).toContainText('Xem xét được tại trường')
  await expect(list.getByRole('row', { name: /Trần Thị Bích/ })).toContainText('Đủ tuổi sau khi ra trường')
  await page.getByRole('checkbox', { name: 'Chọn Nguyễn Văn An' }).check()
  await page.getByRole('button', { name: /^Đánh giá 1 học sinh/ }).click()
  const judging = page.getByRole('dialog', { name: 'Đánh giá 1 học sinh' })
  await judging.getByRole('combobox', { name: 'Kết luận' }).click()
  await page.getByRole('option', { name: 'Đủ điều kiện đề nghị xem xét' }).click()
  await expectGoodLook(page, 'school-evaluate')
  await judging.getByRole('button', { name: 'Ghi đánh giá' }).click()
  await expect(judging).toBeHidden()
  await expect(list.getByRole('row', { name: /Nguyễn Văn An/ })).toContainText('Đủ điều kiện đề nghị xem xét')
  await expectGoodLook(page, 'school')
  await list.getByRole('link', { name: 'Nguyễn Văn An' }).click()
  await expect(page.getByRole('list', { name: 'Đánh giá theo học kỳ' })).toContainText('Kết quả học tập: đạt')
})

test('an office that only runs classes begins with its classes and sees no candidates', async ({ place }) => {
  const window = await place.open('ttct', '2024-01-22')
  const { page } = window
  await foundReady(window, { name: 'Trung tâm chính trị huyện', code: 'ttct', capacities: ['trains'] })
  const menu = page.getByRole('navigation')
  await expect(menu.getByRole('link', { name: 'Lớp bồi dưỡng' })).toBeVisible()
  await expect(menu.getByRole('link', { name: 'Nguồn và hồ sơ' })).toBeHidden()
  await expect(page.getByText('Chưa có ai chờ xếp lớp, chưa có lớp nào trong tháng.')).toBeVisible()
  await expectGoodLook(page, 'trainer-empty')
  const facts = {
    kind: 'newMember',
    name: 'Lớp đảng viên mới khóa 1',
    from: '2024-01-24',
    to: '2024-01-26',
    places: 60,
  }
  await callPort(page, 'class.open', facts)
  await expect(page.getByRole('table', { name: 'Lớp bồi dưỡng' })).toContainText('Lớp đảng viên mới khóa 1')
  await expectGoodLook(page, 'trainer-home')
})

/** Fills in outcome, number and day of some people in a roster that was saved. */
async function fill(path: string, rows: Readonly<Record<string, readonly string[]>>): Promise<void> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(path)
  book.worksheets[0]?.eachRow((row) => {
    rows[row.getCell(3).text]?.forEach((value, place) => {
      row.getCell(9 + place).value = value
    })
  })
  await book.xlsx.writeFile(path)
}
