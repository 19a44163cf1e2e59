/**
 * Walking the rows of the table by keys. The focus itself moves from link to link, so that a screen reader hears the row
 * and Enter opens it without any help.
 */
import type { Doing } from '../../shortcuts.ts'

/** Ticks or unticks the row that has the focus. */
export function tickFocused(body: HTMLElement | null): void {
  const id = document.activeElement?.getAttribute('data-case')
  if (id) body?.querySelector<HTMLElement>(`[data-tick="${id}"]`)?.click()
}

/** Where a key leads from the row that has the focus. */
type Move = Extract<Doing<'list'>, 'next' | 'previous' | 'first' | 'last'>

/** Moves to another row. @returns false where there is none to move to */
export function walk(body: HTMLElement | null, move: Move): boolean {
  if (body === null) return false
  const links = [...body.querySelectorAll<HTMLElement>('[data-case]')]
  const at = links.findIndex((link) => link === document.activeElement)
  const to = targetOf(move, at, links.length)
  if (to === null) return false
  const link = links[Math.min(Math.max(to, 0), links.length - 1)]
  link?.focus({ preventScroll: true })
  link?.closest('tr')?.scrollIntoView({ block: 'nearest' })
  return true
}

function targetOf(move: Move, at: number, count: number): number | null {
  switch (move) {
    case 'next':
      return at + 1
    case 'previous':
      return at === -1 ? 0 : at - 1
    case 'first':
      return at === -1 ? null : 0
    case 'last':
      return at === -1 ? null : count - 1
  }
}
