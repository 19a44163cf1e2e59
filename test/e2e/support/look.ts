/**
 * How a page looks and reads: nothing serious for people with a screen reader or weak eyes, in light and in dark, and
 * nothing that has to be scrolled sideways, also at 200 % zoom.
 */
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** The screen of an office's computer, and the same at 200 % zoom. */
const SCREEN = { width: 1366, height: 768 }
const ZOOMED = { width: 683, height: 384 }

/**
 * Looks at what is open now, in both looks and at both sizes. With KETNAP_SHOTS naming a folder it keeps pictures.
 * @param name - of the pictures
 */
export async function expectGoodLook(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  for (const look of ['dark', 'light'] as const) {
    await page.evaluate((scheme) => {
      document.documentElement.dataset['mantineColorScheme'] = scheme
    }, look)
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
    const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    expect(grave.map(({ id, nodes }) => `${look} ${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
    await keep(page, `${name}-${look}`)
  }
  await expect(page.getByRole('heading', { level: 1, includeHidden: true })).toHaveCount(1)
  for (const size of [ZOOMED, SCREEN]) {
    await page.setViewportSize(size)
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth))
      .toBeLessThanOrEqual(0)
    if (size === ZOOMED) await keep(page, `${name}-zoomed`)
  }
}

async function keep(page: Page, name: string): Promise<void> {
  const folder = process.env['KETNAP_SHOTS']
  if (folder !== undefined)
    await page.screenshot({ path: join(folder, `${name.replaceAll('/', '-')}.png`), fullPage: true })
}
