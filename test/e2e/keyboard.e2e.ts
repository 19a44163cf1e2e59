/**
 * The week of both offices without a mouse: the morning, a new name with its duplicates and its helper, a vote, the stick,
 * the review with a return item by item, a hold, a decision and its paper, the answer, the ceremony and the supplement; and a
 * class with its results.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
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
import { RECEIPT } from '../../shared/words/vi.ts'
import { foundOffice } from '../support/office.ts'
import { casePage } from './pages/case.ts'
import { classesPage } from './pages/classes.ts'
import { exchangePage } from './pages/exchange.ts'
import { homePage } from './pages/home.ts'
import { registerPage } from './pages/register.ts'
import { reviewPage } from './pages/review.ts'
import { fillLacking } from './support/fill-lacking.ts'
import { expect, test } from './support/fixtures.ts'
import { countPointers, enter, go, openTab, tabTo, typeInto } from './support/keys.ts'
import { callPort } from './support/ready.ts'
import { openLocked, SEEDED_PASSPHRASE } from './support/seeded.ts'
import type { OfficeWindow } from './support/window.ts'

const BRANCH = 'Chi bộ thôn Đồng Sơn'
const OTHER = 'Lê Thị Ánh'
const RESUME = 'Lý lịch của người xin vào Đảng'

/** Unlocks by typing, as the page opens with its field in focus. */
async function unlock({ page }: OfficeWindow): Promise<void> {
  await tabTo(page, page.getByRole('textbox', { name: 'Mật khẩu', exact: true }))
  await page.keyboard.type(SEEDED_PASSPHRASE)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Việc cần làm' })).toBeVisible()
}

