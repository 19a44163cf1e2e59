/** The page that checks the computer. */
import type { Page } from '@playwright/test'
import { menuOf } from './menu.ts'

/** The machine page. */
export function machinePage(page: Page) {
  return {
    open: () => menuOf(page).open('Kiểm tra máy'),
    choose: page.getByRole('button', { name: 'Chọn nơi ghi thử' }),
    run: page.getByRole('button', { name: 'Kiểm tra', exact: true }),
    stop: page.getByRole('button', { name: 'Dừng' }),
    save: page.getByRole('button', { name: 'Lưu báo cáo' }),
    row: (name: string) => page.getByRole('row', { name }),
    verdict: page.getByRole('region', { name: 'Kết quả' }).getByRole('status'),
    alert: page.getByRole('main').getByRole('alert'),
  }
}
