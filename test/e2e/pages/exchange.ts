/** Trao đổi: pairing, sending, receiving, history. */
import { expect } from '@playwright/test'
import { writtenSentence } from '../../../shared/words/vi.ts'
import type { OfficeWindow } from '../support/window.ts'
import { menuOf } from './menu.ts'

type Tab = 'Gửi đi' | 'Nhận về' | 'Kết nối' | 'Máy trong đơn vị' | 'Lịch sử'

/** The exchange page. */
export function exchangePage({ page, answer }: OfficeWindow) {
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const report = page.getByRole('region', { name: 'Kết quả nhận' })
  const carrier = async (folder: string) => {
    answer(folder)
    await button('Chọn thư mục').click()
    await expect(page.getByRole('radio', { name: `Thư mục ${folder}`, exact: true })).toBeChecked()
  }
  return {
    open: async (tab: Tab) => {
      await menuOf(page).open('Trao đổi')
      await page.getByRole('tab', { name: tab }).click()
      await expect(page.getByRole('tab', { name: tab })).toHaveAttribute('aria-selected', 'true')
    },
    button,
    /** Chooses a folder in the dialog, on the tab that is open. */
    carrier,
    /** Takes in what lies in a folder, having looked at it, on the tab 'Nhận về'. */
    takeIn: async (folder: string) => {
      await carrier(folder)
      await button('Xem trước').click()
      await button('Nhận tất cả').click()
      await expect(report).toContainText('Đã nhận gói')
    },
    said: (text: string) => page.getByRole('status').filter({ hasText: text }),
    alert: page.getByRole('alert'),
    ownDigits: async () => {
      const box = page.getByRole('group', { name: 'Mã đối chiếu của đơn vị mình' })
      await expect(box).toHaveText(/(\d\s*){24}/)
      return (await box.innerText()).replace(/\D/g, '')
    },
    digits: page.getByRole('textbox', { name: /Mã đối chiếu nghe qua điện thoại/ }),
    cardText: page.getByRole('textbox', { name: 'Nội dung phiếu kết nối' }),
    choose: async (label: string, option: string) => {
      await page.getByRole('combobox', { name: label }).click()
      await page.getByRole('option', { name: option, exact: true }).click()
    },
    /** What is said of a set that was just written, whether it could be read past the cache or not. */
    written: page.getByText(writtenSentence('past-cache')).or(page.getByText(writtenSentence('cached'))),
    connected: page.getByRole('table', { name: 'Các đơn vị đã kết nối' }),
    set: (from: string) => page.getByRole('article', { name: from }),
    preview: page.getByRole('region', { name: 'Xem trước' }),
    report,
    history: page.getByRole('table', { name: 'Các gói đã gửi và đã nhận' }),
    job: (name: string) => page.getByRole('group', { name }),
  }
}
