/**
 * Finding and starting the installed browser. A new empty profile every time, removed at the end: nothing of a person
 * stays in it.
 */
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { chromium, type BrowserContext } from 'playwright-core'
import { exists, tryAnyway } from '../disk/attempt.ts'
import { ensureFolder, removeTree } from '../disk/folders.ts'
import { nodeDisk } from '../disk/node-disk.ts'

/** A running browser. */
export type StandinBrowser = { readonly context: BrowserContext; readonly close: () => Promise<void> }

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']

/** Where installers put browsers that are not on the path. */
const PLACES = [
  ...['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((name) => {
    const folder = process.env[name]
    if (folder === undefined) return []
    return [
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
      join(folder, 'Chromium/Application/chrome.exe'),
    ]
  }),
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** Path of an installed Chromium, Chrome or Edge, or of the one Playwright's installer fetched; null where there is none. */
export async function findBrowser(): Promise<string | null> {
  const named = process.env['KETNAP_BROWSER']
  if (named !== undefined && named !== '') return named
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, `${name}${suffix}`)))
  const paths = [...onPath, ...PLACES, chromium.executablePath()]
  // All at once: whoever waits for one after the other waits for all that the program does in between.
  const there = await Promise.all(paths.map((path) => exists(nodeDisk, path)))
  return paths.find((_, place) => there[place] === true) ?? null
}

/** Starts the browser; shown unless KETNAP_HEADLESS is set. */
export async function launchBrowser(): Promise<StandinBrowser> {
  const profile = join(tmpdir(), `ket-nap-profile-${randomBytes(6).toString('hex')}`)
  const [executablePath] = await Promise.all([findBrowser(), ensureFolder(nodeDisk, profile)])
  if (executablePath === null) throw new Error('Không tìm thấy Chromium, Chrome hoặc Edge. Hãy cài một trong số đó.')
  const headless = process.env['KETNAP_HEADLESS'] !== undefined
  const port = process.env['KETNAP_TEST_PORT'] === undefined ? [] : ['--remote-debugging-port=0']
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless,
    chromiumSandbox: process.getuid?.() !== 0,
    viewport: headless ? { width: 1366, height: 768 } : null,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    serviceWorkers: 'block',
    acceptDownloads: false,
    permissions: [],
    ignoreDefaultArgs: ['--enable-automation'],
    args: [
      '--test-type',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--disable-gpu',
      '--disk-cache-size=1',
      ...(headless ? [] : ['--app=data:text/html,<title>Kết nạp</title>']),
      '--window-size=1366,820',
      ...port,
    ],
  })
  const close = async () => {
    await context.close().catch(() => undefined)
    await tryAnyway(() => removeTree(nodeDisk, profile))
  }
  return { context, close }
}
