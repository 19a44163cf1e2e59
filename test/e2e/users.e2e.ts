import type { UserState } from '../../shared/model/office-state.ts'
import { firstStartPage } from './pages/first-start.ts'
import { unlockPage } from './pages/unlock.ts'
import { usersPage } from './pages/users.ts'
import { expect, test } from './support/fixtures.ts'
import { expectGoodDialog, expectGoodLook } from './support/look.ts'
import { callPort, keptDraft, openReady, PASSPHRASE } from './support/ready.ts'

const SECOND = 'Nguyễn Hoàng Thị Phương Thảo Nguyên'
const SECOND_PASSPHRASE = 'sông chảy qua đồng làng'

// Several looks at pages, each in two colours and at two sizes.
test.slow()

test('a second person is let in, changed, unlocks, and is shut out again', async ({ place }) => {
  const window = await openReady(place, 'xa')
  const { page } = window
  const users = usersPage(page)
  const unlock = unlockPage(page)
  await users.open()
  await expect(users.row('Đỗ Thị Ngọc Ước')).toContainText('Quản trị viên, Cán bộ nghiệp vụ')

  await users.add.click()
  await expect(users.field('Họ và tên')).toBeFocused()
  await users.button('Thêm người dùng').click()
  await expect(users.field('Họ và tên')).toBeFocused()
  await expect(users.field('Mật khẩu')).toHaveAccessibleDescription(/Chưa nhập/)
  await users.fillNew(SECOND, 'UOC', SECOND_PASSPHRASE)
  await users.role('Cán bộ nghiệp vụ').uncheck()
  await users.button('Thêm người dùng').click()
  await expect(users.dialog.getByText('Chọn ít nhất một vai trò')).toBeVisible()
  await expectGoodDialog(page, 'users-add')
  await users.role('Bí thư, phó bí thư').check()
  // What was typed is kept, but for the passphrase.
  await expect.poll(() => keptDraft(page, 'nguoi-dung/moi')).toContain('secretary')
  const kept = await keptDraft(page, 'nguoi-dung/moi')
  expect(kept).toContain(SECOND)
  expect(kept).not.toContain(SECOND_PASSPHRASE)
  await users.button('Thêm người dùng').click()
  await expect(users.alert).toContainText('đã có người dùng')
  await expect(users.field('Tên đăng nhập')).toBeFocused()
  await users.field('Tên đăng nhập').fill('thaonguyen')
  await users.field('Tên đăng nhập').press('Enter')
  await expect(users.dialog).toBeHidden()
  await expect(users.row(SECOND)).toContainText('Bí thư, phó bí thư')
  await expect.poll(() => keptDraft(page, 'nguoi-dung/moi')).toBeNull()

  await users.change(SECOND).click()
  await users.role('Người xem').check()
  await users.button('Ghi thay đổi').click()
  await expect(users.dialog).toBeHidden()
  await expect(users.row(SECOND)).toContainText('Người xem')
  await expect(users.change(SECOND)).toBeFocused()

  // The only administrator stays one.
  await users.change('Đỗ Thị Ngọc Ước').click()
  await users.role('Quản trị viên').uncheck()
  await users.button('Ghi thay đổi').click()
  await expect(users.alert).toBeVisible()
  await page.keyboard.press('Escape')
  await users.button('Bỏ, không ghi').click()

  await page.getByRole('button', { name: 'Khóa', exact: true }).click()
  await unlock.choose('thaonguyen')
  await unlock.unlock(SECOND_PASSPHRASE)
  await users.open()
  await expect(users.row(SECOND)).toContainText('Đang mở')
  await expect(users.add).toBeHidden()
  await expect(users.newSheet).toBeHidden()
  await expectGoodLook(page, 'users-other')

  await page.getByRole('button', { name: 'Khóa', exact: true }).click()
  await unlock.choose('uoc')
  await unlock.unlock(PASSPHRASE)
  await users.open()
  await users.disable(SECOND).click()
  await users.button('Ngừng người dùng').click()
  await expect(users.field('Lý do')).toBeFocused()
  await expectGoodDialog(page, 'users-disable')
  await users.field('Lý do').fill('Chuyển công tác')
  await page.keyboard.press('Escape')
  await users.button('Giữ bản nháp và đóng').click()
  await users.disable(SECOND).click()
  await expect(users.dialog.getByText('Đã mở lại nội dung đang nhập dở.')).toBeVisible()
  await expect(users.field('Lý do')).toHaveValue('Chuyển công tác')
  await expectGoodDialog(page, 'users-disable-draft')
  await users.field('Lý do').press('Enter')
  await expect(unlock.open).toBeVisible()
  await expect(page.getByText('Đã ngừng người dùng. Dữ liệu đã đổi khóa')).toBeVisible()
  await unlock.unlock(PASSPHRASE)
  await users.open()
  await expect(users.row(SECOND)).toContainText('Đã ngừng')
  // Nothing is left of the draft, though the program was locked by what was recorded.
  const { users: all } = await callPort<{ users: readonly UserState[] }>(page, 'user.list')
  const shut = all.find(({ disabled }) => disabled)?.id
  expect(shut).toBeDefined()
  expect(await keptDraft(page, `nguoi-dung/${shut}/ngung`)).toBeNull()
})

