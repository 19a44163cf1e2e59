import { unlockPage } from './pages/unlock.ts'
import { expect, test } from './support/fixtures.ts'
import { expectGoodLook } from './support/look.ts'
import { BRANCH, goTo, openWithBranches, register } from './support/people.ts'
import { keptDraft, PASSPHRASE } from './support/ready.ts'

const ROWS = [
  'STT\tHọ và tên\tNTNS\tGT\tSố CCCD\tChi bộ',
  '1\tTrần Thị Hường\t12/05/1998\tNữ\t35198001234\tQuyển Sơn',
  '2\tĐặng Văn Dương\t36161\tNam\t035099001235\tThôn Quyển Sơn',
  '3\tLê Văn Khang\t31/02/1990\tNam\t\tQuyển Sơn',
  '4\tNguyễn Đường An\t2004\tNam\t\tQuyển Sơn',
].join('\n')

test('rows from Excel are checked one by one, taken in at once and taken back', async ({ place }) => {
  const window = await openWithBranches(place)
  const { page, branch } = window
  await register(page, branch, { name: 'Nguyễn Đường An', birth: '2004' })
  await goTo(page, '/nguon')
  await page.getByRole('link', { name: 'Dán từ Excel' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Dán danh sách từ Excel' })).toBeVisible()

  await page.getByRole('textbox', { name: 'Các dòng từ Excel' }).fill(ROWS)
  const summary = page.getByRole('status').filter({ hasText: 'sẽ nhập' })
  await expect(page.getByRole('combobox', { name: 'Cột 2 là' })).toHaveValue('Họ và tên')
  await expect(page.getByRole('combobox', { name: 'Cột 5 là' })).toHaveValue('Số định danh cá nhân')
  await expect(summary).toHaveText('4 dòng, sẽ nhập 0, có lỗi 3.')
  await expectGoodLook(page, 'paste-questions')

  await page.getByRole('radio', { name: '36161 là 01/01/1999' }).check()
  await page.getByRole('checkbox', { name: 'Thêm lại chữ số 0' }).check()
  await expect(summary).toHaveText('4 dòng, sẽ nhập 2, có lỗi 1.')
  const rows = page.getByRole('table', { name: 'Các dòng sẽ nhập' }).getByRole('row')
  await expect(rows.nth(1)).toContainText('035198001234')
  await expect(rows.nth(1)).toContainText(BRANCH)
  await expect(rows.nth(3)).toContainText('tháng đó không có ngày này')
  await expect(rows.nth(3).getByRole('checkbox')).toBeDisabled()
  await expect(rows.nth(4)).toContainText('Có thể trùng')
  await expectGoodLook(page, 'paste-rows')

  // Another page in between, or a lock: the rows and every answer are there again.
  await rows.nth(2).getByRole('checkbox').uncheck()
  await expect(summary).toHaveText('4 dòng, sẽ nhập 1, có lỗi 1.')
  await expect.poll(() => keptDraft(page, 'nhap-bang')).toContain('"unwanted":[1]')
  await page.getByRole('button', { name: 'Khóa', exact: true }).click()
  await unlockPage(page).unlock(PASSPHRASE)
  await goTo(page, '/nhap-bang')
  await expect(page.getByText('Đã mở lại các dòng đang làm dở, cùng những gì đã chọn.')).toBeVisible()
  await expect(summary).toHaveText('4 dòng, sẽ nhập 1, có lỗi 1.')
  await rows.nth(2).getByRole('checkbox').check()

  await page.getByRole('button', { name: 'Nhập 2 người vào danh sách nguồn' }).click()
  const done = page.getByRole('status').filter({ hasText: 'Đã đưa 2 người vào danh sách nguồn.' })
  await expect(done).toBeVisible()
  await goTo(page, '/nguon')
  await expect(page.getByRole('link', { name: 'Trần Thị Hường' })).toBeVisible()
})

test('a list taken in by mistake is taken back with one button', async ({ place }) => {
  const window = await openWithBranches(place)
  const { page } = window
  await goTo(page, '/nhap-bang')
  await page
    .getByRole('textbox', { name: 'Các dòng từ Excel' })
    .fill('Họ và tên\tNăm sinh\nTrần Thị Hường\t1998\nLê Văn Khang\t1990')
  await page.getByRole('combobox', { name: 'Chi bộ của các dòng không ghi chi bộ' }).click()
  await page.getByRole('option', { name: BRANCH }).click()
  await page.getByRole('button', { name: 'Nhập 2 người vào danh sách nguồn' }).click()
  await page.getByRole('button', { name: 'Hoàn tác lần nhập này' }).click()
  await expect(page.getByText('Đã đưa 2 người vừa nhập ra khỏi danh sách.')).toBeVisible()
  await goTo(page, '/nguon')
  await expect(page.getByText('Chưa có ai trong danh sách')).toBeVisible()

  // Begun anew, the keyboard is where the next rows go.
  await goTo(page, '/nhap-bang')
  const box = page.getByRole('textbox', { name: 'Các dòng từ Excel' })
  await box.fill('Họ và tên\tNăm sinh\nLê Văn Khang\t1990')
  await goTo(page, '/nguon')
  await expect(page.getByText('Chưa có ai trong danh sách')).toBeVisible()
  await goTo(page, '/nhap-bang')
  await page.getByRole('button', { name: 'Bỏ, dán lại từ đầu' }).click()
  await expect(box).toHaveValue('')
  await expect(box).toBeFocused()
})
