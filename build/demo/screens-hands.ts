/**
 * What the hands do in a window of the demo: unlock, go to a page, fill a field, choose a folder. By role and name, as a
 * person sees them.
 */
import type { Locator } from 'playwright-core'
import type { Stage } from './screens.ts'

/** Unlocks the office. */
export async function unlock({ window, plan }: Stage): Promise<void> {
  const { page } = window
  await page.getByRole('textbox', { name: 'Mật khẩu', exact: true }).fill(plan.passphrase)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Việc cần làm' }).waitFor()
}

/** Goes to an address and waits for its heading. */
export async function goTo({ window: { page } }: Stage, address: string, heading?: string): Promise<void> {
  await page.evaluate(`location.hash = ${JSON.stringify(`#${address}`)}`)
  const title = page.getByRole('heading', { level: 1, ...(heading === undefined ? {} : { name: heading }) })
  await title.waitFor()
}

/** A button by its name, in the page or in a part of it. */
export function button({ window: { page } }: Stage, name: string, within: Locator = page.locator('body')): Locator {
  return within.getByRole('button', { name, exact: true }).first()
}

/** Fills fields of a part of the page, by their labels. */
export async function fill(within: Locator, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(fields))
    await within.getByRole('textbox', { name: label, exact: true }).fill(text)
}

/** Opens a tab of the exchange page. */
export async function openTab(stage: Stage, path: string): Promise<void> {
  await goTo(stage, `/trao-doi/${path}`, 'Trao đổi')
}

/** Chooses the folder that plays the stick. */
export async function carrier(stage: Stage, folder: string): Promise<void> {
  const { page, answer } = stage.window
  answer(folder)
  await button(stage, 'Chọn thư mục', page.getByRole('tabpanel')).click()
  await page.getByRole('radio', { name: `Thư mục ${folder}`, exact: true }).waitFor()
}

type Answer = { readonly ok: boolean; readonly value: unknown; readonly error: unknown }

/** Asks the port as the page does. */
export async function ask<T>({ window: { page } }: Stage, name: string, input: object): Promise<T> {
  const words = [name, input].map((word) => JSON.stringify(word)).join(', ')
  const answer = await page.evaluate<Answer>(`ketNap.call(${words}, crypto.randomUUID())`)
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`)
  return answer.value as T
}
