/**
 * The ways that leave probation, through the window: a move, a striking off, and a death with its report. The way to
 * recognition itself is walked in `whole-life.e2e.ts`.
 */
import { casePage } from './pages/case.ts'
import { expect, test } from './support/fixtures.ts'
import { expectGoodLook } from './support/look.ts'
import { goTo } from './support/people.ts'
import { callPort } from './support/ready.ts'
import { addBranch, openCommune, submittedDossier } from './support/seed.ts'
import type { OfficeWindow } from './support/window.ts'

/** A dossier that was sent in January 2024. */
async function dossierOfJanuary(window: OfficeWindow): Promise<string> {
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

test('a move, a striking off and a death each have their form and their end', async ({ place }) => {
  test.slow()
  const window = await openCommune(place, '2024-09-20')
  const { page } = window
  const moved = await dossierOfJanuary(window)
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
