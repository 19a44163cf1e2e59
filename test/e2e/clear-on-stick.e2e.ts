/** A list saved in clear onto a stick: asked first, in a sentence; nothing is written until the person says so. */
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { settingsPage } from './pages/settings.ts'
import { expect, test } from './support/fixtures.ts'
import { expectGoodDialog } from './support/look.ts'
import { goTo, openWithBranches, register } from './support/people.ts'
import { withStick } from './support/plugged-stick.ts'
import { sheetOf } from '../support/read-sheet.ts'

const WHY = 'Báo cáo Huyện ủy'

test('a list in clear goes onto a stick only after a yes, and is logged', async ({ place }) => {
  test.slow()
  const usb = join(place.folder, 'usb-do')
  mkdirSync(usb)
  const { page, branch, answer } = await openWithBranches(place, { environment: withStick(usb) })
  await register(page, branch, { name: 'Trần Thị Hường' })
  await goTo(page, '/nguon')
  await page.getByRole('button', { name: 'Lưu ra Excel' }).click()
  const dialog = page.getByRole('dialog', { name: 'Lưu ra Excel: Danh sách nguồn và hồ sơ' })
  const save = dialog.getByRole('button', { name: 'Lưu ra tệp Excel' })
  const question = dialog.getByRole('alertdialog', { name: 'Chưa lưu: nơi này có thể mang đi' })
  const say = (answered: string) => question.getByRole('button', { name: answered, exact: true }).click()
  const onStick = join(usb, 'danh-sach.xlsx')
  const saved = dialog.getByRole('status').filter({ hasText: 'Đã lưu' })
  await dialog.getByRole('textbox', { name: 'Mục đích sử dụng' }).fill(WHY)

  answer(onStick)
  await save.click()
  await expect(question).toContainText(
    `“${usb}” nằm trên USB hoặc ổ đĩa rời. Tệp sắp lưu không mã hóa: ai cầm ổ này cũng đọc được. Lưu vào đây?`,
  )
  // The way that writes nothing yet has the focus: Enter out of habit does no harm.
  await expect(question.getByRole('button', { name: 'Chọn nơi khác' })).toBeFocused()
  await expectGoodDialog(page, 'clear-on-stick')
  expect(readdirSync(usb)).toEqual([])
  await say('Không lưu')
  await expect(question).toBeHidden()
  await expect(save).toBeEnabled()
  await expect(saved).toBeHidden()
  expect(readdirSync(usb)).toEqual([])

  // Another place, on the computer itself, is not asked about.
  const here = join(place.folder, 'trong-may.xlsx')
  answer(onStick)
  await save.click()
  await expect(question).toBeVisible()
  answer(here)
  await say('Chọn nơi khác')
  await expect(saved).toContainText(here)
  await expect(saved).toContainText('ai có tệp cũng mở được')
  expect(readdirSync(usb)).toEqual([])

  answer(onStick)
  await save.click()
  await say('Lưu vào đây')
  await expect(saved).toContainText(onStick)
  await expect(saved).toContainText('nằm trên ổ có thể mang đi. Giữ USB cẩn thận và xóa tệp khi xong việc.')
  expect(readdirSync(usb)).toEqual(['danh-sach.xlsx'])
  expect((await sheetOf(onStick)).getCell('B5').value).toBe('Trần Thị Hường')
  expect(existsSync(here)).toBe(true)

  // Two files were written, and two are logged, with the purpose.
  await page.keyboard.press('Escape')
  const settings = settingsPage(page)
  await settings.open()
  const logged = settings.block('Tệp và bản in không mã hóa').getByRole('row', { name: new RegExp(WHY) })
  await expect(logged).toHaveCount(2)
  await expect(logged.first()).toContainText('Danh sách nguồn và hồ sơ')
})
