import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { scannedPdf } from '../support/scanned-pdf.ts'
import { casePage } from './pages/case.ts'
import { candidatesPage } from './pages/candidates.ts'
import { registerPage } from './pages/register.ts'
import { expectDrawn } from './support/drawn-pages.ts'
import { expect, test } from './support/fixtures.ts'
import { expectGoodDialog, expectGoodLook } from './support/look.ts'
import { callPort } from './support/ready.ts'
import { BRANCH, goTo, HOA, openWithBranches, register } from './support/people.ts'

/** A picture of one point. */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

test('scans are dropped on their paper, shown, and taken out to a file', async ({ place }) => {
  const window = await openWithBranches(place)
  const { page, branch } = window
  const id = await register(page, branch, HOA)
  await goTo(page, `/ho-so/${id}`)
  const opened = casePage(page)
  await dropFile(page, 'Đơn xin vào Đảng', 'ghi-chu.txt', 'text/plain', 'aGVsbG8=')
  await expect(opened.said('không phải tệp PDF, JPEG hay PNG')).toBeVisible()
  await dropFile(page, 'Đơn xin vào Đảng', 'don-xin-vao-dang.png', 'image/png', PNG)
  const paper = opened.dialog('Đơn xin vào Đảng')
  await expect(paper.dialog).toContainText('don-xin-vao-dang.png')
  await expect(paper.dialog).toContainText('dấu Mật, Tối mật, Tuyệt mật chỉ ghi số, ngày và nơi lưu')
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
  for (const [name, isLocked] of [
    ['trang 3 đến 14.pdf', false],
    ['có mật khẩu.pdf', true],
  ] as const) {
    const buffer = await scannedPdf(12, { isLocked })
    await paper.dialog.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/pdf', buffer })
    await expect(paper.dialog).toContainText(name)
  }
  await expectGoodDialog(page, 'case-paper')
  await paper.button('Ghi giấy tờ').click()
  await expect(paper.dialog).toBeHidden()

  // The photograph at the head: the same file, chosen or dropped, and taken back with one button.
  await page.locator('input[type=file]').first().setInputFiles(photo)
  const face = page.getByRole('button', { name: `Thay ảnh của ${HOA.name}` })
  await expect(face.getByRole('img', { name: `Ảnh của ${HOA.name}` })).toBeVisible()
  await expect
    .poll(() => face.getByRole('img').evaluate((img: HTMLImageElement) => img.naturalHeight))
    .toBeGreaterThan(0)
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'hỏng.png', mimeType: 'image/png', buffer: Buffer.from('không phải ảnh') })
  await expect(page.getByText('Chưa giữ được ảnh')).toBeVisible()
  await expect(face).toBeVisible()

  const kept = await keptPhoto(page, id)
  expect(kept).toMatchObject({ width: 1654, height: 2205 })
  expect(kept.bytes.includes('Exif')).toBe(false)
  expect(kept.bytes.length).toBeLessThan(1_500_000)

  await page.getByRole('button', { name: 'Xem 4 bản quét Đơn xin vào Đảng' }).click()
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
  await readPdfs(page, preview.dialog)
  await page.keyboard.press('Escape')
  await expect(preview.dialog).toBeHidden()
})

/** The twelve pages of a PDF, by buttons and keys, as many at a time as are looked at; and one that asks for a password. */
async function readPdfs(page: Page, dialog: Locator): Promise<void> {
  await dialog.getByRole('button', { name: 'Bản 3' }).click()
  const sheet = dialog.getByRole('group', { name: 'Bản quét Đơn xin vào Đảng' })
  const at = dialog.getByRole('status').filter({ hasText: 'Trang' })
  await expect(at).toHaveText('Trang 1/12')
  await expect(sheet.getByRole('img', { name: 'Bản quét Đơn xin vào Đảng, trang 12 trên 12' })).toBeAttached()
  await expectDrawn(sheet, [1])
  await expectGoodLook(page, 'case-scan-pdf')
  await dialog.getByRole('button', { name: 'Trang sau' }).click()
  await expect(at).toHaveText('Trang 2/12')
  await page.keyboard.press('PageUp')
  await expect(at).toHaveText('Trang 1/12')
  // Each of the four ways in which scanners pack a page, then letters in a font that the file does not bring.
  await expectDrawn(sheet, [1, 2, 3, 4, 5])
  await sheet.press('End')
  await expect(at).toHaveText('Trang 12/12')
  await expectDrawn(sheet, [12])
  await expect(sheet.locator('canvas')).toHaveCount(1)
  const width = () => sheet.locator('[data-page="12"]').evaluate((one) => one.getBoundingClientRect().width)
  const before = await width()
  await page.keyboard.press('-')
  await expect.poll(width).toBeLessThan(before)
  await page.keyboard.press('0')
  await expect.poll(width).toBe(before)
  await expect(at).toHaveText('Trang 12/12')
  await dialog.getByRole('button', { name: 'Bản 4' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Tệp PDF có mật khẩu')
}

/* A field's fault goes while typing, not on leaving it: the button stays where the mouse is pressing. */
test('a wrong date put right is recorded with the first click', async ({ place }) => {
  const window = await openWithBranches(place)
  const { page, branch } = window
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

test('the focus goes from field to field and on to the next step: a person, a helper, a paper, a vote', async ({
  place,
}) => {
  const window = await openWithBranches(place)
  const { page } = window
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
