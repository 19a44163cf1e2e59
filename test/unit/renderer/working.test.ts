/** What the window makes of a job under way: a question before it is closed, and a word behind the lock. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { PortEvent } from '../../../renderer/api.ts'

const calls: string[] = []
let tell: (event: PortEvent) => void

beforeEach(() => {
  vi.resetModules()
  calls.length = 0
  const ketNap = {
    on: (listener: (event: PortEvent) => void) => (tell = listener),
    call: async (name: string) => {
      calls.push(name)
      return { ok: true, value: null }
    },
  }
  vi.stubGlobal('window', Object.assign(new EventTarget(), { ketNap }))
})

afterEach(() => vi.unstubAllGlobals())

/** The window's parts over the stub above. */
async function bound(host: 'desktop' | 'browser') {
  const { bindWorking } = await import('../../../renderer/working.ts')
  const { useWindow } = await import('../../../renderer/state.ts')
  const { lock, onEvent } = await import('../../../renderer/api.ts')
  bindWorking()
  useWindow.getState().setHost(host)
  const { getState } = useWindow
  return { isFinishing: () => getState().isFinishing, waitedFor: () => getState().waitedFor, lock, onEvent }
}

/** Whether a page that is being closed would have a person asked first. */
function isAsked(): boolean {
  return !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))
}

it('the browser that stands in asks before it is closed over a job, and only then', async () => {
  await bound('browser')
  expect(isAsked()).toBe(false)
  tell({ event: 'working', job: 'backup.create' })
  expect(isAsked()).toBe(true)
  tell({ event: 'working', job: null })
  expect(isAsked()).toBe(false)
})

it('on the desktop the page keeps nothing open: the shell asks', async () => {
  await bound('desktop')
  tell({ event: 'working', job: 'backup.create' })
  expect(isAsked()).toBe(false)
})

it('the locked page says that a job is finished, as long as it is', async () => {
  const { isFinishing } = await bound('desktop')
  tell({ event: 'locked' })
  expect(isFinishing()).toBe(false)
  tell({ event: 'working', job: 'bundle.export' })
  tell({ event: 'locked' })
  expect(isFinishing()).toBe(true)
  tell({ event: 'working', job: null })
  expect(isFinishing()).toBe(false)
})

it('the window knows for which job what was done in it waits', async () => {
  const { waitedFor } = await bound('desktop')
  tell({ event: 'waits', for: 'bundle.import' })
  expect(waitedFor()).toBe('bundle.import')
  tell({ event: 'waits', for: null })
  expect(waitedFor()).toBeNull()
})

it('whoever locks is shown nothing more at once, before the core has answered', async () => {
  const { lock, onEvent } = await bound('desktop')
  const told: string[] = []
  onEvent(({ event }) => told.push(`${event} after ${calls.length} calls`))
  lock()
  expect(told).toEqual(['locking after 0 calls'])
  expect(calls).toEqual(['session.lock'])
})
