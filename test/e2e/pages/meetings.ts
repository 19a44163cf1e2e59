/** Cuộc họp, biểu quyết: a meeting from its call to the numbers of its decisions. */
import { expect, type Page } from '@playwright/test'
import { dialogOf } from './case.ts'
import { menuOf } from './menu.ts'

/** The pages of meetings. */
export function meetingsPage(page: Page) {
  return {
    open: async () => {
      await menuOf(page).open('Cuộc họp, biểu quyết')
      await expect(page.getByRole('heading', { level: 1, name: 'Cuộc họp, biểu quyết' })).toBeVisible()
    },
    button: (name: string) => page.getByRole('button', { name, exact: true }),
    call: dialogOf(page, 'Lập cuộc họp'),
    heading: (day: string) => page.getByRole('heading', { level: 1, name: `Cuộc họp ngày ${day}` }),
    /** A field of a row, as 'Tán thành: Lê Thị Ánh'. */
    cell: (label: string) => page.getByRole('textbox', { name: label, exact: true }),
    said: (text: string) => page.getByRole('alert').filter({ hasText: text }),
    dossiers: page.getByRole('table', { name: 'Hồ sơ trình cuộc họp' }),
    numbers: page.getByRole('table', { name: 'Ghi số quyết định' }),
    register: page.getByRole('table', { name: 'Sổ quyết định' }),
    openRegister: () =>
      page
        .getByRole('navigation', { name: 'Việc xét và quyết định' })
        .getByRole('link', { name: 'Sổ quyết định' })
        .click(),
  }
}
