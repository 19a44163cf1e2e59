/** The way to admission beside papers and votes: through the windows of the keeper and of the deciding office. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { ClearLog } from '../../shared/contract/documents.ts'
import { skipLoudly } from '../support/skip-loudly.ts'
import { casePage } from './pages/case.ts'
import { reviewPage } from './pages/review.ts'
import { unitsPage } from './pages/units.ts'
import { expect, test } from './support/fixtures.ts'
import { expectGoodDialog, expectGoodLook } from './support/look.ts'
import { pdfText, readsPdf } from './support/paper.ts'
import { goTo } from './support/people.ts'
import { callPort } from './support/ready.ts'
import {
  addBranch,
  bothVote,
  buildDossier,
  exportTo,
  importFrom,
  openCommune,
  openCommuneAndDistrict,
  pairOffices,
  register,
  submit,
} from './support/seed.ts'
import type { OfficeWindow } from './support/window.ts'

test('notes, classes, the CV with its verification and opinions are recorded on the case page', async ({ place }) => {
  test.slow()
  const window = await openCommune(place)
  const { page } = window
  const id = await register(window, await addBranch(window))
  await callPort(page, 'helper.assign', { case: id, name: 'Trần Văn Bình', from: '2022-06-01' })
  await goTo(page, `/ho-so/${id}`)
  const opened = casePage(page)
  const help = page.getByRole('region', { name: 'Giúp đỡ, bồi dưỡng, nhận xét' })
  const resume = page.getByRole('region', { name: 'Lý lịch và thẩm tra' })

  await opened.openMenu('Thay hoặc thêm người giúp đỡ')
  const second = opened.dialog('Thay hoặc thêm người giúp đỡ')
  const inPlaceOf = second.dialog.getByRole('combobox', { name: 'Thay cho' })
  // More of the same person takes nobody's place; of anybody else it is asked, and nothing is chosen beforehand.
  await second.field('Họ và tên').fill('Trần Văn Bình')
  await expect(inPlaceOf).toHaveCount(0)
  await second.field('Họ và tên').fill('Lê Thị Cúc')
  await second.field('Giúp đỡ từ ngày').fill('1/6/2022')
  await expect(inPlaceOf).toHaveValue('')
  await second.button('Ghi phân công').click()
  await expect(inPlaceOf).toHaveAccessibleDescription(/Chưa nhập/)
  await second.choose('Thay cho', 'Không thay ai, cùng giúp đỡ và giới thiệu')
  await expectGoodDialog(page, 'nguoi-giup-do')
  await second.button('Ghi phân công').click()
  await expect(second.dialog).toBeHidden()
  await opened.openMenu('Thay hoặc thêm người giúp đỡ')
  await second.choose('Thay cho', 'Lê Thị Cúc')
  await second.field('Họ và tên').fill('Phạm Văn Dũng')
  await second.field('Giúp đỡ từ ngày').fill('1/9/2023')
  await second.button('Ghi phân công').click()
  await expect(second.dialog).toBeHidden()
  await expect(opened.history).toContainText('Phạm Văn Dũng, thay Lê Thị Cúc')

  await help.getByRole('button', { name: 'Ghi nhận xét' }).click()
  const note = opened.dialog('Nhận xét của đảng viên giúp đỡ')
  await expect(note.field('Đảng viên giúp đỡ')).toHaveValue('Phạm Văn Dũng')
  await note.field('Ngày').fill('15/12/2023')
  await note.dialog.getByRole('radio', { name: 'Cần cố gắng thêm' }).check()
  await note.button('Ghi nhận xét').click()
  await expect(note.field('Nội dung nhận xét')).toHaveAccessibleDescription(/Chưa nhập/)
  await note.field('Nội dung nhận xét').fill('Tích cực việc thôn, cần mạnh dạn phát biểu.')
  await note.button('Ghi nhận xét').click()
  await expect(note.dialog).toBeHidden()
  await expect(help.getByRole('list', { name: 'Nhận xét của đảng viên giúp đỡ' })).toContainText('Cần cố gắng thêm')

  await help.getByRole('button', { name: 'Đề nghị cử đi học' }).click()
  const nomination = opened.dialog('Đề nghị cử đi học')
  await nomination.field('Ngày đề nghị').fill('1/3/2023')
  await nomination.field('Ngày đề nghị').press('Enter')
  await expect(nomination.dialog).toBeHidden()
  await help.getByRole('button', { name: 'Ghi kết quả lớp' }).click()
  const result = opened.dialog('Kết quả lớp học')
  await result.field('Đến ngày').fill('20/4/2023')
  await result.button('Ghi kết quả').click()
  await expect(help.getByRole('list', { name: 'Lớp bồi dưỡng' })).toContainText('hoàn thành')

  await resume.getByRole('button', { name: 'Ghi lý lịch' }).click()
  const cv = opened.dialog('Nội dung lý lịch của người xin vào Đảng')
  await cv.field('Ngày khai lý lịch').fill('5/9/2023')
  for (const part of ['Đào tạo, bồi dưỡng', 'Đi nước ngoài', 'Khen thưởng', 'Kỷ luật'])
    await cv.dialog.getByRole('checkbox', { name: part, exact: true }).check()
  const relative = (place: number) => cv.dialog.getByRole('group', { name: `Người thân ${place}`, exact: true })
  const family = [
    ['Cha đẻ', 'Nguyễn Văn Nam', '1958'],
    ['Mẹ đẻ', 'Trần Thị Bé', '1960'],
    ['Anh, chị, em ruột', 'Nguyễn Văn Bắc', '1983'],
  ] as const
  for (const [place, [relation, name, year]] of family.entries()) {
    await cv.button('Thêm người thân').click()
    await relative(place + 1)
      .getByRole('combobox', { name: 'Quan hệ' })
      .click()
    await page.getByRole('option', { name: relation, exact: true }).click()
    await relative(place + 1)
      .getByRole('textbox', { name: 'Họ và tên' })
      .fill(name)
    await relative(place + 1)
      .getByRole('textbox', { name: 'Năm sinh' })
      .fill(year)
  }
  await relative(3).getByRole('checkbox', { name: 'Là đảng viên' }).check()
  await cv.button('Thêm quá trình').click()
  const period = cv.dialog.getByRole('group', { name: 'Quá trình 1' })
  await period.getByRole('textbox', { name: 'Từ', exact: true }).fill('9/2004')
  await cv.button('Ghi lý lịch').click()
  await expect(period.getByRole('textbox', { name: 'Làm gì' })).toHaveAccessibleDescription(/Chưa nhập/)
  await period.getByRole('textbox', { name: 'Làm gì' }).fill('Đi học, làm ruộng')
  await expectGoodLook(page, 'way-resume')
  await cv.button('Ghi lý lịch').click()
  await expect(cv.dialog).toBeHidden()
  await expect(resume.getByRole('list', { name: 'Người thân trong lý lịch' })).toContainText('Nguyễn Văn Bắc')

  await resume.getByRole('button', { name: 'Đóng dấu giáp lai' }).click()
  const seal = opened.dialog('Đóng dấu giáp lai lý lịch')
  await seal.field('Ngày đóng dấu').fill('6/9/2023')
  await seal.field('Người đóng dấu').fill('Trần Thị Hồng Nhung')
  await seal.button('Ghi đóng dấu').click()
  await expect(resume).toContainText('Đóng dấu giáp lai ngày 06/09/2023')

  await resume.getByRole('button', { name: 'Đề nghị thẩm tra' }).click()
  const request = opened.dialog('Đề nghị thẩm tra lý lịch')
  await request.dialog.getByRole('checkbox', { name: 'Cha đẻ Nguyễn Văn Nam' }).check()
  await request.field('Nơi thẩm tra').fill('Đảng ủy xã Ba Sao')
  await request.field('Ngày gửi').fill('10/9/2023')
  await request.button('Ghi đề nghị').click()
  await expect(request.dialog).toBeHidden()
  await resume.getByRole('button', { name: /^Ghi ngày nhận/ }).click()
  const received = opened.dialog('Nơi thẩm tra nhận được đề nghị')
  await received.field('Ngày nhận được').fill('14/9/2023')
  await received.field('Ngày nhận được').press('Enter')
  await expect(received.dialog).toBeHidden()
  await expect(opened.finding(/Đảng ủy xã Ba Sao.*đến nay chưa có trả lời/)).toBeVisible()
  await resume.getByRole('button', { name: /^Ghi trả lời/ }).click()
  const answer = opened.dialog('Trả lời thẩm tra lý lịch')
  await answer.field('Ngày trả lời').fill('20/10/2023')
  await answer.button('Ghi trả lời').click()
  await expect(answer.dialog).toBeHidden()
  await expect(resume).toContainText('Rõ ràng, đúng với lý lịch')
  await expect(opened.finding(/Mẹ đẻ Trần Thị Bé: chưa đề nghị thẩm tra/)).toBeVisible()

  await resume.getByRole('button', { name: 'Không phải thẩm tra lại' }).click()
  const waiver = opened.dialog('Người không phải thẩm tra lại')
  await waiver.choose('Người không phải thẩm tra lại', 'Mẹ đẻ Trần Thị Bé')
  await waiver.choose('Người thân là đảng viên làm căn cứ', 'Anh, chị, em ruột Nguyễn Văn Bắc')
  await waiver.field('Ngày xác định').fill('10/9/2023')
  await waiver.button('Ghi không phải thẩm tra').click()
  await expect(waiver.dialog).toBeHidden()
  await expect(opened.finding(/Trần Thị Bé: chưa đề nghị thẩm tra/)).toHaveCount(0)

  await help.getByRole('button', { name: 'Ghi ý kiến' }).click()
  const opinion = opened.dialog('Ý kiến nhận xét')
  await opinion.choose('Loại tổ chức', 'Hội Nông dân')
  await opinion.field('Tên tổ chức').fill('Hội Nông dân xã Đồng Hóa')
  await opinion.field('Ngày').fill('20/12/2023')
  await opinion.field('Nội dung nhận xét').fill('Hội viên gương mẫu, con ông Nguyễn Văn Nam, số 035 185 001 234.')
  await opinion.button('Ghi ý kiến').click()
  await expect(help.getByRole('list', { name: 'Ý kiến nhận xét' })).toContainText('Hội viên gương mẫu')
  await expect(opened.finding(/chưa có ý kiến của chi ủy \(chi bộ\) nơi cư trú/)).toBeVisible()
  await expectGoodLook(page, 'way-case')
  await callPort(page, 'candidate.correct', { case: id, change: { set: { religion: 'Phật giáo' } }, reason: 'Bổ sung' })
  await expect(opened.facts).toContainText('Phật giáo')
  const { least, whole } = await saveOnPaper(window, place.folder)
  if (!skipLoudly(!readsPdf, 'way.e2e.ts: without pdftotext a printed case is not searched'))
    expectGuarded(pdfText(least), pdfText(whole))
})

/** Saves a case as PDF as it is offered, and with all that may be chosen beside. @returns the two files */
async function saveOnPaper(
  { page, answer }: OfficeWindow,
  folder: string,
): Promise<{ readonly least: string; readonly whole: string }> {
  const saved = async (name: string) => {
    const file = join(folder, name)
    answer(file)
    await printing.getByRole('button', { name: 'Lưu thành PDF' }).click()
    await expect.poll(() => existsSync(file)).toBe(true)
    await expect(printing.getByRole('status')).toContainText('Tệp vừa lưu không mã hóa')
    return file
  }
  await page.getByRole('button', { name: 'In', exact: true }).click()
  const printing = page.getByRole('dialog', { name: 'In: Hồ sơ Nguyễn Thị Hòa' })
  await printing.getByRole('textbox', { name: 'Mục đích sử dụng' }).fill('Họp chi bộ')
  await expectGoodDialog(page, 'case-print')
  const least = await saved('ho-so.pdf')
  const ticks = ['Kèm số định danh cá nhân', 'Kèm tôn giáo', 'Kèm người thân khai trong lý lịch']
  for (const tick of ticks) await printing.getByRole('checkbox', { name: tick }).check()
  const whole = await saved('ho-so-du.pdf')
  const { rows } = await callPort<ClearLog>(page, 'clear.list', {})
  expect(rows.map(({ what, include, why }) => [what, include.length, why])).toEqual([
    ['case', 3, 'Họp chi bộ'],
    ['case', 0, 'Họp chi bộ'],
  ])
  await printing.press('Escape')
  return { least, whole }
}

