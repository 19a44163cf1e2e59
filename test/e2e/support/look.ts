/**
 * How a page looks and reads: nothing serious for people with a screen reader or weak eyes, in light and in dark, and
 * nothing that has to be scrolled sideways, also at 200 % zoom. And no field of it that the browser remembers.
 */
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** The two looks of the window. */
type Look = 'dark' | 'light'

/** Rules that answer otherwise when the colours change; for all others a page is the same in the dark as in the light. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block']

/** Only the options of a list scroll with bars that stand off in one direction. */
const OPTIONS = 'data-offset-scrollbars="y"'

/** What scrolls by itself within the page: dialogs, and what is framed. */
const DIALOGS = '[role="dialog"], .mantine-Modal-body'
const FRAMES = '.mantine-ScrollArea-viewport'

/** The screen of an office's computer, and the same at 200 % zoom. */
const SCREEN = { width: 1366, height: 768 }
const ZOOMED = { width: 683, height: 384 }

/**
 * Looks at what is open now, in both looks and at both sizes. With KETNAP_SHOTS naming a folder it keeps pictures.
 * @param name - of the pictures
 * @param looks - where the other one was looked at elsewhere
 */
export async function expectGoodLook(page: Page, name: string, looks?: readonly Look[]): Promise<void> {
  await inLooks(page, name, looks, null)
  await expect(page.getByRole('heading', { level: 1, includeHidden: true })).toHaveCount(1)
  await expectNothingRemembered(page, name)
  for (const size of [ZOOMED, SCREEN]) {
    await expectNothingSideways(page, name, size)
    if (size === ZOOMED) await keepPicture(page, `${name}-zoomed`)
  }
}

/** Looks at the dialog that is open now, in both looks and at both sizes: enough where its page was looked at. */
export async function expectGoodDialog(page: Page, name: string): Promise<void> {
  await inLooks(page, name, undefined, '[role="dialog"]')
  await expectNothingRemembered(page, name)
  for (const size of [ZOOMED, SCREEN]) await expectNothingSideways(page, name, size)
}

/** A field that does not say otherwise is kept by the browser in its profile, with what stands in it (traces.e2e.ts). */
async function expectNothingRemembered(page: Page, name: string): Promise<void> {
  const remembered = await page.evaluate(() =>
    // But for the one that Mantine measures texts with, which holds one letter.
    [...document.querySelectorAll<HTMLInputElement>('input, textarea:not([aria-label="autosize measurement"])')]
      .filter((field) => !['checkbox', 'radio', 'hidden'].includes(field.type) && field.autocomplete !== 'off')
      .map((field) => field.labels?.[0]?.innerText ?? field.getAttribute('aria-label') ?? field.outerHTML),
  )
  expect(remembered, `${name}, fields that are remembered`).toEqual([])
}

/**
 * Nothing has to be scrolled sideways: not the page, not a dialog, and on the whole screen not a table in its frame either.
 * At 200 % zoom a wide table may be: its columns would say nothing one below the other.
 */
async function expectNothingSideways(page: Page, name: string, size: typeof SCREEN): Promise<void> {
  await page.setViewportSize(size)
  const where = ['html', DIALOGS, ...(size === SCREEN ? [FRAMES] : [])].join()
  const sideways = () =>
    page.evaluate(
      (selector) =>
        [...document.querySelectorAll(selector)]
          .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
          .map((part) => {
            const said =
              part.getAttribute('aria-label') ?? part.querySelector('[aria-label]')?.getAttribute('aria-label')
            return `${part.tagName} ${said ?? part.className}: ${part.scrollWidth} in ${part.clientWidth}`
          }),
      where,
    )
  await expect.poll(sideways, `${name}, sideways at ${size.width}`).toEqual([])
}

/** @param part - selector of what is looked at; null: the whole page */
async function inLooks(
  page: Page,
  name: string,
  looks: readonly Look[] | undefined,
  part: string | null,
): Promise<void> {
  for (const look of looks ?? (['dark', 'light'] as const)) {
    await wear(page, look)
    expect(await graveFaults(page, look === 'light' ? null : OF_COLOUR, part), `${name} in the ${look}`).toEqual([])
    await keepPicture(page, `${name}-${look}`, part === null)
  }
}

