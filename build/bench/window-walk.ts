/**
 * Everything a person can open in the window, done as often as a figure needs it: every page of the route table by a
 * click, every tab, every button that opens a dialog.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { ACTS, CHOOSES } from '../buttons.ts'
import { settled, type Felt } from './felt.ts'

const renderer = join(import.meta.dirname, '../../renderer')

/** How often each page, and each dialog, is opened. */
const TIMES = 5

/** The paths of the route table, as its files write them; those of follow-up show with a parameter what a tab shows. */
function paths(): readonly string[] {
  const text = ['routes.tsx', 'routes-deciding.tsx', 'routes-follow.tsx']
    .map((name) => readFileSync(join(renderer, name), 'utf8'))
    .join('')
  return [...new Set([...text.matchAll(/path: '([^']+)'/g)].flatMap(([, path]) => path ?? []))]
}

/**
 * Walks the whole table.
 * @param samples - what stands in for the parameters of paths; a path without one of them is left out
 */
export async function walkPages(page: Page, felt: Felt, samples: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate(`document.body.append(Object.assign(document.createElement('a'), { id: 'bench', textContent: 'x' }))
    Object.assign(document.getElementById('bench').style, { position: 'fixed', top: 0, left: 0, zIndex: 9999 })`)
  for (const path of paths()) {
    const address = path.replace(/:(\w+)/g, (whole, name: string) => samples[name] ?? whole)
    if (address.includes(':')) continue
    for (let time = 0; time < TIMES; time += 1) {
      await felt.one(`mở ${path}`, () => go(page, address))
      if (time < TIMES - 1) await leave(page)
    }
    await openTabs(page, felt, path)
    await openDialogs(page, felt, path, address)
  }
}

/** Goes to a page by a click, and does not wait for it. */
async function go(page: Page, address: string): Promise<void> {
  await page.evaluate(`document.getElementById('bench').href = ${JSON.stringify(`#${address}`)}`)
  await page.locator('#bench').click()
}

/** Goes where the page that is opened next is not, and waits until that is over. */
async function leave(page: Page): Promise<void> {
  await go(page, '/huong-dan')
  await settled(page)
}

async function openTabs(page: Page, felt: Felt, path: string): Promise<void> {
  const names = await page.locator('main').getByRole('tab').allInnerTexts()
  for (const name of names)
    for (let time = 0; time < 2; time += 1)
      await felt.one(`${path}, thẻ ${name}`, () => page.locator('main').getByRole('tab', { name }).first().click())
}

async function openDialogs(page: Page, felt: Felt, path: string, address: string): Promise<void> {
  await leave(page)
  await felt.one(`mở ${path}`, () => go(page, address))
  const buttons = page.locator('main button')
  const found = await page.evaluate<readonly { readonly text: string; readonly isOff: boolean }[]>(
    `[...document.querySelectorAll('main button')].map((each) => ({
      text: each.textContent.trim(),
      isOff: each.offsetParent === null || ['disabled', 'aria-expanded', 'aria-pressed', 'aria-haspopup'].some((name) => each.hasAttribute(name)),
    }))`,
  )
  const seen = new Set<string>()
  for (const [at, { text, isOff }] of found.entries()) {
    if (isOff || text === '' || ACTS.test(text) || CHOOSES.test(text) || seen.has(text)) continue
    seen.add(text)
    for (let time = 0; time < TIMES; time += 1)
      if (!(await openDialog(page, felt, `${path}, ${text}`, buttons.nth(at)))) {
        await leave(page)
        await felt.one(`mở ${path}`, () => go(page, address))
        break
      }
  }
}

/** @returns false where no dialog came, and the page may show something else */
async function openDialog(page: Page, felt: Felt, name: string, button: Locator): Promise<boolean> {
  const dialog = page.getByRole('dialog').first()
  await felt.one(name, () => button.click())
  const isOpen = await dialog.waitFor({ timeout: 1000 }).then(
    () => true,
    () => false,
  )
  if (isOpen) {
    await felt.one(`${name}, đóng`, () => page.keyboard.press('Escape'))
    await dialog.waitFor({ state: 'hidden' })
  }
  return isOpen
}
