/** The menu at the side, whose pages stand in groups that can be folded. */
import type { Page } from '@playwright/test'

/** The menu. */
export function menuOf(page: Page) {
  const menu = page.getByRole('navigation', { name: 'Trình đơn chính' })
  return {
    menu,
    group: (title: string) => menu.getByRole('button', { name: title, exact: true }),
    link: (title: string) => menu.getByRole('link', { name: title, exact: true }),
    /** Opens a page, and first its group where that is folded. */
    open: async (title: string) => {
      const anywhere = page.getByRole('link', { name: title, exact: true, includeHidden: true })
      const link = menu.locator(anywhere)
      await link.waitFor({ state: 'attached' })
      if (!(await link.isVisible())) {
        const group = menu.getByRole('group', { includeHidden: true }).filter({ has: anywhere })
        await menu.locator(`[aria-controls="${await group.getAttribute('id')}"]`).click()
      }
      await link.click()
    },
  }
}
