import { reviewPage } from './pages/review.ts'
import { expectDrawn } from './support/drawn-pages.ts'
import { expect, test } from './support/fixtures.ts'
import { expectGoodLook } from './support/look.ts'
import { callPort } from './support/ready.ts'
import {
  addBranch,
  exportTo,
  importFrom,
  openCommuneAndDistrict,
  pairOffices,
  submittedDossier,
} from './support/seed.ts'

const RESUME = 'Lý lịch của người xin vào Đảng'

test('a queue of dossiers is walked by letters: taken in, returned item by item, decided, refused', async ({
  place,
}) => {
  test.slow()
  const { commune, district } = await openCommuneAndDistrict(place)
  await pairOffices(commune, district)
  const unit = await addBranch(commune)
  const hoa = await submittedDossier(commune, unit)
  const anh = await submittedDossier(commune, unit, { name: 'Lê Thị Ánh', birth: '1991-03-02' })
  const duc = await submittedDossier(commune, unit, { name: 'Trần Văn Đức', birth: '1990-02-01' })
  const { page } = district
  const review = reviewPage(page)
  await review.open()
  await expect(page.getByText('Chưa có hồ sơ nào chờ xét')).toBeVisible()
  await exportTo(commune, place.stick)
  await importFrom(district, place.stick)

  // By deadline, then by name; j and k walk, also to the end and no further.
  await expect(review.queue.getByRole('link')).toHaveCount(3)
  await expect(review.dossier('Lê Thị Ánh')).toBeVisible()
  await expect(page.getByText('Hồ sơ 1 trên 3')).toBeVisible()
  await page.keyboard.press('j')
  await expect(review.dossier('Nguyễn Thị Hòa')).toBeVisible()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await expect(review.dossier('Trần Văn Đức')).toBeVisible()
  await page.keyboard.press('k')
  const dossier = review.dossier('Nguyễn Thị Hòa')
  await expect(dossier).toContainText('9 trên 9 tán thành, cần ít nhất 6')
  await expect(dossier).toContainText('15 trên 15 tán thành, cần ít nhất 10')
  await expect(dossier).toContainText('Không thấy điểm nào vướng')
  await expectGoodLook(page, 'review')
  await dossier.getByRole('button', { name: 'Đơn xin vào Đảng.png' }).click()
  const picture = page.getByRole('img', { name: /^Bản quét/ })
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
  await expectGoodLook(page, 'review-scan')
  await dossier.getByRole('button', { name: 'Giấy chứng nhận.pdf' }).click()
  const sheet = page.getByRole('group', { name: /^Bản quét Giấy chứng nhận/ })
  await expect(page.getByText('Trang 1/6')).toBeVisible()
  await expectDrawn(sheet, [1, 2])
  await expectGoodLook(page, 'review-scan-pdf')
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await expect(picture).toBeHidden()

  // By keyboard alone: leaving a form goes back to the button, an act to the dossier that follows.
  await review.act('Tiếp nhận hồ sơ').press('Enter')
  await expect(review.field('Ngày tiếp nhận')).toBeFocused()
  await review.act('Đóng').press('Enter')
  await expect(review.act('Tiếp nhận hồ sơ')).toBeFocused()
  await page.keyboard.press('Enter')
  await review.field('Ngày tiếp nhận').fill('24/01/2024')
  await review.act('Tiếp nhận').click()
  await expect(review.alert).toContainText('25/01/2024')
  await review.field('Ngày tiếp nhận').fill('29/01/2024')
  await review.field('Số tiếp nhận').fill('17')
  await review.field('Số tiếp nhận').press('Enter')
  await expect(review.dossier('Trần Văn Đức')).toBeVisible()
  await expect(review.inQueue('Trần Văn Đức')).toBeFocused()

  // What the reviewer notes is kept, and becomes the remarks of the return together with what the checks have seen.
  await page.keyboard.press('k')
  await page.keyboard.press('k')
  await expect(review.dossier('Lê Thị Ánh')).toContainText('Cần kiểm tra')
  // The head of the page speaks of the set that judges this case, as on the case's own page.
  await expect(page.getByRole('link', { name: /^Quy định xét hồ sơ này có \d+ giá trị/ })).toBeVisible()
  await review.tick('Đơn xin vào Đảng').check()
  await review.remark(RESUME).click()
  await review.verdict.getByRole('textbox', { name: `Nhận xét về ${RESUME}` }).fill('Chưa ký từng trang')
  await page.getByRole('button', { name: 'Hồ sơ sau' }).click()
  await expect(review.dossier('Nguyễn Thị Hòa')).toBeVisible()
  await page.getByRole('button', { name: 'Hồ sơ trước' }).click()
  await expect(review.tick('Đơn xin vào Đảng')).toBeChecked()
  await review.act('Trả lại để bổ sung').click()
  await expect(review.field('Nội dung ý kiến').first()).toHaveValue('Chưa ký từng trang')
  await expect(review.field('Nội dung ý kiến').nth(1)).toHaveValue(/trình độ học vấn/)
  await review.act('Thêm ý kiến').click()
  await review.act('Trả lại').click()
  await expect(review.field('Nội dung ý kiến').last()).toBeFocused()
  await expectGoodLook(page, 'review-return')
  await review.field('Nội dung ý kiến').last().fill('Đánh số trang')
  await review.field('Bổ sung trước ngày').fill('20/02/2024')
  await review.act('Trả lại').click()
  await expect(review.dossier('Nguyễn Thị Hòa')).toBeVisible()
  await expect(review.inQueue('Lê Thị Ánh')).toBeHidden()
  const returned = await callPort<{ state: { submissions: { returned: { remarks: unknown[] } }[] } }>(
    page,
    'case.get',
    {
      case: anh,
    },
  )
  expect(returned.state.submissions.at(-1)?.returned.remarks).toEqual([
    { paper: '2-KND', text: 'Chưa ký từng trang' },
    { text: expect.stringContaining('trình độ học vấn') },
    { text: 'Đánh số trang' },
  ])
  await review.filter('Đã trả lại, chờ bổ sung')
  await expect(review.inQueue('Lê Thị Ánh')).toBeVisible()
  await review.filter('Chờ quyết định')
  await expect(review.queue.getByRole('link')).toHaveCount(1)
  await review.filter('Cần xét')

  // The number goes on from the last one, and one used before is refused beside its field.
  await review.inQueue('Nguyễn Thị Hòa').click()
  await review.act('Ghi quyết định kết nạp').click()
  await expect(review.field('Cơ quan ban hành')).toHaveValue('Ban Thường vụ Huyện ủy')
  await review.field('Số quyết định').fill('345-QĐ/HU')
  await review.field('Tổng số thành viên').fill('11')
  await review.field('Số tán thành').fill('12')
  await review.act('Ghi quyết định kết nạp').click()
  await expect(review.alert).toBeVisible()
  await expectGoodLook(page, 'review-decision')
  await review.field('Số tán thành').fill('11')
  await review.act('Ghi quyết định kết nạp').click()
  await expect(review.dossier('Trần Văn Đức')).toBeVisible()
  await expect(review.inQueue('Nguyễn Thị Hòa')).toBeHidden()
  await review.act('Ghi quyết định không kết nạp').click()
  await expect(review.field('Số quyết định')).toHaveValue('346-QĐ/HU')
  await review.field('Số quyết định').fill('345-QĐ/HU')
  await review.field('Lý do').fill('Chưa đủ điều kiện về thời gian giúp đỡ')
  await review.act('Ghi quyết định không kết nạp').click()
  await expect(review.field('Số quyết định')).toHaveAccessibleDescription(/Đã dùng cho Nguyễn Thị Hòa/)
  await review.field('Số quyết định').fill('346-QĐ/HU')
  await review.act('Ghi quyết định không kết nạp').click()
  await expect(page.getByText('Đã ghi quyết định đối với Trần Văn Đức')).toBeVisible()
  for (const [id, stage] of [
    [hoa, 'admitted'],
    [duc, 'refused'],
  ] as const)
    expect(await callPort(page, 'case.get', { case: id })).toMatchObject({ stage })
})