/** Opens a case through the palette. @param typed - what is typed of the name */
async function find(page: Page, name: string, typed: string): Promise<void> {
  await page.keyboard.press('Control+k')
  // No quick hand waits for the palette.
  await page.keyboard.type(typed)
  await expect(page.getByRole('dialog').getByText(name).first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(casePage(page).heading(name)).toBeVisible()
}

/** Chooses a folder in the tab that is open. */
async function carrier({ page, answer }: OfficeWindow, folder: string): Promise<void> {
  answer(folder)
  await enter(page, page.getByRole('button', { name: 'Chọn thư mục', exact: true }))
  await expect(page.getByRole('radio', { name: `Thư mục ${folder}`, exact: true })).toBeChecked()
}

test('at the commune: the morning, a new name, its helper, a vote and the stick, without a mouse', async ({
  place,
}) => {
  test.slow()
  const { commune, district, stick } = await communeAndDistrict(place.folder)
  district.core.close()
  const unit = await addBranch(commune, BRANCH)
  const voted = await register(commune, unit, { name: 'Trần Văn Đức', birth: '1990-02-01' })
  await buildDossier(commune, voted)
  await branchVotes(commune, voted)
  const ready = await register(commune, unit)
  await buildDossier(commune, ready)
  await commune.do('member.add', { name: 'Lại Văn Đức', unit, officialDate: '2015-02-03' })
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
  // Who has that name already is shown while it is typed, and with one Enter what is known of him.
  await page.keyboard.type('tran van duc')
  await expect(form.similar).toContainText('Trần Văn Đức')
  await enter(page, form.similar.getByRole('button', { name: /Trần Văn Đức/ }))
  await expect(form.similar).toContainText('Vào danh sách')
  await typeInto(page, form.name, 'Lê Thị Thơm')
  await expect(form.similar).not.toContainText('Trần Văn Đức')
  await typeInto(page, form.unit, 'dong son')
  await expect(page.getByRole('option', { name: BRANCH })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await enter(page, form.save)
  await expect(page.getByRole('heading', { level: 1, name: 'Lê Thị Thơm' })).toBeVisible()
  await expect(page.getByRole('main')).toContainText(BRANCH)
  const opened = casePage(page)
  await enter(page, opened.doNext)
  const helper = opened.dialog('Phân công đảng viên giúp đỡ')
  await typeInto(page, helper.dialog.getByRole('combobox', { name: 'Đảng viên chính thức' }), 'duc')
  await expect(page.getByRole('option', { name: /Lại Văn Đức/ })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await typeInto(page, helper.field('Giúp đỡ từ ngày'), '1/10/2023')
  await page.keyboard.press('Enter')
  await expect(helper.dialog).toBeHidden()
  await expect(opened.history).toContainText('Lại Văn Đức')

  // A vote, found through the palette.
  await find(page, HOA.name, 'nguyen thi hoa')
  await enter(page, opened.doNext)
  const vote = opened.dialog('Cuộc họp chi bộ xét kết nạp')
  for (const [label, text] of [
    ['Ngày họp', '15/01/2024'],
    ['Chính thức', '9'],
    ['Dự bị', '0'],
    ['Chính thức có mặt', '7'],
    ['Dự bị có mặt', '0'],
  ] as const)
    await typeInto(page, vote.field(label), text)
  // Who was absent, with the reason: one by name, and one only counted.
  const absences = vote.dialog.getByRole('status', { name: 'Số vắng mặt' })
  await expect(absences).toContainText('Vắng mặt 2, đã ghi lý do của 0.')
  await enter(page, vote.button('Thêm người vắng'))
  await typeInto(page, vote.field('Họ tên người vắng mặt 1'), 'Ngô Văn Sáu')
  await typeInto(page, vote.field('Lý do vắng mặt 1'), 'ốm, có giấy của bệnh viện')
  await enter(page, vote.button('Thêm người vắng'))
  await typeInto(page, vote.field('Số người vắng mặt 2'), '1')
  await typeInto(page, vote.field('Lý do vắng mặt 2'), 'đi làm xa')
  await expect(absences).toContainText('Vắng mặt 2, đã ghi lý do của 2.')
  for (const [label, text] of [
    ['Tán thành', '7'],
    ['Số nghị quyết', '12-NQ/CB'],
    ['Ngày nghị quyết', '15/01/2024'],
  ] as const)
    await typeInto(page, vote.field(label), text)
  await page.keyboard.press('Enter')
  await expect(vote.dialog).toBeHidden()
  await expect(opened.meetings).toContainText('7 trên 9')
  const { state } = await callPort<{ state: unknown }>(page, 'case.get', { case: ready })
  expect(JSON.stringify(state)).toContain('ốm, có giấy của bệnh viện')
  expect(JSON.stringify(state)).toContain('đi làm xa')

  // The stick.
  await go(page, 'gd', 'Trao đổi')
  await openTab(page, 'Gửi đi')
  await carrier(window, stick)
  await enter(page, page.getByRole('button', { name: 'Xuất gói dữ liệu' }))
  await expect(exchangePage(window).written).toBeVisible()
  await enter(page, page.getByRole('button', { name: 'Phiếu gửi' }))
  await expect(page.getByRole('dialog', { name: 'Phiếu gửi gói dữ liệu' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  expect(await pointers()).toBe(0)
})

test('at the committee and back: receive, return, hold, decide, the answer, the ceremony, the supplement, without a mouse', async ({
  place,
}) => {
  test.slow()
  const { commune, district, stick } = await communeAndDistrict(place.folder)
  const unit = await addBranch(commune, BRANCH)
  await submittedDossier(commune, unit)
  await submittedDossier(commune, unit, { ...HOA, name: OTHER, identityNumber: '035191004321' })
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
  await enter(page, page.getByRole('button', { name: 'Biên nhận', exact: true }))
  const written = page.getByRole('dialog', { name: RECEIPT })
  await expect(written.getByRole('row')).toHaveCount(2)
  await expect(written).toContainText(commune.name)
  await page.keyboard.press('Escape')
  await expect(written).toBeHidden()

  await go(page, 'gx', 'Xét hồ sơ')
  const review = reviewPage(page)
  // By deadline, then by name. What is noted of a paper becomes a remark of the return.
  await expect(review.dossier(OTHER)).toBeVisible()
  await tabTo(page, review.tick('Đơn xin vào Đảng'))
  await page.keyboard.press('Space')
  await expect(review.tick('Đơn xin vào Đảng')).toBeChecked()
  await enter(page, review.remark(RESUME))
  await typeInto(page, review.field(`Nhận xét về ${RESUME}`), 'Chưa ký từng trang')
  await enter(page, review.act('Trả lại để bổ sung'))
  await typeInto(page, review.field('Ngày trả lại'), '15/02/2024')
  await typeInto(page, review.field('Bổ sung trước ngày'), '15/03/2024')
  await expect(review.field('Nội dung ý kiến').first()).toHaveValue('Chưa ký từng trang')
  await enter(page, review.act('Thêm ý kiến'))
  await typeInto(page, review.field('Nội dung ý kiến').last(), 'Đánh số trang')
  await enter(page, review.act('Trả lại'))
  await expect(review.dossier(HOA.name)).toBeVisible()
  await expect(review.inQueue(OTHER)).toBeHidden()
  await enter(page, review.act('Tiếp nhận hồ sơ'))
  await expect(review.field('Ngày tiếp nhận')).toBeFocused()
  await typeInto(page, review.field('Ngày tiếp nhận'), '29/01/2024')
  await page.keyboard.press('Enter')
  await expect(review.act('Tiếp nhận hồ sơ')).toBeHidden()
  const judge = async (on: string, outcome: string, note = '') => {
    await enter(page, review.act('Ghi kết quả thẩm định'))
    await typeInto(page, review.field('Ngày thẩm định'), on)
    const chosen = review.verdict.getByRole('radio', { name: outcome })
    await tabTo(page, review.verdict.getByRole('radio', { checked: true }))
    for (let step = 0; step < 3 && !(await chosen.isChecked()); step += 1) await page.keyboard.press('ArrowDown')
    await expect(chosen).toBeChecked()
    if (note !== '') await typeInto(page, review.field('Nội dung cần thẩm tra'), note)
    await enter(page, review.act('Ghi kết quả'))
    await expect(review.act('Ghi kết quả thẩm định')).toBeVisible()
  }
  await judge('05/02/2024', 'Để lại để thẩm tra', 'Lịch sử chính trị của bố vợ')
  await judge('20/02/2024', 'Đồng ý, trình cơ quan ra quyết định')
  await expect(review.dossier(HOA.name)).toContainText('Thẩm định ngày 20/02/2024: đồng ý')
  await enter(page, review.act('Ghi quyết định kết nạp'))
  await typeInto(page, review.field('Số quyết định'), '345-QĐ/HU')
  await typeInto(page, review.field('Ngày quyết định'), '26/02/2024')
  await page.keyboard.press('Enter')
  await expect(page.getByText(`Đã ghi quyết định đối với ${HOA.name}`)).toBeVisible()
  await expect(review.inQueue(HOA.name)).toBeHidden()
  await decisionOnPaper(above, join(place.folder, 'quyet-dinh.docx'))
  await go(page, 'gd', 'Trao đổi')
  await openTab(page, 'Gửi đi')
  const back = newStick(place.folder, 'usb-back')
  await carrier(above, back)
  await enter(page, page.getByRole('button', { name: 'Xuất gói dữ liệu' }))
  await expect(exchangePage(above).written).toBeVisible()
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

  // What came back is read remark by remark, supplemented and sent again.
  await go(below.page, 'gv', 'Việc cần làm')
  await enter(below.page, homePage(below.page).person(OTHER).first())
  await expect(opened.heading(OTHER)).toBeVisible()
  await enter(below.page, opened.doNext)
  const supplement = opened.dialog('Gửi hồ sơ bổ sung')
  await expect(supplement.dialog).toContainText('Chưa ký từng trang')
  await expect(supplement.dialog).toContainText('Đánh số trang')
  await typeInto(below.page, supplement.field('Ngày gửi'), '9/3/2024')
  await below.page.keyboard.press('Enter')
  await expect(supplement.dialog).toBeHidden()
  await expect(opened.submissions).toContainText('Lần 2')
  expect(await pointersBelow()).toBe(0)
})

test('a class: who was there, the results and a certificate, without a mouse', async ({ place }) => {
  test.slow()
  const office = await foundOffice({
    root: place.folder,
    code: 'xa',
    name: 'Đảng ủy xã Đồng Hóa',
    capacities: ['proposes', 'decides'],
  })
  const unit = await addBranch(office, BRANCH)
  const cases: string[] = []
  for (const name of [HOA.name, OTHER]) cases.push(await register(office, unit, { name }))
  const name = 'Lớp nhận thức về Đảng khóa 1'
  const { class: held } = await office.do<{ class: string }>('class.open', {
    kind: 'awareness',
    name,
    from: '2024-01-15',
    to: '2024-01-19',
    places: 80,
  })
  await office.do('class.enroll', { class: held, cases, on: '2024-01-15' })
  const window = await openLocked(place, office, '2024-01-22')
  const { page } = window
  const pointers = await countPointers(page)
  await unlock(window)
  await go(page, 'gp', 'Lớp bồi dưỡng')
  const classes = classesPage(page)
  await enter(page, classes.classCalled(name))
  await expect(classes.heading(name)).toBeVisible()

  await enter(page, classes.button('Điểm danh'))
  const attending = classes.dialog('Điểm danh')
  await typeInto(page, attending.field('Ngày học'), '15/01/2024')
  await tabTo(page, attending.dialog.getByRole('checkbox', { name: new RegExp(OTHER) }))
  await page.keyboard.press('Space')
  await enter(page, attending.button('Ghi điểm danh'))
  await expect(attending.dialog).toBeHidden()

  await enter(page, classes.button('Ghi kết quả'))
  const results = classes.dialog('Kết quả lớp học')
  // The first letters of 'Không dự học' choose it, as in every list of the system.
  const outcome = results.dialog.getByRole('combobox', { name: `Kết quả của ${OTHER}` })
  await tabTo(page, outcome)
  await page.keyboard.type('Kh')
  await expect(outcome).toHaveValue('absent')
  await typeInto(page, results.field('Số giấy chứng nhận đầu tiên'), '07/CN')
  await enter(page, results.button('Đánh số cho người hoàn thành'))
  await expect(results.field(`Số giấy chứng nhận của ${HOA.name}`)).toHaveValue('07/CN')
  await enter(page, results.button('Ghi kết quả'))
  await expect(results.dialog).toBeHidden()
  await expect(classes.learner(HOA.name)).toContainText('07/CN, 19/01/2024')
  await expect(classes.learner(OTHER)).toContainText('Không dự học')

  // The certificate is a paper of the case, seen where the work goes on.
  await find(page, HOA.name, 'nguyen thi hoa')
  await expect(page.getByRole('main')).toContainText('07/CN')
  expect(await pointers()).toBe(0)
})

/** Makes the paper of the decision, found through the palette: what it lacks is typed, and it is saved for Word. */
async function decisionOnPaper({ page, answer }: OfficeWindow, file: string): Promise<void> {
  await find(page, HOA.name, 'nguyen thi hoa')
  await enter(page, page.getByRole('button', { name: 'Lập văn bản' }))
  const dialog = page.getByRole('dialog', { name: 'Lập văn bản' })
  const paper = dialog.getByRole('article', { name: 'Văn bản xem trước' })
  await expect(dialog.getByRole('textbox', { name: 'Số văn bản' })).toHaveValue('345-QĐ/HU')
  await fillLacking(dialog, async (field) => {
    const isDay = (await field.getAttribute('placeholder'))?.startsWith('ngày') === true
    await typeInto(page, field, isDay ? '1985' : 'Nguyễn Văn Khải')
  })
  await expect(paper).toContainText('345-QĐ/HU')
  answer(file)
  await enter(page, dialog.getByRole('button', { name: 'Lưu ra tệp Word' }))
  await expect(dialog.getByRole('status').filter({ hasText: 'Đã lưu' })).toBeVisible()
  expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
}
