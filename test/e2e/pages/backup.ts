/** The backup page. */
import type { Page } from '@playwright/test'
import { menuOf } from './menu.ts'

/** The backup page. */
export function backupPage(page: Page) {
  return {
    open: () => menuOf(page).open('Sao lưu'),
    choosePlace: page.getByRole('button', { name: 'Chọn nơi sao lưu' }),
    daily: page.getByRole('switch', { name: 'Tự sao lưu mỗi ngày một lần' }),
    now: page.getByRole('button', { name: 'Sao lưu ngay' }),
    elsewhere: page.getByRole('button', { name: 'Sao lưu một lần vào nơi khác' }),
    checkElsewhere: page.getByRole('button', { name: 'Kiểm tra bản ở nơi khác' }),
    check: page.getByRole('button', { name: /^Kiểm tra bản \d/ }),
    stop: page.getByRole('button', { name: 'Dừng' }),
    alert: page.getByRole('main').getByRole('alert'),
  }
}
