/**
 * Whole lives, from the name on the list to the card, each under one rule set and in one kind of office: a commune that
 * proposes and has the answers on paper (RS-2021), two offices with a stick between them (RS-2025b), a committee that
 * proposes for its own branches and decides (RS-2026b).
 */
import { candidatesPage } from './pages/candidates.ts'
import { homePage } from './pages/home.ts'
import { lifeSteps } from './pages/life.ts'
import { registerPage } from './pages/register.ts'
import { reviewPage } from './pages/review.ts'
import { expect, test } from './support/fixtures.ts'
import { expectGoodDialog, expectGoodLook } from './support/look.ts'
import { BRANCH, goTo, HELPER, HOA, openWithBranches, register } from './support/people.ts'
import { callPort, openReady } from './support/ready.ts'
import { addBranch, exportTo, importFrom, pairOffices } from './support/seed.ts'
import type { OfficeWindow } from './support/window.ts'

/** How a whole life ends: with the card, judged by one rule set, and nothing left to put right. */
async function expectFullMember({ page }: OfficeWindow, id: string, ruleSet: string): Promise<void> {
  type View = {
    readonly stage: string
    readonly state: { readonly conflicts: readonly unknown[] }
    readonly assessment: { readonly ruleSet: string; readonly findings: readonly { severity: string; code: string }[] }
  }
  const { stage, state, assessment } = await callPort<View>(page, 'case.get', { case: id })
  expect({ stage, conflicts: state.conflicts, ruleSet: assessment.ruleSet }).toEqual({
    stage: 'cardIssued',
    conflicts: [],
    ruleSet,
  })
  expect(assessment.findings.filter(({ severity }) => severity === 'block')).toEqual([])
}

