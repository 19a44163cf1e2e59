/** The first start: its steps, the recovery sheet, and restoring a backup. */
import { expect, type Page } from '@playwright/test'

/** The first start page. */
export function firstStartPage(page: Page) {
  const field = (name: string) => page.getByRole('textbox', { name, exact: true })
  const next = page.getByRole('button', { name: 'Tiếp tục' })
  const back = page.getByRole('button', { name: 'Quay lại' })
  const step = (name: string) => page.getByRole('heading', { level: 2, name })
  const groups = page.getByRole('list', { name: 'Các nhóm của phiếu khôi phục' }).getByRole('listitem')
  const readSheet = async (): Promise<readonly string[]> => {
    // Two keys are derived first, slowly on purpose.
    await expect(groups).toHaveCount(8, { timeout: 30_000 })
    return (await groups.allInnerTexts()).map((text) => /\d{6}/.exec(text)?.[0] ?? '')
  }
  return {
    field,
    next,
    back,
    step,
    alert: page.getByRole('alert'),
    capacity: (name: string) => page.getByRole('checkbox', { name, exact: true }),
    passphrase: page.getByRole('textbox', { name: 'Mật khẩu', exact: true }),
    again: page.getByRole('textbox', { name: 'Gõ lại mật khẩu', exact: true }),
    found: page.getByRole('button', { name: 'Thiết lập đơn vị' }),
    readSheet,
    /** Types the two asked groups back, as they stand on a sheet, and goes on. */
    prove: async (sheet: readonly string[], done = 'Bắt đầu dùng phần mềm') => {
      for (const [index, group] of sheet.entries()) {
        const asked = field(`Nhóm ${index + 1}`)
        if ((await asked.count()) > 0) await asked.fill(group)
      }
      await page.getByRole('button', { name: done }).click()
    },
    fillOffice: async (name: string) => {
      await page.getByRole('checkbox', { name: 'Đề nghị kết nạp' }).check()
      await field('Tên đơn vị').fill(name)
      await field('Địa danh ghi trên văn bản').fill('Bình Minh')
    },
    fillUser: async (name: string, passphrase: string) => {
      await field('Họ và tên').fill(name)
      await field('Chức vụ').fill('Cán bộ Văn phòng Đảng ủy')
      await page.getByRole('textbox', { name: 'Mật khẩu', exact: true }).fill(passphrase)
      await page.getByRole('textbox', { name: 'Gõ lại mật khẩu', exact: true }).fill(passphrase)
    },
    restore: {
      open: page.getByRole('button', { name: 'Khôi phục từ bản sao lưu' }),
      choose: page.getByRole('button', { name: 'Chọn nơi có bản sao lưu' }),
      backups: page.getByRole('radiogroup', { name: 'Bản sao lưu', exact: true }).getByRole('radio'),
      bySheet: page.getByText('Bằng phiếu khôi phục', { exact: true }),
      sheet: page.getByRole('textbox', { name: 'Phiếu khôi phục' }),
      passphrase: page.getByRole('textbox', { name: 'Mật khẩu', exact: true }),
      start: page.getByRole('button', { name: 'Khôi phục', exact: true }),
      done: page.getByRole('status'),
      unlock: page.getByRole('button', { name: 'Mở khóa' }),
    },
  }
}
