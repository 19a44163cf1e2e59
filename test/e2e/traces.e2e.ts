/**
 * What a person of the office leaves in the browser: nothing. Names, an identity number, a passphrase and the recovery
 * sheet are looked for in the profile, the cache, the temporary folder and the home folder, in every encoding, while the
 * window is open, locked, after its end, and after it was killed: what was typed, scanned, previewed, saved for Word and
 * Excel, put on paper, pasted, taken in from another office, and typed into every kind of field and recorded nowhere.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import type { Sighting } from '../support/find-canaries.ts'
import { DIRECTIVE } from '../support/follow.ts'
import { exportTo } from '../support/journey.ts'
import { foundOffice, pair } from '../support/office.ts'
import { candidatesPage } from './pages/candidates.ts'
import { exchangePage } from './pages/exchange.ts'
import { firstStartPage } from './pages/first-start.ts'
import { registerPage } from './pages/register.ts'
import { unlockPage } from './pages/unlock.ts'
import { usersPage } from './pages/users.ts'
import { expectDrawn } from './support/drawn-pages.ts'
import { fillLacking } from './support/fill-lacking.ts'
import { expect, test, type Place } from './support/fixtures.ts'
import { BRANCH, goTo, openWithBranches } from './support/people.ts'
import { callPort, callsOf, PASSPHRASE } from './support/ready.ts'
import { addScannedPdf } from './support/seed.ts'
import { TYPED, typeEverywhere } from './support/type-everywhere.ts'
import type { OfficeWindow } from './support/window.ts'

const NAME = 'Khuất Thị Chim Hoàng Yến'
const NUMBER = '035188777666'
const SCANNED = 'chim-hoang-yen-trong-ban-quet'
const PASTED = 'Khuất Thị Chim Sơn Ca'
const RECEIVED = 'Khuất Văn Chim Chào Mào'

test('nothing of a person stays in the profile, the cache, the temporary or the home folder', async ({ place }) => {
  test.slow()
  const home = join(place.folder, 'home')
  mkdirSync(home)
  const places = { HOME: home, XDG_CONFIG_HOME: join(home, '.config'), XDG_CACHE_HOME: join(home, '.cache') }
  const window = await openWithBranches(place, { environment: places })
  const { page } = window
  await goTo(page, '/nguon/moi')
  const form = registerPage(page)
  await form.name.fill(NAME)
  await form.chooseUnit(BRANCH)
  await form.more.click()
  await form.field('Số định danh cá nhân').fill(NUMBER)
  await form.save.click()
  await expect(page.getByRole('heading', { level: 1, name: NAME })).toBeVisible()
  const id = /ho-so\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ''
  const scan = await addScannedPdf(window, SCANNED)
  await callPort(page, 'paper.record', { case: id, paper: '1-KND', date: '2023-09-01', scans: [scan] })
  await page.getByRole('button', { name: 'Xem 1 bản quét Đơn xin vào Đảng' }).click()
  await expectDrawn(page.getByRole('dialog').getByRole('group', { name: /^Bản quét/ }), [1])
  await page.keyboard.press('Escape')
  await goTo(page, '/nguon')
  const list = candidatesPage(page)
  await list.search.fill(NUMBER)
  await expect(list.person(NAME)).toBeVisible()
  await writeInClear(window, id, join(place.folder, 'saved'))
  await goTo(page, '/nhap-bang')
  await page
    .getByRole('textbox', { name: 'Các dòng từ Excel' })
    .fill(`Họ và tên\tNTNS\tChi bộ\n${PASTED}\t1999\t${BRANCH}`)
  await expect(page.getByRole('table', { name: 'Các dòng sẽ nhập' })).toContainText(PASTED)
  await takeIn(place, window)
  await typeEverywhere(page, window.branch, id, place.folder)
  // A recovery sheet that this window has made and shown.
  const users = usersPage(page)
  await users.open()
  await users.newSheet.click()
  await users.button('Lập phiếu mới').click()
  const sheet = await firstStartPage(page).readSheet()
  const sightingsIn = (folders: readonly string[], atLeast?: number) => sightings(folders, wordsWith(sheet), atLeast)
  await page.reload()
  await unlockPage(page).unlock(PASSPHRASE)
  await goTo(page, '/nguon')
  await expect(list.person(NAME)).toBeVisible()
  const searched = [join(place.folder, 'work'), home]
  expect(sightingsIn(searched)).toEqual([])

  await page.getByRole('button', { name: 'Khóa', exact: true }).click()
  await expect(unlockPage(page).open).toBeVisible()
  expect(sightingsIn(searched)).toEqual([])
  await window.close()
  expect(readdirSync(window.temporary)).toEqual([])
  expect(sightingsIn(searched, 0)).toEqual([])

  // Killed, the profile stays behind; there is still nothing in it.
  const again = await place.open('xa', '2024-01-02', places)
  await unlockPage(again.page).unlock(PASSPHRASE)
  await goTo(again.page, `/ho-so/${id}`)
  await expect(again.page.getByRole('heading', { level: 1, name: NAME })).toBeVisible()
  await again.kill()
  expect(readdirSync(again.temporary).length).toBeGreaterThan(0)
  expect(sightingsIn(searched)).toEqual([])
})

/** Saves a paper about somebody for Word, having read it, and the list with the name for Excel and as a PDF. */
async function writeInClear({ page, answer }: OfficeWindow, id: string, folder: string): Promise<void> {
  mkdirSync(folder)
  const save = async (dialog: Locator, button: string, name: string) => {
    answer(join(folder, name))
    await dialog.getByRole('button', { name: button }).click()
    await expect(dialog.getByRole('status').filter({ hasText: 'Đã lưu' })).toBeVisible()
    await dialog.press('Escape')
    await expect(dialog).toBeHidden()
  }
  await goTo(page, `/ho-so/${id}`)
  await page.getByRole('button', { name: 'Lập văn bản' }).click()
  const paper = page.getByRole('dialog', { name: 'Lập văn bản' })
  await expect(paper.getByRole('textbox', { name: 'Mục đích sử dụng' })).toBeVisible()
  await paper.getByRole('textbox', { name: 'Số văn bản' }).fill('01-CV/ĐU')
  await paper.getByRole('textbox', { name: 'Ngày sinh của người vào Đảng' }).fill('1990')
  await fillLacking(paper, (field) => field.fill('Thi Sơn'))
  await expect(paper.getByRole('article', { name: 'Văn bản xem trước' })).toContainText(NAME)
  await save(paper, 'Lưu ra tệp Word', 'van-ban.docx')
  const why = (dialog: Locator) => dialog.getByRole('textbox', { name: 'Mục đích sử dụng' }).fill('Họp Đảng ủy')
  await goTo(page, '/nguon')
  await page.getByRole('button', { name: 'Lưu ra Excel' }).click()
  const list = page.getByRole('dialog', { name: /^Lưu ra Excel/u })
  await why(list)
  await save(list, 'Lưu ra tệp Excel', 'danh-sach.xlsx')
  await goTo(page, '/bang')
  await page.getByRole('button', { name: 'In', exact: true }).click()
  const printing = page.getByRole('dialog', { name: /^In: /u })
  await why(printing)
  await save(printing, 'Lưu thành PDF', 'danh-sach.pdf')
  expect(readdirSync(folder).toSorted()).toEqual(['danh-sach.pdf', 'danh-sach.xlsx', 'van-ban.docx'])
}

