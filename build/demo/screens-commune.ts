/**
 * The commune's window on the last day of the story: what is to be done, a new name, a vote, a document, the stick.
 */
import type { SearchPage, UnitRow } from '../../shared/contract/answers.ts'
import type { Stage as CaseStage } from '../../shared/model/codes.ts'
import type { Stage } from './screens.ts'
import { ask, button, carrier, fill, goTo, openTab, unlock } from './screens-hands.ts'

/** A new office before anything was said. */
export async function showFirstStart({ window: { page }, show }: Stage): Promise<void> {
  await page.getByRole('checkbox', { name: 'Đề nghị kết nạp' }).check()
  await fill(page.locator('body'), { 'Tên đơn vị': 'Đảng ủy xã Bình Minh', 'Địa danh ghi trên văn bản': 'Bình Minh' })
  await show('thiet-lap')
}

/** From unlocking to the set on the stick. */
export async function showCommune(stage: Stage, stick: string): Promise<void> {
  const { show, window } = stage
  const { page } = window
  await button(stage, 'Mở').waitFor()
  await show('mo-khoa')
  await unlock(stage)
  await show('viec-can-lam')
  await showPeople(stage)
  await showCases(stage)
  await showHouse(stage)

  await openTab(stage, 'ket-noi')
  await page.getByRole('group', { name: 'Mã đối chiếu của đơn vị mình' }).waitFor()
  await show('trao-doi-ket-noi')
  await openTab(stage, 'gui')
  await carrier(stage, stick)
  await show('trao-doi-gui')
  await button(stage, 'Xuất gói dữ liệu').click()
  await page.getByText(/^Đã ghi xong, đọc lại khớp|^Đã ghi\. Rút an toàn/).waitFor()
  await show('trao-doi-da-ghi')
  await button(stage, 'Phiếu gửi').click()
  await page.getByRole('dialog', { name: 'Phiếu gửi gói dữ liệu' }).waitFor()
  await show('trao-doi-phieu-gui')
}

/** Back from the district: the answer is taken in, and the history knows both ways. */
export async function showAnswer(stage: Stage, stick: string): Promise<void> {
  const { page } = stage.window
  await unlock(stage)
  await openTab(stage, 'nhan')
  await carrier(stage, stick)
  await button(stage, 'Xem trước').click()
  await button(stage, 'Nhận tất cả').click()
  await page.getByRole('region', { name: 'Kết quả nhận' }).getByText('Đã nhận gói').first().waitFor()
  await stage.show('trao-doi-nhan-tra-loi')
  await openTab(stage, 'lich-su')
  await page.getByRole('table', { name: 'Các gói đã gửi và đã nhận' }).waitFor()
  await stage.show('trao-doi-lich-su')
  await button(stage, 'Đổi nền sáng, tối').click()
  await goTo(stage, '/', 'Việc cần làm')
  await stage.show('viec-can-lam-nen-toi')
}

async function showPeople(stage: Stage): Promise<void> {
  const { show, window } = stage
  const { page } = window
  await goTo(stage, '/nguon', 'Nguồn và hồ sơ')
  await page.getByRole('table').first().waitFor()
  await show('nguon')
  const [someone] = await people(stage)
  const [unit] = (await ask<{ units: readonly UnitRow[] }>(stage, 'unit.list', {})).units
  if (someone === undefined || unit === undefined) throw new Error('a commune without people or units')
  await page.keyboard.press('Control+k')
  await page
    .getByRole('dialog')
    .getByRole('textbox')
    .fill(someone.name.split(' ').at(-1) ?? '')
  await page.getByRole('dialog').getByText(someone.name).first().waitFor()
  await show('tim-nhanh')
  await page.keyboard.press('Escape')

  await goTo(stage, '/nguon/moi', 'Thêm người')
  await fill(page.getByRole('main'), { 'Họ và tên': someone.name })
  await page.getByRole('region', { name: 'Người có thể trùng' }).getByRole('button').first().waitFor()
  await show('nguon-moi')
  await fill(page.getByRole('main'), { 'Họ và tên': 'Đinh Thị Phương Nhi' })
  await page.getByRole('combobox', { name: 'Chi bộ' }).click()
  await page.getByRole('option', { name: unit.unit.name, exact: true }).click()
  await button(stage, 'Lưu').click()
  await page.getByRole('heading', { level: 1, name: 'Đinh Thị Phương Nhi' }).waitFor()
  await show('ho-so-moi')
  await goTo(stage, '/nhap-bang')
  await page
    .getByRole('main')
    .getByRole('textbox')
    .first()
    .fill('Họ và tên\tNgày sinh\tChi bộ\nTrần Văn Đức\t1/2/1990\t')
  await show('dan-bang')
}

async function showCases(stage: Stage): Promise<void> {
  const { show, window } = stage
  const { page } = window
  const [admitted] = [...(await people(stage, 'probation')), ...(await people(stage, 'admitted'))]
  if (admitted !== undefined) {
    await goTo(stage, `/ho-so/${admitted.case}`, admitted.name)
    await show('ho-so')
    if ((await button(stage, 'Lập văn bản').count()) > 0) {
      await button(stage, 'Lập văn bản').click()
      await page.getByRole('dialog', { name: 'Lập văn bản' }).waitFor()
      await show('lap-van-ban')
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
    }
  }
  for (const someone of await people(stage, 'preparing')) {
    await goTo(stage, `/ho-so/${someone.case}`, someone.name)
    const meeting = button(stage, 'Ghi cuộc họp chi bộ')
    if ((await meeting.count()) === 0) continue
    await show('ho-so-dang-lap')
    await meeting.click()
    const dialog = page.getByRole('dialog', { name: 'Cuộc họp chi bộ xét kết nạp' })
    const count = async (label: string) =>
      Number(await dialog.getByRole('textbox', { name: label, exact: true }).inputValue())
    const voting = (await count('Chính thức')) - (await count('Không tính vào tỷ lệ'))
    await fill(dialog, {
      'Ngày họp': '29/3/2024',
      'Chính thức có mặt': String(voting),
      'Dự bị có mặt': '0',
      'Tán thành': String(voting),
    })
    await show('hop-chi-bo')
    await page.keyboard.press('Escape')
    await button(stage, 'Giữ bản nháp và đóng', dialog).click()
    await dialog.waitFor({ state: 'hidden' })
    return
  }
}

async function showHouse(stage: Stage): Promise<void> {
  const { show, window } = stage
  const { page } = window
  await goTo(stage, '/don-vi', 'Đơn vị, đảng viên')
  await page.getByRole('table', { name: 'Danh sách đơn vị' }).waitFor()
  await show('don-vi')
  await page.getByRole('table', { name: 'Danh sách đơn vị' }).getByRole('link').first().click()
  await page.getByRole('table', { name: 'Danh bạ đảng viên' }).waitFor()
  await show('don-vi-mot')
  await goTo(stage, '/nguoi-dung', 'Người dùng')
  await page.getByRole('table').first().waitFor()
  await show('nguoi-dung')
  await goTo(stage, '/sao-luu', 'Sao lưu')
  await show('sao-luu')
  await goTo(stage, '/cai-dat', 'Cài đặt')
  await show('cai-dat')
}

/** People of the office, at a stage. */
async function people(stage: Stage, at?: CaseStage): Promise<SearchPage['rows']> {
  const { rows } = await ask<SearchPage>(stage, 'candidate.search', {
    limit: 50,
    ...(at === undefined ? {} : { stage: at }),
  })
  return rows
}
