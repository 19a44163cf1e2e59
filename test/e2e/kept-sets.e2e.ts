/**
 * Sets that are kept on this computer until an update can read them: the first page says that they wait, the page of exchange
 * which, of whom and since when; they are taken in with one button and without a stick, and what is still too new stays.
 */
import { rmSync } from 'node:fs'
import { TAKE_KEPT } from '../../shared/words/vi.ts'
import { forgeOnto } from '../support/forged-stick.ts'
import { addBranch, communeAndDistrict, exportTo, importFrom, newStick, register } from '../support/journey.ts'
import { keepAt } from '../support/kept-sets.ts'
import { exchangePage } from './pages/exchange.ts'
import { expect, test } from './support/fixtures.ts'
import { expectGoodLook, keepPicture } from './support/look.ts'
import { openSeeded } from './support/seeded.ts'

test('sets that wait here for an update are told of, and taken in with one button and no stick', async ({ place }) => {
  const { commune, district, stick } = await communeAndDistrict(place.folder)
  const unit = await addBranch(commune)
  await register(commune, unit)
  await forgeOnto(stick, commune, district, { bundle: (json) => ({ ...json, version: 2 }) })
  expect((await importFrom(district, stick)).sets).toMatchObject([{ kept: true }])
  rmSync(stick, { recursive: true })
  // One that this build can read plays the set that an update has made readable.
  const readable = newStick(place.folder, 'readable')
  await exportTo(commune, readable, district)
  keepAt(district, readable)

  const window = await openSeeded(place, district, '2024-04-01')
  const { page } = window
  const waiting = page.getByRole('status').filter({ hasText: 'Máy này đang giữ 2 gói dữ liệu chưa nhận' })
  await expect(waiting).toBeVisible()
  await keepPicture(page, 'home-kept-sets')
  await waiting.getByRole('link', { name: 'Xem các gói đang giữ' }).click()
  const exchange = exchangePage(window)
  const kept = page.getByRole('list', { name: 'Gói đang giữ trên máy này' }).getByRole('listitem')
  await expect(kept).toHaveCount(2)
  await expect(kept.first()).toContainText(/Theo tên tệp, của Đảng ủy xã Đồng Hóa, giữ từ .*KN1_dong-hoa_kim-bang_/)
  await expectGoodLook(page, 'exchange-kept')

  await exchange.button(TAKE_KEPT).click()
  const card = (text: string) => exchange.report.getByRole('article').filter({ hasText: text })
  await expect(card('Đã nhận gói')).toHaveCount(1)
  await expect(card('Đang giữ trên máy này')).toContainText('Cập nhật phần mềm trên máy này trước rồi nhận lại')
  await expect(kept).toHaveCount(1)
  await expect(exchange.button('Biên nhận')).toBeVisible()
  await expectGoodLook(page, 'exchange-kept-taken')
})