/** A case goes to paper without identity number, religion and relatives, and with each of them only where it is chosen. */
function expectGuarded(least: string, whole: string): void {
  for (const text of [least, whole]) expect(text).toContain('Nguyễn Thị Hòa')
  expect(least).not.toMatch(/035185001234|035 185|Tôn giáo|Phật giáo|Nguyễn Văn Nam|Trần Thị Bé|Nguyễn Văn Bắc/u)
  expect(least).toContain('Bản in này không kèm số định danh cá nhân, tôn giáo và người thân.')
  for (const said of [
    /035185001234/u,
    /Phật giáo/u,
    /Cha đẻ: Nguyễn Văn Nam/u,
    /con ông Nguyễn Văn Nam, số 035 185 001 234/u,
    /Trần Thị Bé/u,
  ])
    expect(whole).toMatch(said)
  expect(whole).not.toContain('Bản in này không kèm')
}

test('a vote that fell short is reported; then the branch may consider the person again', async ({ place }) => {
  const window = await openCommune(place)
  const { page } = window
  const id = await register(window, await addBranch(window))
  await buildDossier(window, id)
  await callPort(page, 'dossier.recordBranchVote', {
    case: id,
    date: '2024-01-15',
    official: 9,
    probationary: 0,
    excluded: 0,
    presentOfficial: 9,
    presentProbationary: 0,
    absences: [],
    method: 'ballot',
    agree: 5,
    disagree: 4,
    blank: 0,
  })
  await goTo(page, `/ho-so/${id}`)
  const opened = casePage(page)
  await expect(opened.next).toContainText('Báo cáo việc không đủ tỷ lệ tán thành')
  await opened.doNext.click()
  const report = opened.dialog('Báo cáo việc không đủ tỷ lệ tán thành')
  await report.field('Ngày báo cáo').fill('18/1/2024')
  await report.field('Số công văn').fill('07-CV/ĐU')
  await report.button('Ghi báo cáo').click()
  await expect(report.dialog).toBeHidden()
  await expect(page.getByRole('list', { name: 'Báo cáo không đủ tỷ lệ tán thành' })).toContainText('5 trên 9 tán thành')
  await expect(opened.next).toContainText('Chi bộ họp xét, ra nghị quyết')
})

