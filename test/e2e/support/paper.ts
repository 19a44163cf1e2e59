/**
 * What goes to paper. A headless browser has no print dialog: the page's own `print` is held open, as a dialog would be,
 * while what stands on the sheet is read in the face of print.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { expect, type Page } from '@playwright/test'
import { keepPicture, SHEET } from './look.ts'
import type { OfficeWindow } from './window.ts'

/** Answers whether the sheet came out, which a browser does not tell. */
export async function sayPrinted(page: Page, isPrinted: boolean): Promise<void> {
  const question = page.getByRole('dialog', { name: 'Bản in đã ra giấy chưa?' })
  await question.getByRole('button', { name: isPrinted ? 'Đã in' : 'Chưa in', exact: true }).click()
  await expect(question).toBeHidden()
}

/** The text on paper when `act` prints. @param name - of a picture of the sheet, where there is to be one sheet and no more */
export async function printedText(page: Page, act: () => Promise<void>, name?: string): Promise<string> {
  await page.evaluate(() => {
    const print = () => {
      document.documentElement.dataset['printing'] = ''
      return new Promise((resolve) => window.addEventListener('closeDialog', resolve, { once: true }))
    }
    Object.assign(window, { print })
  })
  await act()
  await expect.poll(() => page.evaluate(() => 'printing' in document.documentElement.dataset)).toBe(true)
  await page.emulateMedia({ media: 'print' })
  const text = await page.evaluate(() => document.body.innerText)
  if (name !== undefined) await expectOneSheet(page, name)
  await page.emulateMedia({ media: null })
  await page.evaluate(() => {
    delete document.documentElement.dataset['printing']
    window.dispatchEvent(new Event('closeDialog'))
  })
  return text
}

async function expectOneSheet(page: Page, name: string): Promise<void> {
  const screen = page.viewportSize()
  await page.setViewportSize(SHEET)
  await keepPicture(page, name)
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  expect(height, `${name}, on one sheet`).toBeLessThanOrEqual(SHEET.height)
  if (screen !== null) await page.setViewportSize(screen)
}

/** Saves a PDF from the open print dialog, and closes it. @param file - where it is put */
export async function savePdf({ page, answer }: OfficeWindow, file: string): Promise<void> {
  const printing = page.getByRole('dialog', { name: /^In: / })
  await printing.getByRole('textbox', { name: 'Mục đích sử dụng' }).fill('Họp Đảng ủy')
  answer(file)
  await printing.getByRole('button', { name: 'Lưu thành PDF' }).click()
  await expect(printing.getByRole('status').filter({ hasText: 'Tệp vừa lưu không mã hóa' })).toBeVisible()
  await printing.press('Escape')
  await expect(printing).toBeHidden()
}

/** False where no other program is there to read a PDF. */
export const readsPdf = spawnSync('pdftotext', ['-v']).error === undefined

/** The words of a PDF, in one line. */
export function pdfText(file: string): string {
  return pdfPages(file).join(' ').replace(/\s+/gu, ' ')
}

/** The words of each sheet of a PDF, line by line. */
export function pdfPages(file: string): readonly string[] {
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
  return text.split('\f').filter((sheet) => sheet.trim() !== '')
}
