import { casePage } from './pages/case.ts'
import { expect, test } from './support/fixtures.ts'
import { callPort } from './support/ready.ts'
import { expectGoodDialog, expectGoodLook } from './support/look.ts'
import {
  addBranch,
  bothVote,
  buildDossier,
  exportTo,
  importFrom,
  openCommuneAndDistrict,
  pairOffices,
  register as registerIn,
  submit,
} from './support/seed.ts'
import { goTo, HELPER, HOA, openWithBranches, recordPapers, register, submitted } from './support/people.ts'
import type { OfficeWindow } from './support/window.ts'

test('the answers of a superior without the program are recorded from paper, up to the ceremony', async ({ place }) => {
  test.slow()
  const window = await openWithBranches(place)
  const { page, branch } = window
  const id = await submitted(page, branch)
  await goTo(page, `/ho-so/${id}`)
  const opened = casePage(page)

  await opened.doNext.click()
  const answer = opened.dialog(/Trả lời của cấp trên/)
  await expectGoodLook(page, 'case-answer')
  await answer.dialog.getByRole('button', { name: /Trả lại để bổ sung/ }).click()
  const back = opened.dialog(/Trả hồ sơ để bổ sung/)
  await back.field('Ngày trả lại').fill('2/1/2024')
  await back.field('Bổ sung trước ngày').fill('15/1/2024')
  await back.button('Ghi trả lại').click()
  await expect(back.field('Nội dung của điểm 1')).toBeFocused()
  await back.field('Nội dung của điểm 1').fill('Bổ sung chữ ký của chi ủy nơi cư trú')
  await back.button('Ghi trả lại').click()
  await expect(back.dialog).toBeHidden()
  await expect(opened.submissions).toContainText('Bổ sung chữ ký của chi ủy nơi cư trú')
  await expect(opened.deadlines).toContainText('Hạn bổ sung hồ sơ được trả lại')

  await opened.doNext.click()
  const supplement = opened.dialog('Gửi hồ sơ bổ sung')
  await expect(supplement.dialog).toContainText('Bổ sung chữ ký của chi ủy nơi cư trú')
  await supplement.button('Gửi hồ sơ bổ sung').click()
  await expect(supplement.dialog).toBeHidden()

  await opened.openMenu('Ghi trả lời theo văn bản giấy')
  await opened
    .dialog(/Trả lời của cấp trên/)
    .dialog.getByRole('button', { name: /Đã có quyết định/ })
    .click()
  const decision = opened.dialog(/^Quyết định/)
  await decision.field('Số quyết định').fill('101-QĐ/HU')
  await decision.field('Ngày quyết định').fill('2/1/2024')
  await decision.button('Ghi quyết định').click()
  await expect(decision.dialog).toBeHidden()
  await expect(opened.meetings).toContainText('Quyết định số 101-QĐ/HU')
  await expect(opened.meetings).toContainText('Theo văn bản giấy')

  await opened.doNext.click()
  const receipt = opened.dialog('Ngày nhận quyết định')
  await expect(receipt.field('Đơn vị nhận được quyết định ngày')).toHaveValue('02/01/2024')
  await receipt.button('Ghi ngày nhận').click()
  await expect(receipt.dialog).toBeHidden()
  await expect(opened.deadlines).toContainText('Hạn tổ chức lễ kết nạp')

  await opened.doNext.click()
  const ceremony = opened.dialog('Lễ kết nạp')
  await expect(ceremony.field('Đảng viên giúp đỡ trong thời gian dự bị')).toHaveValue(HELPER)
  await ceremony.field('Ngày tổ chức').fill('2/1/2024')
  await ceremony.button('Ghi lễ kết nạp').click()
  await expect(ceremony.dialog).toBeHidden()
  await expect(opened.stage).toHaveText('Dự bị')
  await expectGoodLook(page, 'case-probation')

  // The ceremony was typed by mistake: taken back with a reason, since the dossier has been sent.
  await opened.history.getByRole('button', { name: /^Rút lại: Tổ chức lễ kết nạp/ }).click()
  const retract = opened.dialog('Rút lại bản ghi')
  await retract.button('Rút lại').click()
  await expect(retract.field('Lý do')).toBeFocused()
  await retract.field('Lý do').fill('Ghi nhầm ngày')
  await retract.button('Rút lại').click()
  await expect(retract.dialog).toBeHidden()
  await expect(opened.stage).toHaveText('Quyết định')
})

