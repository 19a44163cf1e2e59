/**
 * Every route of the table, for offices that propose, decide, or do both: nothing serious for weak eyes or a screen reader
 * in light and in dark, nothing to scroll sideways at 1366 x 768 and at 200 % zoom, no column lost on a sheet of A4, nothing
 * in the console.
 */
import type { Page } from '@playwright/test'
import { addressOf, routesFor, routeTable, type RouteRow, type Samples } from '../../build/route-table.ts'
import type { Capacity } from '../../shared/model/codes.ts'
import { addBranch, carry, communeAndDistrict, HOA, newStick, register, submittedDossier } from '../support/journey.ts'
import { recordFollowUp } from '../support/follow-samples.ts'
import { foundOffice, type TestOffice } from '../support/office.ts'
import { menuOf } from './pages/menu.ts'
import { unlockPage } from './pages/unlock.ts'
import { expect, test, type Place } from './support/fixtures.ts'
import { expectGoodDialog, expectGoodLook, expectGoodPaper } from './support/look.ts'
import { visit } from './support/routes.ts'
import { openSeeded, SEEDED_PASSPHRASE } from './support/seeded.ts'

const TODAY = '2024-04-01'
const LONG = 200
/** Names of five words, and as long as the program takes. */
const LONG_OFFICE = `Đảng ủy ${'Khối các cơ quan, đơn vị sự nghiệp và doanh nghiệp '.repeat(5)}`.slice(0, LONG).trim()
const LONG_BRANCH = `Chi bộ ${'Trường Trung học phổ thông chuyên Kim Sơn Giang '.repeat(7)}`.slice(0, 300).trim()
const LONG_PERSON = `Nguyễn ${'Hoàng Thị Phương Thảo '.repeat(10)}`.slice(0, LONG).trim()
/** A class that nobody has heard of: its page says so. */
const NO_CLASS = '01990000-0000-7000-8000-0000000000ff'
/** A name without a space to break at. */
const UNBROKEN = `Nghiêng${'nghiêng'.repeat(30)}`.slice(0, LONG)

/** Some forty pages, each looked at four times: minutes where the machine does other work too. */
const A_WALK = 600_000

let table: readonly RouteRow[] = []
test.beforeAll(async () => {
  table = await routeTable()
})

test('an office that proposes: every route', async ({ place }) => {
  test.setTimeout(A_WALK)
  const { commune } = await communeAndDistrict(place.folder)
  const unit = await addBranch(commune)
  const id = await submittedDossier(commune, unit, HOA, `${place.folder}/scans`)
  await walk(place, commune, ['proposes'], { case: id, unit, topic: 'sao-luu', class: NO_CLASS, meeting: '' })
})

test('an office that decides: every route', async ({ place }) => {
  test.setTimeout(A_WALK)
  const { commune, district } = await communeAndDistrict(place.folder)
  const unit = await addBranch(commune)
  const id = await submittedDossier(commune, unit, HOA, `${place.folder}/scans`)
  await carry(place.folder, commune, district)
  const meeting = await callMeeting(district, id)
  await walk(place, district, ['decides'], { case: id, unit, topic: 'sao-luu', class: NO_CLASS, meeting })
})

test('an office that does both, with the longest names and two hundred rows: every route', async ({ place }) => {
  test.setTimeout(A_WALK)
  const both: readonly Capacity[] = ['proposes', 'decides']
  const office = await foundOffice({ root: place.folder, code: 'lien-co-quan', name: LONG_OFFICE, capacities: both })
  const unit = await addBranch(office, LONG_BRANCH)
  await office.do('unit.recordMembers', {
    id: unit,
    count: { date: '2023-12-31', official: 9, probationary: 0, excluded: 0 },
  })
  await office.do('member.add', { name: LONG_PERSON, unit, officialDate: '2015-02-03', post: 'Bí thư chi bộ' })
  const id = await submittedDossier(office, unit, { ...HOA, name: LONG_PERSON }, `${place.folder}/scans`)
  await register(office, unit, { name: UNBROKEN })
  const rows = Array.from({ length: 200 }, (_, place_) => ({
    unit,
    profile: { name: `Tôn Nữ Hoàng Thị ${'ABCDEGHIKL'.charAt(place_ % 10)}${'aăâeêioôơuưy'.charAt(place_ % 12)}nh` },
  }))
  const { cases } = await office.do<{ cases: string[] }>('candidate.registerMany', { rows })
  const { class: held } = await office.do<{ class: string }>('class.open', {
    kind: 'awareness',
    name: LONG_BRANCH,
    from: '2024-03-01',
    to: '2024-03-08',
    places: LONG,
    pupils: true,
  })
  // A few rows show what two hundred do, and are looked at in a tenth of the time.
  const some = cases.slice(0, 20)
  await office.do('class.enroll', { class: held, cases: some, on: '2024-01-25' })
  await office.do('pupil.place', { cases: some, schoolYear: '2023-2024', class: '12A1', leavesOn: '2024-05-31' })
  await office.do('bundle.history')
  newStick(place.folder)
  await office.do('target.set', { unit, year: 2024, number: 3 })
  await office.do('report.send', { period: { kind: 'year', from: '2023-01-01', to: '2023-12-31' } })
  const report = 'chi-tieu do-phu nguon nhieu-nam da-gui'
  const meeting = await callMeeting(office, id)
  const inspection = `xep-loai khen-thuong ${await recordFollowUp(office, unit, TODAY)}`
  await walk(place, office, both, { case: id, unit, topic: 'sao-luu', class: held, report, meeting, inspection })
})

