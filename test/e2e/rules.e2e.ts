import { expect, test } from './support/fixtures.ts'
import { expectGoodDialog, expectGoodLook } from './support/look.ts'
import { goTo } from './support/people.ts'
import { callPort, openReady } from './support/ready.ts'
import type { RulesView } from '../../shared/contract/rules.ts'
import { menuOf } from './pages/menu.ts'

// Several looks at pages, each in two colours and at two sizes.
test.slow()

test('an administrator sees the set in force, corrects a value with a note, and writes the holidays of a year', async ({
  place,
}) => {
  const window = await openReady(place, 'xa', {
    name: 'Đảng ủy xã Bình Minh',
    code: 'xa',
    capacities: ['proposes', 'decides'],
    today: '2026-08-03',
  })
  const { page } = window
  await menuOf(page).open('Quy định, lịch nghỉ')
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
  await expectGoodDialog(page, 'rules-value')
  await dialog.getByRole('button', { name: 'Ghi giá trị' }).click()
  await expect(length).toContainText('15 ngày làm việc')
  await expect(length).toContainText('Đã sửa')
  await expect(length).not.toContainText('Chưa kiểm chứng')
  const view = await callPort<RulesView>(page, 'rules.get')
  expect(view.sets.flatMap(({ changes }) => changes)).toMatchObject([
    { address: 'limits.ceremony.length', origin: 'shared' },
  ])

  // Back to what the set was shipped with: no change any more.
  await expect(length).toContainText('Giá trị gốc: 30 ngày làm việc')
  await length.getByRole('button', { name: /^Trở lại giá trị gốc/ }).click()
  const back = page.getByRole('dialog', { name: 'Trở lại giá trị gốc' })
  await expect(back.getByRole('textbox', { name: 'Thời gian' })).toHaveValue('30')
  await back.getByRole('button', { name: 'Ghi giá trị' }).click()
  await expect(length).toContainText('30 ngày làm việc')
  await expect(length).not.toContainText('Đã sửa')
  expect((await callPort<RulesView>(page, 'rules.get')).sets.flatMap(({ changes }) => changes)).toEqual([])

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
  await expectGoodDialog(page, 'rules-holiday-dialog')
  await holidays.getByRole('button', { name: 'Ghi lịch nghỉ' }).click()
  await expect(page.getByText('Cấp có thẩm quyền đã gửi')).toBeVisible()
})

test('a unit is given another path from a day on, and a case is pinned to a rule set', async ({ place }) => {
  const window = await openReady(place, 'xa', {
    name: 'Đảng ủy xã Bình Minh',
    code: 'xa',
    capacities: ['proposes', 'decides'],
    today: '2024-06-15',
  })
  const { page } = window
  const { unit } = await callPort<{ unit: string }>(page, 'unit.add', { name: 'Chi bộ thôn Đồng Sơn', type: 'branch' })
  const person = { unit, profile: { name: 'Lê Thị Lan', birth: '1990-03-02' } }
  const { case: id } = await callPort<{ case: string }>(page, 'candidate.register', person)

  await goTo(page, `/don-vi/${unit}`)
  await expect(page.getByRole('region', { name: 'Cần lưu ý' })).toContainText('chưa được rà soát lần nào')
  const paths = page.getByRole('region', { name: 'Các bước xét hồ sơ' })
  await expect(paths).toContainText('Hôm nay: Chi bộ trực thuộc đảng ủy cơ sở')
  await paths.getByRole('button', { name: 'Ghi cách xét khác' }).click()
  const dialog = page.getByRole('dialog', { name: 'Ghi cách xét khác' })
  await dialog.getByRole('textbox', { name: 'Từ ngày' }).fill('01/06/2024')
  await dialog.getByRole('combobox', { name: 'Cách xét' }).click()
  await page.getByRole('option', { name: 'Đảng ủy cơ sở được ủy quyền quyết định', exact: true }).click()
  await dialog.getByRole('textbox', { name: 'Số văn bản' }).fill('12-QĐ/HU')
  await dialog.getByRole('textbox', { name: 'Ngày văn bản' }).fill('20/05/2024')
  await dialog.getByRole('button', { name: 'Ghi cách xét' }).click()
  await expect(paths).toContainText('Hôm nay: Đảng ủy cơ sở được ủy quyền quyết định')
  await expect(paths).toContainText('Từ ngày 01/06/2024')
  await expectGoodLook(page, 'unit-paths')

  await goTo(page, `/ho-so/${id}`)
  await page.getByRole('button', { name: 'Việc khác' }).click()
  await page.getByRole('menuitem', { name: 'Chọn bộ quy định cho hồ sơ' }).click()
  const pin = page.getByRole('dialog', { name: 'Chọn bộ quy định cho hồ sơ này' })
  await pin.getByRole('combobox', { name: 'Bộ quy định' }).click()
  await page.getByRole('option', { name: /Quy định 208-QĐ\/TW/ }).click()
  await pin.getByRole('textbox', { name: 'Lý do' }).fill('Theo hướng dẫn của Ban Tổ chức Huyện ủy')
  await expectGoodDialog(page, 'case-pin')
  await pin.getByRole('button', { name: 'Ghi lựa chọn' }).click()
  await expect(page.getByRole('note').filter({ hasText: 'Theo hướng dẫn của Ban Tổ chức Huyện ủy' })).toBeVisible()
})
