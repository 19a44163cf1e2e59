/**
 * The window over 100,000 people, as a person feels it: from the start to the unlock page, and from Enter on the
 * passphrase to the home page. In the stand-in, without a screen. What comes after it is in actions.ts.
 */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { driveWindow, type DrivenWindow } from '../../window.ts'
import { numberOf, textOf, type Arguments, type Bench, type Found } from '../figure.ts'
import { median } from '../numbers.ts'
import { PASSPHRASE, TODAY } from '../office.ts'
import type { Line } from '../report.ts'

const root = join(import.meta.dirname, '../../..')

/** Starts the window several times. */
export async function measure(input: Arguments): Promise<Found> {
  const folder = textOf(input, 'folder')
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  const starts: number[] = []
  const unlocks: number[] = []
  const rounds = Number(input['rounds'])
  for (let round = 0; round < rounds; round += 1) {
    const before = Date.now()
    const window = await driveWindow({
      data: join(folder, 'data'),
      marks: join(folder, 'marks'),
      today: TODAY,
      workFolder: join(folder, 'w'),
      undisturbedFor: 4000,
    })
    starts.push((await shownAt(window.page)) - before)
    unlocks.push(await unlock(window))
    await window.close()
    if (window.problems.length > 0) throw new Error(window.problems.join('\n'))
  }
  return { start: median(starts), unlock: median(unlocks) }
}

/** The lines of the window. */
export async function figure({ stores, folder, measure: run, old }: Bench): Promise<readonly Line[]> {
  // The slow disk and the half CPU are those of a process, not of a browser with its own.
  if (old) return []
  const at = folder('100k')
  await stores.copy('people-100k', at)
  const found = await run({ folder: join(at, 'a'), rounds: 4 })
  const about = { figure: 'window', unit: 'ms' }
  return [
    { ...about, what: 'start to the unlock page', ours: numberOf(found, 'start'), limit: { atMost: 1200 } },
    {
      ...about,
      what: 'unlock to the home page, 100,000 people',
      ours: numberOf(found, 'unlock'),
      limit: { atMost: 1000 },
    },
  ]
}

/** When the unlock page had been painted whole, in milliseconds of the clock. */
async function shownAt(page: Page): Promise<number> {
  await page.getByRole('button', { name: 'Mở', exact: true }).waitFor()
  return page.evaluate<number>(`new Promise((resolve) => new PerformanceObserver((list) => {
    const last = list.getEntries().at(-1)
    if (last) resolve(performance.timeOrigin + last.startTime)
  }).observe({ type: 'largest-contentful-paint', buffered: true }))`)
}

/** From Enter to the home page with all it shows, in milliseconds. */
export async function unlock({ page }: DrivenWindow): Promise<number> {
  await page.getByRole('textbox', { name: 'Mật khẩu', exact: true }).fill(PASSPHRASE)
  await page.evaluate(`void (globalThis.shown = new Promise((resolve) => {
    let start = 0
    addEventListener('keydown', () => { start = performance.now() }, { capture: true, once: true })
    new MutationObserver(() => {
      if (document.querySelector('h1')?.textContent !== 'Việc cần làm') return
      if (document.querySelector('main [aria-busy=true]') || !document.querySelector('main section')) return
      requestAnimationFrame(() => resolve(performance.now() - start))
    }).observe(document, { childList: true, subtree: true })
  }))`)
  await page.keyboard.press('Enter')
  return page.evaluate<number>('globalThis.shown')
}
