/**
 * Everything a person can do in the window, done as often as a figure needs it: every page of the route table by a click,
 * every tab, every menu, every button that opens a dialog, and the forms of all of them (walk-form.ts). What is done is read
 * from the pages themselves, so that a new button is measured as soon as it is there.
 */
import type { Locator, Page } from 'playwright-core'
import { ACTS, CHOOSES } from '../buttons.ts'
import type { RouteRow } from '../route-table.ts'
import { settled, type Felt } from './felt.ts'
import { closeForm, fillFields, recordForm } from './walk-form.ts'

/** How often each page is opened, and each tab, menu and dialog. */
const TIMES = 4
const TIMES_WITHIN = 2

/** How many different buttons of one page are tried: a list has one for each of its rows. */
const AT_MOST = 15

/** What looks the same wherever it is offered. */
const ANYWHERE = /^(In|Lưu ra Excel|Lập văn bản)$/u

/** What makes an end of what the page is about, and is done after everything else on it. */
const ENDS = /^(Xóa|Kết thúc|Giao hồ sơ|Hủy|Đưa ra|Thôi|Chuyển)/u

/** What cannot be done twice, or ends the walk: the key of the office, the user's own passphrase, another office. */
const NOT_RECORDED = /mật khẩu|khóa|phiếu khôi phục|Vô hiệu/iu

/** Values of the parameters of paths, by name; a path is opened with each. */
export type Samples = Readonly<Record<string, readonly string[]>>

/** What a walk has done. */
export type Walked = {
  /** Paths of the table that were opened. */
  readonly paths: readonly string[]
  /** Forms that were filled in and submitted, and how many of them were recorded. */
  readonly forms: number
  readonly recorded: number
}

/** A page, as it was reached, and how to reach it again. */
type Stop = { readonly path: string; readonly address: string; readonly tab?: string; readonly ticked?: boolean }

/** Something that opens a dialog: a button by its name, or an item of a menu. */
type Opener = { readonly name: string; readonly menu?: string }

type Walk = {
  readonly page: Page
  readonly felt: Felt
  readonly seen: Set<string>
  readonly done: { forms: number; recorded: number }
}

/**
 * Walks the routes an office may open.
 * @param samples - what stands in for the parameters of paths; a path without one of them is left out
 */
export async function walkPages(
  page: Page,
  felt: Felt,
  routes: readonly RouteRow[],
  samples: Samples,
): Promise<Walked> {
  await page.evaluate(`document.body.append(Object.assign(document.createElement('a'), { id: 'bench', textContent: 'x' }))
    Object.assign(document.getElementById('bench').style, { position: 'fixed', top: 0, left: 0, zIndex: 9999 })`)
  const walk: Walk = { page, felt, seen: new Set(), done: { forms: 0, recorded: 0 } }
  const paths = new Set<string>()
  for (const { path } of routes)
    for (const address of addressesOf(path, samples)) {
      paths.add(path)
      await walkPage(walk, { path, address })
    }
  return { paths: [...paths], ...walk.done }
}

/** The addresses of a path: one for each sample of its parameter, none where there is no sample. */
export function addressesOf(path: string, samples: Samples): readonly string[] {
  const [parameter, name] = /:(\w+)/u.exec(path) ?? []
  if (parameter === undefined || name === undefined) return [path]
  return (samples[name] ?? []).map((value) => path.replace(parameter, value))
}

/** Paths of the table that none of several walks has opened, in the order of the table. */
export function notWalked(table: readonly Pick<RouteRow, 'path'>[], walked: readonly string[]): readonly string[] {
  return table.map(({ path }) => path).filter((path) => !walked.includes(path))
}

async function walkPage(walk: Walk, stop: Stop): Promise<void> {
  const { page, felt } = walk
  for (let time = 0; time < TIMES; time += 1) await back(walk, stop)
  if ((await page.getByText('Không có trang này').count()) > 0)
    throw new Error(`${stop.address}: there is no such page`)
  const tabs = await page.locator('main').getByRole('tab').allInnerTexts()
  for (const tab of tabs) {
    for (let time = 0; time < TIMES_WITHIN; time += 1)
      await felt.one(`${stop.path}, thẻ ${tab}`, () => tabOf(page, tab).click())
  }
  for (const tab of tabs.length === 0 ? [undefined] : tabs) {
    const at = tab === undefined ? stop : { ...stop, tab }
    await back(walk, at)
    await walkButtons(walk, at)
    if ((await ticker(page).count()) > 0) {
      const ticked = { ...at, ticked: true }
      await back(walk, ticked)
      await walkButtons(walk, ticked)
    }
    await walkInline(walk, at)
  }
}

/** Leaves a page and comes to it anew, by a click that is measured. */
async function back({ page, felt }: Walk, { path, address, tab, ticked = false }: Stop): Promise<void> {
  await go(page, '/huong-dan')
  await settled(page)
  await felt.one(`mở ${path}`, () => go(page, address))
  if (tab !== undefined && (await tabOf(page, tab).count()) > 0)
    await felt.one(`${path}, thẻ ${tab}`, () => tabOf(page, tab).click())
  if (ticked && (await ticker(page).count()) > 0) await felt.one(`${path}, chọn tất cả`, () => ticker(page).click())
}

