/**
 * A year of two offices in their windows, with a stick between them: two people are put forward for a class, come back with
 * certificates, and stand in dossiers; one dossier is returned item by item and supplemented; a meeting decides on both;
 * one of the two is admitted; and both offices read the same report of the year.
 */
import { PRIVATE } from '../../shared/reports/report.ts'
import { REPORT_LINES } from '../../shared/words/reports.ts'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DIRECTIVE } from '../support/follow.ts'
import { BRANCH_VOTE, COMMITTEE_VOTE, HOA } from '../support/journey.ts'
import { candidatesPage } from './pages/candidates.ts'
import { classesPage } from './pages/classes.ts'
import { exchangePage } from './pages/exchange.ts'
import { homePage } from './pages/home.ts'
import { lifeSteps } from './pages/life.ts'
import { meetingsPage } from './pages/meetings.ts'
import { reportsPage } from './pages/reports.ts'
import { reviewPage } from './pages/review.ts'
import { fillForms } from './support/fill-form.ts'
import { expect, test, type Place } from './support/fixtures.ts'
import { confirmingForm } from './support/follow-up-forms.ts'
import { expectGoodDialog, expectGoodLook } from './support/look.ts'
import { goTo } from './support/people.ts'
import { callPort } from './support/ready.ts'
import {
  addBranch,
  exportTo,
  importFrom,
  openCommuneAndDistrict,
  pairOffices,
  recordPaper,
  register,
} from './support/seed.ts'
import type { OfficeWindow } from './support/window.ts'

/** Late enough for every act of the year, so that each window stands open once. */
const TODAY = '2024-12-30'
const ANH = { name: 'Lê Thị Ánh', birth: '1991-03-02', sex: 'female', education: 'upperSecondary' } as const
const CERTIFICATE = 'Giấy chứng nhận học lớp bồi dưỡng nhận thức về Đảng'

