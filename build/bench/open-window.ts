/**
 * The window of a measurement: the program built as it is now, opened over the folder of a store, unlocked, closed again.
 */
import { join } from 'node:path'
import { buildProgram } from '../build-program.ts'
import { driveWindow, type DrivenWindow, type WindowPlan } from '../window.ts'
import { PASSPHRASE, TODAY } from './office.ts'

const root = join(import.meta.dirname, '../..')

/** Builds the program; before the first window is opened, not within what is measured. */
export function buildWindow(): void {
  buildProgram(root)
}

/**
 * Opens a window over a store, does something in it and closes it; the start begins with the call.
 * @param folder - of the store, with `data` and `marks`
 * @throws Error if something went wrong in the page
 */
export async function inWindow<Found>(
  folder: string,
  plan: Pick<WindowPlan, 'undisturbedFor'>,
  work: (window: DrivenWindow) => Promise<Found>,
): Promise<Found> {
  const window = await driveWindow({
    data: join(folder, 'data'),
    marks: join(folder, 'marks'),
    today: TODAY,
    workFolder: join(folder, 'w'),
    ...plan,
  })
  let found: Found
  try {
    found = await work(window)
  } finally {
    await window.close()
  }
  if (window.problems.length > 0) throw new Error(window.problems.join('\n'))
  return found
}

/** From Enter to the home page with all it shows, in milliseconds. */
export async function unlock({ page }: DrivenWindow): Promise<number> {
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
