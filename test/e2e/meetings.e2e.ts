/**
 * A meeting of the deciding body from the list of dossiers to the register: called, voted on, decided with numbers one
 * after another; and what the rules of the house say in time.
 */
import { addBranch, carry, communeAndDistrict, submittedDossier } from '../support/journey.ts'
import { dialogOf } from './pages/case.ts'
import { expect, test } from './support/fixtures.ts'
import { expectGoodLook } from './support/look.ts'
import { openSeeded } from './support/seeded.ts'

const ANH = { name: 'Lê Thị Ánh', birth: '1991-03-02', sex: 'female', education: 'upperSecondary' } as const

test('dossiers are put to a meeting, voted on in one table, and decided with numbers of the register', async ({
  place,
}) => {
  test.slow()
  const { commune, district } = await communeAndDistrict(place.folder)
  const unit = await addBranch(commune)
  const people = [await submittedDossier(commune, unit), await submittedDossier(commune, unit, ANH)]
  await carry(place.folder, commune, district)
  district.at('2024-02-01')
  for (const id of people) await district.do('dossier.review', { case: id, date: '2024-02-01', outcome: 'agree' })
  const { page } = await openSeeded(place, district, '2024-02-26')

  await page.getByRole('link', { name: 'Cuộc họp, biểu quyết', exact: true }).click()
  await expect(page.getByText('Chưa có cuộc họp nào')).toBeVisible()
  await page.getByRole('button', { name: 'Lập cuộc họp' }).click()
  const called = dialogOf(page, 'Lập cuộc họp')
  await called.field('Ngày họp').fill('26/02/2024')
  await called.field('Tổng số thành viên').fill('11')
  await called.field('Cơ quan họp').fill('Ban Chấp hành Đoàn')
  await expect(called.dialog.getByRole('status')).toContainText('cơ quan ra quyết định là Ban Thường vụ Huyện ủy')
  await called.field('Cơ quan họp').fill('Ban Thường vụ Huyện ủy')
  await expect(called.dialog.getByRole('checkbox', { name: ANH.name })).toBeChecked()
  await expectGoodLook(page, 'meeting-call')
  await called.button('Lập cuộc họp').click()

  await expect(page.getByRole('heading', { level: 1, name: 'Cuộc họp ngày 26/02/2024' })).toBeVisible()
  await page.getByRole('button', { name: 'Ghi biểu quyết' }).click()
  await page.getByRole('button', { name: 'Điền tất cả có mặt đều tán thành' }).click()
  const cell = (label: string) => page.getByRole('textbox', { name: label, exact: true })
  await cell(`Tán thành: ${ANH.name}`).fill('12')
  await cell(`Không tán thành: ${ANH.name}`).fill('0')
  await page.getByRole('button', { name: 'Ghi biểu quyết' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Tổng số phiếu là 12' })).toBeVisible()
  await cell(`Tán thành: ${ANH.name}`).fill('4')
  await cell(`Không tán thành: ${ANH.name}`).fill('7')
  await cell(`Ý kiến, lý do: ${ANH.name}`).fill('Quá trình công tác chưa rõ')
  await expectGoodLook(page, 'meeting-votes')
  await page.getByRole('button', { name: 'Ghi biểu quyết' }).click()
  const table = page.getByRole('table', { name: 'Hồ sơ trình cuộc họp' })
  await expect(table).toContainText('11 trên 11 tán thành, cần ít nhất 6')
  await expect(page.getByText('Đã họp', { exact: true })).toBeVisible()
  await expect(table.getByRole('row', { name: ANH.name })).toContainText('Không đồng ý')

  await page.getByRole('button', { name: 'Ghi số quyết định' }).click()
  await cell('Số quyết định: Lê Thị Ánh').fill('345-QĐ/HU')
  await cell('Số quyết định: Nguyễn Thị Hòa').fill('345-QĐ/HU')
  await expect(page.getByRole('table', { name: 'Ghi số quyết định' })).toContainText('Số này đã dùng')
  await cell('Số quyết định: Nguyễn Thị Hòa').fill('346-QĐ/HU')
  await page.getByRole('button', { name: 'Ghi các quyết định' }).click()
  await expect(table).toContainText('Số 346-QĐ/HU, ngày 26/02/2024')
  await expect(table).toContainText('Chưa gửi về đơn vị')
  await expectGoodLook(page, 'meeting-decided')
  await page
    .getByRole('navigation', { name: 'Việc xét và quyết định' })
    .getByRole('link', { name: 'Sổ quyết định' })
    .click()
  await expect(page.getByRole('table', { name: 'Sổ quyết định' }).getByRole('row')).toHaveCount(3)
})