test('a finding is allowed as an exception, an entry undone, a profile corrected, a case ended and erased', async ({
  place,
}) => {
  test.slow()
  const window = await openWithBranches(place)
  const { page, branch } = window
  const id = await register(page, branch, { ...HOA, birth: '1940-05-12' })
  await recordPapers(page, id)
  await goTo(page, `/ho-so/${id}`)
  const opened = casePage(page)
  const old = opened.finding(/đã quá tuổi tối đa/)
  await old.getByRole('button', { name: 'Căn cứ và cách xử lý' }).click()
  await expect(old).toContainText('Quy định số 24-QĐ/TW')
  await expectGoodLook(page, 'case-findings')
  await old.getByRole('button', { name: 'Chấp thuận ngoại lệ' }).click()
  const lift = opened.dialog('Chấp thuận ngoại lệ')
  await lift.field('Lý do').fill('Đã xin ý kiến cấp trên')
  await lift.button('Ghi chấp thuận').click()
  await expect(lift.dialog).toBeHidden()
  await expect(old).toContainText('Đã xin ý kiến cấp trên')
  await opened.undo.last().click()
  await expect(page.getByText('Đã hoàn tác.')).toBeVisible()
  await expect(old).not.toContainText('Đã xin ý kiến cấp trên')

  await opened.openMenu('Sửa thông tin cá nhân')
  const correct = opened.dialog('Sửa thông tin cá nhân')
  await correct.button('Lưu thay đổi').click()
  await expect(correct.alert).toContainText('không khác với nội dung đã ghi')
  await correct.field('Ngày sinh').fill('12/5/1998')
  await correct.field('Quê quán').fill('Thi Sơn, Kim Bảng')
  await expectGoodDialog(page, 'case-correct')
  await correct.button('Lưu thay đổi').click()
  await expect(correct.dialog).toBeHidden()
  await expect(opened.facts).toContainText('Thi Sơn, Kim Bảng')
  await expect(old).toBeHidden()

  await opened.openMenu('Kết thúc theo dõi, xin rút hồ sơ')
  const ending = opened.dialog('Kết thúc theo dõi, xin rút hồ sơ')
  await ending.field('Ngày').fill('3/1/2024')
  await ending.button('Ghi kết thúc').click()
  await expect(ending.alert).toContainText('không thể sau hôm nay')
  await ending.field('Ngày').fill('2/1/2024')
  await expectGoodDialog(page, 'case-ending')
  await ending.button('Ghi kết thúc').click()
  await expect(ending.dialog).toBeHidden()
  await expect(page.getByText('Xin rút hồ sơ').first()).toBeVisible()
  await expect(opened.next).toBeHidden()

  await opened.openMenu('Xóa dữ liệu cá nhân')
  const erasing = opened.dialog(/^Xóa dữ liệu cá nhân của /)
  await expect(erasing.dialog).toContainText('người này không còn hiện ở trang nào')
  await expectGoodDialog(page, 'case-erasing')
  await erasing.field('Lý do').fill('Theo đề nghị ngày 2/1/2024')
  await erasing.button('Xóa, không lấy lại được').click()
  await expect(erasing.dialog).toBeHidden()
  await goTo(page, `/ho-so/${id}`)
  await expect(page.getByText('Không tìm thấy người đã chọn trong danh sách').first()).toBeVisible()
})

