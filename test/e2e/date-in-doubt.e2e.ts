/** The computer shows a date that cannot be: asked for after unlocking, said until confirmed, gone by then. */
import { addBranch, caseAt, foundCommune, register } from '../support/journey.ts'
import { PASSPHRASE } from '../support/office.ts'
import { unlockPage } from './pages/unlock.ts'
import { expect, test } from './support/fixtures.ts'
import { expectGoodLook } from './support/look.ts'
import { openWindow } from './support/window.ts'

test.slow()

test('a dead battery: the date is asked for, only warned of until then, and gone by afterwards', async ({ place }) => {
  const office = await foundCommune(place.folder)
  const id = await register(office, await addBranch(office))
  expect((await caseAt(office, id)).stage).toBe('listed')
  office.core.close()
  const { folder } = place
  const window = await openWindow({ folder, code: office.code, today: '', computerDay: '2020-01-01' })
  const { page } = window
  try {
    await unlockPage(page).unlock(PASSPHRASE)
    const dialog = page.getByRole('dialog', { name: 'Hôm nay là ngày nào?' })
    const field = dialog.getByRole('textbox', { name: 'Hôm nay là' })
    await expect(dialog).toContainText('Máy đang ghi ngày 01/01/2020')
    await expect(field).toHaveValue('')
    await expectGoodLook(page, 'date-in-doubt')
    await dialog.getByRole('button', { name: 'Xác nhận' }).click()
    await expect(dialog).toContainText('Ghi ngày hôm nay')

    // Closed without an answer: said on every page, and asked for from there.
    await field.fill('')
    await dialog.getByRole('button', { name: 'Đóng' }).last().click()
    if (await dialog.getByRole('button', { name: 'Bỏ, không ghi' }).isVisible())
      await dialog.getByRole('button', { name: 'Bỏ, không ghi' }).click()
    await expect(dialog).toBeHidden()
    const banner = page.getByRole('note').filter({ hasText: 'Chưa xác nhận ngày hôm nay' })
    await expect(banner).toBeVisible()
    await page.evaluate((path) => (location.hash = path), `/ho-so/${id}`)
    await expect(page.getByRole('heading', { name: 'Nguyễn Thị Hòa' })).toBeVisible()
    await expectGoodLook(page, 'date-in-doubt-case')

    await page.getByRole('button', { name: 'Xác nhận ngày' }).click()
    await field.fill('1/10/2026')
    await field.press('Enter')
    await expect(dialog.getByRole('alert')).toContainText('Hôm nay không thể là 01/10/2026')
    await field.fill('5/12/2039')
    await field.press('Enter')
    await expect(dialog).toBeHidden()
    await expect(banner).toBeHidden()
    await expect(page.getByRole('note').filter({ hasText: 'Phần mềm đang dùng ngày 05/12/2039' })).toBeVisible()
    await expectGoodLook(page, 'date-corrected')
  } finally {
    await window.close()
  }
})
