/**
 * The list as a tool: columns, saved views, what is done for many people at once and taken back at once.
 */
import { candidatesPage } from './pages/candidates.ts'
import { unlockPage } from './pages/unlock.ts'
import { expect, test } from './support/fixtures.ts'
import { expectGoodDialog, expectGoodLook } from './support/look.ts'
import { BRANCH_VOTE } from '../support/journey.ts'
import { callPort, PASSPHRASE } from './support/ready.ts'
import { BRANCH, goTo, HELPER, openWithBranches, OTHER_BRANCH, register } from './support/people.ts'

test('columns are chosen, a way of looking is saved, and both are there again', async ({ place }) => {
  const window = await openWithBranches(place)
  const { page, branch, other } = window
  await register(page, branch, { name: 'Trần Thị Hường', source: 'womenUnion' })
  await register(page, other, { name: 'Nguyễn Đường An', source: 'youthUnion', occupation: 'farmer' })
  await goTo(page, '/nguon')
  const list = candidatesPage(page)
  await expect(list.rows).toHaveCount(2)
  await list.columns.click()
  await page.getByRole('checkbox', { name: 'Nghề nghiệp' }).check()
  await page.getByRole('checkbox', { name: 'Giới tính' }).uncheck()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('columnheader', { name: 'Nghề nghiệp' })).toBeVisible()
  await expect(page.getByRole('columnheader', { name: 'Giới tính' })).toHaveCount(0)
  await expect(page.getByRole('cell', { name: 'Nông dân' })).toBeVisible()

  await list.filter('Chi bộ', OTHER_BRANCH)
  await expect(list.rows).toHaveCount(1)
  await page.getByText('Chờ lâu nhất').click()
  await list.views.click()
  await expectGoodLook(page, 'list-views')
  await page.getByRole('button', { name: 'Lưu cách xem đang dùng' }).click()
  await page.getByRole('textbox', { name: 'Tên cách xem' }).fill('Trường học, chờ lâu')
  await page.keyboard.press('Enter')
  await list.clear.click()
  await expect(list.rows).toHaveCount(2)

  await page.getByRole('button', { name: 'Khóa', exact: true }).click()
  await unlockPage(page).unlock(PASSPHRASE)
  await expect(page.getByRole('heading', { level: 1, name: 'Nguồn và hồ sơ' })).toBeVisible()
  await goTo(page, '/nguon')
  await expect(list.rows).toHaveCount(2)
  await list.views.click()
  await page.getByRole('button', { name: 'Trường học, chờ lâu', exact: true }).click()
  await expect(list.rows).toHaveCount(1)
  await expect(page.getByRole('columnheader', { name: 'Nghề nghiệp' })).toBeVisible()
  await list.views.click()
  await page.getByRole('button', { name: 'Bỏ cách xem Trường học, chờ lâu' }).click()
  await expect(page.getByRole('button', { name: 'Trường học, chờ lâu', exact: true })).toHaveCount(0)
})

