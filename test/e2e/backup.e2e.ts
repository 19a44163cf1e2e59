import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { backupPage } from './pages/backup.ts'
import { expect, test } from './support/fixtures.ts'
import { expectGoodLook } from './support/look.ts'
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
