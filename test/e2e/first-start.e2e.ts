import { existsSync, readdirSync } from 'node:fs'
import { firstStartPage } from './pages/first-start.ts'
import { unlockPage } from './pages/unlock.ts'
import { expect, test } from './support/fixtures.ts'
import { printedText } from './support/paper.ts'
import { expectGoodLook } from './support/look.ts'
import { openReady, PASSPHRASE } from './support/ready.ts'

const OFFICE = 'Đảng ủy xã Bình Minh'
const LONG = 'Đảng ủy Khối các cơ quan, đơn vị sự nghiệp và doanh nghiệp trực thuộc Huyện ủy Kim Sơn Giang'

// Several looks at pages, each in two colours and at two sizes.
test.slow()

test('an office is founded in four steps, by keyboard, and lands on what is to be done', async ({ place }) => {
  const window = await place.open('xa')
  const { page } = window
  const start = firstStartPage(page)

  // Nothing chosen, nothing typed: said beside the fields, and the focus is on the first.
  await start.next.click()
  await expect(page.getByText('Chọn ít nhất một việc')).toBeVisible()
  await expect(start.field('Tên đơn vị')).toHaveAccessibleDescription(/Chưa nhập/)
  await expect(start.capacity('Đề nghị kết nạp')).toBeFocused()
  await expectGoodLook(page, 'first-start-errors')

  await page.keyboard.press('Space')
  await start.fillOffice(OFFICE)
  await expect(start.field('Mã đơn vị')).toHaveValue('xa-binh-minh')
  await expect(start.field('Làm các việc này từ ngày')).toHaveValue('01/01/2024')
  await start.field('Làm các việc này từ ngày').fill('31/02/2024')
  await start.field('Làm các việc này từ ngày').press('Enter')
  await expect(start.field('Làm các việc này từ ngày')).toBeFocused()
  await expect(page.getByText('Tháng đó không có ngày này')).toBeVisible()
  await start.field('Làm các việc này từ ngày').fill('1/1/2023')
  await start.field('Làm các việc này từ ngày').press('Enter')

  await expect(start.step('Người dùng đầu tiên')).toBeVisible()
  await start.fillUser('Đỗ Thị Ngọc Ước', 'ngắn')
  await expect(start.field('Tên đăng nhập')).toHaveValue('uoc')
  await expect(page.getByText('Mật khẩu có dấu').first()).toBeVisible()
  await start.again.press('Enter')
  await expect(start.passphrase).toBeFocused()
  await expect(start.passphrase).toHaveAccessibleDescription(/cần ít nhất 10 ký tự/)
  await start.passphrase.fill(PASSPHRASE)
  await start.again.fill(`${PASSPHRASE} khác`)
  await start.again.press('Enter')
  await expect(start.again).toHaveAccessibleDescription(/Hai lần gõ chưa giống nhau/)
  await expectGoodLook(page, 'first-start-user')

  // Going back loses nothing, not even what is wrong so far.
  await start.back.click()
  await expect(start.field('Tên đơn vị')).toHaveValue(OFFICE)
  await expect(start.field('Làm các việc này từ ngày')).toHaveValue('01/01/2023')
  await expect(start.capacity('Đề nghị kết nạp')).toBeChecked()
  await start.next.click()
  await expect(start.field('Họ và tên')).toHaveValue('Đỗ Thị Ngọc Ước')
  await expect(start.passphrase).toHaveValue(PASSPHRASE)
  await start.again.fill(PASSPHRASE)
  await start.next.click()

  await expect(start.step('Bộ quy định')).toBeVisible()
  await expect(page.getByText('Không đưa tài liệu bí mật nhà nước vào phần mềm')).toBeVisible()
  await expect(page.getByText(/24-QĐ\/TW ngày 30\/07\/2021/)).toBeVisible()
  await expectGoodLook(page, 'first-start-rules')
  expect(existsSync(window.data)).toBe(false)
  await start.found.click()

  const sheet = await start.readSheet()
  expect(sheet.every((group) => /^\d{6}$/.test(group))).toBe(true)
  await expectGoodLook(page, 'first-start-sheet')
  // On paper and nowhere else: no file, no question where to put one.
  const before = readdirSync(place.folder, { recursive: true }).filter((name) => String(name).endsWith('.pdf'))
  const paper = await printedText(page, () => page.getByRole('button', { name: 'In phiếu' }).click())
  for (const group of sheet) expect(paper).toContain(group)
  expect(paper).not.toContain('Bắt đầu dùng phần mềm')
  expect(readdirSync(place.folder, { recursive: true }).filter((name) => String(name).endsWith('.pdf'))).toEqual(before)
  await start.prove(sheet.toReversed())
  await expect(page.getByText(/chưa khớp với phiếu/).first()).toBeVisible()
  await start.prove(sheet)

  await expect(page.getByRole('heading', { level: 1, name: 'Việc cần làm' })).toBeVisible()
  await expect(page.getByText('Đỗ Thị Ngọc Ước')).toBeVisible()
})