/** What stands in for parameters. `report`: tabs of the reports, by blanks; every tab is walked in one office only. */
type Known = Readonly<Record<'case' | 'unit' | 'topic' | 'class' | 'meeting', string>> & {
  readonly report?: string
  readonly inspection?: string
}

async function callMeeting(office: TestOffice, id: string): Promise<string> {
  const { meeting } = await office.do<{ meeting: string }>('meeting.call', {
    date: '2024-04-02',
    body: 'Ban Thường vụ Huyện ủy',
    members: 11,
    cases: [{ case: id, matter: 'admission' }],
  })
  return meeting
}

async function walk(place: Place, office: TestOffice, capacities: readonly Capacity[], known: Known): Promise<void> {
  const window = await openSeeded(place, office, TODAY)
  const { page } = window
  const routes = routesFor(table, capacities)
  expect(routes.length).toBeGreaterThan(8)
  if (capacities.length > 1) await expectGoodMenu(page)
  for (const route of routes) {
    for (const samples of samplesOf(route, known)) {
      const address = addressOf(route, samples)
      await test.step(address, async () => {
        await visit(page, address)
        await expectSheetOfPeople(page)
        const name = `${capacities.join('-')}${address.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/u, 'mot')}`
        await expectGoodLook(page, name, looksAt(route, capacities))
        if (capacities.length > 1) await expectGoodPaper(page, name)
        expect(window.problems, address).toEqual([])
      })
    }
  }
  // The frame's own dialogs.
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Tìm người, trang, việc' })
  await expect(palette).toBeVisible()
  await page.keyboard.type('n')
  await expect(palette.getByText('Nguồn và hồ sơ').first()).toBeVisible()
  await expectGoodDialog(page, `${capacities.join('-')}-palette`)
  await page.keyboard.press('Escape')
  await expect(palette).toBeHidden()
  await page.getByRole('button', { name: 'Phím tắt' }).click()
  await expect(page.getByRole('dialog', { name: 'Phím tắt' })).toBeVisible()
  await expectGoodDialog(page, `${capacities.join('-')}-shortcuts`)
}

/** Where a table of people has rows, they can be had as a spreadsheet. */
async function expectSheetOfPeople(page: Page): Promise<void> {
  const main = page.getByRole('main')
  const people = main.getByRole('table').filter({ has: page.getByRole('columnheader', { name: /^Họ và tên/u }) })
  if ((await people.count()) > 0) await expect(main.getByRole('button', { name: 'Lưu ra Excel' }).first()).toBeVisible()
}

/**
 * The menu as it is at first, its longest group open besides: nothing has to be scrolled; no title takes two lines; the
 * group of the open page is open, and what a person folds stays folded.
 */
async function expectGoodMenu(page: Page): Promise<void> {
  const { menu, group, link, open } = menuOf(page)
  await open('Cài đặt')
  await expect(link('Cài đặt')).toHaveAttribute('aria-current', 'page')
  expect(await menu.evaluate(bottomOfPages)).toBeLessThanOrEqual(await menu.evaluate(topOfUser))
  const folded = menu.getByRole('button', { expanded: false })
  while ((await folded.count()) > 0) await folded.first().click()
  const heights = await menu.getByRole('link').evaluateAll((all) => all.map((each) => each.clientHeight))
  expect(Math.max(...heights)).toBeLessThan(1.5 * Math.min(...heights))
  for (const title of ['Hồ sơ', 'Văn phòng']) await group(title).click()
  await page.reload()
  await unlockPage(page).unlock(SEEDED_PASSPHRASE)
  await expect(group('Văn phòng')).toHaveAttribute('aria-expanded', 'true')
  await expect(group('Hồ sơ')).toHaveAttribute('aria-expanded', 'false')
}

const bottomOfPages = (menu: Element) =>
  Math.max(...[...menu.querySelectorAll('a, button')].map((each) => each.getBoundingClientRect().bottom))
const topOfUser = (menu: Element) => menu.lastElementChild?.getBoundingClientRect().top ?? 0

/** Pages of every office are looked at in the dark where an office does both; those of one capacity in both looks. */
function looksAt(route: RouteRow, capacities: readonly Capacity[]) {
  return capacities.length > 1 || route.capacities !== 'all' ? (['dark', 'light'] as const) : (['light'] as const)
}

function samplesOf({ path }: RouteRow, known: Known): readonly Samples[] {
  if (path.endsWith('/:report')) return (known.report ?? 'chi-tieu').split(' ').map((report) => ({ ...known, report }))
  if (path.endsWith('/:models')) return [{ ...known, models: 'guong' }]
  if (path.endsWith('/:directives')) return [{ ...known, directives: 'hoi-nghi' }]
  if (path.endsWith('/:inspection'))
    return (known.inspection ?? 'xep-loai').split(' ').map((inspection) => ({ ...known, inspection }))
  if (!path.endsWith('/:tab')) return [known]
  return ['gui', 'nhan', 'ket-noi', 'may', 'lich-su'].map((tab) => ({ ...known, tab }))
}
