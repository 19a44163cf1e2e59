/**
 * Walking the rows of the table by keys. The focus itself moves from link to link, so that a screen reader hears the row
 * and Enter opens it without any help.
 */

/** True if keys go into a field. */
export function isTyping(event: KeyboardEvent): boolean {
  const { target } = event
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement && target.type === 'checkbox') return false
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target.isContentEditable
}

/** Ticks or unticks the row that has the focus. */
export function tickFocused(body: HTMLElement | null): void {
  const id = document.activeElement?.getAttribute('data-case')
  if (id) body?.querySelector<HTMLElement>(`[data-tick="${id}"]`)?.click()
}

/** Moves to another row for arrows, j, k, Home and End. */
export function walk(body: HTMLElement | null, event: KeyboardEvent): void {
  if (body === null || document.querySelector('[role="dialog"]') !== null) return
  const links = [...body.querySelectorAll<HTMLElement>('[data-case]')]
  const at = links.findIndex((link) => link === document.activeElement)
  const to = targetOf(event.key, at, links.length)
  if (to === null) return
  event.preventDefault()
  const link = links[Math.min(Math.max(to, 0), links.length - 1)]
  link?.focus({ preventScroll: true })
  link?.closest('tr')?.scrollIntoView({ block: 'nearest' })
}

function targetOf(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return at + 1
    case 'ArrowUp':
    case 'k':
      return at === -1 ? 0 : at - 1
    case 'Home':
      return at === -1 ? null : 0
    case 'End':
      return at === -1 ? null : count - 1
    default:
      return null
  }
}
