/**
 * How long each action keeps the eye waiting: event timing, from the key or the mouse to the next frame, kept apart for
 * every action by its name, so that one that is always slow is not lost among many that are not.
 */
import type { Page } from 'playwright-core'
import { percentile } from './numbers.ts'

/** An event that is over within a frame is not told by the browser. */
const ONE_FRAME = 16

/** What was felt: milliseconds by the name of the action. */
export type Felt = {
  /** Does an action, waits until the page has settled, and keeps what the browser says it took. */
  readonly one: (name: string, action: () => Promise<unknown>) => Promise<void>
  readonly found: () => ReadonlyMap<string, readonly number[]>
}

/** Begins to watch a page. */
export async function feel(page: Page): Promise<Felt> {
  await page.evaluate(`globalThis.slowest = 0
    const note = (entries) => {
      for (const { interactionId, duration } of entries) if (interactionId) slowest = Math.max(slowest, duration)
    }
    const watching = new PerformanceObserver((list) => note(list.getEntries()))
    watching.observe({ type: 'event', durationThreshold: ${ONE_FRAME} })
    globalThis.slowestSoFar = () => {
      note(watching.takeRecords())
      return slowest
    }`)
  const found = new Map<string, number[]>()
  return {
    one: async (name, action) => {
      await page.evaluate('slowestSoFar() && (slowest = 0)')
      await action()
      await settled(page)
      const took = await page.evaluate<number>('slowestSoFar()')
      found.set(name, [...(found.get(name) ?? []), Math.max(took, ONE_FRAME)])
    },
    found: () => found,
  }
}

/** Actions by their p95, which of a few rounds is the slowest of them, and all durations together. */
export function judged(found: ReadonlyMap<string, readonly number[]>): {
  readonly kinds: readonly (readonly [name: string, p95: number])[]
  readonly all: readonly number[]
} {
  const kinds = [...found].map(([name, took]) => [name, percentile(took, 0.95)] as const)
  return { kinds: kinds.toSorted(([, a], [, b]) => b - a), all: [...found.values()].flat() }
}

/**
 * Nothing is being loaded, the frame after that has been drawn, and what the browser says of it has had its turn; a window
 * that draws none is not waited for.
 */
export async function settled(page: Page): Promise<void> {
  await page.locator('main [aria-busy=true]').filter({ visible: true }).first().waitFor({ state: 'hidden' })
  await page.evaluate(`new Promise((drawn) => {
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn)))
    setTimeout(drawn, 1000)
  })`)
}
