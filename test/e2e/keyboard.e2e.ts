/**
 * The week of both offices without a mouse: the morning, a new name, a vote, the stick, the review and its decision, the
 * answer and the ceremony.
 */
import {
  addBranch,
  branchVotes,
  buildDossier,
  communeAndDistrict,
  exportTo,
  HOA,
  newStick,
  register,
  submittedDossier,
} from '../support/journey.ts'
import { casePage } from './pages/case.ts'
import { exchangePage } from './pages/exchange.ts'
import { homePage } from './pages/home.ts'
import { registerPage } from './pages/register.ts'
import { reviewPage } from './pages/review.ts'
import { expect, test } from './support/fixtures.ts'
import { countPointers, enter, go, openTab, tabTo, typeInto } from './support/keys.ts'
import { openLocked, SEEDED_PASSPHRASE } from './support/seeded.ts'
import type { OfficeWindow } from './support/window.ts'

const BRANCH = 'Chi bộ thôn Đồng Sơn'

/** Unlocks by typing, as the page opens with its field in focus. */
async function unlock({ page }: OfficeWindow): Promise<void> {
  await tabTo(page, page.getByRole('textbox', { name: 'Mật khẩu', exact: true }))
  await page.keyboard.type(SEEDED_PASSPHRASE)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Việc cần làm' })).toBeVisible()
}

/** Chooses a folder in the tab that is open. */
async function carrier({ page, answer }: OfficeWindow, folder: string): Promise<void> {
  answer(folder)
  await enter(page, page.getByRole('button', { name: 'Chọn thư mục', exact: true }))
  await expect(page.getByRole('radio', { name: `Thư mục ${folder}`, exact: true })).toBeChecked()
}

