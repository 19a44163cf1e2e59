/**
 * Jobs of the core as the window has to know of them: whether one goes on behind the lock, what waits for one, and that a
 * page is not closed over one without a word.
 */
import { onEvent } from './api.ts'
import { useWindow } from './state.ts'

/** Follows what the core is at; once, at start. */
export function bindWorking(): void {
  let isWorking = false
  onEvent((event) => {
    const { host, setFinishing, setWaitedFor } = useWindow.getState()
    if (event.event === 'waits') setWaitedFor(event.for)
    if (event.event === 'locked') setFinishing(isWorking)
    if (event.event !== 'working') return
    isWorking = event.job !== null
    if (!isWorking) setFinishing(false)
    // The browser asks whoever closes its window; the desktop's shell asks by itself, and its page would only refuse.
    if (host !== 'browser') return
    if (isWorking) window.addEventListener('beforeunload', keepOpen)
    else window.removeEventListener('beforeunload', keepOpen)
  })
}

function keepOpen(event: BeforeUnloadEvent): void {
  event.preventDefault()
}
