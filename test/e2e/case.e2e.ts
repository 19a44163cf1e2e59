import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { casePage } from './pages/case.ts'
import { candidatesPage } from './pages/candidates.ts'
import { registerPage } from './pages/register.ts'
import { expect, test } from './support/fixtures.ts'
import { expectGoodLook } from './support/look.ts'
import { callPort } from './support/ready.ts'
import { BRANCH, goTo, HELPER, HOA, register, seedOffice } from './support/people.ts'

/** A picture of one point. */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

test('from a name to a submitted dossier, through the window only', async ({ place }) => {
  test.slow()
  const window = await place.open('xa')
  const { page } = window
  await seedOffice(window)
  await goTo(page, '/nguon')
  await candidatesPage(page).add.first().click()
  const form = registerPage(page)
  await form.name.fill(HOA.name)
  await form.chooseUnit(BRANCH)
  await form.more.click()
  await form.field('Ngày sinh').fill('12/5/1998')
  await form.choose('Giới tính', 'Nữ')
  await form.choose('Trình độ học vấn', 'Trung học phổ thông')
  await form.field('Ngày vào Đoàn').fill('26/3/2013')
  await form.save.click()

  const opened = casePage(page)
  await expect(opened.heading(HOA.name)).toBeVisible()
  await expect(opened.stage).toHaveText('Nguồn')
  await expectGoodLook(page, 'case-new')

  await opened.doNext.click()
  const helper = opened.dialog('Phân công đảng viên giúp đỡ')
  await helper.choose('Đảng viên chính thức', HELPER)
  await helper.field('Giúp đỡ từ ngày').fill('1/10/2022')
  await helper.field('Giúp đỡ từ ngày').press('Enter')
  await expect(helper.dialog).toBeHidden()
  await expect(opened.stage).toHaveText('Giúp đỡ')

  for (const [button, date, extra] of [
    ['Giấy chứng nhận học lớp bồi dưỡng nhận thức về Đảng', '15/6/2023', {}],
    ['Đơn xin vào Đảng', '1/9/2023', {}],
    ['Lý lịch của người xin vào Đảng', '5/9/2023', {}],
    ['Văn bản thẩm tra lý lịch của người xin vào Đảng', '10/10/2023', { 'Nơi lưu giữ': 'Văn phòng Đảng ủy' }],
    ['Giấy giới thiệu người vào Đảng', '20/11/2023', { 'Họ tên người lập': HELPER }],
    ['Nghị quyết giới thiệu đoàn viên ưu tú vào Đảng', '22/11/2023', { 'Số văn bản': '4-NQ/ĐTN' }],
  ] as const) {
    await opened
      .paper(button)
      .getByRole('button', { name: `Ghi ${button}` })
      .click()
    const paper = opened.dialog(button)
    await paper.field('Ngày của giấy tờ').fill(date)
    for (const [label, value] of Object.entries(extra)) await paper.field(label).fill(value)
    await paper.button('Ghi giấy tờ').click()
    await expect(paper.dialog).toBeHidden()
  }
  await expect(opened.paper('Văn bản thẩm tra lý lịch của người xin vào Đảng')).toContainText('Đã có, lưu riêng')
  await expect(opened.next).toContainText('Tổng hợp ý kiến nhận xét')
  await opened.doNext.click()
  const opinions = opened.dialog(/^Tổng hợp ý kiến nhận xét/)
  await opinions.field('Ngày của giấy tờ').fill('1/12/2023')
  await opinions.field('Ngày của giấy tờ').press('Enter')
  await expect(opinions.dialog).toBeHidden()
  await expect(opened.next).toContainText('Chi bộ họp xét, ra nghị quyết')
  await expectGoodLook(page, 'case-papers')

  await opened.doNext.click()
  const vote = opened.dialog('Cuộc họp chi bộ xét kết nạp')
  await expect(vote.field('Chính thức')).toHaveValue('9')
  await vote.field('Ngày họp').fill('20/12/2023')
  await vote.field('Chính thức có mặt').fill('8')
  await vote.field('Dự bị có mặt').fill('1')
  await expect(vote.dialog.getByRole('status', { name: 'Số vắng mặt' })).toContainText('Vắng mặt 1')
  await vote.button('Thêm người vắng').click()
  await vote.field('Họ tên người vắng mặt 1').fill('Đào Văn Tấn')
  await vote.field('Lý do vắng mặt 1').fill('Ốm')
  await vote.field('Tán thành').fill('5')
  await expect(vote.dialog.getByRole('status', { name: 'Kết quả tính' })).toContainText('Không đủ tỷ lệ tán thành')
  await vote.field('Tán thành').fill('8')
  await expect(vote.dialog.getByRole('status', { name: 'Kết quả tính' })).toContainText('Cần ít nhất 6 trên 9')
  await vote.field('Số nghị quyết').fill('12-NQ/CB')
  await vote.field('Ngày nghị quyết').fill('20/12/2023')
  await expectGoodLook(page, 'case-vote')
  await vote.button('Ghi cuộc họp').click()
  await expect(vote.dialog).toBeHidden()
  await expect(opened.meetings).toContainText('8 trên 9 đảng viên chính thức tán thành (cần 6)')
  await expect(opened.deadlines).toContainText('Hạn ra quyết định kết nạp')
  await expect(opened.deadlines).toContainText(/Còn \d+ ngày làm việc/)

  // Sending too early is refused with what is missing, and nothing typed is lost.
  await opened.openMenu('Gửi hồ sơ')
  const early = opened.dialog('Gửi hồ sơ lên cấp ủy có thẩm quyền')
  await early.field('Số công văn').fill('31-CV/ĐU')
  await early.button('Gửi hồ sơ').click()
  await expect(early.dialog.getByText(/Chưa thể gửi hồ sơ/)).toBeVisible()
  await expect(early.field('Số công văn')).toHaveValue('31-CV/ĐU')
  await expectGoodLook(page, 'case-blocked')
  await early.close.click()
  await early.button('Giữ bản nháp và đóng').click()

  await opened.doNext.click()
  const committee = opened.dialog('Cuộc họp đảng ủy cơ sở xét kết nạp')
  await committee.field('Ngày họp').fill('27/12/2023')
  await committee.field('Tổng số cấp ủy viên').fill('15')
  await committee.field('Có mặt').fill('14')
  await committee.field('Tán thành').fill('14')
  await committee.field('Số nghị quyết').fill('15-NQ/ĐU')
  await committee.field('Ngày nghị quyết').fill('27/12/2023')
  await expect(committee.dialog.getByRole('status', { name: 'Kết quả tính' })).toContainText('Cần ít nhất 10 trên 15')
  await committee.button('Ghi cuộc họp').click()
  await expect(committee.dialog).toBeHidden()

  await opened.doNext.click()
  const submit = opened.dialog('Gửi hồ sơ lên cấp ủy có thẩm quyền')
  await expect(submit.dialog.getByText('Đã mở lại nội dung đang nhập dở.')).toBeVisible()
  await expect(submit.field('Số công văn')).toHaveValue('31-CV/ĐU')
  await submit.button('Gửi hồ sơ').click()
  await expect(submit.dialog).toBeHidden()
  await expect(opened.stage).toHaveText('Gửi hồ sơ')
  await expect(opened.submissions).toContainText('Chờ tiếp nhận')
  await expectGoodLook(page, 'case-submitted')
})

