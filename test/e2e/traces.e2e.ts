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
import { registerPage } from './pages/register.ts'
import { unlockPage } from './pages/unlock.ts'
import { expect, test } from './support/fixtures.ts'
import { BRANCH, goTo, seedOffice } from './support/people.ts'
import { callPort, PASSPHRASE } from './support/ready.ts'
import { addPdf } from './support/seed.ts'

const NAME = 'Khuất Thị Chim Hoàng Yến'
const NUMBER = '035188777666'
const SCANNED = 'chim-hoang-yen-trong-ban-quet'
const WORDS = [NAME, NUMBER, PASSPHRASE, SCANNED]

test('nothing of a person stays in the profile, the cache, the temporary or the home folder', async ({ place }) => {
  test.slow()
  const home = join(place.folder, 'home')
  mkdirSync(home)
  const places = { HOME: home, XDG_CONFIG_HOME: join(home, '.config'), XDG_CACHE_HOME: join(home, '.cache') }
  const window = await place.open('xa', '2024-01-02', places)
  const { page } = window
  await seedOffice(window)
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

function sightingsIn(folders: readonly string[], atLeast = 5): readonly Sighting[] {
  const done = spawnSync(process.execPath, [join(import.meta.dirname, '../support/find-canaries.ts')], {
    input: JSON.stringify({ folders, words: WORDS }),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  const { files, sightings } = JSON.parse(done.stdout) as { files: number; sightings: readonly Sighting[] }
  expect(files).toBeGreaterThanOrEqual(atLeast)
  return sightings
}
