/**
 * Keys of the table of shortcuts (renderer/shortcuts.ts) as they are pressed. Letters are left to a field that is being
 * typed in, and to a word that is still being composed.
 */
import { useEffect, useEffectEvent } from 'react'
import { trusted } from '../../shared/base/trust.ts'
import { SHORTCUTS, type Doing, type PartName, type Shortcut } from '../shortcuts.ts'

/** What is read of an event. */
type Pressed = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'isComposing'>

/** What a key does in a part of the window, or null. */
export function doingOf<Part extends PartName>(part: Part, event: Pressed): Doing<Part> | null {
  if (event.isComposing) return null
  const keys: Readonly<Record<string, Shortcut>> = SHORTCUTS[part].keys
  const found = Object.entries(keys).find(([, { press }]) => press.some((one) => fits(one, event)))
  return trusted<Doing<Part> | null>(found?.[0] ?? null)
}

function fits(press: string, event: Pressed): boolean {
  const isMod = press.startsWith('mod+')
  const key = isMod ? press.slice('mod+'.length) : press
  if (event.altKey || isMod !== (event.ctrlKey || event.metaKey)) return false
  // A sign may need Shift on one keyboard and not on another; a letter or a named key with Shift is another key.
  if (event.shiftKey && /^[a-z0-9]|^.{2,}/iu.test(key)) return false
  return event.key.toLowerCase() === key.toLowerCase()
}

/** True if keys go into a field; a tick box takes none but the space bar. */
export function isTyping({ target }: Pick<Event, 'target'>): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return target.type !== 'checkbox'
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable
}

/** True while a dialog lies over the page: the keys of what is beneath it wait. */
export function isCovered(): boolean {
  return document.querySelector('[role="dialog"]') !== null
}

/**
 * Listens to the keys of a part while the component stands.
 * @param handlers what is done, by its name in the table; one that returns false has done nothing, and its key does what it
 *   does anyway
 * @param inFields - also while a field is typed in
 * @param isAbove - also while a dialog lies over the page: for what is asked for everywhere, and for what is itself in one
 */
export function useKeys<Part extends PartName>(
  part: Part,
  handlers: Partial<Readonly<Record<Doing<Part>, () => unknown>>>,
  { inFields = false, isAbove = false }: { readonly inFields?: boolean; readonly isAbove?: boolean } = {},
): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const doing = doingOf(part, event)
    const handler = doing === null || (!inFields && isTyping(event)) ? undefined : handlers[doing]
    if (handler === undefined || event.defaultPrevented || (!isAbove && isCovered())) return
    if (handler() !== false) event.preventDefault()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
