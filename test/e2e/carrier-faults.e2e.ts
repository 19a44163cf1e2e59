/**
 * What becomes of an exchange where its carrier fails: pulled out, full, locked, old or worn out; and where a real stick is
 * pulled while it is written to, plugged in again and written to once more, then pulled and plugged in to be checked.
 */
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BundleCode } from '../../shared/bundle/bundle-errors.ts'
import { PLUG_WAITS, verifiedSentence, writtenSentence } from '../../shared/words/vi.ts'
import { breakJournal } from '../support/broken-journal.ts'
import { filesIn } from '../support/files-in.ts'
import { addBranch, communeAndDistrict, dossierWithLargeScan, newStick, register } from '../support/journey.ts'
import { skipLoudly } from '../support/skip-loudly.ts'
import { amongDisks, hasLimits, hasNamespaces, limitFiles } from '../support/system-limits.ts'
import { exchangePage } from './pages/exchange.ts'
import { expect, test } from './support/fixtures.ts'
import { expectGoodLook, keepPicture } from './support/look.ts'
import { withHeldFilesIn } from './support/held-file.ts'
import { plugIn, pull, pullWhileWriting, withStick } from './support/plugged-stick.ts'
import { callPort } from './support/ready.ts'
import { openSeeded } from './support/seeded.ts'
import { withTurnedBitIn } from './support/turned-bit.ts'
import { keepFault, expectPictures } from './support/fault-pictures.ts'

const TODAY = '2024-04-01'
const MEBIBYTE = 1024 * 1024

