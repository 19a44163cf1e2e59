/**
 * Where the keyboard goes when a dialog that is taken away, not only closed, is gone: back to what opened it.
 */
import { useEffect, useState } from 'react'

/** Gives the focus back when the component goes. */
export function useReturnedFocus(): void {
  const [opener] = useState(() => document.activeElement)
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
