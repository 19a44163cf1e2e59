/** What `npm start` takes, and what the tests, the demo and the start do where no browser is found. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { ensureAsker } from '../../../build/asker.ts'
import { ensureBrowser } from '../../../build/browser.ts'
import { chooseHost } from '../../../build/choose-host.ts'
import { standinWords } from '../../../build/standin-command.ts'
import { electronBinary } from '../../../build/electron-binary.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

test('Electron is taken where it is installed or can be fetched, else a browser, else nothing', async () => {
  const asked: string[] = []
  const offers = (installed: string | null, fetched: string | null, browser: boolean) => ({
    installed: () => {
      asked.push('installed')
      return installed
    },
    fetched: () => {
      asked.push('fetched')
      return fetched
    },
    browser: async () => {
      asked.push('browser')
      return browser
    },
  })
  expect(await chooseHost(offers('/electron', null, true))).toEqual({ kind: 'desktop', binary: '/electron' })
  expect(asked.splice(0)).toEqual(['installed'])
  expect(await chooseHost(offers(null, '/fetched', true))).toEqual({ kind: 'desktop', binary: '/fetched' })
  expect(asked.splice(0)).toEqual(['installed', 'fetched'])
  expect(await chooseHost(offers(null, null, true))).toEqual({ kind: 'browser' })
  expect(asked.splice(0)).toEqual(['installed', 'fetched', 'browser'])
  expect(await chooseHost(offers(null, null, false))).toEqual({ kind: 'none' })
})

test('the stand-in is told what to import by a URL, on a drive of Windows and in a folder with a blank too', () => {
  expect(standinWords('C:\\Văn phòng\\ket-nap', 'win32')).toEqual([
    '--import',
    'file:///C:/V%C4%83n%20ph%C3%B2ng/ket-nap/electron/standin/register.ts',
    'C:\\Văn phòng\\ket-nap\\dist\\main\\main.js',
  ])
  expect(standinWords('/opt/ket nap', 'linux')).toEqual([
    '--import',
    'file:///opt/ket%20nap/electron/standin/register.ts',
    '/opt/ket nap/dist/main/main.js',
  ])
})

test("Electron's binary is known by the path its package has written down, and by the file itself", () => {
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', undefined)
  const root = temporaryFolder()
  const folder = join(root, 'node_modules/electron')
  expect(electronBinary(root)).toBeNull()
  mkdirSync(join(folder, 'dist'), { recursive: true })
  writeFileSync(join(folder, 'path.txt'), 'electron')
  expect(electronBinary(root)).toBeNull()
  writeFileSync(join(folder, 'dist/electron'), '')
  expect(electronBinary(root)).toBe(join(folder, 'dist/electron'))
  const elsewhere = temporaryFolder()
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', elsewhere)
  expect(electronBinary(root)).toBeNull()
  writeFileSync(join(elsewhere, 'electron'), '')
  expect(electronBinary(root)).toBe(join(elsewhere, 'electron'))
})

test('a browser is fetched once where none is found, and one sentence says what to install where that fails', async () => {
  const said = vi.spyOn(console, 'log').mockReturnValue()
  const complained = vi.spyOn(console, 'error').mockReturnValue()
  let fetches = 0
  const fetch = () => {
    fetches += 1
  }
  expect(await ensureBrowser({ find: async () => '/chromium', fetch })).toBe(true)
  expect([fetches, said.mock.calls.length]).toEqual([0, 0])
  expect(await ensureBrowser({ find: async () => (fetches === 0 ? null : '/chromium'), fetch })).toBe(true)
  expect([fetches, said.mock.calls.length, complained.mock.calls.length]).toEqual([1, 1, 0])
  expect(await ensureBrowser({ find: async () => null, fetch })).toBe(false)
  expect(fetches).toBe(2)
  expect(complained.mock.calls.map(([sentence]) => String(sentence))).toEqual([
    expect.stringMatching(/hãy cài Chromium, Google Chrome hoặc Microsoft Edge/),
  ])
})

test('a program for file dialogs is fetched once on Linux, and one sentence says what to install where that fails', () => {
  const complained = vi.spyOn(console, 'error').mockReturnValue()
  let fetches = 0
  const fetch = () => {
    fetches += 1
  }
  expect(ensureAsker({ find: () => false, fetch }, 'win32')).toBe(true)
  expect(ensureAsker({ find: () => true, fetch }, 'linux')).toBe(true)
  expect(fetches).toBe(0)
  expect(ensureAsker({ find: () => fetches > 0, fetch }, 'linux')).toBe(true)
  expect([fetches, complained.mock.calls.length]).toEqual([1, 0])
  expect(ensureAsker({ find: () => false, fetch }, 'linux')).toBe(false)
  expect(complained.mock.calls.map(([sentence]) => String(sentence))).toEqual([
    expect.stringMatching(/^Máy chưa có zenity hoặc kdialog.*hãy cài một trong hai/),
  ])
})

test('an installed zenity or kdialog is found on the path', () => {
  vi.spyOn(console, 'error').mockReturnValue()
  const folder = temporaryFolder()
  vi.stubEnv('PATH', folder)
  writeFileSync(join(folder, 'kdialog'), '')
  expect(ensureAsker(undefined, 'linux')).toBe(true)
})
