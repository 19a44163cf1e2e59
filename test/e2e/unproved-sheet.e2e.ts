/** A recovery sheet that nobody has read back from paper: the office is reminded of it until one is proved. */
import { firstStartPage } from './pages/first-start.ts'
import { unlockPage } from './pages/unlock.ts'
import { usersPage } from './pages/users.ts'
import { expect, test } from './support/fixtures.ts'
import { expectGoodDialog, expectGoodLook } from './support/look.ts'
import { goTo } from './support/people.ts'
import { openReady, PASSPHRASE } from './support/ready.ts'

const NOTE = 'Phiếu khôi phục chưa được kiểm tra'

// Vaults at full cost, and several looks at pages.
test.slow()

test('an office closed at its recovery sheet is reminded of it until a new one is typed back', async ({ place }) => {
  const first = await place.open('xa')
  const start = firstStartPage(first.page)
  await start.fillOffice('Đảng ủy xã Bình Minh')
  await start.next.click()
  await start.fillUser('Đỗ Thị Ngọc Ước', PASSPHRASE)
  await start.next.click()
  await start.found.click()
  const lost = await start.readSheet()
  await first.close()

  const { page } = await place.open('xa', '2024-01-03')
  const note = page.getByRole('note').filter({ hasText: NOTE })
  const users = usersPage(page)
  await unlockPage(page).unlock(PASSPHRASE)
  await expect(page.getByRole('heading', { level: 1, name: 'Việc cần làm' })).toBeVisible()
  await expect(note).toContainText('Lập phiếu mới và gõ lại hai nhóm')
  await expectGoodLook(page, 'home-sheet-unproved')
  await goTo(page, '/cai-dat')
  await expect(note).toBeVisible()

  // Made and shown, but the window is gone again before anything was typed: nothing is proved.
  await note.getByRole('button', { name: 'Lập phiếu mới' }).click()
  await users.button('Lập phiếu mới').click()
  await firstStartPage(page).readSheet()
  await expectGoodDialog(page, 'settings-new-sheet')
  await page.reload()
  await unlockPage(page).unlock(PASSPHRASE)
  await expect(note).toBeVisible()
  await users.open()
  await expect(page.getByText('Phiếu hiện nay chưa được kiểm tra')).toBeVisible()

  await goTo(page, '/')
  await note.getByRole('button', { name: 'Lập phiếu mới' }).click()
  await users.button('Lập phiếu mới').click()
  const sheet = await firstStartPage(page).readSheet()
  expect(sheet).not.toEqual(lost)
  await firstStartPage(page).prove(sheet, 'Phiếu đúng, xong')
  await expect(users.dialog).toBeHidden()
  await expect(page.getByText('Đã lập phiếu khôi phục mới')).toBeVisible()
  await expect(note).toBeHidden()
  await goTo(page, '/cai-dat')
  await expect(page.getByRole('heading', { level: 1, name: 'Cài đặt' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Lề văn bản' })).toBeVisible()
  await expect(note).toBeHidden()
  await users.open()
  await expect(page.getByText('Phiếu hiện nay đã kiểm tra ngày 03/01/2024.')).toBeVisible()
})

test('who may not make a sheet is not reminded of it', async ({ place }) => {
  const { page } = await openReady(place, 'xa', { isSheetProved: false })
  const note = page.getByRole('note').filter({ hasText: NOTE })
  await expect(note).toBeVisible()
  const users = usersPage(page)
  await users.open()
  await users.add.click()
  await users.fillNew('Nguyễn Hoàng Thị Phương Thảo', 'thao', 'sông chảy qua đồng làng')
  await users.button('Thêm người dùng').click()
  await expect(users.dialog).toBeHidden()
  await page.getByRole('button', { name: 'Khóa', exact: true }).click()
  await unlockPage(page).choose('thao')
  await unlockPage(page).unlock('sông chảy qua đồng làng')
  await goTo(page, '/')
  await expect(page.getByRole('heading', { level: 1, name: 'Việc cần làm' })).toBeVisible()
  await expect(note).toBeHidden()
})