test('people are ticked by mouse and key, get one helper, are nominated, and it is all taken back', async ({
  place,
}) => {
  const window = await openWithBranches(place)
  const { page, branch } = window
  for (const name of ['Lê Thị Ánh', 'Trần Văn Bình', 'Phạm Thị Cúc', 'Đỗ Văn Dũng'])
    await register(page, branch, { name })
  await goTo(page, '/nguon')
  const list = candidatesPage(page)
  await expect(list.rows).toHaveCount(4)
  await list.tick('Lê Thị Ánh').click()
  await list.tick('Phạm Thị Cúc').click({ modifiers: ['Shift'] })
  await expect(list.selection).toContainText('Đã chọn 3 người')
  await list.person('Phạm Thị Cúc').focus()
  await page.keyboard.press('x')
  await expect(list.selection).toContainText('Đã chọn 2 người')
  await expectGoodLook(page, 'list-selection')
  // Whom a range would begin with is not in the list any more: nobody is ticked but who was clicked.
  await list.tick('Trần Văn Bình').click()
  await list.tick('Lê Thị Ánh').click()
  await list.search.fill('Văn')
  await expect(list.rows).toHaveCount(2)
  await list.tick('Đỗ Văn Dũng').click({ modifiers: ['Shift'] })
  await expect(list.tick('Đỗ Văn Dũng')).toBeChecked()
  await expect(list.tick('Trần Văn Bình')).not.toBeChecked()
  await list.search.fill('')
  await expect(list.rows).toHaveCount(4)
  for (const name of ['Đỗ Văn Dũng', 'Lê Thị Ánh', 'Trần Văn Bình']) await list.tick(name).click()
  await expect(list.selection).toContainText('Đã chọn 2 người')

  await list.selection.getByRole('button', { name: 'Phân công người giúp đỡ' }).click()
  await page.getByRole('combobox', { name: 'Đảng viên chính thức' }).click()
  await page.getByRole('option', { name: new RegExp(HELPER) }).click()
  await page.getByRole('textbox', { name: 'Giúp đỡ từ ngày' }).fill('20/12/2023')
  await expectGoodDialog(page, 'list-assign-many')
  await page.getByRole('button', { name: 'Ghi phân công' }).click()
  await expect(page.getByText('Đã phân công người giúp đỡ cho 2 người.')).toBeVisible()
  await expect(list.rows.filter({ hasText: HELPER })).toHaveCount(2)
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Đã hoàn tác.')).toBeVisible()
  await expect(list.rows.filter({ hasText: HELPER })).toHaveCount(0)

  await list.tickAll.click()
  await expect(list.selection).toContainText('Đã chọn 4 người')
  await list.selection.getByRole('button', { name: 'Cử đi học lớp bồi dưỡng' }).click()
  await page.getByRole('textbox', { name: 'Ngày cử' }).fill('02/01/2024')
  await page.getByRole('button', { name: 'Ghi cử đi học' }).click()
  await expect(page.getByText('Đã cử 4 người đi học.')).toBeVisible()
  // Nominated once already: nothing is recorded for anybody, and the sentence names the person.
  await list.selection.getByRole('button', { name: 'Cử đi học lớp bồi dưỡng' }).click()
  await page.getByRole('textbox', { name: 'Ngày cử' }).fill('02/01/2024')
  await page.getByRole('button', { name: 'Ghi cử đi học' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Lê Thị Ánh' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Bỏ, không ghi' }).click()
  await list.selection.getByRole('button', { name: 'Bỏ chọn' }).click()
  await expect(list.selection).toHaveCount(0)
  await list.filter('Chi bộ', BRANCH)
  await expect(list.rows).toHaveCount(4)
})

test('the board shows who has waited longest, and each number opens exactly those people', async ({ place }) => {
  const window = await openWithBranches(place)
  const { page, branch, other } = window
  await goTo(page, '/bang')
  await expect(page.getByText('Chưa có ai đang theo dõi')).toBeVisible()
  const old = await register(page, branch, { name: 'Lê Thị Ánh' })
  await callPort(page, 'helper.assign', { case: old, name: HELPER, from: '2023-03-01' })
  const newer = await register(page, other, { name: 'Trần Văn Bình' })
  await callPort(page, 'helper.assign', { case: newer, name: HELPER, from: '2023-09-20' })
  await register(page, other, { name: 'Phạm Thị Cúc' })
  const column = page.getByRole('region', { name: 'Đang được giúp đỡ' })
  await expect(column.getByRole('link', { name: 'Lê Thị Ánh' })).toBeVisible()
  await expect(column).toContainText('307 ngày')
  await expectGoodLook(page, 'board')
  await column.getByRole('link', { name: '1 người quá 180 ngày' }).click()
  const list = candidatesPage(page)
  await expect(list.rows).toHaveCount(1)
  await expect(list.person('Lê Thị Ánh')).toBeVisible()
  await page.getByRole('button', { name: /^Bỏ lọc: Ở giai đoạn này/ }).click()
  await expect(list.rows).toHaveCount(2)
  // Whoever has waited longest stands first.
  expect(await list.names()).toEqual(['Lê Thị Ánh', 'Trần Văn Bình'])
  await page.goBack()
  await page.getByRole('combobox', { name: 'Chi bộ' }).click()
  await page.getByRole('option', { name: OTHER_BRANCH }).click()
  await expect(column.getByRole('link', { name: 'Lê Thị Ánh' })).toHaveCount(0)
  await expect(column.getByRole('link', { name: 'Trần Văn Bình' })).toBeVisible()
})

