/**
 * Journeys 1 and 7 as a person does them: from the first start to the first set on the stick, and the district takes it.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { foundDistrict, importFrom } from '../support/journey.ts'
import { exchangePage } from './pages/exchange.ts'
import { firstStartPage } from './pages/first-start.ts'
import { homePage } from './pages/home.ts'
import { registerPage } from './pages/register.ts'
import { unitsPage } from './pages/units.ts'
import { expect, test } from './support/fixtures.ts'
import { PASSPHRASE } from './support/ready.ts'

const OFFICE = 'Đảng ủy xã Bình Minh'
const BRANCH = 'Chi bộ thôn Đồng Sơn'

test('from the first start to the first set the district takes in, through the window only', async ({ place }) => {
  test.slow()
  const district = await foundDistrict(place.folder)
  const card = await district.do<{ card: string; digits: string }>('pairing.card')
  const window = await place.open('xa')
  const { page, answer } = window
  const start = firstStartPage(page)
  await start.fillOffice(OFFICE)
  await start.next.click()
  await start.fillUser('Đỗ Thị Ngọc Ước', PASSPHRASE)
  await start.next.click()
  await start.found.click()
  await start.prove(await start.readSheet())

  const home = homePage(page)
  const begin = home.block('Bắt đầu từ đâu')
  await begin.getByRole('link', { name: 'Thêm đơn vị' }).click()
  const units = unitsPage(page)
  await units.button('Thêm đơn vị').first().click()
  await units.field('Thêm đơn vị', 'Tên đơn vị').fill(BRANCH)
  await units.submit('Thêm đơn vị', 'Thêm đơn vị').click()
  await expect(units.unit(BRANCH)).toBeVisible()

  await home.open()
  await begin.getByRole('link', { name: 'Thêm người' }).click()
  const form = registerPage(page)
  await form.name.fill('Nguyễn Thị Hòa')
  await form.chooseUnit(BRANCH)
  await form.save.click()
  await expect(page.getByRole('heading', { level: 1, name: 'Nguyễn Thị Hòa' })).toBeVisible()

  await home.open()
  await begin.getByRole('link', { name: 'Kết nối với cấp trên' }).click()
  const exchange = exchangePage(window)
  answer(place.stick)
  await exchange.button('Lưu phiếu kết nối').click()
  await expect(exchange.said('phieu-ket-noi_')).toBeVisible()
  await exchange.cardText.fill(card.card)
  await exchange.button('Dùng nội dung trong ô').click()
  await exchange.digits.fill(card.digits)
  await exchange.button('Kết nối').click()
  await expect(exchange.connected).toContainText('Huyện ủy Kim Bảng')
  const mine = readFileSync(join(place.stick, readdirSync(place.stick)[0] ?? ''), 'utf8')
  await district.do('pairing.accept', { card: mine, digits: await exchange.ownDigits(), relation: 'subordinate' })

  await exchange.open('Gửi đi')
  await exchange.carrier(place.stick)
  await exchange.button('Xuất gói dữ liệu').click()
  await expect(exchange.written).toBeVisible()
  const taken = await importFrom(district, place.stick)
  expect(taken.sets.map(({ outcome, fromName }) => [outcome, fromName])).toEqual([['imported', OFFICE]])
  const { rows } = await district.do<{ rows: { name: string; unitName: string }[] }>('candidate.search')
  expect(rows).toMatchObject([{ name: 'Nguyễn Thị Hòa', unitName: BRANCH }])
  district.core.close()
})
