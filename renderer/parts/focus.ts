/**
 * Where the keyboard goes when a dialog that is taken away, not only closed, is gone: back to what opened it.
 */
import { useEffect, useState } from 'react'

/** Gives the focus back when the component goes. */
export function useReturnedFocus(): void {
  const [opener] = useState(openerNow)
  useEffect(
    () => () => {
      setTimeout(() => {
        const isFree = document.activeElement === null || document.activeElement === document.body
        if (isFree && opener instanceof HTMLElement && opener.isConnected) opener.focus()
      })
    },
    [opener],
  )
}

/** What has the focus; of an entry of a menu, which goes as soon as it is chosen, the button of the menu. */
function openerNow(): Element | null {
  const active = document.activeElement
  const menu = active?.closest('[role="menu"], [role="dialog"]')?.id
  return (menu ? document.querySelector(`[aria-controls="${CSS.escape(menu)}"]`) : null) ?? active
}