test('RS-2021: a commune records a life from the name to the card, its superior answers on paper', async ({
  place,
}) => {
  test.slow()
  const window = await openWithBranches(place, { today: '2025-06-20' })
  const { page } = window
  await goTo(page, '/nguon')
  await candidatesPage(page).add.first().click()
  const form = registerPage(page)
  await form.name.fill(HOA.name)
  await form.chooseUnit(BRANCH)
  await form.more.click()
  await form.field('Ngày đưa vào danh sách').fill('10/1/2022')
  await form.field('Ngày sinh').fill('12/5/1998')
  await form.choose('Giới tính', 'Nữ')
  await form.choose('Trình độ học vấn', 'Trung học phổ thông')
  await form.field('Ngày vào Đoàn').fill('26/3/2013')
  await form.save.click()

  const life = lifeSteps(page)
  const { opened } = life
  await expect(opened.heading(HOA.name)).toBeVisible()
  await expect(opened.stage).toHaveText('Nguồn')
  const id = page.url().split('/').at(-1) ?? ''
  await opened.doNext.click()
  const helper = opened.dialog('Phân công đảng viên giúp đỡ')
  await helper.choose('Đảng viên chính thức', HELPER)
  await life.recorded(helper, { 'Giúp đỡ từ ngày': '1/10/2022' }, 'Ghi phân công')
  await expect(opened.stage).toHaveText('Giúp đỡ')

  await life.paper('Giấy chứng nhận học lớp bồi dưỡng nhận thức về Đảng', '15/6/2023')
  await life.paper('Đơn xin vào Đảng', '1/9/2023')
  await life.paper('Lý lịch của người xin vào Đảng', '5/9/2023')
  const verified = 'Văn bản thẩm tra lý lịch của người xin vào Đảng'
  await life.paper(verified, '10/10/2023', { 'Nơi lưu giữ': 'Văn phòng Đảng ủy' })
  await life.paper('Giấy giới thiệu người vào Đảng', '20/11/2023', { 'Họ tên người lập': HELPER })
  await life.paper('Nghị quyết giới thiệu đoàn viên ưu tú vào Đảng', '22/11/2023', { 'Số văn bản': '4-NQ/ĐTN' })
  await life.paper(
    'Tổng hợp ý kiến nhận xét của tổ chức chính trị - xã hội nơi người vào Đảng sinh hoạt và chi ủy (chi bộ) nơi cư trú đối với người vào Đảng',
    '1/12/2023',
  )
  await expectGoodLook(page, 'case-papers')

  // The arithmetic stands beside the numbers while they are typed; who is absent needs a reason.
  await opened.openMenu('Ghi cuộc họp chi bộ')
  const vote = opened.dialog('Cuộc họp chi bộ xét kết nạp')
  await expect(vote.field('Chính thức')).toHaveValue('9')
  await vote.field('Ngày họp').fill('20/12/2023')
  await vote.field('Chính thức có mặt').fill('8')
  await vote.field('Dự bị có mặt').fill('1')
  await expect(vote.dialog.getByRole('status', { name: 'Số vắng mặt' })).toContainText('Vắng mặt 1')
  await vote.button('Thêm người vắng').click()
  await vote.field('Họ tên người vắng mặt 1').fill('Đào Văn Tấn')
  await vote.field('Lý do vắng mặt 1').fill('Ốm')
  await vote.field('Tán thành').fill('5')
  await expect(vote.dialog.getByRole('status', { name: 'Kết quả tính' })).toContainText('Không đủ tỷ lệ tán thành')
  await vote.field('Tán thành').fill('8')
  await expect(vote.dialog.getByRole('status', { name: 'Kết quả tính' })).toContainText('Cần ít nhất 6 trên 9')
  await vote.field('Số nghị quyết').fill('12-NQ/CB')
  await expectGoodDialog(page, 'case-vote')
  await life.recorded(vote, { 'Ngày nghị quyết': '20/12/2023' }, 'Ghi cuộc họp')
  await expect(opened.meetings).toContainText('8 trên 9 đảng viên chính thức tán thành (cần 6)')
  await expect(opened.paper(verified)).toContainText('Đã có, lưu riêng')
  await expect(opened.deadlines).toContainText('Hạn ra quyết định kết nạp')

  // Sending too early is refused with what is missing, and nothing typed is lost.
  await opened.openMenu('Gửi hồ sơ')
  const early = opened.dialog('Gửi hồ sơ lên cấp ủy có thẩm quyền')
  await early.field('Số công văn').fill('31-CV/ĐU')
  await early.button('Gửi hồ sơ').click()
  await expect(early.dialog.getByText(/Chưa thể gửi hồ sơ/)).toBeVisible()
  await expect(early.field('Số công văn')).toHaveValue('31-CV/ĐU')
  await expectGoodLook(page, 'case-blocked')
  await early.close.click()
  await early.button('Giữ bản nháp và đóng').click()
  await life.committeeVote('kết nạp', '27/12/2023', '15-NQ/ĐU')
  await expect(opened.meetings).toContainText('15 trên 15 cấp ủy viên tán thành')
  await opened.doNext.click()
  const sending = opened.dialog('Gửi hồ sơ lên cấp ủy có thẩm quyền')
  await expect(sending.dialog.getByText('Đã mở lại nội dung đang nhập dở.')).toBeVisible()
  await expect(sending.field('Số công văn')).toHaveValue('31-CV/ĐU')
  await life.recorded(sending, { 'Ngày gửi': '28/12/2023' }, 'Gửi hồ sơ')
  await expect(opened.stage).toHaveText('Gửi hồ sơ')
  await expect(opened.submissions).toContainText('Chờ tiếp nhận')
  // While it awaits its answer it can be sent once more, with what has come to it.
  await opened.openMenu('Gửi hồ sơ bổ sung')
  const more = opened.dialog('Gửi hồ sơ bổ sung')
  await expect(more.dialog.getByText('Hồ sơ đã gửi ngày 28/12/2023 và đang chờ trả lời.')).toBeVisible()
  await expectGoodDialog(page, 'case-resend')
  await more.close.click()

  await opened.doNext.click()
  await life.decideOnPaper('345-QĐ/HU', '5/1/2024')
  await life.receive('8/1/2024')
  await life.ceremony('10/1/2024')
  await expect(opened.stage).toHaveText('Dự bị')
  await expect(opened.meetings).toContainText('Tròn thời gian dự bị ngày 10/01/2025')
  await expect(opened.meetings).toContainText('Tuổi đảng tính từ ngày 05/01/2024')
  await expect(opened.next).toContainText('Học lớp bồi dưỡng đảng viên mới')
  await expect(opened.finding(/Hạn chi bộ xét công nhận/)).toBeVisible()
  await life.nextPaper('Giấy chứng nhận học lớp bồi dưỡng đảng viên mới', '10/10/2024')
  await life.nextPaper('Bản tự kiểm điểm của đảng viên dự bị', '3/1/2025')
  await life.nextPaper('Bản nhận xét đảng viên dự bị', '6/1/2025')
  await life.nextPaper(/^Tổng hợp ý kiến nhận xét/, '7/1/2025')
  await life.paper('Lý lịch đảng viên', '25/1/2024')
  await life.paper('Phiếu đảng viên', '25/1/2024')

  // A day too early is recorded as it was, and said so; taken back, the right day leaves nothing to say.
  await life.branchVote('công nhận đảng viên chính thức', '9/1/2025', '07-NQ/CB')
  await expect(opened.finding(/khi chưa hết thời gian dự bị/)).toBeVisible()
  await opened.undo.click()
  await expect(opened.stage).toHaveText('Dự bị')
  await life.branchVote('công nhận đảng viên chính thức', '13/1/2025', '07-NQ/CB')
  await expect(opened.finding(/khi chưa hết thời gian dự bị/)).toBeHidden()
  await expect(opened.stage).toHaveText('Công nhận')
  await life.committeeVote('công nhận đảng viên chính thức', '15/1/2025', '21-NQ/ĐU')
  await life.submit('Gửi hồ sơ công nhận đảng viên chính thức', '16/1/2025')
  await expect(opened.submissions).toContainText('công nhận đảng viên chính thức')
  await opened.openMenu('Ghi trả lời theo văn bản giấy')
  await page.getByRole('button', { name: /^Đã có quyết định/ }).click()
  const recognition = opened.dialog(/^Quyết định: công nhận đảng viên chính thức/)
  await recognition.field('Số quyết định').fill('61-QĐ/HU')
  await expect(recognition.field('Là đảng viên chính thức từ ngày')).toHaveValue('10/01/2025')
  await expectGoodDialog(page, 'recognition-decision')
  await life.recorded(recognition, { 'Ngày quyết định': '17/1/2025' }, 'Ghi quyết định')
  await expect(opened.stage).toHaveText('Chính thức')
  await life.receive('20/1/2025')

  await opened.doNext.click()
  const card = opened.dialog(/^Phát thẻ đảng viên/)
  await card.field('Số thẻ đảng viên').fill('12.345678')
  await card.field('Ngày phát thẻ').fill('10/1/2025')
  await card.button('Ghi thẻ đảng viên').click()
  await expect(card.alert).toContainText('17/01/2025')
  await life.recorded(card, { 'Ngày phát thẻ': '19/5/2025' }, 'Ghi thẻ đảng viên')
  await expect(opened.meetings).toContainText('Thẻ đảng viên số 12.345678, phát ngày 19/05/2025')
  await expectGoodLook(page, 'card-issued')
  await expectFullMember(window, id, 'RS-2021')
})