test('the list of a branch is reviewed each month, with who goes and why', async ({ place }) => {
  const window = await openCommune(place)
  const { page } = window
  const unit = await addBranch(window)
  await register(window, unit)
  await register(window, unit, { name: 'Trần Văn Khánh', birth: '2001-02-03' })
  const units = unitsPage(page)
  await units.open()
  await units.unit('Chi bộ thôn Đồng Sơn').click()
  await expect(page.getByText('Chưa ghi lần rà soát nào.')).toBeVisible()
  await units.button('Ghi rà soát').click()
  const title = 'Rà soát danh sách hằng tháng'
  const people = units.dialog(title).getByRole('group', { name: 'Người trong danh sách' })
  await expect(people.getByRole('checkbox')).toHaveCount(2)
  const byName = people.getByRole('textbox', { name: 'Tìm theo họ tên' })
  await byName.fill('Khánh')
  await expect(people.getByRole('checkbox')).toHaveCount(1)
  // Enter looks for people and records nothing.
  await byName.press('Enter')
  await people.getByRole('checkbox', { name: /^Trần Văn Khánh, sinh năm 2001/ }).check()
  // Whoever goes stays in sight, whatever the list is narrowed to.
  await byName.fill('không có ai')
  await expect(people.getByRole('checkbox')).toHaveCount(1)
  await byName.fill('')
  await expect(people.getByRole('checkbox')).toHaveCount(2)
  await units.submit(title, 'Ghi rà soát').click()
  const reason = units.field(title, 'Lý do đưa Trần Văn Khánh ra khỏi danh sách')
  await expect(reason).toHaveAccessibleDescription(/Chưa (ghi lý do|nhập)/)
  await expect(reason).toBeFocused()
  await reason.fill('Chuyển đi làm ăn xa')
  await units.field(title, 'Số nghị quyết').fill('02-NQ/CB')
  await expectGoodLook(page, 'way-review-list')
  await units.submit(title, 'Ghi rà soát').click()
  await expect(units.dialog(title)).toBeHidden()
  const done = page.getByRole('list', { name: 'Các lần rà soát' })
  await expect(done).toContainText('Tháng 01/2024')
  await expect(done).toContainText('1 người trong danh sách, thêm 2, đưa ra 1')
})

