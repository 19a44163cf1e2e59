import { ruleValues } from '../../shared/rules/rule-values.ts'
import { ruleSetById } from '../../shared/rules/sets/index.ts'
import { casePage } from './pages/case.ts'
import { registerPage } from './pages/register.ts'
import { expect, test } from './support/fixtures.ts'
import { expectGoodLook } from './support/look.ts'
import { BRANCH, goTo, openWithBranches, OTHER_BRANCH, register } from './support/people.ts'
import { callPort, keptDraft, PASSPHRASE } from './support/ready.ts'
import { reopen } from './support/seed.ts'
import { unlockPage } from './pages/unlock.ts'

test('a name and a branch are enough; whoever may be the same is shown and opens in place', async ({ place }) => {
  const window = await openWithBranches(place)
  const { page, branch } = window
  const known = await register(page, branch, { name: 'Trần Thị Hường', birth: '1998-05-12', hometown: 'Thi Sơn' })
  await goTo(page, '/nguon/moi')
  const form = registerPage(page)
  await expect(form.name).toBeFocused()

  await form.save.click()
  await expect(form.name).toBeFocused()
  await expect(form.name).toHaveAccessibleDescription(/Chưa nhập họ tên/)
  await form.name.pressSequentially('trần thị hương')
  await expect(form.similar).toContainText('Trần Thị Hường')
  await expect(form.similar).toContainText('Chi bộ thôn Quyển Sơn')
  await form.similar.getByRole('button', { name: /Trần Thị Hường/ }).click()
  await expect(form.similar).toContainText('Quê quán')
  await expectGoodLook(page, 'register-similar')
  await form.name.fill('Trần Thị Hương')
  await form.chooseUnit(BRANCH)
  await form.saveAndAdd.click()

  await expect(page.getByText('Đã đưa vào danh sách: Trần Thị Hương.')).toBeVisible()
  await expect(form.name).toHaveValue('')
  await expect(form.name).toBeFocused()
  await expect(form.unit).toHaveValue(BRANCH)
  await form.name.fill('Lê Văn Đạt')
  await form.name.press('Enter')
  await expect(casePage(page).heading('Lê Văn Đạt')).toBeVisible()
  await expect(page.getByText('Phân công đảng viên chính thức giúp đỡ')).toBeVisible()

  // Undo takes the whole person back.
  await page.getByRole('button', { name: 'Hoàn tác' }).last().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Nguồn và hồ sơ' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Lê Văn Đạt' })).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Trần Thị Hương', exact: true })).toBeVisible()

  await callPort(page, 'candidate.withdraw', { case: known, reason: 'withdrawn', date: '2024-01-02' })
  await goTo(page, '/nguon/moi')
  await form.name.fill('Trần Thị Hường')
  await form.similar.getByRole('button', { name: /Trần Thị Hường.*Xin rút hồ sơ/ }).click()
  await form.similar.getByRole('button', { name: 'Là người này, theo dõi lại' }).click()
  await form.chooseUnit(BRANCH)
  await form.save.click()
  await expect(casePage(page).heading('Trần Thị Hường')).toBeVisible()
})