test('one changes the own passphrase, and a new sheet takes the place of the old one', async ({ place }) => {
  const window = await openReady(place, 'xa')
  const { page } = window
  const { sheet: oldSheet } = window
  const users = usersPage(page)
  const unlock = unlockPage(page)
  await users.open()
  await users.passphrase.click()
  await users.field('Mật khẩu đang dùng').fill('không phải')
  await users.field('Mật khẩu mới').fill(SECOND_PASSPHRASE)
  await users.field('Gõ lại mật khẩu mới').fill(SECOND_PASSPHRASE)
  await users.field('Gõ lại mật khẩu mới').press('Enter')
  await expect(users.alert).toContainText('mật khẩu chưa đúng')
  await expectGoodDialog(page, 'users-passphrase')
  await users.field('Mật khẩu đang dùng').fill(PASSPHRASE)
  await users.field('Mật khẩu đang dùng').press('Enter')
  await expect(users.dialog).toBeHidden()

  await users.newSheet.click()
  await expectGoodLook(page, 'users-sheet-before')
  await users.button('Lập phiếu mới').click()
  const sheet = await firstStartPage(page).readSheet()
  expect(sheet).not.toEqual(oldSheet)
  await expectGoodLook(page, 'users-sheet')
  for (const [index, group] of sheet.entries()) {
    const asked = users.field(`Nhóm ${index + 1}`)
    if ((await asked.count()) > 0) await asked.fill(group)
  }
  await users.button('Phiếu đúng, xong').click()
  await expect(users.dialog).toBeHidden()

  await page.getByRole('button', { name: 'Khóa', exact: true }).click()
  await unlock.unlock(PASSPHRASE)
  await expect(unlock.alert).toContainText('mật khẩu chưa đúng')
  await page.getByRole('button', { name: 'Quên mật khẩu, dùng phiếu khôi phục' }).click()
  await page.getByRole('textbox', { name: 'Phiếu khôi phục' }).fill(oldSheet.join(' '))
  await page.getByRole('textbox', { name: 'Mật khẩu mới', exact: true }).fill(PASSPHRASE)
  await page.getByRole('textbox', { name: 'Gõ lại mật khẩu mới' }).fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Đặt mật khẩu mới' }).click()
  await expect(unlock.alert).toContainText('không mở được dữ liệu')
  await expectGoodLook(page, 'unlock-reset')
  await page.getByRole('textbox', { name: 'Phiếu khôi phục' }).fill(sheet.join(' '))
  await page.getByRole('button', { name: 'Đặt mật khẩu mới' }).click()
  await unlock.unlock(PASSPHRASE)
  await expect(page.getByRole('heading', { level: 1, name: 'Người dùng' })).toBeVisible()
})
