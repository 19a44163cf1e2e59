import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Locator } from '@playwright/test'
import { Jimp } from 'jimp'
import { decodeQR } from 'qr/decode.js'
import type { Inspection } from '../../shared/contract/exchange.ts'
import { inFours } from '../../shared/text/fours.ts'
import { verifiedSentence, writtenSentence } from '../../shared/words/vi.ts'
import { exchangePage } from './pages/exchange.ts'
import { unlockPage } from './pages/unlock.ts'
import { fillLacking } from './support/fill-lacking.ts'
import { expect, test } from './support/fixtures.ts'
import { expectGoodDialog, expectGoodLook, keepPicture } from './support/look.ts'
import { printedText, sayPrinted } from './support/paper.ts'
import { callPort, PASSPHRASE } from './support/ready.ts'
import { addBranch, openCommuneAndDistrict, submittedDossier } from './support/seed.ts'
import type { OfficeWindow } from './support/window.ts'

/** A new folder that plays another stick. */
function newFolder(root: string, name: string): string {
  const path = join(root, name)
  mkdirSync(path)
  return path
}

test('two offices connect by telephone, and a dossier goes over on a stick with its slip and receipt', async ({
  place,
}) => {
  test.slow()
  const { commune, district } = await openCommuneAndDistrict(place)
  const [below, above] = [exchangePage(commune), exchangePage(district)]

  // Each saves its card to the stick; the digits are read out by telephone.
  await below.open('Kết nối')
  await expectGoodLook(commune.page, 'exchange-pairing')
  commune.answer(place.stick)
  await below.button('Lưu phiếu kết nối').click()
  await expect(below.said('phieu-ket-noi_dong-hoa.json')).toBeVisible()
  await above.open('Kết nối')
  district.answer(place.stick)
  await above.button('Lưu phiếu kết nối').click()
  await expect(above.said('phieu-ket-noi_kim-bang.json')).toBeVisible()

  // A wrong digit is said beside the field; nothing is connected.
  await below.cardText.fill('{}')
  await below.button('Dùng nội dung trong ô').click()
  await expect(below.cardText).toHaveAccessibleDescription(/không đọc được hoặc đã bị sửa/)
  commune.answer([join(place.stick, 'phieu-ket-noi_kim-bang.json')])
  await below.button('Mở tệp phiếu').click()
  await expect(commune.page.getByText('Huyện ủy Kim Bảng')).toBeVisible()
  const heard = await above.ownDigits()
  await below.digits.fill(heard.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10)))
  await below.button('Kết nối').click()
  await expect(below.alert).toContainText('Mã đối chiếu không khớp')
  await expectGoodLook(commune.page, 'exchange-digits')
  await below.digits.fill(heard.replace(/(\d{4})/g, '$1 - '))
  await below.button('Kết nối').click()
  await expect(below.said('Đã kết nối với Huyện ủy Kim Bảng, mã đối chiếu khớp')).toBeVisible()
  await expect(below.connected).toContainText('Cấp ủy cấp trên')

  // On paper: what a scanner reads from the sheet is typed into the field; the digits are on the part that stays.
  await below.button('In phiếu giấy').click()
  const sheet = commune.page.getByRole('dialog', { name: 'Phiếu kết nối trên giấy' })
  await expectGoodLook(commune.page, 'exchange-paper-card')
  const scanned = await scan(sheet.getByRole('img', { name: 'Mã QR của phiếu kết nối' }))
  expect(await printedText(commune.page, () => sheet.getByRole('button', { name: 'In' }).click())).toContain(
    'Phần giữ lại, không gửi đi',
  )
  await sayPrinted(commune.page, true)
  await sheet.getByRole('button', { name: 'Đóng' }).last().click()
  await above.cardText.fill(`${scanned}\n`)
  await above.button('Dùng nội dung trong ô').click()
  await above.digits.fill(await below.ownDigits())
  await above.button('Kết nối').click()
  await expect(above.connected).toContainText('Đảng ủy xã Đồng Hóa')

  await submittedDossier(commune, await addBranch(commune))
  await below.open('Gửi đi')
  // What wears the name of our own folder is told before anything is written, and that this is no stick.
  writeFileSync(join(place.stick, 'KetNap.lnk'), 'x')
  await below.carrier(place.stick)
  await expect(below.alert).toContainText('Trên USB có tệp giả')
  await expect(below.alert).toContainText('KetNap.lnk')
  await expect(commune.page.getByRole('note').filter({ hasText: 'không phải USB' })).toBeVisible()
  await expectGoodLook(commune.page, 'exchange-lookalike')
  rmSync(join(place.stick, 'KetNap.lnk'))
  await below.button('Xuất gói dữ liệu').click()
  await expect(below.written).toBeVisible()
  await expect(commune.page.getByText(/Gói cập nhật gửi Huyện ủy Kim Bảng: \d+ bản ghi, 2 bản quét/)).toBeVisible()
  // Nothing was pulled: that it may be pulled is said again only where it was read past the cache in the first place.
  const isPastCache = await commune.page.getByText(writtenSentence('past-cache')).isVisible()
  await below.button('Đọc lại để kiểm tra').click()
  await expect(
    commune.page.getByText(verifiedSentence(isPastCache ? 'past-cache' : 'cached', place.stick)),
  ).toBeVisible()
  await expectGoodLook(commune.page, 'exchange-sent')
  await below.button('Phiếu gửi').click()
  const slip = commune.page.getByRole('dialog', { name: 'Phiếu gửi gói dữ liệu' })
  await expect(slip).toContainText(/KN1_dong-hoa_kim-bang_[0-9a-f]{8}\.tar\.age\.001/)
  // The groups are those that the receiver's computer says of what lies on the stick; on paper too.
  const lying = await callPort<Inspection>(district.page, 'bundle.inspect', { folder: place.stick })
  const [groups = ''] = lying.labels.map(({ label }) => inFours(label))
  await expect(slip.getByRole('row', { name: /^Mã kiểm tra tệp nhãn/ }).getByRole('cell')).toHaveText(groups)
  await expectGoodDialog(commune.page, 'exchange-slip')
  const paper = await printedText(commune.page, () => slip.getByRole('button', { name: 'In' }).click())
  expect(paper).toMatch(/KN1_dong-hoa_kim-bang_[0-9a-f]{8}\.tar\.age\.001/)
  expect(paper.replaceAll(/\s+/g, ' ')).toContain(groups)
  expect(paper).not.toContain('Trao đổi')
  await sayPrinted(commune.page, true)
  await slip.getByRole('button', { name: 'Đóng' }).last().click()
  const spare = newFolder(place.folder, 'usb-spare')
  commune.answer(spare)
  await below.button('Ghi thêm bản thứ hai').click()
  await expect(commune.page.getByText(`Ghi tại: ${spare}`)).toBeVisible()
  // Once more onto the same stick is another set, of which the check before says nothing.
  await below.button('Đọc lại để kiểm tra').click()
  const checked = commune.page.getByText(verifiedSentence(isPastCache ? 'past-cache' : 'cached', spare))
  await expect(checked).toBeVisible()
  commune.answer(spare)
  await below.button('Ghi thêm bản thứ hai').click()
  await expect(checked).toBeHidden()
  await expect(below.alert).toBeHidden()

  // What a stick brings besides is told, and a look keeps nothing.
  writeFileSync(join(place.stick, 'Hình ảnh.lnk'), 'x')
  await above.open('Nhận về')
  await above.carrier(place.stick)
  await above.button('Xem trước').click()
  const set = above.preview.getByRole('article', { name: 'Đảng ủy xã Đồng Hóa' })
  await expect(set).toContainText('Xem trước xong, có thể nhận gói')
  await expect(set).toContainText('Nguyễn Thị Hòa: mới trong danh sách, “Đã gửi hồ sơ, chờ tiếp nhận”.')
  await expect(above.alert).toContainText('Không mở tệp đó')
  await expectGoodLook(district.page, 'exchange-preview')
  expect((await callPort<{ bundles: unknown[] }>(district.page, 'bundle.history')).bundles).toEqual([])

  // Whoever locks as soon as it has begun finds after the unlock that it has ended, and the same report.
  await district.page.evaluate(() => {
    const press = (name: string) =>
      [...document.querySelectorAll('button')].find((one) => one.innerText === name)?.click()
    press('Nhận tất cả')
    press('Khóa')
  })
  await expect(district.page.getByText(/Việc nhận gói/)).toBeHidden()
  await unlockPage(district.page).unlock(PASSPHRASE)
  await expect(
    above.said('Việc nhận gói dữ liệu đã bắt đầu trước khi khóa phần mềm, kết thúc lúc 08:00 ngày 29/01/2024.'),
  ).toBeVisible()
  await keepPicture(district.page, 'exchange-missed')
  const taken = above.report.getByRole('article', { name: 'Đảng ủy xã Đồng Hóa' })
  await expect(taken).toContainText('Đã nhận gói')
  await expect(taken.getByRole('list', { name: 'Bốn con số của biên nhận' })).toContainText(/Mới: \d+/)
  await above.button('Biên nhận').click()
  const receipt = district.page.getByRole('dialog', { name: 'Biên nhận gói dữ liệu' })
  await expect(receipt).toContainText('Đảng ủy xã Đồng Hóa')
  await expectGoodLook(district.page, 'exchange-receipt')
  await saveForWord(district, receipt, join(place.folder, 'bien-nhan.docx'), 'Biên nhận gói dữ liệu')
  await receipt.getByRole('button', { name: 'Đóng' }).last().click()

  // A second time is harmless. Choosing the place anew, forgotten by the lock, leaves the report where it is.
  await above.carrier(place.stick)
  await expect(taken).toContainText('Đã nhận gói')
  await above.button('Xem trước').click()
  await expect(above.preview).toContainText('Đã có từ trước, không cần nhận lại')
  await expect(above.preview).toContainText('đã được nhận trước đây')
  await expect(above.button('Nhận tất cả')).toBeHidden()
  await above.carrier(spare)
  await above.button('Xem trước').click()
  await expect(above.preview).toContainText('Mọi nội dung trong gói này của Đảng ủy xã Đồng Hóa đơn vị mình đã có')

  // The answer goes back, and the commune sees that everything was taken in.
  await above.open('Gửi đi')
  const back = newFolder(place.folder, 'usb-back')
  await above.carrier(back)
  await above.button('Xuất gói dữ liệu').click()
  await expect(district.page.getByText(/Gói xác nhận đã nhận gửi Đảng ủy xã Đồng Hóa/)).toBeVisible()
  await below.open('Nhận về')
  await below.carrier(back)
  await below.button('Xem trước').click()
  await below.button('Nhận gói này').click()
  await expect(below.report).toContainText('Huyện ủy Kim Bảng xác nhận đã có')
  await below.open('Gửi đi')
  await expect(commune.page.getByText('Hai bên đã nhận đủ')).toBeVisible()
  await below.open('Lịch sử')
  await expect(below.history.getByRole('row')).toHaveCount(5)
  await expectGoodLook(commune.page, 'exchange-history')
  await below.history.getByRole('button', { name: 'Phiếu gửi' }).first().click()
  const again = commune.page.getByRole('dialog', { name: 'Phiếu gửi gói dữ liệu' })
  await saveForWord(commune, again, join(place.folder, 'phieu-giao.docx'), 'Phiếu giao gói dữ liệu')
})

/** Saves the sheet that is open for Word, having read it, and comes back to the sheet. */
async function saveForWord({ page, answer }: OfficeWindow, sheet: Locator, file: string, title: string): Promise<void> {
  await sheet.getByRole('button', { name: 'Lưu ra tệp Word' }).click()
  const paper = page.getByRole('dialog', { name: 'Lập văn bản' })
  await expect(paper.getByRole('textbox', { name: 'Mục đích sử dụng' })).toBeVisible()
  await fillLacking(paper, (field) => field.fill('Đảng bộ huyện Kim Bảng'))
  await expect(paper.getByRole('article', { name: 'Văn bản xem trước' })).toContainText(title, { ignoreCase: true })
  await expectGoodDialog(page, basename(file, '.docx'))
  answer(file)
  await paper.getByRole('button', { name: 'Lưu ra tệp Word' }).click()
  await expect(paper.getByRole('status').filter({ hasText: 'Đã lưu' })).toBeVisible()
  expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK')
  await paper.press('Escape')
  await expect(sheet).toBeVisible()
}

/** What a scanner reads from a QR code on the screen. */
async function scan(code: Locator): Promise<string> {
  const { bitmap } = await Jimp.read(await code.screenshot())
  return decodeQR(bitmap)
}