test('the deciding office sees a line before the submission and the whole dossier after it, and nothing it may not do', async ({
  place,
}) => {
  test.slow()
  const { commune, district } = await openCommuneAndDistrict(place)
  await pairOffices(commune, district)
  const branch = await addBranch(commune)
  const id = await registerIn(commune, branch)
  const moving = await registerIn(commune, branch, { name: 'Lại Thị Mận', birth: '1999-03-04' })
  await proposeMove(commune, moving)
  await exportTo(commune, place.stick)
  await importFrom(district, place.stick)
  const { page } = district
  await goTo(page, `/ho-so/${moving}`)
  await expect(page.getByText(PROPOSED)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Giao hồ sơ', exact: true })).toBeVisible()
  await expect(page.getByText(LISTED_SINCE)).toBeHidden()
  const opened = casePage(page)
  await goTo(page, `/ho-so/${id}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Hòa')
  await expect(page.getByText('Chỉ có dòng danh sách').first()).toBeVisible()
  await expect(opened.papers).toBeHidden()
  await expect(page.getByRole('button', { name: 'Việc khác' })).toBeHidden()
  await expectGoodLook(page, 'case-line')

  await buildDossier(commune, id)
  await bothVote(commune, id)
  await submit(commune, id)
  await callPort(commune.page, 'candidate.correct', { case: moving, change: { set: { name: 'Lại Thị Mẫn' } } })
  await exportTo(commune, place.stick)
  await importFrom(district, place.stick)
  await expect(opened.papers).toBeVisible()
  await expect(page.getByText('Theo hồ sơ đã gửi').first()).toBeVisible()
  await expect(opened.papers.getByRole('button', { name: /^Ghi/ })).toHaveCount(0)
  await expect(opened.history.getByRole('button', { name: /^Rút lại/ })).toHaveCount(0)
  await expect(opened.meetings).toContainText('Chi bộ họp ngày')
  await page.getByRole('button', { name: /^Xem 1 bản quét Giấy chứng nhận/ }).click()
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Lưu ra tệp' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expectGoodLook(page, 'case-snapshot')

  await goTo(page, `/ho-so/${moving}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Mẫn')
  await expect(page.getByText(LISTED_SINCE)).toBeVisible()
  await expectGoodLook(page, 'case-listed-since')
  await page.getByRole('button', { name: 'Giao hồ sơ', exact: true }).click()
  const handing = opened.dialog('Giao hồ sơ của Lại Thị Mẫn')
  await expect(handing.dialog.getByLabel('Giao theo hồ sơ đã gửi, phần ghi sau không đi theo')).not.toBeChecked()
  await expectGoodDialog(page, 'case-handing-over')
})

const LISTED_SINCE = 'Họ tên, chi bộ và giai đoạn ở đây theo dòng danh sách mới nhất'

const PROPOSED = /đề nghị chuyển đến Đảng ủy xã Tượng Lĩnh từ ngày 29\/01\/2024 \(.+\); chưa giao\./

/** Asks the office above to move a case, and reads at home what was asked. */
async function proposeMove({ page }: OfficeWindow, id: string): Promise<void> {
  await goTo(page, `/ho-so/${id}`)
  const opened = casePage(page)
  await opened.openMenu('Đề nghị cấp trên chuyển hồ sơ')
  const form = opened.dialog('Đề nghị cấp trên chuyển hồ sơ')
  await form.field('Nơi đến').fill('Đảng ủy xã Tượng Lĩnh')
  await form.field('Ngày chuyển').fill('30/1/2024')
  await form.button('Ghi đề nghị').click()
  await expect(form.alert).toContainText('không thể sau hôm nay')
  await form.field('Ngày chuyển').fill('29/1/2024')
  await form.button('Ghi đề nghị').click()
  await expect(form.dialog).toBeHidden()
  await expect(page.getByText(PROPOSED)).toBeVisible()
  await correctAndProposeAnew(page, opened)
}

/** What was recorded since is told as what the proposal does not hold, until it is made anew. */
async function correctAndProposeAnew(page: OfficeWindow['page'], opened: ReturnType<typeof casePage>): Promise<void> {
  const since = page.getByRole('note', { name: 'Đề nghị đã ghi chưa có phần ghi thêm' })
  await expect(since).toBeHidden()
  await opened.openMenu('Phân công người giúp đỡ')
  const helper = opened.dialog('Phân công đảng viên giúp đỡ')
  await helper.field('Họ và tên').fill('Trần Văn Bình')
  await helper.field('Giúp đỡ từ ngày').fill('2/1/2024')
  await helper.button('Ghi phân công').click()
  await expect(helper.dialog).toBeHidden()
  await expect(since).toContainText('Phân công đảng viên giúp đỡ')
  await expectGoodLook(page, 'case-proposed-before')
  await since.getByRole('button', { name: 'Đề nghị lại' }).click()
  const anew = opened.dialog('Đề nghị cấp trên chuyển hồ sơ')
  await expect(anew.field('Nơi đến')).toHaveValue('Đảng ủy xã Tượng Lĩnh')
  await anew.button('Ghi đề nghị').click()
  await expect(anew.dialog).toBeHidden()
  await expect(since).toBeHidden()
}
