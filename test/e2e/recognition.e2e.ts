/**
 * The second half of a life, through the window: the decision that came on paper, the ceremony, probation, recognition, the
 * card; and the ways that leave it: a move, a striking off, a death with its report; and recognition at the committee that
 * decides.
 */
import { casePage } from './pages/case.ts'
import { reviewPage } from './pages/review.ts'
import { expect, test } from './support/fixtures.ts'
import { expectGoodLook } from './support/look.ts'
import { goTo } from './support/people.ts'
import { callPort, foundReady } from './support/ready.ts'
import {
  addBranch,
  exportTo,
  importFrom,
  openCommuneAndDistrict,
  pairOffices,
  submittedDossier,
} from './support/seed.ts'
import type { OfficeWindow } from './support/window.ts'

const NAME = 'Nguyễn Thị Hòa'
const CERTIFICATE = 'Giấy chứng nhận học lớp bồi dưỡng đảng viên mới'
const VOTE = {
  official: 9,
  probationary: 1,
  excluded: 0,
  presentOfficial: 9,
  presentProbationary: 1,
  absences: [],
  method: 'ballot',
  agree: 9,
  disagree: 0,
  blank: 0,
}

/** Founds a commune on a late day with a dossier that was sent in January 2024. */
async function communeWithDossier(window: OfficeWindow): Promise<string> {
  await foundReady(window, { name: 'Đảng ủy xã Đồng Hóa', code: 'dong-hoa', capacities: ['proposes'] })
  const unit = await addBranch(window)
  await callPort(window.page, 'unit.recordMembers', {
    id: unit,
    count: { date: '2023-12-31', official: 9, probationary: 1, excluded: 0 },
  })
  return submittedDossier(window, unit)
}

/** Takes a case on to probation through the port; the ceremony is on 19/02/2024. */
async function toProbation({ page }: OfficeWindow, id: string, number = '345-QĐ/HU'): Promise<void> {
  const body = 'Ban Thường vụ Huyện ủy'
  const decision = { case: id, outcome: 'admit', number, date: '2024-02-01', body, onPaper: true }
  await callPort(page, 'decision.record', decision)
  await callPort(page, 'decision.recordReceipt', { case: id, date: '2024-02-05' })
  await callPort(page, 'ceremony.record', { case: id, date: '2024-02-19', helper: { name: 'Trần Văn Bình' } })
  for (const paper of ['LL-HSDV', 'PHIEU-HSDV'])
    await callPort(page, 'paper.record', { case: id, paper, date: '2024-02-25' })
}

