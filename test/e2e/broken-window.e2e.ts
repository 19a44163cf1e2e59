/**
 * A part of the window outside every page throws: a sentence says what to do, nothing of what was thrown is shown, and the
 * window comes back when it is asked to or is locked. What throws here is the way to the top of a page, which the frame does.
 */
import type { Page } from '@playwright/test'
import { openReady, PASSPHRASE } from './support/ready.ts'
import { unlockPage } from './pages/unlock.ts'
import { expect, test } from './support/fixtures.ts'
import { expectGoodLook } from './support/look.ts'
import { visit } from './support/routes.ts'

/** What nobody is to see on a broken page: a person, and where in the program it was. */
const THROWN = 'Nguyễn Thị Lộ, 001190012345'

test('the frame throws: said without a word of what was thrown, and drawn anew when asked or locked', async ({
  place,
}) => {
  const window = await openReady(place, 'binh-minh')
  const { page } = window
  const broken = page.getByRole('heading', { name: 'Phần mềm gặp lỗi khi hiển thị' })
  const again = page.getByRole('button', { name: 'Hiển thị lại' })

  await breakFrame(page)
  await page.evaluate(() => (globalThis.location.hash = '#/cai-dat'))
  await expect(broken).toBeVisible()
  await expect(again).toBeFocused()
  await expect(page.getByRole('navigation')).toHaveCount(0)
  const shown = await page.locator('body').innerText()
  for (const part of [...THROWN.split(', '), 'Error', '.js', 'Ước']) expect(shown).not.toContain(part)
  await expectGoodLook(page, 'broken-window')

  await page.keyboard.press('Enter')
  await expect(again).toBeVisible()
  await mendFrame(page)
  await again.click()
  await expect(page.getByRole('heading', { level: 1, name: 'Cài đặt' })).toBeVisible()

  await breakFrame(page)
  await page.evaluate(() => (globalThis.location.hash = '#/huong-dan'))
  await expect(broken).toBeVisible()
  await mendFrame(page)
  await page.getByRole('button', { name: 'Khóa', exact: true }).click()
  await unlockPage(page).unlock(PASSPHRASE)
  await visit(page, '/cai-dat', 'Cài đặt')
  // React says in the console what was thrown; that is the browser's, and goes with it.
  expect(window.excuse(/Nguyễn Thị Lộ/u)).toBeGreaterThan(0)
})

function breakFrame(page: Page): Promise<void> {
  return page.evaluate((thrown) => {
    Object.assign(window, { kept: window.scrollTo })
    window.scrollTo = () => {
      throw new Error(thrown)
    }
  }, THROWN)
}

function mendFrame(page: Page): Promise<void> {
  return page.evaluate(() => {
    window.scrollTo = Object.getOwnPropertyDescriptor(window, 'kept')?.value as typeof window.scrollTo
  })
}