test('the deciding office holds, agrees and lengthens; the keeper sees it after the exchange', async ({ place }) => {
  test.slow()
  const { commune, district } = await openCommuneAndDistrict(place)
  await pairOffices(commune, district)
  const id = await register(commune, await addBranch(commune))
  await buildDossier(commune, id)
  await callPort(commune.page, 'opinion.record', {
    case: id,
    organisation: 'residence',
    name: 'Chi bộ thôn Đồng Sơn',
    date: '2023-12-20',
    summary: 'Gia đình văn hóa.',
  })
  await bothVote(commune, id)
  await submit(commune, id)
  await exportTo(commune, place.stick)
  await importFrom(district, place.stick)

  const review = reviewPage(district.page)
  await review.open()
  await expect(district.page.getByRole('region', { name: 'Ý kiến nhận xét' })).toContainText('Gia đình văn hóa.')
  await review.act('Ghi kết quả thẩm định').click()
  await district.page.getByRole('radio', { name: 'Để lại để thẩm tra' }).check()
  await review.act('Ghi kết quả').click()
  await expect(district.page.getByRole('textbox', { name: 'Nội dung cần thẩm tra' })).toHaveAccessibleDescription(
    /Chưa nhập/,
  )
  await district.page.getByRole('textbox', { name: 'Nội dung cần thẩm tra' }).fill('Thẩm tra thêm bên ngoại')
  await review.act('Ghi kết quả').click()
  await expect(district.page.getByText('Thẩm tra thêm bên ngoại')).toBeVisible()
  await review.act('Gia hạn quyết định').click()
  await district.page.getByRole('textbox', { name: 'Lý do' }).fill('Chờ kết quả thẩm tra')
  await review.act('Ghi gia hạn').click()
  await expect(district.page.getByText(/được gia hạn ngày 29\/01\/2024: Chờ kết quả thẩm tra/)).toBeVisible()
  await expectGoodLook(district.page, 'way-review')

  await exportTo(district, place.stick)
  await importFrom(commune, place.stick)
  await goTo(commune.page, `/ho-so/${id}`)
  await expect(casePage(commune.page).submissions).toContainText('để lại để thẩm tra')
})