test('from the decision to the card, as the clerk of a commune records it', async ({ place }) => {
  test.slow()
  const window = await place.open('dong-hoa', '2025-06-20')
  const { page } = window
  const id = await communeWithDossier(window)
  await goTo(page, `/ho-so/${id}`)
  const opened = casePage(page)

  await opened.doNext.click()
  await page.getByRole('button', { name: /^Đã có quyết định/ }).click()
  const decision = opened.dialog(/^Quyết định/)
  await decision.field('Số quyết định').fill('345-QĐ/HU')
  await decision.field('Ngày quyết định').fill('1/2/2024')
  await decision.button('Ghi quyết định').click()
  await expect(decision.dialog).toBeHidden()

  await opened.doNext.click()
  const receipt = opened.dialog('Ngày nhận quyết định')
  await receipt.field('Đơn vị nhận được quyết định ngày').fill('5/2/2024')
  await receipt.button('Ghi ngày nhận').click()
  await expect(receipt.dialog).toBeHidden()
  await opened.doNext.click()
  const ceremony = opened.dialog('Lễ kết nạp')
  await ceremony.field('Ngày tổ chức').fill('19/2/2024')
  await ceremony.button('Ghi lễ kết nạp').click()
  await expect(ceremony.dialog).toBeHidden()

  await expect(opened.stage).toHaveText('Dự bị')
  await expect(opened.meetings).toContainText('Tròn thời gian dự bị ngày 19/02/2025')
  await expect(opened.meetings).toContainText('Tuổi đảng tính từ ngày 01/02/2024')
  await expect(opened.next).toContainText('Học lớp bồi dưỡng đảng viên mới')
  await expect(opened.finding(/Hạn chi bộ xét công nhận/)).toBeVisible()
  await expectGoodLook(page, 'probation')

  for (const [paper, date] of [
    [CERTIFICATE, '10/10/2024'],
    ['Bản tự kiểm điểm của đảng viên dự bị', '10/2/2025'],
    ['Bản nhận xét đảng viên dự bị', '12/2/2025'],
  ] as const) {
    await opened.doNext.click()
    const form = opened.dialog(paper)
    await form.field('Ngày của giấy tờ').fill(date)
    await form.button('Ghi giấy tờ').click()
    await expect(form.dialog).toBeHidden()
  }
  await opened.doNext.click()
  const opinions = opened.dialog(/^Tổng hợp ý kiến nhận xét/)
  await opinions.field('Ngày của giấy tờ').fill('14/2/2025')
  await opinions.button('Ghi giấy tờ').click()
  await expect(opinions.dialog).toBeHidden()
  for (const paper of ['Lý lịch đảng viên', 'Phiếu đảng viên']) {
    await opened
      .paper(paper)
      .getByRole('button', { name: `Ghi ${paper}` })
      .click()
    const form = opened.dialog(paper)
    await form.field('Ngày của giấy tờ').fill('25/2/2024')
    await form.button('Ghi giấy tờ').click()
    await expect(form.dialog).toBeHidden()
  }

  // A day too early is recorded as it was, and said so; taken back, the right day leaves nothing to say.
  const recordVote = async (date: string) => {
    await opened.doNext.click()
    const vote = opened.dialog('Cuộc họp chi bộ xét công nhận đảng viên chính thức')
    await expect(vote.field('Chính thức')).toHaveValue('9')
    await vote.field('Ngày họp').fill(date)
    await vote.field('Chính thức có mặt').fill('9')
    await vote.field('Dự bị có mặt').fill('1')
    await vote.field('Tán thành').fill('9')
    await vote.field('Số nghị quyết').fill('07-NQ/CB')
    await vote.field('Ngày nghị quyết').fill(date)
    await expect(vote.dialog.getByRole('status', { name: 'Kết quả tính' })).toContainText('Cần ít nhất 6 trên 9')
    if (date.startsWith('20')) await expectGoodLook(page, 'recognition-vote')
    await vote.button('Ghi cuộc họp').click()
    await expect(vote.dialog).toBeHidden()
  }
  await recordVote('18/2/2025')
  await expect(opened.finding(/khi chưa hết thời gian dự bị/)).toBeVisible()
  await opened.undo.click()
  await expect(opened.stage).toHaveText('Dự bị')
  await recordVote('20/2/2025')
  await expect(opened.finding(/khi chưa hết thời gian dự bị/)).toBeHidden()
  await expect(opened.stage).toHaveText('Công nhận')

  await opened.doNext.click()
  const committee = opened.dialog('Cuộc họp đảng ủy cơ sở xét công nhận đảng viên chính thức')
  await committee.field('Ngày họp').fill('24/2/2025')
  await committee.field('Tổng số cấp ủy viên').fill('15')
  await committee.field('Có mặt').fill('15')
  await committee.field('Tán thành').fill('15')
  await committee.field('Số nghị quyết').fill('21-NQ/ĐU')
  await committee.field('Ngày nghị quyết').fill('24/2/2025')
  await committee.button('Ghi cuộc họp').click()
  await expect(committee.dialog).toBeHidden()
  await opened.doNext.click()
  const submit = opened.dialog('Gửi hồ sơ công nhận đảng viên chính thức')
  await submit.field('Ngày gửi').fill('25/2/2025')
  await submit.button('Gửi hồ sơ').click()
  await expect(submit.dialog).toBeHidden()
  await expect(opened.submissions).toContainText('công nhận đảng viên chính thức')

  await opened.openMenu('Ghi trả lời theo văn bản giấy')
  await page.getByRole('button', { name: /^Đã có quyết định/ }).click()
  const recognition = opened.dialog(/^Quyết định: công nhận đảng viên chính thức/)
  await recognition.field('Số quyết định').fill('61-QĐ/HU')
  await recognition.field('Ngày quyết định').fill('10/3/2025')
  await expect(recognition.field('Là đảng viên chính thức từ ngày')).toHaveValue('19/02/2025')
  await expectGoodLook(page, 'recognition-decision')
  await recognition.button('Ghi quyết định').click()
  await expect(recognition.dialog).toBeHidden()
  await expect(opened.stage).toHaveText('Chính thức')

  await opened.doNext.click()
  await receipt.field('Đơn vị nhận được quyết định ngày').fill('12/3/2025')
  await receipt.button('Ghi ngày nhận').click()
  await expect(receipt.dialog).toBeHidden()
  await opened.doNext.click()
  const card = opened.dialog(/^Phát thẻ đảng viên/)
  await card.field('Số thẻ đảng viên').fill('12.345678')
  await card.field('Ngày phát thẻ').fill('1/3/2025')
  await card.button('Ghi thẻ đảng viên').click()
  await expect(card.alert).toContainText('10/03/2025')
  await card.field('Ngày phát thẻ').fill('19/5/2025')
  await card.button('Ghi thẻ đảng viên').click()
  await expect(card.dialog).toBeHidden()
  await expect(opened.meetings).toContainText('Thẻ đảng viên số 12.345678, phát ngày 19/05/2025')
  await expect(opened.meetings.getByRole('region', { name: 'Công nhận đảng viên chính thức' })).toContainText(
    '61-QĐ/HU',
  )
  await expectGoodLook(page, 'card-issued')
})

