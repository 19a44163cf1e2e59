/**
 * How long an action keeps the eye waiting (event timing: from the key or the mouse to the next frame): what is done most
 * over a list of 100,000 people, and every page of the route table with its tabs, menus, dialogs, fields and forms, in an
 * office that sends dossiers up and in the one above it, where they wait. Each action is judged by itself; a page of the
 * table that neither office opened fails the figure. In the stand-in, without a screen.
 */
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { routesFor, routeTable } from '../../route-table.ts'
import { feel, judged, type Felt } from '../felt.ts'
import { numberOf, textOf, type Arguments, type Bench, type Found } from '../figure.ts'
import { furnishPair } from '../furnish.ts'
import { percentile } from '../numbers.ts'
import { buildWindow, inWindow, unlock } from '../open-window.ts'
import type { Line } from '../report.ts'
import { notWalked, walkPages, type Samples } from '../window-walk.ts'

/** The limit of an action, in milliseconds. */
const LIMIT = 100

/** How often each action is done. */
const ROUNDS = 5

/** One window over one store; `walk` is `list`, or the capacity of an office whose pages are walked, with its `samples`. */
export async function measure(input: Arguments): Promise<Found> {
  const folder = textOf(input, 'folder')
  const walk = textOf(input, 'walk')
  buildWindow()
  const { kinds, all, walked } = await inWindow(folder, {}, async (window) => {
    await unlock(window)
    const felt = await feel(window.page)
    const walked = walk === 'list' ? null : await walkAs(walk, textOf(input, 'samples'), window.page, felt)
    if (walk === 'list') await act(window.page, felt)
    return { ...judged(felt.found()), walked }
  })
  return {
    ...Object.fromEntries((walked?.paths ?? []).map((path) => [`${WALKED}${path}`, 1])),
    forms: walked?.forms ?? 0,
    recorded: walked?.recorded ?? 0,
    ...Object.fromEntries(kinds.slice(0, NAMED).map(([name, p95]) => [`${SLOWEST}${name}`, p95])),
    slowest: kinds[0]?.[1] ?? Number.NaN,
    kinds: kinds.length,
    slow: kinds.filter(([, p95]) => p95 > LIMIT).length,
    actions: all.length,
    p50: percentile(all, 0.5),
    p95: percentile(all, 0.95),
  }
}

/** What carries the names of the slowest actions among the numbers, and how many of them are named. */
const SLOWEST = 'slowest: '
const NAMED = 12

/** What carries the paths that were opened. */
const WALKED = 'walked: '

/** How many forms both offices together record at least: fewer, and the walk no longer does what it says. */
const RECORDED_AT_LEAST = 60

/** The lines of actions. */
export async function figure({ stores, folder, measure: run, old }: Bench): Promise<readonly Line[]> {
  // The slow disk and the half CPU are those of a process, not of a browser with its own.
  if (old) return []
  const list = folder('100k')
  await stores.copy('people-100k', list)
  const pair = folder('pair')
  await stores.copy('sender-20k', pair)
  const { lower, upper } = await furnishPair(pair)
  const walk = (office: string, capacity: string, samples: Samples) =>
    run({ folder: join(pair, office), walk: capacity, samples: JSON.stringify(samples) })
  const sends = await walk('a', 'proposes', lower)
  const above = await walk('b', 'decides', upper)
  await expectWhole([sends, above])
  return [
    ...lines('the list of 100,000 people', await run({ folder: join(list, 'a'), walk: 'list' })),
    ...lines('every page of an office that sends', sends),
    ...lines('every page of the office above it', above),
  ]
}

/** @throws Error where a page of the route table was not opened, or hardly a form was recorded */
async function expectWhole(walks: readonly Found[]): Promise<void> {
  const walked = walks.flatMap((found) =>
    Object.keys(found).flatMap((name) => (name.startsWith(WALKED) ? [name.slice(WALKED.length)] : [])),
  )
  const missing = notWalked(await routeTable(), walked)
  if (missing.length > 0) throw new Error(`no page was opened of ${missing.join(', ')}: give it a sample in furnish.ts`)
  const recorded = walks.reduce((sum, found) => sum + numberOf(found, 'recorded'), 0)
  if (recorded < RECORDED_AT_LEAST) throw new Error(`only ${recorded} forms were recorded of ${RECORDED_AT_LEAST}`)
}