test('a carrier that is pulled out, full, locked, old or worn out is said in words, and with another one all goes well', async ({
  place,
}) => {
  test.slow()
  const { commune, district } = await communeAndDistrict(place.folder)
  district.core.close()
  await dossierWithLargeScan(commune, await addBranch(commune), place.folder, 6 * MEBIBYTE)
  const stick = (name: string) => newStick(place.folder, name)
  const [pulled, full, locked, old, worn, scanned] = [
    stick('pulled'),
    stick('full'),
    stick('locked'),
    stick('old'),
    stick('worn'),
    stick('scanned'),
  ]
  const isAmongDisks = !skipLoudly(!hasNamespaces, 'B_NO_SPACE, B_READ_ONLY: no disk of its own is permitted here')
  const within = isAmongDisks ? amongDisks({ [full]: 'size=64k', [locked]: 'size=20m,ro' }) : []
  const usb = join(place.folder, 'usb-do')
  const window = await openSeeded(
    place,
    commune,
    TODAY,
    withStick(usb, withHeldFilesIn(scanned, withTurnedBitIn(worn))),
    within,
  )
  const exchange = exchangePage(window)
  await exchange.open('Nhận về')
  await exchange.carrier(pulled)
  renameSync(pulled, `${pulled}-gone`)
  await exchange.button('Xem trước').click()
  await expect(exchange.alert).toContainText('Không còn đọc, ghi được USB hoặc ổ đĩa')
  mkdirSync(pulled)
  await exchange.open('Gửi đi')
  await exchange.carrier(pulled)
  rmSync(pulled, { recursive: true })
  // A file where the folder was: nothing can be written below it.
  writeFileSync(pulled, '')
  const met: BundleCode[] = []
  const expectRefused = (code: BundleCode, folder: string, reads: RegExp) =>
    test.step(code, async () => {
      if (folder !== pulled) await exchange.carrier(folder)
      await exchange.button('Xuất gói dữ liệu').click()
      await expect(exchange.alert.filter({ hasText: reads })).toBeVisible()
      await keepFault(window.page, code)
      met.push(code)
      if (folder !== pulled) expect(readdirSync(folder)).toEqual([])
    })
  await expectRefused('B_STICK_GONE', pulled, /Cắm lại hoặc dùng USB khác/)
  const note = (text: string) => window.page.getByRole('note').filter({ hasText: text })
  if (isAmongDisks) {
    await expectRefused('B_NO_SPACE', full, /không đủ chỗ: cần [\d,.]+ MB, còn [\d,.]+ KB.*Dọn bớt tệp/)
    await exchange.carrier(locked)
    await expect(note('Ổ này đang khóa ghi')).toBeVisible()
    await expectRefused('B_READ_ONLY', locked, /chỉ cho đọc nên không ghi được. Gạt khóa chống ghi/)
  }
  if (!skipLoudly(!hasLimits, 'B_TOO_BIG: prlimit is not to be had here')) {
    limitFiles(window.process.pid ?? 0, 4 * MEBIBYTE)
    await expectRefused('B_TOO_BIG', old, /không nhận tệp lớn như “KN1_.*\.001”\. Dùng USB khác/)
    limitFiles(window.process.pid ?? 0, null)
  }
  await expectRefused('B_READBACK', worn, /đọc lại “KN1_.*\.001” không khớp, USB có thể đã hỏng/)
  await expectRefused('B_FILE_HELD', scanned, /“KN1_.*\.001” vì một chương trình khác đang giữ tệp.*Đợi quét xong/)
  await expectGoodLook(window.page, 'exchange-not-written')

  // Nothing was said to be sent by any of them, and the next stick takes all of it.
  expect((await callPort<{ bundles: unknown[] }>(window.page, 'bundle.history')).bundles).toEqual([])
  await exchange.carrier(old)
  // A real stick comes meanwhile: sticks are looked for every few seconds.
  const offered = window.page.getByRole('radio', { name: 'USB usb-do', exact: true })
  await expect(offered).toBeHidden()
  mkdirSync(usb)
  await exchange.button('Xuất gói dữ liệu').click()
  await expect(exchange.written).toBeVisible()
  await expect(exchange.alert).toBeHidden()

  // The stick that came is named. Pulled while it is written to, it is no longer offered, and nothing of it counts.
  const sent = async () => (await callPort<{ bundles: unknown[] }>(window.page, 'bundle.history')).bundles.length
  const before = await sent()
  await offered.check()
  pullWhileWriting(usb)
  await exchange.button('Xuất gói dữ liệu').click()
  await expect(exchange.alert.filter({ hasText: /có thể đã bị rút ra\. Cắm lại hoặc dùng USB khác/ })).toBeVisible()
  await expect(offered).toBeHidden()
  expect(await sent()).toBe(before)
  await expectGoodLook(window.page, 'exchange-pulled')

  // Back again it is the one to write to, what was left half is cleared away, and the set is checked once it has been out.
  plugIn(usb)
  expect(readdirSync(join(usb, 'KetNap')).some((name) => name.endsWith('.partial'))).toBe(true)
  await offered.check()
  await exchange.button('Xuất gói dữ liệu').click()
  await expect(window.page.getByText(writtenSentence('cached'))).toBeVisible()
  expect(readdirSync(join(usb, 'KetNap')).filter((name) => name.endsWith('.partial'))).toEqual([])
  await expect(exchange.said(PLUG_WAITS.there)).toBeVisible()
  pull(usb)
  await expect(exchange.said(PLUG_WAITS.gone)).toBeVisible()
  plugIn(usb)
  await expect(exchange.said(verifiedSentence('replugged', join(usb, 'KetNap')))).toBeVisible()
  await expect(window.page.getByText(writtenSentence('cached'))).toBeHidden()
  await keepPicture(window.page, 'exchange-replugged')
  expectPictures(met)
})

test('a store that no longer holds is said of this computer, with what to do, and nothing is written', async ({
  place,
}) => {
  const { commune, district } = await communeAndDistrict(place.folder)
  district.core.close()
  await register(commune, await addBranch(commune), { name: 'Trần Văn Đức' })
  await breakJournal(commune)
  const stick = newStick(place.folder, 'usb')
  const exchange = exchangePage(await openSeeded(place, commune, TODAY))
  await exchange.open('Gửi đi')
  await exchange.carrier(stick)
  await exchange.button('Xuất gói dữ liệu').click()
  await expect(exchange.alert).toContainText(/trên máy này không còn nối tiếp đúng.*không xóa gì.*“Kiểm tra sâu”/)
  expect(filesIn(stick)).toEqual([])
})