test('the home page names what nobody is reminded of by a limit, and the year against its target', async ({
  place,
}) => {
  const window = await openWithBranches(place)
  const { page, branch } = window
  const id = await register(page, branch, { name: 'Lê Thị Ánh' })
  const resolution = { number: '12-NQ/CB', date: '2023-03-01' }
  await callPort(page, 'helper.assign', { case: id, name: HELPER, from: '2023-03-01', resolution })
  await callPort(page, 'paper.record', { case: id, paper: 'CN-NTVD', number: '1', date: '2019-02-15' })
  const voted = await register(page, branch, { name: 'Trần Văn Bình' })
  const again = { ...BRANCH_VOTE, date: '2023-12-20', resolution: { number: '12-NQ/CB', date: '2023-12-20' } }
  await callPort(page, 'dossier.recordBranchVote', { case: voted, ...again })
  await goTo(page, '/')
  const watch = page.getByRole('region', { name: 'Cần để ý' })
  await expect(watch.getByRole('region', { name: /^Giấy chứng nhận/ })).toContainText('Có giá trị đến 15/02/2024')
  await expect(watch.getByRole('region', { name: /^Người giúp đỡ/ })).toContainText('ghi nhận gần nhất 01/03/2023')
  await expect(watch.getByRole('region', { name: /^Danh sách chưa rà soát/ })).toContainText(BRANCH)
  await expect(
    watch.getByRole('region', { name: /^Số nghị quyết/ }).getByRole('link', { name: /Ánh|Bình/ }),
  ).toHaveCount(2)
  await page.getByRole('link', { name: 'Ghi chỉ tiêu' }).click()
  await page.getByRole('button', { name: 'Ghi chỉ tiêu' }).click()
  await page.getByRole('textbox', { name: 'Số người' }).fill('12')
  await page.getByRole('textbox', { name: 'Số văn bản giao chỉ tiêu' }).fill('5-KH/ĐU')
  await page.getByRole('dialog').getByRole('button', { name: 'Ghi chỉ tiêu' }).click()
  await expect(page.getByRole('button', { name: 'Điều chỉnh chỉ tiêu', exact: true })).toBeVisible()
  await goTo(page, '/')
  await expect(page.getByRole('region', { name: 'Năm 2024 đến nay' })).toContainText('Kết nạp 0 trên chỉ tiêu 12 người')
  await expectGoodLook(page, 'home-watch')
  await watch
    .getByRole('region', { name: /^Giấy chứng nhận/ })
    .getByRole('link', { name: 'Mở trong danh sách' })
    .click()
  await expect(candidatesPage(page).rows).toHaveCount(1)
  await candidatesPage(page).clear.click()
  await candidatesPage(page).filter('Điểm vướng, cần lưu ý', 'Số nghị quyết, quyết định cần đối chiếu')
  await expect(candidatesPage(page).rows).toHaveCount(2)
  await candidatesPage(page).person('Trần Văn Bình').click()
  await page.getByRole('button', { name: /^Xem thêm/ }).click()
  const used = /^Nghị quyết của chi bộ số 12-NQ\/CB ngày 20\/12\/2023 trùng số với văn bản khác .* ngày 01\/03\/2023/
  await expect(page.getByRole('listitem', { name: used })).toBeVisible()
  await page.goBack()
  await candidatesPage(page).person('Lê Thị Ánh').click()

  const notes = page.getByRole('region', { name: 'Ghi chú riêng' })
  await notes.getByRole('textbox', { name: 'Nội dung ghi chú' }).fill('Gọi lại sau Tết.')
  await notes.getByRole('button', { name: 'Ghi chú', exact: true }).click()
  await expect(notes.getByText('Gọi lại sau Tết.')).toBeVisible()
  await expect(notes.getByRole('textbox', { name: 'Nội dung ghi chú' })).toHaveValue('')
  await expectGoodLook(page, 'case-notes')
  await notes.getByRole('button', { name: 'Bỏ ghi chú: Gọi lại sau Tết.' }).click()
  await expect(notes.getByText('Gọi lại sau Tết.')).toHaveCount(0)

  await page.keyboard.press('Control+k')
  await page.getByRole('textbox', { name: 'Tìm người, trang, việc' }).fill('quyen son')
  await page.getByRole('dialog').getByText(BRANCH).click()
  await expect(page.getByRole('heading', { name: BRANCH })).toBeVisible()
})

