/** Báo cáo, chỉ tiêu: the report of a period. */
import { expect, type Page } from '@playwright/test'
import { dialogOf } from './case.ts'
import { menuOf } from './menu.ts'

/** The report of a period, with its tables as a person reads them. */
export function reportsPage(page: Page) {
  const tables = page.getByRole('main').getByRole('table')
  return {
    open: async () => {
      await menuOf(page).open('Báo cáo, chỉ tiêu')
      await expect(page.getByRole('heading', { level: 1, name: 'Báo cáo, chỉ tiêu' })).toBeVisible()
    },
    choosePlace: async (name: string) => {
      await page.getByRole('combobox', { name: 'Đơn vị' }).click()
      await page.getByRole('option', { name, exact: true }).click()
    },
    /** What is reported: period and office. */
    about: (text: string) => page.getByText(text, { exact: true }),
    table: (name: string) => page.getByRole('table', { name }),
    /** Every figure that can be read, table by table, each under its name. */
    figures: () =>
      tables.evaluateAll((found) =>
        found.map((table) => ({
          table: table.getAttribute('aria-label'),
          rows: [...table.querySelectorAll('tr')].map((row) => [...row.children].map((cell) => cell.textContent)),
        })),
      ),
    send: async () => {
      await page.getByRole('button', { name: 'Gửi báo cáo' }).click()
      const { dialog, button } = dialogOf(page, 'Gửi báo cáo')
      await button('Gửi báo cáo').click()
      await expect(dialog).toBeHidden()
    },
  }
}
