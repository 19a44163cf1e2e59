import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { unitsPage } from './pages/units.ts'
import { expect, test } from './support/fixtures.ts'
import { expectGoodDialog, expectGoodLook } from './support/look.ts'
import { goTo } from './support/people.ts'
import { callPort } from './support/ready.ts'
import type { OfficeWindow } from './support/window.ts'
import {
  addBranch,
  exportTo,
  importFrom,
  openCommune,
  openCommuneAndDistrict,
  pairOffices,
  register,
} from './support/seed.ts'

const LONG = 'Đảng ủy bộ phận Khối các cơ quan, đơn vị sự nghiệp và doanh nghiệp đóng trên địa bàn xã Đồng Hóa'

test('units are added as a tree, counted, changed and closed; members with what each helps', async ({ place }) => {
  test.slow()
  const window = await openCommune(place)
  const { page } = window
  const units = unitsPage(page)
  await units.open()
  await expect(page.getByText('Chưa có đơn vị nào')).toBeVisible()

  const add = 'Thêm đơn vị'
  await units.button(add).click()
  await units.submit(add, add).click()
  await expect(units.field(add, 'Tên đơn vị')).toHaveAccessibleDescription(/Chưa nhập/)
  await expect(units.field(add, 'Tên đơn vị')).toBeFocused()
  await expectGoodDialog(page, 'units-add')
  await units.field(add, 'Tên đơn vị').fill(LONG)
  await units.choose(add, 'Loại đơn vị', 'Đảng ủy bộ phận')
  await units.submit(add, add).click()
  await expect(units.dialog(add)).toBeHidden()
  await expect(units.unit(LONG)).toBeVisible()

  await units.button(add).click()
  await units.field(add, 'Tên đơn vị').fill('Chi bộ thôn Đồng Sơn')
  await units.choose(add, 'Đơn vị cấp trên trực tiếp', LONG)
  await units.choose(add, 'Lĩnh vực', 'Khu dân cư')
  await units.choose(add, 'Khu vực', 'Nông thôn')
  await page.getByRole('checkbox', { name: 'Ghi theo văn bản giấy' }).check()
  await units.field(add, 'Tên đơn vị').press('Enter')
  await expect(units.row('Chi bộ thôn Đồng Sơn')).toContainText('Theo văn bản giấy')
  await expect(units.row('Chi bộ thôn Đồng Sơn')).toContainText('Chưa ghi')
  await expectGoodLook(page, 'units-list')

  await units.unit('Chi bộ thôn Đồng Sơn').click()
  await expect(page.getByRole('heading', { level: 1, name: 'Chi bộ thôn Đồng Sơn' })).toBeVisible()
  const count = 'Ghi số đảng viên'
  await units.button(count).click()
  await units.field(count, 'Đảng viên chính thức').fill('9')
  await units.field(count, 'Chính thức nhưng không tính vào tỷ lệ biểu quyết').fill('12')
  await units.submit(count, count).click()
  await expect(units.dialog(count).getByRole('alert')).toBeVisible()
  await units.field(count, 'Chính thức nhưng không tính vào tỷ lệ biểu quyết').fill('1')
  await units.submit(count, count).click()
  await expect(page.getByText('Tính đến ngày 29/01/2024: 9 đảng viên chính thức, 0 dự bị; 1')).toBeVisible()
  await page.getByRole('textbox', { name: 'Nội dung ghi chú' }).fill('Bí thư mới, gọi vào buổi chiều.')
  await units.button('Ghi chú').click()
  const notes = page.getByRole('region', { name: 'Ghi chú riêng' })
  await expect(notes.getByRole('button', { name: /^Bỏ ghi chú: Bí thư mới/ })).toBeVisible()

  const member = 'Thêm đảng viên'
  await units.button(member).click()
  await units.field(member, 'Họ và tên').fill('Trần Văn Bình')
  await units.field(member, 'Ngày kết nạp').fill('3/2/2012')
  await units.field(member, 'Ngày công nhận đảng viên chính thức').fill('3/2/2010')
  await units.submit(member, member).click()
  await expect(units.dialog(member).getByRole('alert')).toBeVisible()
  await units.field(member, 'Ngày kết nạp').fill('3/2/2009')
  await units.submit(member, member).click()
  await expect(units.members).toContainText('03/02/2010')
  await page.getByRole('button', { name: 'Sửa Trần Văn Bình' }).click()
  await units.choose('Sửa đảng viên', 'Tình trạng sinh hoạt', 'Sinh hoạt tạm thời nơi khác')
  await units.submit('Sửa đảng viên', 'Ghi thay đổi').click()
  await expect(units.members).toContainText('Sinh hoạt tạm thời nơi khác')

  // Whom a member helps is counted, in the unit and over all.
  const { members } = await callPort<{ members: { id: string; member: { unit: string } }[] }>(page, 'member.search')
  const [held] = members
  const person = await register(window, held?.member.unit ?? '')
  await callPort(page, 'helper.assign', { case: person, member: held?.id, from: '2023-02-01' })
  await expect(units.members).toContainText('1 người')
  await expectGoodLook(page, 'unit-page')
  await units.open()
  await units.tab('Đảng viên').click()
  await page.getByRole('textbox', { name: 'Tìm đảng viên' }).fill('binh')
  await expect(units.members.getByRole('row')).toHaveCount(2)
  await expectGoodLook(page, 'units-members')
  await page.getByRole('textbox', { name: 'Tìm đảng viên' }).fill('không có ai')
  await expect(page.getByText('Không có đảng viên nào tên như vậy')).toBeVisible()

  // A unit that is closed leaves the list, and can be shown again.
  await units.tab('Đơn vị').click()
  await units.unit('Chi bộ thôn Đồng Sơn').click()
  await units.button('Sửa hoặc kết thúc').click()
  await units.field('Sửa đơn vị', 'Hoạt động từ ngày').fill('1/1/2024')
  await units.field('Sửa đơn vị', 'Kết thúc hoạt động ngày').fill('1/1/2023')
  await units.submit('Sửa đơn vị', 'Ghi thay đổi').click()
  await expect(units.dialog('Sửa đơn vị').getByRole('alert')).toBeVisible()
  await units.field('Sửa đơn vị', 'Hoạt động từ ngày').fill('')
  await units.submit('Sửa đơn vị', 'Ghi thay đổi').click()
  await expect(page.getByText('Kết thúc hoạt động ngày 01/01/2023.', { exact: true })).toBeVisible()
  await units.open()
  await expect(units.unit('Chi bộ thôn Đồng Sơn')).toBeHidden()
  await page.getByRole('checkbox', { name: 'Cả 1 đơn vị đã kết thúc hoạt động' }).check()
  await expect(units.row('Chi bộ thôn Đồng Sơn')).toContainText('Kết thúc ngày 01/01/2023')
})

