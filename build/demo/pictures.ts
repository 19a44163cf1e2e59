/**
 * Pictures of windows: taken one by one under names of their own, at the size of an office's screen, and no two alike,
 * neither to the byte nor to the eye.
 */
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Jimp } from 'jimp'
import type { Page } from 'playwright-core'

/** Two pictures whose reduced forms differ by less than this share of points would look alike. */
const ALIKE = 0.01

/** A point differs to the eye by this much of 255. */
const STEP = 12

/** Size of the reduced form. */
const REDUCED = { w: 96, h: 54 }

/** A picture that was taken. */
export type Picture = { readonly name: string; readonly hash: string; readonly points: readonly number[] }

/** Takes pictures into a folder. */
export type Album = {
  /** Takes what a page shows now. @param name - `<office>-<what>` */
  readonly take: (page: Page, name: string) => Promise<void>
  readonly pictures: readonly Picture[]
}

/**
 * An empty album.
 * @param folder - where the PNG files go
 * @param readme - where small WebP copies of some go, by name
 */
export function openAlbum(
  folder: string,
  readme?: { readonly folder: string; readonly names: readonly string[] },
): Album {
  const pictures: Picture[] = []
  return {
    pictures,
    take: async (page, name) => {
      await settle(page)
      const png = await page.screenshot({ animations: 'disabled', caret: 'hide' })
      if (pictures.some((other) => other.name === name)) throw new Error(`two pictures called ${name}`)
      writeFileSync(join(folder, `${name}.png`), png)
      pictures.push({ name, hash: createHash('sha256').update(png).digest('hex'), points: await reduced(png) })
      if (readme?.names.includes(name) === true) writeFileSync(join(readme.folder, `${name}.webp`), await webp(page))
    },
  }
}

/** Pairs of pictures that nobody could tell apart. */
export function alikePairs(pictures: readonly Picture[]): readonly (readonly [string, string])[] {
  return pictures.flatMap((one, index) =>
    pictures
      .slice(index + 1)
      .filter((other) => one.hash === other.hash || difference(one.points, other.points) < ALIKE)
      .map((other) => [one.name, other.name] as const),
  )
}

/** Share of points that differ to the eye. */
function difference(one: readonly number[], other: readonly number[]): number {
  const differing = one.filter((value, index) => Math.abs(value - (other[index] ?? 0)) >= STEP).length
  return differing / Math.max(one.length, 1)
}

async function reduced(png: Buffer): Promise<readonly number[]> {
  const image = await Jimp.read(png)
  const { data } = image.resize(REDUCED).greyscale().bitmap
  return Array.from({ length: data.length / 4 }, (_, point) => data[4 * point] ?? 0)
}

/** Messages that come and go are gone, the mouse is out of the way, and two frames have been drawn. */
async function settle(page: Page): Promise<void> {
  await page.mouse.move(1364, 766)
  // One may go by itself while the mouse is on its way to it.
  for (const passing of await page.getByRole('button', { name: 'Đóng thông báo' }).all())
    await passing.click({ timeout: 2000 }).catch(() => undefined)
  await page.locator('[aria-busy=true]').filter({ visible: true }).first().waitFor({ state: 'hidden' })
  await page.evaluate(`document.fonts.ready.then(() => new Promise((drawn) =>
    requestAnimationFrame(() => requestAnimationFrame(drawn))))`)
}

async function webp(page: Page): Promise<Buffer> {
  const session = await page.context().newCDPSession(page)
  try {
    const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 80 })
    return Buffer.from(data, 'base64')
  } finally {
    await session.detach()
  }
}
