/**
 * Seconds until a moment, for what must be waited for. By the clock and not by counting: a computer that slept goes on
 * where it is.
 */
import { useCallback, useSyncExternalStore } from 'react'

/**
 * Whole seconds left, anew every second.
 * @param from - when the wait was told, in milliseconds since 1970; @param seconds - how long it then was: where the clock is
 * put back meanwhile, nobody waits longer than that
 */
export function useCountdown(from: number, seconds: number): number {
  const left = useCallback(
    () => Math.min(seconds, Math.max(0, Math.ceil((from - Date.now()) / 1000 + seconds))),
    [from, seconds],
  )
  const watch = useCallback(
    (changed: () => void) => {
      if (left() === 0) return () => undefined
      const timer = setInterval(() => {
        changed()
        if (left() === 0) clearInterval(timer)
      }, 1000)
      return () => clearInterval(timer)
    },
    [left],
  )
  return useSyncExternalStore(watch, left)
}