test('RS-2025b: a dossier goes up to the commune and its answer down, for admission and again for recognition', async ({
  place,
}) => {
  test.slow()
  const today = '2026-11-20'
  const below = await openReady(place, 'gach-ba-sao', {
    name: 'Đảng ủy Công ty Gạch Ba Sao',
    code: 'gach-ba-sao',
    today,
  })
  const above = await openReady(place, 'ba-sao', {
    today,
    name: 'Đảng ủy xã Ba Sao',
    code: 'ba-sao',
    capacities: ['decides'],
    decidingBody: 'Ban Thường vụ Đảng ủy xã Ba Sao',
  })
  await pairOffices(below, above)
  const unit = await addBranch(below, 'Chi bộ Phân xưởng 1')
  const count = { date: '2025-06-30', official: 9, probationary: 1, excluded: 0 }
  await callPort(below.page, 'unit.recordMembers', { id: unit, count })
  const name = 'Nguyễn Thị Hòa'
  const profile = { name, birth: '1985-06-15', sex: 'female', education: 'upperSecondary' }
  const { case: id } = await callPort<{ case: string }>(below.page, 'candidate.register', {
    profile,
    unit,
    on: '2024-08-01',
  })
  const reason = 'Hồ sơ lập và xét theo Quy định số 294-QĐ/TW, theo hướng dẫn của cấp trên'
  await callPort(below.page, 'case.pinRules', { case: id, ruleSet: 'RS-2025b', reason })
  for (const helper of ['Trần Văn Bình', 'Lê Thị Cúc'])
    await callPort(below.page, 'helper.assign', {
      case: id,
      name: helper,
      inPlaceOf: null,
      from: '2024-08-01',
      officialDate: '2012-05-19',
    })
  const papers = [
    ['CN-NTVD', '2025-03-20', {}],
    ['1-KND', '2025-07-10', {}],
    ['2-KND', '2025-07-12', {}],
    ['TT-2-KND', '2025-07-25', { keeper: 'Văn phòng Đảng ủy' }],
    ['3-KND', '2025-08-05', { person: 'Trần Văn Bình' }],
    ['3-KND', '2025-08-05', { person: 'Lê Thị Cúc' }],
    ['5-KND', '2025-08-06', {}],
  ] as const
  for (const [paper, date, more] of papers)
    await callPort(below.page, 'paper.record', { case: id, paper, date, ...more })

  await goTo(below.page, `/ho-so/${id}`)
  const life = lifeSteps(below.page)
  const { opened } = life
  await life.branchVote('kết nạp', '11/8/2025', '12-NQ/CB')
  await life.committeeVote('kết nạp', '18/8/2025', '15-NQ/ĐU')
  await life.submit('Gửi hồ sơ lên cấp ủy có thẩm quyền', '20/8/2025')
  await exportTo(below, place.stick)
  await importFrom(above, place.stick)

  const review = reviewPage(above.page)
  await review.open()
  await review.receive('22/8/2025', 'Ghi quyết định kết nạp')
  await review.filter('Chờ quyết định')
  await review.act('Ghi quyết định kết nạp').click()
  await review.field('Số quyết định').fill('101-QĐ/ĐU')
  await review.field('Ngày quyết định').fill('8/9/2025')
  await review.act('Ghi quyết định kết nạp').click()
  await expect(above.page.getByText(`Đã ghi quyết định đối với ${name}`)).toBeVisible()
  await exportTo(above, place.stick)
  await importFrom(below, place.stick)

  await life.receive('10/9/2025')
  await life.ceremony('25/9/2025')
  const later = [
    ['LL-HSDV', '2025-10-02'],
    ['PHIEU-HSDV', '2025-10-02'],
    ['CN-DVM', '2026-05-10'],
    ['10-KND', '2026-09-15'],
    ['11-KND', '2026-09-16'],
    ['12-KND', '2026-09-18'],
  ] as const
  for (const [paper, date] of later) await callPort(below.page, 'paper.record', { case: id, paper, date })
  await expect(opened.next).toContainText('Chi bộ xét, ra nghị quyết đề nghị công nhận')
  await life.branchVote('công nhận đảng viên chính thức', '28/9/2026', '13-NQ/CB')
  await life.committeeVote('công nhận đảng viên chính thức', '5/10/2026', '22-NQ/ĐU')
  await life.submit('Gửi hồ sơ công nhận đảng viên chính thức', '7/10/2026')
  await exportTo(below, place.stick)
  await importFrom(above, place.stick)

  await review.open()
  await review.filter('Cần xét')
  await expect(review.inQueue(name)).toContainText('Công nhận đảng viên chính thức')
  const dossier = review.dossier(name)
  await expect(dossier).toContainText('Quyết định kết nạp số 101-QĐ/ĐU ngày 08/09/2025')
  await expect(dossier).toContainText('tròn thời gian dự bị ngày 25/09/2026')
  await expect(dossier).toContainText('Chi bộ xét')
  await expectGoodLook(above.page, 'review-recognition')
  await review.receive('9/10/2026', 'Ghi quyết định công nhận')
  await review.filter('Chờ quyết định')
  await review.act('Ghi quyết định công nhận').click()
  await review.field('Số quyết định').fill('161-QĐ/ĐU')
  await review.field('Ngày quyết định').fill('20/10/2026')
  await expect(review.field('Là đảng viên chính thức từ ngày')).toHaveValue('25/09/2026')
  await review.act('Ghi quyết định công nhận').click()
  await expect(above.page.getByText(`Đã ghi quyết định đối với ${name}`)).toBeVisible()
  // The card is the deciding office's to give, on the page of a case that another office keeps.
  await goTo(above.page, `/ho-so/${id}`)
  await above.page.getByRole('button', { name: 'Ghi thẻ đảng viên' }).click()
  const decider = lifeSteps(above.page)
  const card = decider.opened.dialog('Phát thẻ đảng viên')
  await decider.recorded(card, { 'Số thẻ đảng viên': '12.345678', 'Ngày phát thẻ': '7/11/2026' }, 'Ghi thẻ đảng viên')
  await exportTo(above, place.stick)
  await importFrom(below, place.stick)
  await opened.openMenu('Ghi ngày nhận quyết định')
  const receipt = opened.dialog('Ngày nhận quyết định')
  await expect(receipt.dialog).toBeVisible()
  await life.recorded(receipt, { 'Đơn vị nhận được quyết định ngày': '22/10/2026' }, 'Ghi ngày nhận')
  await expect(opened.meetings).toContainText('Thẻ đảng viên số 12.345678, phát ngày 07/11/2026')
  for (const office of [below, above]) await expectFullMember(office, id, 'RS-2025b')
})

