/**
 * A window stands open for weeks: two hundred pages later it holds no more than before, in memory, nodes and listeners.
 */
import type { Page } from '@playwright/test'
import { addressOf, routesFor, routeTable } from '../../build/route-table.ts'
import { addBranch, HOA, submittedDossier } from '../support/journey.ts'
import { foundOffice } from '../support/office.ts'
import { expect, test } from './support/fixtures.ts'
import { openSeeded } from './support/seeded.ts'

/** What may remain of two hundred pages: caches of the engine, not pages. */
const HEAP = 4_000_000
const NODES = 600
const LISTENERS = 60

test('two hundred pages later the window holds no more than before', async ({ place }) => {
  test.slow()
  const capacities = ['proposes', 'decides'] as const
  const office = await foundOffice({ root: place.folder, code: 'xa', name: 'Đảng ủy xã Đồng Hóa', capacities })
  const unit = await addBranch(office)
  const id = await submittedDossier(office, unit)
  const profiles = Array.from(
    { length: 120 },
    (_, n) => `${HOA.name} ${'ABCDEG'.charAt(n % 6)}${'aăâeê'.charAt(n % 5)}nh`,
  )
  await office.do('candidate.registerMany', { rows: profiles.map((name) => ({ unit, profile: { name } })) })
  const { page } = await openSeeded(place, office, '2024-04-01')
  const none = '01990000-0000-7000-8000-0000000000ff'
  const shown = {
    tab: 'nhan',
    topic: 'sao-luu',
    report: 'chi-tieu',
    inspection: 'xep-loai',
    models: 'guong',
    directives: 'hoi-nghi',
  }
  const samples = { case: id, unit, class: none, meeting: none, ...shown }
  const addresses = routesFor(await routeTable(), capacities).map((route) => addressOf(route, samples))
  const titles = new Map<string, string>()

  await turn(page, addresses, titles, addresses.length * 3)
  const before = await held(page)
  await turn(page, addresses, titles, 200)
  const after = await held(page)
  const grown = {
    heap: after.heap - before.heap,
    nodes: after.nodes - before.nodes,
    listeners: after.listeners - before.listeners,
  }
  const said = `${JSON.stringify(before)} -> ${JSON.stringify(after)}`
  expect(grown.heap, said).toBeLessThan(HEAP)
  expect(grown.nodes, said).toBeLessThan(NODES)
  expect(grown.listeners, said).toBeLessThan(LISTENERS)
})

/** Goes round the pages, each until its heading stands there, and ends where it began. */
async function turn(
  page: Page,
  addresses: readonly string[],
  titles: Map<string, string>,
  count: number,
): Promise<void> {
  for (let n = 0; n < count; n += 1) await open(addresses[n % addresses.length] ?? '/')
  await open('/cai-dat')

  async function open(address: string): Promise<void> {
    await page.evaluate((hash) => (window.location.hash = hash), `#${address}`)
    const title = titles.get(address)
    const heading = page.getByRole('heading', { level: 1 })
    if (title === undefined) {
      await expect(page.locator('main [aria-busy=true]').filter({ visible: true })).toHaveCount(0)
      titles.set(address, await heading.innerText())
    } else await heading.filter({ hasText: title }).waitFor()
  }
}

/** What the page holds after the rubbish was taken out. */
async function held(
  page: Page,
): Promise<{ readonly heap: number; readonly nodes: number; readonly listeners: number }> {
  const session = await page.context().newCDPSession(page)
  try {
    for (let n = 0; n < 4; n += 1) await session.send('HeapProfiler.collectGarbage')
    const { usedSize } = await session.send('Runtime.getHeapUsage')
    const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters')
    return { heap: usedSize, nodes, listeners: jsEventListeners }
  } finally {
    await session.detach()
  }
}
