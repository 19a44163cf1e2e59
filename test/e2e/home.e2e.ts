import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { HOA } from '../support/journey.ts'
import { homePage } from './pages/home.ts'
import { menuOf } from './pages/menu.ts'
import { expect, test } from './support/fixtures.ts'
import { expectGoodDialog, expectGoodLook } from './support/look.ts'
import { callPort } from './support/ready.ts'
import {
  addBranch,
  bothVote,
  buildDossier,
  exportTo,
  importFrom,
  openCommune,
  openCommuneAndDistrict,
  pairOffices,
  recordPaper,
  register,
  reopen,
  submit,
  submittedDossier,
} from './support/seed.ts'

test('a new office is told where to begin, and each step ticks itself off', async ({ place }) => {
  const window = await openCommune(place, '2024-01-02')
  const { page } = window
  const home = homePage(page)
  const begin = home.block('Bắt đầu từ đâu')
  await expect(begin.getByRole('link')).toHaveText(['Thêm đơn vị', 'Kết nối với cấp trên', 'Thêm người'])
  await expect(page.getByText('Hôm nay: Thứ Ba, 02/01/2024')).toBeVisible()
  await expectGoodLook(page, 'home-new')
  await begin.getByRole('link', { name: 'Thêm đơn vị' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Đơn vị, đảng viên' })).toBeVisible()
  const unit = await addBranch(window)
  await register(window, unit)
  await home.open()
  await expect(begin.getByText('đã xong')).toHaveCount(2)
  await expect(home.block('Đề nghị kết nạp').getByRole('status')).toContainText('Không có việc nào đến hạn')
  await begin.getByRole('link', { name: 'Kết nối với cấp trên' }).click()
  await expect(page.getByRole('tab', { name: 'Kết nối' })).toHaveAttribute('aria-selected', 'true')
})

test('of many cases the first come with the page, and the others when somebody asks for more', async ({ place }) => {
  test.slow()
  const window = await openCommune(place, '2024-01-15')
  const { page } = window
  const unit = await addBranch(window)
  // Nothing that is drawn anew after each paper.
  await menuOf(page).open('Hướng dẫn')
  const { identityNumber: _one, ...somebody } = HOA
  const rows = Array.from({ length: 201 }, (_, place) => ({
    profile: { ...somebody, name: `Nguyễn Thị ${'ABCDEFGHIK'.charAt(place % 10)}` },
    unit,
  }))
  const { cases } = await callPort<{ cases: readonly string[] }>(page, 'candidate.registerMany', { rows })
  for (const [place, id] of cases.entries())
    await recordPaper(window, id, '1-KND', place === 0 ? '2022-12-01' : '2023-09-01')
  const home = homePage(page)
  await home.open()
  const waiting = home.group('Đang lập hồ sơ')
  await expect(home.group('Quá hạn').getByRole('row')).toHaveCount(2)
  await expect(waiting.getByRole('row')).toHaveCount(9)
  const glance = page.getByRole('group', { name: 'Tóm tắt trong ngày' })
  await expect(glance.getByRole('button')).toHaveText([/^0Đến hạn/, /^1Quá hạn/, /^201Còn thiếu/, /^0Đã có trả lời/])
  await glance.getByRole('button', { name: 'Quá hạn' }).click()
  await expect(waiting).toBeHidden()
  await expect(home.group('Quá hạn').getByRole('row')).toHaveCount(2)
  await glance.getByRole('button', { name: 'Quá hạn' }).click()
  await page.getByRole('button', { name: 'Xem thêm 192 người' }).click()
  await expect(waiting.getByRole('row')).toHaveCount(201)
  // What is recorded meanwhile is in the whole list too.
  await recordPaper(window, cases[1] ?? '', '1-KND', '2022-12-01')
  await expect(waiting.getByRole('row')).toHaveCount(200)
  await expect(home.group('Quá hạn').getByRole('row')).toHaveCount(3)
  // Nor does it come back as it was, once the page was left.
  await menuOf(page).open('Hướng dẫn')
  await recordPaper(window, cases[2] ?? '', '1-KND', '2022-12-01')
  await home.open()
  await expect(home.group('Quá hạn').getByRole('row')).toHaveCount(4)
  await expect(glance.getByRole('button', { name: 'Quá hạn' })).toHaveText(/^3/)
})

test('each side sees what is late, what is due and what waits, one click from the very thing', async ({ place }) => {
  test.slow()
  const { commune, district } = await openCommuneAndDistrict(place)
  await pairOffices(commune, district)
  const unit = await addBranch(commune, 'Chi bộ thôn Đồng Sơn, xã Đồng Hóa, huyện Kim Bảng, tỉnh Hà Nam (sau sáp nhập)')
  const returned = await submittedDossier(commune, unit)
  const decided = await submittedDossier(commune, unit, { name: 'Trần Văn Đức', birth: '1990-02-01' })
  const waiting = await submittedDossier(commune, unit, { name: 'Lê Thị Ánh', birth: '1991-03-02' })
  const ready = await register(commune, unit, { name: 'Phạm Quốc Việt', birth: '1992-04-03' })
  await buildDossier(commune, ready)
  await bothVote(commune, ready)
  const stick = (name: string) => {
    mkdirSync(join(place.folder, name))
    return join(place.folder, name)
  }
  const there = stick('there')
  await exportTo(commune, there)
  await importFrom(district, there)

  const above = homePage(district.page)
  await above.open()
  await expect(above.group('Mới gửi đến, chờ tiếp nhận').getByRole('row')).toHaveCount(4)
  await expect(above.group('Mới gửi đến, chờ tiếp nhận')).toContainText(/Còn \d+ ngày làm việc/)
  await expectGoodLook(district.page, 'home-district')
  await above.person('Lê Thị Ánh').click()
  await expect(district.page.getByRole('heading', { level: 2, name: 'Lê Thị Ánh' })).toBeVisible()

  for (const id of [returned, decided])
    await callPort(district.page, 'dossier.receive', { case: id, date: '2024-01-29', number: '17' })
  await callPort(district.page, 'dossier.return', {
    case: returned,
    date: '2024-01-29',
    remarks: [{ paper: '3-KND', text: 'Giấy giới thiệu chưa ghi ngày vào Đảng' }, { text: 'Đánh số trang' }],
    answerBy: '2024-02-20',
  })
  await callPort(district.page, 'decision.record', {
    case: decided,
    outcome: 'admit',
    number: '345-QĐ/HU',
    date: '2024-01-29',
    body: 'Ban Thường vụ Huyện ủy',
  })
  await above.open()
  await expect(above.block('Năm 2024 đến nay')).toContainText('Có quyết định kết nạp')
  const back = stick('back')
  await exportTo(district, back)
  await importFrom(commune, back)

  const below = homePage(commune.page)
  await below.open()
  await expect(below.group('Có quyết định, cần ghi ngày nhận')).toContainText('Ghi ngày nhận quyết định số 345-QĐ/HU')
  await expect(below.group('Sắp đến hạn')).toContainText('Bổ sung hồ sơ được trả lại')
  await expect(below.group('Sắp đến hạn')).toContainText(
    '2 ý kiến, trước hết: “Giấy giới thiệu chưa ghi ngày vào Đảng”',
  )
  await expect(below.group('Bước tiếp theo')).toContainText('Phạm Quốc Việt')
  await expect(below.group('Đang chờ cấp ủy có thẩm quyền')).toContainText('Lê Thị Ánh')
  await expect(below.block('Trao đổi')).toContainText(/Đã ghi \d+, đã xuất \d+, bên kia đã nhận \d+ bản ghi/)
  // The day at a glance: a number narrows the tables to its rows, and gives them all back.
  const glance = commune.page.getByRole('group', { name: 'Tóm tắt trong ngày' })
  await expect(glance.getByRole('button')).toHaveText([/^0Đến hạn/, /^0Quá hạn/, /^1Còn thiếu/, /^2Đã có trả lời/])
  await glance.getByRole('button', { name: 'Đã có trả lời' }).click()
  await expect(below.person('Lê Thị Ánh')).toBeHidden()
  await expect(below.person('Trần Văn Đức')).toBeVisible()
  await glance.getByRole('button', { name: 'Đã có trả lời' }).click()
  await expect(below.person('Lê Thị Ánh')).toBeVisible()
  await expectGoodLook(commune.page, 'home-commune')
  const pdf = join(place.folder, 'viec.pdf')
  commune.answer(pdf)
  await below.print.click()
  const printing = commune.page.getByRole('dialog', { name: 'In: Việc cần làm' })
  await expect(printing.getByRole('button', { name: 'Lưu thành PDF' })).toBeDisabled()
  await printing.getByRole('button', { name: 'Theo dõi công việc' }).click()
  await expectGoodDialog(commune.page, 'home-print')
  await printing.getByRole('button', { name: 'Lưu thành PDF' }).click()
  await expect(printing.getByRole('status')).toContainText('Tệp vừa lưu không mã hóa')
  expect(existsSync(pdf)).toBe(true)
  await printing.getByRole('button', { name: 'Đóng' }).click()
  await below.person('Trần Văn Đức').click()
  await expect(commune.page).toHaveURL(new RegExp(`#/ho-so/${decided}`))

  // A quarter later what was left lying is late, on both sides.
  await commune.close()
  await district.close()
  const later = await reopen(place, 'kim-bang', '2024-05-20')
  await expect(homePage(later.page).group('Quá hạn')).toContainText(/Quá hạn \d+ ngày làm việc/)
  await homePage(later.page).group('Quá hạn').getByRole('link', { name: 'Lê Thị Ánh' }).click()
  await expect(later.page).toHaveURL(new RegExp(`#/xet/${waiting}`))
  await later.close()
  const laterBelow = await reopen(place, 'dong-hoa', '2024-05-20')
  await expect(homePage(laterBelow.page).group('Quá hạn')).toContainText('Nguyễn Thị Hòa')
  await submit(laterBelow, ready, '2024-05-20')
  await expect(homePage(laterBelow.page).group('Quá hạn')).toContainText('Cấp ủy có thẩm quyền chưa quyết định')
})
