/**
 * How long an action keeps the eye waiting (event timing: from the key or the mouse to the next frame): what is done most
 * over a list of 100,000 people, and every page, tab and dialog that the route table leads to, in an office that sends dossiers up and in the
 * one above it, where they wait. Each action is judged by itself. In the stand-in, without a screen.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { feel, judged, type Felt } from '../felt.ts'
import { numberOf, textOf, type Arguments, type Bench, type Found } from '../figure.ts'
import { percentile } from '../numbers.ts'
import { must, unlocked } from '../office.ts'
import { buildWindow, inWindow, unlock } from '../open-window.ts'
import type { Line } from '../report.ts'
import { walkPages } from '../window-walk.ts'

/** How often each action is done. */
const ROUNDS = 5

/** One window over one store; `walk` is `list` or `pages`. */
export async function measure(input: Arguments): Promise<Found> {
  const folder = textOf(input, 'folder')
  const samples = textOf(input, 'walk') === 'pages' ? await samplesOf(folder) : null
  buildWindow()
  const { kinds, all } = await inWindow(folder, {}, async (window) => {
    await unlock(window)
    const felt = await feel(window.page)
    await (samples === null ? act(window.page, felt) : walkPages(window.page, felt, samples))
    return judged(felt.found())
  })
  return {
    ...Object.fromEntries(kinds.slice(0, NAMED).map(([name, p95]) => [`${SLOWEST}${name}`, p95])),
    slowest: kinds[0]?.[1] ?? Number.NaN,
    kinds: kinds.length,
    actions: all.length,
    p50: percentile(all, 0.5),
    p95: percentile(all, 0.95),
  }
}

/** What carries the names of the slowest actions among the numbers, and how many of them are named. */
const SLOWEST = 'slowest: '
const NAMED = 6

/** The lines of actions. */
export async function figure({ stores, folder, measure: run, old }: Bench): Promise<readonly Line[]> {
  // The slow disk and the half CPU are those of a process, not of a browser with its own.
  if (old) return []
  const list = folder('100k')
  await stores.copy('people-100k', list)
  const pair = folder('pair')
  await stores.copy('sender-20k', pair)
  await carryUp(pair)
  return [
    ...lines('the list of 100,000 people', await run({ folder: join(list, 'a'), walk: 'list' })),
    ...lines('every page of an office that sends', await run({ folder: join(pair, 'a'), walk: 'pages' })),
    ...lines('every page of the office above it', await run({ folder: join(pair, 'b'), walk: 'pages' })),
  ]
}

function lines(what: string, found: Found): readonly Line[] {
  const about = { figure: 'actions', unit: 'ms', limit: { atMost: 100 } }
  const names = Object.entries(found).flatMap(([name, ms]) =>
    name.startsWith(SLOWEST) ? [`${name.slice(SLOWEST.length)} ${ms.toFixed(0)}`] : [],
  )
  return [
    {
      ...about,
      what: `${what}: an action, p95`,
      ours: numberOf(found, 'p95'),
      note: `${numberOf(found, 'actions')} of ${numberOf(found, 'kinds')} kinds, p50 ${numberOf(found, 'p50').toFixed(0)} ms`,
    },
    { ...about, what: '  the slowest kind, p95', ours: numberOf(found, 'slowest'), note: names.join('; ') },
  ]
}

/** What the lower office has sent lies with the upper one. */
async function carryUp(pair: string): Promise<void> {
  const stick = join(pair, 'stick')
  mkdirSync(stick)
  for (const [office, name] of [
    ['a', 'bundle.export'],
    ['b', 'bundle.import'],
  ] as const) {
    const core = await unlocked(join(pair, office))
    await must(core.call(name, { folder: stick }))
    core.close()
  }
}

/** A case and a unit of the store, and what else stands in addresses; the store has no class and no meeting. */
async function samplesOf(folder: string): Promise<Readonly<Record<string, string>>> {
  const core = await unlocked(folder)
  const [row] = (await must<{ rows: readonly { case: string }[] }>(core.call('candidate.search', {}))).rows
  const [unit] = (await must<{ units: readonly { id: string }[] }>(core.call('unit.list', {}))).units
  core.close()
  if (row === undefined || unit === undefined) throw new Error('a store without people or units')
  return { case: row.case, unit: unit.id, topic: 'sao-luu', tab: 'gui', report: 'chi-tieu' }
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