test('at the commune: the morning, a new name, a vote and the stick, without a mouse', async ({ place }) => {
  test.slow()
  const { commune, district, stick } = await communeAndDistrict(place.folder)
  district.core.close()
  const unit = await addBranch(commune, BRANCH)
  const voted = await register(commune, unit, { name: 'Trần Văn Đức', birth: '1990-02-01' })
  await buildDossier(commune, voted)
  await branchVotes(commune, voted)
  const ready = await register(commune, unit)
  await buildDossier(commune, ready)
  const window = await openLocked(place, commune, '2024-01-29')
  const { page } = window
  const pointers = await countPointers(page)

  // The morning: what is to be done, and one Enter to the very thing.
  await unlock(window)
  await enter(page, homePage(page).person('Trần Văn Đức').first())
  await expect(page.getByRole('heading', { level: 1, name: 'Trần Văn Đức' })).toBeVisible()

  // A new name.
  await go(page, 'gt', 'Thêm người')
  const form = registerPage(page)
  await expect(form.name).toBeFocused()
  await page.keyboard.type('Lê Thị Thơm')
  await typeInto(page, form.unit, 'dong son')
  await expect(page.getByRole('option', { name: BRANCH })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await enter(page, form.save)
  await expect(page.getByRole('heading', { level: 1, name: 'Lê Thị Thơm' })).toBeVisible()
  await expect(page.getByRole('main')).toContainText(BRANCH)

  // A vote, found through the palette.
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog', { name: 'Tìm người, trang, việc' })).toBeVisible()
  await page.keyboard.type('nguyen thi hoa')
  await expect(page.getByRole('dialog').getByText(HOA.name).first()).toBeVisible()
  await page.keyboard.press('Enter')
  const opened = casePage(page)
  await expect(opened.heading(HOA.name)).toBeVisible()
  await enter(page, opened.doNext)
  const vote = opened.dialog('Cuộc họp chi bộ xét kết nạp')
  for (const [label, text] of [
    ['Ngày họp', '15/01/2024'],
    ['Chính thức', '9'],
    ['Dự bị', '0'],
    ['Chính thức có mặt', '9'],
    ['Dự bị có mặt', '0'],
    ['Tán thành', '9'],
    ['Số nghị quyết', '12-NQ/CB'],
    ['Ngày nghị quyết', '15/01/2024'],
  ] as const)
    await typeInto(page, vote.field(label), text)
  await page.keyboard.press('Enter')
  await expect(vote.dialog).toBeHidden()
  await expect(opened.meetings).toContainText('9 trên 9')

  // The stick.
  await go(page, 'gd', 'Trao đổi')
  await openTab(page, 'Gửi đi')
  await carrier(window, stick)
  await enter(page, page.getByRole('button', { name: 'Xuất gói dữ liệu' }))
  await expect(page.getByText(/^Đã ghi xong, đọc lại khớp|^Đã ghi\. Rút an toàn/)).toBeVisible()
  await enter(page, page.getByRole('button', { name: 'Phiếu gửi' }))
  await expect(page.getByRole('dialog', { name: 'Phiếu gửi gói dữ liệu' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  expect(await pointers()).toBe(0)
})

test('at the committee and back: receive, review, decide, the answer and the ceremony, without a mouse', async ({
  place,
}) => {
  test.slow()
  const { commune, district, stick } = await communeAndDistrict(place.folder)
  await submittedDossier(commune, await addBranch(commune, BRANCH))
  await exportTo(commune, stick)
  const above = await openLocked(place, district, '2024-03-01')
  const { page } = above
  const pointersAbove = await countPointers(page)
  await unlock(above)
  await go(page, 'gd', 'Trao đổi')
  await openTab(page, 'Nhận về')
  await carrier(above, stick)
  await enter(page, page.getByRole('button', { name: 'Xem trước' }))
  await expect(exchangePage(above).preview).toContainText('Xem trước xong, có thể nhận gói')
  await enter(page, page.getByRole('button', { name: 'Nhận tất cả' }))
  await expect(exchangePage(above).report).toContainText('Đã nhận gói')

  await go(page, 'gx', 'Xét hồ sơ')
  const review = reviewPage(page)
  await expect(review.dossier(HOA.name)).toBeVisible()
  await enter(page, review.act('Tiếp nhận hồ sơ'))
  await expect(review.field('Ngày tiếp nhận')).toBeFocused()
  await typeInto(page, review.field('Ngày tiếp nhận'), '29/01/2024')
  await page.keyboard.press('Enter')
  await expect(review.act('Tiếp nhận hồ sơ')).toBeHidden()
  await enter(page, review.act('Ghi quyết định kết nạp'))
  await typeInto(page, review.field('Số quyết định'), '345-QĐ/HU')
  await typeInto(page, review.field('Ngày quyết định'), '26/02/2024')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Chưa có hồ sơ nào chờ xét')).toBeVisible()
  await go(page, 'gd', 'Trao đổi')
  await openTab(page, 'Gửi đi')
  const back = newStick(place.folder, 'usb-back')
  await carrier(above, back)
  await enter(page, page.getByRole('button', { name: 'Xuất gói dữ liệu' }))
  await expect(page.getByText(/^Đã ghi xong, đọc lại khớp|^Đã ghi\. Rút an toàn/)).toBeVisible()
  expect(await pointersAbove()).toBe(0)
  await above.close()

  const below = await openLocked(place, commune, '2024-03-10')
  const pointersBelow = await countPointers(below.page)
  await unlock(below)
  await go(below.page, 'gd', 'Trao đổi')
  await openTab(below.page, 'Nhận về')
  await carrier(below, back)
  await enter(below.page, below.page.getByRole('button', { name: 'Xem trước' }))
  await enter(below.page, below.page.getByRole('button', { name: 'Nhận tất cả' }))
  await expect(exchangePage(below).report).toContainText('Đã nhận gói')
  await go(below.page, 'gv', 'Việc cần làm')
  await enter(below.page, homePage(below.page).person(HOA.name).first())
  const opened = casePage(below.page)
  await enter(below.page, opened.doNext)
  const receipt = opened.dialog('Ngày nhận quyết định')
  await typeInto(below.page, receipt.field('Đơn vị nhận được quyết định ngày'), '28/02/2024')
  await below.page.keyboard.press('Enter')
  await expect(receipt.dialog).toBeHidden()
  await enter(below.page, below.page.getByRole('button', { name: 'Ghi lễ kết nạp' }))
  const ceremony = opened.dialog('Lễ kết nạp')
  await typeInto(below.page, ceremony.field('Ngày tổ chức'), '10/3/2024')
  await below.page.keyboard.press('Enter')
  await expect(ceremony.dialog).toBeHidden()
  await expect(opened.stage).toHaveText('Dự bị')
  expect(await pointersBelow()).toBe(0)
})
