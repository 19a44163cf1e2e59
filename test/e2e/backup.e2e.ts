import { existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { backupPage } from './pages/backup.ts'
import { expect, test } from './support/fixtures.ts'
import { expectGoodDialog, expectGoodLook } from './support/look.ts'
import { openReady } from './support/ready.ts'
import { menuOf } from './pages/menu.ts'

// Several looks at pages, each in two colours and at two sizes.
test.slow()

test('a place is chosen, a backup made and verified, damage and a missing stick are said', async ({ place }) => {
  const window = await openReady(place, 'xa')
  const { page, answer } = window
  const backup = backupPage(page)
  await backup.open()
  await expect(page.getByText('Chưa có bản sao lưu', { exact: true })).toBeVisible()
  await expect(backup.daily).toBeDisabled()
  await expect(backup.now).toBeHidden()

  answer(null)
  await backup.choosePlace.click()
  await expect(backup.now).toBeHidden()
  answer(place.stick)
  await backup.choosePlace.click()
  await expect(backup.daily).toBeChecked()
  await backup.daily.uncheck()
  await expect(backup.daily).not.toBeChecked()
  await backup.now.click()
  await expect(page.getByText(/Đã sao lưu vào .* mở lại kiểm tra thấy khớp/)).toBeVisible()
  await expect(page.getByText('Hôm nay đã có bản sao lưu.')).toBeVisible()
  await expect(backup.check).toHaveCount(1)
  await backup.check.click()
  await expect(page.getByText('Bản sao lưu ngày 02/01/2024 nguyên vẹn')).toBeVisible()
  await expectGoodLook(page, 'backup')
  await page.getByRole('button', { name: 'Lưu ra Excel' }).click()
  const saving = page.getByRole('dialog', { name: 'Lưu ra Excel: Danh sách bản sao lưu' })
  await saving.getByRole('textbox', { name: 'Mục đích sử dụng' }).fill('Theo dõi công việc')
  const sheet = join(place.folder, 'ban-sao-luu.xlsx')
  answer(sheet)
  await saving.getByRole('button', { name: 'Lưu ra tệp Excel' }).click()
  await expect.poll(() => existsSync(sheet)).toBe(true)
  await saving.press('Escape')
  await page.getByRole('button', { name: 'In', exact: true }).click()
  await expect(page.getByRole('dialog', { name: 'In: Danh sách bản sao lưu' })).toBeVisible()
  await expectGoodDialog(page, 'backup-print')
  await page.keyboard.press('Escape')

  // Another place, once; and one byte of it changed.
  const other = join(place.folder, 'usb-2')
  mkdirSync(other)
  answer(other)
  await backup.elsewhere.click()
  await expect(page.getByText(`“${other}`)).toBeVisible()
  const home = join(other, 'KetNap-sao-luu-binh-minh')
  const dated = join(home, readdirSync(home).find((name) => name.startsWith('2024')) ?? '')
  writeFileSync(join(dated, 'vault.json'), '{}')
  answer(dated)
  await backup.checkElsewhere.click()
  await expect(backup.alert).toContainText('Bản sao lưu bị hỏng')
  await expectGoodLook(page, 'backup-damaged')

  renameSync(place.stick, `${place.stick}-rut`)
  await backup.now.click()
  await expect(backup.alert).toContainText('Chưa sao lưu')
  await menuOf(page).open('Cài đặt')
  await backup.open()
  await expect(page.getByText('Không thấy nơi sao lưu')).toBeVisible()
  await expectGoodLook(page, 'backup-gone')
})
