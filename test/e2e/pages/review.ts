/** Xét hồ sơ. */
import { expect, type Page } from '@playwright/test'
import { menuOf } from './menu.ts'

/** The review page. */
export function reviewPage(page: Page) {
  const verdict = page.getByRole('complementary', { name: 'Ý kiến của người xét' })
  const queue = page.getByRole('region', { name: 'Hồ sơ chờ xét' })
  return {
    open: async () => {
      await menuOf(page).open('Xét hồ sơ')
      await expect(page.getByRole('heading', { level: 1, name: 'Xét hồ sơ' })).toBeVisible()
    },
    verdict,
    queue,
    inQueue: (name: string) => queue.getByRole('link').filter({ hasText: name }),
    dossier: (name: string) => page.getByRole('article', { name: `Hồ sơ của ${name}` }),
    act: (name: string) => verdict.getByRole('button', { name, exact: true }),
    field: (name: string) => verdict.getByRole('textbox', { name, exact: true }),
    filter: async (name: string) => {
      await queue.getByRole('combobox', { name: 'Lọc' }).click()
      await page.getByRole('option', { name, exact: true }).click()
    },
    /** Takes the dossier that is open in hand; the page then offers to decide on it. */
    receive: async (on: string, then: string) => {
      await verdict.getByRole('button', { name: 'Tiếp nhận hồ sơ', exact: true }).click()
      await verdict.getByRole('textbox', { name: 'Ngày tiếp nhận', exact: true }).fill(on)
      await verdict.getByRole('button', { name: 'Tiếp nhận', exact: true }).click()
      await expect(verdict.getByRole('button', { name: then, exact: true })).toBeVisible()
    },
    tick: (paper: string) => verdict.getByRole('checkbox', { name: paper, exact: true }),
    remark: (paper: string) => verdict.getByRole('button', { name: `Nhận xét: ${paper}`, exact: true }),
    alert: verdict.getByRole('alert'),
  }
}
