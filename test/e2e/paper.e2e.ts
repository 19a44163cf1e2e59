import { join } from 'node:path'
import { casePage } from './pages/case.ts'
import { homePage } from './pages/home.ts'
import { menuOf } from './pages/menu.ts'
import { addBranch as addBranchAt } from '../support/journey.ts'
import { foundOffice } from '../support/office.ts'
import { skipLoudly } from '../support/skip-loudly.ts'
import { expect, test, type Place } from './support/fixtures.ts'
import { pdfPages, pdfText, readsPdf, savePdf } from './support/paper.ts'
import { goTo, HOA } from './support/people.ts'
import { callPort } from './support/ready.ts'
import { addBranch, openCommune, recordPaper, register } from './support/seed.ts'
import { openSeeded } from './support/seeded.ts'
import type { OfficeWindow } from './support/window.ts'

const UNREAD = 'paper.e2e.ts: without pdftotext what was printed is not read back'

/** A sheet of A4 within its margins (renderer/print.css), in points of the screen. */
const SHEET = { width: 624, height: 970 }

/** Given names by which the people of a test stand one after the other. */
const GIVEN = ['An', 'Bình', 'Cúc', 'Dung', 'Hà', 'Lan', 'Mai', 'Nga', 'Oanh', 'Phúc', 'Quý', 'Yến']

/** A commune of which so many people have asked to be admitted. */
async function communeOfMany(place: Place, today: string): Promise<OfficeWindow> {
  const window = await openCommune(place, today)
  const unit = await addBranch(window)
  await menuOf(window.page).open('Hướng dẫn')
  for (const given of GIVEN) {
    const id = await register(window, unit, { ...HOA, name: `Nguyễn Thị ${given}` })
    await recordPaper(window, id, '1-KND', '2023-09-01')
  }
  return window
}

test('the home page goes to paper with everybody, though the screen shows the first of each heading', async ({
  place,
}) => {
  const window = await communeOfMany(place, '2024-01-15')
  const { page } = window
  const home = homePage(page)
  await home.open()
  const waiting = home.group('Đang lập hồ sơ')
  await expect(waiting.getByRole('row')).toHaveCount(9)
  await home.print.click()
  const file = join(place.folder, 'viec.pdf')
  await savePdf(window, file)
  // On screen as before, without what was read for the paper alone.
  await expect(waiting.getByRole('row')).toHaveCount(9)
  await expect(page.getByRole('button', { name: 'Xem thêm 4 người' })).toBeVisible()
  if (skipLoudly(!readsPdf, UNREAD)) return
  const text = pdfText(file)
  for (const given of GIVEN) expect(text).toContain(`Nguyễn Thị ${given}`)
  expect(text).not.toContain('không có trong bản in này')
})

test('a case goes to paper with its whole history and every finding', async ({ place }) => {
  const window = await openCommune(place, '2024-01-15')
  const { page } = window
  const unit = await addBranch(window)
  const id = await register(window, unit, HOA)
  const days = ['2023-09-01', '2023-09-02', '2023-09-03', '2023-09-04', '2023-09-05', '2023-09-06', '2023-09-07']
  for (const day of days) await recordPaper(window, id, '3-KND', day, { person: `Trần Văn ${day.slice(-1)}` })
  await callPort(page, 'helper.assign', {
    case: id,
    name: 'Lê Thị Cúc',
    from: '2022-06-01',
    officialDate: '2012-05-19',
  })
  await callPort(page, 'candidate.correct', { case: id, change: { set: { birth: '2010-05-12' } }, reason: 'Ghi nhầm' })
  await goTo(page, `/ho-so/${id}`)
  const opened = casePage(page)
  await expect(opened.history.getByRole('button', { name: /^Xem thêm \d+ bản ghi$/ })).toBeVisible()
  const more = opened.findings.getByRole('button', { name: /^Xem thêm \d+ điểm$/ })
  await more.click()
  const findings = await opened.findings
    .getByRole('listitem')
    .evaluateAll((lines) => lines.map(({ ariaLabel }) => ariaLabel ?? ''))
  await opened.findings.getByRole('button', { name: 'Thu gọn' }).click()
  const shown = await opened.findings.getByRole('listitem').count()
  expect(findings.length).toBeGreaterThan(shown)
  await page.getByRole('button', { name: 'In', exact: true }).click()
  const file = join(place.folder, 'ho-so.pdf')
  await savePdf(window, file)
  expect(await opened.findings.getByRole('listitem').count()).toBe(shown)
  if (skipLoudly(!readsPdf, UNREAD)) return
  const text = pdfText(file).replaceAll(' ', '')
  for (const finding of findings) expect(text).toContain(finding.replaceAll(' ', ''))
  // The first thing that was ever recorded stands last.
  expect(text).toContain('Đưavàodanhsáchnguồn,10/01/2023')
})

test('a heading at the foot of a sheet goes over to the next, with what it stands over', async ({ place }) => {
  const window = await openCommune(place, '2024-01-15')
  const { page } = window
  await goTo(page, `/ho-so/${await register(window, await addBranch(window), HOA)}`)
  const heading = page.getByRole('heading', { level: 2, name: 'Diễn biến' })
  await expect(heading).toBeVisible()
  await page.setViewportSize(SHEET)
  await page.emulateMedia({ media: 'print' })
  // Down to where of its block the heading alone has room on its sheet.
  await heading.evaluate((title, { height }) => {
    const block = title.closest('section')
    if (block === null) return
    const foot = title.getBoundingClientRect().bottom
    block.style.marginTop = `${height - 4 - (foot % height)}px`
  }, SHEET)
  await page.emulateMedia({ media: null })
  const file = join(place.folder, 'ho-so.pdf')
  await page.pdf({ path: file, preferCSSPageSize: true })
  if (skipLoudly(!readsPdf, UNREAD)) return
  const feet = pdfPages(file).map((sheet) => sheet.trim().split('\n').at(-1)?.trim())
  expect(feet.length).toBeGreaterThan(1)
  expect(feet).not.toContain('Diễn biến')
})

