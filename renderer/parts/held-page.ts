/**
 * The page under a dialog stays where it is. Said to the root and to the head over the page alone: with a property that
 * everything inherits, as Mantine's own lock has it, each element of a long page is styled anew whenever a dialog comes or
 * goes.
 */
import { useLayoutEffect } from 'react'

let holders = 0
let release = (): void => undefined

/** Keeps the page from scrolling as long as the component is there. @param holds - false where a sheet is printed of it */
export function useHeldPage(holds: boolean): void {
  useLayoutEffect(() => {
    if (!holds) return
    if (holders === 0) release = hold()
    holders += 1
    return () => {
      holders -= 1
      if (holders === 0) release()
    }
  }, [holds])
}

/** Takes the scroll bar away and leaves its place free. */
function hold(): () => void {
  const root = document.documentElement
  const gap = `${window.innerWidth - root.clientWidth}px`
  const head = document.querySelector<HTMLElement>('.mantine-AppShell-header')
  root.style.overflow = 'hidden'
  root.style.paddingRight = gap
  if (head !== null) head.style.right = gap
  return () => {
    root.style.overflow = ''
    root.style.paddingRight = ''
    if (head !== null) head.style.right = ''
  }
}
