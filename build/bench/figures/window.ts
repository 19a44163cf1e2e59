/**
 * The window over 100,000 people, as a person feels it: from the start to the unlock page, from Enter on the passphrase
 * to the home page, and how long an action of the route table keeps the eye waiting (event timing: from the key or the
 * mouse to the next frame). In the stand-in, without a screen.
 */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { driveWindow, type DrivenWindow } from '../../window.ts'
import { numberOf, textOf, type Arguments, type Bench, type Found } from '../figure.ts'
import { median, percentile } from '../numbers.ts'
import { PASSPHRASE, TODAY } from '../office.ts'
import type { Line } from '../report.ts'

const root = join(import.meta.dirname, '../../..')

/** Starts the window several times; in the last of them every action is done. */
export async function measure(input: Arguments): Promise<Found> {
  const folder = textOf(input, 'folder')
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  const starts: number[] = []
  const unlocks: number[] = []
  const rounds = Number(input['rounds'])
  let actions: readonly number[] = []
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
    if (round === rounds - 1) actions = await act(window.page)
    await window.close()
    if (window.problems.length > 0) throw new Error(window.problems.join('\n'))
  }
  return {
    start: median(starts),
    unlock: median(unlocks),
    actions: actions.length,
    p50: percentile(actions, 0.5),
    p95: percentile(actions, 0.95),
    worst: Math.max(...actions),
  }
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
    {
      ...about,
      what: 'an action until the next frame, p95',
      ours: numberOf(found, 'p95'),
      limit: { atMost: 100 },
      note: `${numberOf(found, 'actions')} actions, p50 ${numberOf(found, 'p50').toFixed(0)} ms, worst ${numberOf(found, 'worst').toFixed(0)} ms`,
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

/** From Enter to the home page with all it shows. */
async function unlock({ page }: DrivenWindow): Promise<number> {
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

/** Every page by its link, then what is done most on them. @returns a duration for each action, 16 ms at least */
async function act(page: Page): Promise<readonly number[]> {
  await page.evaluate(`globalThis.felt = new Map()
    new PerformanceObserver((list) => {
      for (const { interactionId, duration } of list.getEntries())
        if (interactionId) felt.set(interactionId, Math.max(felt.get(interactionId) ?? 0, duration))
    }).observe({ type: 'event', durationThreshold: 16 })`)
  let count = 0
  const side = page.getByRole('navigation', { name: 'Trình đơn chính' })
  const folded = side.getByRole('button', { expanded: false })
  while ((await folded.count()) > 0) await folded.first().click()
  const menu = side.getByRole('link')
  const links = await menu.count()
  const one = async (action: () => Promise<void>): Promise<void> => {
    await action()
    count += 1
    await settled(page)
  }
  for (let round = 0; round < 5; round += 1)
    for (let link = 0; link < links; link += 1) await one(() => menu.nth(link).click())
  await one(() => page.getByRole('link', { name: 'Nguồn và hồ sơ' }).first().click())
  const search = page.getByRole('textbox', { name: 'Tìm theo họ tên hoặc số định danh' })
  await one(() => search.click())
  for (const text of ['nguyen', 'duc', 'le thi'])
    for (const key of [...text.split(''), ...text.split('').fill('Backspace')])
      await one(() => page.keyboard.press(key))
  for (const number of [2, 3, 4])
    await one(() => page.getByRole('button', { name: `Trang ${number}`, exact: true }).click())
  await useFilters(page, one)
  for (let turn = 0; turn < 5; turn += 1) {
    await one(() => page.getByRole('table').getByRole('link').nth(turn).click())
    await one(() => page.getByRole('button', { name: 'Việc khác' }).click())
    await one(() => page.keyboard.press('Escape'))
    await one(() => page.getByRole('link', { name: 'Nguồn và hồ sơ' }).first().click())
  }
  for (const key of ['Control+k', 'h', 'o', 'a', 'Escape']) await one(() => page.keyboard.press(key))
  const felt = await page.evaluate<number[]>('[...felt.values()]')
  // What the observer does not tell was over within a frame.
  return [...felt, ...Array.from({ length: Math.max(0, count - felt.length) }, () => 16)]
}

/** Filters, the other order, ticks and the wheel, over the whole list. */
async function useFilters(page: Page, one: (action: () => Promise<void>) => Promise<void>): Promise<void> {
  for (const [filter, option] of [
    ['Giai đoạn', 'Đang được giúp đỡ'],
    ['Tổ chức giới thiệu nguồn', 'Công đoàn'],
    ['Thời hạn', 'Đã quá hạn'],
  ] as const) {
    await one(() => page.getByRole('combobox', { name: filter }).click())
    await one(() => page.getByRole('option', { name: option }).first().click())
  }
  await one(() => page.getByRole('button', { name: 'Bỏ tìm và lọc' }).click())
  for (const order of ['Chờ lâu nhất', 'Theo tên']) await one(() => page.getByText(order).click())
  for (let place = 0; place < 5; place += 1)
    await one(() => page.locator('main tbody').getByRole('checkbox').nth(place).click())
  await one(() => page.getByRole('checkbox', { name: 'Chọn cả trang' }).click())
  await one(() => page.getByRole('button', { name: 'Bỏ chọn' }).click())
  for (let turn = 0; turn < 10; turn += 1) await one(() => page.mouse.wheel(0, turn < 5 ? 600 : -600))
}

/** Nothing is being loaded, and the frame after that has been drawn; a window that draws none is not waited for. */
async function settled(page: Page): Promise<void> {
  await page.locator('main [aria-busy=true]').filter({ visible: true }).first().waitFor({ state: 'hidden' })
  await page.evaluate(`new Promise((drawn) => {
    requestAnimationFrame(() => requestAnimationFrame(drawn))
    setTimeout(drawn, 1000)
  })`)
}
