/**
 * A stick that was written to is waited for until it has been out and is in again: over pages that are left and a lock, at
 * another place than it was, and with another stick in between.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PLUG_WAITS, PLUGGED_UNCHECKED, verifiedSentence, writtenSentence } from '../../shared/words/vi.ts'
import { addBranch, communeAndDistrict, register } from '../support/journey.ts'
import { exchangePage } from './pages/exchange.ts'
import { menuOf } from './pages/menu.ts'
import { unlockPage } from './pages/unlock.ts'
import { expect, test } from './support/fixtures.ts'
import { expectGoodLook } from './support/look.ts'
import { elsewhere, plugIn, pull, withStick } from './support/plugged-stick.ts'
import { openSeeded, SEEDED_PASSPHRASE } from './support/seeded.ts'

test('what was written is checked wherever its stick comes back, on the page that was left meanwhile', async ({
  place,
}) => {
  test.slow()
  const { commune, district } = await communeAndDistrict(place.folder)
  district.core.close()
  await register(commune, await addBranch(commune))
  const usb = join(place.folder, 'usb-do')
  mkdirSync(usb)
  const window = await openSeeded(place, commune, '2024-04-01', withStick(usb))
  const { page } = window
  const exchange = exchangePage(window)
  await exchange.open('Gửi đi')
  await page.getByRole('radio', { name: 'USB usb-do', exact: true }).check()
  await exchange.button('Xuất gói dữ liệu').click()
  await expect(page.getByText(writtenSentence('cached'))).toBeVisible()
  await expect(exchange.said(PLUG_WAITS.there)).toBeVisible()

  // Whoever goes on with other work finds it as it has become meanwhile.
  await menuOf(page).open('Việc cần làm')
  await expect(exchange.said(PLUG_WAITS.there)).toBeHidden()
  pull(usb)
  await exchange.open('Gửi đi')
  await expect(page.getByText(writtenSentence('cached'))).toBeVisible()
  await expect(exchange.said(PLUG_WAITS.gone)).toBeVisible()

  // Another stick at the same place is not the one, and does not use the check up.
  mkdirSync(usb)
  writeFileSync(join(usb, 'bao-cao.docx'), 'x')
  await expect(exchange.said(PLUG_WAITS.other)).toBeVisible()
  await expectGoodLook(page, 'exchange-another-stick')
  rmSync(usb, { recursive: true })
  await expect(exchange.said(PLUG_WAITS.gone)).toBeVisible()

  // Plugged in at another place while the office is locked, and another page is open: its head says so, and leads there.
  await menuOf(page).open('Việc cần làm')
  await page.getByRole('button', { name: 'Khóa', exact: true }).click()
  plugIn(usb, elsewhere(usb))
  await unlockPage(page).unlock(SEEDED_PASSPHRASE)
  const toCheck = page.getByRole('banner').getByRole('link', { name: PLUGGED_UNCHECKED })
  await expect(toCheck).toBeVisible()
  await expectGoodLook(page, 'home-stick-to-check')
  await toCheck.click()
  const checked = exchange.said(verifiedSentence('replugged', join(elsewhere(usb), 'KetNap')))
  await expect(checked).toBeVisible()
  await expect(page.getByText(writtenSentence('past-cache'))).toBeVisible()
  await expect(exchange.alert).toBeHidden()
  await expect(toCheck).toBeHidden()
  await expectGoodLook(page, 'exchange-replugged-elsewhere')
  await exchange.button('Đọc lại để kiểm tra').click()
  await expect(checked).toBeVisible()

  // Once it is checked and has been seen, nothing is waited for any more.
  await menuOf(page).open('Việc cần làm')
  await expect(checked).toBeHidden()
  await exchange.open('Gửi đi')
  await expect(exchange.button('Xuất gói dữ liệu')).toBeVisible()
  await expect(page.getByText(writtenSentence('past-cache'))).toBeHidden()
})