test('two offices go through a year: class, certificate, dossier, return, meeting, decision, ceremony, one report', async ({
  place,
}) => {
  test.slow()
  const { commune, district } = await openCommuneAndDistrict(place, TODAY)
  await pairOffices(commune, district)
  const carry = carrier(place)
  const unit = await addBranch(commune)
  await callPort(commune.page, 'unit.recordMembers', {
    id: unit,
    count: { date: '2023-12-31', official: 9, probationary: 1, excluded: 0 },
  })
  const [hoa, anh] = [await register(commune, unit), await register(commune, unit, ANH)]
  const { office } = await callPort<{ office: string }>(commune.page, 'office.get')
  await callPort(district.page, 'target.set', { year: 2024, office, number: 2, paper: { number: '12-KH/HU' } })
  const life = lifeSteps(commune.page)
  const { opened } = life
  const [below, above] = [homePage(commune.page), homePage(district.page)]

  await test.step('the commune puts two people forward for the class', async () => {
    const list = candidatesPage(commune.page)
    await goTo(commune.page, '/nguon')
    await list.tick(HOA.name).check()
    await list.tick(ANH.name).check()
    await list.selection.getByRole('button', { name: 'Cử đi học lớp bồi dưỡng' }).click()
    await life.recorded(opened.dialog('Cử 2 người đi học lớp bồi dưỡng'), { 'Ngày cử': '5/1/2024' }, 'Ghi cử đi học')
  })
  await carryByHand(place, commune, district, 1)

  await test.step('the district opens the class by decision, holds it and gives certificates', () =>
    holdClass(district))
  await carryByHand(place, district, commune, 2)

  await test.step('the certificate stands in the case; the dossier is completed and sent', async () => {
    await goTo(commune.page, `/ho-so/${hoa}`)
    await expect(opened.paper(CERTIFICATE)).toContainText('02/CN')
    await expect(opened.paper(CERTIFICATE)).toContainText('19/01/2024')
    for (const id of [hoa, anh]) await buildDossier(commune, id)
    await vote(commune, hoa, '12-NQ/CB', '34-NQ/ĐU')
    // A number that the branch has used is said while it can still be looked up, and is no hindrance.
    await goTo(commune.page, `/ho-so/${anh}`)
    await expect(opened.heading(ANH.name)).toBeVisible()
    await opened.openMenu('Ghi cuộc họp chi bộ')
    const meeting = opened.dialog('Cuộc họp chi bộ xét kết nạp')
    const day = { 'Ngày họp': '20/3/2024', 'Chính thức có mặt': '9', 'Dự bị có mặt': '1', 'Tán thành': '9' }
    for (const [label, value] of Object.entries(day)) await meeting.field(label).fill(value)
    await meeting.field('Số nghị quyết').fill('12-NQ/CB')
    await expect(meeting.dialog.getByRole('status').filter({ hasText: 'Số này đã dùng' })).toBeVisible()
    await meeting.field('Số nghị quyết').fill('13-NQ/CB')
    await expect(meeting.dialog.getByRole('status').filter({ hasText: 'Số này đã dùng' })).toBeHidden()
    await life.recorded(meeting, { 'Ngày nghị quyết': '20/3/2024' }, 'Ghi cuộc họp')
    await vote(commune, anh, null, '35-NQ/ĐU')
    await callPort(commune.page, 'dossier.submit', { case: anh, date: '2024-03-27' })
    await goTo(commune.page, `/ho-so/${hoa}`)
    await expect(opened.heading(HOA.name)).toBeVisible()
    await life.submit('Gửi hồ sơ lên cấp ủy có thẩm quyền', '27/3/2024')
  })
  await carry(commune, district)

  const review = reviewPage(district.page)
  await test.step('the district takes it in and returns it item by item', async () => {
    await review.open()
    await review.inQueue(HOA.name).click()
    await expect(review.dossier(HOA.name)).toBeVisible()
    await review.act('Tiếp nhận hồ sơ').click()
    await review.field('Ngày tiếp nhận').fill('28/03/2024')
    await review.act('Tiếp nhận').click()
    // The act leads on to the next dossier, and only then is one chosen.
    await expect(review.dossier(ANH.name)).toBeVisible()
    await review.inQueue(HOA.name).click()
    await expect(review.act('Tiếp nhận hồ sơ')).toBeHidden()
    await review.act('Trả lại để bổ sung').click()
    await review.field('Ngày trả lại').fill('29/03/2024')
    await review.field('Nội dung ý kiến').first().fill('Giấy giới thiệu chưa ghi ngày vào Đảng chính thức')
    await review.act('Thêm ý kiến').click()
    await review.field('Nội dung ý kiến').last().fill('Đánh số trang hồ sơ')
    await review.act('Trả lại').click()
    await expect(district.page.getByText(`Đã ghi trả lại hồ sơ của ${HOA.name}`)).toBeVisible()
    await callPort(district.page, 'directive.issue', DIRECTIVE)
  })
  await carry(district, commune)

  await test.step('the commune says that it has read the directive, reads the remarks, supplements and sends again', async () => {
    await fillForms(commune.page, [confirmingForm(`Chỉ thị số ${DIRECTIVE.number}`)])
    await commune.page.keyboard.press('Escape')
    await expect(commune.page.getByRole('dialog')).toBeHidden()
    await below.open()
    await expect(below.block('Đề nghị kết nạp')).toContainText('Bổ sung hồ sơ được trả lại')
    await below.block('Đề nghị kết nạp').getByRole('link', { name: HOA.name, exact: true }).click()
    await expect(opened.heading(HOA.name)).toBeVisible()
    const note = 'Đã ghi ngày chính thức'
    await recordPaper(commune, hoa, '3-KND', '2024-04-03', { person: 'Lê Thị Cúc', note })
    await opened.doNext.click()
    const supplement = opened.dialog('Gửi hồ sơ bổ sung')
    await expect(supplement.dialog).toContainText('Giấy giới thiệu chưa ghi ngày vào Đảng chính thức')
    await expect(supplement.dialog).toContainText('Đánh số trang hồ sơ')
    await life.recorded(supplement, { 'Ngày gửi': '5/4/2024' }, 'Gửi hồ sơ bổ sung')
  })
  await carry(commune, district)

  await test.step('the district agrees, and its meeting votes and decides', async () => {
    await above.open()
    await expect(above.block('Xét và quyết định')).toContainText('Gửi lần 2, sau khi bổ sung')
    await above.block('Xét và quyết định').getByRole('link', { name: HOA.name, exact: true }).click()
    await expect(review.dossier(HOA.name)).toContainText('Lần 1: đã trả lại ngày 29/03/2024 với 2 ý kiến')
    await review.act('Ghi kết quả thẩm định').click()
    await review.field('Ngày thẩm định').fill('10/04/2024')
    await review.act('Ghi kết quả').click()
    await expect(review.act('Ghi kết quả')).toBeHidden()
    await callPort(district.page, 'dossier.review', { case: anh, date: '2024-04-10', outcome: 'agree' })
    await holdMeeting(district)
  })
  await carry(district, commune)

  await test.step('the commune has the decision and holds the ceremony', async () => {
    await below.open()
    await expect(below.block('Đề nghị kết nạp')).toContainText('Ghi ngày nhận quyết định số 346-QĐ/HU')
    await expect(below.block('Đề nghị kết nạp')).toContainText('Không đồng ý kết nạp')
    await below.block('Đề nghị kết nạp').getByRole('link', { name: HOA.name, exact: true }).click()
    await expect(opened.heading(HOA.name)).toBeVisible()
    await life.receive('18/4/2024')
    await life.ceremony('3/5/2024')
    await expect(opened.stage).toHaveText('Dự bị')
    await callPort(commune.page, 'decision.recordReceipt', { case: anh, date: '2024-04-18' })
  })

  await test.step('after the last stick both offices read the same report of the year', async () => {
    const [own, theirs] = [reportsPage(commune.page), reportsPage(district.page)]
    await own.open()
    await expect(own.about('Năm 2024: Đảng ủy xã Đồng Hóa')).toBeVisible()
    await own.send()
    const written = await own.figures()
    await carry(commune, district)
    await theirs.open()
    await theirs.choosePlace('Đảng ủy xã Đồng Hóa')
    await expect(theirs.about('Năm 2024: Đảng ủy xã Đồng Hóa')).toBeVisible()
    // Who is on an office's list, and what a third office gave, the committee knows less of.
    expect(withoutOwn(await theirs.figures())).toEqual(withoutOwn(written))
    const year = theirs.table('Năm 2024 so với chỉ tiêu')
    const admitted = 'Đã kết nạp từ đầu năm Kết nạp từ đầu năm 2024: 1 người'
    for (const row of ['Chỉ tiêu năm 2', admitted, 'So với kế hoạch 50,0%'])
      await expect(year.getByRole('row', { name: row, exact: true })).toBeVisible()
    await expect(year.getByRole('row', { name: /^Tổng số đảng viên đến ngày 31\/12\/2023/ })).toContainText('10')
    for (const { page } of [commune, district]) {
      const seen = { state: { conflicts: [] } }
      expect(await callPort(page, 'case.get', { case: hoa })).toMatchObject({ stage: 'probation', ...seen })
      expect(await callPort(page, 'case.get', { case: anh })).toMatchObject({ stage: 'refused', ...seen })
    }
  })
})

