/**
 * The window over 100,000 people, as a person feels it: from the start to the unlock page, and from Enter on the
 * passphrase to the home page. In the stand-in, without a screen. What comes after it is in actions.ts.
 */
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { numberOf, textOf, type Arguments, type Bench, type Found } from '../figure.ts'
import { median } from '../numbers.ts'
import { buildWindow, inWindow, unlock } from '../open-window.ts'
import type { Line } from '../report.ts'

/** Starts the window several times. */
export async function measure(input: Arguments): Promise<Found> {
  const folder = textOf(input, 'folder')
  buildWindow()
  const starts: number[] = []
  const unlocks: number[] = []
  const rounds = Number(input['rounds'])
  for (let round = 0; round < rounds; round += 1) {
    const before = Date.now()
    await inWindow(folder, { undisturbedFor: 4000 }, async (window) => {
      starts.push((await shownAt(window.page)) - before)
      unlocks.push(await unlock(window))
    })
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
