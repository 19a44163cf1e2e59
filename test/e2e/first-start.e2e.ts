import { execFile } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import { standinWords } from '../../build/standin-command.ts'
import {
  addBranch,
  carry,
  communeAndDistrict,
  decide,
  exportRecovery,
  HOA,
  newStick,
  register,
  submittedDossier,
} from '../support/journey.ts'
import { exchangePage } from './pages/exchange.ts'
import { firstStartPage } from './pages/first-start.ts'
import { unlockPage } from './pages/unlock.ts'
import { expect, test } from './support/fixtures.ts'
import { printedText } from './support/paper.ts'
import { expectGoodLook } from './support/look.ts'
import { goTo } from './support/people.ts'
import { callPort, openReady, PASSPHRASE } from './support/ready.ts'
import { SEEDED_PASSPHRASE } from './support/seeded.ts'

const root = join(import.meta.dirname, '../..')
const OFFICE = 'Đảng ủy xã Bình Minh'
const LONG = 'Đảng ủy Khối các cơ quan, đơn vị sự nghiệp và doanh nghiệp trực thuộc Huyện ủy Kim Sơn Giang'

/** Real data in the stand-in are never open without a word about it; on the desktop there is nothing to say. */
async function expectHostTold(page: Page): Promise<void> {
  const { host } = await callPort<{ host: string }>(page, 'shell.info')
  const banner = page.getByRole('note').filter({ hasText: 'đang chạy tạm trong trình duyệt cài sẵn trên máy' })
  await expect(banner).toHaveCount(host === 'browser' ? 1 : 0)
}

// Several looks at pages, each in two colours and at two sizes.
test.slow()

test('an office is founded in four steps, by keyboard, and lands on what is to be done', async ({ place }) => {
  const window = await place.open('xa')
  const { page } = window
  const start = firstStartPage(page)

  await expectHostTold(page)
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
  await expect(page.getByText('Phiếu khôi phục chưa được kiểm tra')).toBeHidden()
  await expectHostTold(page)
  await page.keyboard.press('Shift+?')
  const shortcuts = page.getByRole('dialog', { name: 'Phím tắt' })
  await expect(shortcuts.getByRole('row', { name: '? Bảng phím tắt này' })).toBeVisible()
  await expect(shortcuts.getByRole('row', { name: 'Ctrl L Khóa' })).toBeVisible()
  const ofList = shortcuts.getByRole('table', { name: 'Nguồn và hồ sơ' })
  await expect(ofList.getByRole('row', { name: '/ Đến ô tìm kiếm' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(shortcuts).toBeHidden()
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

test('a second start over the same data says that a window is open, and opens none', async ({ place }) => {
  const { page, data } = await place.open('xa')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const again = await promisify(execFile)(process.execPath, [...standinWords(root), '--data', data], {
    cwd: root,
    env: { ...process.env, KETNAP_HEADLESS: '1' },
    timeout: 30_000,
  })
  expect(again).toEqual({
    stdout: 'Dữ liệu này đang mở ở một cửa sổ khác của phần mềm. Hãy dùng cửa sổ đó.\n',
    stderr: '',
  })
})

test('after five wrong passphrases the page waits, also after it is loaded anew', async ({ place }) => {
  const window = await openReady(place, 'xa')
  const { page } = window
  await page.getByRole('button', { name: 'Khóa', exact: true }).click()
  const unlock = unlockPage(page)
  await expectHostTold(page)
  // The browser driven here has no such key: what a keyboard with it pressed says.
  await unlock.passphrase.dispatchEvent('keyup', { key: 'A', modifierCapsLock: true })
  await expect(unlock.passphrase).toHaveAccessibleDescription('Phím Caps Lock đang bật.')
  await unlock.passphrase.press('a')
  await expect(unlock.passphrase).toHaveAccessibleDescription('')
  await expect(unlock.passphrase).toHaveAttribute('type', 'password')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Hiện mật khẩu' })).toBeFocused()
  await page.keyboard.press('Space')
  await expect(unlock.passphrase).toHaveAttribute('type', 'text')
  await expectGoodLook(page, 'unlock-shown')
  await page.getByRole('button', { name: 'Ẩn mật khẩu' }).press('Enter')
  await expect(unlock.passphrase).toHaveAttribute('type', 'password')
  for (let tries = 1; tries <= 5; tries++) {
    await expect(unlock.open).toBeEnabled()
    await unlock.unlock(`không phải ${tries}`)
    await expect(unlock.alert).toContainText('mật khẩu chưa đúng')
    await expect(unlock.passphrase).toHaveValue('')
  }
  await expect(unlock.waiting).toBeDisabled()
  await expectGoodLook(page, 'unlock-waiting')
  await page.reload()
  await expect(unlock.waiting).toBeDisabled()
  await expect(page.getByRole('main')).toContainText('Đợi hết số giây ghi trên nút bên dưới')
  await expect(callPort(page, 'session.unlock', { passphrase: SEEDED_PASSPHRASE })).rejects.toThrow('VAULT_WAIT')
})

test('a lost computer comes back from its backup with the sheet, and from the committee what was sent since', async ({
  place,
}) => {
  const { commune, district } = await communeAndDistrict(place.folder)
  const unit = await addBranch(commune)
  await register(commune, unit, { name: 'Trần Văn Đức' })
  await commune.do('backup.create', { folder: place.stick })
  const id = await submittedDossier(commune, unit)
  await carry(place.folder, commune, district)
  await decide(district, id)
  const recovery = newStick(place.folder, 'recovery')
  await exportRecovery(district, commune, recovery)
  for (const office of [commune, district]) office.core.close()

  const fresh = await place.open('may-moi', '2024-04-01')
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
  await restore.sheet.fill(commune.sheet.join(' ').replace(/^\d/, (digit) => String((Number(digit) + 1) % 10)))
  await restore.start.click()
  await expect(start.alert).toContainText('nhóm 1 chưa đúng')
  await expectGoodLook(page, 'restore')
  await restore.sheet.fill(commune.sheet.join('\n'))
  await restore.start.click()
  await expect(page.getByText(`Đã khôi phục ${commune.name}`)).toBeVisible()
  await expectGoodLook(page, 'restored')
  await restore.unlock.click()
  await unlockPage(page).unlock(SEEDED_PASSPHRASE)
  await expect(page.getByRole('heading', { level: 1, name: 'Việc cần làm' })).toBeVisible()

  // What was sent after the backup was made comes back from the committee, and what cannot is said.
  const exchange = exchangePage(fresh)
  await exchange.open('Nhận về')
  await exchange.carrier(recovery)
  await exchange.button('Xem trước').click()
  await expect(exchange.preview).toContainText('Gói khôi phục trả lại những gì đơn vị mình đã gửi cho nơi lập gói')
  await exchange.button('Nhận gói này').click()
  await expect(exchange.report.getByRole('list', { name: 'Thay đổi theo từng người' })).toContainText(HOA.name)
  await expect(exchange.report).toContainText('Việc chưa gửi, ghi chú riêng và giấy tờ chưa kèm hồ sơ thì không có')
  await expectGoodLook(page, 'recovered', ['light'])
  await exchange.report.getByRole('link', { name: 'Mở trang đối chiếu' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Người có thể trùng' })).toBeVisible()
  await goTo(page, `/ho-so/${id}`)
  await expect(page.getByRole('heading', { level: 1, name: HOA.name })).toBeVisible()
  await goTo(page, '/nguon')
  await expect(page.getByRole('link', { name: 'Trần Văn Đức' })).toBeVisible()
})
