/**
 * The list as a tool: columns, saved views, what is done for many people at once and taken back at once.
 */
import { candidatesPage } from './pages/candidates.ts'
import { expect, test } from './support/fixtures.ts'
import { expectGoodLook } from './support/look.ts'
import { BRANCH, goTo, HELPER, OTHER_BRANCH, register, seedOffice } from './support/people.ts'

test('columns are chosen, a way of looking is saved, and both are there again', async ({ place }) => {
  const window = await place.open('xa')
  const { page } = window
  const { branch, other } = await seedOffice(window)
  await register(page, branch, { name: 'Trần Thị Hường', source: 'womenUnion' })
  await register(page, other, { name: 'Nguyễn Đường An', source: 'youthUnion', occupation: 'farmer' })
  await goTo(page, '/nguon')
  const list = candidatesPage(page)
  await expect(list.rows).toHaveCount(2)
  await list.columns.click()
  await page.getByRole('checkbox', { name: 'Nghề nghiệp' }).check()
  await page.getByRole('checkbox', { name: 'Giới tính' }).uncheck()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('columnheader', { name: 'Nghề nghiệp' })).toBeVisible()
  await expect(page.getByRole('columnheader', { name: 'Giới tính' })).toHaveCount(0)
  await expect(page.getByRole('cell', { name: 'Nông dân' })).toBeVisible()

  await list.filter('Chi bộ', OTHER_BRANCH)
  await expect(list.rows).toHaveCount(1)
  await page.getByText('Chờ lâu nhất').click()
  await list.views.click()
  await expectGoodLook(page, 'list-views')
  await page.getByRole('button', { name: 'Lưu cách xem đang dùng' }).click()
  await page.getByRole('textbox', { name: 'Tên cách xem' }).fill('Trường học, chờ lâu')
  await page.keyboard.press('Enter')
  await list.clear.click()
  await expect(list.rows).toHaveCount(2)

  await page.getByRole('button', { name: 'Khóa', exact: true }).click()
  await page.getByLabel('Mật khẩu', { exact: true }).fill('lúa chín vàng cánh đồng')
  await page.keyboard.press('Enter')
  await goTo(page, '/nguon')
  await expect(list.rows).toHaveCount(2)
  await list.views.click()
  await page.getByRole('button', { name: 'Trường học, chờ lâu', exact: true }).click()
  await expect(list.rows).toHaveCount(1)
  await expect(page.getByRole('columnheader', { name: 'Nghề nghiệp' })).toBeVisible()
  await list.views.click()
  await page.getByRole('button', { name: 'Bỏ cách xem Trường học, chờ lâu' }).click()
  await expect(page.getByRole('button', { name: 'Trường học, chờ lâu', exact: true })).toHaveCount(0)
})

test('people are ticked by mouse and key, get one helper, are nominated, and it is all taken back', async ({
  place,
}) => {
  const window = await place.open('xa')
  const { page } = window
  const { branch } = await seedOffice(window)
  for (const name of ['Lê Thị Ánh', 'Trần Văn Bình', 'Phạm Thị Cúc', 'Đỗ Văn Dũng'])
    await register(page, branch, { name })
  await goTo(page, '/nguon')
  const list = candidatesPage(page)
  await expect(list.rows).toHaveCount(4)
  await list.tick('Lê Thị Ánh').click()
  await list.tick('Phạm Thị Cúc').click({ modifiers: ['Shift'] })
  await expect(list.selection).toContainText('Đã chọn 3 người')
  await list.person('Phạm Thị Cúc').focus()
  await page.keyboard.press('x')
  await expect(list.selection).toContainText('Đã chọn 2 người')
  await expectGoodLook(page, 'list-selection')

  await list.selection.getByRole('button', { name: 'Phân công người giúp đỡ' }).click()
  await page.getByRole('combobox', { name: 'Đảng viên chính thức' }).click()
  await page.getByRole('option', { name: new RegExp(HELPER) }).click()
  await page.getByRole('textbox', { name: 'Giúp đỡ từ ngày' }).fill('20/12/2023')
  await expectGoodLook(page, 'list-assign-many')
  await page.getByRole('button', { name: 'Ghi phân công' }).click()
  await expect(page.getByText('Đã phân công người giúp đỡ cho 2 người.')).toBeVisible()
  await expect(list.rows.filter({ hasText: HELPER })).toHaveCount(2)
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Đã hoàn tác.')).toBeVisible()
  await expect(list.rows.filter({ hasText: HELPER })).toHaveCount(0)

  await list.tickAll.click()
  await expect(list.selection).toContainText('Đã chọn 4 người')
  await list.selection.getByRole('button', { name: 'Cử đi học lớp bồi dưỡng' }).click()
  await page.getByRole('textbox', { name: 'Ngày cử' }).fill('02/01/2024')
  await page.getByRole('button', { name: 'Ghi cử đi học' }).click()
  await expect(page.getByText('Đã cử 4 người đi học.')).toBeVisible()
  // Nominated once already: nothing is recorded for anybody, and the sentence names the person.
  await list.selection.getByRole('button', { name: 'Cử đi học lớp bồi dưỡng' }).click()
  await page.getByRole('textbox', { name: 'Ngày cử' }).fill('02/01/2024')
  await page.getByRole('button', { name: 'Ghi cử đi học' }).click()
  await expect(page.getByRole('alert')).toContainText('Lê Thị Ánh')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Bỏ, không ghi' }).click()
  await list.selection.getByRole('button', { name: 'Bỏ chọn' }).click()
  await expect(list.selection).toHaveCount(0)
  await list.filter('Chi bộ', BRANCH)
  await expect(list.rows).toHaveCount(4)
})
