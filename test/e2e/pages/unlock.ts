/** The page a locked window shows. */
import type { Page } from '@playwright/test'

/** The unlock page. */
export function unlockPage(page: Page) {
  const passphrase = page.getByRole('textbox', { name: 'Mật khẩu', exact: true })
  const open = page.getByRole('button', { name: 'Mở', exact: true })
  return {
    passphrase,
    open,
    waiting: page.getByRole('button', { name: /^Thử lại sau \d+ giây$/ }),
    alert: page.getByRole('main').getByRole('alert'),
    choose: async (login: string) => {
      await page.getByRole('combobox', { name: 'Người dùng' }).click()
      await page.getByRole('option', { name: login, exact: true }).click()
    },
    unlock: async (text: string) => {
      await passphrase.fill(text)
      await passphrase.press('Enter')
    },
  }
}
