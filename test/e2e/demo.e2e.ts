import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { alikePairs, openAlbum } from '../../build/demo/pictures.ts'
import { COMMUNE, DISTRICT } from '../../build/demo/places.ts'
import { runDemo } from '../../build/demo/play.ts'
import { drawScreens } from '../../build/demo/screens.ts'
import { expect, test } from './support/fixtures.ts'

test('the demo drives both windows and leaves pictures at the size of the screen, no two alike', async ({ place }) => {
  test.slow()
  const out = join(place.folder, 'demo-out')
  await runDemo({ out, seed: 1, candidates: 12, print: () => undefined })
  const summary = readFileSync(join(out, 'summary.json'), 'utf8')
  const names = await drawScreens({ out, print: () => undefined })
  const files = readdirSync(join(out, 'screens'))
  expect(files.toSorted()).toEqual(names.map((name) => `${name}.png`).toSorted())
  expect(files.length).toBeGreaterThanOrEqual(20)
  for (const { code } of [COMMUNE, DISTRICT])
    expect(files.filter((name) => name.startsWith(`${code}-`)).length).toBeGreaterThanOrEqual(5)
  for (const name of files) expect([name, ...sizeOf(join(out, 'screens', name))]).toEqual([name, 1366, 768])
  // The windows worked on copies.
  expect(readFileSync(join(out, 'summary.json'), 'utf8')).toBe(summary)
})

test('pictures that nobody could tell apart are named', async ({ place }) => {
  const { page } = await place.open('xa')
  const name = page.getByRole('textbox', { name: 'Tên đơn vị', exact: true })
  await name.focus()
  const album = openAlbum(place.folder)
  await album.take(page, 'one')
  await album.take(page, 'same')
  await name.fill('.')
  await album.take(page, 'nearly')
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.evaluate(() => (document.documentElement.dataset['mantineColorScheme'] = 'dark'))
  await album.take(page, 'other')
  const alike = alikePairs(album.pictures)
  expect(alike).toContainEqual(['one', 'same'])
  expect(alike).toContainEqual(['one', 'nearly'])
  expect(alike.flat()).not.toContain('other')
  await expect(album.take(page, 'other')).rejects.toThrow('two pictures called other')
})

/** Width and height of a PNG, which stand in its first chunk: to read all of it took longer than to take it. */
function sizeOf(file: string): readonly [width: number, height: number] {
  const bytes = readFileSync(file)
  expect(bytes.toString('latin1', 12, 16)).toBe('IHDR')
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
}