test('the register of members goes to paper beyond the two hundred on screen, of the house and of a unit', async ({
  place,
}) => {
  test.slow()
  const window = await openCommune(place, '2024-01-15')
  const { page } = window
  const unit = await addBranch(window)
  await menuOf(page).open('Hướng dẫn')
  await page.evaluate(async (id) => {
    const port = Object.getOwnPropertyDescriptor(globalThis, 'ketNap')?.value as {
      call: (name: string, input: unknown, id: string) => Promise<{ ok: boolean }>
    }
    for (let number = 1; number <= 201; number++)
      await port.call(
        'member.add',
        { name: `Trần Văn ${number === 201 ? 'Yến' : 'An'}`, unit: id },
        crypto.randomUUID(),
      )
  }, unit)
  const [house, branch] = [join(place.folder, 'danh-ba.pdf'), join(place.folder, 'chi-bo.pdf')]
  await goTo(page, `/don-vi/${unit}`)
  await expect(page.getByText('Chỉ hiện 200 người đầu')).toBeVisible()
  await page.getByRole('button', { name: 'In', exact: true }).click()
  await savePdf(window, branch)
  await goTo(page, '/don-vi')
  await page.getByRole('tab', { name: 'Đảng viên' }).click()
  await expect(page.getByText('Chỉ hiện 200 người đầu')).toBeVisible()
  await expect(page.getByText('Trần Văn Yến')).toHaveCount(0)
  await page.getByRole('button', { name: 'In', exact: true }).click()
  await savePdf(window, house)
  await page.getByRole('tab', { name: 'Đơn vị' }).click()
  await page.getByRole('button', { name: 'In', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Danh sách đơn vị trực thuộc' }).click()
  const units = join(place.folder, 'don-vi.pdf')
  await savePdf(window, units)
  if (skipLoudly(!readsPdf, UNREAD)) return
  for (const file of [branch, house]) {
    expect(pdfText(file)).toContain('Trần Văn Yến')
    expect(pdfText(file)).not.toContain('gõ tên để tìm tiếp')
  }
  expect(pdfText(units)).toContain('Chi bộ thôn Đồng Sơn')
})

test('branches without a new member go to paper beyond those on screen, as a table and as tiles', async ({ place }) => {
  test.slow()
  const office = await foundOffice({
    root: place.folder,
    code: 'thi-son',
    name: 'Đảng ủy xã Thi Sơn',
    capacities: ['proposes', 'decides'],
  })
  // One more than the tiles show; the table shows fewer.
  for (let number = 1; number <= 501; number++)
    await addBranchAt(office, `Chi bộ số ${String(number).padStart(3, '0')}`)
  const window = await openSeeded(place, office, '2024-01-15')
  const { page } = window
  await goTo(page, '/bao-cao/do-phu')
  const table = page.getByRole('table', { name: 'Từng chi bộ' })
  const more = (shown: number) => page.getByText(`Chỉ hiện ${shown} chi bộ đầu trong 501`)
  const print = async (name: string) => {
    const file = join(place.folder, name)
    await page.getByRole('button', { name: 'In', exact: true }).click()
    await savePdf(window, file)
    return file
  }
  await expect(more(200)).toBeVisible()
  await expect(table.getByRole('row')).toHaveCount(201)
  const asTable = await print('bang.pdf')
  await expect(table.getByRole('row')).toHaveCount(201)
  await page.getByText('Ô màu', { exact: true }).click()
  await expect(more(500)).toBeVisible()
  const asTiles = await print('o-mau.pdf')
  await expect(more(500)).toBeVisible()
  if (skipLoudly(!readsPdf, UNREAD)) return
  for (const file of [asTable, asTiles]) {
    const said = new Set(pdfText(file).match(/Chi bộ số \d{3}/gu))
    expect(said.size).toBe(501)
    expect(pdfText(file)).not.toContain('Chỉ hiện')
  }
})

test('a month goes to paper with every line of its days', async ({ place }) => {
  const window = await communeOfMany(place, '2024-08-20')
  const { page } = window
  await goTo(page, '/lich')
  await page.getByRole('button', { name: 'Tháng sau' }).click()
  const month = page.getByRole('table', { name: 'Tháng 09/2024' })
  await month.locator('[data-day="2024-09-10"]').click()
  await expect(month.getByText('thêm 9')).toBeVisible()
  await page.getByRole('button', { name: 'In', exact: true }).click()
  const file = join(place.folder, 'lich.pdf')
  await savePdf(window, file)
  await expect(month.getByText('thêm 9')).toBeVisible()
  if (skipLoudly(!readsPdf, UNREAD)) return
  const text = pdfText(file)
  for (const given of GIVEN) expect(text).toMatch(new RegExp(`Nguyễn Thị ${given}|Thị ${given}:`, 'u'))
  expect(text).not.toContain('thêm 9')
})
