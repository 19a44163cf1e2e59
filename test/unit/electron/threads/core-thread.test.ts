/** The host's side of the core thread, over a thread that a test speaks for. */
import { EventEmitter } from 'node:events'
import { beforeEach, expect, test, vi } from 'vitest'
import { startCoreThread, type CoreThread } from '../../../../electron/threads/core-thread.ts'
import type { FromCore, ToCore } from '../../../../electron/threads/protocol.ts'

class FakeWorker extends EventEmitter {
  readonly said: ToCore[] = []
  constructor() {
    super()
    workers.push(this)
  }
  postMessage(message: ToCore): void {
    this.said.push(message)
  }
  terminate(): Promise<number> {
    return Promise.resolve(0)
  }
  says(message: FromCore): void {
    this.emit('message', message)
  }
}

const workers = vi.hoisted((): FakeWorker[] => [])

vi.mock('node:worker_threads', () => ({
  get Worker() {
    return FakeWorker
  },
}))

beforeEach(() => {
  workers.length = 0
})

function started(): { readonly core: CoreThread; readonly worker: FakeWorker } {
  const core = startCoreThread({ data: '/nowhere', marks: null, today: null })
  const [worker] = workers
  if (worker === undefined) throw new Error('no thread was started')
  return { core, worker }
}

test('the core is busy while a call runs and while it works on what nobody called for', () => {
  const { core, worker } = started()
  expect(core.isBusy()).toBe(false)
  const { answer } = core.call('office.get', {}, null, () => undefined)
  expect(core.isBusy()).toBe(true)
  worker.says({ type: 'answer', ticket: 1, answer: { ok: true, value: null } })
  expect(core.isBusy()).toBe(false)

  core.tick()
  expect(core.isBusy()).toBe(false)
  worker.says({ type: 'event', event: { event: 'working', job: 'backup.create' } })
  expect(core.isBusy()).toBe(true)
  worker.says({ type: 'event', event: { event: 'backedUp', folder: '/sao lưu' } })
  expect(core.isBusy()).toBe(true)
  worker.says({ type: 'event', event: { event: 'working', job: null } })
  expect(core.isBusy()).toBe(false)
  return expect(answer).resolves.toEqual({ ok: true, value: null })
})

test('a thread that has ended is at nothing any more, and whoever waited is told', async () => {
  const { core, worker } = started()
  const { answer } = core.call('office.get', {}, null, () => undefined)
  worker.says({ type: 'event', event: { event: 'working', job: 'backup.create' } })
  worker.emit('exit')
  await expect(answer).rejects.toThrow('the core thread ended')
  expect(core.isBusy()).toBe(false)
  await core.close()
})
