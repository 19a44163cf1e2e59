/**
 * A window without a mouse: everything is reached by Tab, arrows, letters and Enter, and a pressed button of a mouse would
 * be counted.
 */
import { expect, type Locator, type Page } from '@playwright/test'

/** More stops than any page has. */
const STOPS = 200

/** Counts presses of a pointer from here on. @returns how many there were */
export async function countPointers(page: Page): Promise<() => Promise<number>> {
  const count = `window.__pointers ??= 0; window.addEventListener('pointerdown', () => { window.__pointers += 1 }, true)`
  await page.addInitScript(count)
  await page.evaluate(count)
  return () => page.evaluate('window.__pointers')
}

/** Presses Tab until something has the focus. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  for (let stop = 0; stop < STOPS; stop += 1) {
    if (await hasFocus(target)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`not reached by Tab: ${target.toString()}`)
}

/** Goes to something by Tab and presses Enter. */
export async function enter(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target)
  await expect(target).toBeEnabled()
  await page.keyboard.press('Enter')
}

/** Goes to a field by Tab and types into it, in place of what stood there. */
export async function typeInto(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press('Control+a')
  await page.keyboard.type(text)
}

/** Opens a tab of a row of tabs by arrow keys. */
export async function openTab(page: Page, name: string): Promise<void> {
  await tabTo(page, page.getByRole('tab', { selected: true }))
  const wanted = page.getByRole('tab', { name })
  for (let step = 0; step < 8; step += 1) {
    if ((await wanted.getAttribute('aria-selected')) === 'true') return
    await page.keyboard.press('ArrowRight')
  }
  await expect(wanted).toHaveAttribute('aria-selected', 'true')
}

/** Goes to a page by its two letters. */
export async function go(page: Page, letters: string, heading: string): Promise<void> {
  // Letters are shortcuts only while no field holds the focus.
  await page.keyboard.press('Escape')
  const isField = await page.evaluate(() => /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName ?? ''))
  if (isField) await tabTo(page, page.getByRole('button', { name: 'Khóa', exact: true }))
  for (const letter of letters) await page.keyboard.press(letter)
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
}

async function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement)
}
