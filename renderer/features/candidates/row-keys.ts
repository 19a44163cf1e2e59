/**
 * Walking the rows of the table by keys. The focus itself moves from link to link, so that a screen reader hears the row
 * and Enter opens it without any help.
 */
import { isCovered } from '../../parts/keys.ts'
import type { Doing } from '../../shortcuts.ts'

/** Ticks or unticks the row that has the focus. */
export function tickFocused(body: HTMLElement | null): void {
  const id = document.activeElement?.getAttribute('data-case')
  if (id) body?.querySelector<HTMLElement>(`[data-tick="${id}"]`)?.click()
}

/** Moves to another row for what a key says; other doings are left alone. */
export function walk(body: HTMLElement | null, event: KeyboardEvent, doing: Doing<'list'>): void {
  if (body === null || isCovered()) return
  const links = [...body.querySelectorAll<HTMLElement>('[data-case]')]
  const at = links.findIndex((link) => link === document.activeElement)
  const to = targetOf(doing, at, links.length)
  if (to === null) return
  event.preventDefault()
  const link = links[Math.min(Math.max(to, 0), links.length - 1)]
  link?.focus({ preventScroll: true })
  link?.closest('tr')?.scrollIntoView({ block: 'nearest' })
}

function targetOf(doing: Doing<'list'>, at: number, count: number): number | null {
  switch (doing) {
    case 'next':
      return at + 1
    case 'previous':
      return at === -1 ? 0 : at - 1
    case 'first':
      return at === -1 ? null : 0
    case 'last':
      return at === -1 ? null : count - 1
    default:
      return null
  }
}
