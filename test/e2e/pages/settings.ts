/** The settings page. */
import type { Page } from '@playwright/test'
import { menuOf } from './menu.ts'

/** The blocks of the settings page. */
export function settingsPage(page: Page) {
  const block = (name: string) => page.getByRole('region', { name, exact: true })
  return {
    open: () => menuOf(page).open('Cài đặt'),
    block,
    field: (name: string) => page.getByRole('textbox', { name, exact: true }),
    saveOffice: page.getByRole('button', { name: 'Ghi thông tin đơn vị' }),
    saveMinutes: page.getByRole('button', { name: 'Ghi số phút' }),
    deep: page.getByRole('button', { name: 'Kiểm tra sâu' }),
    inside: page.getByRole('radio', { name: 'Lưu trong phần mềm' }),
    look: (name: string) => block('Giao diện').getByText(name, { exact: true }),
  }
}
