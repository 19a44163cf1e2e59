/** The page that checks the computer. */
import type { Page } from '@playwright/test'

/** The machine page. */
export function machinePage(page: Page) {
  return {
    open: () => page.getByRole('link', { name: 'Kiểm tra máy' }).click(),
    choose: page.getByRole('button', { name: 'Chọn nơi ghi thử' }),
    run: page.getByRole('button', { name: 'Kiểm tra', exact: true }),
    stop: page.getByRole('button', { name: 'Dừng' }),
    save: page.getByRole('button', { name: 'Lưu báo cáo' }),
    row: (name: string) => page.getByRole('row', { name }),
    verdict: page.getByRole('region', { name: 'Kết quả' }).getByRole('status'),
    alert: page.getByRole('main').getByRole('alert'),
  }
}
