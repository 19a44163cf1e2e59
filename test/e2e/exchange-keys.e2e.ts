import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { openingSteps } from '../../shared/words/vi.ts'
import { exchangePage } from './pages/exchange.ts'
import { menuOf } from './pages/menu.ts'
import { unlockPage } from './pages/unlock.ts'
import { expect, test } from './support/fixtures.ts'
import { expectGoodDialog, expectGoodLook } from './support/look.ts'
import { printedText, sayPrinted } from './support/paper.ts'
import { callPort, keptDraft, PASSPHRASE } from './support/ready.ts'
import { addBranch, exportTo, openCommuneAndDistrict, pairOffices, register } from './support/seed.ts'

test('keys for the archive, a recovery over the telephone, and an office whose key is no longer believed', async ({
  place,
}) => {
  test.slow()
  const { commune, district } = await openCommuneAndDistrict(place)
  await pairOffices(commune, district)
  await register(commune, await addBranch(commune))
  await exportTo(commune, place.stick)
  const above = exchangePage(district)
  district.answer(place.stick)
  await callPort(district.page, 'shell.chooseFolder', { title: 'Chọn thư mục' })
  await callPort(district.page, 'bundle.import', { folder: place.stick })

  // Keys written out: the words are shown once, on a page for the envelope.
  await above.open('Kết nối')
  await expectGoodLook(district.page, 'exchange-keys')
  const archive = join(place.folder, 'kho')
  mkdirSync(archive)
  district.answer(archive)
  await above.button('Xuất khóa để lưu kho').click()
  const exporting = district.page.getByRole('dialog', { name: 'Xuất khóa để lưu kho' })
  await exporting.getByRole('textbox', { name: 'Lý do' }).fill('Nộp lưu kho năm 2024')
  await expectGoodDialog(district.page, 'exchange-keys-export')
  await exporting.getByRole('button', { name: 'Xuất khóa' }).click()
  const envelope = district.page.getByRole('dialog', { name: 'Tờ để trong phong bì niêm phong' })
  await expect(envelope).toContainText(/\d{6}(-\d{6}){5}/)
  await expect(envelope).toContainText('khoa-don-vi_kim-bang.age')
  await expectGoodLook(district.page, 'exchange-envelope')
  // On paper: the passphrase, and every command as it is to be typed, unbroken.
  const passphrase = await envelope.getByTestId('key-passphrase').innerText()
  const print = () => envelope.getByRole('button', { name: 'In' }).click()
  const paper = await printedText(district.page, print, 'exchange-envelope-paper')
  expect(paper).toContain(passphrase)
  for (const { what, commands } of openingSteps('khoa-don-vi_kim-bang.age')) {
    expect(paper).toContain(what)
    expect(paper).toContain(commands.join('\n'))
  }
  expect(paper).not.toContain('Trao đổi')
  await sayPrinted(district.page, true)
  await envelope.getByRole('button', { name: 'Đóng' }).last().click()
  expect(readdirSync(archive)).toEqual(['khoa-don-vi_kim-bang.age'])

  // A recovery asks for the digits anew; a wrong one is said beside the form and nothing is written.
  const recovery = join(place.folder, 'khôi phục')
  mkdirSync(recovery)
  district.answer(recovery)
  await above.button('Xuất gói khôi phục cho Đảng ủy xã Đồng Hóa').click()
  const giving = district.page.getByRole('dialog', { name: 'Xuất gói khôi phục cho Đảng ủy xã Đồng Hóa' })
  await giving.getByRole('textbox', { name: /Mã đối chiếu nghe qua điện thoại/ }).fill('1234')
  await giving.getByRole('textbox', { name: /Lý do/ }).fill('Máy của xã hỏng ổ cứng')
  await giving.getByRole('button', { name: 'Xuất gói khôi phục' }).click()
  await expect(giving.getByRole('alert')).toContainText('Mã đối chiếu không khớp')
  await expectGoodLook(district.page, 'exchange-recovery')
  expect(readdirSync(recovery)).toEqual([])
  // The reason is kept, the digits never: they are to be heard again.
  const { office } = await callPort<{ office: string }>(commune.page, 'office.get')
  const draft = `goi/bundle.exportRecovery/${office}`
  await expect.poll(() => keptDraft(district.page, draft)).toBe('{"reason":"Máy của xã hỏng ổ cứng"}')
  const { digits } = await callPort<{ digits: string }>(commune.page, 'pairing.card')
  await giving.getByRole('textbox', { name: /Mã đối chiếu nghe qua điện thoại/ }).fill(digits)
  await giving.getByRole('button', { name: 'Xuất gói khôi phục' }).click()
  // What is said of every set is said here too: whether the stick may be pulled, the slip, a second copy.
  await expect(above.written).toBeVisible()
  await expectGoodDialog(district.page, 'exchange-recovery-written')
  await giving.getByRole('button', { name: 'Phiếu gửi' }).click()
  const slip = district.page.getByRole('dialog', { name: 'Phiếu gửi gói dữ liệu' })
  await expect(slip.getByRole('region', { name: 'Phiếu gửi Đảng ủy xã Đồng Hóa' })).toContainText('Gói khôi phục')
  await slip.getByRole('button', { name: 'Đóng' }).last().click()
  // A second copy that cannot be written is said beside the first one, which stays.
  district.answer(join(place.folder, 'không có'))
  await giving.getByRole('button', { name: 'Ghi thêm bản thứ hai' }).click()
  await expect(giving.getByRole('alert')).toContainText('Chưa ghi được bản thứ hai')
  await expect(giving.getByText(`Ghi tại: ${recovery}`)).toBeVisible()
  const copy = join(place.folder, 'khôi phục bản hai')
  mkdirSync(copy)
  district.answer(copy)
  await giving.getByRole('button', { name: 'Ghi thêm bản thứ hai' }).click()
  await expect(giving.getByText(`Ghi tại: ${copy}`)).toBeVisible()
  expect(readdirSync(copy).filter((name) => name.endsWith('.sha256'))).toHaveLength(1)
  await giving.getByRole('button', { name: 'Xong' }).click()
  await expect(giving).toBeHidden()
  expect(readdirSync(recovery).filter((name) => name.endsWith('.sha256'))).toHaveLength(1)

  // The commune has lost a computer: its key is revoked, and what still comes by it is refused in words.
  await above.button('Hủy kết nối với Đảng ủy xã Đồng Hóa').click()
  const revoking = district.page.getByRole('dialog', { name: 'Hủy kết nối với Đảng ủy xã Đồng Hóa' })
  await revoking.getByRole('textbox', { name: /Lý do/ }).fill('Xã báo mất máy tính')
  await revoking.getByRole('combobox', { name: 'Chỉ công nhận đến hết gói' }).click()
  await expect(district.page.getByRole('option')).toHaveText([/^Nhận lúc .*, \d+ bản ghi mới$/])
  await district.page.keyboard.press('Escape')
  await expectGoodDialog(district.page, 'exchange-revoke')
  await revoking.getByRole('button', { name: 'Hủy kết nối' }).click()
  await expect(above.connected).toContainText('Đảng ủy xã Đồng Hóa (đã hủy kết nối ngày 29/01/2024)')
  const late = join(place.folder, 'usb-late')
  mkdirSync(late)
  await exportTo(commune, late)
  await above.open('Nhận về')
  await above.carrier(late)
  await above.button('Xem trước').click()
  await expect(above.preview).toContainText(/hủy/)
  await expectGoodLook(district.page, 'exchange-revoked-set')

  // It takes new keys; until the district is seen to have the new card, its name and what to do stand there.
  const below = exchangePage(commune)
  await below.open('Kết nối')
  await below.button('Thay khóa').click()
  const renewing = commune.page.getByRole('dialog', { name: 'Thay khóa của đơn vị' })
  await renewing.getByRole('textbox', { name: 'Lý do' }).fill('Mất máy tính')
  await renewing.getByRole('button', { name: 'Thay khóa' }).click()
  await unlockPage(commune.page).unlock(PASSPHRASE)
  const lacking = commune.page.getByRole('note').filter({ hasText: 'đã nhận phiếu kết nối mới: Huyện ủy Kim Bảng' })
  await expect(lacking).toContainText('gọi điện đọc mã đối chiếu')
  await expect(below.connected).toContainText('Chưa thấy nhận')
  await expectGoodLook(commune.page, 'exchange-new-card')
  await menuOf(commune.page).open('Cài đặt')
  const pairings = commune.page.getByRole('table', { name: 'Các kết nối' })
  await expect(pairings.getByRole('row', { name: /Huyện ủy Kim Bảng/ })).toContainText('Chưa thấy nhận')
  await pairings.scrollIntoViewIfNeeded()
  await expectGoodLook(commune.page, 'health-new-card')
})
