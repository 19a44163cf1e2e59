/**
 * What a person of the office leaves in the browser: nothing. Names, an identity number, a passphrase and the recovery
 * sheet are looked for in the profile, the cache, the temporary folder and the home folder, in every encoding, while the
 * window is open, locked, after its end, and after it was killed.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Sighting } from '../support/find-canaries.ts'
import { candidatesPage } from './pages/candidates.ts'
import { firstStartPage } from './pages/first-start.ts'
import { registerPage } from './pages/register.ts'
import { unlockPage } from './pages/unlock.ts'
import { usersPage } from './pages/users.ts'
import { expect, test } from './support/fixtures.ts'
import { BRANCH, goTo, openWithBranches } from './support/people.ts'
import { callPort, PASSPHRASE } from './support/ready.ts'
import { addPdf } from './support/seed.ts'

const NAME = 'Khuất Thị Chim Hoàng Yến'
const NUMBER = '035188777666'
const SCANNED = 'chim-hoang-yen-trong-ban-quet'

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
  const scan = await addPdf(window, SCANNED, 64 * 1024)
  await callPort(page, 'paper.record', { case: id, paper: '1-KND', date: '2023-09-01', scans: [scan] })
  await page.getByRole('button', { name: 'Xem 1 bản quét Đơn xin vào Đảng' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await goTo(page, '/nguon')
  const list = candidatesPage(page)
  await list.search.fill(NUMBER)
  await expect(list.person(NAME)).toBeVisible()
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

/** What must not lie anywhere. Six digits alone stand in many files; two groups of the sheet in a row do not. */
function wordsWith(sheet: readonly string[]): readonly string[] {
  expect(sheet).toHaveLength(8)
  const pairs = [sheet.slice(0, 2), sheet.slice(6)]
  const joined = ['', ' ', '-', '\n', '","'].flatMap((between) => pairs.map((pair) => pair.join(between)))
  return [NAME, NUMBER, PASSPHRASE, SCANNED, ...joined]
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