test('RS-2026b: a committee that proposes and decides takes a person from the list to the card in one window', async ({
  place,
}) => {
  test.slow()
  const window = await openWithBranches(place, {
    today: '2027-10-20',
    capacities: ['proposes', 'decides'],
    decidingBody: 'Ban Thường vụ Đảng ủy xã Thi Sơn',
  })
  const { page, branch } = window
  const id = await register(page, branch, HOA)
  await callPort(page, 'helper.assign', { case: id, name: HELPER, from: '2025-06-02', officialDate: '2015-02-03' })
  const record = async (papers: readonly (readonly [paper: string, date: string, more?: object])[]) => {
    for (const [paper, date, more = {}] of papers)
      await callPort(page, 'paper.record', { case: id, paper, date, ...more })
  }
  await record([
    ['CN-NTVD', '2026-03-10'],
    ['1-KND', '2026-08-03'],
    ['2-KND', '2026-08-05'],
    ['TT-2-KND', '2026-08-20', { keeper: 'Văn phòng Đảng ủy' }],
    ['3-KND', '2026-08-25', { person: HELPER }],
    ['4-KND', '2026-08-26', { number: '4-NQ/ĐTN' }],
    ['5-KND', '2026-08-28'],
  ])
  // Both halves of the work are on the first page, and in the menu.
  const home = homePage(page)
  await home.open()
  await expect(home.block('Đề nghị kết nạp')).toBeVisible()
  await expect(home.block('Xét và quyết định')).toBeVisible()

  await goTo(page, `/ho-so/${id}`)
  const life = lifeSteps(page)
  const { opened } = life
  await life.branchVote('kết nạp', '7/9/2026', '12-NQ/CB')
  // No committee between, and nothing is sent anywhere: the next step is the decision.
  await expect(opened.next).toContainText('Cấp ủy có thẩm quyền quyết định')
  await life.decide('101-QĐ/ĐU', '21/9/2026')
  await expect(opened.meetings).toContainText('Quyết định số 101-QĐ/ĐU')
  await life.receive('23/9/2026')
  await life.ceremony('5/10/2026')
  await expect(opened.stage).toHaveText('Dự bị')
  await record([
    ['LL-HSDV', '2026-10-12'],
    ['PHIEU-HSDV', '2026-10-12'],
    ['CN-DVM', '2027-03-10'],
    ['10-KND', '2027-09-20'],
    ['11-KND', '2027-09-21'],
    ['12-KND', '2027-09-23'],
  ])
  await expect(opened.next).toContainText('Chi bộ xét, ra nghị quyết đề nghị công nhận')
  await life.branchVote('công nhận đảng viên chính thức', '6/10/2027', '15-NQ/CB')
  await expect(opened.next).toContainText('Cấp ủy có thẩm quyền quyết định công nhận')
  await life.decide('131-QĐ/ĐU', '12/10/2027')
  await life.receive('14/10/2027')
  await life.card('12.345678', '18/10/2027')
  await expect(opened.meetings).not.toContainText('Đảng ủy cơ sở họp')
  await expectFullMember(window, id, 'RS-2026b')
  expect((await callPort<{ bundles: unknown[] }>(page, 'bundle.history')).bundles).toEqual([])
})