test('a move, a striking off and a death each have their form and their end', async ({ place }) => {
  test.slow()
  const window = await place.open('dong-hoa', '2024-09-20')
  const { page } = window
  const moved = await communeWithDossier(window)
  await toProbation(window, moved)
  const unit = await addBranch(window, 'Chi bộ thôn Bút Sơn')
  const struck = await submittedDossier(window, unit, { name: 'Lê Thị Ánh', birth: '1991-03-02' })
  await toProbation(window, struck, '346-QĐ/HU')
  const dead = await submittedDossier(window, unit, { name: 'Trần Văn Đức', birth: '1990-02-01' })
  await toProbation(window, dead, '347-QĐ/HU')
  const opened = casePage(page)

  await goTo(page, `/ho-so/${moved}`)
  await opened.openMenu('Chuyển sinh hoạt đảng')
  const move = opened.dialog('Chuyển sinh hoạt đảng')
  await move.field('Nơi chuyển đến').fill('Đảng ủy thị trấn Quế')
  await move.field('Số giấy giới thiệu').fill('05-GT/ĐU')
  await move.field('Ngày chuyển').fill('3/6/2024')
  await expectGoodLook(page, 'transfer')
  await move.button('Ghi việc chuyển').click()
  await expect(move.dialog).toBeHidden()
  await expect(opened.finding(/chưa ghi ngày trình/)).toBeVisible()
  await page.getByRole('button', { name: /Hoàn thành việc chuyển sinh hoạt đảng|Ghi tiếp việc chuyển/ }).click()
  const onward = opened.dialog(/^Chuyển sinh hoạt đảng theo giấy/)
  await onward.field('Ngày trình giấy tại nơi chuyển đến').fill('10/6/2024')
  await onward.field('Ngày hoàn thành chuyển sinh hoạt').fill('20/6/2024')
  await onward.button('Cập nhật').click()
  await expect(onward.dialog).toBeHidden()
  await expect(page.getByRole('alert').filter({ hasText: 'Chuyển đi nơi khác' })).toBeVisible()

  await goTo(page, `/ho-so/${struck}`)
  await opened.openMenu('Đề nghị xóa tên đảng viên dự bị')
  const vote = opened.dialog('Cuộc họp chi bộ xét xóa tên khỏi danh sách đảng viên dự bị')
  await vote.field('Ngày họp').fill('2/9/2024')
  for (const [field, value] of [
    ['Chính thức', '9'],
    ['Dự bị', '1'],
    ['Chính thức có mặt', '9'],
    ['Dự bị có mặt', '1'],
    ['Tán thành', '9'],
  ] as const)
    await vote.field(field).fill(value)
  await vote.button('Ghi cuộc họp').click()
  await expect(vote.dialog).toBeHidden()
  await expect(opened.next).toContainText('Đảng ủy cơ sở họp xét việc xóa tên')
  await expectGoodLook(page, 'removal')

  await goTo(page, `/ho-so/${dead}`)
  await opened.openMenu('Từ trần, ra khỏi Đảng')
  const ending = opened.dialog('Từ trần, ra khỏi Đảng')
  await ending.field('Ngày').fill('1/7/2024')
  await ending.button('Ghi kết thúc').click()
  await expect(ending.dialog).toBeHidden()
  await expect(opened.finding(/đến nay chưa báo/)).toBeVisible()
  await opened.doNext.click()
  const report = opened.dialog('Phiếu báo đảng viên từ trần, ra khỏi Đảng')
  await expect(report.field('Ngày từ trần')).toHaveValue('01/07/2024')
  await report.field('Ngày báo lên cấp trên').fill('10/7/2024')
  await report.button('Ghi phiếu báo').click()
  await expect(report.dialog).toBeHidden()
  await expect(opened.finding(/đến nay chưa báo/)).toBeHidden()
})

