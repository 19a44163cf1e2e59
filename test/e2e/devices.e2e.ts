import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exchangePage } from './pages/exchange.ts'
import { firstStartPage } from './pages/first-start.ts'
import { unlockPage } from './pages/unlock.ts'
import { expect, test } from './support/fixtures.ts'
import { expectGoodDialog, expectGoodLook } from './support/look.ts'
import { printedText } from './support/paper.ts'
import { callPort, PASSPHRASE } from './support/ready.ts'
import { addBranch, openCommune, register, TODAY } from './support/seed.ts'

test('a second computer of an office: its card, both comparisons, the first sets each way, and a look without unlocking', async ({
  place,
}) => {
  test.slow()
  const first = await openCommune(place)
  const here = exchangePage(first)
  const unit = await addBranch(first)
  await register(first, unit)

  // The new computer asks.
  const second = await place.open('may-hai', TODAY)
  const { page } = second
  const start = firstStartPage(page)
  await page.getByRole('button', { name: 'Dùng làm máy thứ hai' }).click()
  await expectGoodLook(page, 'join-ask')
  await page.getByRole('button', { name: 'Lưu phiếu máy mới' }).click()
  await expect(page.getByText('Nhập tên máy để các máy khác biết')).toBeVisible()
  await page.getByRole('textbox', { name: /Tên máy này/ }).fill('Máy phòng tổ chức')
  await page.getByLabel(/^Mật khẩu mở máy này/).fill(PASSPHRASE)
  await page.getByLabel(/^Gõ lại mật khẩu mở máy này/).fill(PASSPHRASE)
  second.answer(place.stick)
  await page.getByRole('button', { name: 'Lưu phiếu máy mới' }).click()
  const digits = page.getByRole('group', { name: 'Mã đối chiếu của máy này' })
  await expect(digits).toHaveText(/(\d\s*){24}/)
  await expectGoodLook(page, 'join-card')
  const shown = (await digits.innerText()).replace(/\D/g, '')

  // The office's computer takes it in.
  await here.open('Máy trong đơn vị')
  await expectGoodLook(first.page, 'devices-alone')
  await here.button('Thêm máy').click()
  const card = readdirSync(place.stick).find((name) => name.startsWith('phieu-may-moi')) ?? ''
  first.answer([join(place.stick, card)])
  await here.button('Mở phiếu máy mới').click()
  await expect(first.page.getByText('Máy phòng tổ chức')).toBeVisible()
  await here.carrier(place.stick)
  const typed = first.page.getByRole('textbox', { name: /Mã đối chiếu trên màn hình máy mới/ })
  await typed.fill(shown.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10)))
  await here.button('Xuất gói thêm máy').click()
  await expect(here.alert).toContainText('Mã đối chiếu không khớp')
  await typed.fill(shown)
  await first.page.getByRole('textbox', { name: /Tên máy này/ }).fill('Máy phòng văn thư')
  await expectGoodLook(first.page, 'devices-enrol')
  await here.button('Xuất gói thêm máy').click()
  const office = first.page.getByRole('group', { name: 'Mã đối chiếu của đơn vị' })
  await expect(office).toHaveText(/(\d\s*){24}/)
  await expectGoodLook(first.page, 'devices-enrolled')
  const told = (await office.innerText()).replace(/\D/g, '')
  await here.button('Xong').click()

  // It comes back with the stick.
  await page.getByRole('button', { name: 'Nhận gói thêm máy' }).click()
  second.answer(place.stick)
  await page.getByRole('button', { name: 'Chọn nơi có gói thêm máy' }).click()
  await page.getByRole('textbox', { name: /Mã đối chiếu của đơn vị/ }).fill(told)
  await page.getByRole('textbox', { name: /Tên đăng nhập của quản trị viên/ }).fill('uoc')
  await page.getByLabel(/^Mật khẩu mở máy này/).fill(PASSPHRASE)
  await expectGoodLook(page, 'join-take')
  await page.getByRole('button', { name: 'Nhận gói thêm máy' }).click()
  // The passphrase is stretched as much as anybody's, several times: no vault of a test.
  const joined = page.getByText('Máy này đã là máy của Đảng ủy xã Đồng Hóa')
  await expect(joined).toBeVisible({ timeout: 60_000 })
  await expectGoodLook(page, 'join-done')
  await start.prove(await start.readSheet(), 'Mở khóa')

  // Locked: anybody may see whether a stick is whole.
  await page.getByRole('button', { name: 'Kiểm tra gói dữ liệu trên USB, không mở khóa' }).click()
  writeFileSync(join(place.stick, 'Hình ảnh.lnk'), 'x')
  await exchangePage(second).carrier(place.stick)
  await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click()
  await expect(page.getByText('Tệp nguyên vẹn')).toBeVisible()
  await expect(page.getByRole('alert')).toContainText('Không mở tệp đó')
  await expectGoodLook(page, 'verify-locked')
  await page.getByRole('button', { name: 'In phiếu kiểm tra' }).click()
  const slip = page.getByRole('dialog', { name: 'Phiếu kiểm tra gói dữ liệu' })
  expect(await printedText(page, () => slip.getByRole('button', { name: 'In', exact: true }).click())).toMatch(
    /Mã kiểm tra tệp nhãn\s+([0-9a-f]{4} ){15}[0-9a-f]{4}/,
  )
  await slip.getByRole('button', { name: 'Đóng' }).last().click()
  await page.getByRole('button', { name: 'Quay lại' }).click()
  await unlockPage(page).unlock(PASSPHRASE)
  await expect(page.getByRole('button', { name: 'Khóa', exact: true })).toBeVisible()

  // Both exchange, and the person registered at one is seen at the other.
  const there = exchangePage(second)
  const { units } = await callPort<{ units: { id: string }[] }>(page, 'unit.list')
  await register(second, units[0]?.id ?? '', { name: 'Trần Văn Đức' })
  await there.open('Máy trong đơn vị')
  await expect(page.getByRole('table', { name: 'Các máy của đơn vị' })).toContainText('Máy phòng văn thư')
  await there.carrier(place.stick)
  await there.button('Xuất gói cho máy trong đơn vị').click()
  await expect(page.getByText(/Gói giữa các máy trong đơn vị gửi Máy phòng văn thư/)).toBeVisible()
  await expectGoodLook(page, 'devices-second')
  await here.open('Nhận về')
  await here.carrier(place.stick)
  await here.button('Xem trước').click()
  await expect(here.preview.getByRole('article', { name: 'Máy phòng tổ chức' })).toContainText('Trần Văn Đức')
  await here.button('Nhận tất cả').click()
  await expect(here.report.getByRole('article', { name: 'Máy phòng tổ chức' })).toContainText('Đã nhận gói')
  await expectGoodLook(first.page, 'devices-received')
  await here.open('Máy trong đơn vị')
  await expectGoodLook(first.page, 'devices-both')
  await here.open('Lịch sử')
  await expect(here.history).toContainText('Máy phòng tổ chức (máy của đơn vị mình)')

  // The second computer is stolen: taken out of use, and the keys it still has are given up in the next step.
  await here.open('Máy trong đơn vị')
  await here.button('Thôi dùng Máy phòng tổ chức').click()
  const removing = first.page.getByRole('dialog', { name: 'Thôi dùng Máy phòng tổ chức' })
  await removing.getByRole('textbox', { name: /Lý do/ }).fill('máy bị lấy mất')
  await removing.getByRole('checkbox', { name: /thay khóa của đơn vị ngay/ }).check()
  await expectGoodDialog(first.page, 'devices-remove')
  await removing.getByRole('button', { name: 'Thôi dùng' }).click()
  const renewing = first.page.getByRole('dialog', { name: 'Thay khóa của đơn vị' })
  await expect(renewing.getByRole('textbox', { name: /Lý do/ })).toHaveValue('Máy phòng tổ chức: máy bị lấy mất')
  await expectGoodDialog(first.page, 'devices-renew')
  const before = await callPort<{ digits: string }>(first.page, 'pairing.card')
  await renewing.getByRole('button', { name: 'Thay khóa' }).click()
  await unlockPage(first.page).unlock(PASSPHRASE)
  // It opens on the card that the other offices need now.
  await expect(first.page.getByText('Phiếu kết nối của đơn vị mình')).toBeVisible()
  expect((await callPort<{ digits: string }>(first.page, 'pairing.card')).digits).not.toBe(before.digits)
})
