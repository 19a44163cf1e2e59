/** Going to a page of the route table (build/route-table.ts) as a test does. */
import { expect, type Page } from '@playwright/test'

/**
 * Goes to an address and waits until its page has its heading and waits for nothing.
 * @param heading - what it says, where the page before may be one of the same kind, which would be taken for it
 */
export async function visit(page: Page, address: string, heading?: string): Promise<void> {
  await page.evaluate((hash) => (window.location.hash = hash), `#${address}`)
  await expect(
    page.getByRole('heading', { level: 1, ...(heading === undefined ? {} : { name: heading }) }),
  ).toBeVisible()
  await expect(page.getByText('Không có trang này')).toHaveCount(0)
  await expect(
    page
      .locator('main')
      .getByLabel(/^Đang (mở|tải)/)
      .filter({ visible: true }),
  ).toHaveCount(0)
}
