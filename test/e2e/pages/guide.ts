/** Hướng dẫn. */
import type { Page } from '@playwright/test'

/** The user guide. */
export function guidePage(page: Page) {
  return {
    heading: page.getByRole('heading', { level: 1, name: 'Hướng dẫn' }),
    search: page.getByRole('textbox', { name: 'Tìm trong hướng dẫn' }),
    contents: page.getByRole('navigation', { name: 'Mục lục hướng dẫn' }),
    topic: (title: string) => page.getByRole('article', { name: title }),
  }
}