/** Figures that both offices know. */
function withoutOwn(figures: Awaited<ReturnType<ReturnType<typeof reportsPage>['figures']>>) {
  const own = new Set<string | null>([...PRIVATE].map((line) => REPORT_LINES[line]))
  return figures.map(({ table, rows }) => ({ table, rows: rows.filter(([name]) => !own.has(name ?? null)) }))
}

/** The class of the district: decision, roster, attendance, results, certificates. */
async function holdClass(district: OfficeWindow): Promise<void> {
  const { page } = district
  const classes = classesPage(page)
  await classes.open()
  await expect(page.getByText('Chưa có lớp nào')).toBeVisible()
  await expectGoodLook(page, 'classes-empty', ['dark'])
  await classes.button('Mở lớp').click()
  const opening = classes.dialog('Mở lớp bồi dưỡng')
  const facts = {
    'Tên lớp': 'Lớp nhận thức về Đảng khóa 1',
    'Số quyết định mở lớp': '12-QĐ/HU',
    'Ngày quyết định': '8/1/2024',
    'Khai giảng ngày': '15/1/2024',
    'Bế giảng ngày': '19/1/2024',
    'Số chỗ': '0',
  }
  for (const [label, value] of Object.entries(facts)) await opening.field(label).fill(value)
  await opening.button('Mở lớp').click()
  await expect(opening.alert).toContainText('Lớp phải có ít nhất một chỗ')
  await opening.field('Số chỗ').fill('80')
  await opening.button('Mở lớp').click()
  await expect(classes.heading('Lớp nhận thức về Đảng khóa 1')).toBeVisible()
  await expect(page.getByText('Lớp chưa có học viên')).toBeVisible()

  await classes.open()
  await classes.tab(/Đề nghị cử đi học/).click()
  await classes.everybody.check()
  await expectGoodLook(page, 'classes-asks')
  await classes.enroll(2, /khóa 1/)
  await classes.tab('Các lớp').click()
  await classes.classCalled('Lớp nhận thức về Đảng khóa 1').click()
  await expect(classes.roster.getByRole('row')).toHaveCount(3)

  // Everybody was there but one, who came to one session of two.
  await classes.button('Điểm danh').click()
  const attending = classes.dialog('Điểm danh')
  await attending.field('Ngày học').fill('15/1/2024')
  await attending.dialog.getByRole('checkbox', { name: new RegExp(ANH.name) }).check()
  await attending.field(`Số buổi có mặt của ${ANH.name}`).fill('1')
  await attending.button('Ghi điểm danh').click()
  await expect(attending.dialog).toBeHidden()
  await expect(classes.learner(ANH.name)).toContainText('1/2')

  await classes.button('Ghi kết quả').click()
  const results = classes.dialog('Kết quả lớp học')
  await results.field('Số giấy chứng nhận đầu tiên').fill('01/CN')
  await results.button('Đánh số cho người hoàn thành').click()
  await expect(results.field(`Số giấy chứng nhận của ${HOA.name}`)).toHaveValue('02/CN')
  await expectGoodLook(page, 'class-results')
  await results.button('Ghi kết quả').click()
  await expect(results.dialog).toBeHidden()
  await expect(page.getByText('2 hoàn thành, 0 chưa đạt, 0 không dự học')).toBeVisible()
  await expectGoodLook(page, 'class-page')
}

