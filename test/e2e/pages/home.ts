/** Việc cần làm. */
import { expect, type Page } from '@playwright/test'
import { menuOf } from './menu.ts'

/** The home page. */
export function homePage(page: Page) {
  return {
    open: async () => {
      await menuOf(page).open('Việc cần làm')
      await expect(page.getByRole('heading', { level: 1, name: 'Việc cần làm' })).toBeVisible()
    },
    /** The rows under a heading. */
    group: (title: string) => page.getByRole('table', { name: title, exact: true }),
    block: (title: string) => page.getByRole('region', { name: title, exact: true }),
    person: (name: string) => page.getByRole('link', { name, exact: true }),
    print: page.getByRole('button', { name: 'In', exact: true }),
  }
}