test('scans are dropped on their paper, shown, and taken out to a file', async ({ place }) => {
  const window = await place.open('xa')
  const { page } = window
  const { branch } = await seedOffice(window)
  const id = await register(page, branch, HOA)
  await goTo(page, `/ho-so/${id}`)
  const opened = casePage(page)
  await dropFile(page, 'Đơn xin vào Đảng', 'ghi-chu.txt', 'text/plain', 'aGVsbG8=')
  await expect(opened.said('không phải tệp PDF, JPEG hay PNG')).toBeVisible()
  await dropFile(page, 'Đơn xin vào Đảng', 'don-xin-vao-dang.png', 'image/png', PNG)
  const paper = opened.dialog('Đơn xin vào Đảng')
  await expect(paper.dialog).toContainText('don-xin-vao-dang.png')
  await paper.field('Ngày của giấy tờ').fill('1/9/2023')
  // A photograph of a phone, 12 megapixels and lying on its side: kept as a sheet of A4, without what the camera wrote.
  const photo = join(place.folder, 'trang 2.jpg')
  writeFileSync(photo, await phonePhoto(page))
  await paper.dialog.locator('input[type=file]').setInputFiles(photo)
  await expect(paper.dialog).toContainText('trang 2.jpg')
  await paper.dialog.locator('input[type=file]').setInputFiles({
    name: 'hỏng.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from('không phải ảnh'),
  })
  await expect(paper.alert).toContainText('PDF, JPEG')
  await expectGoodLook(page, 'case-paper')
  await paper.button('Ghi giấy tờ').click()
  await expect(paper.dialog).toBeHidden()

  const kept = await keptPhoto(page, id)
  expect(kept).toMatchObject({ width: 1654, height: 2205 })
  expect(kept.bytes.includes('Exif')).toBe(false)
  expect(kept.bytes.length).toBeLessThan(1_500_000)

  await page.getByRole('button', { name: 'Xem 2 bản quét Đơn xin vào Đảng' }).click()
  const preview = opened.dialog('Đơn xin vào Đảng')
  const picture = preview.dialog.getByRole('img', { name: 'Bản quét Đơn xin vào Đảng' })
  await expect(picture).toBeVisible()
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0)
  await expectGoodLook(page, 'case-scan')
  mkdirSync(join(place.folder, 'ra'))
  const out = join(place.folder, 'ra', 'don.png')
  window.answer(out)
  await preview.button('Lưu ra tệp').click()
  await preview.field('Mục đích sử dụng').fill('Nộp kèm hồ sơ giấy')
  await preview.button('Chọn nơi lưu').click()
  await expect(preview.dialog.getByRole('status')).toContainText('Tệp vừa lưu không mã hóa')
  expect(existsSync(out)).toBe(true)
  await page.keyboard.press('Escape')
  await expect(preview.dialog).toBeHidden()
})