test('the committee that decides takes a dossier of recognition in, returns it, and decides', async ({ place }) => {
  test.slow()
  const { commune, district } = await openCommuneAndDistrict(place, '2025-03-20')
  await pairOffices(commune, district)
  const id = await submittedDossier(commune, await addBranch(commune))
  await exportTo(commune, place.stick)
  await importFrom(district, place.stick)
  const body = 'Ban Thường vụ Huyện ủy'
  await callPort(district.page, 'decision.record', {
    case: id,
    outcome: 'admit',
    number: '345-QĐ/HU',
    date: '2024-02-01',
    body,
  })
  await exportTo(district, place.stick)
  await importFrom(commune, place.stick)
  const { page: below } = commune
  await callPort(below, 'decision.recordReceipt', { case: id, date: '2024-02-05' })
  await callPort(below, 'ceremony.record', { case: id, date: '2024-02-19', helper: { name: 'Trần Văn Bình' } })
  for (const paper of ['LL-HSDV', 'PHIEU-HSDV', 'CN-DVM', '10-KND', '11-KND', '12-KND'])
    await callPort(below, 'paper.record', { case: id, paper, date: '2025-02-14' })
  const matter = 'recognition'
  await callPort(below, 'dossier.recordBranchVote', { case: id, matter, date: '2025-02-20', ...VOTE })
  const counts = { members: 15, present: 15, agree: 15, disagree: 0, blank: 0 }
  await callPort(below, 'dossier.recordCommitteeVote', { case: id, matter, date: '2025-02-24', ...counts })
  const submit = { case: id, matter, date: '2025-02-25' }
  await callPort(below, 'dossier.submit', submit)
  await exportTo(commune, place.stick)
  await importFrom(district, place.stick)

  const { page } = district
  const review = reviewPage(page)
  await review.open()
  await expect(review.inQueue(NAME)).toContainText('Công nhận đảng viên chính thức')
  const dossier = review.dossier(NAME)
  await expect(dossier).toContainText('Quyết định kết nạp số 345-QĐ/HU ngày 01/02/2024')
  await expect(dossier).toContainText('tròn thời gian dự bị ngày 19/02/2025')
  await expect(dossier).toContainText('Chi bộ xét')
  await expectGoodLook(page, 'review-recognition')
  await review.act('Tiếp nhận hồ sơ').click()
  await review.field('Ngày tiếp nhận').fill('27/2/2025')
  await review.act('Tiếp nhận').click()
  await review.filter('Chờ quyết định')
  await review.act('Ghi quyết định công nhận').click()
  await review.field('Số quyết định').fill('61-QĐ/HU')
  await review.field('Ngày quyết định').fill('10/3/2025')
  await expect(review.field('Là đảng viên chính thức từ ngày')).toHaveValue('19/02/2025')
  await review.act('Ghi quyết định công nhận').click()
  await expect(page.getByText(`Đã ghi quyết định đối với ${NAME}`)).toBeVisible()
  await callPort(page, 'card.issue', { case: id, number: '12.345678', date: '2025-03-19' })
  await exportTo(district, place.stick)
  await importFrom(commune, place.stick)
  expect(await callPort(below, 'case.get', { case: id })).toMatchObject({ stage: 'cardIssued' })
})
