/**
 * A word of its own typed into every kind of field there is, and recorded nowhere: lines, texts, dates, numbers, lists that
 * are searched, the filter of a list, the palette, a passphrase that is shown, the groups of a recovery sheet; and the name of
 * a file that is chosen.
 */
import { expect, type ElementHandle, type Locator, type Page } from '@playwright/test'
import { pdfFile } from '../../support/journey.ts'
import { unlockPage } from '../pages/unlock.ts'
import { goTo } from './people.ts'
import { PASSPHRASE } from './ready.ts'

/** What is typed, by kind of field. A day as it is typed and as it then stands in its field. */
export const TYPED = {
  line: 'Chim Gáy Trong Một Dòng',
  text: 'Chim Vạc Trong Nhiều Dòng',
  day: '17/3/1971',
  dayRead: '17/03/1971',
  number: '90713582461',
  choice: 'Chim Ri Trong Danh Sách',
  several: 'Chim Cuốc Trong Nhiều Lựa Chọn',
  file: 'Chim Yến Trong Tên Tệp.pdf',
  palette: 'Chim Én Trong Bảng Lệnh',
  passphrase: 'chim cú trong mật khẩu hiện',
  sheet: '482915 730264 519038 664271 903847 128556 371920 845613',
} as const

/**
 * Types into all of them.
 * @param unit - a unit that may be changed
 * @param id - a case that lacks a paper
 * @param folder - where the file is put that is chosen
 */
export async function typeEverywhere(page: Page, unit: string, id: string, folder: string): Promise<void> {
  const main = page.getByRole('main')
  await goTo(page, '/nguon')
  await expect(main.getByRole('textbox').first()).toBeVisible()
  await fillAll(main)
  await goTo(page, '/nguon/moi')
  await main.getByRole('button', { name: 'Thêm thông tin' }).click()
  await fillAll(main)
  await goTo(page, `/don-vi/${unit}`)
  await expect(main.getByRole('textbox', { name: 'Tìm đảng viên' })).toBeVisible()
  await fillAll(main)
  for (const button of ['Ghi số đảng viên', 'Sửa hoặc kết thúc']) {
    await main.getByRole('button', { name: button }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByRole('textbox').first()).toBeVisible()
    await fillAll(dialog)
    await dialog.getByRole('button', { name: 'Đóng', exact: true }).first().click()
    await page.getByRole('button', { name: 'Bỏ, không ghi' }).click()
    await expect(dialog).toBeHidden()
  }
  await goTo(page, `/ho-so/${id}`)
  const papers = page.getByRole('region', { name: 'Giấy tờ' })
  await papers.getByRole('button', { name: /^Ghi/u }).first().click()
  const file = pdfFile(folder, TYPED.file, '')
  const paper = page.getByRole('dialog')
  await paper.locator('input[type=file]').setInputFiles(file)
  await expect(paper).toContainText(TYPED.file)
  await keepState(page)
  await paper.getByRole('button', { name: 'Đóng', exact: true }).first().click()
  await page.getByRole('button', { name: 'Bỏ, không ghi' }).click()
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('textbox').fill(TYPED.palette)
  await keepState(page)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+l')
  await page.getByRole('button', { name: /phiếu khôi phục/u }).click()
  await page.getByRole('button', { name: 'Hiện mật khẩu' }).first().click()
  await page.getByRole('textbox', { name: 'Mật khẩu mới', exact: true }).fill(TYPED.passphrase)
  await page.getByRole('textbox', { name: 'Phiếu khôi phục' }).fill(TYPED.sheet)
  await keepState(page)
  await page.getByRole('button', { name: 'Quay lại' }).click()
  await unlockPage(page).unlock(PASSPHRASE)
  await expect(page.getByRole('button', { name: 'Khóa', exact: true })).toBeVisible()
}

const FIELDS = 'input:not([type="checkbox"], [type="radio"], [type="hidden"], [type="file"]), textarea'

/** Fills in every field of a place that can be typed into: lists last, which forget what is searched once they are left. */
async function fillAll(place: Locator): Promise<void> {
  const fields = await place.locator(FIELDS).elementHandles()
  const kinds = await Promise.all(fields.map(kindOf))
  const order = ['line', 'text', 'number', 'day', 'choice', 'several'] as const
  for (const kind of order) {
    const ofKind = fields.filter((_field, at) => kinds[at] === kind)
    // What is typed into one field may take another away, or open it.
    for (const field of ofKind) if (await isOpen(field)) await field.fill(TYPED[kind])
    await keepState(place.page())
  }
}

/** True if something can be typed into a field now. */
function isOpen(field: Field): Promise<boolean> {
  return field.evaluate(
    (input) =>
      input instanceof HTMLElement &&
      input.isConnected &&
      input.checkVisibility() &&
      !input.matches(':disabled, :read-only'),
  )
}

type Field = ElementHandle<Node>

function kindOf(field: Field): Promise<keyof typeof TYPED> {
  return field.evaluate((input) => {
    if (!(input instanceof HTMLElement)) return 'line'
    if (input.closest('.mantine-MultiSelect-input')) return 'several'
    if (input.getAttribute('role') === 'combobox' || input.getAttribute('aria-haspopup') === 'listbox') return 'choice'
    if (input.tagName === 'TEXTAREA') return 'text'
    if (input.getAttribute('inputmode') === 'numeric') return 'number'
    return input.getAttribute('placeholder')?.startsWith('ngày') === true ? 'day' : 'line'
  })
}

/** Has the browser take down the state of the page as it stands, as it does when a page is left. */
async function keepState(page: Page): Promise<void> {
  await page.evaluate(() => history.replaceState(history.state, ''))
}