/* A field's fault goes while typing, not on leaving it: the button stays where the mouse is pressing. */
test('a wrong date put right is recorded with the first click', async ({ place }) => {
  const window = await place.open('xa')
  const { page } = window
  const { branch } = await seedOffice(window)
  await goTo(page, `/ho-so/${await register(page, branch, HOA)}`)
  const opened = casePage(page)
  await opened.openMenu('Kết thúc theo dõi, xin rút hồ sơ')
  const ending = opened.dialog('Kết thúc theo dõi, xin rút hồ sơ')
  await ending.button('Ghi kết thúc').click()
  await expect(ending.field('Ngày')).toHaveAccessibleDescription(/Chưa nhập/)
  await ending.field('Ngày').fill('3/1/2024')
  await ending.button('Ghi kết thúc').click()
  await expect(ending.alert).toContainText('không thể sau hôm nay')
  await ending.field('Ngày').fill('2/1/2024')
  await ending.button('Ghi kết thúc').click()
  await expect(ending.dialog).toBeHidden()
})

test('by keyboard alone: a person, a helper, a paper, a vote', async ({ place }) => {
  const window = await place.open('xa')
  const { page } = window
  await seedOffice(window)
  const { keyboard } = page
  await goTo(page, '/nguon')
  await expect(candidatesPage(page).heading).toBeVisible()
  await keyboard.press('n')
  await expect(registerPage(page).name).toBeFocused()
  await keyboard.type('Lê Thị Thơm')
  await keyboard.press('Tab')
  await keyboard.type('quyen son')
  await expect(page.getByRole('option')).toHaveCount(1)
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await expect(registerPage(page).unit).toHaveValue(BRANCH)
  await keyboard.press('Enter')
  const opened = casePage(page)
  await expect(opened.heading('Lê Thị Thơm')).toBeVisible()

  await opened.doNext.focus()
  await keyboard.press('Enter')
  const helper = opened.dialog('Phân công đảng viên giúp đỡ')
  await expect(helper.dialog.getByRole('combobox', { name: 'Đảng viên chính thức' })).toBeFocused()
  await keyboard.type('duc')
  await expect(page.getByRole('option')).toHaveCount(1)
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await keyboard.press('Tab')
  await keyboard.press('Tab')
  await expect(helper.field('Giúp đỡ từ ngày')).toBeFocused()
  await keyboard.type('1/10/2022')
  await keyboard.press('Enter')
  await expect(helper.dialog).toBeHidden()
  // The class stands there before too, as what can be done beside the first step: only the button tells.
  await expect(opened.doNext).toHaveText('Ghi giấy chứng nhận')
  await expect(opened.doNext).toBeFocused()

  await keyboard.press('Enter')
  const paper = opened.dialog(/^Giấy chứng nhận học lớp/)
  await expect(paper.field('Ngày của giấy tờ')).toBeFocused()
  await keyboard.type('ngày 15 tháng 6 năm 2023')
  await keyboard.press('Escape')
  await expect(paper.button('Nhập tiếp')).toBeFocused()
  await keyboard.press('Enter')
  await paper.field('Ngày của giấy tờ').focus()
  await keyboard.press('Enter')
  await expect(paper.dialog).toBeHidden()
  await expect(opened.paper('Giấy chứng nhận học lớp bồi dưỡng nhận thức về Đảng')).toContainText('15/06/2023')

  await page.getByRole('button', { name: 'Ghi cuộc họp chi bộ' }).focus()
  await keyboard.press('Enter')
  const vote = opened.dialog('Cuộc họp chi bộ xét kết nạp')
  await expect(vote.field('Ngày họp')).toBeFocused()
  await keyboard.type('20/12/2023')
  await vote.field('Chính thức có mặt').focus()
  await keyboard.type('9')
  await keyboard.press('Tab')
  await keyboard.type('1')
  await vote.field('Tán thành').focus()
  await keyboard.type('9')
  await keyboard.press('Enter')
  await expect(vote.dialog).toBeHidden()
  await expect(opened.meetings).toContainText('9 trên 9')
})

