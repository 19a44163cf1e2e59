/**
 * Where an installed browser is found.
 */
import { delimiter, join } from 'node:path'
import { exists } from '../disk/attempt.ts'
import { nodeDisk } from '../disk/node-disk.ts'

/** Chromium without all that only a window on a screen has: the same pages for a sixth less of the processor's time. */
const UNSEEN = 'chromium-headless-shell'

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

/**
 * Path of an installed Chromium, Chrome or Edge, or of the one Playwright's installer fetched; null where there is none.
 * @param isHeadless - whether nobody is to see its window: the program made for that goes before all others then
 */
export async function findBrowser(isHeadless: boolean): Promise<string | null> {
  const named = process.env['KETNAP_BROWSER']
  if (named !== undefined && named !== '') return named
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const names = isHeadless ? [UNSEEN, ...NAMES] : NAMES
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, `${name}${suffix}`)))
  const paths = [...onPath, ...PLACES]
  // All at once: whoever waits for one after the other waits for all that the program does in between.
  const there = await Promise.all(paths.map((path) => exists(nodeDisk, path)))
  return paths.find((_, place) => there[place] === true) ?? fetchedBrowser()
}

/** What Playwright's installer fetched. Asked last: loading it takes a third of a second. */
async function fetchedBrowser(): Promise<string | null> {
  const { chromium } = await import('playwright-core')
  const path = chromium.executablePath()
  return (await exists(nodeDisk, path)) ? path : null
}
