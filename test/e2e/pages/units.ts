/** Đơn vị, đảng viên. */
import { expect, type Page } from '@playwright/test'
import { menuOf } from './menu.ts'

/** The pages of units and members. */
export function unitsPage(page: Page) {
  const dialog = (name: string) => page.getByRole('dialog', { name })
  return {
    open: async () => {
      await menuOf(page).open('Đơn vị, đảng viên')
      await expect(page.getByRole('heading', { level: 1, name: 'Đơn vị, đảng viên' })).toBeVisible()
    },
    button: (name: string) => page.getByRole('button', { name, exact: true }),
    dialog,
    /** A field of a dialog. */
    field: (title: string, name: string) => dialog(title).getByRole('textbox', { name, exact: true }),
    choose: async (title: string, label: string, option: string) => {
      await dialog(title).getByRole('combobox', { name: label, exact: true }).click()
      await page.getByRole('option', { name: option, exact: true }).click()
    },
    submit: (title: string, name: string) => dialog(title).getByRole('button', { name, exact: true }),
    list: page.getByRole('table', { name: 'Danh sách đơn vị' }),
    row: (name: string) => page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) }),
    unit: (name: string) => page.getByRole('link', { name, exact: true }),
    members: page.getByRole('table', { name: 'Danh bạ đảng viên' }),
    tab: (name: string) => page.getByRole('tab', { name }),
  }
}
