/**
 * Classes in one window: opened, filled from the nominations, attendance, results by hand and from a trainer's spreadsheet,
 * the book of certificates; and the pupils of a school from the list to the evaluation of a term.
 */
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { classesPage } from './pages/classes.ts'
import { expect, test } from './support/fixtures.ts'
import { expectGoodDialog, expectGoodLook } from './support/look.ts'
import { goTo, openWithBranches, register } from './support/people.ts'
import { callPort, openReady } from './support/ready.ts'

const NAMES = ['Nguyễn Văn An', 'Trần Thị Bích', 'Lê Văn Cường']

test('a trainer fills in the spreadsheet of a class, and a certificate that was lost is issued anew', async ({
  place,
}) => {
  const window = await openWithBranches(place, { today: '2024-01-22', capacities: ['proposes', 'decides'] })
  const { page, branch } = window
  const cases: string[] = []
  for (const name of NAMES) cases.push(await register(page, branch, { name, birth: '1996-05-04', sex: 'male' }))
  const name = 'Lớp nhận thức về Đảng khóa 1'
  const { class: id } = await callPort<{ class: string }>(page, 'class.open', {
    kind: 'awareness',
    name,
    from: '2024-01-15',
    to: '2024-01-19',
    places: 80,
  })
  await callPort(page, 'class.enroll', { class: id, cases, on: '2024-01-15' })
  await goTo(page, `/lop/${id}`)
  const classes = classesPage(page)
  await expect(classes.roster.getByRole('row')).toHaveCount(4)

  // The trainer fills in two rows of three; one of them cannot be.
  await classes.button('Danh sách, giấy tờ').click()
  await page.getByRole('menuitem', { name: 'Lưu danh sách lớp ra Excel' }).click()
  const saving = classes.dialog('Lưu danh sách lớp ra Excel')
  await saving.field('Mục đích sử dụng').fill('Gửi trung tâm điền kết quả')
  const sheet = join(place.folder, 'lop.xlsx')
  window.answer(sheet)
  await saving.button('Lưu ra tệp Excel').click()
  await expect(saving.dialog.getByRole('status').filter({ hasText: 'Đã lưu' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(saving.dialog).toBeHidden()
  await fill(sheet, {
    'Nguyễn Văn An': ['Hoàn thành', '01/CN', '19/01/2024'],
    'Trần Thị Bích': ['Hoàn thành', '02/CN', '10/01/2024'],
  })
  await classes.button('Danh sách, giấy tờ').click()
  await page.getByRole('menuitem', { name: 'Nhận bảng kết quả đã điền' }).click()
  const receiving = classes.dialog('Nhận bảng kết quả đã điền')
  window.answer(sheet)
  await receiving.button('Chọn tệp').click()
  await expect(receiving.dialog.getByRole('status')).toContainText(
    '1 dòng ghi được, 1 dòng phải sửa, 1 người chưa có kết quả.',
  )
  await expect(receiving.alert).toContainText('(Trần Thị Bích): ngày cấp giấy chứng nhận trước ngày khai giảng lớp.')
  await expectGoodDialog(page, 'class-sheet')
  await receiving.button('Ghi 1 kết quả').click()
  await expect(receiving.dialog).toBeHidden()
  await expect(classes.learner('Nguyễn Văn An')).toContainText('01/CN, 19/01/2024')
  await callPort(page, 'class.complete', {
    class: id,
    on: '2024-01-22',
    rows: [{ case: cases[2], outcome: 'absent' }],
  })
  await page.getByText('Vắng, chưa đạt (1)').click()
  await expect(classes.learner('Lê Văn Cường')).toContainText('Không dự học')
  await expect(classes.roster.getByRole('row')).toHaveCount(2)
  await page.getByText('Tất cả (3)').click()

  await classes.button('Cấp lại giấy chứng nhận cho Nguyễn Văn An').click()
  const again = classes.dialog('Cấp lại giấy chứng nhận cho Nguyễn Văn An')
  await again.field('Số giấy cấp lại').fill('09/CN')
  await again.field('Lý do cấp lại').fill('Bị mất')
  await again.button('Ghi cấp lại').click()
  await expect(again.dialog).toBeHidden()
  await expect(classes.learner('Nguyễn Văn An')).toContainText('cấp lại ngày 22/01/2024')

  // It counts as the paper of the case, and stands in the book.
  await classes.open()
  await classes.tab('Sổ cấp giấy chứng nhận').click()
  const book = page.getByRole('table', { name: 'Sổ cấp giấy chứng nhận' })
  await expect(book.getByRole('row')).toHaveCount(2)
  await expect(book.getByRole('row', { name: /Nguyễn Văn An/ })).toContainText('số cũ 01/CN')
  await expectGoodLook(page, 'classes-book')
  expect(await callPort(page, 'case.get', { case: cases[0] })).toMatchObject({
    stage: 'trained',
    state: { papers: [{ paper: 'CN-NTVD', number: '09/CN' }] },
  })
})

test('pupils of a school are placed in a class and evaluated, and the page says who can be considered when', async ({
  place,
}) => {
  const window = await openWithBranches(place, { folder: 'truong', today: '2024-01-22' })
  const { page, other } = window
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
  await judging.getByRole('combobox', { name: 'Kết luận' }).selectOption('Đủ điều kiện đề nghị xem xét')
  await expectGoodLook(page, 'school-evaluate')
  await judging.getByRole('button', { name: 'Ghi đánh giá' }).click()
  await expect(judging).toBeHidden()
  await expect(list.getByRole('row', { name: /Nguyễn Văn An/ })).toContainText('Đủ điều kiện đề nghị xem xét')
  await expectGoodLook(page, 'school')
  await list.getByRole('link', { name: 'Nguyễn Văn An' }).click()
  await expect(page.getByRole('list', { name: 'Đánh giá theo học kỳ' })).toContainText('Kết quả học tập: đạt')
})

test('an office that only runs classes begins with its classes and sees no candidates', async ({ place }) => {
  const window = await openReady(place, 'ttct', {
    name: 'Trung tâm chính trị huyện',
    code: 'ttct',
    capacities: ['trains'],
    today: '2024-01-22',
  })
  const { page } = window
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