/** The meeting of the deciding body: called, voted on in one table, decided with numbers of the register. */
async function holdMeeting(district: OfficeWindow): Promise<void> {
  const { page } = district
  const meetings = meetingsPage(page)
  await meetings.open()
  await expect(page.getByText('Chưa có cuộc họp nào')).toBeVisible()
  await meetings.button('Lập cuộc họp').click()
  const { call } = meetings
  await call.field('Ngày họp').fill('15/04/2024')
  await call.field('Tổng số thành viên').fill('11')
  await call.field('Chương trình, mỗi nội dung một dòng').fill('Xét kết nạp đợt 19/5')
  await call.field('Cơ quan họp').fill('Ban Chấp hành Đoàn')
  await expect(call.dialog.getByRole('status')).toContainText('cơ quan ra quyết định là Ban Thường vụ Huyện ủy')
  await call.field('Cơ quan họp').fill('Ban Thường vụ Huyện ủy')
  for (const { name } of [HOA, ANH]) await expect(call.dialog.getByRole('checkbox', { name })).toBeChecked()
  await expectGoodDialog(page, 'meeting-call')
  await call.button('Lập cuộc họp').click()

  await expect(meetings.heading('15/04/2024')).toBeVisible()
  await expect(page.getByText('Xét kết nạp đợt 19/5')).toBeVisible()
  await meetings.button('Ghi biểu quyết').click()
  await meetings.button('Điền tất cả có mặt đều tán thành').click()
  await meetings.cell(`Tán thành: ${ANH.name}`).fill('12')
  await meetings.cell(`Không tán thành: ${ANH.name}`).fill('0')
  await meetings.button('Ghi biểu quyết').click()
  await expect(meetings.said('Tổng số phiếu là 12')).toBeVisible()
  await meetings.cell(`Tán thành: ${ANH.name}`).fill('4')
  await meetings.cell(`Không tán thành: ${ANH.name}`).fill('7')
  await meetings.cell(`Ý kiến, lý do: ${ANH.name}`).fill('Quá trình công tác chưa rõ')
  await expectGoodLook(page, 'meeting-votes')
  await meetings.button('Ghi biểu quyết').click()
  await expect(meetings.dossiers).toContainText('11 trên 11 tán thành, cần ít nhất 6')
  await expect(page.getByText('Đã họp', { exact: true })).toBeVisible()
  await expect(meetings.dossiers.getByRole('row', { name: ANH.name })).toContainText('Không đồng ý')

  await meetings.button('Ghi số quyết định').click()
  await meetings.cell(`Số quyết định: ${ANH.name}`).fill('345-QĐ/HU')
  await meetings.cell(`Số quyết định: ${HOA.name}`).fill('345-QĐ/HU')
  await expect(meetings.numbers).toContainText('Số này đã dùng')
  await meetings.cell(`Số quyết định: ${HOA.name}`).fill('346-QĐ/HU')
  await meetings.button('Ghi các quyết định').click()
  await expect(meetings.dossiers).toContainText('Số 346-QĐ/HU, ngày 15/04/2024')
  await expect(meetings.dossiers).toContainText('Chưa gửi về đơn vị')
  await expectGoodLook(page, 'meeting-decided')
  await meetings.openRegister()
  await expect(meetings.register.getByRole('row')).toHaveCount(3)
}

