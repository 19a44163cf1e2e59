/**
 * A browser for the stand-in, the demo's pictures and the end-to-end tests: the installed one, else one that is fetched
 * (Debian's package as root, Playwright's own installer elsewhere), else a sentence saying what to install.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findBrowser } from '../electron/standin/browser.ts'

/** True when a browser is there, or has just been fetched. */
export async function ensureBrowser(): Promise<boolean> {
  if ((await findBrowser()) !== null) return true
  console.log('Chưa có Chromium, Chrome hoặc Edge trên máy; đang thử cài.')
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const quiet = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const
    spawnSync('apt-get', ['update'], quiet)
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-core'], quiet)
  } else {
    spawnSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit', shell: process.platform === 'win32' })
  }
  if ((await findBrowser()) !== null) return true
  console.error('Không tìm thấy và không tự cài được trình duyệt: hãy cài Chromium, Google Chrome hoặc Microsoft Edge.')
  return false
}