function lines(what: string, found: Found): readonly Line[] {
  const about = { figure: 'actions', unit: 'ms', limit: { atMost: LIMIT } }
  const names = Object.entries(found).flatMap(([name, ms]) =>
    name.startsWith(SLOWEST) ? [`${name.slice(SLOWEST.length)} ${ms.toFixed(0)}`] : [],
  )
  return [
    {
      ...about,
      what: `${what}: an action, p95`,
      ours: numberOf(found, 'p95'),
      note: `${numberOf(found, 'actions')} of ${numberOf(found, 'kinds')} kinds, ${numberOf(found, 'slow')} above; p50 ${numberOf(found, 'p50').toFixed(0)} ms${formsOf(found)}`,
    },
    { ...about, what: '  the slowest kind, p95', ours: numberOf(found, 'slowest'), note: names.join('; ') },
  ]
}

async function walkAs(capacity: string, samples: string, page: Page, felt: Felt) {
  const routes = routesFor(await routeTable(), [capacity === 'decides' ? 'decides' : 'proposes'])
  return walkPages(page, felt, routes, JSON.parse(samples) as Samples)
}

/** How many forms were filled in and submitted, and how many of them taken, where forms were. */
function formsOf(found: Found): string {
  const forms = numberOf(found, 'forms')
  return forms === 0 ? '' : `; ${numberOf(found, 'recorded')} of ${forms} forms recorded`
}

/** What is done most, over a list of a hundred thousand: the menu, searching, filters, a case and back. */
async function act(page: Page, { one }: Felt): Promise<void> {
  const side = page.getByRole('navigation', { name: 'Trình đơn chính' })
  const folded = side.getByRole('button', { expanded: false })
  while ((await folded.count()) > 0) await folded.first().click()
  const menu = side.getByRole('link')
  const links = await menu.count()
  for (let round = 0; round < ROUNDS; round += 1)
    for (let link = 0; link < links; link += 1)
      await one(`trình đơn: ${await menu.nth(link).innerText()}`, () => menu.nth(link).click())
  const list = () => page.getByRole('link', { name: 'Nguồn và hồ sơ' }).first().click()
  await one('trình đơn: Nguồn và hồ sơ', list)
  const search = page.getByRole('textbox', { name: 'Tìm theo họ tên hoặc số định danh' })
  await one('vào ô tìm', () => search.click())
  for (const text of ['nguyen', 'duc', 'le thi'])
    for (const key of [...text.split(''), ...text.split('').fill('Backspace')])
      await one('gõ tìm', () => page.keyboard.press(key))
  for (const number of [2, 3, 4])
    await one('sang trang', () => page.getByRole('button', { name: `Trang ${number}`, exact: true }).click())
  await useFilters(page, one)
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    await one('mở hồ sơ', () => page.getByRole('table').getByRole('link').nth(turn).click())
    await one('mở Việc khác', () => page.getByRole('button', { name: 'Việc khác' }).click())
    await one('đóng Việc khác', () => page.keyboard.press('Escape'))
    await one('trình đơn: Nguồn và hồ sơ', list)
  }
  for (let round = 0; round < ROUNDS; round += 1)
    for (const key of ['Control+k', 'h', 'o', 'a', 'Escape'])
      await one(`bảng lệnh: ${key}`, () => page.keyboard.press(key))
}

/** Filters, the other order and ticks, over the whole list. */
async function useFilters(page: Page, one: Felt['one']): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [filter, option] of [
      ['Giai đoạn', 'Đang được giúp đỡ'],
      ['Tổ chức giới thiệu nguồn', 'Công đoàn'],
      ['Thời hạn', 'Đã quá hạn'],
    ] as const) {
      await one(`mở bộ lọc ${filter}`, () => page.getByRole('combobox', { name: filter }).click())
      await one(`lọc ${filter}`, () => page.getByRole('option', { name: option }).first().click())
    }
    await one('bỏ lọc', () => page.getByRole('button', { name: 'Bỏ tìm và lọc' }).click())
    for (const order of ['Chờ lâu nhất', 'Theo tên']) await one(`sắp ${order}`, () => page.getByText(order).click())
    await one('chọn cả trang', () => page.getByRole('checkbox', { name: 'Chọn cả trang' }).click())
    await one('bỏ chọn', () => page.getByRole('button', { name: 'Bỏ chọn' }).click())
  }
  for (let place = 0; place < ROUNDS; place += 1)
    await one('đánh dấu một người', () => page.locator('main tbody').getByRole('checkbox').nth(place).click())
  await one('bỏ chọn', () => page.getByRole('button', { name: 'Bỏ chọn' }).click())
}