/** Helpers and the papers before the branch meets; the certificate is there already. */
async function buildDossier({ page }: OfficeWindow, id: string): Promise<void> {
  const helpers = ['Trần Văn Bình', 'Lê Thị Cúc']
  for (const name of helpers)
    await callPort(page, 'helper.assign', {
      case: id,
      name,
      inPlaceOf: null,
      from: '2022-06-01',
      officialDate: '2010-02-03',
    })
  const papers = [
    { paper: '1-KND', date: '2024-02-01' },
    { paper: '2-KND', date: '2024-02-05' },
    { paper: 'TT-2-KND', date: '2024-03-01', keeper: 'Văn phòng Đảng ủy' },
    ...helpers.map((person) => ({ paper: '3-KND', date: '2024-03-10', person })),
    { paper: '5-KND', date: '2024-03-15' },
  ]
  for (const paper of papers) await callPort(page, 'paper.record', { case: id, ...paper })
}

/** The votes of branch and committee. @param branch - number of the branch's resolution; null where it is on record */
async function vote({ page }: OfficeWindow, id: string, branch: string | null, committee: string): Promise<void> {
  const [met, sat] = ['2024-03-20', '2024-03-25']
  if (branch !== null)
    await callPort(page, 'dossier.recordBranchVote', {
      case: id,
      ...BRANCH_VOTE,
      date: met,
      resolution: { number: branch, date: met },
    })
  await callPort(page, 'dossier.recordCommitteeVote', {
    case: id,
    ...COMMITTEE_VOTE,
    date: sat,
    resolution: { number: committee, date: sat },
  })
}

/** Carries an empty stick from one window to the other by the pages of exchange, as people do. */
async function carryByHand(place: Place, from: OfficeWindow, to: OfficeWindow, trip: number): Promise<void> {
  const stick = newStick(place, `hand-${trip}`)
  const [sender, receiver] = [exchangePage(from), exchangePage(to)]
  await sender.open('Gửi đi')
  await sender.carrier(stick)
  await sender.button('Xuất gói dữ liệu').click()
  await expect(sender.written).toBeVisible()
  await receiver.open('Nhận về')
  await receiver.carrier(stick)
  await receiver.button('Xem trước').click()
  await expect(receiver.preview).toContainText('Xem trước xong, có thể nhận gói')
  await receiver.button('Nhận tất cả').click()
  await expect(receiver.report).toContainText('Đã nhận gói')
}

/** The same through the port, for the further trips of a year; whatever is written must come in. */
function carrier(place: Place): (from: OfficeWindow, to: OfficeWindow) => Promise<void> {
  let trips = 0
  return async (from, to) => {
    const stick = newStick(place, `trip-${(trips += 1)}`)
    await exportTo(from, stick)
    const { sets } = await importFrom(to, stick)
    expect(sets.map(({ outcome }) => outcome)).toEqual(['imported'])
  }
}

function newStick(place: Place, name: string): string {
  const stick = join(place.folder, name)
  mkdirSync(stick)
  return stick
}
