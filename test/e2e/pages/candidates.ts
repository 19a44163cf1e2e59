/** The list of people. */
import type { Page } from '@playwright/test'

/** The page 'Nguồn và hồ sơ'. */
export function candidatesPage(page: Page) {
  return {
    heading: page.getByRole('heading', { level: 1, name: 'Nguồn và hồ sơ' }),
    search: page.getByRole('textbox', { name: 'Tìm theo họ tên hoặc số định danh' }),
    total: page.getByRole('status').first(),
    rows: page.getByRole('table').locator('tbody').getByRole('row'),
    person: (name: string) => page.getByRole('link', { name, exact: true }),
    names: async () => page.getByRole('table').locator('tbody').getByRole('link').allInnerTexts(),
    add: page.getByRole('link', { name: 'Thêm người' }),
    print: page.getByRole('button', { name: 'In danh sách' }),
    columns: page.getByRole('button', { name: 'Cột', exact: true }),
    views: page.getByRole('button', { name: 'Cách xem đã lưu' }),
    tick: (name: string) => page.getByRole('checkbox', { name: `Chọn ${name}`, exact: true }),
    tickAll: page.getByRole('checkbox', { name: 'Chọn cả trang' }),
    selection: page.getByRole('region', { name: 'Người được chọn' }),
    clear: page.getByRole('button', { name: 'Bỏ tìm và lọc' }),
    turnTo: (number: number) => page.getByRole('button', { name: `Trang ${number}`, exact: true }),
    filter: async (name: string, option: string) => {
      await page.getByRole('combobox', { name }).click()
      await page.getByRole('option', { name: option, exact: true }).click()
    },
  }
}
