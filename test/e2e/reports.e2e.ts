/**
 * Targets and reports in the window: a target set and spread, the report with the people behind a figure, the report sent
 * and held against the record after something came in late.
 */
import type { Page } from '@playwright/test'
import { candidatesPage } from './pages/candidates.ts'
import { expect, test } from './support/fixtures.ts'
import { expectGoodLook } from './support/look.ts'
import { callPort, openReady } from './support/ready.ts'
import { goTo } from './support/people.ts'

const BRANCHES = [
  ['Chi bộ thôn Đồng Sơn', 'residential', 'rural'],
  ['Chi bộ thôn Quyển Sơn', 'residential', 'rural'],
  ['Chi bộ Trường Trung học phổ thông Kim Bảng', 'school', 'urban'],
  ['Chi bộ Công ty Xi măng Bút Sơn', 'enterprise', 'urban'],
] as const

test('a year is planned, reported to the digit, sent, and held against what came later', async ({ place }) => {
  test.slow()
  const window = await openReady(place, 'xa', {
    name: 'Đảng ủy xã Thi Sơn',
    code: 'thi-son',
    capacities: ['proposes', 'decides'],
    today: '2024-07-15',
  })
  const { page } = window
  const units = await seed(page)

  await goTo(page, '/bao-cao/chi-tieu')
  await page.getByRole('button', { name: 'Ghi chỉ tiêu' }).click()
  await page.getByRole('textbox', { name: 'Số người' }).fill('6')
  await page.getByRole('dialog').getByRole('button', { name: 'Ghi chỉ tiêu' }).click()
  await page.getByRole('button', { name: 'Phân bổ cho các chi bộ' }).click()
  for (const [n, [name]] of BRANCHES.entries())
    await page.getByRole('textbox', { name: `Chỉ tiêu: ${name}` }).fill(String([2, 2, 1, 1][n]))
  await expect(page.getByRole('dialog').getByRole('status')).toContainText(
    'Đã phân bổ 6 người trên chỉ tiêu chung 6, vừa đủ.',
  )
  await page.getByRole('button', { name: 'Ghi phân bổ' }).click()
  const rows = page.getByRole('table', { name: 'Chỉ tiêu từng đơn vị' }).getByRole('row')
  await expect(rows.filter({ hasText: 'Quyển Sơn' })).toContainText('100,0%')
  await expectGoodLook(page, 'reports-targets')

  await goTo(page, '/bao-cao')
  const defined = page.getByRole('button', { name: 'Báo cáo thường dùng', exact: true })
  await defined.click()
  await page.getByRole('button', { name: 'Lưu thành báo cáo thường dùng' }).click()
  await page.getByRole('textbox', { name: 'Tên báo cáo' }).fill('Báo cáo năm gửi huyện')
  await page.getByRole('button', { name: 'Lưu báo cáo thường dùng' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await defined.click()
  await expect(page.getByText('Đỗ Thị Ngọc Ước lưu ngày')).toBeVisible()
  await expectGoodLook(page, 'reports-defined')
  await page.getByRole('button', { name: 'Báo cáo năm gửi huyện', exact: true }).click()
  const year = page.getByRole('table', { name: 'Năm 2024 so với chỉ tiêu' })
  await expect(year).toContainText('66,7%')
  await expect(year).toContainText('3,3%')
  await expectGoodLook(page, 'reports-year')
  await page.getByRole('button', { name: /^Giới tính: Nữ: 2 người/ }).click()
  await expect(page.getByRole('dialog').getByRole('row')).toHaveCount(3)
  await page.getByRole('button', { name: 'Mở trong danh sách' }).click()
  await expect(candidatesPage(page).rows).toHaveCount(2)
  // Numbers of branches, of people where they stand and of years open just the same.
  await goTo(page, '/bao-cao')
  await page.getByRole('button', { name: /^Kết nạp từ đầu năm 2024: / }).click()
  await expect(page.getByRole('dialog').getByRole('table')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Chi bộ có kết nạp trong kỳ: / }).click()
  await expect(page.getByRole('dialog').getByRole('row')).toHaveCount(4)
  await page.keyboard.press('Escape')
  await goTo(page, '/bao-cao/nguon')
  await page
    .getByRole('table', { name: 'Nguồn theo lĩnh vực' })
    .getByRole('button', { name: /^Đã vào Đảng, / })
    .first()
    .click()
  await expect(page.getByRole('dialog').getByRole('table')).toBeVisible()
  await page.keyboard.press('Escape')
  await goTo(page, '/bao-cao/nhieu-nam')
  await page.getByRole('button', { name: /^Nữ, năm 2024: 2 người/ }).click()
  await expect(page.getByRole('dialog').getByRole('row')).toHaveCount(3)
  await page.keyboard.press('Escape')
  await goTo(page, '/bao-cao')
  await page.getByRole('button', { name: 'Lập văn bản' }).click()
  await expect(page.getByRole('textbox', { name: 'Kết quả đạt được, mỗi ý một dòng' })).toHaveValue(
    /đạt 66,7% kế hoạch năm/,
  )
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Gửi báo cáo' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Gửi báo cáo' }).click()

  await admit(page, units[3] ?? '', 'Phạm Văn Muộn', '2024-06-20', 'male')
  await goTo(page, '/bao-cao/da-gui')
  await page.getByRole('button', { name: /^Đối chiếu: Năm 2024/ }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('Số liệu đã gửi đúng với hồ sơ tại thời điểm gửi.')
  await expect(dialog.getByRole('table', { name: 'Thay đổi từ khi gửi' })).toContainText('Kết nạp đảng viên mới45')
  await expect(dialog.getByRole('list', { name: 'Nguyên nhân thay đổi' })).toContainText('Phạm Văn Muộn')
  await expectGoodLook(page, 'reports-compare')
  await page.keyboard.press('Escape')

  await goTo(page, '/bao-cao/do-phu')
  await expect(page.getByRole('table', { name: 'Chi bộ theo lĩnh vực' })).toContainText('Doanh nghiệp')
  await page.getByText('Ô màu', { exact: true }).click()
  await expect(page.getByRole('link', { name: 'Chi bộ thôn Đồng Sơn' })).toBeVisible()
  await expectGoodLook(page, 'reports-coverage')
  await goTo(page, `/don-vi/${units[0] ?? ''}`)
  await expect(page.getByRole('region', { name: 'Chỉ tiêu và kết quả qua các năm' })).toContainText(
    'đã kết nạp 1 trên chỉ tiêu 2',
  )
  await goTo(page, '/')
  await expect(page.getByRole('region', { name: 'Năm 2024 đến nay' })).toContainText('Kết nạp 5 trên chỉ tiêu 6 người')
  await expectGoodLook(page, 'reports-home')
  expect(window.problems).toEqual([])
})