test('more facts: dates in all shapes, doubts about a number never block, a taken number is refused', async ({
  place,
}) => {
  const window = await openWithBranches(place)
  const { page, branch } = window
  await register(page, branch, { name: 'Vũ Văn Nam', identityNumber: '035098001234' })
  await goTo(page, '/nguon/moi')
  const form = registerPage(page)
  await form.name.fill('Phạm Thị Lan')
  await form.chooseUnit(BRANCH)
  await form.more.click()
  for (const [typed, shown] of [
    ['19/5/1998', '19/05/1998'],
    ['ngày 02 tháng 9 năm 1999', '02/09/1999'],
    ['3-2-2000', '03/02/2000'],
    ['05.1999', '05/1999'],
    ['1998', '1998'],
    ['1998-05-12', '12/05/1998'],
  ]) {
    await form.field('Ngày sinh').fill(typed ?? '')
    await form.field('Ngày sinh').blur()
    await expect(form.field('Ngày sinh')).toHaveValue(shown ?? '')
  }
  await form.field('Ngày sinh').fill('31/02/1998')
  await form.field('Ngày sinh').press('Enter')
  await expect(form.field('Ngày sinh')).toHaveAccessibleDescription(/Tháng đó không có ngày này/)
  await expect(form.field('Ngày sinh')).toBeFocused()
  await expect(form.heading).toBeVisible()
  await form.field('Ngày sinh').fill('12/5/1998')
  await form.choose('Giới tính', 'Nữ')
  await form.field('Số định danh cá nhân').fill('035098001234')
  await form.field('Số định danh cá nhân').blur()
  await expect(form.identityNote).toContainText('không khớp với giới tính')
  await expectGoodLook(page, 'register-more')
  await form.save.click()
  await expect(page.getByText(/đã ghi cho Vũ Văn Nam/)).toBeVisible()
  await expect(form.field('Số định danh cá nhân')).toBeFocused()
  await form.field('Số định danh cá nhân').fill('035198004321')
  await form.save.click()
  await expect(casePage(page).heading('Phạm Thị Lan')).toBeVisible()
  await expect(casePage(page).facts).toContainText('035198004321')
})

test('a draft survives a lock and the death of the program, and is dropped on demand', async ({ place }) => {
  const window = await openWithBranches(place)
  const { page } = window
  await goTo(page, '/nguon/moi')
  const form = registerPage(page)
  await form.name.fill('Nguyễn Thị Ước')
  await form.chooseUnit(BRANCH)
  await form.more.click()
  await form.field('Quê quán').fill('Thi Sơn')
  await expect.poll(() => keptDraft(page, 'nguon/moi')).toContain('Thi Sơn')
  await page.getByRole('button', { name: 'Khóa', exact: true }).click()
  await unlockPage(page).unlock(PASSPHRASE)
  await goTo(page, '/nguon/moi')
  await expect(page.getByText('Đã mở lại nội dung đang nhập dở.')).toBeVisible()
  await expect(form.name).toHaveValue('Nguyễn Thị Ước')

  // Typed, kept, and the program is gone without a word.
  await form.more.click()
  await form.field('Quê quán').fill('Thi Sơn, Kim Bảng')
  await expect.poll(() => keptDraft(page, 'nguon/moi')).toContain('Thi Sơn, Kim Bảng')
  await window.kill()
  const again = await reopen(place, 'xa')
  await goTo(again.page, '/nguon/moi')
  const back = registerPage(again.page)
  await expect(again.page.getByText('Đã mở lại nội dung đang nhập dở.')).toBeVisible()
  await expect(back.name).toHaveValue('Nguyễn Thị Ước')
  await back.more.click()
  await expect(back.field('Quê quán')).toHaveValue('Thi Sơn, Kim Bảng')
  await back.dropDraft.click()
  await expect(back.name).toHaveValue('')

  // On a screen at 125 % too, the head of a page says what nobody has compared: on a case, of the rules that judge it.
  const id = await register(again.page, window.branch, { name: 'Nguyễn Thị Ước', birth: '1998' })
  await callPort(again.page, 'case.pinRules', { case: id, ruleSet: 'RS-2025b', reason: 'Họp lại theo quy định mới' })
  await again.page.setViewportSize({ width: 1093, height: 614 })
  const note = (of: string) => again.page.getByRole('link', { name: new RegExp(`^Quy định ${of} có \\d+ giá trị`) })
  await expect(note('hôm nay')).toBeVisible()
  await goTo(again.page, `/ho-so/${id}`)
  await expect(note('xét hồ sơ này')).toContainText(String(unconfirmedIn('RS-2025b')))
})

