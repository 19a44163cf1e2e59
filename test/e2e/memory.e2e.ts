/**
 * A window stands open for weeks: however often its pages are gone round, it holds no more than before, in objects, nodes and
 * listeners. Not how much it holds is judged but how that grows with every page, so that a page that leaves a kilobyte behind
 * each time is found. What the engine makes of the program, compiled code above all, grows for hours, and is not counted.
 */
import type { Page } from '@playwright/test'
import { addressOf, routesFor, routeTable } from '../../build/route-table.ts'
import { addBranch, HOA, submittedDossier } from '../support/journey.ts'
import { foundOffice } from '../support/office.ts'
import { expect, test } from './support/fixtures.ts'
import { visit } from './support/routes.ts'
import { openSeeded } from './support/seeded.ts'

/** Rounds of each of two halves that are judged, over 200 pages in all, after one in which every page is read and drawn. */
const ROUNDS = 3

/** What a page visited may add on average, in bytes of objects, nodes and listeners. */
const MOST = { objects: 1000, nodes: 0.3, listeners: 0.2 }

type Held = Readonly<Record<keyof typeof MOST, number>>

test('however often its pages are gone round, the window holds no more than before', async ({ place }) => {
  test.slow()
  const capacities = ['proposes', 'decides'] as const
  const office = await foundOffice({ root: place.folder, code: 'xa', name: 'Đảng ủy xã Đồng Hóa', capacities })
  const unit = await addBranch(office)
  const id = await submittedDossier(office, unit)
  const profiles = Array.from(
    { length: 120 },
    (_, n) => `${HOA.name} ${'ABCDEG'.charAt(n % 6)}${'aăâeê'.charAt(n % 5)}nh`,
  )
  const { cases } = await office.do<{ cases: string[] }>('candidate.registerMany', {
    rows: profiles.map((name) => ({ unit, profile: { name } })),
  })
  const { class: held } = await office.do<{ class: string }>('class.open', {
    kind: 'awareness',
    name: 'Lớp nhận thức về Đảng khóa 1',
    from: '2024-03-01',
    to: '2024-03-08',
    places: 80,
  })
  await office.do('class.enroll', { class: held, cases: cases.slice(0, 30), on: '2024-01-25' })
  const { meeting } = await office.do<{ meeting: string }>('meeting.call', {
    date: '2024-04-02',
    body: 'Ban Thường vụ Huyện ủy',
    members: 11,
    cases: [{ case: id, matter: 'admission' }],
  })
  const { page } = await openSeeded(place, office, '2024-04-01')
  const shown = {
    tab: 'nhan',
    topic: 'sao-luu',
    report: 'chi-tieu',
    inspection: 'xep-loai',
    models: 'guong',
    directives: 'hoi-nghi',
  }
  const samples = { case: id, unit, class: held, meeting, ...shown }
  const addresses = routesFor(await routeTable(), capacities).map((route) => addressOf(route, samples))
  const headings = new Map<string, string>()
  for (const address of addresses) {
    await visit(page, address)
    headings.set(address, await page.getByRole('heading', { level: 1 }).innerText())
  }
  // What stands there is of a class and a meeting that are, not word that there are none.
  expect([...headings.values()]).toEqual(expect.arrayContaining([HOA.name, 'Lớp nhận thức về Đảng khóa 1']))

  const figures = [await heldBy(page)]
  for (const _half of ['first', 'second']) {
    for (let round = 0; round < ROUNDS; round += 1) await goRound(page, headings)
    figures.push(await heldBy(page))
  }
  const said = JSON.stringify(figures)
  for (const what of ['objects', 'nodes', 'listeners'] as const) {
    const grown = steadily(figures.map((one) => one[what])) / (ROUNDS * addresses.length)
    expect(grown, `${what}: ${said}`).toBeLessThan(MOST[what])
  }
})

/** Visits every page, each until its heading stands there and nothing is waited for any more. */
async function goRound(page: Page, headings: ReadonlyMap<string, string>): Promise<void> {
  for (const [address, heading] of headings) {
    await page.evaluate((hash) => (window.location.hash = hash), `#${address}`)
    await page.waitForFunction(
      (title) =>
        document.querySelector('h1')?.innerText === title &&
        ![...document.querySelectorAll('main [aria-busy=true]')].some((waiting) => waiting.checkVisibility()),
      heading,
    )
  }
}

/** By how much figures grow from each to the next: what is left behind each time is there every time. */
function steadily(figures: readonly number[]): number {
  return Math.min(...figures.slice(1).map((figure, before) => figure - (figures[before] ?? 0)))
}

/** What the page holds after the rubbish was taken out. */
async function heldBy(page: Page): Promise<Held> {
  const session = await page.context().newCDPSession(page)
  try {
    for (let n = 0; n < 4; n += 1) await session.send('HeapProfiler.collectGarbage')
    const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters')
    const chunks: string[] = []
    session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => void chunks.push(chunk))
    await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
    return { objects: bytesOfObjects(JSON.parse(chunks.join('')) as Snapshot), nodes, listeners: jsEventListeners }
  } finally {
    await session.detach()
  }
}

/** A snapshot of the heap as the engine writes it, as far as it is read: all nodes in one row of numbers. */
type Snapshot = {
  readonly snapshot: {
    readonly meta: { readonly node_fields: readonly string[]; readonly node_types: readonly (readonly string[])[] }
  }
  readonly nodes: readonly number[]
}

/** What a program itself makes; the rest is the engine's: code, shapes, and what stands for nodes. */
const MADE = new Set([
  'object',
  'closure',
  'array',
  'string',
  'concatenated string',
  'sliced string',
  'number',
  'regexp',
])

function bytesOfObjects({ snapshot: { meta }, nodes }: Snapshot): number {
  const [type, size] = [meta.node_fields.indexOf('type'), meta.node_fields.indexOf('self_size')]
  const isMade = meta.node_types[type]?.map((name) => MADE.has(name)) ?? []
  let bytes = 0
  for (let at = 0; at < nodes.length; at += meta.node_fields.length)
    if (isMade[nodes[at + type] ?? -1] === true) bytes += nodes[at + size] ?? 0
  return bytes
}
