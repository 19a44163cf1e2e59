import { expect, test } from './support/fixtures.ts'
import { expectGoodLook } from './support/look.ts'
import { callPort, foundReady } from './support/ready.ts'
import type { RulesView } from '../../shared/contract/rules.ts'

// Several looks at pages, each in two colours and at two sizes.
test.slow()

test('an administrator sees the set in force, corrects a value with a note, and writes the holidays of a year', async ({
  place,
}) => {
  const window = await place.open('xa', '2026-08-03')
  const { page } = window
  await foundReady(window, { name: 'Đảng ủy xã Bình Minh', code: 'xa', capacities: ['proposes', 'decides'] })
  await page.getByRole('link', { name: 'Quy định, lịch nghỉ' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Quy định, lịch nghỉ' })).toBeVisible()
  await expect(page.getByRole('heading', { name: /Quy định 208-QĐ\/TW/ })).toBeVisible()
  await expect(page.getByText('Dùng cho hôm nay')).toBeVisible()
  await expectGoodLook(page, 'rules')

  await page.getByRole('textbox', { name: 'Tìm giá trị, căn cứ' }).fill('han to chuc le ket nap')
  const length = page.getByRole('row', { name: /Hạn tổ chức lễ kết nạp: thời hạn/ })
  await expect(length).toContainText('30 ngày làm việc')
  await expect(length).toContainText('Chưa kiểm chứng')
  await length.getByRole('button', { name: /^Sửa/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Sửa giá trị của bộ quy định' })
  await dialog.getByRole('textbox', { name: 'Thời gian' }).fill('15')
  await dialog.getByRole('checkbox', { name: 'Đã đối chiếu với văn bản' }).check()
  await dialog.getByRole('textbox', { name: 'Ghi chú' }).fill('Theo công văn 12-CV/BTCTU ngày 01/8/2026')
  await expectGoodLook(page, 'rules-value')
  await dialog.getByRole('button', { name: 'Ghi giá trị' }).click()
  await expect(length).toContainText('15 ngày làm việc')
  await expect(length).toContainText('Đã sửa')
  await expect(length).not.toContainText('Chưa kiểm chứng')
  const view = await callPort<RulesView>(page, 'rules.get')
  expect(view.sets.flatMap(({ changes }) => changes)).toMatchObject([
    { address: 'limits.ceremony.length', origin: 'shared' },
  ])

  await page.getByRole('button', { name: 'Lập bộ mới từ bộ này' }).click()
  const copy = page.getByRole('dialog', { name: 'Lập bộ quy định từ bộ đang xem' })
  await copy.getByRole('textbox', { name: 'Có hiệu lực từ ngày' }).fill('01/10/2026')
  await copy.getByRole('textbox', { name: 'Ghi chú' }).fill('Quy định sửa đổi')
  await copy.getByRole('button', { name: 'Lập bộ quy định' }).click()
  await expect(page.getByRole('heading', { name: /\(sửa đổi\)/ })).toBeVisible()
  await expect(page.getByText('Cấp có thẩm quyền ban hành')).toBeVisible()

  await page.getByRole('tab', { name: 'Lịch nghỉ' }).click()
  await page.getByRole('combobox', { name: 'Năm' }).click()
  await page.getByRole('option', { name: '2027' }).click()
  await expect(page.getByText('Chưa có lịch nghỉ chính thức, hạn tạm tính')).toBeVisible()
  await expectGoodLook(page, 'rules-holidays')
  await page.getByRole('button', { name: 'Sửa lịch nghỉ năm 2027' }).click()
  const holidays = page.getByRole('dialog', { name: 'Lịch nghỉ năm 2027' })
  await holidays.getByRole('textbox', { name: 'Ghi chú' }).fill('Thông báo của Bộ Nội vụ')
  await expectGoodLook(page, 'rules-holiday-dialog')
  await holidays.getByRole('button', { name: 'Ghi lịch nghỉ' }).click()
  await expect(page.getByText('Cấp có thẩm quyền đã gửi')).toBeVisible()
})