/** Puts on a look, whole: colours on their way from one to the other are neither. */
async function wear(page: Page, look: Look): Promise<void> {
  await page.evaluate(async (scheme) => {
    document.documentElement.dataset['mantineColorScheme'] = scheme
    await new Promise(requestAnimationFrame)
    for (const animation of document.getAnimations())
      if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish()
  }, look)
}

/** A sheet of A4 within its margins (renderer/print.css), in points of the screen. */
export const SHEET = { width: 624, height: 960 }

/** Tables whose columns have so many points on screen (renderer/print.css): no column is lost on a sheet, no name cut up. */
export async function expectGoodPaper(page: Page, name: string): Promise<void> {
  const cells = page.locator(`main table:has(th[style*='rem']) :is(th, td)`).filter({ visible: true })
  if ((await cells.count()) === 0) return
  await page.setViewportSize(SHEET)
  await page.emulateMedia({ media: 'print' })
  const cramped = () =>
    cells.evaluateAll((all: HTMLElement[]) =>
      all
        .filter((cell) => {
          const isBroken = getComputedStyle(cell).overflowWrap === 'anywhere' && cell.clientWidth < 88
          const isBeyond = cell.getBoundingClientRect().right > window.innerWidth + 1
          return isBroken || isBeyond || cell.scrollWidth > cell.clientWidth + 1
        })
        .map(({ innerText, clientWidth, scrollWidth }) => `${innerText}: ${scrollWidth} in ${clientWidth}`),
    )
  await expect.poll(cramped, `${name}, on paper`).toEqual([])
  await page.emulateMedia({ media: null })
  await page.setViewportSize(SCREEN)
}

/** What axe calls serious or critical. @param rules - only these; null: all @param part - only in it; null: in all */
async function graveFaults(
  page: Page,
  rules: readonly string[] | null,
  part: string | null,
): Promise<readonly string[]> {
  // Half a megabyte of script: once for each load of the page is enough. A frame must be given it anew.
  const isThere = page.frames().length === 1 && (await page.evaluate(() => 'axe' in window))
  const axe = new AxeBuilder({ page, ...(isThere ? { axeSource: 'null' } : {}) })
  if (part !== null) axe.include(part)
  if (part !== null) await page.evaluate(passOverCovered, part)
  const { violations } = await axe
    .setLegacyMode(true)
    // What passes is not described, which takes longer than finding it.
    .options({
      resultTypes: ['violations'],
      ...(rules === null ? {} : { runOnly: { type: 'rule' as const, values: [...rules] } }),
    })
    .analyze()
  if (part !== null) await page.evaluate(() => Reflect.deleteProperty(document, 'createTreeWalker'))
  // The options of an open list are scrolled by the arrows of its field, which has the focus.
  const isOptions = (id: string, html: string) => id === 'scrollable-region-focusable' && html.includes(OPTIONS)
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => ({ id, found: nodes.filter(({ html }) => !isOptions(id, html)) }))
    .filter(({ found }) => found.length > 0)
    .map(({ id, found }) => `${id}: ${found.map(({ html }) => html).join(' ')}`)
}

/**
 * Run in the page: axe, which asks of every element where it lies and what it looks like before it judges the colours of
 * one, is not shown those of the page that a dialog covers. They were most of them, and most of what a look at a dialog cost.
 */
function passOverCovered(dialog: string): void {
  const isCovered = (node: Node) => node instanceof Element && node.id === 'root' && node.querySelector(dialog) === null
  document.createTreeWalker = (root: Node, shown?: number) =>
    Document.prototype.createTreeWalker.call(document, root, shown, (node) =>
      isCovered(node) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    )
}

/**
 * Keeps a picture of what is open now, where KETNAP_SHOTS names a folder for them, or in the folder given.
 * @param fullPage - also what has to be scrolled to
 */
export async function keepPicture(
  page: Page,
  name: string,
  fullPage = true,
  folder = process.env['KETNAP_SHOTS'],
): Promise<void> {
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name.replaceAll('/', '-')}.png`), fullPage })
}