/** How many values of a set that ships nobody has compared with the text. */
function unconfirmedIn(id: string): number {
  const set = ruleSetById(id)
  return set === null ? 0 : ruleValues(set).filter(({ sourced }) => !sourced.confirmed).length
}

test('a dossier half done elsewhere is taken over with the dates and papers known', async ({ place }) => {
  const window = await openWithBranches(place)
  const { page } = window
  await goTo(page, '/nguon/moi')
  const form = registerPage(page)
  await page.getByText('Tiếp nhận hồ sơ đang làm dở').click()
  await form.name.fill('Hoàng Thị Mai')
  await form.chooseUnit(OTHER_BRANCH)
  await form.field('Họ tên người giúp đỡ').fill('Lại Văn Đức')
  await form.save.click()
  await expect(form.field('Giúp đỡ từ ngày')).toBeFocused()
  await form.field('Giúp đỡ từ ngày').fill('1/10/2022')
  await form.field('Số của Giấy chứng nhận học lớp bồi dưỡng nhận thức về Đảng').fill('15/CN')
  await form.field('Ngày của Giấy chứng nhận học lớp bồi dưỡng nhận thức về Đảng').fill('15/6/2023')
  await page.getByRole('checkbox', { name: /^Đơn xin vào Đảng/ }).check()
  await page.getByRole('checkbox', { name: 'Chi bộ đã họp xét' }).check()
  await expectGoodLook(page, 'register-take-over')
  await form.field('Ngày họp').fill('20/12/2023')
  await form.field('Chính thức').fill('9')
  await form.field('Dự bị').fill('0')
  await form.field('Chính thức có mặt').fill('8')
  await form.field('Dự bị có mặt').fill('0')
  await form.field('Tán thành').fill('7')
  await form.field('Không tán thành').fill('1')
  await expect(page.getByRole('status', { name: 'Kết quả tính' })).toContainText('Cần ít nhất 6 trên 9')
  await form.save.click()
  const opened = casePage(page)
  await expect(opened.heading('Hoàng Thị Mai')).toBeVisible()
  await expect(opened.stage).toContainText('Họp xét')
  await expect(page.getByText('Trước khi dùng phần mềm').first()).toBeVisible()

  // Somebody who is a full member already: ceremony, recognition and card are asked for as far as there was a ceremony.
  await goTo(page, '/nguon/moi')
  await page.getByText('Tiếp nhận hồ sơ đang làm dở').click()
  await form.name.fill('Phạm Thị Thu')
  await form.chooseUnit(OTHER_BRANCH)
  const decided = async (group: string, outcome: string, number: string, date: string) => {
    const part = page.getByRole('group', { name: group, exact: true })
    await part.getByRole('combobox', { name: 'Quyết định' }).click()
    await page.getByRole('option', { name: outcome, exact: true }).click()
    await part.getByRole('textbox', { name: 'Số quyết định' }).fill(number)
    await part.getByRole('textbox', { name: 'Ngày quyết định' }).fill(date)
    await part.getByRole('textbox', { name: 'Cơ quan ban hành' }).fill('Ban Thường vụ Huyện ủy')
  }
  await decided('Họp và quyết định kết nạp', 'Đồng ý kết nạp', '345-QĐ/HU', '5/1/2022')
  await form.field('Ngày tổ chức lễ kết nạp').fill('10/1/2022')
  await form.field('Ngày tổ chức lễ kết nạp').press('Tab')
  await decided('Công nhận đảng viên chính thức', 'Công nhận đảng viên chính thức', '61-QĐ/HU', '17/1/2023')
  await form.field('Số thẻ đảng viên').fill('12.345678')
  await form.field('Ngày phát thẻ').fill('19/5/2023')
  await expectGoodLook(page, 'register-take-over-member')
  await form.save.click()
  await expect(opened.heading('Phạm Thị Thu')).toBeVisible()
  await expect(opened.meetings).toContainText('Thẻ đảng viên số 12.345678, phát ngày 19/05/2023')
})
