import { expect, test } from './support/fixtures.ts'

test('a new computer begins with the first start', async ({ place }) => {
  const { page } = await place.open('xa')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page).toHaveTitle('Kết nạp – Quản lý nguồn và hồ sơ kết nạp đảng viên')
})
