import { join } from 'node:path'
import { adoptKeys, copyOfOffice, joinOffice, PASSPHRASE, type TestOffice } from '../support/office.ts'
import {
  addBranch,
  carry,
  communeAndDistrict,
  decide,
  foundCommune,
  importFrom,
  newStick,
  register,
  submittedDossier,
} from '../support/journey.ts'
import { exchangePage } from './pages/exchange.ts'
import { menuOf } from './pages/menu.ts'
import { settingsPage } from './pages/settings.ts'
import { unlockPage } from './pages/unlock.ts'
import { expect, test } from './support/fixtures.ts'
import { expectGoodDialog, expectGoodLook } from './support/look.ts'
import type { OfficeWindow } from './support/window.ts'

test('two computers that pass for one: the page says what to do, and done so nothing is lost', async ({ place }) => {
  test.slow()
  const hub = await foundCommune(place.folder)
  const unit = await addBranch(hub)
  const second = await joinOffice(hub, place.folder, newStick(place.folder, 'enrol'))
  await tell(place.folder, second, hub)
  const copy = await copyOfOffice(second, join(place.folder, 'copy'))
  await register(second, unit, { name: 'Vũ Thị Mai' })
  await register(copy, unit, { name: 'Trần Văn Sơn' })
  await tell(place.folder, second, hub)
  const stick = newStick(place.folder, 'of-copy')
  await copy.do('device.export', { folder: stick })
  const window = await opened(place, hub)
  const here = exchangePage(window)
  await here.open('Nhận về')
  await here.carrier(stick)
  await here.button('Xem trước').click()
  await expect(here.alert).toContainText('không phải gọi cho đơn vị nào')
  await expectGoodLook(window.page, 'fork-of-ours')
  await menuOf(window.page).open('Cài đặt')
  await expect(window.page.getByText('Gói chưa nối tiếp được')).toBeVisible()
  await expectGoodLook(window.page, 'fork-of-ours-health')

  // Word for word what it says.
  const all = newStick(place.folder, 'all')
  await here.open('Máy trong đơn vị')
  await window.page.getByRole('checkbox', { name: 'Gửi lại đầy đủ từ đầu' }).check()
  await here.carrier(all)
  await here.button('Xuất gói cho máy trong đơn vị').click()
  await expect(here.written).toBeVisible()
  expect((await importFrom(copy, all)).sets).toMatchObject([{ outcome: 'imported' }])
  const again = newStick(place.folder, 'again')
  await copy.do('device.export', { folder: again })
  await here.open('Nhận về')
  await here.takeIn(again)
  await expect(here.report).toContainText('Trần Văn Sơn')
  await here.open('Máy trong đơn vị')
  await expectGoodLook(window.page, 'devices-went-on')
})

test('two that go on with the same data: the page says which one speaks, and the other takes it over', async ({
  place,
}) => {
  test.slow()
  const hub = await foundCommune(place.folder)
  const copy = await copyOfOffice(hub, join(place.folder, 'copy'), false)
  const keys = newStick(place.folder, 'keys')
  await adoptKeys(hub, copy, keys)
  await importFrom(hub, keys)
  const window = await opened(place, hub)
  const here = exchangePage(window)
  await here.open('Máy trong đơn vị')
  const note = window.page.getByRole('note').filter({ hasText: 'Các máy sau làm việc tiếp' })
  await expect(note).toContainText('Máy trao đổi gửi và nhận với đơn vị khác')
  await expectGoodLook(window.page, 'devices-twins')
  await here.button('Chuyển việc trao đổi sang máy này').click()
  const dialog = window.page.getByRole('dialog', { name: 'Chuyển việc trao đổi sang máy này' })
  await dialog.getByRole('textbox', { name: /Lý do/ }).fill('máy này là máy chính')
  await dialog.getByRole('button', { name: 'Chuyển sang máy này' }).click()
  await expect(note).toContainText('Máy này gửi và nhận với đơn vị khác')
})

test('lines that nobody can prove are given up, and what waited for them is told', async ({ place }) => {
  test.slow()
  const { commune, district } = await communeAndDistrict(place.folder)
  const unit = await addBranch(commune)
  await carry(place.folder, commune, district)
  // The newer computer is lost, and what it had sent is proven nowhere: the district's first one is lost as well.
  const newer = await copyOfOffice(commune, join(place.folder, 'newer'))
  const gone = await submittedDossier(newer, unit)
  await carry(place.folder, newer, district)
  await decide(district, gone)
  newer.core.close()
  const second = await joinOffice(district, place.folder, newStick(place.folder, 'enrol-district'))
  await second.do('device.takeExchange', { reason: 'Máy trao đổi hỏng' })
  await carry(place.folder, second, commune)

  const window = await opened(place, commune)
  await expect(window.page.getByText('Nơi đó báo không trả lại được thì mở Cài đặt')).toBeVisible()
  const settings = settingsPage(window.page)
  await settings.open()
  const journal = settings.block('Nhật ký dữ liệu')
  const missing = journal.getByRole('note', { name: 'Bản ghi của đơn vị mình không còn trên máy này' })
  await expect(missing).toContainText(`gửi ${district.name}`)
  await expect(journal.getByRole('note', { name: 'Bản ghi đang chờ' })).toContainText('mà máy này không có')
  await expectGoodLook(window.page, 'lines-missing')
  await missing.getByRole('button', { name: 'Coi là đã mất' }).click()
  const dialog = window.page.getByRole('dialog', { name: 'Coi bản ghi cũ của đơn vị là đã mất' })
  await expectGoodDialog(window.page, 'lines-give-up')
  await dialog.getByRole('textbox', { name: /Lý do/ }).fill('huyện báo không còn chữ ký làm chứng')
  await dialog.getByRole('button', { name: 'Coi là đã mất' }).click()
  await expect(window.page.getByText('1 bản ghi không phải chờ nữa')).toBeVisible()
  const given = journal.getByRole('note', { name: 'Bản ghi của đơn vị mình đã coi là mất' })
  await expect(given).toContainText('huyện báo không còn chữ ký làm chứng')
  await expect(given).toContainText('về một hồ sơ không còn trên máy này')
  await expect(missing).toBeHidden()
  await expect(journal.getByRole('note', { name: 'Bản ghi đang chờ' })).toBeHidden()
  await expectGoodLook(window.page, 'lines-given-up')
})

/** The window of an office that was prepared without one. */
async function opened(
  place: { readonly open: (code: string, today: string) => Promise<OfficeWindow> },
  office: TestOffice,
): Promise<OfficeWindow> {
  office.core.close()
  const window = await place.open(office.code, '2024-04-01')
  await unlockPage(window.page).unlock(PASSPHRASE)
  return window
}

let sticks = 0

/** One computer of the office tells another everything. */
async function tell(root: string, from: TestOffice, to: TestOffice): Promise<void> {
  const stick = newStick(root, `usb-${(sticks += 1)}`)
  await from.do('device.export', { folder: stick })
  await importFrom(to, stick)
}
