/**
 * `g` and then a letter goes to a page. The `g` is forgotten soon: pressed by mistake, it must not make the next letter
 * leave the page minutes later.
 */
import { useEffect, useEffectEvent, useState } from 'react'
import { isCovered, isTyping } from './parts/keys.ts'

/** How long the second letter may take, in milliseconds. */
const WAITS = 1500

/** Listens for the two letters. */
export function watchForGo() {
  let since: number | null = null
  return {
    /**
     * Takes the next key.
     * @param at when it was pressed, in milliseconds of any clock
     * @returns the key that follows a `g` still waited on, else null
     */
    press: (key: string, at: number): string | null => {
      const isSecond = since !== null && at - since <= WAITS && key !== 'g'
      since = key === 'g' ? at : null
      return isSecond ? key : null
    },
    forget: () => void (since = null),
  }
}

/**
 * Goes where the two letters say; what the second letter does on the open page is then not done.
 * @param letters paths by the letter after `g`
 */
export function useGoKeys(letters: ReadonlyMap<string, string>, go: (path: string) => void): void {
  const [watch] = useState(watchForGo)
  const press = useEffectEvent((event: KeyboardEvent) => {
    const isOther = event.isComposing || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey
    if (isOther || isTyping(event) || isCovered()) {
      watch.forget()
      return
    }
    const path = letters.get(watch.press(event.key.toLowerCase(), event.timeStamp) ?? '')
    if (path === undefined) return
    event.preventDefault()
    event.stopImmediatePropagation()
    go(path)
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event)
    window.addEventListener('keydown', listen, true)
    window.addEventListener('blur', watch.forget)
    window.addEventListener('pointerdown', watch.forget)
    return () => {
      window.removeEventListener('keydown', listen, true)
      window.removeEventListener('blur', watch.forget)
      window.removeEventListener('pointerdown', watch.forget)
    }
  }, [watch])
}
