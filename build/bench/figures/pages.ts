/**
 * The pages of a deciding office as a person waits for them: 134 units, 7,000 members, 10,000 cases, some 300,000 entries;
 * from the change of the address to the page with all it shows, each visited once after an unlock, so that only what pages
 * share is remembered. In the stand-in, without a screen.
 */
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { numberOf, textOf, type Arguments, type Bench, type Found } from '../figure.ts'
import { median } from '../numbers.ts'
import { buildWindow, inWindow, unlock } from '../open-window.ts'
import type { Line } from '../report.ts'

/** Pages by their address; the home page comes by the unlock. */
const PAGES = [
  ['review queue', '/xet'],
  ['targets', '/bao-cao/chi-tieu'],
  ['coverage', '/bao-cao/do-phu'],
  ['report of the year', '/bao-cao/ky'],
  ['units', '/don-vi'],
  ['classes', '/lop'],
  ['people', '/nguon'],
] as const

/** Opens the window several times; each time every page once. */
export async function measure(input: Arguments): Promise<Found> {
  const folder = textOf(input, 'folder')
  buildWindow()
  const took = new Map<string, number[]>()
  const note = (name: string, ms: number) => took.set(name, [...(took.get(name) ?? []), ms])
  for (let round = 0; round < Number(input['rounds']); round += 1)
    await inWindow(folder, { undisturbedFor: 4000 }, async (window) => {
      note('home page', await unlock(window))
      for (const [name, address] of PAGES) note(name, await visit(window.page, address))
    })
  return Object.fromEntries(
    [...took].flatMap(([name, all]) => [
      [`${name} p50`, median(all)],
      [`${name} worst`, Math.max(...all)],
    ]),
  )
}

/** One line a page. */
export async function figure({ stores, folder, measure: run, old }: Bench): Promise<readonly Line[]> {
  // The slow disk and the half CPU are those of a process, not of a browser with its own.
  if (old) return []
  const at = folder('deciding-10k')
  await stores.copy('deciding-10k', at)
  const found = await run({ folder: join(at, 'a'), rounds: 3 })
  return ['home page', ...PAGES.map(([name]) => name)].map((name) => ({
    figure: 'pages',
    what: `${name}, 10,000 cases, from the press to all it shows`,
    ours: numberOf(found, `${name} p50`),
    unit: 'ms',
    limit: { atMost: 500 },
    note: `worst ${numberOf(found, `${name} worst`).toFixed(0)} ms`,
  }))
}

/** Goes to a page. @returns milliseconds until its heading stands and nothing in it is being loaded, drawn */
function visit(page: Page, address: string): Promise<number> {
  return page.evaluate<number>(`new Promise((resolve) => {
    const start = performance.now()
    location.hash = ${JSON.stringify(`#${address}`)}
    const look = () => {
      const main = document.querySelector('main')
      const isThere = main?.querySelector('h1') && main.textContent.length > 40
      if (location.hash !== ${JSON.stringify(`#${address}`)} || !isThere || main.querySelector('[aria-busy=true]'))
        return requestAnimationFrame(look)
      requestAnimationFrame(() => resolve(performance.now() - start))
    }
    // The frame after the next: the page before has gone by then.
    requestAnimationFrame(() => requestAnimationFrame(look))
  })`)
}