test('rules that are no longer in force are said to be so, and a long name does not break the page', async ({
  place,
}) => {
  const { page } = await place.open('xa', '2026-03-02')
  const start = firstStartPage(page)
  await start.fillOffice(LONG)
  await start.field('Mã đơn vị').fill('Mã Sai')
  await start.next.click()
  await expect(start.field('Mã đơn vị')).toHaveAccessibleDescription(/chỉ gồm chữ thường không dấu/i)
  await start.field('Mã đơn vị').fill('khoi-co-quan')
  await start.next.click()
  await start.fillUser('Nguyễn Hoàng Thị Phương Thảo Nguyên Đặng Trần', PASSPHRASE)
  await start.next.click()
  const note = page.getByRole('note').filter({ hasText: 'Bộ quy định này không có hiệu lực hôm nay' })
  await expect(page.getByRole('radio', { name: /^Theo ngày của từng việc/ })).toBeChecked()
  await expect(note).toBeHidden()
  await page.getByRole('radio', { name: /^Luôn theo .*24-QĐ\/TW/ }).check()
  await expect(note).toContainText('Ngày 02/03/2026 đang có hiệu lực')
  await expectGoodLook(page, 'first-start-old-rules')
})

test('after five wrong passphrases the page waits', async ({ place }) => {
  const window = await openReady(place, 'xa')
  const { page } = window
  await page.getByRole('button', { name: 'Khóa', exact: true }).click()
  const unlock = unlockPage(page)
  for (let tries = 1; tries <= 5; tries++) {
    await expect(unlock.open).toBeEnabled()
    await unlock.unlock(`không phải ${tries}`)
    await expect(unlock.alert).toContainText('mật khẩu chưa đúng')
    await expect(unlock.passphrase).toHaveValue('')
  }
  await expect(unlock.waiting).toBeDisabled()
  await expectGoodLook(page, 'unlock-waiting')
})

test('a lost computer comes back from its backup, with the sheet, and unlocks', async ({ place }) => {
  const old = await openReady(place, 'xa')
  const { sheet } = old
  old.answer(place.stick)
  await old.page.evaluate(() => (window.location.hash = '#/sao-luu'))
  await old.page.getByRole('button', { name: 'Chọn nơi sao lưu' }).click()
  await old.page.getByRole('button', { name: 'Sao lưu ngay' }).click()
  await expect(old.page.getByText(/Đã sao lưu vào/)).toBeVisible()
  await old.close()

  const fresh = await place.open('may-moi')
  const { page } = fresh
  const start = firstStartPage(page)
  await start.field('Tên đơn vị').fill(OFFICE)
  const { restore } = start
  await restore.open.click()
  await restore.start.click()
  await expect(start.alert).toContainText('Chọn nơi có bản sao lưu')
  fresh.answer(place.folder)
  await restore.choose.click()
  await expect(page.getByText(/Không thấy bản sao lưu hoàn chỉnh/)).toBeVisible()
  fresh.answer(place.stick)
  await restore.choose.click()
  await expect(restore.backups).toHaveCount(1)
  await restore.passphrase.fill('không phải mật khẩu')
  await restore.passphrase.press('Enter')
  await expect(start.alert).toContainText('mật khẩu chưa đúng')
  await restore.bySheet.click()
  await restore.sheet.fill(sheet.join(' ').replace(/^\d/, (digit) => String((Number(digit) + 1) % 10)))
  await restore.start.click()
  await expect(start.alert).toContainText('nhóm 1 chưa đúng')
  await expectGoodLook(page, 'restore')
  await restore.sheet.fill(sheet.join('\n'))
  await restore.start.click()
  await expect(page.getByText(`Đã khôi phục ${OFFICE}`)).toBeVisible()
  await expectGoodLook(page, 'restored')
  await restore.unlock.click()
  await unlockPage(page).unlock(PASSPHRASE)
  await expect(page.getByRole('heading', { level: 1, name: 'Việc cần làm' })).toBeVisible()
})