test('the reviews of the list and the nominations for classes are saved as lists', async ({ place }) => {
  const window = await openCommune(place)
  const { page } = window
  const branch = await addBranch(window)
  const person = await register(window, branch)
  await goTo(page, '/don-vi')
  const menu = page.getByRole('button', { name: 'Lưu ra Excel' })
  await menu.click()
  await expect(page.getByRole('menuitem', { name: 'Kết quả rà soát danh sách hằng tháng' })).toBeDisabled()
  await page.keyboard.press('Escape')
  await callPort(page, 'list.review', { unit: branch, month: '2024-01', date: '2024-01-20', removed: [] })
  await callPort(page, 'class.nominateMany', { cases: [person], class: 'awareness', date: '2024-01-22' })
  for (const [label, file] of [
    ['Kết quả rà soát danh sách hằng tháng', 'ra-soat.xlsx'],
    ['Danh sách đề nghị cử đi học', 'cu-di-hoc.xlsx'],
    ['Danh sách đơn vị trực thuộc', 'don-vi.xlsx'],
  ] as const) {
    await menu.click()
    await page.getByRole('menuitem', { name: label }).click()
    const dialog = page.getByRole('dialog', { name: /^Lưu ra Excel/ })
    await dialog.getByRole('textbox', { name: 'Mục đích sử dụng' }).fill('Báo cáo Huyện ủy')
    window.answer(join(place.folder, file))
    await dialog.getByRole('button', { name: 'Lưu ra tệp Excel' }).click()
    await expect(dialog.getByRole('status').filter({ hasText: 'Đã lưu' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  }
  const reviews = await firstRow(join(place.folder, 'ra-soat.xlsx'))
  expect(reviews).toEqual(expect.arrayContaining(['01/2024']))
  expect(await firstRow(join(place.folder, 'don-vi.xlsx'))).toEqual(expect.arrayContaining(['Chi bộ thôn Đồng Sơn']))
  const nominations = await firstRow(join(place.folder, 'cu-di-hoc.xlsx'))
  const { rows } = await callPort<{ rows: { name: string }[] }>(page, 'candidate.search')
  expect(nominations).toEqual(expect.arrayContaining([rows[0]?.name]))
})

/** The first row of data of a list, beneath its title and the names of its columns. */
async function firstRow(path: string): Promise<unknown[]> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(path)
  const values = book.worksheets[0]?.getRow(5).values
  return Array.isArray(values) ? values : []
}

test('units another office records are seen above, cannot be changed there, and take up what was kept for them on paper', async ({
  place,
}) => {
  test.slow()
  const { commune, district } = await openCommuneAndDistrict(place)
  const add = async ({ page }: OfficeWindow, input: object) =>
    (await callPort<{ unit: string }>(page, 'unit.add', { type: 'branch', ...input })).unit
  const paper = { onPaper: true, sector: 'residential', area: 'rural' }
  const whole = await add(district, { ...paper, name: 'Đảng ủy xã Đồng Hóa', type: 'baseCommittee' })
  const kept = await add(district, { ...paper, name: 'Chi bộ Đồng Sơn (ghi thay)', parent: whole })
  await register(district, kept)
  await pairOffices(commune, district, whole)
  await add(commune, { name: 'Chi bộ thôn Đồng Sơn' })
  await exportTo(commune, place.stick)
  await importFrom(district, place.stick)
  const units = unitsPage(district.page)
  await units.open()
  await expect(units.row('Chi bộ thôn Đồng Sơn')).toContainText('Do Đảng ủy xã Đồng Hóa ghi')
  await units.unit('Chi bộ thôn Đồng Sơn').click()
  await expect(district.page.getByText('Đảng ủy xã Đồng Hóa ghi chép đơn vị này; đơn vị mình chỉ xem.')).toBeVisible()
  await expect(units.button('Sửa hoặc kết thúc')).toBeHidden()

  // What the district kept for it on paper: the branch is matched, then the case goes over, and nothing is left to do.
  const { page } = district
  await goTo(page, '/')
  await page
    .getByRole('link', { name: 'Chi bộ, đảng ủy bộ phận đã ghi thay, chờ đối chiếu với đơn vị đã kết nối' })
    .click()
  await expect(page.getByRole('button', { name: 'Ghép 0 chi bộ' })).toBeDisabled()
  const match = page.getByRole('combobox', { name: 'Chi bộ của đơn vị là Chi bộ Đồng Sơn (ghi thay)' })
  await match.click()
  await page.getByRole('option', { name: 'Chi bộ thôn Đồng Sơn' }).click()
  // What was matched and not recorded is there again.
  await goTo(page, '/')
  await goTo(page, '/ban-giao')
  await expect(page.getByText('Đã mở lại nội dung đang nhập dở.')).toBeVisible()
  await expect(match).toHaveValue('Chi bộ thôn Đồng Sơn')
  await expectGoodLook(page, 'hand-over')
  await page.getByRole('button', { name: 'Ghép 1 chi bộ' }).click()
  // On a low window the list is scrolled to as it gets the keyboard back, and not beneath the head of the window.
  await page.setViewportSize({ width: 1366, height: 420 })
  await page.getByRole('button', { name: 'Giao 1 hồ sơ' }).click()
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
  await page.getByRole('dialog').getByRole('button', { name: 'Giao hồ sơ' }).click()
  await expect(page.getByText(/^Đã giao 1 hồ sơ/)).toBeVisible()
  await expect(page.getByRole('table', { name: /^Hồ sơ chờ giao/ })).toBeHidden()
  // The keyboard is left where the list was, which says that all is done; whoever takes a match back may say why.
  const left = page.getByRole('group', { name: /^Hồ sơ chờ giao/ })
  await expect(left).toBeFocused()
  await expect(left).toContainText('Đã bàn giao xong')
  const head = await page.getByRole('banner').boundingBox()
  expect((await left.boundingBox())?.y).toBeGreaterThanOrEqual(head?.height ?? Number.NaN)
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.getByRole('button', { name: 'Bỏ ghép Chi bộ Đồng Sơn (ghi thay)' }).click()
  await expect(page.getByRole('dialog').getByLabel('Lý do')).toBeFocused()
  await page.keyboard.press('Escape')
  // The branch that was given up leads to where the work goes on, and offers nothing that would be refused or not count.
  await page.getByRole('link', { name: 'Chi bộ Đồng Sơn (ghi thay)' }).click()
  await expect(page.getByText('Không ghi thêm ở đây; ghi tiếp ở Chi bộ thôn Đồng Sơn.')).toHaveCount(2)
  for (const offered of ['Sửa hoặc kết thúc', 'Ghi số đảng viên', 'Ghi cách xét khác', 'Ghi rà soát', 'Thêm đảng viên'])
    await expect(units.button(offered)).toBeHidden()
  await expectGoodLook(page, 'unit-given-up', ['light'])
  await units.open()
  await expect(units.row('Chi bộ thôn Đồng Sơn').getByRole('cell').last()).toHaveText('1')
})
