import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { exchangePage } from './pages/exchange.ts'
import { homePage } from './pages/home.ts'
import { reviewPage } from './pages/review.ts'
import { unitsPage } from './pages/units.ts'
import { expect, test } from './support/fixtures.ts'
import { callPort } from './support/ready.ts'
import {
  bothVote,
  buildDossier,
  openCommuneAndDistrict,
  pairOffices,
  recordPaper,
  register,
  submit,
} from './support/seed.ts'
import type { OfficeWindow } from './support/window.ts'

test('a dossier goes up, comes back, goes up again, is decided, and ends in the ceremony', async ({ place }) => {
  test.slow()
  // Late enough for every act of the story, so that each window stands open once.
  const { commune, district } = await openCommuneAndDistrict(place, '2024-03-20')
  await pairOffices(commune, district)
  let trips = 0
  const carry = async (from: OfficeWindow, to: OfficeWindow) => {
    const stick = join(place.folder, `usb-${(trips += 1)}`)
    mkdirSync(stick)
    const [sender, receiver] = [exchangePage(from), exchangePage(to)]
    await sender.open('Gửi đi')
    await sender.carrier(stick)
    await sender.button('Xuất gói dữ liệu').click()
    await expect(from.page.getByText(/^Đã ghi xong|^Đã ghi\. Rút/)).toBeVisible()
    await receiver.open('Nhận về')
    await receiver.carrier(stick)
    await receiver.button('Xem trước').click()
    await expect(receiver.preview).toContainText('Xem trước xong, có thể nhận gói')
    await receiver.button('Nhận tất cả').click()
    await expect(receiver.report).toContainText('Đã nhận gói')
  }

  const units = unitsPage(commune.page)
  await units.open()
  await units.button('Thêm đơn vị').click()
  await units.field('Thêm đơn vị', 'Tên đơn vị').fill('Chi bộ thôn Đồng Sơn')
  await units.submit('Thêm đơn vị', 'Thêm đơn vị').click()
  await expect(units.unit('Chi bộ thôn Đồng Sơn')).toBeVisible()
  const { units: rows } = await callPort<{ units: { id: string }[] }>(commune.page, 'unit.list')
  const id = await register(commune, rows[0]?.id ?? '')
  await buildDossier(commune, id)
  await bothVote(commune, id)
  await submit(commune, id)
  await carry(commune, district)

  const review = reviewPage(district.page)
  await review.open()
  await review.act('Tiếp nhận hồ sơ').click()
  await review.field('Ngày tiếp nhận').fill('29/01/2024')
  await review.act('Tiếp nhận').click()
  await expect(review.act('Tiếp nhận hồ sơ')).toBeHidden()
  await review.act('Trả lại để bổ sung').click()
  await review.field('Ngày trả lại').fill('29/01/2024')
  await review.field('Nội dung ý kiến').first().fill('Giấy giới thiệu chưa ghi ngày vào Đảng chính thức')
  await review.act('Trả lại').click()
  await expect(district.page.getByText(/Đã ghi trả lại hồ sơ của Nguyễn Thị Hòa/)).toBeVisible()
  await carry(district, commune)

  const below = homePage(commune.page)
  await below.open()
  await expect(below.block('Đề nghị kết nạp')).toContainText('Bổ sung hồ sơ được trả lại')
  await recordPaper(commune, id, '3-KND', '2024-02-05', { person: 'Lê Thị Cúc', note: 'Đã ghi ngày chính thức' })
  await submit(commune, id, '2024-02-06')
  await carry(commune, district)

  const above = homePage(district.page)
  await above.open()
  await expect(above.block('Xét và quyết định')).toContainText('Gửi lần 2, sau khi bổ sung')
  await above.person('Nguyễn Thị Hòa').click()
  await expect(review.dossier('Nguyễn Thị Hòa')).toContainText('Lần 1: đã trả lại ngày 29/01/2024 với 1 ý kiến')
  await review.act('Ghi quyết định kết nạp').click()
  await review.field('Số quyết định').fill('345-QĐ/HU')
  await review.field('Ngày quyết định').fill('26/02/2024')
  await review.act('Ghi quyết định kết nạp').click()
  await expect(district.page.getByText('Chưa có hồ sơ nào chờ xét')).toBeVisible()
  await carry(district, commune)

  await below.open()
  await expect(below.block('Đề nghị kết nạp')).toContainText('Ghi ngày nhận quyết định số 345-QĐ/HU')
  await callPort(commune.page, 'decision.recordReceipt', { case: id, date: '2024-02-28' })
  await expect(below.block('Đề nghị kết nạp')).toContainText('Tổ chức lễ kết nạp')
  await callPort(commune.page, 'ceremony.record', {
    case: id,
    date: '2024-03-10',
    place: 'Nhà văn hóa thôn Đồng Sơn',
    helper: { name: 'Trần Văn Bình' },
  })
  await expect(below.block('Đề nghị kết nạp').getByRole('status')).toContainText('Không có việc nào đến hạn')
  await carry(commune, district)
  for (const { page } of [commune, district])
    expect(await callPort(page, 'case.get', { case: id })).toMatchObject({
      stage: 'probation',
      state: { conflicts: [] },
    })
})
