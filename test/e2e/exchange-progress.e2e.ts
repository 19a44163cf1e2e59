/**
 * The long jobs of an exchange: an export, a look at a set and its import show how far they are while the stick stands
 * still, end when they are stopped with nothing left of them, and are done the next time.
 */
import { readdirSync } from 'node:fs'
import { waitsSentence } from '../../shared/words/vi.ts'
import { addBranch, communeAndDistrict, dossierWithLargeScan, newStick } from '../support/journey.ts'
import { exchangePage } from './pages/exchange.ts'
import { menuOf } from './pages/menu.ts'
import { expect, test } from './support/fixtures.ts'
import { holdImport, withHeldImport } from './support/held-import.ts'
import { holdStick, withHeldStick } from './support/held-stick.ts'
import { expectGoodLook, keepPicture } from './support/look.ts'
import { callPort } from './support/ready.ts'
import { openSeeded } from './support/seeded.ts'

const TODAY = '2024-04-01'
const MEBIBYTE = 1024 * 1024

test('a long export, a preview and an import show how far they are and stop when asked', async ({ place }) => {
  test.slow()
  const offices = await communeAndDistrict(place.folder)
  await dossierWithLargeScan(offices.commune, await addBranch(offices.commune), place.folder, 8 * MEBIBYTE)
  const { stick } = offices
  const commune = await openSeeded(place, offices.commune, TODAY, withHeldStick(stick))
  const below = exchangePage(commune)
  await below.open('Gửi đi')
  await below.carrier(stick)
  const writing = holdStick(stick, 4 * MEBIBYTE)
  await below.button('Xuất gói dữ liệu').click()
  await expect.poll(writing.isHeld).toBe(true)
  const exporting = below.job('Đang xuất gói dữ liệu')
  await expect(exporting).toContainText(/Đang ghi [\d,]+ MB trên 8,\d+ MB/)
  await expect(exporting.getByRole('progressbar')).toHaveAttribute('aria-valuenow', /^[45]\d/)
  await expectGoodLook(commune.page, 'exchange-exporting')
  await below.button('Dừng').click()
  writing.letGo()
  await expect(below.alert).toContainText('Đã dừng theo yêu cầu')
  await keepPicture(commune.page, 'exchange-export-stopped')
  expect(readdirSync(stick)).toEqual([])
  // The next one goes on while its page is left, and is found there as it has ended.
  const again = holdStick(stick, 4 * MEBIBYTE)
  await below.button('Xuất gói dữ liệu').click()
  await expect.poll(again.isHeld).toBe(true)
  await menuOf(commune.page).open('Việc cần làm')
  again.letGo()
  await expect.poll(() => readdirSync(stick).some((name) => name.endsWith('.sha256'))).toBe(true)
  await below.open('Gửi đi')
  await expect(below.written).toBeVisible()
  await expect(below.alert).toBeHidden()

  // The other side stops looking: nothing is there of it. What is looked at to the end is taken in without another reading.
  const environment = withHeldStick(stick, withHeldImport(place.folder))
  const district = await openSeeded(place, offices.district, TODAY, environment)
  const above = exchangePage(district)
  await above.open('Nhận về')
  await above.carrier(stick)
  const checking = holdStick(stick, 4 * MEBIBYTE)
  await above.button('Xem trước').click()
  await expect.poll(checking.isHeld).toBe(true)
  await expect(above.job('Đang xem trước')).toContainText(/Đang kiểm tra các tệp [\d,]+ MB trên 8,\d+ MB/)
  await keepPicture(district.page, 'exchange-looking')
  await above.button('Dừng').click()
  checking.letGo()
  await expect(above.alert).toContainText('Đã dừng theo yêu cầu, không có gì thay đổi.')
  await keepPicture(district.page, 'exchange-look-stopped')
  await above.button('Xem trước').click()
  await expect(above.button('Nhận tất cả')).toBeVisible()
  const taken = async () => (await callPort<{ bundles: unknown[] }>(district.page, 'bundle.history')).bundles
  expect(await taken()).toEqual([])

  // Another look has taken the place of this one: the set is read anew. Meanwhile nothing else is begun; whoever comes back
  // to the page finds how far it is, and stops it before any of it is there. The next time it all comes in.
  const another = { folder: stick, set: 'KN1_khac_kim-bang_00000000' }
  await expect(callPort(district.page, 'bundle.preview', another)).rejects.toThrow('NO_SETS')
  const reading = holdStick(stick, 12 * MEBIBYTE)
  await above.button('Nhận tất cả').click()
  await expect.poll(reading.isHeld).toBe(true)
  const taking = above.job('Đang nhận gói dữ liệu')
  await expect(taking).toContainText(/Đang mở và đối chiếu [\d,]+ MB trên 8,\d+ MB/)
  await expectGoodLook(district.page, 'exchange-taking-in')
  await above.open('Gửi đi')
  await above.carrier(newStick(place.folder, 'other'))
  await above.button('Xuất gói dữ liệu').click()
  await expect(above.alert).toHaveText('Phần mềm đang bận nhận gói dữ liệu. Chờ xong, hoặc dừng việc đó rồi làm lại.')
  await keepPicture(district.page, 'exchange-busy')
  await menuOf(district.page).open('Việc cần làm')
  await expect(district.page.getByRole('heading', { level: 1, name: 'Việc cần làm' })).toBeVisible()
  await above.open('Nhận về')
  await expect(taking.getByRole('progressbar')).toBeVisible()
  await above.button('Dừng').click()
  reading.letGo()
  await expect(above.alert).toContainText('Đã dừng theo yêu cầu. Gói đang làm dở bị bỏ')
  await keepPicture(district.page, 'fault-B_CANCELLED', false, test.info().outputDir)
  expect(readdirSync(test.info().outputDir)).toEqual(['fault-B_CANCELLED.png'])
  expect(await taken()).toEqual([])

  // In its one transaction it lets what is recorded meanwhile wait, and says so until that is there.
  await above.carrier(stick)
  await above.button('Xem trước').click()
  await expect(above.button('Nhận tất cả')).toBeVisible()
  const { isHeld, letGo } = holdImport(place.folder)
  await above.button('Nhận tất cả').click()
  await expect.poll(isHeld).toBe(true)
  const recorded = callPort(district.page, 'unit.add', { name: 'Chi bộ cơ quan', type: 'branch' })
  const waits = district.page.getByText(waitsSentence('bundle.import'))
  await expect(waits).toBeVisible()
  await keepPicture(district.page, 'exchange-waits')
  letGo()
  await recorded
  await expect(waits).toBeHidden()
  await expect(above.report).toContainText('Đã nhận gói')
  await keepPicture(district.page, 'exchange-taken-in')
  expect(await taken()).toHaveLength(1)
})