test('the calendar is walked by keys; the plan of a batch says who can make it and what is in the way', async ({
  place,
}) => {
  test.slow()
  const window = await openWithBranches(place, { today: '2024-01-15' })
  const { page, branch } = window
  const ready = await register(page, branch, { name: 'Lê Thị Ánh' })
  await callPort(page, 'helper.assign', { case: ready, name: HELPER, from: '2022-03-01', officialDate: '2015-02-03' })
  await callPort(page, 'paper.record', { case: ready, paper: 'CN-NTVD', number: '1', date: '2019-02-20' })
  const fresh = await register(page, branch, { name: 'Trần Văn Bình' })
  const lately = { from: '2024-01-02', acquaintedSince: '2024-01-02' }
  await callPort(page, 'helper.assign', { case: fresh, name: HELPER, officialDate: '2015-02-03', ...lately })
  await goTo(page, '/lich')
  const month = page.getByRole('table', { name: 'Tháng 01/2024' })
  await expect(month).toBeVisible()
  await month.getByRole('button', { name: /15\/01\/2024/ }).click()
  await page.keyboard.press('PageDown')
  await expect(page.getByRole('table', { name: 'Tháng 02/2024' })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  const day = page.getByRole('button', { name: /16\/02\/2024/ })
  await expect(day).toBeFocused()
  await page.getByRole('button', { name: /20\/02\/2024, 1 việc/ }).click()
  await expect(page.getByRole('table', { name: 'Việc ngày 20/02/2024' })).toContainText('Lê Thị Ánh')
  await expectGoodLook(page, 'calendar')

  await page.getByRole('tab', { name: 'Kế hoạch theo đợt' }).click()
  await page.getByText('Quốc khánh (02/09/2024)').click()
  const late = page.getByRole('region', { name: 'Không kịp' })
  await expect(late).toContainText('Trần Văn Bình')
  await expect(late).toContainText('Người giúp đỡ chỉ đủ thời gian theo dõi từ ngày 02/01/2025')
  await expect(page.getByRole('table', { name: 'Mốc thời gian', exact: true })).toContainText('Chi bộ họp xét')
  await expectGoodLook(page, 'batch')
  await page.getByRole('button', { name: 'Ngày kỷ niệm của đơn vị' }).click()
  await page.getByRole('textbox', { name: 'Ngày', exact: true }).fill('26/03/2024')
  await page.getByRole('textbox', { name: 'Tên' }).fill('Ngày thành lập Đoàn')
  await page.getByRole('button', { name: 'Thêm ngày' }).click()
  await page.getByRole('button', { name: 'Đóng', exact: true }).last().click()
  await expect(page.getByText('Ngày thành lập Đoàn (26/03/2024)')).toBeVisible()
})
