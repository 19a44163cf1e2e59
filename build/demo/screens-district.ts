/**
 * The district's window on the last day: the set is looked at and taken in, a dossier is reviewed, returned or decided,
 * the answer goes back.
 */
import type { Stage } from './screens.ts'
import { button, carrier, fill, goTo, openTab, unlock } from './screens-hands.ts'

/** From the commune's stick to the one that goes back. */
export async function showDistrict(
  stage: Stage,
  sticks: { readonly up: string; readonly down: string },
): Promise<void> {
  const { show, window } = stage
  const { page } = window
  await unlock(stage)
  await show('viec-can-lam')
  await openTab(stage, 'nhan')
  await carrier(stage, sticks.up)
  await button(stage, 'Xem trước').click()
  await page.getByRole('region', { name: 'Xem trước' }).getByText('Xem trước xong').first().waitFor()
  await show('trao-doi-xem-truoc')
  await button(stage, 'Nhận tất cả').click()
  await page.getByRole('region', { name: 'Kết quả nhận' }).getByText('Đã nhận gói').first().waitFor()
  await button(stage, 'Biên nhận').click()
  await page.getByRole('dialog', { name: 'Biên nhận gói dữ liệu' }).waitFor()
  await show('trao-doi-bien-nhan')
  await page.keyboard.press('Escape')
  await review(stage)
  await showMeeting(stage)
  await showClass(stage)
  await showReport(stage)
  await goTo(stage, '/nguon', 'Nguồn và hồ sơ')
  await page.getByRole('table').first().waitFor()
  await show('nguon')
  await goTo(stage, '/kiem-tra-may', 'Kiểm tra máy')
  await show('kiem-tra-may')
  await openTab(stage, 'gui')
  await carrier(stage, sticks.down)
  await button(stage, 'Xuất gói dữ liệu').click()
  await page.getByText(/^Đã ghi xong, đọc lại khớp|^Đã ghi\. Rút an toàn/).waitFor()
  await show('trao-doi-da-ghi')
}

async function review(stage: Stage): Promise<void> {
  const { show, window } = stage
  const { page } = window
  await goTo(stage, '/xet', 'Xét hồ sơ')
  const queue = page.getByRole('region', { name: 'Hồ sơ chờ xét' })
  await page.getByText('Chưa có hồ sơ nào chờ xét').or(queue.getByRole('link').first()).first().waitFor()
  await show('xet')
  // A dossier of admission: those of recognition stand in the queue beside them. A demo with few people may have none.
  const dossier = queue.getByRole('link').filter({ hasNotText: 'Công nhận đảng viên chính thức' }).first()
  if ((await dossier.count()) === 0) return
  await dossier.click()
  const verdict = page.getByRole('complementary', { name: 'Ý kiến của người xét' })
  await button(stage, 'Trả lại để bổ sung', verdict).click()
  await verdict
    .getByRole('textbox', { name: 'Nội dung ý kiến' })
    .first()
    .fill('Đề nghị đánh số trang, ký từng trang lý lịch.')
  await show('xet-tra-lai')
  await button(stage, 'Đóng', verdict).click()
  await button(stage, 'Ghi quyết định kết nạp', verdict).click()
  const number = verdict.getByRole('textbox', { name: 'Số quyết định', exact: true })
  if ((await number.inputValue()) === '') await number.fill('530-QĐ/HU')
  await fill(verdict, { 'Ngày quyết định': '29/3/2024', 'Tổng số thành viên': '11', 'Số tán thành': '11' })
  await show('xet-quyet-dinh')
  await button(stage, 'Ghi quyết định kết nạp', verdict).click()
  await number.waitFor({ state: 'hidden' })
}

/** The meeting of the first batch: who voted how, and what was decided under which number. */
async function showMeeting(stage: Stage): Promise<void> {
  const { show, window } = stage
  const { page } = window
  await goTo(stage, '/cuoc-hop', 'Cuộc họp, biểu quyết')
  const held = page.getByRole('table', { name: 'Các cuộc họp' }).getByRole('link', { name: /26\/01\/2024/ })
  await page.getByText('Chưa có cuộc họp nào').or(page.getByRole('table')).first().waitFor()
  await show('cuoc-hop')
  if ((await held.count()) === 0) return
  await held.first().click()
  await page.getByRole('table', { name: 'Hồ sơ trình cuộc họp' }).waitFor()
  await show('cuoc-hop-mot')
}

/** The class of the quarter with its roster; a demo with few people may have none. */
async function showClass(stage: Stage): Promise<void> {
  const { show, window } = stage
  const { page } = window
  await goTo(stage, '/lop', 'Lớp bồi dưỡng')
  const held = page.getByRole('table', { name: 'Các lớp bồi dưỡng' }).getByRole('link').first()
  await page.getByText('Chưa có lớp nào').or(held).first().waitFor()
  if ((await held.count()) === 0) return
  await held.click()
  await page.getByRole('table', { name: 'Học viên' }).waitFor()
  await show('lop-mot')
}

/** The report of the year so far, the targets with what they may come to, and the years before. */
async function showReport(stage: Stage): Promise<void> {
  const { show, window } = stage
  const { page } = window
  await goTo(stage, '/bao-cao', 'Báo cáo, chỉ tiêu')
  await page.getByRole('table', { name: 'Kết quả trong kỳ' }).waitFor()
  await show('bao-cao')
  await goTo(stage, '/bao-cao/chi-tieu', 'Báo cáo, chỉ tiêu')
  await page.getByRole('table').first().waitFor()
  await show('chi-tieu')
  await goTo(stage, '/bao-cao/nhieu-nam', 'Báo cáo, chỉ tiêu')
  await page.getByRole('table', { name: 'Đảng viên mới qua các năm' }).waitFor()
  await show('nhieu-nam')
}
