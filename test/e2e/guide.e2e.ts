import { guidePage } from './pages/guide.ts'
import { expect, test } from './support/fixtures.ts'
import { goTo, HOA, openWithBranches, register } from './support/people.ts'

test('help is a key away from every page, found by words, and leads back to the work', async ({ place }) => {
  test.slow()
  const window = await openWithBranches(place)
  const { page, branch } = window
  const guide = guidePage(page)

  // From a field of a page: its own topic, brought into view.
  await goTo(page, '/nguon/moi')
  await page.getByRole('textbox', { name: 'Họ và tên' }).focus()
  await page.keyboard.press('F1')
  await expect(guide.heading).toBeVisible()
  await expect(guide.topic('Thêm một người')).toBeInViewport()
  await expect(page.getByRole('heading', { name: 'Thêm một người' })).toBeFocused()
  await guide.topic('Thêm một người').getByRole('link', { name: 'Mở trang này' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Thêm người' })).toBeVisible()
  await goTo(page, `/ho-so/${await register(page, branch, HOA)}`)
  await expect(page.getByRole('heading', { level: 1, name: HOA.name })).toBeVisible()
  await page.keyboard.press('F1')
  await expect(guide.topic('Đọc trang hồ sơ')).toBeInViewport()

  // By words without marks, on the page and from the palette.
  await guide.search.fill('may hong')
  await expect(guide.contents.getByRole('link', { name: 'Máy hỏng, chuyển sang máy mới' })).toBeVisible()
  await expect(guide.contents.getByRole('link', { name: 'Xét hồ sơ gửi đến' })).toBeHidden()
  await guide.search.fill('xyz không có')
  await expect(page.getByText('Không tìm thấy')).toBeVisible()
  await page.keyboard.press('Control+k')
  await expect(page.getByPlaceholder('Gõ tên người, trang, việc hoặc điều muốn hỏi')).toBeFocused()
  await page.keyboard.type('quen mat khau')
  await page.getByRole('button', { name: 'Quên mật khẩu, đổi mật khẩu' }).click()
  await guide.search.fill('')
  await expect(page).toHaveURL(/#\/huong-dan\/mat-khau$/)
  await expect(guide.topic('Quên mật khẩu, đổi mật khẩu')).toBeVisible()
})
