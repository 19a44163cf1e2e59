/** The page 'Thêm người'. */
import { expect, type Page } from '@playwright/test'

/** The form that registers a person or takes a case over. */
export function registerPage(page: Page) {
  const field = (name: string | RegExp) => page.getByRole('textbox', { name, exact: typeof name === 'string' })
  return {
    heading: page.getByRole('heading', { level: 1, name: 'Thêm người' }),
    field,
    name: field('Họ và tên'),
    unit: page.getByRole('combobox', { name: 'Chi bộ' }),
    chooseUnit: async (name: string) => {
      const unit = page.getByRole('combobox', { name: 'Chi bộ' })
      await unit.click()
      await page.getByRole('option', { name, exact: true }).click()
      await expect(unit).toHaveValue(name)
    },
    choose: async (name: string, option: string) => {
      await page.getByRole('combobox', { name }).click()
      await page.getByRole('option', { name: option, exact: true }).click()
    },
    more: page.getByRole('button', { name: 'Thêm thông tin' }),
    similar: page.getByRole('region', { name: 'Người có thể trùng' }),
    identityNote: page.getByRole('status', { name: 'Lưu ý về số định danh' }),
    takeOver: page.getByRole('radio', { name: 'Tiếp nhận hồ sơ đang làm dở' }),
    dropDraft: page.getByRole('button', { name: 'Bỏ bản nháp' }),
    save: page.getByRole('button', { name: 'Lưu', exact: true }),
    saveAndAdd: page.getByRole('button', { name: 'Lưu và thêm người nữa' }),
  }
}
