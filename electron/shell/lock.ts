/**
 * Locking by itself: when the computer sleeps or its screen is locked, and after the minutes of the office's settings
 * without a key or a mouse. Text left in a field stops nothing.
 */
import { powerMonitor } from 'electron'
import { trusted } from '../../shared/base/trust.ts'
import type { OfficeView } from '../../shared/contract/answers.ts'
import { LOCK_AFTER_MINUTES } from '../../shared/contract/shell.ts'
import type { CoreThread } from '../threads/core-thread.ts'

/** How often the idle time is looked at, and how often the core's minute work is done, in milliseconds. */
const LOOK = 15_000

/**
 * Keeps the setting at hand: asked for when an office is unlocked and when a setting changes. While locked nothing can be
 * asked, and the last answer stays.
 */
export function followLockMinutes(core: Pick<CoreThread, 'call' | 'on'>): () => number {
  let minutes = LOCK_AFTER_MINUTES
  core.on((event) => {
    if (event.event !== 'changed') return
    // A job such as unlocking names no subjects.
    const concerns = event.subjects.length === 0 || event.subjects.some(({ type }) => type === 'setting')
    if (!concerns) return
    void core
      .call('office.get', {}, null, () => undefined)
      .answer.then((answer) => {
        if (!answer.ok) return
        const set = trusted<OfficeView>(answer.value).settings['lockAfterMinutes']
        minutes = typeof set === 'number' ? set : LOCK_AFTER_MINUTES
      })
      .catch(() => undefined)
  })
  return () => minutes
}

/**
 * Locks on sleep, on a locked screen and on idleness. A job that runs is let finish, but nobody reaches the office from
 * that moment on.
 * @param hide - has the page show nothing any more, before the core has got to it
 * @returns a function that stops watching
 */
export function watchIdleness(core: CoreThread, minutes: () => number, hide: () => void): () => void {
  const lock = () => {
    hide()
    void core.call('session.lock', {}, null, () => undefined).answer.catch(() => undefined)
  }
  powerMonitor.on('suspend', lock)
  powerMonitor.on('lock-screen', lock)
  powerMonitor.on('shutdown', lock)
  const timer = setInterval(() => {
    if (powerMonitor.getSystemIdleTime() >= minutes() * 60) lock()
    core.tick()
  }, LOOK)
  return () => clearInterval(timer)
}
