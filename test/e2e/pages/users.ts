/** The page of the people who use the program. */
import type { Page } from '@playwright/test'
import { menuOf } from './menu.ts'

/** The users page and its dialogs. */
export function usersPage(page: Page) {
  const dialog = page.getByRole('dialog')
  const field = (name: string) => dialog.getByRole('textbox', { name, exact: true })
  const button = (name: string) => dialog.getByRole('button', { name, exact: true })
  return {
    open: () => menuOf(page).open('Người dùng'),
    row: (name: string) => page.getByRole('row', { name }),
    add: page.getByRole('button', { name: 'Thêm người dùng' }),
    change: (name: string) => page.getByRole('button', { name: `Sửa ${name}` }),
    disable: (name: string) => page.getByRole('button', { name: `Ngừng ${name}` }),
    passphrase: page.getByRole('button', { name: 'Đổi mật khẩu' }),
    newSheet: page.getByRole('button', { name: 'Lập phiếu mới' }),
    dialog,
    field,
    button,
    role: (name: string) => dialog.getByRole('checkbox', { name, exact: true }),
    alert: dialog.getByRole('alert'),
    fillNew: async (name: string, login: string, passphrase: string) => {
      await field('Họ và tên').fill(name)
      await field('Chức vụ').fill('Phó Bí thư Thường trực Đảng ủy')
      await field('Tên đăng nhập').fill(login)
      await field('Mật khẩu').fill(passphrase)
      await field('Gõ lại mật khẩu').fill(passphrase)
    },
  }
}
