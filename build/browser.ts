/**
 * A browser for the stand-in, the demo's pictures and the end-to-end tests: the installed one, else one that is fetched
 * (Debian's package as root, Playwright's own installer elsewhere), else a sentence saying what to install.
 */
import { spawnSync } from 'node:child_process'
import { findBrowser } from '../electron/standin/find-browser.ts'
import { canFetchPackages, fetchPackages } from './packages.ts'

/** How a browser is looked for, and how one is fetched. */
type Ways = { readonly find: () => Promise<string | null>; readonly fetch: () => void }

/** True when a browser is there, or has just been fetched. Says in one sentence what to install where neither is so. */
export async function ensureBrowser(
  { find, fetch }: Ways = { find: () => findBrowser(false), fetch: fetchBrowser },
): Promise<boolean> {
  if ((await find()) !== null) return true
  console.log('Chưa có Chromium, Chrome hoặc Edge trên máy; đang thử cài.')
  fetch()
  if ((await find()) !== null) return true
  console.error('Không tìm thấy và không tự cài được trình duyệt: hãy cài Chromium, Google Chrome hoặc Microsoft Edge.')
  return false
}

function fetchBrowser(): void {
  if (canFetchPackages()) fetchPackages(['chromium', 'fonts-noto-core'])
  else
    spawnSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit', shell: process.platform === 'win32' })
}
