/**
 * Locking by itself: when the computer sleeps or its screen is locked, and after minutes without a key or a mouse. Text
 * left in a field stops nothing.
 */
import { powerMonitor } from 'electron'
import type { CoreThread } from '../threads/core-thread.ts'

/** How often the idle time is looked at, and how often the core's minute work is done, in milliseconds. */
const LOOK = 15_000

/** Locks on sleep, on a locked screen and on idleness. @returns a function that stops watching */
export function watchIdleness(core: CoreThread, minutes: () => number): () => void {
  const lock = () => void core.call('session.lock', {}, null, () => undefined).answer.catch(() => undefined)
  powerMonitor.on('suspend', lock)
  powerMonitor.on('lock-screen', lock)
  powerMonitor.on('shutdown', lock)
  const timer = setInterval(() => {
    if (powerMonitor.getSystemIdleTime() >= minutes() * 60) lock()
    core.tick()
  }, LOOK)
  return () => clearInterval(timer)
}
