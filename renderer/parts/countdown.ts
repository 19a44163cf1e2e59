/**
 * Seconds until a moment, for what must be waited for. By the clock and not by counting: a computer that slept goes on
 * where it is.
 */
import { useCallback, useSyncExternalStore } from 'react'

/** Whole seconds left, anew every second. @param until - milliseconds since 1970 */
export function useCountdown(until: number): number {
  const left = useCallback(() => Math.max(0, Math.ceil((until - Date.now()) / 1000)), [until])
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