/** Four branches, each with members at the end of 2023, and people admitted in 2021 to 2024. */
async function seed(page: Page): Promise<readonly string[]> {
  const units: string[] = []
  for (const [name, sector, area] of BRANCHES) {
    const { unit } = await callPort<{ unit: string }>(page, 'unit.add', { name, type: 'branch', sector, area })
    await callPort(page, 'unit.recordMembers', {
      id: unit,
      count: { date: '2023-12-31', official: 29, probationary: 1, excluded: 0 },
    })
    units.push(unit)
  }
  const [a = '', b = '', c = ''] = units
  await admit(page, a, 'Lê Thị Ánh', '2024-02-03', 'female')
  await admit(page, b, 'Trần Thị Bích', '2024-03-10', 'female')
  await admit(page, b, 'Nguyễn Văn Cường', '2024-05-19', 'male')
  await admit(page, c, 'Đỗ Văn Dũng', '2024-05-19', 'male')
  await admit(page, a, 'Vũ Văn Em', '2023-05-19', 'male')
  await admit(page, a, 'Vũ Thị Giang', '2021-09-02', 'female')
  return units
}

async function admit(page: Page, unit: string, name: string, date: string, sex: 'male' | 'female'): Promise<void> {
  await callPort(page, 'case.takeOver', {
    profile: {
      name,
      sex,
      birth: '1996-04-05',
      ethnicity: 'Kinh',
      education: 'upperSecondary',
      qualification: 'bachelor',
      occupation: 'farmer',
      source: 'youthUnion',
    },
    unit,
    acts: { decision: { outcome: 'admit', number: `${name} ${date}`, date, body: 'Ban Thường vụ Đảng ủy' } },
  })
}
