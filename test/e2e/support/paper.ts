/**
 * What goes to paper. A headless browser has no print dialog: the page's own `print` is held open, as a dialog would be,
 * while what stands on the sheet is read in the face of print.
 */
import { expect, type Page } from '@playwright/test'

/** Answers whether the sheet came out, which a browser does not tell. */
export async function sayPrinted(page: Page, isPrinted: boolean): Promise<void> {
  const question = page.getByRole('dialog', { name: 'Bản in đã ra giấy chưa?' })
  await question.getByRole('button', { name: isPrinted ? 'Đã in' : 'Chưa in', exact: true }).click()
  await expect(question).toBeHidden()
}

/** The text on paper when `act` prints. */
export async function printedText(page: Page, act: () => Promise<void>): Promise<string> {
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
  await page.emulateMedia({ media: null })
  await page.evaluate(() => {
    delete document.documentElement.dataset['printing']
    window.dispatchEvent(new Event('closeDialog'))
  })
  return text
}