/** Goes to a page by a click, and does not wait for it. */
async function go(page: Page, address: string): Promise<void> {
  await page.evaluate(`document.getElementById('bench').href = ${JSON.stringify(`#${address}`)}`)
  await page.locator('#bench').click()
}

function tabOf(page: Page, name: string): Locator {
  return page.locator('main').getByRole('tab', { name }).first()
}

/** The box that ticks a whole list: what can be done with those ticked is offered then. */
function ticker(page: Page): Locator {
  return page
    .locator('main')
    .getByRole('checkbox', { name: /^Chọn (cả trang|tất cả)/u })
    .filter({ visible: true })
    .first()
}

/** Opens and records whatever the buttons and menus of a page offer and no page before it did. */
async function walkButtons(walk: Walk, stop: Stop): Promise<void> {
  const found = (await openersOf(walk, stop)).slice(0, AT_MOST)
  for (const opener of [...found.filter(isNoEnd), ...found.filter((each) => !isNoEnd(each))])
    await walkOpener(walk, stop, opener)
}

const isNoEnd = ({ name }: Opener) => !ENDS.test(name)

async function openersOf({ page, felt, seen }: Walk, { path }: Stop): Promise<readonly Opener[]> {
  const isNew = (name: string) => {
    // A button of a row says whose row it is after a colon, or in the name that only a screen reader says.
    const key = ANYWHERE.test(name) ? name : `${path.split('/')[1] ?? ''}: ${name.split(/[:“]/u)[0] ?? ''}`
    if (name === '' || ACTS.test(name) || CHOOSES.test(name) || seen.has(key)) return false
    seen.add(key)
    return true
  }
  const buttons = await page.evaluate<
    readonly { readonly name: string; readonly isMenu: boolean; readonly isOff: boolean }[]
  >(
    `[...document.querySelectorAll('main button, [role=region][aria-label="Người được chọn"] button')].map((each) => ({
      name: each.getAttribute('aria-label') ?? each.textContent.trim(),
      isMenu: each.getAttribute('aria-haspopup') === 'menu',
      isOff: !each.checkVisibility() || each.closest('form') !== null || each.type === 'submit' || each.role === 'tab' ||
        ['disabled', 'aria-expanded', 'aria-pressed'].some((name) => each.hasAttribute(name) && each.getAttribute('aria-haspopup') !== 'menu'),
    }))`,
  )
  const openers: Opener[] = []
  for (const { name, isMenu, isOff } of buttons) {
    if (isOff || !isNew(name)) continue
    if (!isMenu) {
      openers.push({ name })
      continue
    }
    const items: string[] = []
    for (let time = 0; time < TIMES_WITHIN; time += 1) {
      await felt.one(`${path}, mở trình đơn ${name}`, () => buttonOf(page, name).click())
      if (time === 0) items.push(...(await page.getByRole('menuitem', { disabled: false }).allInnerTexts()))
      await felt.one(`${path}, đóng trình đơn ${name}`, () => page.keyboard.press('Escape'))
    }
    openers.push(...items.filter(isNew).map((item) => ({ name: item, menu: name })))
  }
  return openers
}

function buttonOf(page: Page, name: string): Locator {
  return page
    .locator('main, [role=region][aria-label="Người được chọn"]')
    .getByRole('button', { name, exact: true })
    .filter({ visible: true })
    .first()
}

/** Opens a dialog and closes it, several times, then once more to fill it in and record it. */
async function walkOpener(walk: Walk, stop: Stop, opener: Opener): Promise<void> {
  const { page, felt, done } = walk
  const name = `${stop.path}, ${opener.name}`
  const dialog = page.getByRole('dialog').filter({ visible: true }).first()
  for (let time = 0; time < TIMES_WITHIN; time += 1) {
    let opened = await open(walk, name, opener)
    if (opened === 'gone') {
      // A form that was recorded, or a list that was filtered, has taken it away.
      await back(walk, stop)
      opened = await open(walk, name, opener)
    }
    if (opened !== 'open') {
      await back(walk, stop)
      return
    }
    if (time < TIMES_WITHIN - 1) {
      await felt.one(`${name}, đóng`, () => page.keyboard.press('Escape'))
      await closeForm(page, felt, name, dialog)
    }
  }
  await fillFields(page, felt, name, '[role=dialog]')
  if (!NOT_RECORDED.test(opener.name)) {
    const outcome = await recordForm(page, felt, name, '[role=dialog]')
    if (outcome !== 'none') done.forms += 1
    if (outcome === 'recorded') done.recorded += 1
  }
  await closeForm(page, felt, name, dialog)
}

/** @returns `silent` where no dialog came, and the page may show something else */
async function open(
  { page, felt }: Walk,
  name: string,
  { name: button, menu }: Opener,
): Promise<'gone' | 'silent' | 'open'> {
  const target = menu === undefined ? buttonOf(page, button) : page.getByRole('menuitem', { name: button, exact: true })
  if (menu !== undefined) {
    if ((await buttonOf(page, menu).count()) === 0) return 'gone'
    await buttonOf(page, menu).click()
    await settled(page)
  }
  if ((await target.count()) === 0) return 'gone'
  await felt.one(name, () => target.click())
  return page
    .getByRole('dialog')
    .filter({ visible: true })
    .first()
    .waitFor({ timeout: 2000 })
    .then(
      () => 'open',
      () => 'silent',
    )
}

/** The fields and forms that stand on the page itself: filters, boxes to search in, a form of its own. */
async function walkInline(walk: Walk, stop: Stop): Promise<void> {
  const { page, felt, seen, done } = walk
  const key = `fields of ${stop.tab === undefined ? stop.address : `${stop.path.split('/')[1] ?? ''} ${stop.tab}`}`
  if (seen.has(key)) return
  seen.add(key)
  await back(walk, stop)
  const main = page.locator('main')
  await fillFields(page, felt, stop.path, 'main')
  if ((await main.locator('form button[type=submit]').filter({ visible: true }).count()) > 0) {
    done.forms += 1
    if ((await recordForm(page, felt, stop.path, 'main')) === 'recorded') done.recorded += 1
  }
}
