/** Pages of a PDF as they stand on the screen: read from the canvas, point by point. */
import { expect, type Locator } from '@playwright/test'

/** How bright the middle and a corner of a page are, from 0 (ink) to 255 (paper); null while it is not drawn. */
async function brightness(sheet: Locator, number: number): Promise<{ ink: number; paper: number } | null> {
  return sheet.locator(`[data-page="${number}"]`).evaluate((page) => {
    const canvas = page.querySelector<HTMLCanvasElement>('canvas[data-drawn]')
    const pen = canvas?.getContext('2d')
    if (!canvas || !pen) return null
    const at = (across: number, down: number) => {
      const [red = 0, green = 0, blue = 0] = pen.getImageData(canvas.width * across, canvas.height * down, 1, 1).data
      return Math.round((red + green + blue) / 3)
    }
    return { ink: at(0.5, 0.5), paper: at(0.1, 0.12) }
  })
}

/** Expects pages of `scannedPdf` to be drawn once they are looked at: ink in the middle, paper round it. */
export async function expectDrawn(sheet: Locator, numbers: readonly number[]): Promise<void> {
  for (const number of numbers) {
    await sheet.locator(`[data-page="${number}"]`).scrollIntoViewIfNeeded()
    await expect.poll(() => brightness(sheet, number), `page ${number}`).not.toBeNull()
    const { ink, paper } = (await brightness(sheet, number)) ?? { ink: 255, paper: 0 }
    expect(ink, `ink of page ${number}`).toBeLessThan(60)
    expect(paper, `paper of page ${number}`).toBeGreaterThan(200)
  }
}
