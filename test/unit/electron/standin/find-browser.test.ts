import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { findBrowser } from '../../../../electron/standin/find-browser.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

afterEach(() => vi.unstubAllEnvs())

/** A path with programs of these names. */
function onPath(...names: readonly string[]): string {
  const folder = temporaryFolder()
  for (const name of names) {
    const file = join(folder, process.platform === 'win32' ? `${name}.exe` : name)
    writeFileSync(file, '')
    chmodSync(file, 0o755)
  }
  vi.stubEnv('PATH', folder)
  vi.stubEnv('KETNAP_BROWSER', undefined)
  return folder
}

test('a window that nobody sees takes the browser made for that, one on the screen never does', async () => {
  const folder = onPath('chromium', 'chromium-headless-shell')
  expect(await findBrowser(true)).toMatch(join(folder, 'chromium-headless-shell'))
  expect(await findBrowser(false)).toMatch(new RegExp(`chromium(\\.exe)?$`))
})

test('where that is not there, any other does', async () => {
  const folder = onPath('google-chrome')
  expect(await findBrowser(true)).toMatch(join(folder, 'google-chrome'))
})

test('the one that is named goes before all', async () => {
  onPath('chromium', 'chromium-headless-shell')
  vi.stubEnv('KETNAP_BROWSER', '/opt/mine/chrome')
  expect(await findBrowser(true)).toBe('/opt/mine/chrome')
  expect(await findBrowser(false)).toBe('/opt/mine/chrome')
})