/** Drops a file on the line of a paper, as the desktop does. */
async function dropFile(page: Page, paper: string, name: string, type: string, base64: string): Promise<void> {
  const files = await page.evaluateHandle(
    ([fileName, fileType, content]) => {
      const bytes = Uint8Array.from(atob(content ?? ''), (letter) => letter.codePointAt(0) ?? 0)
      const transfer = new DataTransfer()
      transfer.items.add(new File([bytes], fileName ?? '', { type: fileType ?? '' }))
      return transfer
    },
    [name, type, base64],
  )
  const line = casePage(page).paper(paper)
  await line.dispatchEvent('dragover', { dataTransfer: files })
  await line.dispatchEvent('drop', { dataTransfer: files })
}

/** What a phone writes: 4032 x 3024 pixels, turned by its mark, with the camera's own words beside them. */
async function phonePhoto(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(() => {
    const canvas = document.createElement('canvas')
    canvas.width = 4032
    canvas.height = 3024
    const pen = canvas.getContext('2d')
    for (let line = 0; pen !== null && line < 400; line += 1) {
      pen.fillStyle = `hsl(${line} 60% 70%)`
      pen.fillRect(0, line * 8, 4032, 8)
    }
    return canvas.toDataURL('image/jpeg', 0.9).split(',')[1] ?? ''
  })
  const plain = Buffer.from(base64, 'base64')
  const mark = Buffer.from('4d4d002a0000000800010112000300000001000600000000000043616d65726120303031', 'hex')
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), mark])
  const head = Buffer.from([0xff, 0xe1, 0, exif.length + 2])
  return Buffer.concat([plain.subarray(0, 2), head, exif, plain.subarray(2)])
}

/** The photograph as the scan store gives it back. */
async function keptPhoto(page: Page, id: string) {
  type Held = { state: { papers: { scans: { name: string; sha256: string }[] }[] } }
  const view = await callPort<Held>(page, 'case.get', { case: id })
  const scan = view.state.papers.flatMap(({ scans }) => scans).find(({ name }) => name === 'trang 2.jpg')
  const { type, base64 } = await callPort<{ type: string; base64: string }>(page, 'scan.get', { sha256: scan?.sha256 })
  const size = await page.evaluate(async (address) => {
    const picture = new Image()
    picture.src = address
    await picture.decode()
    return { width: picture.naturalWidth, height: picture.naturalHeight }
  }, `data:${type};base64,${base64}`)
  return { ...size, bytes: Buffer.from(base64, 'base64') }
}