/** Takes in a set of the office above that names somebody, having looked at it, and reads what came. */
async function takeIn(place: Place, window: OfficeWindow): Promise<void> {
  const { page } = window
  const above = await foundOffice({
    root: join(place.folder, 'above'),
    code: 'tren',
    name: 'Huyện ủy Kim Bảng',
    capacities: ['decides'],
  })
  await pair(callsOf(page), above)
  await above.do('directive.issue', { ...DIRECTIVE, date: '2023-12-20', title: `Học tập gương đồng chí ${RECEIVED}` })
  await exportTo(above, place.stick)
  above.core.close()
  const exchange = exchangePage(window)
  await exchange.open('Nhận về')
  await exchange.takeIn(place.stick)
  await goTo(page, '/chi-dao')
  await expect(page.getByRole('main')).toContainText(RECEIVED)
}

/** What must not lie anywhere. Six digits alone stand in many files; two groups of the sheet in a row do not. */
function wordsWith(sheet: readonly string[]): readonly string[] {
  expect(sheet).toHaveLength(8)
  const pairs = [sheet.slice(0, 2), sheet.slice(6)]
  const joined = ['', ' ', '-', '\n', '","'].flatMap((between) => pairs.map((pair) => pair.join(between)))
  return [NAME, NUMBER, PASSPHRASE, SCANNED, PASTED, RECEIVED, ...Object.values(TYPED), ...joined]
}

function sightings(folders: readonly string[], words: readonly string[], atLeast = 5): readonly Sighting[] {
  const done = spawnSync(process.execPath, [join(import.meta.dirname, '../support/find-canaries.ts')], {
    input: JSON.stringify({ folders, words }),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  const seen = JSON.parse(done.stdout) as { files: number; sightings: readonly Sighting[] }
  expect(seen.files).toBeGreaterThanOrEqual(atLeast)
  return seen.sightings
}
